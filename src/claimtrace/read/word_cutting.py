"""Words that must be looked at character by character: those with a space hidden in them, or set in parts.

A word whose characters stand on unlike baselines, or are of unlike sizes, is cut there: a superscript that touches a
word is a word of its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claimtrace.read.characters import Characters, CloseUps
from claimtrace.read.page_text import LINE_END_HYPHEN
from claimtrace.read.placing import Axes, Turn
from claimtrace.read.words import BROKEN, GLUED, SOFT_HYPHEN, Face, Word

_MAY_BE_RAISED = re.compile(r"[\d*†‡§¶#](?:.*[\d*†‡§¶#])?")  # from the first such sign to the last
_MAY_HIDE_SPACE = re.compile(
    r"[a-z](?=[A-Z])|[.,;:)](?=[^\W\d_])|\d(?=[A-Za-z][a-z]{2})|[a-z]{3}(?=\d)|"
    r"[-–—−+](?=[-–—−+])"  # signs by themselves in the cells of a row: pdfium takes them for a rule
)
_MAY_HIDE_ANY = re.compile(r"[^\W\d_]|[-–—−+]{2}")  # quicker to look for
_SIGNS = re.compile(r"[-–—−+]{2,}")
_SHORT = 3  # characters; a word without figures that is no longer hides none
_NARROW_SPACE = 0.11  # of the size
_RAISED = 0.2  # of the size; a figure's foot above the baseline
Doubts = tuple[int, tuple[int, ...], tuple[int, ...]]
"""The marks of a word, where signs stand in it that may be set unlike the rest, and before which of its letters a space
may hide."""
Token = tuple[str, Doubts | None]
"""A word as it is kept, and what is in doubt about it, if anything."""


class Tokens(dict[str, Token]):
    """The words of a paper with their doubts, each looked at once: a long paper says the same words again and again."""

    def __missing__(self, word: str) -> Token:
        token = self[word] = _token(word)
        return token


def _token(word: str) -> Token:
    is_small = word[1:].islower()
    if is_small and word.isalpha():  # nearly always
        return word, None
    if word == SOFT_HYPHEN:  # set as a text of its own, it still ends the word before it
        return word, (GLUED | BROKEN, (), ())
    last = len(word) - 1
    raised = _MAY_BE_RAISED.search(word)
    signs: tuple[int, ...] = tuple({raised.start(), raised.end() - 1, last}) if raised else ()
    if word[last] == LINE_END_HYPHEN:
        return word[:last] + "-", (BROKEN, signs, ())
    if not signs and (is_small or (last < _SHORT and not _SIGNS.fullmatch(word))):
        return word, None
    letters = [match.end() for match in _MAY_HIDE_SPACE.finditer(word)] if _MAY_HIDE_ANY.search(word) else ()
    return word, (0, signs, tuple(letters)) if signs or letters else None


def _signs(word: str) -> tuple[int, ...]:
    doubts = _token(word)[1]
    return doubts[1] if doubts else ()


class WordCutter:
    """Reads closely the words of a page that may have to be cut, each given by where it begins and ends in its text."""

    def __init__(self, characters: Characters, words: Iterable[tuple[int, int]]) -> None:
        self._axes = characters.axes
        self._close_ups = CloseUps(characters, [index for start, end in words for index in range(start, end)])

    def item(self, index: int) -> int:
        """The text object of a character."""
        return self._close_ups.items[index]

    def parted(self, text: str, start: int, letters: Sequence[int]) -> Iterator[tuple[int, Word]]:
        """The words that spaces before these letters part, each with its place in the page's text."""
        for at, end in pairwise([start, *letters, start + len(text)]):
            part = sys.intern(text[at - start : end - start])
            face = self._close_ups.face(at)
            axes = self._axes[face.turn]
            x0, base = self._close_ups.origin(at, axes)
            _, high, x1, low = self._close_ups.room(end - 1, axes)
            word = Word(part, x0, x1, base, face)
            level = high - 1 <= base <= low + 1 and x0 - 1 <= x1
            if face.turn is Turn.OTHER or (level and not self._changes(word, at, _signs(part))):
                word.x0, word.x1 = min(x0, x1), max(x0, x1)
                yield at, word
            else:
                yield from self.cut(word, at)

    def _changes(self, word: Word, start: int, doubts: Sequence[int]) -> bool:
        """Whether one of these characters is set otherwise than the word's head."""
        axes = self._axes[word.face.turn]
        items = self._close_ups.items
        for at in doubts:
            index = start + at
            base, face = word.base, word.face
            if items[index] != items[start]:  # one object has one baseline and one size
                base, face = self._close_ups.origin(index, axes)[1], self._close_ups.face(index)
                if not is_level(base, word.base, face, word.face):
                    return True
            if self._raised(word.text[at], index, axes, base, face.size, False):
                return True
        return False

    def cut(self, word: Word, start: int) -> Iterator[tuple[int, Word]]:
        """A word cut where the baseline or the size changes, or where figures stand above the line."""
        text, face, characters = word.text, word.face, self._close_ups
        axes = self._axes[face.turn]
        first, end = start, start + len(text)
        x0, base = characters.origin(start, axes)
        raised = self._raised(text[0], start, axes, base, face.size, False)
        glued = False
        for index in range(start + 1, end + 1):
            if index < end:
                x, y = characters.origin(index, axes)
                other = characters.face(index)
                lifted = self._raised(text[index - start], index, axes, y, other.size, raised)
                if is_level(y, base, other, face) and lifted == raised:
                    continue
            x1 = characters.room(index - 1, axes)[2]
            last = index == end
            # A run that is set from right to left ends left of where it begins.
            left, right = min(x0, x1), max(x0, x1)
            piece = text[first - start : index - start]
            yield first, Word(piece, left, right, base, face, glued, word.broken and last, raised)
            if not last:
                glued = face.turn is Turn.OTHER or (abs(x - x1) < 0.2 * face.size and abs(y - base) < face.size)
                first, face, x0, base, raised = index, other, x, y, lifted

    def _raised(self, sign: str, index: int, axes: Axes, base: float, size: float, before: bool) -> bool:
        """Whether a figure is drawn above the line; signs between such figures go with them, letters never do."""
        if not sign.isdigit():
            return before and sign in ",-–−()p"
        return is_raised(base, self._close_ups.foot(index, axes), size)


def is_level(base: float, other_base: float, face: Face, other: Face) -> bool:
    """Whether two characters stand on one baseline in one size."""
    return abs(base - other_base) <= 0.08 * other.size and abs(face.size - other.size) <= 0.1 * other.size


def is_raised(base: float, foot: float, size: float) -> bool:
    """Whether a figure of this size, whose lower edge is its ``foot``, is drawn above the baseline.

    So are the superior figures of a font.
    """
    return base - foot > _RAISED * size


def hides_space(gap: float, size: float, letter: str) -> bool:
    """Whether between this character and the one before it is a space that pdfium does not take for one.

    Between letters it is narrow, between signs it may be as wide as a column.
    """
    return _NARROW_SPACE * size < gap and (gap < size or not letter.isalnum())
