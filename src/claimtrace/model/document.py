"""A paper as it was read: one text, its structure, and what was set aside."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.dated import PaperDate
from claimtrace.model.place import Box, Span
from claimtrace.model.reference import Author
from claimtrace.model.text import Text


class BlockKind(StrEnum):
    """What a block of text is for its reader."""

    FRONT = "front"  # title, authors, affiliations, keywords, dates of the first page
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    BLOCK_QUOTATION = "block-quotation"
    CAPTION = "caption"
    SOURCE_LINE = "source-line"  # "Source: ..." under a table or figure
    TABLE = "table"
    FIGURE = "figure"  # words that stand inside a figure
    EQUATION = "equation"
    NOTE = "note"
    ENTRY = "entry"  # text of a reference list
    MARGIN = "margin"


class SectionRole(StrEnum):
    """What a section does in the paper, as far as its heading tells."""

    ABSTRACT = "abstract"
    BODY = "body"
    METHOD = "method"
    RESULTS = "results"
    CONCLUSION = "conclusion"
    REFERENCES = "references"
    APPENDIX = "appendix"
    BACK = "back"  # acknowledgements, funding, interests, contributions, data availability


class FurnitureKind(StrEnum):
    """What was taken out of the text because it belongs to the page, not to the paper."""

    RUNNING_HEAD = "running-head"
    FOLIO = "folio"
    LINE_NUMBER = "line-number"
    ROTATED = "rotated"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number in the PDF (from 1), the folio printed on it, its size in points (0 if it is damaged)."""

    number: int
    folio: str | None
    width: float
    height: float
    problem: str | None = None  # why its text cannot be trusted, in plain words


@dataclass(frozen=True, slots=True)
class Line:
    """One typeset line of the text, with what its layout tells."""

    span: Span
    box: Box
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together: a paragraph, a heading, a note, an entry."""

    kind: BlockKind
    span: Span
    page: int | None
    level: int | None = None  # of a heading, 1 is the highest


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all text up to the next heading of its level or a higher one."""

    id: str
    title: str
    level: int
    page: int | None
    span: Span
    role: SectionRole


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote; ``call`` is the place of its marker in the running text, where it was found."""

    id: str
    marker: str
    span: Span
    page: int | None
    call: Span | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``span`` is its place in the text, where that is known."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: columns from its header, then its rows, each with one cell for each column.

    ``source`` is the span of the source line that belongs to it.
    """

    id: str
    label: str | None
    caption: str | None
    pages: tuple[int, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption_span: Span | None
    source: Span | None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words seen on a page and kept out of the text; they have no ``box`` in a paper without pages."""

    kind: FurnitureKind
    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as it was read; ``id`` is the SHA-256 of the file's bytes.

    A paper that has no pages yet (a draft, a web page, XML) has no ``pages`` and ``lines``, and its text no trace: the
    page of whatever stands in it is ``None``. ``doi`` is that of the paper itself.
    """

    id: str
    file: str
    title: str | None
    authors: tuple[Author, ...]
    date: PaperDate | None
    language: str | None
    text: Text
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    tables: tuple[Table, ...]
    furniture: tuple[Furniture, ...]
    doi: str | None = None

    @property
    def year(self) -> int | None:
        """The year of its date."""
        return self.date.year if self.date else None

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in text order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section in which a character stands."""
        begun = bisect_right(self.sections, offset, key=lambda section: section.span.start)
        return next((self.sections[at] for at in range(begun - 1, -1, -1) if offset in self.sections[at].span), None)

    def folio(self, page: int | None) -> str | None:
        """The page number printed on a page of the PDF."""
        return self.pages[page - 1].folio if page and 0 < page <= len(self.pages) else None
