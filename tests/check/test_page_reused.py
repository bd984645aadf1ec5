"""page-reused: one page that has to answer for everything."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Verdict
from written_papers import findings_of

CHECK = "page-reused"
LIST = """# References
Holm, A. (2015). Harbours without logs. Port Selwyn Press.
Quill, B. (2012). Tides and tallies. Port Selwyn Press."""
PILOTS = "Pilots were paid by the tide (Holm, 2015, p. 39)."
LAMPS = "Lamps burned whale oil until midnight (Holm, 2015, p. 39)."
CHAPEL = "The chapel was roofed with slate (Holm, 2015, p. 39)."
DOGS = "Stray dogs slept beneath upturned hulls (Holm, 2015, p. 39)."
FILLER = "Ferries ran on Sundays (Quill, 2012)."


def test_three_unlike_claims_on_one_page_make_one_finding() -> None:
    found = findings_of("\n\n".join((PILOTS, FILLER, LAMPS, CHAPEL, LIST)), CHECK)
    assert len(found) == 1
    assert found[0].quote == PILOTS
    assert [e.text for e in found[0].evidence if e.kind == "the same page"] == [LAMPS, CHAPEL]
    assert len(found[0].claims) == 3


def test_four_unlike_claims_are_surer() -> None:
    found = findings_of("\n\n".join((PILOTS, LAMPS, CHAPEL, DOGS, LIST)), CHECK)
    assert [finding.verdict for finding in found] == [Verdict.LIKELY]


@pytest.mark.parametrize(
    "sentences",
    [
        (PILOTS, LAMPS),
        (PILOTS, LAMPS, "The chapel was roofed with slate (Holm, 2015, p. 40)."),
        (PILOTS, LAMPS, "The chapel was roofed with slate (Quill, 2012, p. 39)."),
        (PILOTS, LAMPS, "The chapel was roofed with slate (Holm, 2015)."),
        (PILOTS, "Pilots who refused pay were dismissed (Holm, 2015, p. 39).", LAMPS),
        (PILOTS, LAMPS, "Whale oil came in casks from the north (Holm, 2015, p. 39)."),
        (PILOTS, LAMPS, "Pilots were paid by the tide (Holm, 2015, p. 39)."),
        tuple(s.replace("p. 39", "ch. 3") for s in (PILOTS, LAMPS, CHAPEL)),
        tuple(s.replace("p. 39", "pp. 30-39") for s in (PILOTS, LAMPS, CHAPEL)),
    ],
    ids=[
        "two claims",
        "another page",
        "another work",
        "no page",
        "one subject",
        "one subject in the last",
        "a claim that stands again",
        "chapters",
        "ranges",
    ],
)
def test_silent(sentences: tuple[str, ...]) -> None:
    assert findings_of("\n\n".join((*sentences, FILLER, LIST)), CHECK) == []
