"""Which lines of a table are one row, where no rule between them tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrace.read.lines import LineOfWords

Cells = list[list[LineOfWords]]  # of one line, or of one row: for each column what stands in it
_ALIKE = 0.9  # of the lines that either of two columns fills
_FEWEST_OTHERS = 0.25  # of the rows; lines that go on with them
_HEADINGS = 0.4  # of such lines that may hold nothing but a first cell
_MOSTLY_FILLED = 0.75
_NEXT_LINE = 1.4  # of the size; a step within one cell
_LONGEST_STEP = 1.6  # of the size; likewise, where the steps between rows are longer
_JUMP = 0.6  # points by which these are so at least


def row_begins(lines: Sequence[LineOfWords], cells: Sequence[Cells], rules: Sequence[float]) -> list[bool]:
    """For each line below a table's head whether a row begins with it; so does the first.

    Args:
        lines: the lines from top to bottom, one at least.
        cells: what of each stands in which column.
        rules: the heights of the table's horizontal rules.
    """
    ruled = [any(above.base < y < line.base for y in rules) for above, line in pairwise(lines)]
    steps = [line.base - above.base for above, line in pairwise(lines)]
    within = _step_within_rows(lines, cells)
    first = _first_lines(cells)
    if first and (not within or sum(step > within for step in steps) < _ALIKE * len(first) - 1):
        begins = [at in first for at in range(1, len(lines))]
    elif within:
        begins = [step > within for step in steps]
    else:
        begins = [
            bool(own[0]) or step > _NEXT_LINE * line.size
            for step, line, own in zip(steps, lines[1:], cells[1:], strict=True)
        ]
    return [True, *(by_rule or begins_row for by_rule, begins_row in zip(ruled, begins, strict=True))]


def _first_lines(cells: Sequence[Cells]) -> set[int]:
    """The lines that begin rows of several lines, told by columns that hold one line in each row; empty if none do so.

    Two such columns at least fill the same lines, the first among them, and few others hold a first cell alone: that
    would be the heading of a group.
    """
    filled = [{at for at, line in enumerate(cells) if line[column]} for column in range(len(cells[0]))]
    for one, other in pairwise(sorted(filled, key=len)):
        both = one | other
        others = [line for at, line in enumerate(cells) if at not in both]
        alike = 0 in one & other and len(one & other) >= _ALIKE * len(both)
        several = len(others) >= _FEWEST_OTHERS * len(both)
        if alike and several and sum(not any(line[1:]) for line in others) <= _HEADINGS * len(others):
            return both
    return set()


def _step_within_rows(lines: Sequence[LineOfWords], cells: Sequence[Cells]) -> float:
    """The largest step between two lines of one row; 0 where each line is a row of its own.

    Rows of several lines show themselves twice: their lines stand closer than rows do, and lines behind the first leave
    cells empty. Single lines in groups leave none.
    """
    steps = sorted(b.base - a.base for a, b in pairwise(lines) if b.base - a.base > 1)
    levels = [a for a, b in pairwise(steps) if b - a >= max(_JUMP, 0.05 * a) and a <= _LONGEST_STEP * lines[0].size]
    within = max(levels, default=0.0)
    following = [own for own, (a, b) in zip(cells[1:], pairwise(lines), strict=True) if b.base - a.base <= within]
    filled = sum(bool(cell) for own in following for cell in own)
    return within if filled < _MOSTLY_FILLED * len(following) * len(cells[0]) else 0.0
