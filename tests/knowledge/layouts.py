"""The columns of public incident data, as their projects publish them, and rows of our own in them."""

from __future__ import annotations

EUREPOC_COLUMNS = (
    "ID; name; description; start_date; end_date; inclusion_criteria; inclusion_criteria_subcode; "
    "source_incident_detection_disclosure; incident_type; receiver_name; receiver_country; receiver_region; "
    "receiver_category; receiver_category_subcode; initiator_name; initiator_country; initiator_category; "
    "initiator_category_subcode; number_of_attributions; attribution_date; attribution_type; attribution_basis; "
    "attributing_actor; attribution_it_company; attributing_country; attributed_initiator; "
    "attributed_initiator_country; attributed_initiator_category; attributed_initiator_subcategory; "
    "sources_attribution; cyber_conflict_issue; offline_conflict_issue; offline_conflict_name_HIIK; "
    "offline_conflict_intensity; offline_conflict_intensity_subcode; number_of_political_responses; "
    "political_response_date; political_response_type; political_response_type_subcode; political_response_country; "
    "political_response_actor; zero_days; zero_days_subcode; MITRE_initial_access; MITRE_impact; user_interaction; "
    "has_disruption; data_theft; disruption; hijacking; physical_effects_spatial; physical_effects_temporal; "
    "unweighted_cyber_intensity; target_multiplier; weighted_cyber_intensity; impact_indicator; "
    "impact_indicator_value; functional_impact; intelligence_impact; political_impact_affected_entities; "
    "political_impact_affected_entities_exact_value; political_impact_third_countries; "
    "political_impact_third_countries_exact_value; economic_impact; economic_impact_exact_value; "
    "economic_impact_currency; state_responsibility_indicator; IL_breach_indicator; IL_breach_indicator_subcode; "
    "evidence_for_sanctions_indicator; number_of_legal_responses; legal_response_date; legal_response_type; "
    "legal_response_type_subcode; legal_response_country; legal_response_actor; legal_attribution_reference; "
    "legal_attribution_reference_subcode; legal_response_indicator; casualties; sources_url"
).split("; ")
CFR_COLUMNS = (
    "Title; Date; Affiliations; Description; Response; Victims; Sponsor; Type; Category; Sources_1; Sources_2; "
    "Sources_3"
).split("; ")
DCID_JUNE = (
    "Cyberincidentnum; Dyadpair; StateA; StateB; Name; interactionstartdate; interactionenddate; method; targettype; "
    "initiator; cyber_objective; information_operation; objective_achievement; Concession ; 3rdpartyinitiator; "
    "severity; damage type; Crit Inf; Supply Ch; Ransomware; Political Objective; Sources1; Sources2; Sources3; "
    "Sources4; Sources5; Justice; Cert; FBI"
).split("; ")
DCID_FEBRUARY = (
    "Cyberincidentnum; Dyadpair; StateA; StateB; Name; interactionstartdate; method; targettype; initiator; target; "
    "cyber_objective; information_operation; objective_achievement; Concession ; damage type; severity; "
    "Cyber_escalation; Ddeny/reject-; Dthreat/demand-; Diplo_Negative; Dnegotiate+; Dagreement+; Diplo_Positive; "
    "Ereduce-; Ethreat-; Eemb/sanc-; Econ_Negative; Ecoop+; Eease+; Eaid+; Econ_Positive; Mthreat-; Mdisplay-; "
    "Musage-; Mil_Negative; Mpromise+; Mcoop+; Mconfid+; Mil_Positive; Conv_descalation; Conv_escalation"
).split("; ")
