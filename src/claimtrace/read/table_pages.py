"""Which pages hold tables, and which of these go on from page to page; the words of tables leave their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pypdfium2 as pdfium

from claimtrace.read.furniture import PageChunks
from claimtrace.read.lines import Chunk
from claimtrace.read.rules import page_edges
from claimtrace.read.tables import Bounds, TableLayout, names_rest, names_table, page_tables, same_columns, within
from claimtrace.read.unruled import rows_below

_NEAR = 70.0  # points between a table and its caption
_CAPTION_LINES = 5.0  # of its size; as deep as a caption may be
_CELL = 3  # words
_FEWEST_CELLS = 30
_ROW = 3  # cells at least
_MOSTLY = 0.8


def take_tables(pdf: pdfium.PdfDocument, pages: Sequence[PageChunks]) -> list[TableLayout]:
    """The tables of pages that name one, and of the pages before and behind on which such a table begins or goes on.

    The words of the tables leave the ``chunks`` of the pages.
    """
    captions = {id(page): [chunk for chunk in page.chunks if names_table(chunk.text)] for page in pages}
    before = _before_captions(pages, captions)
    found: list[TableLayout] = []
    waiting: list[tuple[PageChunks, TableLayout]] = []  # of pages before the one that names their table
    unmet = False  # whether the page before ends with a caption
    for page in pages:
        named = captions[id(page)]
        last = found[-1] if found and found[-1].page >= page.number - 1 else None
        if not page.chunks or not (named or last or unmet or id(page) in before):
            continue
        layouts = _tables_of(pdf, page, named)
        if not named:
            layouts, rest = _overleaf(layouts, page, last, unmet), layouts
            if not layouts and id(page) in before:
                waiting = [*waiting, *((page, layout) for layout in rest[:1])]
        elif waiting and _heads_what_waits(waiting[-1][1], page, named, layouts):
            for earlier, layout in waiting:
                _take(earlier, layout, found)
        if named:
            waiting = []
        for layout in layouts:
            _take(page, layout, found)
        unmet = any(_at_foot(caption, page) and _is_alone(caption, layouts) for caption in named)
    return found


def _before_captions(pages: Sequence[PageChunks], captions: dict[int, list[Chunk]]) -> set[int]:
    """The pages, by ``id``, that hold hardly anything but cells and stand before one that names a table."""
    found: set[int] = set()
    is_before = False
    for page in reversed(pages):
        if captions[id(page)]:
            is_before = True
        elif page.chunks:
            is_before = is_before and _holds_cells(page)
            if is_before:
                found.add(id(page))
    return found


def _holds_cells(page: PageChunks) -> bool:
    """Whether most pieces are short and stand in rows, as those of a picture do not."""
    short = sum(len(chunk.words) <= _CELL for chunk in page.chunks)
    if short < max(_FEWEST_CELLS, _MOSTLY * len(page.chunks)):
        return False
    rows = Counter(round(chunk.base) for chunk in page.chunks)
    return sum(count for count in rows.values() if count >= _ROW) >= _MOSTLY * len(page.chunks)


def _tables_of(pdf: pdfium.PdfDocument, page: PageChunks, named: Sequence[Chunk]) -> list[TableLayout]:
    drawn = pdf[page.number - 1]
    edges = page_edges(drawn, page.turn)
    drawn.close()
    layouts = page_tables(edges, page.number, page.chunks)
    rest = next((caption for caption in named if names_rest(caption.text)), None)
    if rest and _is_alone(rest, layouts):
        layouts = list(rows_below(page.number, rest, page.chunks))
    return layouts


def _overleaf(
    layouts: Sequence[TableLayout], page: PageChunks, last: TableLayout | None, unmet: bool
) -> list[TableLayout]:
    """What of the tables of a page without a caption goes on with the last one, or belongs to the caption before it."""
    if last:
        return [layout for layout in layouts if layout.width == last.width and last.page < page.number][:1]
    return [layout for layout in layouts[:1] if unmet and _heads_page(layout.bounds, page)]


def _heads_what_waits(
    waiting: TableLayout, page: PageChunks, named: Sequence[Chunk], layouts: Sequence[TableLayout]
) -> bool:
    """Whether the page with the next caption goes on with a table, or begins with a caption without one."""
    if layouts and same_columns(waiting, layouts[0]):
        return True
    first = min(named, key=lambda caption: caption.top)
    return min(chunk.top for chunk in page.chunks) > first.top - first.size and _is_alone(first, layouts)


def _heads_page(bounds: Bounds, page: PageChunks) -> bool:
    return not any(chunk.bottom < bounds[1] for chunk in page.chunks)


def _at_foot(caption: Chunk, page: PageChunks) -> bool:
    """Whether nothing but the rest of a caption stands below its first line."""
    return max(chunk.top for chunk in page.chunks) < caption.bottom + _CAPTION_LINES * caption.size


def _is_alone(caption: Chunk, layouts: Sequence[TableLayout]) -> bool:
    """Whether no table stands near a caption."""
    return all(
        max(bounds[1] - caption.bottom, caption.top - bounds[3]) > _NEAR
        for bounds in (layout.bounds for layout in layouts)
    )


def _take(page: PageChunks, layout: TableLayout, found: list[TableLayout]) -> None:
    page.chunks = [chunk for chunk in page.chunks if not within(chunk, layout.bounds)]
    found.append(layout)
