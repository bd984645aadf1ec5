"""What pdfium tells of single characters of a page: their text object and its face, where they stand, what they print.

It is asked for many characters at once where that can be, as a call by itself costs three times as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any, Literal

import pypdfium2 as pdfium

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.faces import Faces
from claimtrace.read.page_text import page_text
from claimtrace.read.placing import Axes, Turn, axes_of
from claimtrace.read.words import Face

_ORIGINS = calls.Records("=2d", (0, 8))
_ROOMS = calls.Records("=4f", (0,))  # left, top, right and bottom of the room that a character takes
_INK = calls.Records("=4d", (0, 8, 16, 24))  # left, right, bottom and top of what it prints
Columns = list[list[float]]


class Characters:
    """The characters of a page, each by its index in ``text``.

    Where they stand is told in points of the page as it is shown, by the axes of the lines that they stand in
    (:attr:`axes`, by their turn); for many of them at once, in points of the page's own space.
    """

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._page = calls.ready(calls.handle(text_page))
        self.text = page_text(text_page)
        upright = axes_of(page)
        self.axes = {turn: upright.turned(turn) for turn in Turn}
        self.faces = Faces(text_page, upright)

    def objects(self, indices: Iterable[int]) -> list[int]:
        """The text object of each character, by its address in pdfium; 0 for the few that have none."""
        return list(map(calls.text_object, repeat(self._page), indices))

    def origins(self, indices: Sequence[int]) -> Columns:
        """The x of each character's origin, and the y."""
        return self._written(calls.char_origin, _ORIGINS, "d", indices)

    def rooms(self, indices: Sequence[int]) -> Columns:
        """The left, upper, right and lower edge of the room that each character takes."""
        return self._written(calls.loose_box, _ROOMS, "f", indices)

    def inks(self, indices: Sequence[int]) -> Columns:
        """The left, right, lower and upper edge of what each character prints."""
        return self._written(calls.char_box, _INK, "d", indices)

    def _written(self, call: Any, records: calls.Records, kind: Literal["f", "d"], indices: Sequence[int]) -> Columns:
        count = len(indices)
        calls.each(call, repeat(self._page), indices, *records.places(count))
        return records.columns(count, kind)


class CloseUps:
    """Some characters of a page looked at closely, each by its index: where it stands in a line with certain axes.

    All that may be asked of them is read from pdfium when this is made.
    """

    def __init__(self, characters: Characters, indices: Sequence[int]) -> None:
        self._faces = characters.faces
        figures = [index for index in indices if characters.text[index].isdigit()]
        items = characters.objects(indices)
        characters.faces.read(dict(zip(items, indices, strict=True)))
        self.items = dict(zip(indices, items, strict=True))
        self._origins = dict(zip(indices, zip(*characters.origins(indices), strict=True), strict=True))
        self._rooms = dict(zip(indices, zip(*characters.rooms(indices), strict=True), strict=True))
        self._inks = dict(zip(figures, zip(*characters.inks(figures), strict=True), strict=True))

    def face(self, index: int) -> Face:
        """How a character is drawn; one without a text object is drawn like the last that was asked for."""
        return self._faces.at(self.items[index])

    def origin(self, index: int, axes: Axes) -> tuple[float, float]:
        """Where a character's origin stands."""
        return axes.place(*self._origins[index])

    def room(self, index: int, axes: Axes) -> tuple[float, float, float, float]:
        """The left, upper, right and lower edge of the room that a character takes."""
        left, top, right, bottom = self._rooms[index]
        (ax, ay), (bx, by) = axes.place(left, top), axes.place(right, bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def foot(self, index: int, axes: Axes) -> float:
        """The lower edge of what a figure prints."""
        return axes.foot(*self._inks[index])
