"""Where things stand on a page as it is shown, and which way its lines run."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import pypdfium2 as pdfium


class Turn(StrEnum):
    """Which way lines run on the page as it is shown."""

    UPRIGHT = "upright"
    UP = "up"
    DOWN = "down"
    OTHER = "other"  # upside down or aslant; measured as if upright


class Axes(NamedTuple):
    """How a point of the page's own space is turned into one along and across lines, from the top left corner.

    ``swapped`` says that x and y change places first; what is then x goes ``right`` (1 or -1) from ``left``, what is
    then y goes ``down`` from ``top``. Whoever places millions of points does so without a call for each.
    """

    swapped: bool
    right: float
    left: float
    down: float
    top: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space, as it is shown."""
        x, y = self.direction(x, y)
        return x + self.left, y + self.top

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """A direction in the page's own space, as it is shown: along the line and down the page."""
        if self.swapped:
            x, y = y, x
        return self.right * x, self.down * y

    def foot(self, left: float, right: float, low: float, high: float) -> float:
        """How far down the page something reaches, of which the edges in the page's own space are given."""
        if self.swapped:
            low, high = left, right
        return self.down * (low if self.down < 0 else high) + self.top

    def turned(self, turn: Turn) -> Axes:
        """The same for lines that run this way, as if the page were turned about its corner to let them run right."""
        if turn is Turn.UP:
            return Axes(not self.swapped, -self.down, -self.top, self.right, self.left)
        if turn is Turn.DOWN:
            return Axes(not self.swapped, self.down, self.top, -self.right, -self.left)
        return self


def axes_of(page: pdfium.PdfPage) -> Axes:
    """How points of a page's own space are turned into points of the page as shown."""
    left, bottom, right, top = page.get_bbox()
    match page.get_rotation():
        case 90:
            return Axes(True, 1, -bottom, 1, -left)
        case 180:
            return Axes(False, -1, right, 1, -bottom)
        case 270:
            return Axes(True, -1, top, -1, right)
    return Axes(False, 1, -left, -1, top)


def turn_of(along: float, down: float) -> Turn:
    """The way of a line that goes so far to the right and so far down the page."""
    if abs(down) <= 0.1 * along:
        return Turn.UPRIGHT
    if abs(along) <= 0.1 * abs(down):
        return Turn.DOWN if down > 0 else Turn.UP
    return Turn.OTHER


def turned_back(turn: Turn, x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
    """The edges of a box on the page as it is shown, from those along and across lines that run this way."""
    if turn is Turn.UP:
        return top, -x1, bottom, -x0
    if turn is Turn.DOWN:
        return -bottom, x0, -top, x1
    return x0, top, x1, bottom
