"""quotation-varies: quoted twice, in other words, from another page or from another work."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Verdict
from written_papers import findings_of

CHECK = "quotation-varies"
QUOTED = "One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4)."
FILLER = "Ropes were dear that year, and lamps were dearer (Holm, 2015)."
LIST = (
    "# References\nHolm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
    "Quill, B. (2012). Tides and tallies. Port Selwyn Press."
)


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("As they say, “the sea keeps no working hours and never will” (Quill, 2012, p. 4).", "“working” here"),
        ("As they say, “the sea keeps no office hours and never will” (Quill, 2012, p. 9).", "another page"),
        ("As they say, “the sea keeps no office hours and never will” (Holm, 2015, p. 9).", "another work"),
        (
            "He wrote: “I have told my sons on each of their birthdays that the sea keeps no working hours and never "
            "will, and they went to sea all the same, the fools, and drowned” (Quill, 2012, p. 4).",
            "“working” here",
        ),
    ],
    ids=["another word", "another page", "another work", "within a longer one"],
)
def test_a_quotation_that_comes_back_changed(again: str, told: str) -> None:
    (finding,) = findings_of("\n\n".join((QUOTED, FILLER, again, LIST)), CHECK)
    assert told in finding.message
    assert finding.quote == again
    assert [evidence.text for evidence in finding.evidence] == [QUOTED]


def test_words_from_one_page_are_surely_one_quotation() -> None:
    again = "As they say, “the sea keeps no working hours and never will” (Quill, 2012, p. 4)."
    (finding,) = findings_of("\n\n".join((QUOTED, FILLER, again, LIST)), CHECK)
    assert finding.verdict is Verdict.CONFIRMED


@pytest.mark.parametrize(
    "again",
    [
        "As they say, “the sea keeps no office hours and never will” (Quill, 2012, p. 4).",
        "As they say, “The sea keeps no office hours” (Quill, 2012, p. 4).",
        "As they say, “the sea keeps no [...] hours and never will” (Quill, 2012, p. 4).",
        "As they say, “the sea keeps no office hours, and never will” (Quill, 2012, pp. 3-5).",
        "As they say, “the land keeps office hours in every season of the year” (Quill, 2012, p. 4).",
        (
            "He wrote of the sea, the hours, and what will never be: “I have told my sons on each of their birthdays "
            "that the sea keeps no office hours and never will, and they went to sea all the same” (Quill, 2012, p. 4)."
        ),
    ],
    ids=["the same", "a part", "marked", "punctuation and a range", "another saying", "within a longer one"],
)
def test_silent(again: str) -> None:
    assert findings_of("\n\n".join((QUOTED, FILLER, again, LIST)), CHECK) == []
