"""From points of a page as readers see it to the page's own space, and back to quadrilaterals for annotations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium

from claimtrace.model.place import Box

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]  # upper left, upper right, lower left, lower right, as the reader sees them


@dataclass(frozen=True, slots=True)
class PageSpace:
    """The visible part of a page in its own space (y grows upwards), and how far viewers turn it, clockwise.

    This is the inverse of what the reading of pages does: it asks the same library for the same numbers.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """The width of the page as it is seen."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as it is seen."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> Point:
        """A point given from the upper left corner of the page as it is seen."""
        match self.rotation:
            case 90:
                return (self.left + y, self.bottom + x)
            case 180:
                return (self.right - x, self.bottom + y)
            case 270:
                return (self.right - y, self.top - x)
        return (self.left + x, self.top - y)

    def quad(self, box: Box) -> Quad:
        """The corners of a box."""
        return (
            self.point(box.x0, box.top),
            self.point(box.x1, box.top),
            self.point(box.x0, box.bottom),
            self.point(box.x1, box.bottom),
        )


def page_spaces(pdf: bytes, pages: Iterable[int]) -> dict[int, PageSpace]:
    """The spaces of these pages (counted from 1); a page that cannot be opened is left out.

    Raises:
        pypdfium2.PdfiumError: the bytes cannot be opened as a PDF.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        found: dict[int, PageSpace] = {}
        for number in pages:
            if 0 < number <= len(document):
                try:
                    page = document[number - 1]
                except pdfium.PdfiumError:
                    continue
                left, bottom, right, top = page.get_bbox()
                found[number] = PageSpace(left, bottom, right, top, page.get_rotation())
                page.close()
        return found
    finally:
        document.close()
