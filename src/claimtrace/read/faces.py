"""How the text objects of a page are drawn, read from pdfium once for each object."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from struct import Struct

import pypdfium2 as pdfium

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.placing import Axes, Turn, turn_of
from claimtrace.read.words import LEGIBLE, Face

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medium\b|[-_.]b(?:d|i)?$|cmbx|sfbx|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-_]it(?:al)?$|cmti|sfti|slanted|[-_.]b?i$", re.IGNORECASE)
_DRAWINGS = calls.Records("=32s8x", (0, 4, 8, 12, 16))  # a colour, and a matrix, of which the place is left out
_DRAWING = Struct("=4I4f")  # red, green, blue, alpha; the matrix
_INVISIBLE_MODE = 3
_PALE = 232  # of 255
_SEMIBOLD = 600
_NAME, _ANGLE = ctypes.create_string_buffer(128), ctypes.c_int()  # where pdfium writes what is asked of a font


class Faces:
    """The faces of a page's text objects, by the address of the object in pdfium."""

    def __init__(self, text_page: pdfium.PdfTextPage, axes: Axes) -> None:
        self._page = calls.ready(calls.handle(text_page))
        self._axes = axes
        self._weights: dict[int, tuple[bool, bool]] = {}
        self._by_drawing: dict[tuple[object, ...], Face] = {}
        self._distinct: dict[tuple[object, ...], Face] = {}  # by what they hold: colours and stretched lines are many
        self.last = Face(10.0, False, False, Turn.UPRIGHT, False)
        self.by_item: dict[int, Face] = {}

    @property
    def all(self) -> Iterable[Face]:
        """Every face that was read."""
        return self._distinct.values()

    @property
    def turns(self) -> set[Turn]:
        """The ways in which lines run."""
        return {face.turn for face in self.all}

    def at(self, item: int) -> Face:
        """The face of a text object that was read; where there is none (0), that of the last one asked for."""
        if item:
            self.last = self.by_item[item]
        return self.last

    def of(self, items: Sequence[int]) -> list[Face]:
        """The faces of text objects that were read; where there is none (0), that of the one before."""
        if 0 not in items:
            return list(map(self.by_item.__getitem__, items))
        found = []
        face = self.last
        for item in items:
            face = self.by_item[item] if item else face
            found.append(face)
        return found

    def read(self, items: Mapping[int, int]) -> None:
        """Read the faces of text objects, for each of which the index of one of its characters is given."""
        items = dict(items)
        items.pop(0, None)
        page, indices, count = self._page, items.values(), len(items)
        *shades, matrices = _DRAWINGS.places(count)
        calls.each(calls.char_matrix, repeat(page), indices, matrices)
        calls.each(calls.fill_colour, repeat(page), indices, *shades)
        fonts, modes = map(calls.object_font, items), map(calls.render_mode, items)
        sizes = map(calls.font_size, repeat(page), indices)
        looks = zip(fonts, sizes, modes, _DRAWINGS.rows(count), strict=True)
        known, by_item = self._by_drawing, self.by_item
        for item, look in zip(items, looks, strict=True):
            by_item[item] = known.get(look) or known.setdefault(look, self._face(*look))

    def _face(self, font: int, size: float, mode: int, drawing: tuple[bytes]) -> Face:
        red, green, blue, alpha, a, b, c, d = _DRAWING.unpack(*drawing)
        size = size * (c * c + d * d) ** 0.5 or 1.0
        bold, italic = self._weight(font) if font else (False, False)
        hidden = alpha == 0 or size < LEGIBLE or mode == _INVISIBLE_MODE
        pale = min(red, green, blue) >= _PALE
        held = round(size, 2), bold, italic, turn_of(*self._axes.direction(a, b)), hidden, pale, font
        return self._distinct.get(held) or self._distinct.setdefault(held, Face(*held))

    def _weight(self, font: int) -> tuple[bool, bool]:
        """Whether a font is bold, and whether it is italic."""
        known = self._weights.get(font)
        if known is None:
            _NAME.value, _ANGLE.value = b"", 0
            calls.font_name(font, _NAME, len(_NAME))
            calls.italic_angle(font, ctypes.byref(_ANGLE))
            bold, italic = _named(_NAME.value)
            bold = bold or calls.font_weight(font) >= _SEMIBOLD
            known = self._weights[font] = (bold, italic or _ANGLE.value != 0)
        return known


@cache
def _named(name: bytes) -> tuple[bool, bool]:
    """Whether the name of a font says that it is bold, and that it is italic."""
    plain = name.decode("utf-8", "replace").rpartition("+")[2]
    return bool(_BOLD.search(plain)), bool(_ITALIC.search(plain))
