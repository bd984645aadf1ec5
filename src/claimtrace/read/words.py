"""Words of one page with their places, straight from pdfium.

A word here is a run of characters that are set side by side in one size on one baseline: a superscript that
touches a word is a word of its own. Everything is measured in points from the page's top left corner, as
a reader sees the page (page rotation applied).

pdfium is asked as rarely as possible: twice for the place of each word, and once for the font of each text
object. Asking for the box of every character would halve the speed.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.text.accents import compose

LINE_END_HYPHEN = "￾"  # pdfium's sign for a hyphen at which a line ends
_WORD = re.compile(r"[^\s\x00-\x1f]+")
_MAY_HOLD_SUPERSCRIPT = re.compile(r"[\d*†‡§¶#]")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medium\b|[-_]b(?:d|i)?$|cmbx|sfbx|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-_]it(?:al)?$|cmti|sfti|slanted|[-_]i$", re.IGNORECASE)
_INVISIBLE_MODE = 3
_LEGIBLE = 2.0  # points; smaller print is read by machines only


@dataclass(slots=True)
class Face:
    """The look of a text object: size in points, weight, slant, direction, visibility."""

    size: float
    bold: bool
    italic: bool
    upright: bool
    hidden: bool


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


@dataclass(slots=True)
class PageWords:
    """The words of a page in the order of its content stream, and what was set aside."""

    number: int
    width: float
    height: float
    label: str | None
    words: list[Word]
    rotated: list[Word] = field(default_factory=list)
    hidden: list[Word] = field(default_factory=list)
    unmapped: int = 0  # characters whose font gives no text for them
    pictures: float = 0.0  # share of the page that images cover


def page_words(document: pdfium.PdfDocument, index: int) -> PageWords:
    """Read one page (``index`` counts from 0)."""
    page = document[index]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        label = document.get_page_label(index) or None
        found = PageWords(index + 1, width, height, label, [])
        for word in _Reader(page, text_page).words():
            word.text = compose(word.text)
            if word.face.hidden or not _on_page(word, width, height):
                found.hidden.append(word)
            elif not word.face.upright:
                found.rotated.append(word)
            else:
                found.words.append(word)
        found.unmapped = sum(word.text.count("�") for word in found.words)
        if len(found.words) < 10:
            found.pictures = _picture_share(page, width, height)
        return found
    finally:
        text_page.close()
        page.close()


def _on_page(word: Word, width: float, height: float) -> bool:
    return word.x1 > 0 and word.x0 < width and word.bottom > 0 and word.top < height


def _picture_share(page: pdfium.PdfPage, width: float, height: float) -> float:
    """Which share of the page the largest image covers, 0 to 1."""
    share = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        share = max(share, (right - left) * (top - bottom) / max(width * height, 1))
    return min(share, 1.0)


class _Reader:
    """Turns pdfium's character indices into words."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page
        self._place = _placement(page)
        self._direction = _DIRECTIONS[page.get_rotation()]
        self._faces: dict[int, Face] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._left, self._right_edge, self._low, self._high = (ctypes.c_double() for _ in range(4))
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._plain = Face(10.0, False, False, True, False)

    def words(self) -> Iterator[Word]:
        text = self._text()
        last_end = -1
        for match in _WORD.finditer(text):
            start, end = match.span()
            pieces = match.group().split(LINE_END_HYPHEN)
            offset = start
            for number, piece in enumerate(pieces):
                broken = number < len(pieces) - 1
                stop = offset + len(piece) + (1 if broken else 0)
                shown = piece + "-" if broken else piece
                if shown:
                    glued = offset == start and start == last_end
                    yield from self._pieces(shown, offset, stop, glued, broken)
                offset = stop
            last_end = end

    def _text(self) -> str:
        """One character of text for each character index of pdfium."""
        count = raw.FPDFText_CountChars(self._page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._page, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # Some files hold characters without text, or beyond the basic plane: then index and text part ways.
        unicode_at = raw.FPDFText_GetUnicode
        return "".join(_character(unicode_at(self._page, index)) for index in range(count))

    def _pieces(self, text: str, start: int, end: int, glued: bool, broken: bool) -> Iterator[Word]:
        x0, base = self._origin(start)
        face = self._face(start)
        x1, low, high = self._right(end - 1)
        one_run = low - 1 <= base <= high + 1 and x1 >= x0 - 1
        if one_run and not _MAY_HOLD_SUPERSCRIPT.search(text):
            yield Word(text, min(x0, x1), max(x0, x1), base, face, glued, broken)
            return
        yield from self._runs(text, start, end, glued, broken)

    def _runs(self, text: str, start: int, end: int, glued: bool, broken: bool) -> Iterator[Word]:
        """Cut where the baseline or the size changes, or where figures stand above the line."""
        first, face = start, self._face(start)
        x0, base = self._origin(start)
        raised = self._raised(text[0], start, base, face.size, False)
        for index in range(start + 1, end + 1):
            if index < end:
                x, y = self._origin(index)
                other = self._face(index)
                lifted = self._raised(text[index - start], index, y, other.size, raised)
                level = abs(y - base) <= 0.08 * face.size and abs(other.size - face.size) <= 0.1 * face.size
                if level and lifted == raised:
                    continue
            x1 = self._right(index - 1)[0]
            last = index == end
            # A run that is set from right to left ends left of where it begins.
            left, right = min(x0, x1), max(x0, x1)
            word = Word(text[first - start : index - start], left, right, base, face, glued, broken and last)
            word.raised = raised
            yield word
            if not last:
                glued = abs(x - x1) < 0.2 * face.size and abs(y - base) < face.size
                first, face, x0, base, raised = index, other, x, y, lifted

    def _raised(self, sign: str, index: int, base: float, size: float, before: bool) -> bool:
        """Whether a figure is drawn above the line, as the superior figures of a font are.

        Signs between such figures go with them; letters never do.
        """
        if not sign.isdigit():
            return before and sign in ",-–−()p"
        raw.FPDFText_GetCharBox(self._page, index, self._left, self._right_edge, self._low, self._high)
        _, foot = self._place(self._left.value, self._low.value)
        _, head = self._place(self._right_edge.value, self._high.value)
        return base - max(foot, head) > 0.2 * size

    def _origin(self, index: int) -> tuple[float, float]:
        raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._place(self._x.value, self._y.value)

    def _right(self, index: int) -> tuple[float, float, float]:
        """The right edge of a character, and its upper and lower edge."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._page, index, box)
        ax, ay = self._place(box.left, box.bottom)
        bx, by = self._place(box.right, box.top)
        return max(ax, bx), min(ay, by), max(ay, by)

    def _face(self, index: int) -> Face:
        item = raw.FPDFText_GetTextObject(self._page, index)
        if not item:
            return self._plain
        key = ctypes.addressof(item.contents)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self._look(index, item)
        self._plain = face
        return face

    def _look(self, index: int, item: ctypes._Pointer[ctypes.Structure]) -> Face:
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._page, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = raw.FPDFText_GetFontSize(self._page, index) * scale or 1.0
        along, down = self._direction(matrix.a, matrix.b)
        turned = along <= 0 or abs(down) > 0.1 * along
        font = raw.FPDFTextObj_GetFont(item)
        bold, italic = self._weight(font) if font else (False, False)
        return Face(round(size, 2), bold, italic, not turned, self._hidden(index, item, size))

    def _hidden(self, index: int, item: ctypes._Pointer[ctypes.Structure], size: float) -> bool:
        if size < _LEGIBLE:
            return True
        if raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE_MODE:
            return True
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(self._page, index, red, green, blue, alpha)
        return alpha.value == 0

    def _weight(self, font: ctypes._Pointer[ctypes.Structure]) -> tuple[bool, bool]:
        key = ctypes.addressof(font.contents)
        known = self._fonts.get(key)
        if known is None:
            buffer = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(font, angle)
            bold = bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(font) >= 600
            known = self._fonts[key] = (bold, bool(_ITALIC.search(name)) or angle.value != 0)
        return known


def _character(code: int) -> str:
    if code == 2:  # how pdfium keeps a line-end hyphen inside
        return LINE_END_HYPHEN
    return " " if code == 0 or 0xD800 <= code < 0xE000 else chr(code) if code <= 0x10FFFF else "�"


# How a direction in the page's own space is turned into one as shown: along the line and down the page.
_DIRECTIONS: dict[int, Callable[[float, float], tuple[float, float]]] = {
    0: lambda x, y: (x, -y),
    90: lambda x, y: (y, x),
    180: lambda x, y: (-x, y),
    270: lambda x, y: (-y, -x),
}


def _placement(page: pdfium.PdfPage) -> Callable[[float, float], tuple[float, float]]:
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
