"""Words of scripts that run to the left, put into the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from claimtrace.read.word_reader import WordReader
from claimtrace.read.words import Word

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic, Syriac and their like
LAM = "\u0644"
_TURNED = re.compile(f"[\u0627\u0623\u0625\u0622]{LAM}")  # an alef and a lam
_BRACKETS = str.maketrans("()[]{}", ")(][}{")
_CLOSES_FIRST = re.compile(r"[)\]}]|.*[(\[{]$")
_OTHER_LETTER = re.compile(r"[^\W\d_]")


def leans_left(text: str) -> bool:
    """Whether most of a line is written in such a script, so that it begins at its right edge."""
    return not text.isascii() and 2 * len(_RIGHT_TO_LEFT.findall(text)) > len(text.replace(" ", ""))


def runs_to_the_left(text: str) -> bool:
    """Whether some of a text is written in such a script."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def right_ligatures(reader: WordReader) -> None:
    """Put the letters of the ligature of lam and alef in order, which pdfium gives the wrong way round.

    They are one sign, so they print in one place; an alef before a lam prints beside it.
    """
    words = reader.words
    for at, text in enumerate(words.texts):
        pairs = [] if text.isascii() else [match.start() for match in _TURNED.finditer(text)]
        ink = reader.ink(at) if pairs else []
        letters = list(text)
        for alef in pairs:
            if ink[alef] == ink[alef + 1]:
                letters[alef : alef + 2] = reversed(letters[alef : alef + 2])
        if pairs:
            words.texts[at] = "".join(letters)


def as_read(words: Sequence[Word]) -> list[Word]:
    """The words of a line, given from left to right, as a reader takes them.

    In a line that is mostly written to the left the rightmost word comes first, but words of other scripts that stand
    side by side keep their order. In other lines this holds for runs of words that are written to the left; figures and
    signs within such a run belong to it. The letters within each word are in order already.
    """
    texts = [word.text for word in words]
    to_left = [bool(_RIGHT_TO_LEFT.search(text)) for text in texts]
    if sum(to_left) > sum(
        bool(_OTHER_LETTER.search(text)) for text, left in zip(texts, to_left, strict=True) if not left
    ):
        return list(_from_the_right(words, to_left))
    found: list[Word] = []
    for start, end in _runs(texts):
        found += words[len(found) : start]
        found += map(_faced, reversed(words[start:end]))
    return [*found, *words[len(found) :]]


def _from_the_right(words: Sequence[Word], to_left: Sequence[bool]) -> Iterator[Word]:
    for is_left, run in groupby(zip(reversed(to_left), reversed(words), strict=True), key=itemgetter(0)):
        side_by_side = [word for _, word in run]
        if not is_left and any(_OTHER_LETTER.search(word.text) for word in side_by_side):
            yield from reversed(side_by_side)
        else:
            yield from map(_faced, side_by_side)


def _faced(word: Word) -> Word:
    """A word whose brackets face as they do in text, where they are kept as they look on the page."""
    if _CLOSES_FIRST.match(word.text):
        word.text = word.text.translate(_BRACKETS)
    return word


def _runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where words run to the left."""
    start = end = -1
    for at, text in enumerate(texts):
        if _RIGHT_TO_LEFT.search(text):
            start, end = start if start >= 0 else at, at + 1
        elif start >= 0 and _OTHER_LETTER.search(text):
            yield start, end
            start = -1
    if start >= 0:
        yield start, end
