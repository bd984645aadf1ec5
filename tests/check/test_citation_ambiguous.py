"""citation-ambiguous: a citation that two entries answer to."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Severity, Verdict
from written_papers import findings_of

CHECK = "citation-ambiguous"
LOGS = "Holm, A. (2015a). Harbours without logs. Port Selwyn Press."
LAMPS = "Holm, A. (2015b). Lamps of the outer mole. Annals of Ports, 4(1), 12-40."
QUILL = "Quill, B. (2012). Tides and tallies. Port Selwyn Press."


def paper(text: str, *entries: str) -> str:
    return f"{text} The tallies were burnt (Quill, 2012).\n\n# References\n" + "\n".join((*entries, QUILL))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The port kept no log (Holm, 2015).", "(Holm, 2015)"),
        ("Holm (2015) says that the port kept no log.", "Holm (2015)"),
        ("The port kept no log (Holm, 2015, p. 14).", "(Holm, 2015, p. 14)"),
        ("The port kept no log (Holm, 2015; Quill, 2012).", "Holm, 2015"),
    ],
)
def test_a_missing_letter_is_found_with_both_entries(text: str, quote: str) -> None:
    (finding,) = findings_of(paper(f"{text} It was dear (Holm, 2015a) and dim (Holm, 2015b).", LOGS, LAMPS), CHECK)
    assert quote in finding.quote
    assert (finding.severity, finding.verdict) == (Severity.WARNING, Verdict.CONFIRMED)
    assert {evidence.text for evidence in finding.evidence} == {LOGS, LAMPS}
    assert len(finding.references) == 2


def test_all_places_make_one_finding() -> None:
    text = "The port kept no log (Holm, 2015). It was dear (Holm, 2015). It was dim (Holm, 2015b)."
    (finding,) = findings_of(paper(text, LOGS, LAMPS), CHECK)
    assert len(finding.citations) == 2
    assert [evidence.kind for evidence in finding.evidence].count("also cited here") == 1


def test_a_letter_beside_those_of_the_list_means_a_work_that_is_not_there() -> None:
    text = paper("The port kept no log (Holm, 2015c). It was dim (Holm, 2015a), and dear (Holm, 2015b).", LOGS, LAMPS)
    assert findings_of(text, CHECK) == []
    assert len(findings_of(text, "citation-without-reference")) == 1


def test_a_letter_where_one_entry_has_none_is_a_remark() -> None:
    (finding,) = findings_of(paper("The port kept no log (Holm, 2015a).", LOGS.replace("2015a", "2015")), CHECK)
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("The port kept no log (Holm, 2015a), and it was dim (Holm, 2015b).", (LOGS, LAMPS)),
        ("The port kept no log (Holm, 2015).", (LOGS.replace("2015a", "2015"),)),
        (
            "The port kept no log (A. Holm, 2015), and it was dim (K. Holm, 2015).",
            (LOGS.replace("2015a", "2015"), LAMPS.replace("Holm, A. (2015b)", "Holm, K. (2015)")),
        ),
        (
            "The port kept no log (Holm & Vik, 2015), and it was dim (Holm & Sand, 2015).",
            (
                LOGS.replace("Holm, A. (2015a)", "Holm, A., & Vik, C. (2015)"),
                LAMPS.replace("Holm, A. (2015b)", "Holm, A., & Sand, D. (2015)"),
            ),
        ),
        (
            "The port kept no log (Holm, 2015).",
            (LOGS.replace("2015a", "2015"), LOGS.replace("2015a", "2015").replace("Holm, A.", "Holm, Anna")),
        ),
        ("The Harbour Convention (2015) changed little (Holm, 2015a), as lamps show (Holm, 2015b).", (LOGS, LAMPS)),
    ],
    ids=["letters", "one entry", "initials", "second author", "one work listed twice", "a year of something else"],
)
def test_silent(text: str, entries: tuple[str, ...]) -> None:
    assert findings_of(paper(text, *entries), CHECK) == []
