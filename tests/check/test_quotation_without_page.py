"""quotation-without-page: quoted words that a reader cannot find, in a paper that says elsewhere where to look."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Severity, Verdict
from written_papers import audit_of, findings_of

CHECK = "quotation-without-page"
PLACED = (
    "One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4). The clerks said that “no "
    "tide was ever late on our account” (Holm, 2015, p. 19)."
)
LIST = """# References
Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.
Quill, B. (2012). Tides and tallies. Port Selwyn Press.
Tarn, C. (2016). A word to the crews. Annals of Ports, 5(2), 77-77.
Vane, D. (2017). Lamps of the coast. https://lamps.example/coast"""
BARE = "The keepers wrote that “a lamp is a promise to somebody unknown” (Quill, 2012)."


def found(*paragraphs: str) -> list[str]:
    return [finding.quote for finding in findings_of("\n\n".join((*paragraphs, LIST)), CHECK)]


@pytest.mark.parametrize(
    "sentence",
    [
        BARE,
        "Quill (2012) calls a lamp “a promise to somebody unknown”.",
        "A lamp is “a promise to somebody unknown” (Quill, 2012), or so the keepers said.",
    ],
)
def test_a_quotation_without_a_page(sentence: str) -> None:
    (finding,) = findings_of(f"{PLACED} {sentence}\n\n{LIST}", CHECK)
    assert finding.quote == sentence
    assert (finding.severity, finding.verdict) == (Severity.WARNING, Verdict.LIKELY)
    assert "Quill 2012" in finding.message
    assert [evidence.kind for evidence in finding.evidence] == ["entry"]


def test_of_a_web_page_it_is_for_information() -> None:
    sentence = "Of the coast it is said that “a lamp is a promise to somebody unknown” (Vane, 2017)."
    (finding,) = findings_of(f"{PLACED} {sentence}\n\n{LIST}", CHECK)
    assert (finding.severity, finding.verdict) == (Severity.INFO, Verdict.POSSIBLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The keepers wrote that “a lamp is a promise to somebody unknown” (Quill, 2012, ch. 3).",
        "Quill (2012) calls a lamp “a promise to somebody unknown” (p. 12).",
        "Lamps are “a promise” to somebody (Quill, 2012).",
        "The keepers wrote that “a lamp is a promise to somebody unknown” (Tarn, 2016).",
        "The keepers wrote that “a lamp is a promise to somebody unknown” (Vosk, 2018).",
        "The keepers wrote that “a lamp is a promise to somebody unknown”.",
        "Others held too that “the sea keeps no office hours and never will” (Quill, 2012).",
        "Quill (2012) calls a lamp “a promise to somebody unknown”. The phrase stood in the log (Quill, 2012, p. 9).",
    ],
    ids=[
        "chapter",
        "page behind",
        "two words",
        "one page",
        "no entry",
        "no citation",
        "page elsewhere",
        "next sentence",
    ],
)
def test_silent(sentence: str) -> None:
    assert found(f"{PLACED} {sentence}") == []


def test_a_page_behind_the_words_of_a_numbered_work() -> None:
    text = (
        "One pilot held that “the sea keeps no office hours and never will” [1, p. 4]. The clerks said that “no tide "
        "was ever late on our account” [1, p. 9]. Quill [1] calls a lamp “a promise to somebody unknown” (p. 12).\n\n"
        "# References\n[1] B. Quill, Tides and tallies. Port Selwyn: Selwyn Press, 2012.\n"
        "[2] A. Holm, Harbours without logs. Port Selwyn: Selwyn Press, 2015."
    )
    assert findings_of(text, CHECK) == []


def test_it_abstains_in_a_paper_that_gives_no_pages() -> None:
    audit = audit_of(f"{BARE} Ferries ran on Sundays (Holm, 2015).\n\n{LIST}")
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert (row.state, row.abstained) == (CoverageState.ABSTAINED, 1)
    assert "pages" in (row.why or "")
