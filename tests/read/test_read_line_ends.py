"""What the end of a line has cut is joined again, and what belongs together with a hyphen keeps it."""

from __future__ import annotations

import random

import pytest
from drawn_pages import Line, Sheet, flat, given, poured, prose, read, set_text
from reportlab.pdfbase.pdfmetrics import stringWidth

from claimtrace.model.place import Span
from claimtrace.read.mend import Lexicon, join

_FILLER = ("the", "vessel", "lay", "in", "a", "bay", "and", "nobody", "went", "near", "it", "while", "rain", "fell")


def _line_ending_with(word: str) -> str:
    """A line that fills the column and whose last words are "behind" and this one."""
    chance = random.Random(word)
    while True:
        line = f"{' '.join(chance.choices(_FILLER, k=chance.randint(14, 20)))} behind {word}"
        if 375 < stringWidth(line, "Times-Roman", 10) < 380:
            return line


def _across(before: str, after: str, witness: str = "") -> str:
    """What the reader makes of words cut by a line's end; other words of the paper may bear witness."""
    lines = [_line_ending_with(before), f"{after} before {' '.join(_FILLER)}"]
    sheet = Sheet([*given(lines, 50, 90), *set_text(f"{prose(6, 2)} {witness}", 50, 126, 380)])
    return flat(read([sheet])).partition(" behind ")[2].partition(" before ")[0]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("inter-", "national", "international"),
        ("govern-", "ments", "governments"),
        ("co-", "ordinated", "coordinated"),
        ("there-", "fore", "therefore"),
        ("Medi-", "terranean", "Mediterranean"),
        ("states’ inter-", "ests", "states’ interests"),
        ("(inter-", "national", "(international"),
        ("inter\u00ad", "national", "international"),
        ("Strat-", "egy,” she", "Strategy,” she"),
        ("the plain", "words", "the plain words"),
        ("hand-", "led", "handled"),
        ("time-", "table", "timetable"),
        ("mid-", "dle-aged", "middle-aged"),
        ("anti-in-", "flammatory", "anti-inflammatory"),
    ],
)
def test_broken_words_are_mended(before: str, after: str, whole: str) -> None:
    assert _across(before, after) == whole


@pytest.mark.parametrize("sign", ["-", "\u2010", "\u2011", "\u00ad"])
def test_a_word_is_broken_with_any_hyphen(sign: str) -> None:
    assert join(f"inter{sign}", "national", Lexicon([["a", "well-known", "bay"]])) == ("", 1)


def test_a_hyphen_that_is_set_as_a_text_of_its_own_ends_its_word() -> None:
    line = Line(_line_ending_with("inter"), 50, 90)
    hyphen = Line("\u00ad", 50 + line.width, 90)
    sheet = Sheet([line, hyphen, *set_text(f"national waters. {prose(6, 2)}", 50, 102, 380)])
    assert "behind international waters" in flat(read([sheet]))


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("de-", "escalation", "de-escalation"),
        ("dual-", "use", "dual-use"),
        ("self-", "reported", "self-reported"),
        ("state-", "sponsored", "state-sponsored"),
        ("non-", "state", "non-state"),
        ("well-", "known", "well-known"),
        ("Anglo-", "American", "Anglo-American"),
        ("EU-", "wide", "EU-wide"),
        ("NATO-", "led", "NATO-led"),
        ("COVID-", "19", "COVID-19"),
        ("20-", "year", "20-year"),
        ("q-", "learning", "q-learning"),
        ("energy-", "resolved", "energy-resolved"),
        ("short-", "and long-term", "short- and long-term"),
        ("pre-", "or post-war", "pre- or post-war"),
        ("time-", "consuming", "time-consuming"),
        ("general-", "purpose", "general-purpose"),
        ("up-", "to-date", "up-to-date"),
        ("up-to-", "date", "up-to-date"),
    ],
)
def test_compounds_keep_their_hyphen(before: str, after: str, whole: str) -> None:
    assert _across(before, after) == whole


@pytest.mark.parametrize(
    ("before", "after", "witness", "whole"),
    [
        ("co-", "operation", "Much co-operation was seen.", "co-operation"),
        ("co-", "operation", "Much cooperation was seen.", "cooperation"),
        ("cyber-", "attack", "A cyber-attack was seen.", "cyber-attack"),
        ("cyber-", "attack", "A cyberattack was seen.", "cyberattack"),
        ("harbour-", "masters", "A harbour-master was seen.", "harbour-masters"),
        ("data-", "base", "One database was seen.", "database"),
        ("head-", "of-mission", "The head of the mission went.", "head-of-mission"),
        ("line-of-", "battle", "A battle of that line was fought.", "line-of-battle"),
    ],
)
def test_the_paper_itself_tells_how_it_writes_a_word(before: str, after: str, witness: str, whole: str) -> None:
    assert _across(before, after, witness) == whole


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("pp. 45-", "47", "pp. 45-47"),
        ("pp. 45–", "47", "pp. 45–47"),
        ("1990–", "2000", "1990–2000"),
        ("the quay—", "which", "the quay—which"),
        ("and/", "or", "and/or"),
        ("the quay –", "which", "the quay – which"),
    ],
)
def test_ranges_and_dashes_are_kept(before: str, after: str, whole: str) -> None:
    assert _across(before, after) == whole


def test_the_end_of_a_range_is_no_item_though_it_is_set_in() -> None:
    first, second = _line_ending_with("5(2), 61–"), f"97. Quay Press before {' '.join(_FILLER)}"
    sheet = Sheet([*given([first], 50, 90), *given([second], 64, 102), *set_text(prose(6, 2), 50, 126, 380)])
    assert "5(2), 61–97. Quay Press" in flat(read([sheet]))


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("https://doi.org/10.5555/", "tide.2024.17", "https://doi.org/10.5555/tide.2024.17"),
        ("https://doi.org/10.5555/tide-", "2024-17", "https://doi.org/10.5555/tide-2024-17"),
        ("doi:10.5555/tide.", "2024.17/b", "doi:10.5555/tide.2024.17/b"),
        ("https://ports.example/winter-", "ledger/1998", "https://ports.example/winter-ledger/1998"),
        ("https://ports.example/a_", "b.html", "https://ports.example/a_b.html"),
        ("https://ports.example/ledger?", "year=1998", "https://ports.example/ledger?year=1998"),
        ("https://ports.example/ledger.", "The next", "https://ports.example/ledger. The next"),
        ("https://ports.example/ledger", "(accessed", "https://ports.example/ledger (accessed"),
    ],
)
def test_addresses_go_on_over_a_lines_end_without_a_gap(before: str, after: str, whole: str) -> None:
    assert _across(before, after) == whole


def test_a_word_is_mended_over_a_page_break_a_footnote_and_a_float() -> None:
    first = [*poured(prose(40, 3), 30)[0], Line(_line_ending_with("inter-"), 50, 450)]
    note = [Line("1", 50, 600, 5.5, rise=3), *set_text("See the harbour register of that year.", 55, 600, 370, 8)]
    caption = set_text("Figure 1. Ships in the harbour by year.", 50, 90, 380, 8)
    rest = set_text(f"national before {prose(9, 4)}", 50, 130, 380)
    text = flat(read([Sheet([*first, *note]), Sheet([*caption, *rest])]))
    assert " behind international before " in text


def test_each_half_of_a_mended_word_stays_in_its_line() -> None:
    lines = [_line_ending_with("inter-"), f"national before {' '.join(_FILLER)}"]
    document = read([Sheet([*given(lines, 50, 90), *set_text(prose(6, 2), 50, 126, 380)])])
    start = document.text.string.index("international")
    head, tail = document.text.boxes(Span(start, start + len("international")))
    assert head.top < 90 < head.bottom < 102 < tail.bottom
    assert head.x1 > tail.x1
    assert tail.x0 == pytest.approx(50, abs=0.5)
