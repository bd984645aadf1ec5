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

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medium\b|[-_]b(?:d|i)?$|cmbx|sfbx|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-_]it(?:al)?$|cmti|sfti|slanted|[-_]i$", re.IGNORECASE)
_MATRIX = struct.Struct("=4f8x")  # without the two numbers that tell the place
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
        handle, count = self._handle, len(items)
        matrices = ctypes.create_string_buffer(_MATRIX.size * count)
        colours = ctypes.create_string_buffer(_COLOUR.size * count)
        calls.each(calls.char_matrix, repeat(handle), items.values(), calls.slots(matrices, _MATRIX.size))
        shades = [calls.slots(colours, _COLOUR.size, at) for at in (0, 4, 8, 12)]
        calls.each(calls.fill_colour, repeat(handle), items.values(), *shades)
        drawn = zip(
            map(calls.object_font, items),
            map(calls.font_size, repeat(handle), items.values()),
            map(calls.render_mode, items),
            _MATRIX.iter_unpack(matrices),
            _COLOUR.iter_unpack(colours),
            strict=True,
        )
        for item, look in zip(items, drawn, strict=True):
            face = self._alike.get(look)
            if face is None:
                face = self._alike[look] = self._face(*look)
            self.by_item[item] = face

    def _face(
        self,
        font: int | None,
        size: float,
        mode: int,
        matrix: tuple[float, float, float, float],
        colour: tuple[int, int, int, int],
    ) -> Face:
        a, b, c, d = matrix
        red, green, blue, alpha = colour
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
