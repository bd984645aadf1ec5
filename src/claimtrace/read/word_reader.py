"""Reads the words that a page draws straight from pdfium.

pdfium is asked as rarely as possible, and for all words of a page at once: for the text object and the origin of each
word's first character, and for the box of its last one. Only where a word's characters may be set unlike each other
are more of them looked at. Asking for the box of every character would halve the speed.
"""

from __future__ import annotations

import ctypes
import re
import struct
import sys
from collections.abc import Iterator
from itertools import pairwise, repeat

import pypdfium2 as pdfium

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.faces import Faces
from claimtrace.read.page_text import LINE_END_HYPHEN, SECOND_HALF, page_text
from claimtrace.read.placing import Axes, Turn, axes_of
from claimtrace.read.words import Face, Word

_WORD = re.compile(rf"[^\s\x00-\x1f{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")
_MAY_BE_RAISED = re.compile(r"[\d*†‡§¶#]")
_MAY_HIDE_SPACE = re.compile(
    r"(?<=[^\W\d_])[A-Z](?<=[a-z][A-Z])|(?<=[.,;:)])[^\W\d_]|(?<=\d)[A-Za-z](?=[a-z]{2})|(?<=[a-z]{3})\d"
)
_NARROW_SPACE = 0.11  # of the size
_PLACES = struct.Struct("=2d4f")  # the origin of one character; left, top, right and bottom of the box of another
_INK = struct.Struct("=4d")  # left, right, bottom and top of what a character prints
Token = tuple[str, tuple[int, ...] | None]
"""A word, and where in it signs stand that may be set unlike the rest; ``None`` where nothing is in doubt."""


class WordReader:
    """The ``words`` of a page, cut from its ``text``.

    ``known`` holds the words of earlier pages, each with its doubts, and those of this page are added: a long paper
    says the same words again and again.
    """

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, known: dict[str, Token]) -> None:
        self._handle = calls.handle(text_page)
        self.text = page_text(text_page)
        axes = axes_of(page)
        self._axes = {turn: axes.turned(turn) for turn in Turn}
        self.faces = Faces(text_page, axes)
        self._places = ctypes.create_string_buffer(_PLACES.size)
        self._ink = ctypes.create_string_buffer(_INK.size)
        self._x_at, self._y_at, self._box_at = (ctypes.addressof(self._places) + at for at in (0, 8, 16))
        self._ink_at = [ctypes.addressof(self._ink) + at for at in (0, 8, 16, 24)]
        self.words: list[Word] = []  # in the order of the content stream
        self.starts: list[int] = []  # where each word begins in the text
        self._read(known)

    def _read(self, known: dict[str, Token]) -> None:
        matches = list(_WORD.finditer(self.text))
        starts = [match.start() for match in matches]
        tokens = [known.get(text := match.group()) or known.setdefault(text, _token(text)) for match in matches]
        items = self._items(starts, tokens)
        by_item, face, of = self.faces.by_item, self.faces.last, 0
        swapped, right, left, down, top = self._axes[face.turn]
        line = 0.0
        keep_start, keep = self.starts.append, self.words.append
        for (text, doubts), start, item, (x, y, low_x, high_y, high_x, low_y) in zip(
            tokens, starts, items, self._measured(tokens, starts), strict=True
        ):
            if item != of and item:
                face, of = by_item[item], item
                swapped, right, left, down, top = self._axes[face.turn]
            if swapped:
                x, y, low_x, high_x, low_y, high_y = y, x, low_y, high_y, low_x, high_x
            base = down * y + top
            if base == line:
                base = line  # one number for all words of a line: long papers hold a million of them
            else:
                line = base
            x0, x1 = right * x + left, right * (high_x if right > 0 else low_x) + left
            if doubts is None and low_y <= y <= high_y and x0 <= x1:
                keep_start(start)
                keep(Word(text, x0, x1, base, face))
            else:
                level = low_y - 1 <= y <= high_y + 1 or high_y - 1 <= y <= low_y + 1
                self._read_closely(Word(text, x0, x1, base, face), start, doubts or (), level)
        if SECOND_HALF in self.text:
            for word in self.words:
                word.text = word.text.replace(SECOND_HALF, "")

    def _items(self, starts: list[int], tokens: list[Token]) -> list[int | None]:
        """The text object of each word; the faces of all of them, and of signs in doubt, are read."""
        items: list[int | None] = list(map(calls.text_object, repeat(self._handle), starts))
        in_doubt = [start + at for start, (_, doubts) in zip(starts, tokens, strict=True) if doubts for at in doubts]
        theirs = map(calls.text_object, repeat(self._handle), in_doubt)
        self.faces.read({item: at for item, at in zip([*items, *theirs], [*starts, *in_doubt], strict=True) if item})
        return items

    def _measured(self, tokens: list[Token], starts: list[int]) -> Iterator[tuple[float, ...]]:
        """The origin of each word's first character, and the box of its last."""
        places = ctypes.create_string_buffer(_PLACES.size * len(tokens))
        xs, ys, boxes = (calls.slots(places, _PLACES.size, at) for at in (0, 8, 16))
        lasts = [start + len(text) - 1 for (text, _), start in zip(tokens, starts, strict=True)]
        calls.each(calls.char_origin, repeat(self._handle), starts, xs, ys)
        calls.each(calls.loose_box, repeat(self._handle), lasts, boxes)
        return _PLACES.iter_unpack(places)

    def _read_closely(self, word: Word, start: int, doubts: tuple[int, ...], level: bool) -> None:
        """Read a word in which a space may be hidden, or whose characters may be set unlike each other."""
        if word.text[-1] == LINE_END_HYPHEN:
            word.text, word.broken = word.text[:-1] + "-", True
        elif spaces := self._narrow_spaces(word.text, start):
            for first, end in pairwise([0, *spaces, len(word.text)]):
                self._read_part(word.text[first:end], start + first)
            return
        self._keep_or_cut(word, start, doubts, level)

    def _read_part(self, text: str, start: int) -> None:
        """Read a word that pdfium does not part from its neighbours."""
        face = self.faces.at(start)
        axes = self._axes[face.turn]
        x0, base = self._origin(start, axes)
        _, high, x1, low = self._box(start + len(text) - 1, axes)
        word, doubts = _token(text)
        self._keep_or_cut(Word(sys.intern(word), x0, x1, base, face), start, doubts or (), high - 1 <= base <= low + 1)

    def _keep_or_cut(self, word: Word, start: int, doubts: tuple[int, ...], level: bool) -> None:
        """Keep a word whose characters are set alike, cut any other; its ends may or may not stand ``level``."""
        alike = level and word.x0 - 1 <= word.x1 and not self._changes(word, start, doubts)
        if alike or word.face.turn is Turn.OTHER:
            word.x0, word.x1 = min(word.x0, word.x1), max(word.x0, word.x1)
            self.starts.append(start)
            self.words.append(word)
        else:
            self._cut(word, start)

    def _narrow_spaces(self, text: str, start: int) -> list[int]:
        """Where in a word the page shows a narrow space that pdfium does not take for one."""
        found = []
        for match in _MAY_HIDE_SPACE.finditer(text):
            at = match.start()
            face = self.faces.at(start + at - 1)
            axes = self._axes[face.turn]
            gap = self._origin(start + at, axes)[0] - self._box(start + at - 1, axes)[2]
            if at and _NARROW_SPACE * face.size < gap < face.size:
                found.append(at)
        return found

    def _changes(self, word: Word, start: int, doubts: tuple[int, ...]) -> bool:
        """Whether one of these characters is set otherwise than the word's head."""
        axes = self._axes[word.face.turn]
        item = calls.text_object(self._handle, start)
        for at in doubts:
            index = start + at
            base, size = word.base, word.face.size
            if calls.text_object(self._handle, index) != item:  # one object has one baseline and one size
                base, face = self._origin(index, axes)[1], self.faces.at(index)
                size = face.size
                if not _level(base, word.base, face, word.face):
                    return True
            if self._raised(word.text[at], index, axes, base, size, False):
                return True
        return False

    def _cut(self, word: Word, start: int) -> None:
        """Cut a word where the baseline or the size changes, or where figures stand above the line."""
        text, face = word.text, word.face
        axes = self._axes[face.turn]
        first, end = start, start + len(text)
        x0, base = self._origin(start, axes)
        raised = self._raised(text[0], start, axes, base, face.size, False)
        glued = False
        for index in range(start + 1, end + 1):
            if index < end:
                x, y = self._origin(index, axes)
                other = self.faces.at(index)
                lifted = self._raised(text[index - start], index, axes, y, other.size, raised)
                if _level(y, base, other, face) and lifted == raised:
                    continue
            x1 = self._box(index - 1, axes)[2]
            last = index == end
            # A run that is set from right to left ends left of where it begins.
            left, right = min(x0, x1), max(x0, x1)
            piece = text[first - start : index - start]
            self.starts.append(first)
            self.words.append(Word(piece, left, right, base, face, glued, word.broken and last, raised))
            if not last:
                glued = face.turn is Turn.OTHER or (abs(x - x1) < 0.2 * face.size and abs(y - base) < face.size)
                first, face, x0, base, raised = index, other, x, y, lifted

    def _raised(self, sign: str, index: int, axes: Axes, base: float, size: float, before: bool) -> bool:
        """Whether a figure is drawn above the line, as the superior figures of a font are.

        Signs between such figures go with them; letters never do.
        """
        if not sign.isdigit():
            return before and sign in ",-–−()p"
        calls.char_box(self._handle, index, *self._ink_at)
        left, right, low, high = _INK.unpack(self._ink)
        if axes.swapped:
            low, high = left, right
        foot: float = axes.down * (low if axes.down < 0 else high) + axes.top
        return base - foot > 0.2 * size

    def items(self) -> list[int | None]:
        """The text object of each word, by its address in pdfium; a few characters have none."""
        return list(map(calls.text_object, repeat(self._handle), self.starts))

    def ink(self, index: int, turn: Turn) -> tuple[float, float]:
        """The left and the right edge of what a character prints, in a line that runs this way."""
        calls.char_box(self._handle, index, *self._ink_at)
        left, right, low, high = _INK.unpack(self._ink)
        axes = self._axes[turn]
        x0, x1 = axes.place(left, low)[0], axes.place(right, high)[0]
        return (x0, x1) if x0 <= x1 else (x1, x0)

    def _origin(self, index: int, axes: Axes) -> tuple[float, float]:
        calls.char_origin(self._handle, index, self._x_at, self._y_at)
        x, y, *_ = _PLACES.unpack(self._places)
        return axes.place(x, y)

    def _box(self, index: int, axes: Axes) -> tuple[float, float, float, float]:
        """The left, upper, right and lower edge of the room that a character takes."""
        calls.loose_box(self._handle, index, self._box_at)
        _, _, left, top, right, bottom = _PLACES.unpack(self._places)
        (ax, ay), (bx, by) = axes.place(left, top), axes.place(right, bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _token(word: str) -> Token:
    """A word with its doubts."""
    signs = [] if word.isalpha() else [match.start() for match in _MAY_BE_RAISED.finditer(word)]
    if signs:
        return word, tuple({signs[0], signs[-1], len(word) - 1})
    hides_space = len(word) > 3 and not word[1:].islower() and _MAY_HIDE_SPACE.search(word)
    return word, () if hides_space or word[-1] == LINE_END_HYPHEN else None


def _level(base: float, other_base: float, face: Face, other: Face) -> bool:
    """Whether two characters stand on one baseline in one size."""
    return abs(base - other_base) <= 0.08 * other.size and abs(face.size - other.size) <= 0.1 * other.size
