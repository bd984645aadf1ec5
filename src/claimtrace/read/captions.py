"""Captions and what goes with them: where one begins, where it goes on, and the notes that stand under a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from claimtrace.model.document import BlockKind
from claimtrace.read.blocks import BodyType, LayoutBlock
from claimtrace.read.order import Region
from claimtrace.read.tables import GOES_ON, TableLayout

CAPTION = re.compile(
    rf"^(?:{GOES_ON}|(?:Supplementary|Extended Data|Appendix|Online)\s+)?"
    r"(?P<word>Table|Figure|Fig\.?|Box|Chart|Map|Scheme|Plate|Graph|Exhibit|Tabelle|Abbildung|Tableau|Tabla|Cuadro)"
    r"[\s-]*(?P<number>\d{1,3}[a-z]?|[IVXL]{1,6}|[A-Z]\.?\d{1,2}|S\d{1,2})(?P<mark>\s*[.:|–—]|\s*$)?",
    re.IGNORECASE,
)
_BEGINS_TITLE = re.compile(r"\([aA]\)\s|[A-Z][a-z]+\s")
_NOTE_NUMBER = re.compile(r"(\d{1,3})(?:[.)]|\s|(?=[A-Z“\"‘(]))")
_FOLLOWS_NUMBER = frozenset({"of", "for", "in", "on", "from", "by"})
_MAY_GO_ON = (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTATION, BlockKind.HEADING, BlockKind.LIST_ITEM)
_CLOSE = 0.45  # of the size; white between two lines of one caption
_UNDER_LABEL = 0.9  # between a label by itself and its words
_UNDER_TABLE = 2.0
_COLUMN = 0.6  # of what stands across two of them


def is_caption(block: LayoutBlock, body: BodyType) -> bool:
    """Whether a block begins with the label of a table or figure that stands over or under it.

    "Table 1 shows ..." begins a sentence: without a mark after the number, a caption shows itself by its
    type (bold label, another size) or by standing alone.
    """
    match = CAPTION.match(block.text)
    if not match or not block.lines[0].words[0].text[:1].isupper():
        return False
    rest = block.text[match.end() :].strip()
    label_bold = block.lines[0].words[0].face.bold and not block.lines[-1].words[-1].face.bold
    smaller = block.size < 0.95 * body.size
    titled = _BEGINS_TITLE.match(rest) is not None  # behind its subject a sentence has a verb
    return bool(match["mark"] or label_bold or block.bold or titled or (smaller and not _verb_follows(rest)))


def _verb_follows(text: str) -> bool:
    first = text.split(" ", 1)[0]
    return first.islower() and first not in _FOLLOWS_NUMBER


def mark_rest_of_captions(blocks: Sequence[LayoutBlock]) -> None:
    """Set the kind of blocks that go on with a caption: the words under a label, the plain text behind a bold title."""
    for before, block in pairwise(blocks):
        if before.kind is not BlockKind.CAPTION or block.kind not in _MAY_GO_ON:
            continue
        if _is_next_line(before, block):
            block.kind = BlockKind.CAPTION
        elif block.region is before.region:
            label_alone = CAPTION.sub("", before.text).strip() == ""
            titled = before.bold and not block.bold and abs(before.size - block.size) < 0.3
            if block.above < (_UNDER_LABEL if label_alone else _CLOSE if titled else 0.0) * block.size:
                block.kind = BlockKind.CAPTION


def mark_boxes(blocks: Sequence[LayoutBlock]) -> None:
    """Set the kind of the text in boxes that stand across the columns of a page: it interrupts what runs in them."""
    for _, group in groupby(blocks, key=lambda block: id(block.region)):
        caption, *rest = list(group)
        match = CAPTION.match(caption.text)
        boxed = caption.kind is BlockKind.CAPTION and match is not None and match["word"].casefold() == "box"
        if boxed and any(_is_column_beside(block.region, caption) for block in blocks if block.page == caption.page):
            for block in rest:
                if block.kind in _MAY_GO_ON:
                    block.kind = BlockKind.MARGIN


def _is_column_beside(region: Region, caption: LayoutBlock) -> bool:
    across = caption.region.x1 - caption.region.x0
    return region is not caption.region and not region.margin and region.x1 - region.x0 < _COLUMN * across


def goes_on_with_caption(before: LayoutBlock, block: LayoutBlock) -> bool:
    """Whether a block marked as caption is the rest of the caption before it."""
    near = before.region is block.region or _is_next_line(before, block)
    return near and not CAPTION.match(block.text)


def _is_next_line(before: LayoutBlock, block: LayoutBlock) -> bool:
    """Whether a block stands under an unfinished one as its next line, each by itself across some of the columns."""
    last, line = before.lines[-1], block.lines[0]
    alike = before.page == block.page and abs(last.size - line.size) < 0.3 and abs(before.lines[0].x0 - line.x0) < 2
    alone = before.first and before.last and block.first and block.region is not before.region
    return alike and alone and not before.finished and -0.3 * line.size < line.top - last.bottom < _CLOSE * line.size


def mark_table_notes(blocks: Sequence[LayoutBlock], tables: Iterable[TableLayout], body: BodyType) -> None:
    """Set the kind of the small print that stands close under a table."""
    pages: dict[int, list[LayoutBlock]] = defaultdict(list)
    for block in blocks:
        pages[block.page].append(block)
    for table in tables:
        bottom, lines = table.bounds[3], 0.0
        for block in pages[table.page]:
            head = block.lines[0]
            near = -0.5 * head.size < head.top - bottom < (_CLOSE if lines else _UNDER_TABLE) * head.size
            within = head.x0 < table.bounds[2] and table.bounds[0] < block.lines[-1].x1
            smaller = block.size < 0.96 * body.size and (not lines or abs(block.size - lines) < 0.3)
            may = block.kind in (*_MAY_GO_ON, BlockKind.EQUATION)
            if near and within and smaller and may and not _is_footnote(block, table):
                block.kind = BlockKind.SOURCE_LINE
                bottom, lines = block.lines[-1].bottom, block.size


def _is_footnote(block: LayoutBlock, table: TableLayout) -> bool:
    """Whether a block begins with the number of a note to which nothing in the table calls."""
    match = _NOTE_NUMBER.match(block.text)
    if not match:
        return False
    lines = (line for row in table.rows for cell in row for line in cell)
    return not any(word.raised and match[1] in word.text for line in lines for word in line.words)
