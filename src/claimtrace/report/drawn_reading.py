"""What the reader made of a page, drawn on its picture: blocks, their order, lines, furniture, notes and tables."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from claimtrace.model.document import Block, BlockKind, Document, FurnitureKind
from claimtrace.model.place import Box, Span
from claimtrace.report.view import PagePicture

Colour = tuple[int, int, int]
_COLOURS: dict[BlockKind, Colour] = {
    BlockKind.FRONT: (120, 90, 0),
    BlockKind.HEADING: (200, 0, 0),
    BlockKind.PARAGRAPH: (0, 90, 200),
    BlockKind.LIST_ITEM: (0, 150, 150),
    BlockKind.BLOCK_QUOTATION: (130, 0, 170),
    BlockKind.CAPTION: (230, 110, 0),
    BlockKind.SOURCE_LINE: (190, 150, 0),
    BlockKind.TABLE: (0, 130, 30),
    BlockKind.FIGURE: (150, 120, 90),
    BlockKind.EQUATION: (90, 90, 160),
    BlockKind.NOTE: (210, 0, 130),
    BlockKind.ENTRY: (60, 110, 60),
    BlockKind.MARGIN: (110, 110, 40),
}
_GREY: Colour = (130, 130, 130)
_ORDER: Colour = (255, 60, 0)
_SET_ASIDE = {FurnitureKind.HIDDEN: "hidden", FurnitureKind.ROTATED: "turned", FurnitureKind.LINE_NUMBER: "line number"}
_LEGEND = 16  # pixels for each row of the legend
_STEP = 7  # pixels between the lines of a hatching


@dataclass(slots=True)
class _Piece:
    """What of a block stands together on a page: lines below each other in one column, or one table."""

    block: int  # position in the document
    kind: BlockKind
    boxes: list[Box]

    @property
    def hull(self) -> Box:
        hull = self.boxes[0]
        for box in self.boxes[1:]:
            hull = hull.union(box)
        return hull


def drawn_reading(document: Document, pictures: Iterable[PagePicture]) -> Iterator[tuple[int, bytes]]:
    """The number of each page, and its picture as PNG with what was read drawn on it.

    Each block has the colour of its kind and its number in the order of the text; a line runs from block to block, and
    from a note to its call. What was kept out of the text is hatched in grey.
    """
    pieces = _pieces(document)
    for picture in pictures:
        yield picture.number, _Sheet(document, picture).png(pieces[picture.number])


def _pieces(document: Document) -> dict[int, list[_Piece]]:
    """The pieces of each page in the order of the text."""
    found: dict[int, list[_Piece]] = defaultdict(list)
    lines = iter(document.lines)
    line = next(lines, None)
    for at, block in enumerate(document.blocks):
        piece: _Piece | None = None
        boxes: list[Box] = []
        while line is not None and line.span.start < block.span.end:
            if block.span.covers(line.span):
                boxes.append(line.box)
            line = next(lines, None)
        for box in boxes or _words(document, block):
            if (
                piece is None
                or not (block.kind is BlockKind.TABLE or _goes_on(piece.boxes[-1], box))
                or piece.boxes[-1].page != box.page
            ):
                piece = _Piece(at, block.kind, [])
                found[box.page].append(piece)
            piece.boxes.append(box)
    return found


def _words(document: Document, block: Block) -> tuple[Box, ...]:
    """The places of a block whose lines are not kept: a table's cells."""
    return document.text.boxes(block.span)


def _goes_on(before: Box, box: Box) -> bool:
    beside = box.x0 > before.x1 or before.x0 > box.x1
    return box.page == before.page and box.top > before.top and not beside


class _Sheet:
    """The picture of one page, to be drawn on."""

    def __init__(self, document: Document, picture: PagePicture) -> None:
        with Image.open(io.BytesIO(picture.png)) as drawn:
            self._image = drawn.convert("RGB")
        self._document = document
        self._number = picture.number
        self._scale = self._image.width / max(picture.width, 1)
        self._pen = ImageDraw.Draw(self._image)
        self._font = ImageFont.load_default(11)

    def png(self, pieces: list[_Piece]) -> bytes:
        """The picture with these pieces, and the furniture, notes and legend of its page."""
        for item in self._document.furniture:
            if item.box and item.box.page == self._number:
                self._hatch(item.box, _SET_ASIDE.get(item.kind, ""))
        for piece in pieces:
            for box in piece.boxes:
                self._pen.rectangle(self._at(box), outline=_paler(_COLOURS[piece.kind]))
            self._pen.rectangle(self._at(piece.hull, 2), outline=_COLOURS[piece.kind], width=2)
        self._calls()
        for before, after in pairwise(pieces):
            self._arrow(before.hull, after.hull)
        for piece in pieces:
            self._label(piece)
        out = io.BytesIO()
        self._with_legend({piece.kind for piece in pieces}).save(out, "PNG", compress_level=1)
        return out.getvalue()

    def _at(self, box: Box, around: float = 0.0) -> tuple[float, float, float, float]:
        """A box in pixels, with some room around it."""
        x0, x1 = sorted((box.x0 * self._scale - around, box.x1 * self._scale + around))
        top, bottom = sorted((box.top * self._scale - around, box.bottom * self._scale + around))
        return x0, top, x1, bottom

    def _hatch(self, box: Box, words: str) -> None:
        x0, top, x1, bottom = self._at(box, 1)
        self._pen.rectangle((x0, top, x1, bottom), outline=_GREY)
        height = bottom - top
        for step in range(int((x1 - x0 + height) // _STEP) + 1):
            start = x0 + step * _STEP  # where the stroke meets the top; it falls to the left
            first = (start, top) if start <= x1 else (x1, top + start - x1)
            last = (start - height, bottom) if start - height >= x0 else (x0, top + start - x0)
            self._pen.line((*first, *last), fill=_GREY)
        if words:
            self._pen.text((x0, top - 12), words, fill=_GREY, font=self._font)

    def _calls(self) -> None:
        """A ring around each note's call, and a line from the note where both stand on this page."""
        for note in self._document.notes:
            calls = self._document.text.boxes(note.call) if note.call else ()
            starts = self._document.text.boxes(Span(note.span.start, note.span.start + 1))
            for call in calls[:1]:
                if call.page == self._number:
                    x0, top, x1, bottom = self._at(call, 2)
                    self._pen.ellipse((x0, top, x1, bottom), outline=_COLOURS[BlockKind.NOTE], width=2)
                    if starts and starts[0].page == self._number:
                        nx, ny, _, _ = self._at(starts[0])
                        self._pen.line((nx, ny, x0, bottom), fill=_paler(_COLOURS[BlockKind.NOTE]))

    def _arrow(self, before: Box, after: Box) -> None:
        """From the end of one piece to the head of the next."""
        x0, _, _, y0 = self._at(before)
        x1, y1, _, _ = self._at(after)
        self._pen.line((x0 + 8, y0, x1 + 8, y1), fill=_ORDER, width=2)
        self._pen.polygon(((x1 + 8, y1 + 3), (x1 + 4, y1 - 4), (x1 + 12, y1 - 4)), fill=_ORDER)

    def _label(self, piece: _Piece) -> None:
        x0, top, _, _ = self._at(piece.hull)
        level = self._document.blocks[piece.block].level
        words = f"{piece.block + 1}" + (f" level {level}" if level else "")
        left, upper = max(x0 - 16, 0), max(top - 8, 0)
        self._pen.rectangle(self._pen.textbbox((left, upper), words, font=self._font), fill=(255, 255, 255))
        self._pen.text((left, upper), words, fill=_COLOURS[piece.kind], font=self._font)

    def _with_legend(self, kinds: set[BlockKind]) -> Image.Image:
        """The picture above rows that tell the page, its folio, its problem, and what the colours mean."""
        page = self._document.pages[self._number - 1]
        said = f"page {self._number}, folio {page.folio or 'not found'}"
        entries = [(f"{said}, {page.problem}" if page.problem else said, (0, 0, 0))]
        entries += [(kind.value, _COLOURS[kind]) for kind in BlockKind if kind in kinds]
        entries += [("order", _ORDER), ("kept out of the text", _GREY)]
        rows: list[list[tuple[str, Colour]]] = [[]]
        x = 4.0
        places: list[tuple[float, int, str, Colour]] = []
        for words, colour in entries:
            width = self._font.getlength(words) + 18
            if x + width > self._image.width and rows[-1]:
                rows.append([])
                x = 4.0
            rows[-1].append((words, colour))
            places.append((x, len(rows) - 1, words, colour))
            x += width
        height = self._image.height
        whole = Image.new("RGB", (self._image.width, height + _LEGEND * len(rows) + 4), (255, 255, 255))
        whole.paste(self._image, (0, 0))
        pen = ImageDraw.Draw(whole)
        for x, row, words, colour in places:
            pen.text((x, height + 2 + row * _LEGEND), words, fill=colour, font=self._font)
        return whole


def _paler(colour: Colour) -> Colour:
    red, green, blue = (value + (255 - value) * 6 // 10 for value in colour)
    return red, green, blue
