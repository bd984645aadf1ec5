"""Zones of a page: neighbouring bands of its words that share the white between columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from statistics import median

from claimtrace.read.lines import Chunk

Interval = tuple[float, float]
_INFINITY = float("inf")
_FROM_TOP = attrgetter("top", "x0")
_NARROWEST = 50.0  # points; a column of text is never narrower
_FEWEST_BANDS = 6  # of columns that stand over something


@dataclass(slots=True)
class Zone:
    """Neighbouring bands, and the white columns that they share."""

    bands: list[list[Chunk]]
    gaps: list[Interval]
    chunks: list[Chunk] = field(init=False)
    x0: float = field(init=False)
    x1: float = field(init=False)

    def __post_init__(self) -> None:
        self.chunks = [chunk for band in self.bands for chunk in band]
        self.x0, self.x1 = extent(self.chunks)

    def add(self, band: list[Chunk], gaps: list[Interval], x0: float, x1: float) -> None:
        """Take in the next band; these are the gaps that are left, and how far the zone reaches with it."""
        self.bands.append(band)
        self.gaps = gaps
        self.chunks += band
        self.x0, self.x1 = x0, x1


def zones_of(chunks: list[Chunk]) -> list[Zone]:
    """Runs of neighbouring bands that share a white column with words on both its sides."""
    zones = list(_greedy_zones(chunks))
    for at in range(len(zones) - 1):
        _hand_down(zones, at)
        _hand_title_down(zones, at)
    return zones


def _hand_title_down(zones: list[Zone], at: int) -> None:
    """Give the last line of columns to what runs across them below, if it is nearer to that: a short title or label."""
    upper, lower = zones[at], zones[at + 1]
    if len(upper.bands) < _FEWEST_BANDS or not interior(upper.gaps, upper.x0, upper.x1):
        return
    if interior(lower.gaps, lower.x0, lower.x1):
        return
    band, over, under = upper.bands[-1], upper.bands[-2], lower.bands[0]
    bottom, size = max(chunk.bottom for chunk in band), typical_size(band)
    above = min(chunk.top for chunk in band) - max(chunk.bottom for chunk in over)
    below = min(chunk.top for chunk in under) - bottom
    (x0, x1), (left, right) = extent(band), extent(under)
    alone = not interior(upper.gaps, x0, x1) and left - size < x0 < left + size and right - left > 1.5 * (x1 - x0)
    if alone and above > size and below < 0.6 * size:
        zones[at : at + 2] = [_zone_of(upper.bands[:-1]), _zone_of([band, *lower.bands])]


def _hand_down(zones: list[Zone], at: int) -> None:
    """Give the last bands of a zone to the next one, if its columns begin in them.

    The first line of columns under others may leave white where those had it, between two words.
    """
    upper, lower = zones[at], zones[at + 1]
    count = len(upper.bands)
    if count == 1:  # mostly
        return
    white = interior(upper.gaps, upper.x0, upper.x1)
    gutters = interior(lower.gaps, lower.x0, lower.x1)
    while white and gutters and count > 1:
        band = upper.bands[count - 1]
        size = typical_size(band)
        gaps = interior(_gaps(band), *extent(band))
        parted = _intersect(gaps, gutters, 0.6 * size)
        wide = [gap for gap in gaps if gap[1] - gap[0] > size and not _intersect([gap], gutters, 0.6 * size)]
        if not parted or _intersect(wide, white, 0.6 * size):
            break
        gutters = parted
        count -= 1
    if count < len(upper.bands):
        zones[at : at + 2] = [_zone_of(upper.bands[:count]), _zone_of(upper.bands[count:] + lower.bands)]


def _zone_of(bands: list[list[Chunk]]) -> Zone:
    gaps = _gaps(bands[0])
    for band in bands[1:]:
        gaps = _narrowed(gaps, band)
    return Zone(bands, gaps)


def _greedy_zones(chunks: list[Chunk]) -> Iterator[Zone]:
    """Each run of bands as long as it can be."""
    zone: Zone | None = None
    for band in bands_of(chunks):
        if zone is not None and not _closes(band, zone):
            x0, x1 = extent(band)
            x0, x1 = min(x0, zone.x0), max(x1, zone.x1)
            shared = _narrowed(zone.gaps, band)
            if interior(shared, x0, x1) and _keeps_gutter(zone, shared):
                zone.add(band, shared, x0, x1)
                continue
        if zone is not None:
            yield zone
        zone = Zone([band], _gaps(band))
    if zone:
        yield zone


def _closes(band: list[Chunk], zone: Zone) -> bool:
    """Whether one chunk makes up a band under a zone without white columns, and leaves none: so it is mostly."""
    return len(band) == 1 and len(zone.gaps) == 2 and band[0].x0 <= zone.x1 and zone.x0 <= band[0].x1


def _keeps_gutter(zone: Zone, gaps: list[Interval]) -> bool:
    """Whether the zone's main gutter, the one with most words on both its sides, is among these gaps.

    White behind the labels of a list is no gutter: a column is wider than a label.
    """
    chunks = zone.chunks
    inner = interior(zone.gaps, zone.x0, zone.x1)
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


def by_type(zone: Zone) -> Iterator[Zone]:
    """A zone cut where white runs across it and the type of every column changes.

    The reference list under a balanced end of the text keeps its columns, in smaller type; it is read after
    all of the text, not after the left column.
    """
    start, bands = 0, zone.bands
    for at in range(3, len(bands) - 2):
        white = bands[at][0].top - max([chunk.bottom for chunk in bands[at - 1]])
        if white > 1.2 * typical_size(bands[at]) and _type_changes(bands[start:at], bands[at:], zone.gaps):
            yield Zone(bands[start:at], zone.gaps)
            start = at
    yield Zone(bands[start:], zone.gaps) if start else zone


def _type_changes(above: list[list[Chunk]], below: list[list[Chunk]], gaps: list[Interval]) -> bool:
    upper = [chunk for band in above[-12:] for chunk in band]
    lower = [chunk for band in below[:12] for chunk in band]
    for low, high in interior(gaps, *extent(upper + lower)):
        left = [[c for c in side if c.x1 <= low + 0.5] for side in (upper, lower)]
        right = [[c for c in side if c.x0 >= high - 0.5] for side in (upper, lower)]
        return _sizes_differ(*left) and _sizes_differ(*right)
    return False


def _sizes_differ(over: list[Chunk], under: list[Chunk]) -> bool:
    return bool(over and under) and abs(typical_size(over) - typical_size(under)) >= 0.08 * typical_size(over)


def typical_size(chunks: Sequence[Chunk]) -> float:
    """The size of most chunks, in points."""
    return chunks[0].size if len(chunks) == 1 else median([chunk.size for chunk in chunks])


def bands_of(chunks: list[Chunk]) -> Iterator[list[Chunk]]:
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
    least = 0.6 * typical_size(band)
    return [gap for gap in gaps if gap[1] - gap[0] >= least]


def _intersect(some: list[Interval], others: list[Interval], least: float) -> list[Interval]:
    found = []
    for a, b in some:
        for c, d in others:
            low, high = max(a, c), min(b, d)
            if high - low >= least:
                found.append((low, high))
    return found


def interior(gaps: list[Interval], left: float, right: float) -> list[Interval]:
    """The gaps that have words on both sides: those between the left and the right edge."""
    return [gap for gap in gaps if gap[0] > left and gap[1] < right]


def extent(chunks: list[Chunk]) -> Interval:
    """The left and the right edge of all chunks."""
    if len(chunks) == 1:
        return chunks[0].x0, chunks[0].x1
    return min([chunk.x0 for chunk in chunks]), max([chunk.x1 for chunk in chunks])
