"""Accents that are drawn as characters of their own, set upon the letters over which they stand.

pdfium gives such a sign where the file has it, often at the end of the line; only its place tells its letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.read.word_reader import WordReader
from claimtrace.read.words import Word
from claimtrace.text.accents import accented, has_loose_accents, often_carries

_TOUCHING = 0.12  # of the size; a space is wider


def with_accents(reader: WordReader) -> list[Word]:
    """The words of a page, every accent joined to the letter under or over which it is drawn; one over none stays."""
    words = reader.words
    starts = {id(word): start for word, start in zip(words, reader.starts, strict=True)}
    letters = {id(word): list(word.text) for word in words}
    for word in words:
        if not has_loose_accents(word.text):
            continue
        for at, sign in enumerate(word.text):
            if not has_loose_accents(sign):
                continue
            left, right = reader.ink(starts[id(word)] + at, word.face.turn)
            found = _beneath((left + right) / 2, sign, word, words, reader, starts)
            joined = accented(letters[id(found[0])][found[1]], sign) if found else None
            if found and joined:
                letters[id(found[0])][found[1]] = joined
                letters[id(word)][at] = ""
    kept: list[Word] = []
    parted = False  # whether a sign was taken away here, with which pdfium parts what stands side by side
    for word in words:
        text = "".join(letters[id(word)])
        if text and parted and not word.glued:
            gap = word.x0 - kept[-1].x1 if kept and kept[-1].base == word.base else word.size
            word.glued = abs(gap) < _TOUCHING * word.size
        parted = (len(text) < len(word.text) and (not text or not letters[id(word)][-1])) or (parted and not text)
        if text:
            word.text = text
            kept.append(word)
    return kept


def _beneath(
    middle: float,
    sign: str,
    accent: Word,
    words: Sequence[Word],
    reader: WordReader,
    starts: dict[int, int],
) -> tuple[Word, int] | None:
    """The word, and the place in it, of the letter over or under which a sign is drawn about this ``middle``.

    Of letters beside each other one that often carries the sign is likelier than one that seldom does.
    """
    near = 0.15 * accent.size
    best: tuple[tuple[bool, float], Word, int] | None = None
    for word in words:
        beside = word.face.turn is not accent.face.turn or abs(word.base - accent.base) > 0.7 * accent.size
        if beside or not word.x0 - near <= middle <= word.x1 + near:
            continue
        for at, letter in enumerate(word.text):
            if letter.isalpha() and not has_loose_accents(letter):  # some accents count as letters
                left, right = reader.ink(starts[id(word)] + at, word.face.turn)
                away = not often_carries(letter, sign), abs((left + right) / 2 - middle)
                if left - near <= middle <= right + near and (best is None or away < best[0]):
                    best = away, word, at
    return best[1:] if best else None
