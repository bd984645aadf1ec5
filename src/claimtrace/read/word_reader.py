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
from itertools import repeat

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


class WordReader:
    """The ``words`` of a page, cut from its ``text``.

    ``plain`` holds the words of earlier pages that can hide nothing, and those of this page are added: a long paper
    says the same words again and again.
    """

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, plain: dict[str, str]) -> None:
        self._handle = calls.handle(text_page)
        self.text = page_text(text_page)
        self._plain = plain
        axes = axes_of(page)
        self._axes = {turn: axes.turned(turn) for turn in Turn}
        self.faces = Faces(text_page, axes)
        self._places = ctypes.create_string_buffer(_PLACES.size)
        self._ink = ctypes.create_string_buffer(_INK.size)
        self._x_at, self._y_at, self._box_at = (ctypes.addressof(self._places) + at for at in (0, 8, 16))
        self._ink_at = [ctypes.addressof(self._ink) + at for at in (0, 8, 16, 24)]
        self.words: list[Word] = []  # in the order of the content stream
        self.starts: list[int] = []  # where each word begins in the text

        self._read()

    def _read(self) -> None:
        texts, starts, signs = self._tokens()
        items = list(map(calls.text_object, repeat(self._handle), starts))
        self.faces.read({item: start for item, start in zip(items, starts, strict=True) if item})
        by_item, face, of = self.faces.by_item, self.faces.last, 0
        swapped, right, left, down, top = self._axes[face.turn]
        line = 0.0
        for text, start, doubts, item, (x, y, low_x, high_y, high_x, low_y) in zip(
            texts, starts, signs, items, self._measured(texts, starts), strict=True
        ):
            if item != of and item:
                face, of = by_item[item], item
                swapped, right, left, down, top = self._axes[face.turn]
            if swapped:
                x, y, low_x, high_x, low_y, high_y = y, x, low_y, high_y, low_x, high_x
            x0, x1, base = right * x + left, right * (high_x if right > 0 else low_x) + left, down * y + top
            if base == line:
                base = line  # one number for all words of a line: long papers hold a million of them
            else:
                line = base
            if doubts is None and low_y - 1 <= y <= high_y + 1 and x0 <= x1:
                self.starts.append(start)
                self.words.append(Word(text, x0, x1, base, face))
            else:
                level = low_y - 1 <= y <= high_y + 1 or high_y - 1 <= y <= low_y + 1
                self._read_closely(Word(text, x0, x1, base, face), start, doubts or (), level)
        if SECOND_HALF in self.text:
            for word in self.words:
                word.text = word.text.replace(SECOND_HALF, "")

    def _tokens(self) -> tuple[list[str], list[int], list[tuple[int, ...] | None]]:
        """The words, where they start, and where in those that are not plain a sign may be set unlike the rest."""
        plain = self._plain
        texts: list[str] = []
        starts: list[int] = []
        signs: list[tuple[int, ...] | None] = []
        for match in _WORD.finditer(self.text):
            token, start = match.group(), match.start()
            known = plain.get(token)
            if known is None and _is_plain(token):
                known = plain[token] = token
            if known is not None:
                texts.append(known)
                starts.append(start)
                signs.append(None)
                continue
            broken = token[-1] == LINE_END_HYPHEN
            for part, at in [(token, start)] if broken else self._parted(token, start):
                texts.append(sys.intern(part))
                starts.append(at)
                signs.append(_doubtful(part))
        return texts, starts, signs

    def _measured(self, texts: list[str], starts: list[int]) -> Iterator[tuple[float, ...]]:
        """The origin of each word's first character, and the box of its last."""
        places = ctypes.create_string_buffer(_PLACES.size * len(texts))
        xs, ys, boxes = (calls.slots(places, _PLACES.size, at) for at in (0, 8, 16))
        lasts = [start + len(text) - 1 for text, start in zip(texts, starts, strict=True)]
        calls.each(calls.char_origin, repeat(self._handle), starts, xs, ys)
        calls.each(calls.loose_box, repeat(self._handle), lasts, boxes)
        return _PLACES.iter_unpack(places)

    def _parted(self, token: str, start: int) -> list[tuple[str, int]]:
        """A word cut where the page shows a narrow space that pdfium does not take for one."""
        parts: list[tuple[str, int]] = []
        first = 0
        for match in _MAY_HIDE_SPACE.finditer(token):
            at = match.start()
            face = self.faces.at(start + at - 1)
            axes = self._axes[face.turn]
            gap = self._origin(start + at, axes)[0] - self._right(start + at - 1, axes)
            if at > first and _NARROW_SPACE * face.size < gap < face.size:
                parts.append((token[first:at], start + first))
                first = at
        return [*parts, (token[first:], start + first)]

    def _read_closely(self, word: Word, start: int, doubts: tuple[int, ...], level: bool) -> None:
        """Read a word whose characters may be set unlike each other; where they are, it is cut."""
        if word.text[-1] == LINE_END_HYPHEN:
            word.text, word.broken = word.text[:-1] + "-", True
        alike = level and word.x0 - 1 <= word.x1 and not self._changes(word, start, doubts)
        if alike or word.face.turn is Turn.OTHER:
            word.x0, word.x1 = min(word.x0, word.x1), max(word.x0, word.x1)
            self.starts.append(start)
            self.words.append(word)
        else:
            self._cut(word, start)

    def _changes(self, word: Word, start: int, doubts: tuple[int, ...]) -> bool:
        """Whether one of these characters is set otherwise than the word's head."""
        axes = self._axes[word.face.turn]
        for at in doubts:
            index = start + at
            face = self.faces.at(index)
            base = self._origin(index, axes)[1]
            if not _level(base, word.base, face, word.face):
                return True
            if self._raised(word.text[at], index, axes, base, face.size, False):
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
            x1 = self._right(index - 1, axes)
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

    def _right(self, index: int, axes: Axes) -> float:
        """The right edge of a character."""
        calls.loose_box(self._handle, index, self._box_at)
        _, _, left, top, right, bottom = _PLACES.unpack(self._places)
        return max(axes.place(left, bottom)[0], axes.place(right, top)[0])


def _is_plain(token: str) -> bool:
    """Whether all characters of a word are surely set alike, without a space among them."""
    if token[-1] == LINE_END_HYPHEN or not (token.isalpha() or _MAY_BE_RAISED.search(token) is None):
        return False
    return token[1:].islower() or len(token) < 4 or _MAY_HIDE_SPACE.search(token) is None


def _doubtful(token: str) -> tuple[int, ...]:
    """Where in a word that is not plain signs stand that tell whether all of it is set alike."""
    signs = [match.start() for match in _MAY_BE_RAISED.finditer(token)]
    return tuple({signs[0], signs[-1], len(token) - 1}) if signs else ()


def _level(base: float, other_base: float, face: Face, other: Face) -> bool:
    """Whether two characters stand on one baseline in one size."""
    return abs(base - other_base) <= 0.08 * other.size and abs(face.size - other.size) <= 0.1 * other.size
