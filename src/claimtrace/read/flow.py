"""Blocks to the paper's flow: what interrupts a paragraph is set after it, what was cut is joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from claimtrace.knowledge.headings import heading_role
from claimtrace.model.document import BlockKind
from claimtrace.read.blocks import BodyType, LayoutBlock, first_word_width
from claimtrace.read.captions import goes_on_with_caption
from claimtrace.read.tables import TableLayout

_INTERRUPTS = frozenset(
    {
        BlockKind.CAPTION,
        BlockKind.SOURCE_LINE,
        BlockKind.TABLE,
        BlockKind.FIGURE,
        BlockKind.NOTE,
        BlockKind.MARGIN,
        BlockKind.EQUATION,
    }
)
_MAY_BE_ENTRY = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.BLOCK_QUOTATION,
        BlockKind.NOTE,
        BlockKind.EQUATION,
        BlockKind.FIGURE,
    }
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"])")
_SHORTEST_SENTENCE = 8  # words
_MOSTLY = 0.6  # of the words of a sentence begin with a small letter
_LOST_NOTES = 4
_NUMBERED = re.compile(r"[\[(]?\d+[\]).]")


@dataclass(slots=True, eq=False)
class FlowBlock:
    """A block of the text: one layout block, or several that a column or page break had parted.

    A table has no such parts; ``tables`` holds it, one layout for each page that it runs over.
    """

    kind: BlockKind
    parts: list[LayoutBlock]
    tables: list[TableLayout] = field(default_factory=list)

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.parts[0].page if self.parts else self.tables[0].page

    @property
    def text(self) -> str:
        """All its words, for looking at."""
        return " ".join(part.text for part in self.parts)


def flow(blocks: Sequence[LayoutBlock], body: BodyType) -> list[FlowBlock]:
    """The blocks in the order of the one text."""
    found: list[FlowBlock] = []
    waiting: list[FlowBlock] = []  # what interrupts the paragraph that may still run on
    list_heading: LayoutBlock | None = None  # the heading of the reference list that we are in
    label: str | None = None  # how that list numbers its entries: "[" or "1"; "" not at all
    last_note = 0
    for at, block in enumerate(blocks):
        kind = block.kind
        if kind is BlockKind.HEADING:
            if not _stays_in_list(block, list_heading):
                listed = heading_role(block.text) == "references" and not _heads_prose(blocks[at + 1 :])
                list_heading = block if listed else None
                label = None
        elif list_heading and kind in _MAY_BE_ENTRY:
            if label is None:
                label = "[" if block.text.startswith("[") else "1" if _number(block) else ""
            if kind is not BlockKind.NOTE or not _is_note_in_list(block, label, last_note):
                kind = block.kind = BlockKind.ENTRY
        if kind in _INTERRUPTS:
            note = _last_note(found, waiting) if kind is BlockKind.NOTE else None
            if note and _runs_on(note, block, last_note):
                note.parts.append(block)
                continue
            if kind is BlockKind.CAPTION and waiting and _goes_on_with_caption(waiting[-1], block):
                waiting[-1].parts.append(block)
                continue
            waiting.append(FlowBlock(kind, [block]))
            if kind is BlockKind.NOTE:
                last_note = _number(block) or last_note
            continue
        last = found[-1] if found else None
        if last and _continues(last, block, bool(waiting), body) and not _follows_open_items(found, block):
            last.parts.append(block)
            continue
        found.extend(waiting)
        waiting = []
        found.append(FlowBlock(kind, [block]))
    return found + waiting


def _heads_prose(following: Sequence[LayoutBlock]) -> bool:
    """Whether all that stands under a heading is prose: "Sources" may tell of the archives that were seen."""
    under = list(takewhile(lambda block: block.kind is not BlockKind.HEADING, following))
    running = [block for block in under if block.kind in (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTATION)]
    return bool(running) and len(running) >= 0.5 * len(under) and all(_is_prose(block.text) for block in running)


def _is_prose(text: str) -> bool:
    """Whether a paragraph of several sentences begins with a whole one; an entry begins with a label, name or title."""
    first, *others = _SENTENCE_END.split(text)
    words = first.split()
    lower = sum(word[:1].islower() for word in words)
    return bool(others) and len(words) >= _SHORTEST_SENTENCE and lower >= _MOSTLY * len(words) and text[0].isalpha()


def _stays_in_list(block: LayoutBlock, list_heading: LayoutBlock | None) -> bool:
    """Whether a heading only divides the reference list ("Primary sources")."""
    if list_heading is None:
        return False
    if heading_role(block.text):
        return False
    lesser = block.size < 0.97 * list_heading.size or (list_heading.bold and not block.bold)
    return lesser and not block.text.isupper()


def _is_note_in_list(block: LayoutBlock, label: str, last_note: int) -> bool:
    """Whether what looks like a note among entries with such labels is one: the next one, or one soon after it."""
    return label != "1" and 0 < _number(block) - last_note <= _LOST_NOTES + 1


def _number(block: LayoutBlock) -> int:
    """The number with which a note or entry begins, 0 without one."""
    first = block.lines[0].first.text.rstrip(".)")
    return int(first) if first.isdecimal() else 0


def _last_note(found: list[FlowBlock], waiting: list[FlowBlock]) -> FlowBlock | None:
    for block in [*reversed(waiting), *reversed(found[-12:])]:
        if block.kind is BlockKind.NOTE:
            return block
    return None


def _runs_on(note: FlowBlock, block: LayoutBlock, last_note: int) -> bool:
    """Whether a block at the foot of a column goes on with the last note rather than beginning one.

    A page number may well stand at the head of a line: without being raised, only the next number begins a note, or
    behind a finished note one of the next few, since notes can be lost in typesetting.
    """
    first = block.lines[0].first
    number = _number(block)
    ahead = _LOST_NOTES + 1 if note.parts[-1].finished else 1
    begins = first.raised or (number > 0 and (last_note < number <= last_note + ahead or not last_note))
    return not begins and (not note.parts[-1].finished or block.text[:1].islower() or block.page == note.parts[-1].page)


def _goes_on_with_caption(last: FlowBlock, block: LayoutBlock) -> bool:
    return last.kind is BlockKind.CAPTION and goes_on_with_caption(last.parts[-1], block)


def _continues(last: FlowBlock, block: LayoutBlock, interrupted: bool, body: BodyType) -> bool:
    """Whether a block goes on with the paragraph before it, across a column, a page or a float."""
    before = last.parts[-1]
    if block.kind is not BlockKind.PARAGRAPH and block.kind is not last.kind:
        return False
    if last.kind is BlockKind.ENTRY:
        return before.region is not block.region and (not before.finished or _hangs(last.parts[0], block))
    if last.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTATION):
        return False
    if before.region is block.region and not interrupted:
        return False
    if abs(before.size - block.size) > 0.06 * body.size:
        return False
    if block.kind is BlockKind.LIST_ITEM:
        return False
    if before.lines[-1].words[-1].broken or block.text[:1].islower():
        return True
    indented = block.indent > 0.7 * body.size
    if not before.finished:
        return not (body.indented and indented and block.kind is BlockKind.PARAGRAPH)
    if _is_next_line(before, block):
        return True
    full = before.lines[-1].x1 > before.right - 1.5 * body.size
    return body.indented and not indented and full and last.kind is BlockKind.PARAGRAPH


def _follows_open_items(found: Sequence[FlowBlock], block: LayoutBlock) -> bool:
    """Whether a block stands behind a list whose items end without a mark, so that no missing one joins it to them."""
    items = [item for item in found[-2:] if item.kind is BlockKind.LIST_ITEM and not item.parts[-1].finished]
    return len(items) > 1 and not block.text[:1].islower() and not items[-1].parts[-1].lines[-1].words[-1].broken


def _hangs(first: LayoutBlock, block: LayoutBlock) -> bool:
    """Whether entries begin at the outer edge of their column, as this first part of one does, and a block does not."""
    return _inset(first) < 2 and _inset(block) > 0.9 * block.size and not _NUMBERED.match(block.text)


def _inset(block: LayoutBlock) -> float:
    alike = [line.x0 for line in block.region.lines if abs(line.size - block.size) < 0.5]  # notes may stand further out
    return block.lines[0].x0 - min(alike, default=block.left)


def _is_next_line(before: LayoutBlock, block: LayoutBlock) -> bool:
    """Whether a column was cut between two lines of a paragraph, because something begins beside it there."""
    last, first = before.lines[-1], block.lines[0]
    if block.page != before.page or abs(last.x0 - first.x0) > 2:
        return False
    full = last.x1 + first_word_width(first) > block.right
    return full and 0 < first.base - last.base < before.leading + 1
