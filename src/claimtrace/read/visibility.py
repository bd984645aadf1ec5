"""Words that are drawn, but that no reader of the page can see: white on white, or under a picture.

What nobody sees is told by its absence: the page is drawn with the suspected text and without it, and where both
drawings are alike, the text was not to be seen. Two drawings are dear, so only words that give a reason are tried.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Container, Iterator, Sequence
from itertools import groupby, repeat
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.placing import Axes, axes_of
from claimtrace.read.word_reader import WordReader
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import Word

if TYPE_CHECKING:
    from PIL import Image

Bounds = tuple[float, float, float, float]  # x0, top, x1, bottom
Pixels = tuple[int, int, int, int]
_SCALE = 1.5  # pixels for each point
_LONGEST = 3000  # pixels
_ROOM = 2  # pixels
_SEEN = 12  # of 255 greys: a fainter difference is not seen
_SMALLEST, _LARGEST = 0.003, 0.5  # share of the page; a larger picture is a scan, and text under it what was recognised
_LONGEST_LABEL = 2  # characters
_MOST_OBJECTS = 20_000


def unseen(page: pdfium.PdfPage, reader: WordReader, known: Container[int]) -> set[int]:
    """The words (by their number) of a page that make no difference to its look, those ``known`` to be hidden aside."""
    pictures, order = _pictures(page)
    if not pictures and not any(face.pale for face in reader.characters.faces.all):
        return set()
    words, items = reader.words, reader.items
    pale = {at for at, face in enumerate(words.faces) if face.pale}
    suspects = [
        at
        for at in sorted(pale.union(_under(words, items, pictures, order)))
        if not (at in known or _is_label(words, at, items[at], pictures, order))
    ]
    if not suspects:
        return set()
    from PIL import ImageChops  # slow to load, and few pages need it

    scale = min(_SCALE, _LONGEST / max(*page.get_size(), 1))
    areas = {at: _pixels(words[at], scale) for at in suspects}
    around = _around(list(areas.values()), page, scale)
    theirs = {items[at] for at in suspects if items[at]}
    before = _drawn(page, scale, around)
    for item in theirs:
        calls.set_active(item, False)
    after = _drawn(page, scale, around)
    for item in theirs:
        calls.set_active(item, True)
    difference = ImageChops.difference(before, after).point([0] * _SEEN + [255] * (256 - _SEEN))
    x, y = around[:2]
    hidden = {
        at
        for at, (left, top, right, bottom) in areas.items()
        if difference.crop((left - x, top - y, right - x, bottom - y)).getbbox() is None
    }
    return hidden.union(_with_their_line(sorted(pale), hidden))


def _with_their_line(pale: Sequence[int], hidden: Container[int]) -> Iterator[int]:
    """The pale words in a row of which most are hidden: some of them lie upon other words, and scratch their ink."""
    for _, row in groupby(enumerate(pale), key=lambda numbered: numbered[1] - numbered[0]):
        words = [at for _, at in row]
        if 2 * sum(at in hidden for at in words) > len(words):
            yield from words


def _pictures(page: pdfium.PdfPage) -> tuple[list[tuple[int, Bounds]], dict[int, int]]:
    """The pictures that may cover words, by when they are drawn, with their bounds; and when each object is drawn."""
    handle = calls.ready(calls.handle(page))
    count = calls.count_objects(handle)
    if count > _MOST_OBJECTS:
        return [], {}
    items = list(map(calls.page_object, repeat(handle), range(count)))
    images = [index for index, kind in enumerate(map(calls.object_type, items)) if kind == raw.FPDF_PAGEOBJ_IMAGE]
    if not images:  # mostly
        return [], {}
    axes, area = axes_of(page), page.get_width() * page.get_height()
    pictures: list[tuple[int, Bounds]] = []
    for index in images:
        x0, top, x1, bottom = bounds = _bounds(items[index], axes)
        if _SMALLEST * area < (x1 - x0) * (bottom - top) < _LARGEST * area:
            pictures.append((index, bounds))
    return pictures, {item: index for index, item in enumerate(items)} if pictures else {}


def _under(
    words: WordTable, items: Sequence[int], pictures: Sequence[tuple[int, Bounds]], order: dict[int, int]
) -> Iterator[int]:
    """The words that stand where a picture is drawn after them."""
    last = max((index for index, _ in pictures), default=0)
    before = {item for item, index in order.items() if index < last}
    for at in [at for at, item in enumerate(items) if item in before]:
        place, drawn = words.middle(at), order[items[at]]
        for index, bounds in pictures:
            if drawn < index and _inside(place, bounds):
                yield at
                break


def _is_label(
    words: WordTable, at: int, item: int, pictures: Sequence[tuple[int, Bounds]], order: dict[int, int]
) -> bool:
    """Whether a word marks a part of the picture upon which it is drawn: "a", "B1"; to draw a picture is dear."""
    drawn = order.get(item)
    if drawn is None or len(words.texts[at]) > _LONGEST_LABEL:
        return False
    place = words.middle(at)
    return any(drawn > index and _inside(place, bounds) for index, bounds in pictures)


def _bounds(item: int, axes: Axes) -> Bounds:
    sides = (ctypes.c_float * 4)()
    at = ctypes.addressof(sides)
    calls.object_bounds(item, at, at + 4, at + 8, at + 12)
    left, bottom, right, top = sides
    (ax, ay), (bx, by) = axes.place(left, bottom), axes.place(right, top)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _inside(place: tuple[float, float], bounds: Bounds) -> bool:
    return bounds[0] < place[0] < bounds[2] and bounds[1] < place[1] < bounds[3]


def _pixels(word: Word, scale: float) -> Pixels:
    """The part of the page's drawing in which a word may show."""
    x0, upper, x1, lower = word.on_page
    left, top = round((x0 - 1) * scale), round(upper * scale)
    right, bottom = round((x1 + 1) * scale), round(lower * scale)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _around(areas: Sequence[Pixels], page: pdfium.PdfPage, scale: float) -> Pixels:
    """The part of the page's drawing that holds all these parts, with a little room."""
    width, height = (math.ceil(side * scale) for side in page.get_size())
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    left, top = min(max(min(lefts) - _ROOM, 0), width - 1), min(max(min(tops) - _ROOM, 0), height - 1)
    return left, top, max(min(max(rights) + _ROOM, width), left + 1), max(min(max(bottoms) + _ROOM, height), top + 1)


def _drawn(page: pdfium.PdfPage, scale: float, part: Pixels) -> Image.Image:
    """A part of the page's drawing."""
    width, height = (math.ceil(side * scale) for side in page.get_size())
    margins = (part[0], height - part[3], width - part[2], part[1])
    crop = tuple(max(pixels - 0.5, 0) / scale for pixels in margins)  # half a pixel is rounded up
    picture: Image.Image = page.render(scale=scale, grayscale=True, crop=crop).to_pil()
    return picture.convert("L")
