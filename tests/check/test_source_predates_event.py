"""source-predates-event: works that could not know, and sentences in which they need not."""

from __future__ import annotations

import pytest
from paragraph_cases import found_by_case

from claimtrace.model.finding import Severity, Verdict
from written_papers import audit_of

CHECK = "source-predates-event"
ENTRIES = """
Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.
Lund, H. (2017). Codes and keels. Port Selwyn Press.
Osei, F. (2021). Signals after dark. Quay Review, 13(1), 44-61.
Pell, G. (n.d.). Quays of clay. Port Selwyn Press.
Quill, B. (2012). Tides and tallies. Port Selwyn Press.
Rook, J. (forthcoming). Nets of wire. Port Selwyn Press.
Vane, O. (1971). Weathers and wharves. Port Selwyn Press.
Wick, L. (1999). Wharf law. Port Selwyn Press.
"""
FOUND = {
    "a known incident": ("The SolarWinds hack reached eighteen thousand customers (Quill, 2012).", Verdict.CONFIRMED),
    "two works, both older": (
        "NotPetya stopped the cranes of four ports (Quill, 2012; Holm, 2015).",
        Verdict.CONFIRMED,
    ),
    "a known agreement": ("The Paris Call asks firms to mend what they sell (Holm, 2015).", Verdict.CONFIRMED),
    "a law older than its first draft": ("The Digital Services Act binds the port (Holm, 2015).", Verdict.CONFIRMED),
    "in the sentence": ("As Quill (2012) shows, WannaCry shut the clinics of the port.", Verdict.CONFIRMED),
    "a dated deed": ("In 2019 Denmark closed its harbours to grain for a month (Holm, 2015).", Verdict.POSSIBLE),
    "a month and a year": ("The mole was closed to all ships in March 2016 (Quill, 2012).", Verdict.POSSIBLE),
}
SILENT = {
    "a younger work": "The SolarWinds hack reached eighteen thousand customers (Osei, 2021).",
    "of the same year": "NotPetya stopped the cranes of four ports (Lund, 2017).",
    "one of the works is younger": "NotPetya stopped the cranes of four ports (Quill, 2012; Osei, 2021).",
    "a law that was a bill then": "The Digital Services Act binds the port (Osei, 2021).",
    "a conflict that began before": "Russia's invasion of Ukraine emptied the port (Holm, 2015).",
    "an older event": "The Stuxnet worm had come first (Quill, 2012).",
    "a work without a year": "NotPetya stopped the cranes of four ports (Pell, n.d.).",
    "a forthcoming work": "NotPetya stopped the cranes of four ports (Rook, forthcoming).",
    "an idea behind the event": "The Paris Call draws on older drafts of such promises (Quill, 2012).",
    "a theory": "The theory by which NotPetya is judged is older (Quill, 2012).",
    "what is still to come": "By 2030 Denmark will have closed its harbours to grain (Quill, 2012).",
    "what ought to be": "Denmark should close its harbours by March 2026 (Quill, 2012).",
    "the paper's own act": "We read the logs again in March 2019, as others had done (Quill, 2012).",
    "a year of the citation itself": "The tallies were burnt, it is said (Osei, 2021; Quill, 2012).",
    "what was foreseen": "Long before NotPetya, Quill (2012) had warned of such worms.",
    "what was not": "Holm (2015) did not foresee NotPetya.",
    "a pattern that fits": "NotPetya and its like fit the pattern that Holm (2015) described.",
    "an older rule": "The Tallinn Manual applies the older rule of due care (Quill, 2012) to such ports.",
    "a contrast with the past": "Unlike the raids of the past (Quill, 2012), NotPetya needed no boats.",
    "a method": "Following the method of Holm (2015), the boats of 2018 were counted by us.",
    "cited for what stands before it": "Moored logs (Quill, 2012) tell how NotPetya spread through the port.",
    "what a law rests on": "The Budapest Convention draws on the harbour law of islands (Wick, 1999).",
    "a law of another age": "The SolarWinds hack falls under the law of pilots (Quill, 2012).",
    "no citation": "NotPetya stopped the cranes of four ports.",
}


@pytest.mark.parametrize("case", FOUND)
def test_an_event_younger_than_its_sources(case: str) -> None:
    text, verdict = FOUND[case]
    found = found_by_case(CHECK, {name: words for name, (words, _) in FOUND.items()}, ENTRIES)[case]
    assert [(finding.quote, finding.verdict) for finding in found] == [(text, verdict)]
    assert (found[0].severity is Severity.ERROR) == (verdict is Verdict.CONFIRMED)
    assert {e.kind for e in found[0].evidence} == (
        {"entry", "knowledge base"} if verdict is Verdict.CONFIRMED else {"entry"}
    )


def test_a_classic_may_be_cited_for_its_ideas() -> None:
    sentence = "The Log4Shell flaw reached the cranes (Vane, 1971)."
    (finding,) = found_by_case(CHECK, {sentence: sentence}, ENTRIES)[sentence]
    assert (finding.verdict, finding.severity) == (Verdict.POSSIBLE, Severity.WARNING)


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found_by_case(CHECK, SILENT, ENTRIES)[case] == []


def test_claims_on_undated_works_are_counted_as_not_judged() -> None:
    text = "NotPetya stopped the cranes (Pell, n.d.). Logs were lost (Holm, 2015).\n\n# References\n"
    row = next(row for row in audit_of(text + ENTRIES.strip()).coverage if row.check == CHECK)
    assert (row.checked, row.abstained) == (1, 1)
    assert "without a year" in (row.why or "")


def test_a_claim_that_leans_on_an_older_citation_is_a_surmise() -> None:
    text = (
        "Crews were paid late when the clerks lost the books (Quill, 2012). This was so again when NotPetya came.\n\n"
        "Logs were lost (Holm, 2015).\n\n# References\n"
    )
    (finding,) = [f for f in audit_of(text + ENTRIES.strip()).findings if f.check == CHECK]
    assert (finding.verdict, finding.severity) == (Verdict.LIKELY, Severity.WARNING)
    assert finding.quote == "This was so again when NotPetya came."
