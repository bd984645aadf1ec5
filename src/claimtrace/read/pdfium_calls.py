"""The calls of pdfium that are made for every word, with as little between us and it as ctypes allows.

pypdfium2 checks and converts each argument, which takes three times as long as the call itself. Here addresses of
objects go as plain numbers; where a function is called for one character after the other, its text page and the places
that it writes to go as arguments that are ready (:func:`ready`, :class:`Records`), made once for many calls. The
functions and what they mean are those of pdfium's ``fpdf_text.h`` and ``fpdf_edit.h``.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from struct import Struct
from typing import Any, Literal

import pypdfium2.raw as raw

_POINTER, _INT, _SIZE, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_double


def handle(thing: Any) -> int:
    """The address of an object or function of pdfium, as pypdfium2 or its raw interface gives it."""
    return ctypes.cast(getattr(thing, "raw", thing), _POINTER).value or 0


def ready(address: int) -> Any:
    """An address as an argument that no call needs to convert any more."""
    return _POINTER.from_param(address)


def each(call: Callable[..., Any], *arguments: Iterable[Any]) -> None:
    """Call a function again and again without keeping what it gives back: it writes into memory."""
    deque(map(call, *arguments), maxlen=0)


class Records:
    """Room for one record after the other, and for each value in them the arguments that let pdfium write it.

    ``offsets`` tell where in a record the values stand that are written each by an argument of its own. The room grows
    with what is asked of it and is used again for each page.
    """

    def __init__(self, layout: str, offsets: Sequence[int]) -> None:
        self._layout = Struct(layout)
        self._offsets = offsets
        self._memory = bytearray()
        self._places: list[list[Any]] = [[] for _ in offsets]

    def places(self, count: int) -> list[Iterator[Any]]:
        """For each value the arguments of so many records."""
        if count > len(self._places[0]):
            room, size = max(2 * len(self._places[0]), count), self._layout.size
            self._memory = bytearray(room * size)
            memory, starts = (ctypes.c_char * len(self._memory)).from_buffer(self._memory), range(0, room * size, size)
            self._places = [[ctypes.byref(memory, start + at) for start in starts] for at in self._offsets]
        return [islice(places, count) for places in self._places]

    def rows(self, count: int) -> Iterator[tuple[Any, ...]]:
        """The first so many records as they were written."""
        return self._layout.iter_unpack(memoryview(self._memory)[: count * self._layout.size])

    def columns(self, count: int, kind: Literal["f", "d"]) -> list[list[float]]:
        """The same, each value as a list; all are of one ``kind``: single or double floats."""
        values: Any = memoryview(self._memory)[: count * self._layout.size].cast(kind).tolist()
        step = len(values) // count if count else 1
        return [values[at::step] for at in range(step)]


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """A function without pypdfium2 around it; one whose ``arguments`` are not told takes those that are ready.

    It keeps Python's lock, as no other thread waits for it.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(handle(function))


# of a text page that is ready and the index of a character
text_object = _plain(raw.FPDFText_GetTextObject, _SIZE)  # 0 for none
font_size = _plain(raw.FPDFText_GetFontSize, _DOUBLE)
unicode_at = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint)
# of these and places that are ready
char_origin = _plain(raw.FPDFText_GetCharOrigin, None)
char_box = _plain(raw.FPDFText_GetCharBox, None)
loose_box = _plain(raw.FPDFText_GetLooseCharBox, None)
char_matrix = _plain(raw.FPDFText_GetMatrix, None)
fill_colour = _plain(raw.FPDFText_GetFillColor, None)
# of an object's address
object_font = _plain(raw.FPDFTextObj_GetFont, _SIZE, _POINTER)
render_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
object_type = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)
clip_path = _plain(raw.FPDFPageObj_GetClipPath, _SIZE, _POINTER)
object_matrix = _plain(raw.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)
draw_mode = _plain(raw.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
count_segments = _plain(raw.FPDFPath_CountSegments, _INT, _POINTER)
path_segment = _plain(raw.FPDFPath_GetPathSegment, _SIZE, _POINTER, _INT)
count_clips = _plain(raw.FPDFClipPath_CountPaths, _INT, _POINTER)
count_clip_segments = _plain(raw.FPDFClipPath_CountPathSegments, _INT, _POINTER, _INT)
clip_segment = _plain(raw.FPDFClipPath_GetPathSegment, _SIZE, _POINTER, _INT, _INT)
segment_type = _plain(raw.FPDFPathSegment_GetType, _INT, _POINTER)
segment_point = _plain(raw.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
segment_closes = _plain(raw.FPDFPathSegment_GetClose, _INT, _POINTER)
count_inner = _plain(raw.FPDFFormObj_CountObjects, _INT, _POINTER)
inner_object = _plain(raw.FPDFFormObj_GetObject, _SIZE, _POINTER, ctypes.c_ulong)
set_active = _plain(raw.FPDFPageObj_SetIsActive, _INT, _POINTER, _INT)
object_bounds = _plain(raw.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
# of a font's address
font_name = _plain(raw.FPDFFont_GetBaseFontName, _SIZE, _POINTER, _POINTER, _SIZE)
italic_angle = _plain(raw.FPDFFont_GetItalicAngle, _INT, _POINTER, _POINTER)
font_weight = _plain(raw.FPDFFont_GetWeight, _INT, _POINTER)
# of a page that is ready
count_objects = _plain(raw.FPDFPage_CountObjects, _INT)
page_object = _plain(raw.FPDFPage_GetObject, _SIZE)
