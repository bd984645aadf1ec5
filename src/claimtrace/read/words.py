"""The words that a page draws, with their places, straight from pdfium.

A word here is a run of characters that are set side by side in one size on one baseline: a superscript that
touches a word is a word of its own. Everything is measured in points from the page's top left corner, as
a reader sees the page (page rotation applied).

pdfium is asked as rarely as possible: twice for the place of each word, once for its text object, and for the look of
each text object. Asking for the box of every character would halve the speed.
"""

from __future__ import annotations

import ctypes
import re
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls

LINE_END_HYPHEN = "￾"  # pdfium's sign for a hyphen at which a line ends
UNMAPPED = "�"
_WORD = re.compile(r"[^\s\x00-\x1f]+")
_MAY_BE_RAISED = re.compile(r"[\d*†‡§¶#]")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medium\b|[-_]b(?:d|i)?$|cmbx|sfbx|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-_]it(?:al)?$|cmti|sfti|slanted|[-_]i$", re.IGNORECASE)
_PLACES = struct.Struct("=2d4f")  # the origin of one character; left, top, right and bottom of the box of another
_INVISIBLE_MODE = 3
_PALE = 232  # of 255
LEGIBLE = 2.0  # points; smaller print is read by machines only


class Look(NamedTuple):
    """Size in tenths of a point, weight and slant: what tells headings, notes and emphasis apart."""

    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Face:
    """The look of a text object: size in points, weight, slant, direction, visibility.

    ``pale`` is nearly white, which nobody sees on white; ``item`` is the object's address in pdfium.
    """

    size: float
    bold: bool
    italic: bool
    upright: bool
    hidden: bool
    pale: bool = False
    item: int = 0
    look: Look = field(init=False)

    def __post_init__(self) -> None:
        self.look = Look(round(self.size, 1), self.bold, self.italic)


@dataclass(slots=True)
class Word:
    """A run of characters; ``base`` is its baseline, ``glued`` says that no space parts it from the last."""

    text: str
    x0: float
    x1: float
    base: float
    face: Face
    glued: bool = False
    broken: bool = False  # ends with a hyphen at a line's end
    raised: bool = False

    @property
    def size(self) -> float:
        """The font size in points."""
        return self.face.size

    @property
    def top(self) -> float:
        """The height of capitals above the baseline."""
        return self.base - 0.75 * self.face.size

    @property
    def bottom(self) -> float:
        """The depth of descenders below the baseline."""
        return self.base + 0.25 * self.face.size


class WordReader:
    """Turns pdfium's character indices into words; ``text`` is what they are cut from."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._handle = calls.handle(text_page)
        self.text = _text_of(text_page)
        self._place = placement(page)
        self._direction = _DIRECTIONS[page.get_rotation()]
        self._faces: dict[int, Face] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._buffer = ctypes.create_string_buffer(_PLACES.size)
        start = ctypes.addressof(self._buffer)
        self._x_at, self._y_at, self._box_at = start, start + 8, start + 16
        self._sides = (ctypes.c_double * 4)()
        self._sides_at = [ctypes.addressof(self._sides) + 8 * side for side in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._face = Face(10.0, False, False, True, False)
        self._base = 0.0
        self._found: list[Word] = []

    def words(self) -> list[Word]:
        """All words in the order of the content stream."""
        for match in _WORD.finditer(self.text):
            token, start = sys.intern(match.group()), match.start()  # a long paper says the same words again and again
            if LINE_END_HYPHEN not in token:
                self._read(token, start, start + len(token), False)
                continue
            *broken, rest = token.split(LINE_END_HYPHEN)
            for piece in broken:
                self._read(piece + "-", start, start + len(piece) + 1, True)
                start += len(piece) + 1
            if rest:
                self._read(rest, start, start + len(rest), False)
        return self._found

    def _read(self, text: str, start: int, end: int, broken: bool) -> None:
        """Read one word; where its characters are not set alike, it is cut."""
        handle, place = self._handle, self._place
        calls.char_origin(handle, start, self._x_at, self._y_at)
        calls.loose_box(handle, end - 1, self._box_at)
        x, y, left, top, right, bottom = _PLACES.unpack(self._buffer)
        x0, base = place(x, y)
        x1, low = place(right, top)
        x2, high = place(left, bottom)
        if x2 > x1:
            x1 = x2
        face = self._face_of(start)
        alike = (low - 1 <= base <= high + 1 or high - 1 <= base <= low + 1) and x1 >= x0 - 1
        if base == self._base:
            base = self._base  # one number for all words of a line: long papers hold a million of them
        else:
            self._base = base
        if not face.upright or (alike and (text.isalpha() or not self._changes(text, start, base, face))):
            if x1 < x0:
                x0, x1 = x1, x0
            self._found.append(Word(text, x0, x1, base, face, False, broken))
        else:
            self._cut(text, start, end, broken)

    def _changes(self, text: str, start: int, base: float, face: Face) -> bool:
        """Whether a sign that may be a superscript, or the last one, is set otherwise than the word's head."""
        signs = [match.start() for match in _MAY_BE_RAISED.finditer(text)]
        for at in {signs[0], signs[-1], len(text) - 1} if signs else ():
            index = start + at
            other = self._face_of(index)
            y = self._origin(index)[1]
            if not _level(y, base, other, face) or self._raised(text[at], index, y, other.size, False):
                return True
        return False

    def _cut(self, text: str, start: int, end: int, broken: bool) -> None:
        """Cut where the baseline or the size changes, or where figures stand above the line."""
        first, face = start, self._face_of(start)
        x0, base = self._origin(start)
        raised = self._raised(text[0], start, base, face.size, False)
        glued = False
        for index in range(start + 1, end + 1):
            if index < end:
                x, y = self._origin(index)
                other = self._face_of(index)
                lifted = self._raised(text[index - start], index, y, other.size, raised)
                if _level(y, base, other, face) and lifted == raised:
                    continue
            x1 = self._right(index - 1)
            last = index == end
            # A run that is set from right to left ends left of where it begins.
            left, right = min(x0, x1), max(x0, x1)
            piece = text[first - start : index - start]
            self._found.append(Word(piece, left, right, base, face, glued, broken and last, raised))
            if not last:
                glued = not face.upright or (abs(x - x1) < 0.2 * face.size and abs(y - base) < face.size)
                first, face, x0, base, raised = index, other, x, y, lifted

    def _raised(self, sign: str, index: int, base: float, size: float, before: bool) -> bool:
        """Whether a figure is drawn above the line, as the superior figures of a font are.

        Signs between such figures go with them; letters never do.
        """
        if not sign.isdigit():
            return before and sign in ",-–−()p"
        calls.char_box(self._handle, index, *self._sides_at)
        left, right, low, high = self._sides
        return base - max(self._place(left, low)[1], self._place(right, high)[1]) > 0.2 * size

    def _origin(self, index: int) -> tuple[float, float]:
        calls.char_origin(self._handle, index, self._x_at, self._y_at)
        x, y, *_ = _PLACES.unpack(self._buffer)
        return self._place(x, y)

    def _right(self, index: int) -> float:
        """The right edge of a character."""
        calls.loose_box(self._handle, index, self._box_at)
        _, _, left, top, right, bottom = _PLACES.unpack(self._buffer)
        return max(self._place(left, bottom)[0], self._place(right, top)[0])

    def _face_of(self, index: int) -> Face:
        item = calls.text_object(self._handle, index)
        if item:
            known = self._faces.get(item)
            if known is None:
                known = self._faces[item] = self._look(index, item)
            self._face = known
        return self._face

    def _look(self, index: int, item: int) -> Face:
        matrix = self._matrix
        calls.char_matrix(self._handle, index, ctypes.addressof(matrix))
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        size = calls.font_size(self._handle, index) * (c * c + d * d) ** 0.5 or 1.0
        along, down = self._direction(a, b)
        turned = along <= 0 or abs(down) > 0.1 * along
        font = calls.object_font(item)
        bold, italic = self._weight(font) if font else (False, False)
        hidden, pale = self._shade(index)
        hidden = hidden or size < LEGIBLE or calls.render_mode(item) == _INVISIBLE_MODE
        return Face(round(size, 2), bold, italic, not turned, hidden, pale, item)

    def _shade(self, index: int) -> tuple[bool, bool]:
        """Whether a character is filled with nothing, and whether with nearly white."""
        colour = (ctypes.c_uint * 4)()
        at = ctypes.addressof(colour)
        calls.fill_colour(self._handle, index, at, at + 4, at + 8, at + 12)
        red, green, blue, alpha = colour
        return alpha == 0, min(red, green, blue) >= _PALE

    def _weight(self, font: int) -> tuple[bool, bool]:
        known = self._fonts.get(font)
        if known is None:
            pointer = ctypes.cast(font, raw.FPDF_FONT)
            buffer = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(pointer, buffer, 128)
            name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(pointer, angle)
            bold = bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(pointer) >= 600
            known = self._fonts[font] = (bold, bool(_ITALIC.search(name)) or angle.value != 0)
        return known


def _text_of(page: pdfium.PdfTextPage) -> str:
    """One character of text for each character index of pdfium."""
    count = raw.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Some files hold characters without text, or beyond the basic plane: then index and text part ways.
    handle, unicode_at = calls.handle(page), calls.unicode_at
    return "".join([_character(unicode_at(handle, index)) for index in range(count)])


def _level(y: float, base: float, face: Face, other: Face) -> bool:
    """Whether two characters stand on one baseline in one size."""
    return abs(y - base) <= 0.08 * other.size and abs(face.size - other.size) <= 0.1 * other.size


def _character(code: int) -> str:
    if code == 2:  # how pdfium keeps a line-end hyphen inside
        return LINE_END_HYPHEN
    return " " if code == 0 or 0xD800 <= code < 0xE000 else chr(code) if code <= 0x10FFFF else UNMAPPED


# How a direction in the page's own space is turned into one as shown: along the line and down the page.
_DIRECTIONS: dict[int, Callable[[float, float], tuple[float, float]]] = {
    0: lambda x, y: (x, -y),
    90: lambda x, y: (y, x),
    180: lambda x, y: (-x, y),
    270: lambda x, y: (-y, -x),
}


def placement(page: pdfium.PdfPage) -> Callable[[float, float], tuple[float, float]]:
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
