"""page-outside-source: pages that the cited work does not have, and locators that cannot be judged."""

from __future__ import annotations

import pytest
from paragraph_cases import ENTRIES, found_by_case

from claimtrace.model.finding import Verdict
from written_papers import audit_of

CHECK = "page-outside-source"

FOUND = {
    "behind the last": ("The port kept no log (Holm, 2015, p. 88).", Verdict.CONFIRMED),
    "before the first": ("Lamps came late (Núñez & Ferry, 2017, p. 90).", Verdict.CONFIRMED),
    "a range that runs over the end": ("The port kept no log (Holm, 2015, pp. 38-44).", Verdict.CONFIRMED),
    "counted from the work's own first page": ("Lamps came late (Núñez & Ferry, 2017, p. 4).", Verdict.LIKELY),
    "behind a colon": ("The port kept no log (Holm 2015: 88).", Verdict.CONFIRMED),
    "behind the quotation": ("Holm (2015) writes that “no log was ever kept there” (p. 88).", Verdict.CONFIRMED),
}
MORE = """
Osei, F. (2020). Fog bells. Journal of Signals, 7(S1), S12-S40.
Pell, G. (2018). Quays of clay. Journal of Signals, 5(2), 101-19.
Rook, H. (2016). Nets of wire. PLOS Harbours, 11(4), e0153.
Swan, J. (2014). A preface on ropes. Annals of Ports, 3(1), ix-xx.
"""
SILENT = {
    "the first page": "The port kept no log (Holm, 2015, p. 12).",
    "the last page": "The port kept no log (Holm, 2015, p. 40).",
    "all of its pages": "The port kept no log (Holm, 2015, pp. 12-40).",
    "no page": "The port kept no log (Holm, 2015).",
    "a book": "The tallies were burnt (Quill, 2012, p. 731).",
    "a chapter": "The port kept no log (Holm, 2015, ch. 88).",
    "a section": "The port kept no log (Holm, 2015, sec. 2).",
    "a paragraph": "The port kept no log (Holm, 2015, para. 2).",
    "a range printed short": "Lamps came late (Núñez & Ferry, 2017, pp. 117-9).",
    "an entry's range printed short": "Quays were of clay (Pell, 2018, p. 118).",
    "letters on both sides": "Bells were rung in fog (Osei, 2020, p. S31).",
    "a letter on one side": "Bells were rung in fog (Osei, 2020, p. 31).",
    "an article number": "Nets were of wire (Rook, 2016, p. 9).",
    "a roman page of a roman range": "Ropes come first (Swan, 2014, p. xii).",
    "a plain page of a roman range": "Ropes come first (Swan, 2014, p. 45).",
    "a roman page of a plain range": "The port kept no log (Holm, 2015, p. iv).",
}


@pytest.mark.parametrize("case", FOUND)
def test_a_page_that_the_work_does_not_have(case: str) -> None:
    _, verdict = FOUND[case]
    found = found_by_case(CHECK, {name: words for name, (words, _) in FOUND.items()})[case]
    assert [finding.verdict for finding in found] == [verdict]
    assert len(found[0].citations) == len(found[0].references) == 1
    assert found[0].evidence[0].kind == "entry"


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found_by_case(CHECK, SILENT, ENTRIES + MORE.lstrip())[case] == []


def test_pages_that_cannot_be_judged_are_counted() -> None:
    text = "The tallies were burnt (Quill, 2012, p. 731), and no log was kept (Holm, 2015, p. 13).\n\n# References"
    audit = audit_of(f"{text}\n{ENTRIES.strip()}")
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert (row.checked, row.abstained) == (1, 1)
    assert row.why
