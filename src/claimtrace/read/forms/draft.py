"""What a form gives: the parts of a paper in reading order, and what the form says of the paper itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrace.model.dated import PaperDate
from claimtrace.model.document import BlockKind, SectionRole
from claimtrace.model.reference import Author
from claimtrace.read.forms.words import Words


@dataclass(slots=True)
class Part:
    """One block of a paper.

    ``level`` and ``role`` belong to headings; ``role`` is what the form itself says of the section that begins.
    ``rows`` belong to tables, ``heads`` counts those of the table's head; ``number`` is that of an item of a list.
    """

    kind: BlockKind
    words: Words = field(default_factory=Words)
    level: int | None = None
    role: SectionRole | None = None
    rows: list[list[Words]] = field(default_factory=list)
    heads: int = 1
    number: str | None = None

    @property
    def text(self) -> str:
        """Its words; of a table none."""
        return self.words.string


@dataclass(slots=True)
class NoteText:
    """A footnote or endnote: the marker that calls it, and what it says."""

    marker: str
    words: Words


@dataclass(slots=True)
class Draft:
    """A paper as a form gives it; ``notes`` are known by the names that their calls give.

    ``hidden`` holds words of the file that its reader does not see.
    """

    parts: list[Part] = field(default_factory=list)
    notes: dict[str, NoteText] = field(default_factory=dict)
    title: str | None = None
    authors: tuple[Author, ...] = ()
    date: PaperDate | None = None
    language: str | None = None
    doi: str | None = None
    hidden: list[str] = field(default_factory=list)

    def add(self, kind: BlockKind, words: Words, level: int | None = None, role: SectionRole | None = None) -> None:
        """Add a part, unless it has no words."""
        if words:
            self.parts.append(Part(kind, words, level, role))
