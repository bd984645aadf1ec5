"""Captions are read whole, with what stands under and over them, and the text runs on around them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_pages import Line, Rule, Sheet, blocks, poured, prose, read, set_text

from claimtrace.model.document import BlockKind

_TEXT = prose(60, 3)
_BOLD = "Times-Bold"


def _around(float_: list[Line], rules: list[Rule] | None = None) -> list[Sheet]:
    """A text over two pages, the second of which begins with these lines."""
    first, second = poured(_TEXT, 26)
    lower = [replace(line, base=line.base + 150) for line in second]
    return [Sheet(first), Sheet([*float_, *lower], rules or [])]


_CAPTIONS = {
    "a label by itself": [Line("Figure 3", 50, 150, 9, _BOLD), *set_text(prose(3, 8), 50, 161, 380, 9)],
    "a bold title": [Line("Figure 3. Ships by year.", 50, 150, 10, _BOLD), *set_text(prose(3, 8), 50, 162, 380)],
    "no mark": set_text(f"Fig. 3 Ships by year. {prose(2, 8)}", 50, 150, 380),
    "no mark, and parts": set_text(f"Fig. 3 (a) Ships by year, (b) boats by month. {prose(2, 8)}", 50, 150, 380),
    "a hyphen": set_text(f"Figure-3: {prose(2, 8)}", 50, 150, 380),
}


@pytest.mark.parametrize("name", _CAPTIONS)
def test_a_caption_is_one_and_the_sentence_around_it_too(name: str) -> None:
    lines = _CAPTIONS[name]
    document = read(_around(lines))
    assert blocks(document, BlockKind.CAPTION) == [" ".join(line.text for line in lines)]
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]


def _table(note: list[Line]) -> list[Sheet]:
    cells = [
        Line(cell, x, 120 + 14 * row, 9)
        for row, cells in enumerate([["Harbour", "Ships"], ["Northern", "12"], ["Southern", "14"]])
        for cell, x in zip(cells, (55, 220), strict=True)
    ]
    rules = [Rule(50, y, 430, y) for y in (109, 123, 151)]
    return _around([Line("Table 2. Ships by harbour.", 50, 100, 9), *cells, *note], rules)


@pytest.mark.parametrize(
    "text", ["Values are means of seven years.", "a Without the vessels of the navy", "* p < 0.05"]
)
def test_the_small_print_under_a_table_belongs_to_it(text: str) -> None:
    document = read(_table([Line(text, 50, 161, 8)]))
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]
    assert blocks(document, BlockKind.SOURCE_LINE) == [text]
    assert document.tables[0].source is None


def test_a_footnote_under_a_table_is_still_a_note() -> None:
    first, _ = poured(_TEXT, 26)
    table = _table([])[1]
    cells = [replace(line, base=line.base + 440) for line in table.lines if line.base < 160]
    rules = [replace(rule, y0=rule.y0 + 440, y1=rule.y1 + 440) for rule in table.rules]
    marker = Line("1", 50 + first[3].width, first[3].base, 6.5, rise=3.5)
    note = Line("1. See the harbour register of that year.", 50, 606, 8)
    document = read([Sheet([*first, marker, *cells, note], rules)])
    assert [document.text.at(note.span) for note in document.notes] == ["See the harbour register of that year."]


def test_words_in_a_figure_are_no_text_and_no_headings() -> None:
    words = [Line("Northern Bay", 200, 100, 11, _BOLD), Line("Outer", 90, 120, 8), Line("Inner mole", 300, 130, 8)]
    caption = Line("Figure 2. A chart of the bay.", 50, 170, 9)
    document = read(_around([*words, caption]))
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]
    assert document.sections == ()


@pytest.mark.parametrize("formula", ["share of ships = ships seen / ships known", "q = 3 x + 4"])
def test_a_formula_stays_out_of_the_text(formula: str) -> None:
    lines = set_text(prose(6, 1), 50, 90, 380)
    end = lines[-1].base
    document = read([Sheet([*lines, Line(formula, 140, end + 20), *set_text(prose(6, 2), 50, end + 42, 380)])])
    assert blocks(document, BlockKind.EQUATION) == [formula]
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(6, 1), prose(6, 2)]


@pytest.mark.parametrize("page", [1, 2])
def test_a_caption_across_two_of_three_columns_is_whole_and_no_title(page: int) -> None:
    words = (
        "Figure 2. The bay in the winter of the failed light, with the mole on the left and the light on the right; "
        "the ledgers give the dates of both, and the pilots drew the map in the margin of their own book"
    )
    caption = set_text(words, 30, 150, 280, 8)
    columns = [
        line for at, x in enumerate((30, 175, 320)) for line in set_text(prose(30, at + 1), x, 200, 135, 9)
    ]  # fmt: skip
    sheets = [Sheet(set_text(prose(60, 5), 30, 90, 420)), Sheet([*caption, *columns])][2 - page :]
    document = read(sheets)
    assert blocks(document, BlockKind.CAPTION) == [words]
    assert document.title is None
