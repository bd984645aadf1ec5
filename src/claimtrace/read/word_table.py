"""The words of a page as columns: to make an object of each would take longer than pdfium takes to read them."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from claimtrace.read.placing import Turn, turned_back
from claimtrace.read.runs import Run, one_or_all
from claimtrace.read.words import MARKS, Face, Word


@dataclass(slots=True, eq=False)
class WordTable(Sequence[Word]):
    """Words in the order in which they are drawn; ``marks`` tells which are glued, broken or raised.

    A word is made anew when it is asked for: what is changed in it is not changed here.
    """

    texts: list[str] = field(default_factory=list)
    x0: list[float] = field(default_factory=list)
    x1: list[float] = field(default_factory=list)
    bases: list[float] = field(default_factory=list)
    faces: list[Face] = field(default_factory=list)
    marks: bytearray = field(default_factory=bytearray)

    @classmethod
    def of(cls, words: Iterable[Word]) -> WordTable:
        """These words."""
        table = cls()
        for word in words:
            table.append(word)
        return table

    def append(self, word: Word) -> None:
        """Add a word."""
        self.texts.append(word.text)
        self.x0.append(word.x0)
        self.x1.append(word.x1)
        self.bases.append(word.base)
        self.faces.append(word.face)
        self.marks.append(word.marks)

    def extend(self, other: WordTable, start: int, end: int) -> None:
        """Add some words of another table."""
        self.texts += other.texts[start:end]
        self.x0 += other.x0[start:end]
        self.x1 += other.x1[start:end]
        self.bases += other.bases[start:end]
        self.faces += other.faces[start:end]
        self.marks += other.marks[start:end]

    def taken(self, places: Sequence[int]) -> WordTable:
        """The words at these places."""
        return WordTable(
            [self.texts[at] for at in places],
            [self.x0[at] for at in places],
            [self.x1[at] for at in places],
            [self.bases[at] for at in places],
            [self.faces[at] for at in places],
            bytearray([self.marks[at] for at in places]),
        )

    def without(self, places: Container[int]) -> WordTable:
        """The words at all other places."""
        return self.taken([at for at in range(len(self)) if at not in places])

    def middle(self, at: int) -> tuple[float, float]:
        """Where a word's middle stands on the page as it is shown."""
        face = self.faces[at]
        x, y = (self.x0[at] + self.x1[at]) / 2, self.bases[at] - 0.25 * face.size
        return (x, y) if face.turn is Turn.UPRIGHT else turned_back(face.turn, x, y, x, y)[:2]

    def run(self, start: int, end: int, alike: bool) -> Run:
        """Words that are set one after the other, one at least; they may all stand on one baseline in one face."""
        part = slice(start, end)
        texts, edges = tuple(self.texts[part]), array("f", self.x0[part] + self.x1[part])
        marks = b"" if self.marks.count(0, start, end) == end - start else bytes(self.marks[part])
        if alike:
            return Run(texts, edges, self.bases[start], self.faces[start], marks)
        return Run(texts, edges, one_or_all(self.bases[part]), one_or_all(self.faces[part]), marks)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Word]:
        flags = [[bool(mark & flag) for mark in self.marks] for flag in MARKS]
        return map(Word, self.texts, self.x0, self.x1, self.bases, self.faces, *flags)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return [self[position] for position in range(len(self))[at]]
        flags = [bool(self.marks[at] & flag) for flag in MARKS]
        return Word(self.texts[at], self.x0[at], self.x1[at], self.bases[at], self.faces[at], *flags)
