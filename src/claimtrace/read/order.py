"""Reading order from geometry: words to chunks, chunks to columns, columns to lines.

The content stream of a PDF may run by column, row by row, or in no order at all, so it is used for one
thing only: words that follow each other in the stream and on the page are set side by side first, which is
right nearly always and leaves far fewer pieces to sort. Columns are found by the white between them: a
recursive XY-cut (Nagy and Seth 1984) whose horizontal cuts are made only where the set of white columns changes.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from claimtrace.read.words import Word

Interval = tuple[float, float]
_INFINITY = float("inf")
_NARROWEST = 50.0  # points; a column of text is never narrower


@dataclass(slots=True)
class Chunk:
    """Words side by side on one baseline with ordinary spaces between them."""

    words: list[Word]
    x0: float
    x1: float
    base: float
    size: float

    @property
    def top(self) -> float:
        """Height of capitals."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Depth of descenders."""
        return self.base + 0.25 * self.size

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class LineOfWords:
    """One line of a column: its words from left to right."""

    words: list[Word]
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool

    @property
    def top(self) -> float:
        """Height of capitals."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Depth of descenders."""
        return self.base + 0.25 * self.size

    @property
    def text(self) -> str:
        """The line as a reader sees it."""
        parts: list[str] = []
        for word in self.words:
            if parts and not word.glued:
                parts.append(" ")
            parts.append(word.text)
        return "".join(parts)


@dataclass(slots=True)
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

    @property
    def chunks(self) -> list[Chunk]:
        return [chunk for band in self.bands for chunk in band]


def chunks_of(words: Sequence[Word]) -> list[Chunk]:
    """Words that follow each other in the stream and on the page, set side by side."""
    found: list[Chunk] = []
    current: Chunk | None = None
    for word in words:
        if current and _continues(current, word):
            gap = word.x0 - current.x1
            if gap < 0.12 * current.size and abs(word.size - current.words[-1].size) > 0.1 * current.size:
                word.glued = True
            current.words.append(word)
            current.x1 = max(current.x1, word.x1)
            if word.size > current.size and len(word.text) > 2:
                current.base, current.size = word.base, word.size
        else:
            current = Chunk([word], word.x0, word.x1, word.base, word.size)
            found.append(current)
    return found


def _continues(chunk: Chunk, word: Word) -> bool:
    size = max(chunk.size, word.size)
    gap = word.x0 - chunk.x1
    if not -0.3 * size < gap < 0.75 * size:
        return False
    return _shared(chunk.top, chunk.bottom, word.top, word.bottom) > 0.35 * min(chunk.size, word.size)


def _shared(top: float, bottom: float, other_top: float, other_bottom: float) -> float:
    return min(bottom, other_bottom) - max(top, other_top)


def regions(chunks: Sequence[Chunk]) -> list[Region]:
    """The chunks of a page as regions in reading order."""
    found = [_region(part, depth) for part, depth in _cut(list(chunks), 0)]
    for region in found:
        beside = [other for other in found if other is not region and _beside(region, other)]
        widest = max((other.x1 - other.x0 for other in beside), default=0.0)
        region.margin = bool(beside) and region.x1 - region.x0 < 0.45 * widest and _chars(region) < 32
    return found


def _beside(region: Region, other: Region) -> bool:
    apart = region.x1 <= other.x0 + 1 or other.x1 <= region.x0 + 1
    return (
        apart and _shared(region.lines[0].top, region.lines[-1].bottom, other.lines[0].top, other.lines[-1].bottom) > 0
    )


def _chars(region: Region) -> float:
    return median(len(line.text) for line in region.lines)


def _cut(chunks: list[Chunk], depth: int) -> Iterator[tuple[list[Chunk], int]]:
    """The parts of a region in reading order, each with how deep it was cut out."""
    run: list[Chunk] = []
    for zone in (part for whole in _zones(chunks) for part in _by_type(whole)):
        columns = _columns(zone) if depth < 4 else None
        if columns is None:
            run.extend(zone.chunks)
            continue
        run.extend(chunk for band in _peel(zone, run) for chunk in band)
        if run:
            yield run, depth
            run = []
        for column in _columns(zone) or [zone.chunks]:
            yield from _cut(column, depth + 1)
    if run:
        yield run, depth


def _peel(zone: _Zone, above: list[Chunk]) -> list[list[Chunk]]:
    """Take from the head of a zone the bands that go with the full-width lines above it.

    The short last line of an abstract stands over one column only; it is nearer to its own paragraph than
    to the columns.
    """
    peeled: list[list[Chunk]] = []
    while above and len(zone.bands) > 3:
        band, following = zone.bands[0], zone.bands[1]
        bottom = max(chunk.bottom for chunk in above)
        space_above = min(chunk.top for chunk in band) - bottom
        space_below = min(chunk.top for chunk in following) - max(chunk.bottom for chunk in band)
        if _interior(zone.gaps, band) or space_above + 1 >= space_below:
            break
        peeled.append(zone.bands.pop(0))
        above = peeled[-1]
    return peeled


def _zones(chunks: list[Chunk]) -> Iterator[_Zone]:
    """Runs of neighbouring bands that share a white column with words on both its sides."""
    zone: _Zone | None = None
    for band in _bands(chunks):
        gaps = _gaps(band)
        if zone is None:
            zone = _Zone([band], gaps)
            continue
        shared = _intersect(zone.gaps, gaps, 0.6 * _typical_size(band))
        if _interior(shared, zone.chunks + band) and _keeps_gutter(zone, shared):
            zone.bands.append(band)
            zone.gaps = shared
        else:
            yield zone
            zone = _Zone([band], gaps)
    if zone:
        yield zone


def _keeps_gutter(zone: _Zone, gaps: list[Interval]) -> bool:
    """Whether the zone's main gutter, the one with most words on both its sides, is among these gaps.

    White behind the labels of a list is no gutter: a column is wider than a label.
    """
    chunks = zone.chunks
    inner = _interior(zone.gaps, chunks)
    edges = [(0.0, min(c.x0 for c in chunks)), *inner]
    main, most = None, 300.0  # points of text, about a line and a half: less makes no column
    for before, gap in zip(edges, inner, strict=False):
        if gap[0] - before[1] < _NARROWEST:
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
    start = 0
    for at in range(3, len(zone.bands) - 2):
        above, below = zone.bands[start:at], zone.bands[at:]
        white = min(c.top for c in below[0]) - max(c.bottom for c in above[-1])
        if white > 1.2 * _typical_size(below[0]) and _type_changes(above, below, zone.gaps):
            yield _Zone(above, zone.gaps)
            start = at
    yield _Zone(zone.bands[start:], zone.gaps)


def _type_changes(above: list[list[Chunk]], below: list[list[Chunk]], gaps: list[Interval]) -> bool:
    upper = [chunk for band in above[-12:] for chunk in band]
    lower = [chunk for band in below[:12] for chunk in band]
    for low, high in _interior(gaps, upper + lower):
        left = [[c for c in side if c.x1 <= low + 0.5] for side in (upper, lower)]
        right = [[c for c in side if c.x0 >= high - 0.5] for side in (upper, lower)]
        return _sizes_differ(*left) and _sizes_differ(*right)
    return False


def _sizes_differ(over: list[Chunk], under: list[Chunk]) -> bool:
    return bool(over and under) and abs(_typical_size(over) - _typical_size(under)) >= 0.08 * _typical_size(over)


def _typical_size(chunks: Sequence[Chunk]) -> float:
    return median(chunk.size for chunk in chunks)


def _bands(chunks: list[Chunk]) -> Iterator[list[Chunk]]:
    """Chunks parted by white that runs across the whole region."""
    band: list[Chunk] = []
    low = -_INFINITY
    for chunk in sorted(chunks, key=lambda c: (c.top, c.x0)):
        if band and chunk.top + 0.15 * chunk.size > low:
            yield band
            band = []
            low = -_INFINITY
        band.append(chunk)
        low = max(low, chunk.bottom - 0.1 * chunk.size)
    if band:
        yield band


def _gaps(chunks: Iterable[Chunk]) -> list[Interval]:
    """What of the x axis no chunk covers, the two open ends included."""
    found: list[Interval] = []
    edge = -_INFINITY
    for x0, x1 in sorted((chunk.x0, chunk.x1) for chunk in chunks):
        if x0 > edge:
            found.append((edge, x0))
        edge = max(edge, x1)
    found.append((edge, _INFINITY))
    return found


def _intersect(some: list[Interval], others: list[Interval], least: float) -> list[Interval]:
    found = []
    for a, b in some:
        for c, d in others:
            low, high = max(a, c), min(b, d)
            if high - low >= least:
                found.append((low, high))
    return found


def _interior(gaps: list[Interval], chunks: list[Chunk]) -> list[Interval]:
    """The gaps that have words on both sides."""
    left, right = min(chunk.x0 for chunk in chunks), max(chunk.x1 for chunk in chunks)
    return [gap for gap in gaps if gap[0] > left and gap[1] < right]


def _columns(zone: _Zone) -> list[list[Chunk]] | None:
    """The zone's columns from left to right, or ``None`` where its white is that of a table or a list."""
    columns: list[list[Chunk]] = []
    rest = zone.chunks
    for low, high in sorted(_interior(zone.gaps, zone.chunks)):
        left = [chunk for chunk in rest if chunk.x1 <= low + 0.5]
        right = [chunk for chunk in rest if chunk.x0 >= high - 0.5]
        if left and right and _are_columns(left, right):
            columns.append(left)
            rest = right
    if not columns:
        return None
    return [*columns, rest]


def _are_columns(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether two sides of a white column are read one after the other, rather than row by row."""
    a, b = lines_of(left), lines_of(right)
    fewer, more = sorted((a, b), key=len)
    if not fewer or len(more) < 3:
        return False
    narrow = min(_width_in_characters(a), _width_in_characters(b))
    aligned = _aligned(fewer, more)
    if narrow >= 24:
        if len(fewer) < 3:
            return aligned < 0.6
        return aligned < 0.6 or len(fewer) >= 8 or (_filled(a) >= 0.45 and _filled(b) >= 0.45)
    return aligned < 0.6 and len(more) >= 5 and _width_in_characters(more) >= 24


def _width_in_characters(lines: Sequence[LineOfWords]) -> float:
    return median(sum(len(word.text) + 1 for word in line.words) for line in lines)


def _aligned(fewer: Sequence[LineOfWords], more: Sequence[LineOfWords]) -> float:
    """The share of lines on the shorter side that stand on a baseline of the other side."""
    bases = [line.base for line in more]
    hits = sum(any(abs(line.base - base) < 0.15 * line.size for base in bases) for line in fewer)
    return hits / len(fewer)


def _filled(lines: Sequence[LineOfWords]) -> float:
    """The share of lines that reach the column's right edge."""
    right = max(line.x1 for line in lines)
    return sum(right - line.x1 < 1.5 * line.size for line in lines) / len(lines)


def lines_of(chunks: Sequence[Chunk]) -> list[LineOfWords]:
    """Chunks of one column as lines from top to bottom."""
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda c: (-c.size, c.base, c.x0)):
        row = _row_of(chunk, rows)
        if row is None:
            rows.append([chunk])
        else:
            row.append(chunk)
    lines = [_line(row) for row in rows]
    lines.sort(key=lambda line: (line.base, line.x0))
    return lines


def _row_of(chunk: Chunk, rows: list[list[Chunk]]) -> list[Chunk] | None:
    """The row, led by its largest chunk, in which a chunk stands: most overlap wins."""
    best, most = None, 0.5 * chunk.size
    for row in rows:
        head = row[0]
        shared = _shared(head.top, head.bottom, chunk.top, chunk.bottom)
        if shared > most:
            best, most = row, shared
    return best


def _line(row: list[Chunk]) -> LineOfWords:
    row.sort(key=lambda chunk: chunk.x0)
    words = [word for chunk in row for word in chunk.words]
    weights: dict[tuple[float, bool, bool], int] = {}
    for word in words:
        look = (round(word.size, 1), word.face.bold, word.face.italic)
        weights[look] = weights.get(look, 0) + len(word.text)
    sizes: dict[float, int] = {}
    for (size, _, _), count in weights.items():
        sizes[size] = sizes.get(size, 0) + count
    size = max(sizes, key=lambda s: (sizes[s], s))
    total = sum(weights.values())
    bold = sum(n for (_, is_bold, _), n in weights.items() if is_bold) > 0.9 * total
    italic = sum(n for (_, _, is_italic), n in weights.items() if is_italic) > 0.9 * total
    base = median(word.base for word in words if abs(word.size - size) < 0.2)
    for before, word in itertools.pairwise(words):
        _mark_raised(before, word, base, size)
    if words and words[0].size < 0.85 * size and words[0].base < base - 0.15 * size:
        words[0].raised = True
    return LineOfWords(words, row[0].x0, max(chunk.x1 for chunk in row), base, size, bold, italic)


def _mark_raised(before: Word, word: Word, base: float, size: float) -> None:
    """Superscripts: smaller, above the baseline; set without a space after what they belong to."""
    if word.size < 0.85 * size and word.base < base - 0.15 * size:
        word.raised = True
    if word.raised and word.x0 - before.x1 < 0.25 * size:
        word.glued = True


def _region(chunks: list[Chunk], depth: int) -> Region:
    return Region(lines_of(chunks), min(c.x0 for c in chunks), max(c.x1 for c in chunks), depth)
