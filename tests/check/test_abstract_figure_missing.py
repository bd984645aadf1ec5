"""abstract-figure-missing: what the abstract counts must stand in the body, be it rounded."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Verdict
from written_papers import audit_of, findings_of

CHECK = "abstract-figure-missing"
LIST = "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
KEPT = "We counted 412 barges and 38 tugs in the harbour of Selwyn."


def paper(abstract: str, body: str, table: str = "") -> str:
    parts = ("= Barges and Their Books", f"# Abstract\n\n{abstract}", f"# Introduction\n\n{KEPT} {body}", table, LIST)
    return "\n\n".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("abstract", "body", "near"),
    [
        (f"{KEPT} Of the pilots in it, 61 per cent kept a log.", "Of the pilots, 66 per cent kept logs.", False),
        (f"{KEPT} The sluice let through 4.60 boats an hour.", "The sluice let through 4.62 boats an hour.", True),
        (f"{KEPT} The mole had cost $14.2 million.", "The mole had cost a great sum.", False),
    ],
    ids=["another share", "another digit", "nothing like it"],
)
def test_a_figure_that_the_body_does_not_give(abstract: str, body: str, near: bool) -> None:
    (finding,) = findings_of(paper(abstract, f"{body} Ferries ran on Sundays (Quill, 2012)."), CHECK)
    assert finding.verdict is (Verdict.LIKELY if near else Verdict.POSSIBLE)
    assert len(finding.evidence) == near


@pytest.mark.parametrize(
    ("abstract", "body"),
    [
        (KEPT, ""),
        (f"{KEPT} Of the pilots, 61 per cent kept a log.", "Of the pilots, 60.8 per cent kept a log."),
        (f"{KEPT} Of the pilots, 68 per cent kept a log.", "Of the pilots, 41 of 60 kept a log."),
        (f"{KEPT} A third of the pilots kept a log.", "Some of the pilots kept a log."),
        (f"{KEPT} They were built before 1931.", "They are old."),
        (f"{KEPT} Harbour Papers 2021; 14:233-250.", "They are old."),
        (f"{KEPT} The mole had cost 1.2 million crowns.", "The mole had cost 1,187,300 crowns."),
    ],
    ids=["the same", "rounded", "a share of two numbers", "in words", "a year", "how to cite it", "in millions"],
)
def test_silent(abstract: str, body: str) -> None:
    assert findings_of(paper(abstract, f"{body} Ferries ran on Sundays (Quill, 2012)."), CHECK) == []


def test_it_abstains_where_most_figures_stand_nowhere() -> None:
    abstract = "We found 17 lamps, 29 ropes and 53 bells on 71 boats of the Selwyn company."
    audit = audit_of(paper(abstract, "Ferries ran on Sundays (Quill, 2012)."))
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert (row.state, row.checked) == (CoverageState.ABSTAINED, 0)


def test_a_paper_without_an_abstract_is_not_judged() -> None:
    audit = audit_of(f"# Introduction\n\nFerries ran on Sundays (Quill, 2012).\n\n{LIST}")
    assert next(row.state for row in audit.coverage if row.check == CHECK) is CoverageState.SKIPPED
