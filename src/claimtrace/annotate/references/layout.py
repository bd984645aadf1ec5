"""The first witness of where entries begin: how the list is laid out.

A hanging indent, white between entries, a first line that is set in, a last line that stops short, or entries of one
line each.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from claimtrace.annotate.references.openings import NAME_START, YEAR, begins_entry, clearly_better, ended, plausible
from claimtrace.model.document import Line

_SHORT = 0.08  # of a column's width by which a last line stops short


def by_layout(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """The lines that begin entries by their place on the page; nothing where the page does not tell.

    Several ways of laying out a list are tried; the one whose pieces read most like one entry each is taken. The ends
    of lines tell least, so that they must be clearly better than what indents and white tell.
    """
    ways = (way(lines, words) for way in (_hanging, _parted_by_white, _set_in, _each_line))
    best = max((way for way in ways if way), key=lambda way: plausible(way, words), default=[])
    loose = _behind_short_lines(lines, words)
    return loose if loose and clearly_better(loose, best, words) else best


def _hanging(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """Entries begin at the left edge of their column, their other lines are set in."""
    columns = list(_columns(lines))
    lefts = [min(lines[at].box.x0 for at in column) for column in columns if len(column) >= 4]
    indents = [
        lines[at].box.x0 - min(lines[i].box.x0 for i in column)
        for column in columns
        for at in column
        if lines[at].box.x0 - min(lines[i].box.x0 for i in column) > 3
    ]
    if len(indents) < 0.15 * len(lines):
        return []
    limit = min(median(indents) * 0.5, 12.0)
    starts: list[int] = []
    for column in columns:
        own = min(lines[at].box.x0 for at in column)
        left = min((edge for edge in lefts if 0 <= own - edge < 40), default=own) if len(column) < 4 else own
        starts.extend(at for at in column if lines[at].box.x0 - left < limit)
    return starts


def _set_in(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """Entries begin with an indent, their other lines at the left edge."""
    starts: list[int] = []
    for column in _columns(lines):
        left = min(lines[at].box.x0 for at in column)
        starts.extend(at for at in column if 6 < lines[at].box.x0 - left < 60)
    return starts


def _parted_by_white(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """More white stands above an entry's first line than between its lines."""
    starts: list[int] = []
    steps = [b.box.top - a.box.top for a, b in itertools.pairwise(lines) if _follows(a, b)]
    if not steps:
        return []
    least = min(steps)
    for column in _columns(lines):
        for at in column:
            first = at == column[0]
            wide = not first and lines[at].box.top - lines[at - 1].box.top > 1.18 * least
            if wide or (first and (at == 0 or (bool(NAME_START.match(words[at])) and bool(YEAR.search(words[at]))))):
                starts.append(at)
    return starts if len(starts) > 1 else []


def _behind_short_lines(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """Nothing but the end of a line parts entries: the line before a new one stops short of the right edge."""
    starts: list[int] = []
    for column in _columns(lines):
        left, right = min(lines[at].box.x0 for at in column), max(lines[at].box.x1 for at in column)
        for before, at in zip([None, *column], column, strict=False):
            short = before is not None and lines[before].box.x1 < right - _SHORT * (right - left)
            if at == 0 or ((before is None or short or ended(words[before])) and begins_entry(words, at)):
                starts.append(at)
    return starts if len(starts) > 1 else []


def _each_line(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    return list(range(len(lines)))


def _columns(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The positions of lines that follow each other down one column of one page."""
    column: list[int] = []
    for at, line in enumerate(lines):
        if column and not _follows(lines[column[-1]], line):
            yield column
            column = []
        column.append(at)
    if column:
        yield column


def _follows(before: Line, line: Line) -> bool:
    return before.box.page == line.box.page and line.box.top > before.box.top and abs(line.box.x0 - before.box.x0) < 90
