"""Where tables stand in the paper's flow: behind their captions, the parts of one table joined."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from claimtrace.model.document import BlockKind
from claimtrace.read.flow import FlowBlock
from claimtrace.read.lines import LineOfWords
from claimtrace.read.tabled import label_and_caption
from claimtrace.read.tables import TableLayout, names_rest, names_table, same_head

_LABEL_ALONE = re.compile(r"[^\W\d]+\.?\s*[\dIVXLA-Z.]+")
_MOST_CAPTION_LINES = 4
_NEAR = 70.0  # points between a table and its caption


def place_tables(flow: list[FlowBlock], tables: Sequence[TableLayout]) -> list[FlowBlock]:
    """The flow with every table set behind its caption; what goes on overleaf is joined to its first part."""
    placed = list(flow)
    previous: FlowBlock | None = None
    named: FlowBlock | None = None  # the caption of the previous table
    pairs = _in_reading_order(tables, placed)
    taken = {id(caption) for _, caption in pairs}
    for table, caption in pairs:
        if previous is not None and _goes_on(previous.tables, named, table, caption):
            if same_head(previous.tables[0], table):
                del table.rows[0]
            if table.rows:
                previous.tables.append(table)
            if caption is not None and named is None:
                placed.remove(previous)
                placed.insert(placed.index(caption) + 1, previous)
                named = caption
            continue
        if caption is None:
            caption = _caption_on_next_page(table, placed, taken)
        block = FlowBlock(BlockKind.TABLE, [], [table])
        if caption is not None:
            _take_words_below(caption, table, placed)
        at = _place_after(table, placed) if caption is None else placed.index(caption) + 1
        placed.insert(at, block)
        previous, named = block, caption
    return placed


def _in_reading_order(
    tables: Sequence[TableLayout], flow: Sequence[FlowBlock]
) -> list[tuple[TableLayout, FlowBlock | None]]:
    """The tables with their captions; what heads a column goes on with the captioned table left of it."""
    found = [(table, _caption_of(table, flow)) for table in tables]
    found.sort(key=lambda pair: (pair[0].page, pair[0].bounds[1], pair[0].bounds[0]))
    for at, (table, caption) in reversed(list(enumerate(found))):
        if caption is None:
            left = [
                other
                for other, (before, named) in enumerate(found)
                if named
                and before.page == table.page
                and before.bounds[2] < table.bounds[0]
                and same_head(before, table)
            ]
            if left:
                found.insert(max(left), found.pop(at))
    return found


def _caption_of(table: TableLayout, flow: Sequence[FlowBlock]) -> FlowBlock | None:
    """The nearest caption of a table above or below, on its page and over its width."""
    best, nearest = None, _NEAR
    for block in flow:
        if block.kind is not BlockKind.CAPTION or block.page != table.page or not names_table(block.text):
            continue
        part = block.parts[0]
        if (
            min(line.x0 for line in part.lines) > table.bounds[2]
            or max(line.x1 for line in part.lines) < table.bounds[0]
        ):
            continue
        above = table.bounds[1] - part.lines[-1].bottom
        below = part.lines[0].top - table.bounds[3]
        distance = max(above, below)
        if -8 < distance < nearest:
            best, nearest = block, distance
    return best


def _take_words_below(caption: FlowBlock, table: TableLayout, flow: list[FlowBlock]) -> None:
    """Join to a caption that is a label alone ("TABLE I") the lines that stand between it and its table."""
    at = flow.index(caption) + 1
    if not _LABEL_ALONE.fullmatch(caption.text) or at >= len(flow) or not flow[at].parts:
        return
    words = flow[at].parts[0]
    lines = words.lines
    between = caption.parts[0].lines[-1].base < lines[0].base and lines[-1].base < table.bounds[1] + 2
    if len(flow[at].parts) == 1 and words.page == table.page and between and len(lines) <= _MOST_CAPTION_LINES:
        caption.parts.append(words)
        del flow[at]


def _goes_on(
    parts: Sequence[TableLayout], named: FlowBlock | None, table: TableLayout, caption: FlowBlock | None
) -> bool:
    """Whether a table is the rest of the last one, which has these parts and this caption."""
    before = parts[-1]
    if table.page not in (before.page, before.page + 1):
        return False
    if caption is None:
        return same_head(parts[0], table) or table.width == before.width
    if named is None:
        return table.page > before.page and same_head(parts[0], table)
    return names_rest(caption.text) and _label(caption) == _label(named)


def _label(caption: FlowBlock) -> str:
    return label_and_caption(caption.text)[0].casefold()


def _caption_on_next_page(table: TableLayout, flow: Sequence[FlowBlock], taken: Container[int]) -> FlowBlock | None:
    """The caption that ends the page before a table which heads its own, or else begins the page behind it."""
    free = [b for b in flow if b.kind is BlockKind.CAPTION and names_table(b.text) and id(b) not in taken]
    on_page = _lines_on(table.page, flow)
    heads = not any(line.bottom < table.bounds[1] for line in on_page)
    ends = not any(line.top > table.bounds[3] for line in on_page)
    for block in free:
        others = [line.base for line in _lines_on(block.page, flow)]
        if heads and block.page == table.page - 1 and max(others) <= block.parts[-1].lines[-1].base:
            return block
        if ends and block.page == table.page + 1 and min(others) >= block.parts[0].lines[0].base:
            return block
    return None


def _lines_on(page: int, flow: Sequence[FlowBlock]) -> list[LineOfWords]:
    return [line for block in flow for part in block.parts if part.page == page for line in part.lines]


def _place_after(table: TableLayout, flow: Sequence[FlowBlock]) -> int:
    """The place in the flow behind the last block that begins above the table."""
    at = 0
    for position, block in enumerate(flow, start=1):
        part = block.parts[0] if block.parts else None
        if part is None or part.page > table.page:
            continue
        if part.page < table.page or part.lines[0].top < table.bounds[1]:
            at = position
    return at
