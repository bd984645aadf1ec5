"""Reading order from geometry: chunks to columns, columns to lines.

Columns are found by the white between them: a recursive XY-cut (Nagy and Seth 1984) whose horizontal cuts are made
only where the set of white columns changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from operator import attrgetter
from statistics import median

from claimtrace.read.columns import are_columns, beside_labels
from claimtrace.read.lines import Chunk, LineOfWords, in_common, lines_of, rows_of

Interval = tuple[float, float]
_INFINITY = float("inf")
_FROM_TOP = attrgetter("top", "x0")
_DEEPEST = 4  # cuts within each other
_ROWS_AT_HEAD = 6
_NARROWEST = 50.0  # points; a column of text is never narrower


@dataclass(slots=True, eq=False)
class Region:
    """A stretch of a page that is read from top to bottom: a column, or what runs across the columns."""

    lines: list[LineOfWords]
    x0: float
    x1: float
    depth: int
    margin: bool = False  # a narrow column beside the text


@dataclass(slots=True)
class _Zone:
    """Neighbouring bands, and the white columns that they share."""

    bands: list[list[Chunk]]
    gaps: list[Interval]
    chunks: list[Chunk] = field(init=False)
    x0: float = field(init=False)
    x1: float = field(init=False)

    def __post_init__(self) -> None:
        self.chunks = [chunk for band in self.bands for chunk in band]
        self.x0, self.x1 = _extent(self.chunks)

    def add(self, band: list[Chunk], gaps: list[Interval], x0: float, x1: float) -> None:
        """Take in the next band; these are the gaps that are left, and how far the zone reaches with it."""
        self.bands.append(band)
        self.gaps = gaps
        self.chunks += band
        self.x0, self.x1 = x0, x1


def _extent(chunks: list[Chunk]) -> Interval:
    if len(chunks) == 1:
        return chunks[0].x0, chunks[0].x1
    return min([chunk.x0 for chunk in chunks]), max([chunk.x1 for chunk in chunks])


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
    for zone in (part for whole in _zones(chunks) for part in _by_type(whole)):
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
            zone = _Zone(zone.bands[len(peeled) :], zone.gaps)
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
    bands = list(_bands(above))
    while bands:
        band = bands[-1]
        x0, x1 = _extent(band)
        over = [column for column in columns if _extent(column)[0] - 1 <= x0 and x1 <= _extent(column)[1] + 1]
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
    alike = abs(_typical_size(band) - first.size) < 0.05 * first.size
    return alike and step > 0 and abs(second.base - first.base - step) < 0.15 * first.size


def _heads(band: list[Chunk], column: list[Chunk]) -> bool:
    """Whether a line stands close over a column, or as wide as it is, in type not unlike that at its head."""
    head = nsmallest(_ROWS_AT_HEAD, column, key=lambda chunk: chunk.top)
    size = _typical_size(head)
    close = head[0].top - max([chunk.bottom for chunk in band]) < 1.5 * size
    as_wide = all(abs(one - other) < 2 for one, other in zip(_extent(band), _extent(column), strict=True))
    bold = all(word.face.bold for chunk in band for word in chunk.words)
    return (close or as_wide) and abs(_typical_size(band) - size) < (0.25 if bold else 0.12) * size


def _peel(zone: _Zone, above: list[Chunk]) -> list[list[Chunk]]:
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
        if _interior(zone.gaps, *_extent(band)) or space_above + 1 >= space_below:
            break
        peeled.append(band)
        above = band
    return peeled


def _zones(chunks: list[Chunk]) -> list[_Zone]:
    """Runs of neighbouring bands that share a white column with words on both its sides."""
    zones = list(_greedy_zones(chunks))
    for at in range(len(zones) - 1):
        _hand_down(zones, at)
    return zones


def _hand_down(zones: list[_Zone], at: int) -> None:
    """Give the last bands of a zone to the next one, if its columns begin in them.

    The first line of columns under others may leave white where those had it, between two words.
    """
    upper, lower = zones[at], zones[at + 1]
    count = len(upper.bands)
    if count == 1:  # mostly
        return
    white = _interior(upper.gaps, upper.x0, upper.x1)
    gutters = _interior(lower.gaps, lower.x0, lower.x1)
    while white and gutters and count > 1:
        band = upper.bands[count - 1]
        size = _typical_size(band)
        gaps = _interior(_gaps(band), *_extent(band))
        parted = _intersect(gaps, gutters, 0.6 * size)
        wide = [gap for gap in gaps if gap[1] - gap[0] > size and not _intersect([gap], gutters, 0.6 * size)]
        if not parted or _intersect(wide, white, 0.6 * size):
            break
        gutters = parted
        count -= 1
    if count < len(upper.bands):
        zones[at : at + 2] = [_zone_of(upper.bands[:count]), _zone_of(upper.bands[count:] + lower.bands)]


def _zone_of(bands: list[list[Chunk]]) -> _Zone:
    gaps = _gaps(bands[0])
    for band in bands[1:]:
        gaps = _narrowed(gaps, band)
    return _Zone(bands, gaps)


def _greedy_zones(chunks: list[Chunk]) -> Iterator[_Zone]:
    """Each run of bands as long as it can be."""
    zone: _Zone | None = None
    for band in _bands(chunks):
        if zone is not None and not _closes(band, zone):
            x0, x1 = _extent(band)
            x0, x1 = min(x0, zone.x0), max(x1, zone.x1)
            shared = _narrowed(zone.gaps, band)
            if _interior(shared, x0, x1) and _keeps_gutter(zone, shared):
                zone.add(band, shared, x0, x1)
                continue
        if zone is not None:
            yield zone
        zone = _Zone([band], _gaps(band))
    if zone:
        yield zone


def _closes(band: list[Chunk], zone: _Zone) -> bool:
    """Whether one chunk makes up a band under a zone without white columns, and leaves none: so it is mostly."""
    return len(band) == 1 and len(zone.gaps) == 2 and band[0].x0 <= zone.x1 and zone.x0 <= band[0].x1


def _keeps_gutter(zone: _Zone, gaps: list[Interval]) -> bool:
    """Whether the zone's main gutter, the one with most words on both its sides, is among these gaps.

    White behind the labels of a list is no gutter: a column is wider than a label.
    """
    chunks = zone.chunks
    inner = _interior(zone.gaps, zone.x0, zone.x1)
    if all(any(low < gap[1] and gap[0] < high for low, high in gaps) for gap in inner):
        return True
    main, most = None, 300.0  # points of text, about a line and a half: less makes no column
    for at, gap in enumerate(inner):
        wider = (before[1] for before in reversed(inner[:at]) if before[1] - before[0] >= gap[1] - gap[0])
        if gap[0] - next(wider, zone.x0) < _NARROWEST:
            continue
        left = sum(chunk.x1 - chunk.x0 for chunk in chunks if chunk.x1 <= gap[0] + 0.5)
        right = sum(chunk.x1 - chunk.x0 for chunk in chunks if chunk.x0 >= gap[1] - 0.5)
        if min(left, right) > most:
            main, most = gap, min(left, right)
    return main is None or any(low < main[1] and main[0] < high for low, high in gaps)


def _by_type(zone: _Zone) -> Iterator[_Zone]:
    """A zone cut where white runs across it and the type of every column changes.

    The reference list under a balanced end of the text keeps its columns, in smaller type; it is read after
    all of the text, not after the left column.
    """
    start, bands = 0, zone.bands
    for at in range(3, len(bands) - 2):
        white = bands[at][0].top - max([chunk.bottom for chunk in bands[at - 1]])
        if white > 1.2 * _typical_size(bands[at]) and _type_changes(bands[start:at], bands[at:], zone.gaps):
            yield _Zone(bands[start:at], zone.gaps)
            start = at
    yield _Zone(bands[start:], zone.gaps) if start else zone


def _type_changes(above: list[list[Chunk]], below: list[list[Chunk]], gaps: list[Interval]) -> bool:
    upper = [chunk for band in above[-12:] for chunk in band]
    lower = [chunk for band in below[:12] for chunk in band]
    for low, high in _interior(gaps, *_extent(upper + lower)):
        left = [[c for c in side if c.x1 <= low + 0.5] for side in (upper, lower)]
        right = [[c for c in side if c.x0 >= high - 0.5] for side in (upper, lower)]
        return _sizes_differ(*left) and _sizes_differ(*right)
    return False


def _sizes_differ(over: list[Chunk], under: list[Chunk]) -> bool:
    return bool(over and under) and abs(_typical_size(over) - _typical_size(under)) >= 0.08 * _typical_size(over)


def _typical_size(chunks: Sequence[Chunk]) -> float:
    return chunks[0].size if len(chunks) == 1 else median([chunk.size for chunk in chunks])


def _bands(chunks: list[Chunk]) -> Iterator[list[Chunk]]:
    """Chunks parted by white that runs across the whole region; the highest is the first of each band."""
    band: list[Chunk] = []
    low = -_INFINITY
    for chunk in sorted(chunks, key=_FROM_TOP):
        size = chunk.size
        if band and chunk.top + 0.15 * size > low:
            yield band
            band = []
            low = -_INFINITY
        band.append(chunk)
        low = max(low, chunk.bottom - 0.1 * size)
    if band:
        yield band


def _gaps(chunks: Sequence[Chunk]) -> list[Interval]:
    """What of the x axis no chunk covers, the two open ends included."""
    if len(chunks) == 1:
        return [(-_INFINITY, chunks[0].x0), (chunks[0].x1, _INFINITY)]
    found: list[Interval] = []
    edge = -_INFINITY
    for x0, x1 in sorted((chunk.x0, chunk.x1) for chunk in chunks):
        if x0 > edge:
            found.append((edge, x0))
        edge = max(edge, x1)
    found.append((edge, _INFINITY))
    return found


def _narrowed(gaps: list[Interval], band: list[Chunk]) -> list[Interval]:
    """What of these gaps the chunks of a band leave, if that is more than what parts two words."""
    for chunk in band:
        x0, x1 = chunk.x0, chunk.x1
        left: list[Interval] = []
        for gap in gaps:
            low, high = gap
            if high <= x0 or x1 <= low:
                left.append(gap)
                continue
            if low < x0:
                left.append((low, x0))
            if x1 < high:
                left.append((x1, high))
        gaps = left
    least = 0.6 * _typical_size(band)
    return [gap for gap in gaps if gap[1] - gap[0] >= least]


def _intersect(some: list[Interval], others: list[Interval], least: float) -> list[Interval]:
    found = []
    for a, b in some:
        for c, d in others:
            low, high = max(a, c), min(b, d)
            if high - low >= least:
                found.append((low, high))
    return found


def _interior(gaps: list[Interval], left: float, right: float) -> list[Interval]:
    """The gaps that have words on both sides: those between the left and the right edge."""
    return [gap for gap in gaps if gap[0] > left and gap[1] < right]


def _labelled(zone: _Zone) -> list[list[Chunk]]:
    """The zone's text and the headings in its left margin, each at its height; empty where there are none."""
    for low, high in _interior(zone.gaps, zone.x0, zone.x1):
        left = [chunk for chunk in zone.chunks if chunk.x1 <= low + 0.5]
        right = [chunk for chunk in zone.chunks if chunk.x0 >= high - 0.5]
        if left and right and (parts := beside_labels(left, right)):
            return parts
    return []


def _columns(zone: _Zone) -> list[list[Chunk]] | None:
    """The zone's columns from left to right, or ``None`` where its white is that of a table or a list."""
    inner = _interior(zone.gaps, zone.x0, zone.x1)
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
    return Region(lines_of(chunks), *_extent(chunks), depth)
