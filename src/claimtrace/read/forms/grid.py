"""Tables of rows and cells that may span several columns or rows, set into a plain grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from claimtrace.model.document import BlockKind
from claimtrace.read.forms.draft import Part
from claimtrace.read.forms.tree import children, descendants, name_of
from claimtrace.read.forms.words import Words

_WIDEST = 200  # columns; more is no table of a paper


@dataclass(slots=True)
class GridCell:
    """A cell with the number of columns and rows that it spans."""

    words: Words
    columns: int = 1
    rows: int = 1


def table_part(rows: Sequence[Sequence[GridCell]], heads: int) -> Part:
    """A table; a cell that spans others leaves these empty, so that columns stay columns."""
    grid: list[list[Words]] = []
    below: dict[int, int] = {}  # for each column, how many more rows a cell from above fills
    for row in rows:
        cells: list[Words] = []
        waiting = list(row)
        while waiting or below.get(len(cells), 0):
            column = len(cells)
            if column >= _WIDEST:
                break
            if below.get(column, 0):
                below[column] -= 1
                cells.append(Words())
                continue
            cell = waiting.pop(0)
            for extra in range(min(max(cell.columns, 1), _WIDEST - column)):
                cells.append(Words() if extra else cell.words)
                below[column + extra] = max(cell.rows - 1, 0)
        grid.append(cells)
    kept = [row for row in grid if any(row)]
    dropped = sum(not any(row) for row in grid[:heads])
    return Part(BlockKind.TABLE, rows=kept, heads=max(heads - dropped, 1))


def html_table(table: etree._Element, words: Callable[[etree._Element], Words]) -> Part:
    """A table written with tr, td and th, as in HTML and JATS."""
    lines = [row for row in descendants(table, "tr") if _table_of(row) is table]
    heads = 0
    for row in lines:
        cells = list(children(row, "td", "th"))
        if name_of(_parent(row)) != "thead" and not (cells and all(name_of(cell) == "th" for cell in cells)):
            break
        heads += 1
    return table_part([[_cell(cell, words) for cell in children(row, "td", "th")] for row in lines], heads)


def _cell(cell: etree._Element, words: Callable[[etree._Element], Words]) -> GridCell:
    return GridCell(words(cell), span_of(cell.get("colspan")), span_of(cell.get("rowspan")))


def span_of(value: str | None) -> int:
    """How many columns or rows a cell spans, as its attribute says; 1 where that is no number."""
    return min(int(value), _WIDEST) if value and value.strip().isascii() and value.strip().isdigit() else 1


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _table_of(row: etree._Element) -> etree._Element | None:
    return next((above for above in row.iterancestors() if name_of(above) == "table"), None)
