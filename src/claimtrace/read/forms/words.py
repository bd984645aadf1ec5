"""The words of one block, gathered from the pieces in which a form gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimtrace.model.place import Span
from claimtrace.read.forms.characters import clean
from claimtrace.text.fold import RAISE

_RAISED = re.compile(r"[\d+\-–−,;() ]*\d[\d+\-–−,;() ]*|[-–−,]")


@dataclass(frozen=True, slots=True)
class Call:
    """The place in a block where a note is called, and the name by which the form knows the note."""

    note: str
    span: Span


@dataclass(slots=True)
class Words:
    """Words with single spaces between them, superscript figures raised; the calls of notes are remembered."""

    calls: list[Call] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _gap: bool = False  # white space has come behind the last piece
    _closed_up: int | None = None  # where the last piece begins, if it is a superscript that stood behind white space

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def string(self) -> str:
        """All words."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    @property
    def ends_with_space(self) -> bool:
        """Whether white space parts what comes next from the last word."""
        return self._gap or not self._length

    @property
    def tail(self) -> str:
        """The last characters."""
        return "".join(self._pieces[-4:])[-4:]

    def space(self) -> None:
        """White space, as between two paragraphs of one note."""
        self._gap = True

    def add(self, text: str) -> None:
        """Text as it stands in the form."""
        text = clean(text)
        words = " ".join(text.split())
        if not words:
            self._gap = self._gap or bool(text)
            return
        if self._closed_up is not None and not self._gap and text[0].isalnum():
            whole = self.string  # "of ¹³⁷Cs": the superscript leads the word behind it
            self._pieces = [whole[: self._closed_up], " ", whole[self._closed_up :]]
            self._length += 1
        if self._length and (self._gap or text[0].isspace()):
            words = f" {words}"
        self._gap = text[-1].isspace()
        self._put(words)

    def close(self, mark: str) -> None:
        """A mark that closes what stands before it, without the space between."""
        gap, self._gap = self._gap, False
        self.add(mark)
        self._gap = gap

    def add_raised(self, text: str) -> None:
        """Superscript text: figures become superscript characters, close to the word before; others stay."""
        text = clean(text)
        if not _RAISED.fullmatch(text.strip()) or self.tail.endswith("["):
            self.add(text)
            return
        closed_up = self._length if self._gap and self._length else None
        self._put(text.strip().translate(RAISE))
        self._closed_up = closed_up
        self._gap = text[-1].isspace()

    def call(self, note: str, marker: str) -> None:
        """The marker of a note, close to the word before: a superscript figure, a sign, or a letter in brackets."""
        marker = clean(marker).strip()
        shown = f"[{marker}]" if marker.isalpha() else marker.translate(RAISE)
        start = self._length
        self._put(shown)
        self.calls.append(Call(note, Span(start, self._length)))

    def join(self, other: Words) -> None:
        """The words of another block behind these."""
        if other:
            self._put(" " if self._length else "")
            self.calls.extend(
                Call(c.note, Span(c.span.start + self._length, c.span.end + self._length)) for c in other.calls
            )
            self._put(other.string)
            self._gap = other._gap

    def lead_with(self, text: str) -> None:
        """Set a label before the words."""
        self.calls = [Call(c.note, Span(c.span.start + len(text), c.span.end + len(text))) for c in self.calls]
        self._pieces.insert(0, text)
        self._length += len(text)

    def _put(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)
        self._closed_up = None


def words_of(text: str) -> Words:
    """Plain text as words."""
    words = Words()
    words.add(text)
    return words
