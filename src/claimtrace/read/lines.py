"""Words to chunks, chunks to lines.

The content stream of a PDF may run by column, row by row, or in no order at all, so it is used for one
thing only: words that follow each other in the stream and on the page are set side by side first, which is
right nearly always and leaves far fewer pieces to sort.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from claimtrace.read.right_to_left import as_read, runs_to_the_left
from claimtrace.read.runs import Run
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import GLUED, RAISED, Face, Look, Word

_SHORT_WORDS = re.compile(r"(?:^| )(?:\S\S? ){4}")
_FEWEST_LETTERS = 4
_MOSTLY = 0.7  # of the words of a line whose letters are spaced
_TOP, _LEFT, _DOWN = attrgetter("top"), attrgetter("x0"), attrgetter("base", "x0")


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
            if len(band) == 1:  # nearly always
                rows.append(Row(band))
            elif band:
                rows += _rows_of_band(band)
            band, bottom = [chunk], chunk.bottom
    return rows + _rows_of_band(band)


def _rows_of_band(chunks: list[Chunk]) -> list[Row]:
    """Chunks between two stretches of white that run across a column, as rows from top to bottom.

    A chunk joins the row whose largest chunk it shares most height with, if that is half of its own size at least.
    """
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
    lines.sort(key=_DOWN)
    return lines


def _line(row: list[Chunk]) -> LineOfWords:
    if len(row) == 1:  # nearly always
        run, right, text = row[0].words, row[0].x1, row[0].text
    else:
        row.sort(key=_LEFT)
        run, right = Run.joined([chunk.words for chunk in row]), max([chunk.x1 for chunk in row])
        text = " ".join(run.texts)
    if runs_to_the_left(text):
        run = Run.of(as_read(list(run)))
        text = " ".join(run.texts)
    is_spaced = list(map(len, run.texts)).count(1) >= _MOSTLY * len(run.texts)
    if run.is_level and not is_spaced:  # nearly always
        first, look = run.first, _main_look(run.texts, run.faces)
        return LineOfWords(run, first, row[0].x0, right, first.base, look.size, look.bold, look.italic, text)
    bases, faces = run.all_bases(), run.all_faces()
    look = _main_look(run.texts, faces)
    base = _main_base(bases, faces, look.size)
    run = run.marked(_raised(run, bases, faces, base, look.size))
    if is_spaced and _SHORT_WORDS.search(run.spelt()) and _has_letters(run.texts):
        run = _closed_up(run)
    return LineOfWords(run, run.first, row[0].x0, right, base, *look, run.spelt())


def _main_base(bases: Sequence[float], faces: Sequence[Face], size: float) -> float:
    """The baseline of most words of this size."""
    main = [base for base, face in zip(bases, faces, strict=True) if abs(face.size - size) < 0.2]
    return main[0] if main.count(main[0]) == len(main) else median(main)


def parted(line: LineOfWords, at: int) -> tuple[LineOfWords, LineOfWords]:
    """A line as its first so many words and the rest, each a line of its own."""
    words = list(line.words)
    words[at].glued = False
    first, rest = (_line([_chunk(part)]) for part in (words[:at], words[at:]))
    return first, rest


def _chunk(words: list[Word]) -> Chunk:
    size = max(word.size for word in words)
    return Chunk(Run.of(words), max(word.x1 for word in words), words[0].base, size)


def _has_letters(texts: Iterable[str]) -> bool:
    """Whether words whose letters are spaced hold enough of them to tell so: "A B S T R A C T"."""
    return sum(letter.isupper() for text in texts for letter in text) > _FEWEST_LETTERS


def _closed_up(run: Run) -> Run:
    """Spaced words with their letters set side by side; the wider gaps part the words."""
    gaps = run.gaps()
    usual = median(gaps)
    marks = bytearray(run.marks or bytes(len(run.texts)))
    for at, gap in enumerate(gaps, start=1):
        marks[at] = marks[at] & ~GLUED | (GLUED if gap < 1.6 * usual else 0)
    return run.marked(marks)


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


def _raised(run: Run, bases: Sequence[float], faces: Sequence[Face], base: float, size: float) -> bytearray:
    """The marks of words with superscripts told: smaller, above the baseline, without a space after what they mark."""
    marks = bytearray(run.marks or bytes(len(bases)))
    for at, (own, face) in enumerate(zip(bases, faces, strict=True)):
        if face.size < 0.85 * size and own < base - 0.15 * size:
            marks[at] |= RAISED
    if any(marks):
        for at, gap in enumerate(run.gaps(), start=1):
            if marks[at] & RAISED and gap < 0.25 * size:
                marks[at] |= GLUED
    return marks
