"""caption-never-mentioned: a figure or table to which no sentence points."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Severity
from written_papers import audit_of, findings_of

CHECK = "caption-never-mentioned"


FILLER = (
    "Ferries ran on Sundays, when the chapel was full and the quays were empty. Ropes were bought in spring, when hemp "
    "was cheap, and sold in autumn, when every skipper who had lost one at sea came to the shed with his purse open."
)


def paper(sentence: str) -> str:
    return "\n\n".join(
        (
            "# Introduction",
            f"{FILLER} Tolls differ from port to port, as Figure 1 shows. {sentence}",
            "Figure 1. Tolls of three ports in the north.",
            FILLER,
            "Figure 2. Lamps of three ports in the north.",
            FILLER,
        )
    )


def test_a_figure_to_which_nothing_points() -> None:
    (finding,) = findings_of(paper("Lamps differ too."), CHECK)
    assert (finding.severity, finding.quote) == (Severity.INFO, "Figure 2. Lamps of three ports in the north.")
    assert "Figure 2 is mentioned nowhere" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Figure 2 gives the lamps.",
        "Lamps differ too (figure 2).",
        "Both are shown in Figures 1 and 2.",
        "Both are shown in Figures 1–2.",
        "The lamps are given in Figure 2a.",
        "The following figure gives the lamps.",
        "Lamps are given in the figure below.",
    ],
)
def test_silent(sentence: str) -> None:
    assert findings_of(paper(sentence), CHECK) == []


def test_a_table_of_that_number_is_not_the_figure() -> None:
    (finding,) = findings_of(paper("Lamps differ too (Table 2 of the yearbook)."), CHECK)
    assert "Figure 2" in finding.message


def test_it_abstains_where_most_are_pointed_to_in_another_way() -> None:
    text = paper("Lamps differ too.").replace("as Figure 1 shows", "as anybody can see")
    row = next(row for row in audit_of(text).coverage if row.check == CHECK)
    assert (row.state, row.abstained) == (CoverageState.ABSTAINED, 2)
