"""Words of scripts that run to the left, put into the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrace.read.words import Word

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic, Syriac and their like
_OTHER_LETTER = re.compile(r"[^\W\d_]")


def runs_to_the_left(text: str) -> bool:
    """Whether some of a text is written in such a script."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def as_read(words: Sequence[Word]) -> list[Word]:
    """The words of a line, given from left to right, as a reader takes them.

    Of a run of words that are written to the left the rightmost comes first; figures and signs within it belong to it.
    The letters within each word are in order already.
    """
    found: list[Word] = []
    for start, end in _runs([word.text for word in words]):
        found += words[len(found) : start]
        found += reversed(words[start:end])
    return [*found, *words[len(found) :]]


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
