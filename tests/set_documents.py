"""Documents set block by block from a short text, without a PDF, and their papers: what the reader would give.

Blocks are parted by blank lines. A block that begins with "# " or "## " is a heading, "> " a block quotation, "- " a
list item, a raised figure a footnote, "Source:" a source line, "Table" above a table its caption; lines of "a | b" are
a table, its head first; "---" is a new page. Under the heading of a reference list each line is an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimtrace.model.dated import PaperDate
from claimtrace.model.document import Block, BlockKind, Cell, Document, Line, Page, Table
from claimtrace.model.identity import content_id
from claimtrace.model.paper import Paper
from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text, Trace
from claimtrace.pipeline.stages import STAGES
from claimtrace.read.notes import notes
from claimtrace.read.sections import sections
from claimtrace.text.cells import has_head

_MARKS = (
    ("## ", BlockKind.HEADING),
    ("# ", BlockKind.HEADING),
    ("> ", BlockKind.BLOCK_QUOTATION),
    ("- ", BlockKind.LIST_ITEM),
)
_LISTS = {"references", "bibliography"}


def set_document(text: str) -> Document:
    """The document of a short text."""
    return _Setter().document(text)


def paper_of(text: str) -> Paper:
    """The paper of a short text, with every layer that the stages lay."""
    return layered(set_document(text))


def layered(document: Document) -> Paper:
    """A document with every layer that the stages lay."""
    paper = Paper(document)
    for stage in STAGES:
        if stage.lay:
            paper = replace(paper, **stage.lay(paper))
    return paper


def span_of(document: Document, words: str) -> Span:
    """Where some words stand for the first time."""
    start = document.text.string.index(words)
    return Span(start, start + len(words))


class _Setter:
    """Sets blocks one behind the other, parted by blank lines, each on one line of its page."""

    def __init__(self) -> None:
        self._text = ""
        self._page = 1
        self._row = 0
        self._trace = Trace()
        self._blocks: list[Block] = []
        self._lines: list[Line] = []
        self._tables: list[Table] = []

    def document(self, text: str) -> Document:
        for kind, words, level in _parts(text):
            if kind is None:
                self._page += 1
            elif kind is BlockKind.TABLE:
                self._set_table(words)
            else:
                self._set(kind, words, level)
        set_text = Text(self._text, self._trace)
        parts = sections(self._text, self._blocks)
        return Document(
            id=content_id("document", text), file="paper.pdf", title="A Paper Set by Hand", authors=(),
            date=PaperDate(2030), language="en", text=set_text,
            pages=tuple(Page(n + 1, str(n + 101), 400, 600) for n in range(self._page)),
            lines=tuple(self._lines), blocks=tuple(self._blocks), sections=tuple(parts),
            notes=tuple(notes(set_text, self._blocks, parts)), tables=tuple(self._tables), furniture=(),
        )  # fmt: skip

    def _set(self, kind: BlockKind, words: str, level: int | None = None) -> Span:
        start = len(self._text) + (2 if self._text else 0)
        self._text += ("\n\n" if self._text else "") + words
        span = Span(start, len(self._text))
        box = Box(self._page, 50.0, 20.0 * self._row, 350.0, 20.0 * self._row + 10)
        self._row += 1
        for word in re.finditer(r"\S+", words):
            self._trace.append(Span(start + word.start(), start + word.end()), box)
        self._blocks.append(Block(kind, span, self._page, level))
        self._lines.append(Line(span, box, 10.0, kind is BlockKind.HEADING, False))
        if kind is BlockKind.SOURCE_LINE and self._tables:
            self._tables[-1] = replace(self._tables[-1], source=span)
        return span

    def _set_table(self, words: str) -> None:
        rows = [[cell.strip() for cell in line.split("|")] for line in words.split("\n")]
        above = self._blocks[-1].span if self._blocks and self._blocks[-1].kind is BlockKind.CAPTION else None
        label, _, caption = self._text[above.start : above.end].partition(". ") if above else ("", "", "")
        at = self._set(BlockKind.TABLE, "\n".join("\t".join(row) for row in rows)).start
        cells: list[tuple[Cell, ...]] = []
        for row in rows:
            placed = []
            for cell in row:
                placed.append(Cell(cell, Span(at, at + len(cell)) if cell else None))
                at += len(cell) + 1
            cells.append(tuple(placed))
        identity = content_id("table", words)
        headed = has_head(rows)
        columns = tuple(cell.text if headed else "" for cell in cells[0])
        self._tables.append(
            Table(identity, label or None, caption or None, (self._page,), columns, tuple(cells[headed:]), above, None)
        )


def _parts(text: str) -> Iterator[tuple[BlockKind | None, str, int | None]]:
    """The blocks of a text: kind (none for a new page), words, level of a heading."""
    listed = False
    blocks = [part.strip() for part in text.strip().split("\n\n")]
    for at, block in enumerate(blocks):
        kind, words = next(((k, block.removeprefix(m)) for m, k in _MARKS if block.startswith(m)), (None, block))
        following = blocks[at + 1] if at + 1 < len(blocks) else ""
        if block == "---":
            yield None, "", None
        elif kind is BlockKind.HEADING:
            head, _, rest = words.partition("\n")
            listed = head.casefold() in _LISTS
            yield kind, head, 2 if block.startswith("## ") else 1
            for entry in filter(None, rest.split("\n")):
                yield BlockKind.ENTRY, entry.strip(), None
        elif listed:
            for entry in block.split("\n"):
                yield BlockKind.ENTRY, entry.strip(), None
        elif " | " in block:
            yield BlockKind.TABLE, block, None
        else:
            yield kind or _kind(block, following), " ".join(words.split()), None


def _kind(block: str, following: str) -> BlockKind:
    if block.startswith("Source:"):
        return BlockKind.SOURCE_LINE
    if block.startswith("Table") and " | " in following:
        return BlockKind.CAPTION
    return BlockKind.NOTE if block[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" else BlockKind.PARAGRAPH
