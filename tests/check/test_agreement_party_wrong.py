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


@pytest.mark.parametrize(
    "sentence",
    [
        "Germany never signed the Paris Agreement.",
        "Neither Canada nor Norway has signed the Paris Agreement.",
        "Norway withdrew from the Paris Agreement in 2019.",
        "Germany left NATO in 2011.",
        "Sweden is a founding member of NATO.",
        "Poland, a founding member of the European Union, keeps its ports open.",
        "Estonia was a founder member of NATO.",
    ],
)
def test_who_never_signed_who_left_and_who_was_there_first(sentence: str) -> None:
    (finding, *_) = found(sentence)
    assert finding.quote == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "China never signed the Non-Proliferation Treaty.",  # it acceded
        "Russia never signed the Paris Call.",
        "North Korea withdrew from the Non-Proliferation Treaty in 2003.",
        "The United States withdrew from the Joint Comprehensive Plan of Action in 2018.",
        "The United Kingdom left the European Union in 2020.",
        "Germany threatened to withdraw from NATO.",
        "Norway withdrew from the talks on the Paris Agreement.",
        "France is a founding member of NATO.",
        "Turkey was an early member of NATO and a founding member of the Council of Europe.",
        "Japan is an original signatory of UNCLOS.",
        "The United States withdrew from the INF Treaty in 2019.",
        "Russia pulled out of the Black Sea Grain Initiative in July 2023.",
        "India withdrew from the RCEP in 2019.",
        "Argentina withdrew from BRICS in December 2023.",
        "Greece left the Council of Europe in 1969.",
        "The United Kingdom left the European Free Trade Association in 1972.",
        "Brazil is a founding member of BRICS.",
        "Canada left NATO headquarters early.",
        "France left NATO's integrated command in 1966.",
        "Germany withdrew from the Paris Agreement in 2034.",  # nobody knows
    ],
)
def test_what_may_be_so(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Japan joined the Budapest Convention in 2018.", "2018"),
        ("Estonia joined NATO in March 2009.", "2009"),
        ("Finland, a member of NATO since 2004, keeps logs.", "2004"),
        ("Sweden became a member of NATO in 2014.", "2014"),
        ("Croatia entered the European Union in 2017.", "2017"),
        ("Japan's accession to the Budapest Convention in 2019 was quick.", "2019"),
    ],
)
def test_a_year_of_joining_that_is_off(sentence: str, year: str) -> None:
    (finding,) = found(sentence)
    assert f"joined {finding.message.split('joined ')[1].split(' in ')[0]} in {year}" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan joined the Budapest Convention in 2012.",
        "Japan ratified the Budapest Convention in 2004.",  # its parliament did
        "Japan signed the Budapest Convention in 2001.",
        "Finland, a member of NATO since 2023, keeps logs.",
        "Sweden applied to join NATO in 2022.",
        "Sweden joined NATO exercises in 2014.",
        "Montenegro joined NATO in June 2017, and North Macedonia in 2020.",
        "Estonia joined the European Union in 2004 and NATO in the same year.",
        "The United Kingdom joined the European Communities in 1973.",
        "NATO members supported Austria in 2009.",
        "Japan joined 60 states in backing the Budapest Convention in 2018.",
        "Japan joined a treaty modelled on the Budapest Convention in 2018.",
        "Japan, whom Quill (2024) calls a laggard, joined the Budapest Convention.",
    ],
)
def test_years_of_joining_that_are_right_or_of_something_else(sentence: str) -> None:
    assert found(sentence) == []


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
