"""Words set one after the other, kept in a third of the memory that an object for each would take."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice, repeat
from typing import overload

from claimtrace.read.placing import Turn, turned_back
from claimtrace.read.words import Face, Word

_GLUED, _BROKEN, _RAISED = _FLAGS = 1, 2, 4
_MAY_BE_BROKEN = bytes([0, _BROKEN])


@dataclass(slots=True, eq=False)
class Run(Sequence[Word]):
    """Words that are not changed; each is made anew when it is asked for.

    ``edges`` holds the left edges of all, then the right edges. ``bases`` and ``faces`` hold one for each, or stand for
    the one of all. ``marks`` tells which words are glued, broken or raised, and is empty where none is.
    """

    texts: tuple[str, ...]
    edges: array[float]
    bases: float | list[float]
    faces: Face | list[Face]
    marks: bytes

    @classmethod
    def of(cls, words: Sequence[Word]) -> Run:
        """These words, one at least."""
        bases, faces = [word.base for word in words], [word.face for word in words]
        marks = b""
        if [word for word in words if word.glued or word.broken or word.raised]:
            marks = bytes([word.glued * _GLUED + word.broken * _BROKEN + word.raised * _RAISED for word in words])
        return cls(
            tuple([word.text for word in words]),
            array("d", [word.x0 for word in words] + [word.x1 for word in words]),
            bases[0] if bases.count(bases[0]) == len(words) else bases,
            faces[0] if faces.count(faces[0]) == len(words) else faces,
            marks,
        )

    @property
    def is_plain(self) -> bool:
        """Whether all words stand on one baseline in one face, none of them glued or raised."""
        uniform = isinstance(self.bases, float) and isinstance(self.faces, Face)
        return uniform and not self.marks.strip(_MAY_BE_BROKEN)

    @property
    def spelling(self) -> Iterator[tuple[str, bool, bool]]:
        """The text of each word, whether it is glued to the one before it, and whether it is raised."""
        for text, mark in zip(self.texts, self.marks or bytes(len(self.texts)), strict=True):
            yield text, bool(mark & _GLUED), bool(mark & _RAISED)

    def boxes(self) -> tuple[list[float], list[float], list[float], list[float]]:
        """The left, upper, right and lower edges of the words on the page as it is shown; they run one way."""
        count = len(self.texts)
        x0, x1 = self.edges[:count].tolist(), self.edges[count:].tolist()
        bases = self.bases if isinstance(self.bases, list) else [self.bases]
        faces = self.faces if isinstance(self.faces, list) else [self.faces]
        if len(bases) == len(faces) == 1:
            top, bottom = [bases[0] - 0.75 * faces[0].size] * count, [bases[0] + 0.25 * faces[0].size] * count
        else:
            drawn = list(zip(islice(cycle(bases), count), cycle([face.size for face in faces]), strict=False))
            top, bottom = [base - 0.75 * size for base, size in drawn], [base + 0.25 * size for base, size in drawn]
        turn = faces[0].turn
        if turn is Turn.UPRIGHT:
            return x0, top, x1, bottom
        shown = [turned_back(turn, *edges) for edges in zip(x0, top, x1, bottom, strict=True)]
        left, upper, right, lower = zip(*shown, strict=True)
        return list(left), list(upper), list(right), list(lower)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Word]:
        count = len(self.texts)
        bases = repeat(self.bases) if isinstance(self.bases, float) else self.bases
        faces = repeat(self.faces) if isinstance(self.faces, Face) else self.faces
        flags = [[bool(mark & flag) for mark in self.marks] for flag in _FLAGS] if self.marks else []
        return map(Word, self.texts, self.edges[:count], self.edges[count:], bases, faces, *flags)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        count = len(self.texts)
        if isinstance(at, slice):
            return [self[position] for position in range(count)[at]]
        at = range(count)[at]
        bases, faces = self.bases, self.faces
        marks = self.marks[at] if self.marks else 0
        return Word(
            self.texts[at],
            self.edges[at],
            self.edges[count + at],
            bases if isinstance(bases, float) else bases[at],
            faces if isinstance(faces, Face) else faces[at],
            *[bool(marks & flag) for flag in _FLAGS],
        )
