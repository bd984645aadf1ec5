"""Tables without any ruling line: rows under a caption whose cells stand under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrace.read.blocks import PageLayout
from claimtrace.read.lines import Chunk, LineOfWords, lines_of
from claimtrace.read.tables import SOURCE_LINE, Bounds, TableLayout, from_white, names_table, rows_until_text

_FEWEST_ROWS = 3
_MOST_CAPTION_LINES = 4
_MOSTLY = 0.6
_LARGER = 1.1  # than the first row; text below a table is
_WIDE = 2.2  # of the size; white below a table
_TEXT_COLUMNS = 2  # as many may be columns of text
_CELL_GAP = 1.0  # of the size; white between two words of one cell is narrower


def take_unruled_tables(layouts: Sequence[PageLayout]) -> list[TableLayout]:
    """The tables of pages whose ruled ones are taken; their lines leave the regions."""
    found: list[TableLayout] = []
    for page in layouts:
        for region in page.regions:
            for lines in list(_rows_under_captions(region.lines)):
                table = from_white(page.number, _hull(lines), (), [line.words for line in lines])
                if table and table.width > 1 and len(table.rows) >= _FEWEST_ROWS:
                    found.append(table)
                    taken = {id(line) for line in lines}
                    region.lines = [line for line in region.lines if id(line) not in taken]
    return found


def rows_below(number: int, caption: Chunk, chunks: Sequence[Chunk]) -> Iterator[TableLayout]:
    """The table, if any, that stands without rules below the caption of its rest, over the page's whole width.

    Args:
        number: the page's number, from 1.
        caption: the first line of the caption.
        chunks: the page's words.
    """
    rows = list(_until_text(lines_of(chunk for chunk in chunks if chunk.top > caption.bottom)))
    if len(rows) >= _FEWEST_ROWS:
        table = from_white(number, _hull(rows), (), [line.words for line in rows])
        if table and table.width > _TEXT_COLUMNS:
            yield table


def _until_text(lines: Sequence[LineOfWords]) -> Iterator[LineOfWords]:
    """Lines up to text: in larger type, behind wide white, or the first of two that are filled from edge to edge."""
    width = max((line.x1 for line in lines), default=0.0) - min((line.x0 for line in lines), default=0.0)
    for at, line in enumerate(lines):
        size, above = lines[0].size, lines[max(at - 1, 0)]
        if line.size > _LARGER * size or line.top - above.bottom > _WIDE * size or SOURCE_LINE.match(line.text):
            return
        if all(_fills(other, width) for other in lines[at : at + 2]):
            return
        yield line


def _fills(line: LineOfWords, width: float) -> bool:
    return line.x1 - line.x0 > 0.9 * width and not _parted(line)


def _rows_under_captions(lines: Sequence[LineOfWords]) -> Iterator[Sequence[LineOfWords]]:
    for at, line in enumerate(lines):
        if not names_table(line.text) or _parted(line):
            continue
        start = at + 1
        while start < len(lines) and start <= at + _MOST_CAPTION_LINES and not _parted(lines[start]):
            start += 1
        width = max(other.x1 for other in lines) - min(other.x0 for other in lines)
        rows = rows_until_text(lines[start:], lines[start - 1].bottom, width)
        if len(rows) >= _FEWEST_ROWS and sum(map(_parted, rows)) > _MOSTLY * len(rows):
            yield rows


def _parted(line: LineOfWords) -> bool:
    """Whether a line holds more than one cell."""
    return max(line.words.gaps(), default=0.0) > _CELL_GAP * line.size


def _hull(lines: Sequence[LineOfWords]) -> Bounds:
    return (
        min(line.x0 for line in lines) - 1,
        lines[0].top - 1,
        max(line.x1 for line in lines) + 1,
        lines[-1].bottom + 1,
    )
