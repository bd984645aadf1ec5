"""Words set one after the other, kept in a third of the memory that an object for each would take."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from operator import sub
from typing import TypeAlias, TypeVar, overload

from claimtrace.read.placing import Turn, turned_back
from claimtrace.read.words import BROKEN, GLUED, MARKS, RAISED, Face, Word

T = TypeVar("T")
Edges: TypeAlias = "array[float]"  # of single floats, as pdfium gives them
_MAY_BE_BROKEN = bytes([0, BROKEN])


@dataclass(slots=True, eq=False)
class Run(Sequence[Word]):
    """Words that are not changed; each is made anew when it is asked for.

    ``edges`` holds the left edges of all, then the right edges. ``bases`` and ``faces`` hold one for each, or stand for
    the one of all. ``marks`` tells which words are glued, broken or raised, and is empty where none is.
    """

    texts: tuple[str, ...]
    edges: Edges
    bases: float | list[float]
    faces: Face | list[Face]
    marks: bytes

    @classmethod
    def of(cls, words: Sequence[Word]) -> Run:
        """These words, one at least."""
        marks = bytes([word.glued * GLUED + word.broken * BROKEN + word.raised * RAISED for word in words])
        return cls(
            tuple([word.text for word in words]),
            array("f", [word.x0 for word in words] + [word.x1 for word in words]),
            one_or_all([word.base for word in words]),
            one_or_all([word.face for word in words]),
            marks if any(marks) else b"",
        )

    @classmethod
    def joined(cls, runs: Sequence[Run]) -> Run:
        """These runs as one."""
        if len(runs) == 1:
            return runs[0]
        counts = [len(run.texts) for run in runs]
        sized = list(zip(runs, counts, strict=True))
        left = [edge for run, count in sized for edge in run.edges[:count]]
        marks = b"".join([run.marks or bytes(count) for run, count in sized])
        return cls(
            tuple(chain.from_iterable([run.texts for run in runs])),
            array("f", left + [edge for run, count in sized for edge in run.edges[count:]]),
            one_or_all([base for run in runs for base in run.all_bases()]),
            one_or_all([face for run in runs for face in run.all_faces()]),
            marks if any(marks) else b"",
        )

    def marked(self, marks: bytearray) -> Run:
        """The same words with these marks."""
        return Run(self.texts, self.edges, self.bases, self.faces, bytes(marks) if any(marks) else b"")

    def all_bases(self) -> list[float]:
        """The baseline of each word."""
        return [self.bases] * len(self.texts) if isinstance(self.bases, float) else self.bases

    def all_faces(self) -> list[Face]:
        """The face of each word."""
        return [self.faces] * len(self.texts) if isinstance(self.faces, Face) else self.faces

    @property
    def is_level(self) -> bool:
        """Whether all words stand on one baseline in one size, none of them glued or raised."""
        if not isinstance(self.bases, float) or (self.marks and self.marks.strip(_MAY_BE_BROKEN)):
            return False
        faces = self.faces
        return isinstance(faces, Face) or len({face.size for face in faces}) == 1

    @property
    def first(self) -> Word:
        """The first word."""
        texts, edges, bases, faces = self.texts, self.edges, self.bases, self.faces
        base, face = bases if isinstance(bases, float) else bases[0], faces if isinstance(faces, Face) else faces[0]
        word = Word(texts[0], edges[0], edges[len(texts)], base, face)
        if self.marks and self.marks[0]:
            word.glued, word.broken, word.raised = (bool(self.marks[0] & flag) for flag in MARKS)
        return word

    def spelt(self) -> str:
        """The words with spaces between those that are not glued."""
        if not self.marks:
            return " ".join(self.texts)
        spaced = [text if mark & GLUED else f" {text}" for text, mark in zip(self.texts, self.marks, strict=True)]
        return "".join(spaced).removeprefix(" ")

    @property
    def spelling(self) -> Iterator[tuple[str, bool, bool]]:
        """The text of each word, whether it is glued to the one before it, and whether it is raised."""
        for text, mark in zip(self.texts, self.marks or bytes(len(self.texts)), strict=True):
            yield text, bool(mark & GLUED), bool(mark & RAISED)

    def gaps(self) -> list[float]:
        """The white between the words, in points."""
        count = len(self.texts)
        return list(map(sub, self.edges[1:count], self.edges[count:-1]))

    def boxes(self) -> tuple[Edges, Edges, Edges, Edges]:
        """The left, upper, right and lower edges of the words on the page as it is shown; they run one way."""
        count, base, face = len(self.texts), self.bases, self.faces
        x0, x1 = self.edges[:count], self.edges[count:]
        if isinstance(base, float) and isinstance(face, Face):  # nearly always
            turn, size = face.turn, face.size
            top, bottom = array("f", [base - 0.75 * size]) * count, array("f", [base + 0.25 * size]) * count
        else:
            drawn = [(base, face.size) for base, face in zip(self.all_bases(), self.all_faces(), strict=True)]
            turn = self.all_faces()[0].turn
            top = array("f", [base - 0.75 * size for base, size in drawn])
            bottom = array("f", [base + 0.25 * size for base, size in drawn])
        if turn is Turn.UPRIGHT:
            return x0, top, x1, bottom
        shown = [turned_back(turn, *edges) for edges in zip(x0, top, x1, bottom, strict=True)]
        left, upper, right, lower = (array("f", edges) for edges in zip(*shown, strict=True))
        return left, upper, right, lower

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Word]:
        count = len(self.texts)
        bases = repeat(self.bases) if isinstance(self.bases, float) else self.bases
        faces = repeat(self.faces) if isinstance(self.faces, Face) else self.faces
        flags = [[bool(mark & flag) for mark in self.marks] for flag in MARKS] if self.marks else []
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
            *[bool(marks & flag) for flag in MARKS],
        )


def one_or_all(values: list[T]) -> T | list[T]:
    """The one value that all of these are, or else all of them."""
    return values[0] if values.count(values[0]) == len(values) else values
