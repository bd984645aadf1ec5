"""Reading order from geometry: chunks to columns, columns to lines.

Columns are found by the white between them: a recursive XY-cut (Nagy and Seth 1984) whose horizontal cuts are made
only where the set of white columns changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from statistics import median

from claimtrace.read.columns import are_columns, beside_labels
from claimtrace.read.lines import Chunk, LineOfWords, in_common, lines_of, rows_of
from claimtrace.read.zones import Zone, bands_of, by_type, extent, interior, typical_size, zones_of

_DEEPEST = 4  # cuts within each other
_ROWS_AT_HEAD = 6


@dataclass(slots=True, eq=False)
class Region:
    """A stretch of a page that is read from top to bottom: a column, or what runs across the columns."""

    lines: list[LineOfWords]
    x0: float
    x1: float
    depth: int
    margin: bool = False  # a narrow column beside the text


def regions(chunks: Sequence[Chunk]) -> list[Region]:
    """The chunks of a page as regions in reading order."""
    found = [_region(part, depth) for part, depth in _cut(list(chunks), 0)]
    for region in found:
        beside = [other for other in found if other is not region and _beside(region, other)]
        widest = max(beside, key=lambda other: other.x1 - other.x0, default=None)
        region.margin = widest is not None and _is_margin_of(region, widest)
    return found


def _is_margin_of(region: Region, text: Region) -> bool:
    """Whether a column is too narrow for running text, beside a wide one; in small type it may hold a little more."""
    smaller = _size_of(region) < 0.9 * _size_of(text)
    return region.x1 - region.x0 < 0.45 * (text.x1 - text.x0) and _chars(region) < (48 if smaller else 32)


def _size_of(region: Region) -> float:
    return median(line.size for line in region.lines)


def _beside(region: Region, other: Region) -> bool:
    apart = region.x1 <= other.x0 + 1 or other.x1 <= region.x0 + 1
    return (
        apart
        and in_common(region.lines[0].top, region.lines[-1].bottom, other.lines[0].top, other.lines[-1].bottom) > 0
    )


def _chars(region: Region) -> float:
    return median(len(line.text) for line in region.lines)


def _cut(chunks: list[Chunk], depth: int) -> Iterator[tuple[list[Chunk], int]]:
    """The parts of a region in reading order, each with how deep it was cut out."""
    if _overlap(chunks):
        yield chunks, depth
        return
    run: list[Chunk] = []
    for zone in (part for whole in zones_of(chunks) for part in by_type(whole)):
        labelled = _labelled(zone) if depth < _DEEPEST else []
        if labelled:
            yield from ((part, depth) for part in (run, *labelled) if part)
            run = []
            continue
        columns = _columns(zone) if depth < _DEEPEST else None
        if columns is None:
            run.extend(zone.chunks)
            continue
        if peeled := _peel(zone, run):
            run.extend(chunk for band in peeled for chunk in band)
            zone = Zone(zone.bands[len(peeled) :], zone.gaps)
            columns = _columns(zone) or [zone.chunks]
        run = _climb(run, columns)
        if run:
            yield run, depth
            run = []
        for column in columns:
            yield from _cut(column, depth + 1)
    if run:
        yield run, depth


def _overlap(chunks: Sequence[Chunk]) -> bool:
    """Whether some upright line touches all chunks: then no white between any of them parts columns."""
    return max([chunk.x0 for chunk in chunks]) <= min([chunk.x1 for chunk in chunks])


def _climb(above: list[Chunk], columns: list[list[Chunk]]) -> list[Chunk]:
    """What stands above columns and is not theirs; lines close over one column are added to that.

    A margin column, or the caption of a figure, begins beside the middle of a paragraph: what of this stands above it
    belongs to the rest.
    """
    bands = list(bands_of(above))
    while bands:
        band = bands[-1]
        x0, x1 = extent(band)
        over = [column for column in columns if extent(column)[0] - 1 <= x0 and x1 <= extent(column)[1] + 1]
        if len(over) != 1 or not (_is_first_line(band, over[0]) or _heads(band, over[0])):
            break
        over[0].extend(bands.pop())
    return [chunk for band in bands for chunk in band]


def _is_first_line(band: list[Chunk], column: list[Chunk]) -> bool:
    """Whether a line goes on in the first of a column, in size and distance."""
    rows = rows_of(column)
    if len(rows) < 2:
        return False
    first, second = rows[:2]
    step = first.base - max(chunk.base for chunk in band)
    alike = abs(typical_size(band) - first.size) < 0.05 * first.size
    return alike and step > 0 and abs(second.base - first.base - step) < 0.15 * first.size


def _heads(band: list[Chunk], column: list[Chunk]) -> bool:
    """Whether a line stands close over a column, or as wide as it is, in type not unlike that at its head."""
    head = nsmallest(_ROWS_AT_HEAD, column, key=lambda chunk: chunk.top)
    size = typical_size(head)
    close = head[0].top - max([chunk.bottom for chunk in band]) < 1.5 * size
    as_wide = all(abs(one - other) < 2 for one, other in zip(extent(band), extent(column), strict=True))
    bold = all(word.face.bold for chunk in band for word in chunk.words)
    return (close or as_wide) and abs(typical_size(band) - size) < (0.25 if bold else 0.12) * size


def _peel(zone: Zone, above: list[Chunk]) -> list[list[Chunk]]:
    """The bands at the head of a zone that go with the full-width lines above it.

    The short last line of an abstract stands over one column only; it is nearer to its own paragraph than
    to the columns.
    """
    peeled: list[list[Chunk]] = []
    while above and len(zone.bands) - len(peeled) > 3:
        band, following = zone.bands[len(peeled)], zone.bands[len(peeled) + 1]
        bottom = max(chunk.bottom for chunk in above)
        space_above = min(chunk.top for chunk in band) - bottom
        space_below = min(chunk.top for chunk in following) - max(chunk.bottom for chunk in band)
        if interior(zone.gaps, *extent(band)) or space_above + 1 >= space_below:
            break
        peeled.append(band)
        above = band
    return peeled


def _labelled(zone: Zone) -> list[list[Chunk]]:
    """The zone's text and the headings in its left margin, each at its height; empty where there are none."""
    for low, high in interior(zone.gaps, zone.x0, zone.x1):
        left = [chunk for chunk in zone.chunks if chunk.x1 <= low + 0.5]
        right = [chunk for chunk in zone.chunks if chunk.x0 >= high - 0.5]
        if left and right and (parts := beside_labels(left, right)):
            return parts
    return []


def _columns(zone: Zone) -> list[list[Chunk]] | None:
    """The zone's columns from left to right, or ``None`` where its white is that of a table or a list."""
    inner = interior(zone.gaps, zone.x0, zone.x1)
    if not inner:  # mostly
        return None
    columns: list[list[Chunk]] = []
    rest = zone.chunks
    for low, high in sorted(inner):
        left = [chunk for chunk in rest if chunk.x1 <= low + 0.5]
        right = [chunk for chunk in rest if chunk.x0 >= high - 0.5]
        if left and right and are_columns(left, right):
            columns.append(left)
            rest = right
    if not columns:
        return None
    return [*columns, rest]


def _region(chunks: list[Chunk], depth: int) -> Region:
    return Region(lines_of(chunks), *extent(chunks), depth)
