"""Tables without any ruling line: rows under a caption whose cells stand under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrace.read.blocks import PageLayout
from claimtrace.read.lines import LineOfWords
from claimtrace.read.tables import TABLE_CAPTION, Bounds, TableLayout, from_white, rows_until_text

_FEWEST_ROWS = 3
_MOST_CAPTION_LINES = 4
_CELL_GAP = 1.0  # of the size; white between two words of one cell is narrower


def take_unruled_tables(layouts: Sequence[PageLayout]) -> list[TableLayout]:
    """The tables of pages whose ruled ones are taken; their lines leave the regions."""
    found: list[TableLayout] = []
    for page in layouts:
        for region in page.regions:
            for lines in list(_rows_under_captions(region.lines)):
                words = [word for line in lines for word in line.words]
                table = from_white(page.number, _hull(lines), (), words)
                if table and table.width > 1 and len(table.rows) >= _FEWEST_ROWS:
                    found.append(table)
                    taken = {id(line) for line in lines}
                    region.lines = [line for line in region.lines if id(line) not in taken]
    return found


def _rows_under_captions(lines: Sequence[LineOfWords]) -> Iterator[Sequence[LineOfWords]]:
    for at, line in enumerate(lines):
        if not TABLE_CAPTION.match(line.text) or _parted(line):
            continue
        start = at + 1
        while start < len(lines) and start <= at + _MOST_CAPTION_LINES and not _parted(lines[start]):
            start += 1
        width = max(other.x1 for other in lines) - min(other.x0 for other in lines)
        rows = rows_until_text(lines[start:], lines[start - 1].bottom, width)
        if len(rows) >= _FEWEST_ROWS and sum(map(_parted, rows)) > 0.6 * len(rows):
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
