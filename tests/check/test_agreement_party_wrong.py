"""Who is party to what is compared with the knowledge base; what is hedged, past or not known is left alone."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Finding, Verdict
from written_papers import audit_of, findings_of

CHECK = "agreement-party-wrong"
LIST = "# References\nQuill, B. (2024). Tides and tallies. Port Selwyn Press."


def found(sentence: str) -> list[Finding]:
    return findings_of(f"The harbour office keeps the log. {sentence}\n\nFerries run (Quill, 2024).\n\n{LIST}", CHECK)


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia is a party to the Budapest Convention.",
        "India, a party to the Non-Proliferation Treaty, keeps its ports open.",
        "China has ratified the Budapest Convention.",
        "Russia and China are parties to the Budapest Convention.",
        "The United States ratified the Rome Statute.",
        "North Korea signed the Paris Call in 2018.",
        "Israel joined the Non-Proliferation Treaty.",
        "Switzerland is a member of NATO.",
        "China takes part in the Wassenaar Arrangement.",
        "Japan is not a party to the Budapest Convention.",
        "France has never ratified the Rome Statute.",
        "Germany remains outside the Budapest Convention.",
        "Estonia is not a member of NATO.",
    ],
)
def test_a_standing_that_the_knowledge_base_has_otherwise(sentence: str) -> None:
    findings = found(sentence)
    assert findings
    assert {finding.quote for finding in findings} == {sentence}
    assert all(finding.verdict is Verdict.LIKELY for finding in findings)
    assert all(finding.evidence[0].kind == "knowledge base" for finding in findings)


@pytest.mark.parametrize(
    "sentence",
    [
        # right
        "Japan is a party to the Budapest Convention.",
        "Russia is not a party to the Budapest Convention.",
        "Neither India nor Pakistan is party to the Non-Proliferation Treaty.",
        "The United States signed the Rome Statute.",
        "The United States has signed but not ratified the Rome Statute.",
        "Finland is a member of NATO.",
        "The United Kingdom left the European Union.",
        "Germany is a member of NATO and of the European Union.",
        # of another time
        "North Korea joined the Non-Proliferation Treaty in 1985.",
        "In 2003 Finland was not a member of NATO.",
        "Until 2020 the United Kingdom was a member of the European Union.",
        "Ireland had not yet ratified the Budapest Convention.",
        # not said to be so
        "Russia should join the Budapest Convention.",
        "If Russia joined the Budapest Convention, the ports would cheer.",
        "India was invited to join the Budapest Convention.",
        "Brazil is an observer to the Hague Code of Conduct.",
        "China considered whether to sign the Paris Call.",
        "China refused to sign the Paris Call.",
        # not known
        "Kazakhstan is a party to the Budapest Convention.",
        "Norway is bound by the General Data Protection Regulation.",
        "Russia is a party to the Port Selwyn Accord.",
        "The members of the Union are parties to the Budapest Convention.",
    ],
)
def test_what_is_right_past_hedged_or_not_known(sentence: str) -> None:
    assert found(sentence) == []


def test_a_state_that_left_is_no_party_any_more() -> None:
    (finding,) = found("The United States is a party to the Joint Comprehensive Plan of Action.")
    assert "gone since 2018" in finding.message
    assert finding.verdict is Verdict.POSSIBLE


def test_rows_of_a_table() -> None:
    findings = findings_of(
        "The Budapest Convention is compared with others (Quill, 2024).\n\nTable 1. Who joined what\n\n"
        f"State | Budapest Convention\nEstonia | Yes\nRussia | Yes\nJapan | No\nMexico | Partial\n\n{LIST}",
        CHECK,
    )
    assert [("Russia" in f.message, "Japan" in f.message) for f in findings] in ([(True, False), (False, True)], [])


def test_coverage_says_how_many_statements_could_not_be_judged() -> None:
    audit = audit_of(f"Kazakhstan is a party to the Budapest Convention (Quill, 2024).\n\n{LIST}")
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert (row.state, row.abstained) == (CoverageState.ABSTAINED, 1)
