"""Words that are drawn, but that no reader of the page can see: white on white, or under a picture.

What nobody sees is told by its absence: the page is drawn with the suspected text and without it, and where both
drawings are alike, the text was not to be seen. Two drawings are dear, so only words that give a reason are tried.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.placing import Place, placement
from claimtrace.read.words import Word

if TYPE_CHECKING:
    from PIL import Image

Bounds = tuple[float, float, float, float]  # x0, top, x1, bottom
_SCALE = 1.5  # pixels for each point
_LONGEST = 3000  # pixels
_SEEN = 12  # of 255 greys: a fainter difference is not seen
_SMALLEST, _LARGEST = 0.003, 0.5  # share of the page; a larger picture is a scan, and text under it what was recognised
_MOST_OBJECTS = 20_000


def unseen(page: pdfium.PdfPage, words: Sequence[Word]) -> set[int]:
    """The words (by ``id``) of a page that make no difference to its look."""
    pale = [word for word in words if word.face.pale]
    suspects = pale + _under_pictures(page, [word for word in words if not word.face.pale])
    if not suspects:
        return set()
    from PIL import ImageChops  # slow to load, and few pages need it

    items = {word.face.item for word in suspects}
    before = _drawn(page)
    for item in items:
        calls.set_active(item, False)
    after = _drawn(page)
    for item in items:
        calls.set_active(item, True)
    scale = before.width / max(page.get_width(), 1)
    difference = ImageChops.difference(before, after).point([0] * _SEEN + [255] * (256 - _SEEN))
    return {id(word) for word in suspects if _crop(difference, word, scale).getbbox() is None}


def _under_pictures(page: pdfium.PdfPage, words: Sequence[Word]) -> list[Word]:
    """The words that stand where a picture is drawn after them."""
    handle, place = calls.handle(page), placement(page)
    count = calls.count_objects(handle)
    if count > _MOST_OBJECTS:
        return []
    items = [calls.page_object(handle, index) for index in range(count)]
    area = page.get_width() * page.get_height()
    pictures: list[tuple[int, Bounds]] = []
    for index, item in enumerate(items):
        if calls.object_type(item) == raw.FPDF_PAGEOBJ_IMAGE:
            x0, top, x1, bottom = bounds = _bounds(item, place)
            if _SMALLEST * area < (x1 - x0) * (bottom - top) < _LARGEST * area:
                pictures.append((index, bounds))
    if not pictures:
        return []
    order = {item: index for index, item in enumerate(items)}
    return [
        word
        for word in words
        if any(order.get(word.face.item, count) < index and _inside(word, bounds) for index, bounds in pictures)
    ]


def _bounds(item: int, place: Place) -> Bounds:
    sides = (ctypes.c_float * 4)()
    at = ctypes.addressof(sides)
    calls.object_bounds(item, at, at + 4, at + 8, at + 12)
    left, bottom, right, top = sides
    (ax, ay), (bx, by) = place(left, bottom), place(right, top)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _inside(word: Word, bounds: Bounds) -> bool:
    x0, top, x1, bottom = word.on_page
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return bounds[0] < x < bounds[2] and bounds[1] < y < bounds[3]


def _drawn(page: pdfium.PdfPage) -> Image.Image:
    scale = min(_SCALE, _LONGEST / max(*page.get_size(), 1))
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture.convert("L")


def _crop(picture: Image.Image, word: Word, scale: float) -> Image.Image:
    x0, upper, x1, lower = word.on_page
    left, top = round((x0 - 1) * scale), round(upper * scale)
    right, bottom = round((x1 + 1) * scale), round(lower * scale)
    return picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
