"""Tables whose caption stands on another page, and tables that go on over pages, with rules and without."""

from __future__ import annotations

import pytest
from drawn_pages import Line, Rule, Sheet, blocks, prose, read, set_text

from claimtrace.model.document import BlockKind, Document

_PORTS = ["Selwyn", "Carrick", "Ives", "Mole", "Harrow", "Quay", "Lund", "Marsh", "Farrow", "Holm", "Tern", "Gull"]
_HEAD = ["Incident", "Year", "Attributed to"]
_ROWS = [
    [f"{deed} at {port}", str(1950 + 3 * at + 40 * nth), f"The {port[::-1].capitalize()}"]
    for nth, deed in enumerate(["Fire", "Theft", "Loss"])
    for at, port in enumerate(_PORTS)
]
_CAPTION = "Table 1. Incidents in the northern harbours."
_EDGES = (55.0, 220.0, 300.0)
_STEP = 14.0


def _cells(rows: list[list[str]], top: float) -> list[Line]:
    return [
        Line(cell, x, top + at * _STEP, 9)
        for at, row in enumerate(rows)
        for cell, x in zip(row, _EDGES, strict=True)
        if cell
    ]


def _rules(style: str, rows: int, top: float) -> list[Rule]:
    over = top - 11
    across = range(rows + 1) if style == "grid" else (0, 1, rows)
    level = [Rule(50, over + at * _STEP, 430, over + at * _STEP) for at in across]
    return level + [Rule(x, over, x, over + rows * _STEP) for x in (50, 215, 295, 430) if style == "grid"]


def _table(style: str, rows: list[list[str]], top: float) -> Sheet:
    return Sheet(_cells(rows, top), _rules(style, len(rows), top))


def _cells_of(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [list(table.columns), *([cell.text for cell in row] for row in table.rows)]


_TEXT = prose(60, 4)
_LINES = set_text(_TEXT, 50, 90, 380)


def _before(until: int) -> list[Line]:
    """The first lines of a text that a table interrupts within a sentence."""
    return _LINES[:until]


def _behind(since: int, top: float) -> list[Line]:
    shift = top - _LINES[since].base
    return [Line(line.text, line.x, line.base + shift) for line in _LINES[since:]]


@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_a_table_may_begin_on_the_page_before_its_caption(style: str) -> None:
    first = _table(style, [_HEAD, *_ROWS[:30]], 100)
    rest = _table(style, [_HEAD, *_ROWS[30:]], 100)
    rest.add(Line(_CAPTION, 50, 220, 9), *_behind(31, 260))
    document = read([Sheet(_before(31)), first, rest])
    assert _cells_of(document) == [_HEAD, *_ROWS]
    assert (document.tables[0].label, document.tables[0].pages) == ("Table 1", (2, 3))
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]


@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_a_table_may_stand_on_the_page_behind_its_caption(style: str) -> None:
    table = _table(style, [_HEAD, *_ROWS[:12]], 90)
    table.add(*_behind(31, 300))
    document = read([Sheet([*_before(31), Line(_CAPTION, 50, 600, 9)]), table])
    assert _cells_of(document) == [_HEAD, *_ROWS[:12]]
    assert (document.tables[0].label, document.tables[0].pages) == ("Table 1", (2,))
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]


@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_a_table_that_fills_a_page_may_stand_before_its_caption(style: str) -> None:
    behind = Sheet([Line(_CAPTION, 50, 90, 9), *_behind(31, 130)])
    document = read([Sheet(_before(31)), _table(style, [_HEAD, *_ROWS], 100), behind])
    assert _cells_of(document) == [_HEAD, *_ROWS]
    assert (document.tables[0].label, document.tables[0].pages) == ("Table 1", (2,))
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]


@pytest.mark.parametrize("mark", ["Continued Table 1", "Table 1 (continued)", "Table 1. Continued.", "Cont. Table 1"])
@pytest.mark.parametrize("head", [True, False])
def test_what_is_named_the_rest_of_a_table_needs_no_rules(mark: str, head: bool) -> None:
    first = Sheet([*_before(20), Line(_CAPTION, 50, 360, 9), *_cells([_HEAD, *_ROWS[:10]], 380)])
    rests = [
        Sheet([Line(mark, 50, 60, 10, "Times-Bold"), *_cells([*([_HEAD] if head else []), *rows], 100)])
        for rows in (_ROWS[10:22], _ROWS[22:])
    ]
    document = read([first, *rests, Sheet(_behind(20, 90))])
    assert _cells_of(document) == [_HEAD, *_ROWS]
    assert (document.tables[0].label, document.tables[0].pages) == ("Table 1", (1, 2, 3))
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]
    assert blocks(document, BlockKind.CAPTION) == [_CAPTION, mark, mark]


def test_what_stands_beneath_the_rest_of_a_table_stays_text() -> None:
    first = Sheet([*_before(20), Line(_CAPTION, 50, 360, 9), *_cells([_HEAD, *_ROWS[:10]], 380)])
    rest = Sheet([Line("Continued Table 1", 50, 60, 9), *_cells(_ROWS[10:16], 100), *_behind(20, 230)])
    document = read([first, rest])
    assert _cells_of(document) == [_HEAD, *_ROWS[:16]]
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]


@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_a_table_with_its_caption_again_on_the_next_page_is_one(style: str) -> None:
    first = Sheet(
        [*_before(20), Line(_CAPTION, 50, 360, 9), *_cells([_HEAD, *_ROWS[:10]], 390)], _rules(style, 11, 390)
    )
    rest = _table(style, [_HEAD, *_ROWS[10:16]], 110)
    rest.add(Line("Table 1. Incidents in the northern harbours (continued)", 50, 85, 9), *_behind(20, 250))
    document = read([first, rest])
    assert _cells_of(document) == [_HEAD, *_ROWS[:16]]
    assert document.tables[0].caption == "Incidents in the northern harbours."
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]


def test_two_tables_with_one_head_on_following_pages_are_two() -> None:
    sheets = []
    for number, rows in ((1, _ROWS[:8]), (2, _ROWS[8:16])):
        sheet = _table("three rules", [_HEAD, *rows], 120)
        sheets.append(sheet.add(Line(f"Table {number}. Incidents of the bay.", 50, 95, 9), *_behind(40, 300)))
    document = read(sheets)
    assert [table.label for table in document.tables] == ["Table 1", "Table 2"]
    assert [len(table.rows) for table in document.tables] == [8, 8]


@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_figures_at_the_head_of_each_page_of_a_table_are_no_furniture(style: str) -> None:
    rows = [[f"{1900 + at}", str(at % 7), str(at % 5)] for at in range(60)]
    first = Sheet([*_before(20), Line(_CAPTION, 50, 360, 9), *_cells([_HEAD, *rows[:12]], 390)])
    first.rules += _rules(style, 13, 390)
    sheets = [first]
    for at in range(12, 60, 12):
        sheet = _table(style, rows[at : at + 12], 80)
        sheets.append(sheet.add(*_behind(31, 300)))
    document = read([sheet.add(Line(str(folio), 240, 650, 9)) for folio, sheet in enumerate(sheets, start=31)])
    assert _cells_of(document) == [_HEAD, *rows]


@pytest.mark.parametrize("step", [20, 24])
def test_cells_of_two_lines_make_one_row(step: float) -> None:
    edges = (55, 150, 200, 300, 400)
    head = ["Ship", "Year", "Built at", "Lost in", "Men"]
    rows = [
        (["Gull of", "Selwyn"], "1901", ["the northern", "yard of Ives"], ["the ice of", "Carrick Bay"], "12"),
        (["Tern"], "1904", ["Mole"], ["the Lund", "narrows"], "7"),
        (["Heron of", "the Mole"], "1911", ["the yards", "of Marsh"], ["a fog"], "21"),
        (["Plover"], "1913", ["Farrow on", "the river"], ["the harbour", "of Quay"], "0"),
    ]
    lines = [Line(cell, x, 150, 9) for cell, x in zip(head, edges, strict=True)]
    for at, (ship, year, yard, sea, men) in enumerate(rows):
        for cell, x in zip((ship, [year], yard, sea, [men]), edges, strict=True):
            lines += [Line(text, x, 166 + at * step + 10 * below, 9) for below, text in enumerate(cell)]
    foot = 166 + len(rows) * step
    caption = Line("Table 1. Ships that were lost.", 50, 130, 9)
    rules = [Rule(50, y, 430, y) for y in (140, 154, foot - 5)]
    document = read([Sheet([caption, *lines, *_behind(31, foot + 30)], rules)])
    joined = [[" ".join(ship), year, " ".join(yard), " ".join(sea), men] for ship, year, yard, sea, men in rows]
    assert _cells_of(document) == [head, *joined]
