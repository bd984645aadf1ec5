"""The calls of pdfium that are made for every word, with as little between us and it as ctypes allows.

pypdfium2 checks and converts each argument, which takes as long as the call itself. Here handles and places in memory
go as plain numbers; the functions and what they mean are those of pdfium's ``fpdf_text.h``.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import pypdfium2.raw as raw

_POINTER, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double


def handle(thing: Any) -> int:
    """The address of an object or function of pdfium, as pypdfium2 or its raw interface gives it."""
    return ctypes.cast(getattr(thing, "raw", thing), _POINTER).value or 0


def each(call: Callable[..., Any], *arguments: Iterable[Any]) -> None:
    """Call a function again and again without keeping what it gives back: it writes into memory."""
    deque(map(call, *arguments), maxlen=0)


def slots(buffer: Any, size: int, at: int = 0) -> range:
    """The addresses of the records of this size that fill a buffer, or of what stands ``at`` so many bytes in each."""
    start = ctypes.addressof(buffer)
    return range(start + at, start + at + ctypes.sizeof(buffer) // size * size, size)


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.CFUNCTYPE(result, *arguments)(handle(function))


unicode_at = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
char_origin = _plain(raw.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
char_box = _plain(raw.FPDFText_GetCharBox, _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER)
loose_box = _plain(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
text_object = _plain(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
char_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
font_size = _plain(raw.FPDFText_GetFontSize, _DOUBLE, _POINTER, _INT)
object_font = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
render_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
fill_colour = _plain(raw.FPDFText_GetFillColor, _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER)
count_objects = _plain(raw.FPDFPage_CountObjects, _INT, _POINTER)
page_object = _plain(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
object_type = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)
object_bounds = _plain(raw.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
set_active = _plain(raw.FPDFPageObj_SetIsActive, _INT, _POINTER, _INT)
clip_path = _plain(raw.FPDFPageObj_GetClipPath, _POINTER, _POINTER)
count_clips = _plain(raw.FPDFClipPath_CountPaths, _INT, _POINTER)
