"""Where things stand on a page as it is shown, and which way its lines run."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import pypdfium2 as pdfium

Place = Callable[[float, float], tuple[float, float]]


# How a direction in the page's own space is turned into one as shown: along the line and down the page.
_DIRECTIONS: dict[int, Place] = {
    0: lambda x, y: (x, -y),
    90: lambda x, y: (y, x),
    180: lambda x, y: (-x, y),
    270: lambda x, y: (-y, -x),
}


class Turn(Enum):
    """Which way lines run on the page as it is shown."""

    UPRIGHT = "upright"
    UP = "up"
    DOWN = "down"
    OTHER = "other"  # upside down or aslant; measured as if upright


def direction(along: float, down: float) -> Turn:
    """The direction of a line that goes so far to the right and so far down the page."""
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


def turned(turn: Turn, x: float, y: float) -> tuple[float, float]:
    """A point of the page as shown, measured along and across lines that run this way."""
    if turn is Turn.UP:
        return -y, x
    if turn is Turn.DOWN:
        return y, -x
    return x, y


def shown_direction(page: pdfium.PdfPage) -> Place:
    """How a direction in the page's own space is turned into one as shown: along the line and down the page."""
    return _DIRECTIONS[page.get_rotation()]


def placement(page: pdfium.PdfPage) -> Place:
    """How a point of the page's own space is turned into one from the top left corner as shown."""
    left, bottom, right, top = page.get_bbox()
    match page.get_rotation():
        case 90:
            return lambda x, y: (y - bottom, x - left)
        case 180:
            return lambda x, y: (right - x, y - bottom)
        case 270:
            return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)
