"""The words that a page draws, with their places, straight from pdfium.

A word here is a run of characters that are set side by side in one size on one baseline: a superscript that
touches a word is a word of its own. Everything is measured in points from the page's top left corner, as
a reader sees the page (page rotation applied). Words that run up or down the page are measured as if the page were
turned about that corner so that they run to the right; :attr:`Word.on_page` turns them back.

pdfium is asked as rarely as possible: twice for the place of each word, once for its text object, and for the look of
each text object. Asking for the box of every character would halve the speed.
"""

from __future__ import annotations

import ctypes
import re
import struct
import sys
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.placing import (
    Place,
    Turn,
    direction,
    placement,
    shown_direction,
    turned,
    turned_back,
)

LINE_END_HYPHEN = "￾"  # pdfium's sign for a hyphen at which a line ends
UNMAPPED = "�"
_SECOND_HALF = "\ufdd0"  # no character: stands where pdfium counts one beyond the basic plane for the second time
_BEYOND_BASIC = re.compile("[\U00010000-\U0010ffff]")
_WORD = re.compile(r"[^\s\x00-\x1f]+")
_MAY_BE_RAISED = re.compile(r"[\d*†‡§¶#]")
_MAY_HIDE_SPACE = re.compile(
    r"(?<=[^\W\d_])[A-Z](?<=[a-z][A-Z])|(?<=[.,;:)])[^\W\d_]|(?<=\d)[A-Za-z](?=[a-z]{2})|(?<=[a-z]{3})\d"
)
_NARROW_SPACE = 0.11  # of the size
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

    ``turn`` is the direction of its lines; ``pale`` is nearly white, which nobody sees on white; ``item`` and ``font``
    are the addresses of the object and its font in pdfium.
    """

    size: float
    bold: bool
    italic: bool
    turn: Turn
    hidden: bool
    pale: bool = False
    item: int = 0
    font: int = 0
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

    @property
    def on_page(self) -> tuple[float, float, float, float]:
        """Its left, upper, right and lower edge on the page as it is shown."""
        return turned_back(self.face.turn, self.x0, self.top, self.x1, self.bottom)


class WordReader:
    """Turns pdfium's character indices into words; ``text`` is what they are cut from."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._handle = calls.handle(text_page)
        self.text = _text_of(text_page)
        self._place = place = placement(page)
        self._places: dict[Turn, Place] = {
            Turn.UPRIGHT: place,
            Turn.UP: lambda x, y: turned(Turn.UP, *place(x, y)),
            Turn.DOWN: lambda x, y: turned(Turn.DOWN, *place(x, y)),
            Turn.OTHER: place,
        }
        self._direction = shown_direction(page)
        self._faces: dict[int, Face] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._buffer = ctypes.create_string_buffer(_PLACES.size)
        start = ctypes.addressof(self._buffer)
        self._x_at, self._y_at, self._box_at = start, start + 8, start + 16
        self._sides = (ctypes.c_double * 4)()
        self._sides_at = [ctypes.addressof(self._sides) + 8 * side for side in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._face = Face(10.0, False, False, Turn.UPRIGHT, False)
        self._base = 0.0
        self._found: list[Word] = []
        self.starts: list[int] = []  # where each word begins in the text

    def words(self) -> list[Word]:
        """All words in the order of the content stream."""
        for match in _WORD.finditer(self.text):
            token, start = sys.intern(match.group()), match.start()  # a long paper says the same words again and again
            if LINE_END_HYPHEN not in token:
                if len(token) > 3 and not token[1:].islower() and _MAY_HIDE_SPACE.search(token):
                    self._read_parted(token, start)
                else:
                    self._read(token, start, start + len(token), False)
                continue
            *broken, rest = token.split(LINE_END_HYPHEN)
            for piece in broken:
                self._read(piece + "-", start, start + len(piece) + 1, True)
                start += len(piece) + 1
            if rest:
                self._read(rest, start, start + len(rest), False)
        if _SECOND_HALF in self.text:
            for word in self._found:
                word.text = word.text.replace(_SECOND_HALF, "")
        return self._found

    def _read_parted(self, token: str, start: int) -> None:
        """Read words between which the page shows a narrow space that pdfium does not take for one."""
        first = 0
        for match in _MAY_HIDE_SPACE.finditer(token):
            at = match.start()
            face = self._face_of(start + at - 1)
            self._place = self._places[face.turn]
            gap = self._origin(start + at)[0] - self._right(start + at - 1)
            if at > first and _NARROW_SPACE * face.size < gap < face.size:
                self._read(token[first:at], start + first, start + at, False)
                first = at
        self._read(token[first:], start + first, start + len(token), False)

    def _read(self, text: str, start: int, end: int, broken: bool) -> None:
        """Read one word; where its characters are not set alike, it is cut."""
        handle = self._handle
        face = self._face_of(start)
        place = self._place = self._places[face.turn]
        calls.char_origin(handle, start, self._x_at, self._y_at)
        calls.loose_box(handle, end - 1, self._box_at)
        x, y, left, top, right, bottom = _PLACES.unpack(self._buffer)
        x0, base = place(x, y)
        x1, low = place(right, top)
        x2, high = place(left, bottom)
        if x2 > x1:
            x1 = x2
        alike = (low - 1 <= base <= high + 1 or high - 1 <= base <= low + 1) and x1 >= x0 - 1
        if base == self._base:
            base = self._base  # one number for all words of a line: long papers hold a million of them
        else:
            self._base = base
        if face.turn is Turn.OTHER or (alike and (text.isalpha() or not self._changes(text, start, base, face))):
            if x1 < x0:
                x0, x1 = x1, x0
            self.starts.append(start)
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
            self.starts.append(first)
            self._found.append(Word(piece, left, right, base, face, glued, broken and last, raised))
            if not last:
                glued = face.turn is Turn.OTHER or (abs(x - x1) < 0.2 * face.size and abs(y - base) < face.size)
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

    def ink(self, index: int, turn: Turn) -> tuple[float, float]:
        """The left and the right edge of what a character prints, in a line that runs this way."""
        calls.char_box(self._handle, index, *self._sides_at)
        left, right, low, high = self._sides
        place = self._places[turn]
        x0, x1 = place(left, low)[0], place(right, high)[0]
        return (x0, x1) if x0 <= x1 else (x1, x0)

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
        font = calls.object_font(item)
        bold, italic = self._weight(font) if font else (False, False)
        hidden, pale = self._shade(index)
        hidden = hidden or size < LEGIBLE or calls.render_mode(item) == _INVISIBLE_MODE
        return Face(round(size, 2), bold, italic, direction(along, down), hidden, pale, item, font or 0)

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
    if written - 1 == count:
        return _BEYOND_BASIC.sub(rf"\g<0>{_SECOND_HALF}", text)  # pdfium counts such a character twice
    # Some files hold characters without text: then index and text part ways.
    handle, unicode_at = calls.handle(page), calls.unicode_at
    return "".join([_character(unicode_at(handle, index)) for index in range(count)])


def _level(y: float, base: float, face: Face, other: Face) -> bool:
    """Whether two characters stand on one baseline in one size."""
    return abs(y - base) <= 0.08 * other.size and abs(face.size - other.size) <= 0.1 * other.size


def _character(code: int) -> str:
    if code == 2:  # how pdfium keeps a line-end hyphen inside
        return LINE_END_HYPHEN
    return " " if code == 0 or 0xD800 <= code < 0xE000 else chr(code) if code <= 0x10FFFF else UNMAPPED
