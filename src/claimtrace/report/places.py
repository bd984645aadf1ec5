"""Which part of a page to show for a passage, and where its mark is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from claimtrace.model.document import Document, Page
from claimtrace.model.place import Box, Span

_AROUND = 2  # lines above and below the mark
_NEAR = 70.0  # points within which they must stand
_GAP = 3.0
_UNKNOWN = 32.0  # points that are shown where no line of text is known
_TALLEST = 250.0  # points of a page that one picture shows
_NARROWEST = 200.0


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a page, in points from its top left corner, with the marks on it."""

    page: int
    x: float
    y: float
    width: float
    height: float
    marks: tuple[Box, ...]
    cut: bool = False  # the marked passage goes on below what is shown


class Cropper:
    """Finds the parts of one document's pages that show its passages."""

    def __init__(self, document: Document) -> None:
        """Sort the lines of the document by page."""
        self._document = document
        self._lines: defaultdict[int, list[Box]] = defaultdict(list)
        for line in document.lines:
            self._lines[line.box.page].append(line.box)

    def crops(self, span: Span, limit: int = 2) -> tuple[Crop, ...]:
        """The parts that show a passage from its beginning, one for each column or page, ``limit`` at most."""
        return self.around(self._document.text.boxes(span), limit)

    def around(self, boxes: Sequence[Box], limit: int = 2) -> tuple[Crop, ...]:
        """The same for places on the pages."""
        runs = _runs(boxes)
        return tuple(
            _crop(self._document.pages[run[0].page - 1], self._lines[run[0].page], run) for run in runs[:limit]
        )

    def upper_part(self, page: int) -> Crop | None:
        """The upper part of a page, without a mark; ``None`` for a page that there is not."""
        if not 0 < page <= len(self._document.pages):
            return None
        size = self._document.pages[page - 1]
        return Crop(page, 0, 0, size.width, min(size.height, _TALLEST), ())


def _runs(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes that stand together: a new run begins on a new page, and where the text goes back up to a new column."""
    runs: list[list[Box]] = []
    for box in boxes:
        before = runs[-1] if runs else []
        if not before or box.page != before[0].page or _in_next_column(before, box):
            runs.append([box])
        else:
            before.append(box)
    return runs


def _in_next_column(run: Sequence[Box], box: Box) -> bool:
    """Cells of one table row also lie side by side; they overlap in height with what stands before them."""
    return box.bottom < min(before.top for before in run)


def _crop(page: Page, lines_of_page: Sequence[Box], run: Sequence[Box]) -> Crop:
    mark = reduce(Box.union, run)
    lines = _column(lines_of_page, mark)
    top = _upper_edge(lines, mark)
    bottom = _lower_edge(lines, mark)
    if bottom - top > _TALLEST:
        bottom = max((box.bottom + 1 for box in lines if top < box.bottom < top + _TALLEST), default=top + _TALLEST)
    top, bottom = max(top, 0.0), min(bottom, page.height)
    seen = [box for box in lines if box.bottom > top and box.top < bottom]
    left, right = min([mark.x0, *(box.x0 for box in seen)]), max([mark.x1, *(box.x1 for box in seen)])
    missing = max(_NARROWEST - (right - left), 0.0) / 2
    left, right = max(left - 12.0 - missing, 0.0), min(right + 12.0 + missing, page.width)
    marks = tuple(box for box in run if box.top < bottom)
    goes_on = mark.bottom > bottom + _GAP
    return Crop(
        mark.page, round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1), marks, goes_on
    )


def _column(lines: Sequence[Box], mark: Box) -> list[Box]:
    """The lines of the column in which a mark stands, from above it to below it, the highest first."""
    own = reduce(Box.union, (box for box in lines if _overlap(box, mark)), mark)
    near = []
    for box in lines:
        if box.bottom > mark.top - _NEAR and box.top < mark.bottom + _NEAR:
            shared = min(box.x1, own.x1) - max(box.x0, own.x0)
            if shared > 0.5 * min(box.x1 - box.x0, own.x1 - own.x0):
                near.append(box)
    return sorted(near, key=lambda box: (box.top, box.x0))


def _overlap(first: Box, second: Box) -> bool:
    return first.x0 < second.x1 and second.x0 < first.x1 and first.top < second.bottom and second.top < first.bottom


def _upper_edge(lines: Sequence[Box], mark: Box) -> float:
    """Two lines above the mark are shown whole; where no line is known (a table, a figure), a stretch of the page."""
    above = sorted({box.top for box in lines if box.bottom <= mark.top + _GAP})
    if not above:
        return mark.top - _UNKNOWN
    first = above[-_AROUND:][0]
    before = [box.bottom for box in lines if box.bottom <= first + _GAP]
    return first - _edge(first - max(before, default=first - 2 * _GAP))


def _lower_edge(lines: Sequence[Box], mark: Box) -> float:
    below = sorted({box.bottom for box in lines if box.top >= mark.bottom - _GAP})
    if not below:
        return mark.bottom + _UNKNOWN
    last = below[:_AROUND][-1]
    behind = [box.top for box in lines if box.top >= last - _GAP]
    return last + _edge(min(behind, default=last + 2 * _GAP) - last)


def _edge(gap: float) -> float:
    """The white around what is shown: as much as the gap to the next line leaves."""
    return min(max(gap / 2, 0.5), 2 * _GAP)
