"""Tables keep their cells apart, their caption and source with them, and go on overleaf."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_pages import Line, Rule, Sheet, blocks, flat, prose, read, set_text

from claimtrace.model.document import BlockKind, Document

_HEAD = ["Incident", "Year", "Attributed to"]
_ROWS = [
    ["Closing of the quay", "1998", "Nobody"],
    ["Fire in the archive", "2001", "A northern navy"],
    ["Loss of the cable", "2004", "The island"],
    ["Theft of the ledgers", "2007", "Nobody"],
]
_MORE = [["Burning of the mole", "2010", "Nobody"], ["Sinking of the buoy", "2012", "The navy"]]
_EDGES = (55.0, 220.0, 300.0)
_STEP = 14.0
_CAPTION = "Table 1. Incidents in the northern harbours."
_SOURCE = "Source: Port ledgers of the northern bay."


def _cells(rows: list[list[str]], top: float) -> list[Line]:
    return [
        Line(cell, x, top + at * _STEP, 9)
        for at, row in enumerate(rows)
        for cell, x in zip(row, _EDGES, strict=True)
        if cell
    ]


def _rules(style: str, rows: int, top: float, head: bool = True) -> list[Rule]:
    """The rules of a table whose first baseline is ``top``."""
    over, height = top - 11, rows * _STEP
    heights = {
        "grid": [at * _STEP for at in range(rows + 1)],
        "three rules": [0, _STEP, height] if head else [0, height],
        "two rules": [0, _STEP],
        "every row": [at * _STEP for at in range(rows + 1)],
        "no rules": [],
    }[style]
    across = [Rule(50, over + y, 430, over + y) for y in heights]
    down = [Rule(x, over, x, over + height) for x in (50, 215, 295, 430)] if style == "grid" else []
    return across + down


def _page(style: str, rows: list[list[str]], mark: str = "Table 1.") -> Sheet:
    top = 210.0
    foot = top + len(rows) * _STEP
    lines = [
        *set_text(prose(5, 1), 50, 90, 380),
        Line(_CAPTION.replace("Table 1.", mark), 50, 185, 9),
        *_cells(rows, top),
        Line(_SOURCE, 50, foot + 8, 8),
        *set_text(prose(5, 2), 50, foot + 40, 380),
    ]
    return Sheet(lines, _rules(style, len(rows), top))


def _cells_of(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [list(table.columns), *([cell.text for cell in row] for row in table.rows)]


_STYLES = ["grid", "three rules", "two rules", "every row", "no rules"]


def test_the_rule_above_the_notes_ends_a_table_that_goes_on_overleaf() -> None:
    foot = 210.0 + 5 * _STEP
    lines = [
        *set_text(prose(5, 1), 50, 90, 380),
        Line("The ports are compared in Table 1.", 50, 160),
        Line("7", 204, 156, 6),
        Line(_CAPTION, 50, 185, 9),
        *_cells([_HEAD, *_ROWS], 210),
        Line("7. Port Office, Ledgers.", 50, foot + 8, 8.5),
    ]
    first = Sheet(lines, [*_rules("two rules", 5, 210.0), Rule(48, foot - 6, 436, foot - 6)])
    second = Sheet([*_cells([_HEAD, *_MORE], 90), *set_text(prose(6, 2), 50, 150, 380)], _rules("three rules", 3, 90.0))
    document = read([first, second])
    assert _cells_of(document) == [_HEAD, *_ROWS, *_MORE]
    assert "Ledgers" not in " ".join(cell.text for table in document.tables for row in table.rows for cell in row)


@pytest.mark.parametrize("style", _STYLES)
def test_a_table_is_read_cell_by_cell(style: str) -> None:
    document = read([_page(style, [_HEAD, *_ROWS])])
    (table,) = document.tables
    assert _cells_of(document) == [_HEAD, *_ROWS]
    assert (table.label, table.caption, table.pages) == ("Table 1", "Incidents in the northern harbours.", (1,))
    assert table.caption_span is not None and document.text.at(table.caption_span) == _CAPTION
    assert table.source is not None and document.text.at(table.source) == _SOURCE


@pytest.mark.parametrize("style", _STYLES)
def test_the_text_around_a_table_stays_out_of_it(style: str) -> None:
    document = read([_page(style, [_HEAD, *_ROWS])])
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(5, 1), prose(5, 2)]
    assert blocks(document, BlockKind.CAPTION, BlockKind.SOURCE_LINE) == [_CAPTION, _SOURCE]


@pytest.mark.parametrize("style", _STYLES)
def test_every_cell_has_its_place(style: str) -> None:
    document = read([_page(style, [_HEAD, *_ROWS])])
    (table,) = document.tables
    for at, row in enumerate(table.rows, start=1):
        for cell, x in zip(row, _EDGES, strict=True):
            assert cell.span is not None
            assert document.text.at(cell.span) == cell.text
            (box,) = document.text.boxes(cell.span)
            assert box.x0 == pytest.approx(x, abs=0.5)
            assert box.top < 210 + at * _STEP < box.bottom


@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_an_empty_cell_keeps_its_place(style: str) -> None:
    rows = [_HEAD, _ROWS[0], ["Fire in the archive", "", "A northern navy"], *_ROWS[2:]]
    assert _cells_of(read([_page(style, rows)])) == rows


@pytest.mark.parametrize("sign", ["-", "\N{EN DASH}", "+"])
def test_signs_spaced_over_the_columns_of_a_row_are_cells_of_their_own(sign: str) -> None:
    names = [row[0] for row in _ROWS]
    page = _page("three rules", [_HEAD, *([name, "", ""] for name in names)])
    page.add(*(Line(2 * sign, 220, 210 + at * _STEP, 9, spacing=80) for at in range(1, 5)))
    assert _cells_of(read([page])) == [_HEAD, *([name, sign, sign] for name in names)]


@pytest.mark.parametrize("mark", ["Table 1.", "Table 1:", "TABLE 1.", "Table I.", "Table A1."])
def test_captions_are_marked_in_many_ways(mark: str) -> None:
    (table,) = read([_page("grid", [_HEAD, *_ROWS], mark)]).tables
    assert table.label == mark.rstrip(".:")
    assert table.caption == "Incidents in the northern harbours."


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_a_table_goes_on_overleaf(style: str, repeated: bool) -> None:
    top, over = 490.0, 100.0
    rest = [_HEAD, *_MORE] if repeated else _MORE
    first = [*set_text(prose(20, 1), 50, 90, 380), Line(_CAPTION, 50, top - 25, 9), *_cells([_HEAD, *_ROWS], top)]
    second = [*_cells(rest, over), *set_text(prose(12, 2), 50, 180, 380)]
    document = read(
        [
            Sheet(first, _rules(style, 5, top)),
            Sheet(second, _rules(style, len(rest), over, head=repeated)),
        ]
    )
    assert _cells_of(document) == [_HEAD, *_ROWS, *_MORE]
    assert document.tables[0].pages == (1, 2)
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(20, 1), prose(12, 2)]


def test_two_tables_on_one_page_are_two() -> None:
    upper = _page("three rules", [_HEAD, *_ROWS])
    shift = 260.0
    lower = [
        replace(line, base=line.base + shift, text=line.text.replace("Table 1", "Table 2"))
        for line in upper.lines
        if line.base > 180
    ]
    rules = [replace(rule, y0=rule.y0 + shift, y1=rule.y1 + shift) for rule in upper.rules]
    document = read([Sheet([*upper.lines, *lower], [*upper.rules, *rules])])
    assert [table.label for table in document.tables] == ["Table 1", "Table 2"]
    assert all(len(table.rows) == 4 for table in document.tables)
    assert len({table.id for table in document.tables}) == 2


def test_a_table_between_rules_across_two_columns_leaves_the_text_below_alone() -> None:
    head = [Line("Table 1 Incidents in the northern harbours", 50, 85, 9), *_cells([_HEAD, *_ROWS], 110)]
    columns = [*set_text(prose(8, 1), 50, 220, 180), *set_text(prose(8, 2), 250, 220, 180)]
    foot = Line("Table 2 Ships", 50, 500, 9)
    lower = [replace(line, base=line.base + 420) for line in _cells([_HEAD, *_ROWS], 110)]
    rules = [Rule(50, y, 430, y) for y in (99, 113, 169, 519, 533, 589)]
    document = read([Sheet(set_text(prose(9, 3), 50, 90, 380)), Sheet([*head, *columns, foot, *lower], rules)])
    assert [table.label for table in document.tables] == ["Table 1", "Table 2"]
    assert [table.columns for table in document.tables] == [tuple(_HEAD)] * 2
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(9, 3), prose(8, 1), prose(8, 2)]


def test_a_table_that_goes_on_in_the_next_column_is_one() -> None:
    left = [*set_text(prose(10, 1), 50, 90, 180), Line("Table 1. Incidents.", 50, 395, 9)]
    cells = [[row[0][:7], row[1]] for row in [_HEAD, *_ROWS, *_MORE]]
    over = [cells[0], *cells[4:]]
    left += [Line(row[at], x, 420 + 14 * n, 9) for n, row in enumerate(cells[:4]) for at, x in enumerate((55, 160))]
    right = [Line(row[at], x, 95 + 14 * n, 9) for n, row in enumerate(over) for at, x in enumerate((255, 360))]
    right += set_text(prose(10, 2), 250, 190, 180)
    rules = [Rule(50, y, 230, y) for y in (409, 423, 466)] + [Rule(250, y, 430, y) for y in (84, 98, 141)]
    document = read([Sheet([*left, *right], rules)])
    assert _cells_of(document) == cells
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(10, 1), prose(10, 2)]


def test_rules_without_a_caption_make_no_table() -> None:
    lines = [*set_text(prose(6, 1), 50, 90, 380), *set_text(prose(6, 2), 50, 200, 380)]
    document = read([Sheet(lines, [Rule(50, 180, 430, 180), Rule(50, 300, 430, 300)])])
    assert document.tables == ()
    assert flat(document) == f"{prose(6, 1)} {prose(6, 2)}"


def test_a_sentence_that_names_a_table_is_no_caption() -> None:
    text = f"{prose(5, 1)} The first of them is shown at length in Table 1. {prose(5, 2)}"
    document = read([Sheet(set_text(text, 50, 90, 380), [Rule(50, 80, 430, 80), Rule(50, 300, 430, 300)])])
    assert document.tables == ()
    assert flat(document) == text


def test_a_source_line_in_the_type_of_a_table_without_rules_is_no_row() -> None:
    foot = 210.0 + 5 * _STEP
    lines = [
        *set_text(prose(5, 1), 50, 90, 380),
        Line(_CAPTION, 50, 185, 9),
        *_cells([_HEAD, *_ROWS], 210),
        Line(_SOURCE, 50, foot, 9),
        *set_text(prose(5, 2), 50, foot + 40, 380),
    ]
    document = read([Sheet(lines)])
    assert _cells_of(document) == [_HEAD, *_ROWS]
    assert blocks(document, BlockKind.SOURCE_LINE) == [_SOURCE]


@pytest.mark.parametrize("style", ["grid", "three rules"])
def test_a_table_goes_on_over_three_pages(style: str) -> None:
    ports = ["Selwyn", "Carrick", "Ives", "Mole", "Harrow", "Quay", "Lund", "Marsh", "Farrow", "Holm", "Tern", "Gull"]
    rows = [[f"Fire at {port}", str(1950 + at), f"The {port[::-1]}"] for at, port in enumerate(ports)]
    first = Sheet(
        [*set_text(prose(5, 1), 50, 90, 380), Line(_CAPTION, 50, 185, 9), *_cells([_HEAD, *rows[:4]], 210)],
        _rules(style, 5, 210.0),
    )
    others = [Sheet(_cells([_HEAD, *part], 250), _rules(style, 5, 250.0)) for part in (rows[4:8], rows[8:])]
    document = read([first, *others, Sheet(set_text(prose(9, 2), 50, 90, 380))])
    (table,) = document.tables
    assert table.pages == (1, 2, 3)
    assert _cells_of(document) == [_HEAD, *rows]
