"""Words that fit: how wide they will be, where to break them, where to cut them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from claimtrace.knowledge.tables import table

SIZE = 12.0  # pixels, of the letters of a picture
_SPACE, _OTHER = 278, 1000  # thousandths of the size: a blank, and a letter of another script
_TIGHT = 0.9  # of the room; words that fill more of it are told how long to be, whatever the font of the viewer


def width(words: str, size: float = SIZE) -> float:
    """How wide words are in pixels, in Helvetica or a font as wide."""
    return sum(_width(letter) for letter in words) * size / 1000


def fitted(words: str, room: float, lines: int = 1) -> list[str]:
    """Words in as many lines as they need, ``lines`` at most, the last of them cut to the room with "…"."""
    found: list[str] = []
    left = words.split()
    while left and len(found) < lines - 1:
        count = max((n for n in range(1, len(left) + 1) if width(" ".join(left[:n])) <= room), default=0)
        if not count:
            break
        found.append(" ".join(left[:count]))
        left = left[count:]
    return [*found, _cut(" ".join(left), room)] if left or not found else found


def length_told(words: str, room: float) -> float | None:
    """The length to which a viewer is to set words, where its own font might not fit the room."""
    own = width(words)
    return min(own, room) if own > _TIGHT * room else None


def _cut(words: str, room: float) -> str:
    if width(words) <= room:
        return words
    shorter = (words[:end].rstrip() + "…" for end in range(len(words) - 1, 0, -1))
    return next((said for said in shorter if width(said) <= room), "…")


def _width(letter: str) -> int:
    widths = _widths()
    return widths.get(letter) or widths.get(unicodedata.normalize("NFD", letter)[0], _OTHER)


@cache
def _widths() -> dict[str, int]:
    return {" ": _SPACE} | dict(_rows())


def _rows() -> Iterator[tuple[str, int]]:
    for row in table("letter_widths"):
        for letter in row["letters"]:
            yield letter, int(row["width"])
