"""Accents that are drawn as characters of their own, set upon the letters over which they stand.

pdfium gives such a sign where the file has it, often at the end of the line; only its place tells its letter.
"""

from __future__ import annotations

from claimtrace.read.word_reader import WordReader
from claimtrace.read.words import GLUED
from claimtrace.text.accents import accented, compose, has_loose_accents, often_carries

_TOUCHING = 0.12  # of the size; a space is wider


def join_accents(reader: WordReader) -> None:
    """Join every accent of a page to the letter under or over which it is drawn; one over none stays."""
    words = reader.words
    letters: dict[int, list[str]] = {}  # of the words that change
    unlike = [(at, text) for at, text in enumerate(words.texts) if not (text.isascii() and text.isalpha())]
    signed = [(at, text) for at, text in unlike if has_loose_accents(text)]
    for at, text in signed:
        for place, sign in enumerate(text):
            found = _beneath(at, place, reader) if has_loose_accents(sign) else None
            if not found:
                continue
            under, where = found
            beneath = letters.setdefault(under, list(words.texts[under]))
            if joined := accented(beneath[where], sign):
                beneath[where] = joined
                letters.setdefault(at, list(text))[place] = ""
    if not letters:
        for at, text in signed:
            words.texts[at] = compose(text)
        return
    kept: list[int] = []
    parted = False  # whether a sign was taken away here, with which pdfium parts what stands side by side
    for at, before in enumerate(words.texts):
        own = letters.get(at)
        text = before if own is None else "".join(own)
        if text and parted and not words.marks[at] & GLUED:
            beside = kept and words.bases[kept[-1]] == words.bases[at]
            if beside and abs(words.x0[at] - words.x1[kept[-1]]) < _TOUCHING * words.faces[at].size:
                words.marks[at] |= GLUED
        parted = (len(text) < len(before) and (not text or not (own and own[-1]))) or (parted and not text)
        if text:
            words.texts[at] = compose(text)
            kept.append(at)
    if len(kept) < len(words):
        reader.keep(kept)


def _beneath(accent: int, place: int, reader: WordReader) -> tuple[int, int] | None:
    """The word, and the place in it, of the letter over or under which the sign at this place of a word is drawn.

    Of letters beside each other one that often carries the sign is likelier than one that seldom does.
    """
    words, sign = reader.words, reader.words.texts[accent][place]
    base, face = words.bases[accent], words.faces[accent]
    left, right = reader.ink(accent)[place]
    middle, near, far = (left + right) / 2, 0.15 * face.size, 0.7 * face.size
    best: tuple[tuple[bool, float], int, int] | None = None
    for at in [at for at, other in enumerate(words.bases) if abs(other - base) <= far]:
        if not words.x0[at] - near <= middle <= words.x1[at] + near or words.faces[at].turn is not face.turn:
            continue
        for other_place, (letter, (left, right)) in enumerate(zip(words.texts[at], reader.ink(at), strict=True)):
            if letter.isalpha() and not has_loose_accents(letter):  # some accents count as letters
                away = not often_carries(letter, sign), abs((left + right) / 2 - middle)
                if left - near <= middle <= right + near and (best is None or away < best[0]):
                    best = away, at, other_place
    return best[1:] if best else None
