"""Two passages word by word: which words they share, and which differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

OTHER_PLACE = "the other place"  # the kind of evidence that names another place of a repeat
_LONG = 4000  # words; beyond this difflib may guess, or it would take seconds
_MOST = 0.5  # share of words; where more differ, what is the same tells more than what differs
_SHOWN = 14  # words of a long shared stretch that are shown at each of its ends
_EDGES = ".,;:!?()[]\"'“”‘’«»„"


class PieceKind(StrEnum):
    """What a piece of a compared passage is."""

    SAME = "same"
    DIFFERENT = "different"
    LEFT_OUT = "left-out"  # words that both share, told by their number only


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one passage that are the same in the other, differ, or are left out."""

    kind: PieceKind
    text: str


def changes(first: str, second: str) -> tuple[tuple[str, str], ...]:
    """What differs between two passages, in order: words of the first, and what stands in the second instead.

    ``""`` stands for no words. What counts as a difference is told at :func:`compare`.
    """
    ours, theirs = first.split(), second.split()
    return tuple(
        (" ".join(ours[a0:a1]), " ".join(theirs[b0:b1]))
        for tag, a0, a1, b0, b1 in _steps(first, second)
        if tag != "equal"
    )


def little_in_common(first: str, second: str) -> bool:
    """Whether more of the words of two passages differ than are the same, as in one told again in other words."""
    differing = sum(len(f"{ours} {theirs}".split()) for ours, theirs in changes(first, second))
    return differing > _MOST * len(f"{first} {second}".split())


def compare(first: str, second: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both passages in pieces. Capitals and the punctuation around words do not count as a difference."""
    ours, theirs = first.split(), second.split()
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a0, a1, b0, b1 in _steps(first, second):
        if tag == "equal":
            left.extend(_shared(ours[a0:a1]))
            right.extend(_shared(theirs[b0:b1]))
        else:
            left.extend(_different(ours[a0:a1]))
            right.extend(_different(theirs[b0:b1]))
    return tuple(left), tuple(right)


@lru_cache(maxsize=128)  # several reports compare the same passages
def _steps(first: str, second: str) -> Sequence[tuple[str, int, int, int, int]]:
    """How one passage becomes the other, as difflib tells it: what is done with which words of each."""
    ours, theirs = _keys(first.split()), _keys(second.split())
    return SequenceMatcher(None, ours, theirs, autojunk=len(ours) + len(theirs) > _LONG).get_opcodes()


def _keys(words: Sequence[str]) -> list[str]:
    return [word.casefold().strip(_EDGES) or word for word in words]


def _different(words: Sequence[str]) -> list[Piece]:
    return [Piece(PieceKind.DIFFERENT, " ".join(words))] if words else []


def _shared(words: Sequence[str]) -> list[Piece]:
    hidden = len(words) - 2 * _SHOWN
    if hidden <= _SHOWN:
        return [Piece(PieceKind.SAME, " ".join(words))]
    return [
        Piece(PieceKind.SAME, " ".join(words[:_SHOWN])),
        Piece(PieceKind.LEFT_OUT, f"{hidden} words the same"),
        Piece(PieceKind.SAME, " ".join(words[-_SHOWN:])),
    ]
