"""Words that a page draws outside the area to which it has limited its drawing there, so that nobody sees them.

A figure pasted from a word processor often brings the text of the whole page that it was cut from.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import repeat

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.placing import axes_of
from claimtrace.read.rules import AS_IT_IS, DEEPEST, Matrix, matrix_of, moved, within
from claimtrace.read.word_reader import WordReader

Bounds = tuple[float, float, float, float]  # left, bottom, right, top
_INFINITY = float("inf")
_EVERYWHERE: Bounds = (-_INFINITY, -_INFINITY, _INFINITY, _INFINITY)
_EDGE = 1.0  # points by which a word may stand outside


def clipped(page: pdfium.PdfPage, reader: WordReader) -> set[int]:
    """The words (by their number) that stand outside the area in which their text object may draw."""
    items = list(reader.characters.faces.by_item)
    clips = map(calls.count_clips, map(calls.clip_path, items))
    limited = {item for item, count in zip(items, clips, strict=True) if count > 0}
    if not limited:
        return set()
    axes = axes_of(page)
    areas: dict[int, Bounds] = {}
    handle = calls.ready(calls.handle(page))
    objects = map(calls.page_object, repeat(handle), range(calls.count_objects(handle)))
    for item, matrix, around in _texts(objects, AS_IT_IS, _EVERYWHERE, 0):
        if item in limited:
            left, bottom, right, top = _common(around, _area(item, matrix))
            (ax, ay), (bx, by) = axes.place(left, bottom), axes.place(right, top)
            areas[item] = (
                min(ax, bx) - _EDGE,
                min(ay, by) - _EDGE,
                max(ax, bx) + _EDGE,
                max(ay, by) + _EDGE,
            )
    words = reader.words
    return {at for at, item in enumerate(reader.items) if item in areas and _outside(words.middle(at), areas[item])}


def _outside(place: tuple[float, float], area: Bounds) -> bool:
    x, y = place
    return not (area[0] <= x <= area[2] and area[1] <= y <= area[3])


def _texts(objects: Iterable[int], outer: Matrix, around: Bounds, depth: int) -> Iterator[tuple[int, Matrix, Bounds]]:
    """The text objects, those in forms too: each with its way to the page's space, and the area of its forms."""
    for item in objects:
        kind = calls.object_type(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield item, outer, around
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _texts(
                map(calls.inner_object, repeat(item), range(calls.count_inner(item))),
                within(outer, matrix_of(item)),
                _common(around, _area(item, outer)),
                depth + 1,
            )


def _area(item: int, matrix: Matrix) -> Bounds:
    """The box around what all clip paths of an object have in common, in the page's space."""
    paths = calls.clip_path(item)
    area = _EVERYWHERE
    for at in range(calls.count_clips(paths)):
        points = [moved(matrix, point) for point in _points(paths, at)]
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            area = _common(area, (min(xs), min(ys), max(xs), max(ys)))
    return area


def _points(paths: int, at: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    places = ctypes.addressof(x), ctypes.addressof(y)
    for index in range(calls.count_clip_segments(paths, at)):
        calls.segment_point(calls.clip_segment(paths, at, index), *places)
        yield x.value, y.value


def _common(some: Bounds, other: Bounds) -> Bounds:
    return (
        max(some[0], other[0]),
        max(some[1], other[1]),
        min(some[2], other[2]),
        min(some[3], other[3]),
    )
