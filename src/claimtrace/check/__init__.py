"""The checks. This tuple is the registry: a check is a file of this folder that is listed here."""

from __future__ import annotations

from claimtrace.check import (
    citation_near_miss,
    citation_without_reference,
    claim_without_citation,
    event_date_wrong,
    extraction_unreliable,
    hidden_text,
    page_outside_source,
    page_reused,
    passage_duplicated,
    quotation_unmarked,
    quotation_without_citation,
    reference_never_cited,
    source_predates_event,
)
from claimtrace.check.base import Check

CHECKS: tuple[Check, ...] = (
    citation_without_reference.CHECK,
    citation_near_miss.CHECK,
    reference_never_cited.CHECK,
    page_outside_source.CHECK,
    page_reused.CHECK,
    quotation_without_citation.CHECK,
    quotation_unmarked.CHECK,
    claim_without_citation.CHECK,
    source_predates_event.CHECK,
    event_date_wrong.CHECK,
    passage_duplicated.CHECK,
    extraction_unreliable.CHECK,
    hidden_text.CHECK,
)
