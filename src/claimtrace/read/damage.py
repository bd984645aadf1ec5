"""Blank pages that are not meant to be blank: what is drawn on them is damaged, and the engine does not say so."""

from __future__ import annotations

import io
from collections.abc import Collection

import pikepdf


def pages_with_lost_drawing(data: bytes, blank: Collection[int]) -> set[int]:
    """Which of these pages (counted from 1), on which the engine finds nothing at all, hold what cannot be decoded.

    A page tree that the two engines count differently tells nothing of single pages, and none is named.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = list(pdf.pages)
            return {number for number in blank if number <= len(pages) and _is_lost(pages[number - 1].obj)}
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return set()


def _is_lost(page: pikepdf.Object) -> bool:
    contents = page.get("/Contents")
    if contents is None:
        return False
    try:
        for part in contents if isinstance(contents, pikepdf.Array) else [contents]:
            part.read_bytes()
    except (pikepdf.PdfError, TypeError, AttributeError, MemoryError):
        return True
    return False
