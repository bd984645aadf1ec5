"""The ruling lines of a page, from pdfium's path objects, as edges that pdfplumber's table finder understands."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.placing import Turn, axes_of

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Edge = dict[str, Any]
_STRAIGHT = 0.01  # points by which the ends of an upright or level line may differ
_MOST_PATHS = 20_000  # a page with more holds a drawing, not a table
_MOST_SEGMENTS = 100
DEEPEST = 4
AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def page_edges(page: pdfium.PdfPage, turn: Turn = Turn.UPRIGHT) -> list[Edge]:
    """The upright and level edges of all lines and boxes that a page draws.

    Each edge is a mapping with pdfplumber's names: ``orientation`` ("h" or "v"), ``x0``, ``x1``, ``top``, ``bottom``,
    ``width`` and ``height``, in points from the page's top left corner as shown; where a ``turn`` is given, as if the
    page were turned about that corner so that lines which run this way run to the right.
    """
    axes = axes_of(page).turned(turn)
    handle = calls.ready(calls.handle(page))
    count = calls.count_objects(handle)
    if count > _MOST_PATHS:
        return []
    objects = map(calls.page_object, repeat(handle), range(count))
    return [
        edge
        for path, matrix in _paths(objects, AS_IT_IS, 0)
        for line in _lines(path)
        for edge in _edges([axes.place(*moved(matrix, point)) for point in line])
    ]


def _paths(objects: Iterable[int], outer: Matrix, depth: int) -> Iterator[tuple[int, Matrix]]:
    """The drawn paths among these objects, and in the forms among them, each with its way to the page's space."""
    for item in objects:
        kind = calls.object_type(item)
        if kind == raw.FPDF_PAGEOBJ_PATH and _is_drawn(item):
            yield item, within(outer, matrix_of(item))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = calls.count_inner(item)
            if 0 < count <= _MOST_PATHS:
                inner = map(calls.inner_object, repeat(item), range(count))
                yield from _paths(inner, within(outer, matrix_of(item)), depth + 1)


def _is_drawn(path: int) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    return bool(fill.value or stroke.value)


def matrix_of(item: int) -> Matrix:
    """How the own space of an object, given by its address, is turned into that of what it stands in."""
    values = (ctypes.c_float * 6)()
    calls.object_matrix(item, ctypes.addressof(values))
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def within(outer: Matrix, inner: Matrix) -> Matrix:
    """First the inner, then the outer change of place."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, point: Point) -> Point:
    """A point carried over into another space."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _lines(path: int) -> Iterator[list[Point]]:
    """The parts of a path, each as the points that straight segments join; parts with curves are left out."""
    count = calls.count_segments(path)
    if count > _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    places = ctypes.addressof(x), ctypes.addressof(y)
    points: list[Point] = []
    straight = True
    for segment in map(calls.path_segment, repeat(path), range(count)):
        kind = calls.segment_type(segment)
        calls.segment_point(segment, *places)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if straight and len(points) > 1:
                yield points
            points, straight = [], True
        points.append((x.value, y.value))
        straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        if calls.segment_closes(segment):
            points.append(points[0])
    if straight and len(points) > 1:
        yield points


def _edges(points: list[Point]) -> Iterator[Edge]:
    """The edges of a part all of whose segments are upright or level."""
    segments = [pair for pair in pairwise(points) if pair[0] != pair[1]]
    if not all(abs(a[0] - b[0]) < _STRAIGHT or abs(a[1] - b[1]) < _STRAIGHT for a, b in segments):
        return
    for (ax, ay), (bx, by) in segments:
        x0, x1, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        yield {
            "orientation": "v" if x1 - x0 < bottom - top else "h",
            "x0": x0,
            "x1": x1,
            "top": top,
            "bottom": bottom,
            "width": x1 - x0,
            "height": bottom - top,
        }
