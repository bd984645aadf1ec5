"""Footnotes and endnotes, each bound to the marker in the text that calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrace.knowledge.headings import heading_role
from claimtrace.model.document import Block, BlockKind, Note, Section
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.model.text import Text
from claimtrace.text.fold import LOWER

_START = re.compile(r"(?P<marker>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}(?=[.)]?\s|[A-Z“\"‘])|[*†‡§¶]{1,3})[.)]?\s*")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SIGN = re.compile(r"[*†‡](?<=[\w.,;:!?”\"’)].)[*†‡]{0,2}")  # behind a word or mark
_CALLING = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.BLOCK_QUOTATION,
    BlockKind.HEADING,
    BlockKind.CAPTION,
    BlockKind.FRONT,
    BlockKind.TABLE,
    BlockKind.SOURCE_LINE,
)


def notes(text: Text, blocks: Sequence[Block], sections: Sequence[Section]) -> list[Note]:
    """The notes in text order, with their calls where these are found."""
    found: list[Note] = []
    noted = list(_note_blocks(blocks, sections))
    calls = _Calls(text, blocks if noted else ())
    for block, endnote in noted:
        match = _START.match(text.string, block.span.start)
        if not match or match.end() >= block.span.end:
            continue
        marker = match["marker"].translate(LOWER)
        call = calls.find(marker, None if endnote else block.page)
        span = Span(match.end(), block.span.end)
        found.append(Note(content_id("note", marker, span.start), marker, span, block.page, call))
    return found


def _note_blocks(blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[tuple[Block, bool]]:
    """Footnotes, and what stands in a section of endnotes; each with whether it is an endnote."""
    endnotes = [section.span for section in sections if heading_role(section.title) == "notes"]
    for block in blocks:
        listed = any(span.covers(block.span) for span in endnotes)
        if block.kind is BlockKind.NOTE or (listed and block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)):
            yield block, listed


class _Calls:
    """The note markers of the running text, each used once, in text order."""

    def __init__(self, text: Text, blocks: Sequence[Block]) -> None:
        self._open: dict[str, list[tuple[Span, int]]] = {}
        for block in blocks:
            if block.kind in _CALLING:
                self._collect(text, block)

    def _collect(self, text: Text, block: Block) -> None:
        string = text.string
        for match in _SUPERSCRIPT.finditer(string, block.span.start, block.span.end):
            self._add(match.group().translate(LOWER), match.start(), match.end(), text)
        for match in _SIGN.finditer(string, block.span.start, block.span.end):
            self._add(match.group(), match.start(), match.end(), text)

    def _add(self, marker: str, start: int, end: int, text: Text) -> None:
        page = text.page_of(start) or 0
        self._open.setdefault(marker, []).append((Span(start, end), page))

    def find(self, marker: str, page: int | None) -> Span | None:
        """The first unused call of a marker; for a footnote on its own page, else on the page before."""
        waiting = self._open.get(marker, [])
        for near in (0, 1) if page is not None else (0,):
            for at, (span, on) in enumerate(waiting):
                if page is None or on == page - near:
                    del waiting[at]
                    return span
        return None
