"""placeholder-left: marks for what was to be filled in later, and what only looks like them."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Severity, Verdict
from written_papers import findings_of

CHECK = "placeholder-left"
LIST = "\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
FILLER = "The port kept no log (Quill, 2012)."


@pytest.mark.parametrize(
    "sentence",
    [
        "Its lamps were dim [citation needed].",
        "Its lamps were dim (citation needed).",
        "Its lamps were dim (reference to be added).",
        "Its lamps were dim (source?).",
        "Its lamps were dim (Author, Year).",
        "Its lamps were dim (Author, Year, p. XX).",
        "Its lamps were dim [??].",
        "Its lamps were dim, as Figure ?? shows.",
        "Its lamps were dim, as Section ?? tells.",
        "Its lamps were dim (Error! Reference source not found.).",
        "Its lamps were dim (Fehler! Verweisquelle konnte nicht gefunden werden.).",
        "Its lamps were dim (TODO: add source).",
        "Its lamps were dim [insert citation].",
        "Its lamps were dim, and XX per cent were out.",
        "Its lamps were dim, and XX% were out.",
        "Its lamps were dim (n = XX).",
        "Lorem ipsum dolor sit amet, the lamps were dim.",
        "Click here to enter text.",
    ],
)
def test_a_mark_is_found_with_its_sentence(sentence: str) -> None:
    (finding,) = findings_of(f"{FILLER} {sentence} Its keepers were old.{LIST}", CHECK)
    assert sentence.rstrip(").") in finding.quote
    assert "keepers" not in finding.quote
    assert (finding.severity, finding.verdict) == (Severity.ERROR, Verdict.CONFIRMED)


@pytest.mark.parametrize("mark", ["(REF)", "[REF]", "[CITE]", "(XXX)"])
def test_letters_that_might_mean_something_are_likely(mark: str) -> None:
    (finding,) = findings_of(f"{FILLER} The size of lamps has been examined before {mark}.{LIST}", CHECK)
    assert (finding.severity, finding.verdict) == (Severity.WARNING, Verdict.LIKELY)


@pytest.mark.parametrize(
    "text",
    [
        "The Rates and Extra Fees (REF) were high.",
        "The board met (REF). Its REF was read aloud.",
        "Readers of the web know the mark “[citation needed]” well. Some add [citation needed] to each line.",
        "Were the lamps dim (?), and for whom?",
        "The town lies in district XX of the old map.",
        "Female moths have XX chromosomes, males have XY.",
        "In Chapter XX the lamps are lit.",
        "The source needed no care, and the author, year by year, wrote on.",
        "What does one do? To do: that is the question.",
    ],
    ids=["abbreviation", "a word elsewhere", "spoken of", "doubt", "numeral", "letters", "roman", "words", "prose"],
)
def test_silent(text: str) -> None:
    assert findings_of(f"{FILLER} {text}{LIST}", CHECK) == []


def test_many_of_one_kind_make_one_finding() -> None:
    text = " ".join(f"Lamp {number} was dim [citation needed]." for number in range(1, 8))
    (finding,) = findings_of(f"{FILLER} {text}{LIST}", CHECK)
    assert "in 7 places" in finding.message
    assert len(finding.evidence) == 6
