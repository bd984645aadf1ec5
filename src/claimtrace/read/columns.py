"""Whether what stands on two sides of a white strip are columns, or the cells of rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from claimtrace.read.lines import Chunk, Row, rows_of
from claimtrace.read.words import Face

_FEWEST_ROWS = 3  # of the longer of two columns
_ITEM = re.compile(r"(?:[•●▪◦■–—*·‣⁃]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)(?:\s|$)")
_WORDS = re.compile(r"[^\W\d_]{2}|\d+(?:\.\d+)*\s+[^\W\d_]{2}")  # with which a heading begins
_TEXT_WIDTH = 36  # characters
_FEWEST_LINES = 3
_LONGEST_LABEL = 4  # lines
_ALIKE = 0.85  # of the lines begin at one edge
_LONG, _MOSTLY = 0.75, 0.6  # of the width; as many lines of running text are
_FEWEST_ITEMS, _LEAST_ITEMS = 2, 0.25  # rows that begin with one, and their share
_LEFT = attrgetter("x0")


def are_columns(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether two sides of a white column are read one after the other, rather than row by row."""
    if max(len({chunk.base for chunk in side}) for side in (left, right)) < _FEWEST_ROWS:
        return False  # chunks on one baseline are one row
    a, b = rows_of(left), rows_of(right)
    fewer, more = sorted((a, b), key=len)
    if not fewer or len(more) < _FEWEST_ROWS:
        return False
    if _has_just_begun(a, b):
        return True
    if _is_list(a) and _is_list(b):
        return True
    narrow = min(_width_in_characters(a), _width_in_characters(b))
    aligned = _aligned(fewer, more)
    if narrow >= 24:
        if len(fewer) < 3:
            return aligned < 0.6 or ((_runs_on(a) or _runs_on(b)) and _parted_by_gutter(a, b))
        return aligned < 0.6 or len(fewer) >= 8 or (_filled(a) >= 0.45 and _filled(b) >= 0.45)
    return aligned < 0.6 and len(more) >= 5 and max(_width_in_characters(a), _width_in_characters(b)) >= 24


def beside_labels(left: Sequence[Chunk], right: Sequence[Chunk]) -> list[list[Chunk]]:
    """Text with headings set out in its margin: each of them, and the text from its height on.

    Empty where the left side holds anything else: the first cells of a table, the numbers of a list.
    """
    amounts = [sum([chunk.characters for chunk in side]) for side in (left, right)]
    if 2 * amounts[0] > amounts[1] or not _fonts(left).isdisjoint(_fonts(right)):
        return []
    text, labels = rows_of(right), _stacked(rows_of(left))
    if max(map(len, labels)) > _LONGEST_LABEL or len(text) < _FEWEST_LINES or _width_in_characters(text) < _TEXT_WIDTH:
        return []
    edge = min(row.chunks[0].x0 for row in text)
    flush = sum(min(chunk.x0 for chunk in row.chunks) < edge + 2 for row in text)
    apart = edge - max(chunk.x1 for chunk in left) > text[0].size
    right_edge = max(row.x1 for row in text)
    long = sum(row.x1 > edge + _LONG * (right_edge - edge) for row in text)
    if not apart or flush < _ALIKE * len(text) or long < _MOSTLY * len(text):
        return []
    if not all(_WORDS.match(min(label[0].chunks, key=_LEFT).text) for label in labels):
        return []
    parts: list[list[Chunk]] = []
    tops = [label[0].base - label[0].size for label in labels] + [float("inf")]
    parts.append([chunk for chunk in right if chunk.base < tops[0]])
    for label, (top, end) in zip(labels, pairwise(tops), strict=True):
        parts.append([chunk for row in label for chunk in row.chunks])
        parts.append([chunk for chunk in right if top <= chunk.base < end])
    return [part for part in parts if part]


def _fonts(chunks: Sequence[Chunk]) -> set[int]:
    faces = [chunk.words.faces for chunk in chunks]
    return {face.font for own in faces for face in ([own] if isinstance(own, Face) else own)}


def _stacked(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows in stacks, each of rows that follow each other closely."""
    stacks = [[rows[0]]]
    for above, row in pairwise(rows):
        if row.base - above.base < 1.6 * row.size:
            stacks[-1].append(row)
        else:
            stacks.append([row])
    return stacks


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether items of a list stand under each other, each with its sign or number."""
    firsts = [min(row.chunks, key=_LEFT).text for row in rows]
    return sum(bool(_ITEM.match(first)) for first in firsts) >= max(_FEWEST_ITEMS, _LEAST_ITEMS * len(rows))


def _runs_on(rows: Sequence[Row]) -> bool:
    """Whether a word or sentence runs over a row's end: "GitHub re-", "pository"."""
    texts = [[chunk.text for chunk in row.chunks] for row in rows]
    return any(above[-1].endswith("-") or below[0][:1].islower() for above, below in pairwise(texts))


def _parted_by_gutter(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether more white than any line of text leaves stands between two sides, and the right one begins anew."""
    white = min(row.chunks[0].x0 for row in right) - max(row.x1 for row in left)
    return white > 1.2 * left[0].size and not right[0].chunks[0].text[:1].islower()


def _has_just_begun(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether a text ends in the upper part of the right column, beside a full left one.

    The cells of a table stand beside all of its rows.
    """
    if len(left) < 8 or len(right) > 0.6 * len(left) or _width_in_characters(left) < 24:
        return False
    if len(right) > 1 and max([row.characters for row in right]) < 24:
        return False
    return all(abs(one.base - other.base) < 0.5 * one.size for one, other in zip(left, right, strict=False))


def _width_in_characters(rows: Sequence[Row]) -> float:
    return median([row.characters for row in rows])


def _aligned(fewer: Sequence[Row], more: Sequence[Row]) -> float:
    """The share of rows on the shorter side that stand on a baseline of the other side."""
    bases = sorted(chunk.base for row in more for chunk in row.chunks)
    hits = 0
    for row in fewer:
        at = bisect_left(bases, row.base - 0.15 * row.size)
        hits += at < len(bases) and bases[at] < row.base + 0.15 * row.size
    return hits / len(fewer)


def _filled(rows: Sequence[Row]) -> float:
    """The share of rows that reach the column's right edge."""
    edges = [row.x1 for row in rows]
    right = max(edges)
    return sum([right - edge < 1.5 * row.size for edge, row in zip(edges, rows, strict=True)]) / len(rows)
