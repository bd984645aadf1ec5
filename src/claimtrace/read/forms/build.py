"""A draft made into a Document: its one text, blocks, sections, notes and tables; without pages, lines and a trace."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimtrace.knowledge.wordings import function_words
from claimtrace.model.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    Furniture,
    FurnitureKind,
    Note,
    Section,
    SectionRole,
    Table,
)
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.model.text import Text, Trace
from claimtrace.read.forms.draft import Draft, NoteText, Part
from claimtrace.read.forms.words import Call, Words
from claimtrace.read.notes import notes
from claimtrace.read.sections import sections
from claimtrace.read.tabled import label_and_caption
from claimtrace.text.cells import has_head
from claimtrace.text.fold import RAISE
from claimtrace.text.language import language_of

_BETWEEN_BLOCKS = "\n\n"
_LEAST_WORDS = 10


@dataclass(slots=True)
class _Written:
    """The text as it grows, with the place of every part, note call and table cell in it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    parts: list[Part] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    calls: dict[str, Span] = field(default_factory=dict)
    notes: list[tuple[str, NoteText, Span]] = field(default_factory=list)
    cells: dict[int, list[list[Span | None]]] = field(default_factory=dict)

    def add(self, text: str) -> Span:
        self.pieces.append(text)
        self.length += len(text)
        return Span(self.length - len(text), self.length)

    def add_words(self, words: Words) -> Span:
        span = self.add(words.string)
        for call in words.calls:
            place = Span(span.start + call.span.start, span.start + call.span.end)
            self.calls.setdefault(call.note, place)
        return span


def document_of(path: Path, data: bytes, draft: Draft) -> Document:
    """The Document of a draft.

    Raises:
        UnreadablePaperError: it holds next to no words.
    """
    written = _write(draft)
    string = "".join(written.pieces)
    words = len(string.split())
    if words < _LEAST_WORDS:
        raise UnreadablePaperError(f"{path}: holds no text to audit (words: {words}); check that it is the paper")
    text = Text(string, Trace())
    found_sections = _sections(written, string)
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        file=os.fsencode(path.name).decode(errors="replace"),
        title=draft.title,
        authors=draft.authors,
        date=draft.date,
        language=language_of(string, function_words()) or draft.language,
        text=text,
        pages=(),
        lines=(),
        blocks=tuple(written.blocks),
        sections=tuple(found_sections),
        notes=tuple(_notes(written) or notes(text, written.blocks, found_sections)),
        tables=tuple(_tables(written, string)),
        furniture=tuple(Furniture(FurnitureKind.HIDDEN, words, None) for words in draft.hidden),
        doi=draft.doi,
    )


def _write(draft: Draft) -> _Written:
    written = _Written()
    levels = {level: rank for rank, level in enumerate(sorted({p.level for p in draft.parts if p.level}), start=1)}
    waiting = dict(draft.notes)
    for part in draft.parts:
        _write_part(written, part, levels)
        _write_notes(written, [*part.words.calls, *_calls_in(part.rows)], waiting)
    return written


def _calls_in(rows: Sequence[Sequence[Words]]) -> Iterator[Call]:
    return (call for row in rows for cell in row for call in cell.calls)


def _write_part(written: _Written, part: Part, levels: dict[int, int]) -> None:
    if written.blocks:
        written.add(_BETWEEN_BLOCKS)
    start = written.length
    if part.rows:
        written.cells[len(written.blocks)] = [_write_row(written, at, row) for at, row in enumerate(part.rows)]
    elif part.kind is BlockKind.NOTE and part.number:
        _write_note(written, "", NoteText(part.number, part.words))
    else:
        written.add_words(part.words)
    level = levels.get(part.level or 0, 1) if part.kind is BlockKind.HEADING else None
    written.parts.append(part)
    written.blocks.append(Block(part.kind, Span(start, written.length), None, level))


def _write_row(written: _Written, at: int, row: Sequence[Words]) -> list[Span | None]:
    if at:
        written.add("\n")
    spans: list[Span | None] = []
    for position, cell in enumerate(row):
        if position:
            written.add("\t")
        span = written.add_words(cell)
        spans.append(span if cell else None)
    return spans


def _write_notes(written: _Written, calls: Sequence[Call], waiting: dict[str, NoteText]) -> None:
    """The notes that a part calls, behind it, and those that these call in turn."""
    open_calls = list(calls)
    while open_calls:
        call = open_calls.pop(0)
        note = waiting.pop(call.note, None)
        if note is None or not note.words:
            continue
        written.add(_BETWEEN_BLOCKS)
        start = written.length
        _write_note(written, call.note, note)
        written.parts.append(Part(BlockKind.NOTE, note.words))
        written.blocks.append(Block(BlockKind.NOTE, Span(start, written.length), None))
        open_calls.extend(note.words.calls)


def _write_note(written: _Written, name: str, note: NoteText) -> None:
    written.add(f"{note.marker.translate(RAISE)} ")
    written.notes.append((name, note, written.add_words(note.words)))


def _notes(written: _Written) -> list[Note]:
    return [
        Note(content_id("note", note.marker, span.start), note.marker, span, None, written.calls.get(name))
        for name, note, span in written.notes
    ]


def _sections(written: _Written, string: str) -> list[Section]:
    """The sections by their headings, and the list of references where it has none."""
    stated = {
        block.span.start: part.role for part, block in zip(written.parts, written.blocks, strict=True) if part.role
    }
    found = sections(string, written.blocks, stated)
    entries = [block.span for block in written.blocks if block.kind is BlockKind.ENTRY]
    lists = [section.span for section in found if section.role is SectionRole.REFERENCES]
    loose = [span for span in entries if not any(listed.covers(span) for listed in lists)]
    if loose:  # a list without a heading
        span = Span(loose[0].start, loose[-1].end)
        identity = content_id("section", "References", span.start)
        found.append(Section(identity, "References", 1, None, span, SectionRole.REFERENCES))
    return sorted(found, key=lambda section: section.span)


def _tables(written: _Written, string: str) -> Iterator[Table]:
    for at, rows in written.cells.items():
        part = written.parts[at]
        caption_span = _caption(written, at)
        label, caption = (
            label_and_caption(string[caption_span.start : caption_span.end]) if caption_span else (None, None)
        )
        width = max(len(row) for row in rows)
        padded = [
            tuple(
                Cell(string[s.start : s.end], s) if s else Cell("", None) for s in [*row, *[None] * (width - len(row))]
            )
            for row in rows
        ]
        headed = part.heads > 1 or has_head([[cell.text for cell in row] for row in padded])
        heads = min(max(part.heads, 1), len(padded)) if headed else 0
        columns = tuple(" ".join(row[column].text for row in padded[:heads]).strip() for column in range(width))
        yield Table(
            id=content_id("table", label, caption, *columns, written.blocks[at].span.start),
            label=label,
            caption=caption,
            pages=(),
            columns=columns,
            rows=tuple(padded[heads:]),
            caption_span=caption_span,
            source=_source(written, at),
        )


def _caption(written: _Written, at: int) -> Span | None:
    """The caption over a table, else the one under it that belongs to no other table."""
    kinds = [block.kind for block in written.blocks[: at + 3]]
    if at and kinds[at - 1] is BlockKind.CAPTION:
        return written.blocks[at - 1].span
    below = kinds[at + 1 : at + 3]
    if below[:1] == [BlockKind.CAPTION] and below[1:] != [BlockKind.TABLE]:
        return written.blocks[at + 1].span
    return None


def _source(written: _Written, at: int) -> Span | None:
    for block in written.blocks[at + 1 : at + 4]:
        if block.kind is BlockKind.SOURCE_LINE:
            return block.span
        if block.kind is not BlockKind.CAPTION and block.kind is not BlockKind.NOTE:
            return None
    return None
