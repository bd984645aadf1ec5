"""Tables: grids from pdfplumber, words from our own reading, so that every cell keeps its trace.

Three kinds are read: full grids, whose cells pdfplumber finds; tables with horizontal rules only, whose columns
are the white strips that run through their rows; and what goes on with either on the next page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from statistics import median
from types import SimpleNamespace
from typing import Any, cast

from claimtrace.read.lines import Chunk, LineOfWords, chunks_of, lines_of
from claimtrace.read.rules import Edge
from claimtrace.read.runs import Run
from claimtrace.read.table_rows import Cells, row_begins
from claimtrace.read.words import Word

Bounds = tuple[float, float, float, float]  # x0, top, x1, bottom
_CAPTION = re.compile(
    r"(?:Table|Figure|Fig\.)(?:[\s-]*\d|[\s-]+(?-i:[IVX]|[A-Z]\b|[A-Z]\d))\w*(?:\s*[.:|–—]|$|\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_CONTINUED = r"\(?(?:cont(?:inued|['’]?d\b|\.)|Fortsetzung|suite|continuaci[oó]n)\)?"
GOES_ON = rf"{_CONTINUED}:?\s+(?:of\s+|from\s+)?"  # before the word "Table"
_TABLE_CAPTION = re.compile(rf"(?:{GOES_ON})?(?:Table|Tabelle|Tableau|Tabla|Cuadro)[\s-]*(?-i:[\dIVXA])", re.IGNORECASE)
_INITIALS = frozenset("TtCcFfSs(")  # to look at one letter is quicker
_REST = re.compile(rf"{GOES_ON}\w|.*\W{_CONTINUED}\W*$", re.IGNORECASE)
SOURCE_LINE = re.compile(
    r"^(?:Sources?|Notes?|Quelle|Fuente|Adapted from|Data sources?)\s*[:.]\s*\S",
    re.IGNORECASE,
)
_THREE = 3  # rules of most tables without a grid: over and under the head, and at the end
_TEXT_LINES = 8  # more in two or three columns are no rows
_ALIKE = 6.0  # points by which the edges of two parts of a table may differ
_TOUCH = 2.5  # points within which two rules are taken for one


@dataclass(slots=True)
class TableLayout:
    """A table on one page; ``rows`` hold cells, a cell holds its lines. The first row is the head."""

    page: int
    bounds: Bounds
    rows: list[list[list[LineOfWords]]]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(len(row) for row in self.rows)


@dataclass(slots=True)
class _Rule:
    x0: float
    x1: float
    y: float


def page_tables(edges: Sequence[Edge], number: int, chunks: Sequence[Chunk]) -> list[TableLayout]:
    """The tables of a page, from top to bottom.

    Args:
        edges: the ruling lines of the page.
        number: the page's number, from 1.
        chunks: the page's words without its furniture.
    """
    if not edges:
        return []
    runs = [chunk.words for chunk in chunks]
    found = list(_grids(edges, number, runs))
    taken = [table.bounds for table in found]
    rules = _rules(edges)
    for stack in _stacks(rules):
        for bounds, heights in _ruled_regions(stack, chunks, rules):
            if not any(_overlap(bounds, other) for other in taken):
                table = from_white(number, bounds, heights, runs)
                if table:
                    found.append(table)
                    taken.append(table.bounds)
    return sorted(found, key=lambda table: (table.bounds[1], table.bounds[0]))


def names_table(text: str) -> bool:
    """Whether a line begins as the caption of a table does, or of its rest: "Table 2", "Continued Table 2"."""
    return text[:1] in _INITIALS and bool(_TABLE_CAPTION.match(text))


def names_rest(caption: str) -> bool:
    """Whether a table's caption says that the table goes on: "Continued Table 2", "Table 2. Ships (cont.)"."""
    return bool(_REST.match(caption))


def within(chunk: Chunk, bounds: Bounds) -> bool:
    """Whether the middle of a chunk lies in the bounds."""
    x, y = (chunk.x0 + chunk.x1) / 2, (chunk.top + chunk.bottom) / 2
    return bounds[0] - 1 <= x <= bounds[2] + 1 and bounds[1] - 1 <= y <= bounds[3] + 1


def same_head(table: TableLayout, other: TableLayout) -> bool:
    """Whether two parts of a table begin with the same row, as a head repeated on the next page does."""
    return cell_texts(table.rows[0]) == cell_texts(other.rows[0])


def same_columns(table: TableLayout, other: TableLayout) -> bool:
    """Whether two tables may be parts of one: by their heads, or by as many columns over the same width."""
    edges = max(abs(table.bounds[0] - other.bounds[0]), abs(table.bounds[2] - other.bounds[2]))
    return same_head(table, other) or (table.width == other.width and edges < _ALIKE)


def cell_texts(row: Iterable[list[LineOfWords]]) -> list[str]:
    """The words of each cell of a row, for comparing."""
    return [" ".join(line.text for line in cell) for cell in row]


def _overlap(a: Bounds, b: Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _grids(edges: Sequence[Edge], number: int, runs: Sequence[Run]) -> Iterator[TableLayout]:
    from pdfplumber.table import TableFinder  # slow to load, and most papers of some fields have no table

    # The finder asks a page for its edges only; pdfplumber's own pages need a second reading of the file, much slower.
    page = cast(Any, SimpleNamespace(edges=edges))
    grids = TableFinder(page).tables
    words = chain.from_iterable(runs if grids else ())
    by_height = sorted(((word.top + word.bottom) / 2, at, word) for at, word in enumerate(words))
    for grid in grids:
        cells = [list(row.cells) for row in grid.rows]
        width = max((len(row) for row in cells), default=0)
        whole = sum(cell is not None for row in cells for cell in row)
        if width < 2 or whole < 0.6 * width * len(cells):
            continue
        rows = [[_cell_lines(by_height, cell) if cell else [] for cell in row] for row in cells]
        rows = [row for row in rows if any(row)]
        filled = sum(bool(cell) for row in rows for cell in row)
        if rows and filled >= 0.4 * width * len(rows):
            x0, top, x1, bottom = (float(side) for side in grid.bbox)
            yield TableLayout(number, (x0, top, x1, bottom), rows)


def _cell_lines(words: Sequence[tuple[float, int, Word]], bounds: Bounds) -> list[LineOfWords]:
    """The words whose middle lies in the bounds; ``words`` are sorted by the height of theirs, and numbered."""
    x0, top, x1, bottom = bounds
    level = words[bisect_left(words, (top,)) : bisect_left(words, (bottom,))]
    inside = sorted((at, word) for _, at, word in level if x0 <= (word.x0 + word.x1) / 2 < x1)
    return lines_of(chunks_of([word for _, word in inside]))


def _rules(edges: Sequence[Edge]) -> list[_Rule]:
    """The horizontal rules of a page that are as long as those of tables and above notes."""
    pieces = sorted(
        (_Rule(edge["x0"], edge["x1"], edge["top"]) for edge in edges if edge["orientation"] == "h"),
        key=lambda rule: (round(rule.y), rule.x0),
    )
    rules: list[_Rule] = []
    for piece in pieces:
        last = rules[-1] if rules else None
        if last and abs(last.y - piece.y) < _TOUCH and piece.x0 - last.x1 < _TOUCH:
            last.x1 = max(last.x1, piece.x1)
        else:
            rules.append(piece)
    return [rule for rule in rules if rule.x1 - rule.x0 > 80]


def _stacks(rules: Sequence[_Rule]) -> Iterator[list[_Rule]]:
    """Rules of the same left and right edge, from top to bottom."""
    rules = sorted(rules, key=lambda rule: (round(rule.x0 / 6), round(rule.x1 / 6), rule.y))
    for _, group in groupby(rules, key=lambda rule: (round(rule.x0 / 6), round(rule.x1 / 6))):
        stack: list[_Rule] = []
        for rule in group:
            if not stack or rule.y - stack[-1].y > _TOUCH:
                stack.append(rule)
        if len(stack) >= 2:
            yield stack


def _ruled_regions(
    stack: Sequence[_Rule], chunks: Sequence[Chunk], rules: Sequence[_Rule]
) -> Iterator[tuple[Bounds, list[float]]]:
    """Stretches between rules that hold rows and no running text, each with the heights of its rules."""
    run = [stack[0].y]
    for above, below in pairwise(stack):
        if _holds_text(chunks, (above.x0, above.y, above.x1, below.y)):
            yield from _region(stack[0], run, chunks, rules)
            run = []
        run.append(below.y)
    yield from _region(stack[0], run, chunks, rules)


def _region(
    rule: _Rule, run: Sequence[float], chunks: Sequence[Chunk], rules: Sequence[_Rule]
) -> Iterator[tuple[Bounds, list[float]]]:
    if len(run) < 2:
        return
    bottom = run[-1]
    if len(run) == 2:  # head only: the rows go on to the page's end, or to the rule above its notes
        below = (other.y for other in rules if other.y > bottom + _TOUCH and other.x0 < rule.x1 and rule.x0 < other.x1)
        bottom = min(_end_of_rows(rule, bottom, chunks), min(below, default=float("inf")))
    yield (rule.x0 - 2, run[0] - 1, rule.x1 + 2, bottom + 1), list(run)


def _holds_text(chunks: Sequence[Chunk], bounds: Bounds) -> bool:
    """Whether running text stands there (lines that fill the width, no columns), or nothing at all."""
    inside = [chunk for chunk in chunks if within(chunk, bounds)]
    if not inside:
        return bounds[3] - bounds[1] > 60
    if any(_CAPTION.match(chunk.text) for chunk in inside):
        return True
    width = bounds[2] - bounds[0]
    full = [c for c in inside if c.x1 - c.x0 > 0.6 * width and len(c.words) > 5]
    in_columns = [c for c in inside if c.x1 - c.x0 > 0.3 * width and len(c.words) > 5]
    if len(in_columns) >= _TEXT_LINES and len(in_columns) > 0.6 * len(inside):
        return True
    return len(full) >= 3 and not _strips(lines_of(inside))


def _end_of_rows(rule: _Rule, start: float, chunks: Sequence[Chunk]) -> float:
    """Where the rows below a head end."""
    beside = [c for c in chunks if c.top > start - 2 and c.x1 >= rule.x0 and c.x0 <= rule.x1]
    rows = rows_until_text(lines_of(beside), start, rule.x1 - rule.x0)
    return max((line.bottom for line in rows), default=start)


def rows_until_text(lines: Sequence[LineOfWords], start: float, width: float) -> Sequence[LineOfWords]:
    """Lines below a height up to one that fills the width, a source line, smaller type (a note), or wide white."""
    bottom = start
    for at, line in enumerate(lines):
        size = lines[0].size
        fills = any(b.x1 - a.x0 > 0.6 * width for a, b in stretches(line))
        if fills or SOURCE_LINE.match(line.text) or line.size < 0.9 * size or line.top - bottom > 2.2 * size:
            return lines[:at]
        bottom = max(bottom, line.bottom)
    return lines


def stretches(line: LineOfWords) -> Iterator[tuple[Word, Word]]:
    """The first and last word of each stretch of six words or more with ordinary spaces between them."""
    words = list(line.words)
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at].x0 - words[at - 1].x1 > 0.75 * line.size:
            if at - start > 5:
                yield words[start], words[at - 1]
            start = at


def from_white(number: int, bounds: Bounds, rules: Sequence[float], runs: Sequence[Run]) -> TableLayout | None:
    """A table whose columns are told by the white between them, ``None`` where there is none.

    Args:
        number: the page's number, from 1.
        bounds: where it stands.
        rules: the heights of its horizontal rules, from the top.
        runs: all words of the page.
    """
    lines = lines_of(chunks_of(_words_within(runs, bounds)))
    if len(lines) < 2:
        return None
    head_end = rules[1] if len(rules) > 1 and rules[1] < bounds[3] - 4 else lines[0].bottom
    head = [line for line in lines if line.base <= head_end + 1] or lines[:1]
    body = [line for line in lines if line not in head]
    strips = _strips(lines if len(body) < 4 else body)
    closed = len(rules) == _THREE  # the second ends the head
    while body and strips and not closed and not _cells([body[0]], strips)[0]:
        head.append(body.pop(0))
    if not strips or not body:
        return None
    rows = [_cells(head, strips)] if rules else []
    if not rules:
        body = lines  # there may be no head, where a table goes on
    cells = [_cells([line], strips) for line in body]
    begins = row_begins(body, cells, rules)
    for line_cells, begins_row in zip(cells, begins, strict=True):
        if begins_row:
            rows.append(line_cells)
        else:
            for cell, more in zip(rows[-1], line_cells, strict=True):
                cell.extend(more)
    return TableLayout(number, bounds, rows)


def _words_within(runs: Iterable[Run], bounds: Bounds) -> Iterator[Word]:
    left, top, right, bottom = bounds
    for run in runs:
        if isinstance(run.bases, float) and not top <= run.bases - 1 <= bottom + 2:
            continue  # of most runs that is all there is to look at
        for word in run:
            if left <= (word.x0 + word.x1) / 2 <= right and top <= word.base - 1 <= bottom + 2:
                yield word


def _strips(lines: Sequence[LineOfWords]) -> list[float]:
    """The middles of the white strips that part the columns, from left to right.

    A strip may be crossed by one line in twelve: a heading within the table, a cell that runs over.
    """
    size = median(line.size for line in lines)
    steps = sorted(step for line in lines for step in _covered(line, 0.45 * size))
    allowed = len(lines) // 12
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    found: list[float] = []
    depth = 0
    opened: float | None = None
    for x, change in steps:
        depth += change
        if depth <= allowed and opened is None:
            opened = x
        elif depth > allowed and opened is not None:
            if opened > left and x < right and x - opened >= 0.5 * size:
                found.append((opened + x) / 2)
            opened = None
    return found


def _covered(line: LineOfWords, space: float) -> Iterator[tuple[float, int]]:
    """Where the line's ink begins (+1) and ends (-1), ordinary spaces between words taken for ink."""
    start, end = line.first.x0, line.first.x1
    for word in line.words[1:]:
        if word.x0 - end > space:
            yield start, 1
            yield end, -1
            start = word.x0
        end = max(end, word.x1)
    yield start, 1
    yield end, -1


def _cells(lines: Sequence[LineOfWords], strips: Sequence[float]) -> Cells:
    """The lines cut at the strips, one list of lines for each column."""
    words = [word for line in lines for word in line.words]
    cells: Cells = []
    bounds = [float("-inf"), *strips, float("inf")]
    for left, right in pairwise(bounds):
        inside = [word for word in words if left <= (word.x0 + word.x1) / 2 < right]
        cells.append(lines_of(chunks_of(inside)) if inside else [])
    return cells
