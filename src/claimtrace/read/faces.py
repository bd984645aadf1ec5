"""How the text objects of a page are drawn, read from pdfium once for each object."""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Iterable, Mapping
from itertools import repeat

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.placing import Axes, Turn, turn_of
from claimtrace.read.words import LEGIBLE, Face

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medium\b|[-_.]b(?:d|i)?$|cmbx|sfbx|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-_]it(?:al)?$|cmti|sfti|slanted|[-_.]b?i$", re.IGNORECASE)
_DRAWING = struct.Struct("=16s8x16s")  # a matrix without the two numbers that tell the place, and a colour
_MATRIX = struct.Struct("=4f")
_COLOUR = struct.Struct("=4I")  # red, green, blue, alpha
_INVISIBLE_MODE = 3
_PALE = 232  # of 255


class Faces:
    """The faces of a page's text objects, by the address of the object in pdfium."""

    def __init__(self, text_page: pdfium.PdfTextPage, axes: Axes) -> None:
        self._handle = calls.handle(text_page)
        self._axes = axes
        self._weights: dict[int, tuple[bool, bool]] = {}
        self._alike: dict[tuple[object, ...], Face] = {}
        self.last = Face(10.0, False, False, Turn.UPRIGHT, False)
        self.by_item: dict[int, Face] = {}

    @property
    def all(self) -> Iterable[Face]:
        """Every face that was read."""
        return self._alike.values()

    def at(self, index: int) -> Face:
        """The face of the character at this index of the text page; one without an object has that of the last."""
        item = calls.text_object(self._handle, index)
        if item:
            if item not in self.by_item:
                self.read({item: index})
            self.last = self.by_item[item]
        return self.last

    def read(self, items: Mapping[int, int]) -> None:
        """Read the faces of text objects, for each of which the index of one of its characters is given."""
        handle, indices = self._handle, items.values()
        drawings = ctypes.create_string_buffer(_DRAWING.size * len(items))
        calls.each(calls.char_matrix, repeat(handle), indices, calls.slots(drawings, _DRAWING.size))
        shades = [calls.slots(drawings, _DRAWING.size, at) for at in (24, 28, 32, 36)]
        calls.each(calls.fill_colour, repeat(handle), indices, *shades)
        fonts, modes = map(calls.object_font, items), map(calls.render_mode, items)
        sizes = map(calls.font_size, repeat(handle), indices)
        looks = zip(fonts, sizes, modes, _DRAWING.iter_unpack(drawings), strict=True)
        alike, by_item = self._alike, self.by_item
        for item, look in zip(items, looks, strict=True):
            by_item[item] = alike.get(look) or alike.setdefault(look, self._face(*look))

    def _face(self, font: int | None, size: float, mode: int, drawing: tuple[bytes, bytes]) -> Face:
        a, b, c, d = _MATRIX.unpack(drawing[0])
        red, green, blue, alpha = _COLOUR.unpack(drawing[1])
        size = size * (c * c + d * d) ** 0.5 or 1.0
        bold, italic = self._weight(font) if font else (False, False)
        hidden = alpha == 0 or size < LEGIBLE or mode == _INVISIBLE_MODE
        pale = min(red, green, blue) >= _PALE
        return Face(round(size, 2), bold, italic, turn_of(*self._axes.direction(a, b)), hidden, pale, font or 0)

    def _weight(self, font: int) -> tuple[bool, bool]:
        """Whether a font is bold, and whether it is italic."""
        known = self._weights.get(font)
        if known is None:
            pointer = ctypes.cast(font, raw.FPDF_FONT)
            buffer = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(pointer, buffer, 128)
            name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(pointer, angle)
            bold = bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(pointer) >= 600
            known = self._weights[font] = (bold, bool(_ITALIC.search(name)) or angle.value != 0)
        return known
