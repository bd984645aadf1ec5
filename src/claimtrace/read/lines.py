"""Words to chunks, chunks to lines.

The content stream of a PDF may run by column, row by row, or in no order at all, so it is used for one
thing only: words that follow each other in the stream and on the page are set side by side first, which is
right nearly always and leaves far fewer pieces to sort.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from claimtrace.read.right_to_left import as_read, runs_to_the_left
from claimtrace.read.runs import Run
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import GLUED, Face, Look, Word

_SHORT_WORDS = re.compile(r"(?:^| )(?:\S\S? ){4}")
_FEWEST_LETTERS = 4
_MOSTLY = 0.7  # of the words of a line whose letters are spaced
_TOP, _LEFT = attrgetter("top"), attrgetter("x0")


class Chunk:
    """Words side by side on one baseline with ordinary spaces between them.

    ``top`` is the height of its capitals, ``bottom`` the depth of its descenders; ``text`` has single spaces.
    """

    __slots__ = ("base", "bottom", "size", "text", "top", "words", "x0", "x1")

    def __init__(self, words: Run, x1: float, base: float, size: float) -> None:
        self.words = words
        self.x0, self.x1 = words.edges[0], x1
        self.base, self.size = base, size
        self.top, self.bottom = base - 0.75 * size, base + 0.25 * size
        self.text = " ".join(words.texts)

    @property
    def characters(self) -> int:
        """How many characters it holds, spaces included."""
        return len(self.text) + 1


@dataclass(slots=True, eq=False)
class LineOfWords:
    """One line of a column: its words from left to right; ``text`` is the line as a reader sees it."""

    words: Run
    first: Word
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    text: str

    @property
    def top(self) -> float:
        """Height of capitals."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Depth of descenders."""
        return self.base + 0.25 * self.size


@dataclass(slots=True, eq=False)
class Row:
    """Chunks that stand on one line, led by the largest of them."""

    chunks: list[Chunk]

    @property
    def base(self) -> float:
        """The baseline of the largest chunk."""
        return self.chunks[0].base

    @property
    def size(self) -> float:
        """The size of the largest chunk."""
        return self.chunks[0].size

    @property
    def x1(self) -> float:
        """The right edge."""
        return max([chunk.x1 for chunk in self.chunks])

    @property
    def characters(self) -> int:
        """How many characters it holds, spaces included."""
        return sum([len(chunk.text) + 1 for chunk in self.chunks])


def chunks_of(words: Iterable[Word]) -> list[Chunk]:
    """Words that follow each other in the stream and on the page, set side by side.

    The largest word of a chunk, marks and single letters aside, gives it its size and baseline.
    """
    table = words if isinstance(words, WordTable) else WordTable.of(words)
    texts, faces, marks = table.texts, table.faces, table.marks
    found: list[Chunk] = []
    start = 0
    x1 = base = size = near = far = 0.0
    face: Face | None = None  # of the word before, if that is of the chunk's size
    alike = True  # all words of the chunk stand on one baseline in one face
    for at, (x0, edge, own_base, own) in enumerate(zip(table.x0, table.x1, table.bases, faces, strict=True)):
        gap = x0 - x1
        if own is face and own_base == base and near < gap < far:  # nearly always
            if edge > x1:
                x1 = edge
            continue
        own_size = own.size
        level = own_base == base and own_size == size and near < gap < far
        if level or (start < at and _continues(base, size, own_base, own_size, gap)):
            alike = alike and own is faces[start] and own_base == table.bases[start]
            if gap < 0.12 * size and abs(own_size - faces[at - 1].size) > 0.1 * size:
                marks[at] |= GLUED
            if edge > x1:
                x1 = edge
            if own_size > size and len(texts[at]) > 2:
                base, size = own_base, own_size
        else:
            if start < at:
                found.append(Chunk(table.run(start, at, alike), x1, base, size))
            start, x1, base, size, alike = at, edge, own_base, own_size, True
        face = own if own_size == size else None
        near, far = -0.3 * size, 0.75 * size
    if texts:
        found.append(Chunk(table.run(start, len(texts), alike), x1, base, size))
    return found


def _continues(base: float, size: float, own_base: float, own: float, gap: float) -> bool:
    """Whether a word of its ``own`` size this far to the right of a chunk stands in one line with it."""
    larger, smaller = max(size, own), min(size, own)
    if not -0.3 * larger < gap < 0.75 * larger:
        return False
    top, bottom, own_top, own_bottom = (
        base - 0.75 * size,
        base + 0.25 * size,
        own_base - 0.75 * own,
        own_base + 0.25 * own,
    )
    return in_common(top, bottom, own_top, own_bottom) > 0.35 * smaller


def in_common(top: float, bottom: float, other_top: float, other_bottom: float) -> float:
    """How much two stretches of one axis have in common; below zero is the room between them."""
    return (min(other_bottom, bottom)) - (max(other_top, top))


def rows_of(chunks: Iterable[Chunk]) -> list[Row]:
    """Chunks of one column as rows from top to bottom."""
    rows: list[Row] = []
    band: list[Chunk] = []  # chunks that stand beside each other, or overlap
    bottom = 0.0
    for chunk in sorted(chunks, key=_TOP):
        if band and chunk.top < bottom:
            band.append(chunk)
            bottom = max(bottom, chunk.bottom)
        else:
            rows += _rows_of_band(band)
            band, bottom = [chunk], chunk.bottom
    return rows + _rows_of_band(band)


def _rows_of_band(chunks: list[Chunk]) -> list[Row]:
    """Chunks between two stretches of white that run across a column, as rows from top to bottom.

    A chunk joins the row whose largest chunk it shares most height with, if that is half of its own size at least.
    """
    if len(chunks) == 1:  # nearly always
        return [Row(chunks)]
    rows: list[Row] = []
    bases: list[float] = []
    by_size = sorted(chunks, key=lambda chunk: (-chunk.size, chunk.base, chunk.x0))
    largest = by_size[0].size if by_size else 0.0
    for chunk in by_size:
        best, most = None, 0.5 * chunk.size
        # No row further off than this can share half of the chunk's height.
        low = bisect_left(bases, chunk.base - 0.25 * (largest + chunk.size))
        high = bisect_right(bases, chunk.base + 0.75 * largest)
        for row in rows[low:high]:
            head = row.chunks[0]
            height = in_common(head.top, head.bottom, chunk.top, chunk.bottom)
            if height > most:
                best, most = row, height
        if best is not None:
            best.chunks.append(chunk)
        else:
            at = bisect_right(bases, chunk.base)
            bases.insert(at, chunk.base)
            rows.insert(at, Row([chunk]))
    return rows


def lines_of(chunks: Iterable[Chunk]) -> list[LineOfWords]:
    """Chunks of one column as lines from top to bottom."""
    lines = [_line(row.chunks) for row in rows_of(chunks)]
    lines.sort(key=lambda line: (line.base, line.x0))
    return lines


def _line(row: list[Chunk]) -> LineOfWords:
    row.sort(key=_LEFT)
    chunk = row[0]
    run, right, text = chunk.words, chunk.x1, chunk.text
    if len(row) > 1:
        run, right = Run.joined([chunk.words for chunk in row]), max([chunk.x1 for chunk in row])
        text = " ".join(run.texts)
    if runs_to_the_left(text):
        run = Run.of(as_read(list(run)))
        text = " ".join(run.texts)
    is_spaced = list(map(len, run.texts)).count(1) >= _MOSTLY * len(run.texts)
    if run.is_level and not is_spaced:  # nearly always
        first, look = run.first, _main_look(run.texts, run.faces)
        return LineOfWords(run, first, chunk.x0, right, first.base, look.size, look.bold, look.italic, text)
    words = list(run)
    base, look = _main_base_and_look(words)
    _mark_raised(words, base, look.size)
    text = _spelt(words)
    if is_spaced and _SHORT_WORDS.search(text) and _has_letters(words):
        _close_up(words)
        text = _spelt(words)
    return LineOfWords(Run.of(words), words[0], chunk.x0, right, base, *look, text)


def _main_base_and_look(words: Sequence[Word]) -> tuple[float, Look]:
    """The baseline of most words, and the look of most characters."""
    look = _main_look([word.text for word in words], [word.face for word in words])
    bases = [word.base for word in words if abs(word.size - look.size) < 0.2]
    return (bases[0] if bases.count(bases[0]) == len(bases) else median(bases)), look


def parted(line: LineOfWords, at: int) -> tuple[LineOfWords, LineOfWords]:
    """A line as its first so many words and the rest, each a line of its own."""
    words = list(line.words)
    words[at].glued = False
    first, rest = (_line([_chunk(part)]) for part in (words[:at], words[at:]))
    return first, rest


def _chunk(words: list[Word]) -> Chunk:
    size = max(word.size for word in words)
    return Chunk(Run.of(words), max(word.x1 for word in words), words[0].base, size)


def _spelt(words: Sequence[Word]) -> str:
    return "".join([word.text if word.glued else f" {word.text}" for word in words]).removeprefix(" ")


def _has_letters(words: Iterable[Word]) -> bool:
    """Whether words whose letters are spaced hold enough of them to tell so: "A B S T R A C T"."""
    return sum(letter.isupper() for word in words for letter in word.text) > _FEWEST_LETTERS


def _close_up(words: Sequence[Word]) -> None:
    """Set the letters of spaced words side by side; the wider gaps part the words."""
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(words)]
    usual = median(gaps)
    for word, gap in zip(words[1:], gaps, strict=True):
        word.glued = gap < 1.6 * usual


def _main_look(texts: Sequence[str], faces: Face | Sequence[Face]) -> Look:
    """The size of most characters, and whether nearly all are bold, nearly all italic."""
    if isinstance(faces, Face):
        return faces.look
    weights: dict[Look, int] = {}
    for text, face in zip(texts, faces, strict=True):
        weights[face.look] = weights.get(face.look, 0) + len(text)
    if len(weights) == 1:
        return faces[0].look
    sizes: dict[float, int] = {}
    for look, count in weights.items():
        sizes[look.size] = sizes.get(look.size, 0) + count
    total = sum(weights.values())
    bold = sum(count for look, count in weights.items() if look.bold)
    italic = sum(count for look, count in weights.items() if look.italic)
    return Look(max(sizes, key=lambda size: (sizes[size], size)), bold > 0.9 * total, italic > 0.9 * total)


def _mark_raised(words: Sequence[Word], base: float, size: float) -> None:
    """Superscripts: smaller, above the baseline; set without a space after what they belong to."""
    for word in words:
        if word.size < 0.85 * size and word.base < base - 0.15 * size:
            word.raised = True
    for before, word in itertools.pairwise(words):
        if word.raised and word.x0 - before.x1 < 0.25 * size:
            word.glued = True
