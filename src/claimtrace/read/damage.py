"""Pages whose drawing is damaged in the file: the engine reads what is left of it, if anything, and is silent."""

from __future__ import annotations

import io
import zlib
from collections.abc import Collection, Iterator

import pikepdf

_RAW_DEFLATE, _ZLIB_HEAD, _CHECKSUM = -15, 2, 4
_MOST = 1 << 26  # bytes of a drawing that are unpacked to see whether they can be
_NOISE = 0.1  # share of bytes that no drawing has outside its strings
_OPERATOR_BYTES = bytes(range(32, 127)) + b"\t\n\f\r\0"


def pages_with_lost_drawing(data: bytes, blank: Collection[int]) -> set[int]:
    """Which pages (counted from 1) hold what cannot be decoded.

    Args:
        data: the PDF.
        blank: the pages on which the engine found nothing at all; noise in their place is damage too.

    Returns:
        Their numbers. A page tree that the two engines count differently tells nothing of single pages, and none is
        named.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return {
                number for number, page in enumerate(pdf.pages, start=1) if _is_lost(page.obj, blank=number in blank)
            }
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return set()


def _is_lost(page: pikepdf.Object, *, blank: bool) -> bool:
    try:
        parts = list(_streams(page))
        return any(_is_cut(part) for part in parts) or (blank and any(_is_noise(part.read_bytes()) for part in parts))
    except (pikepdf.PdfError, TypeError, AttributeError, MemoryError):
        return True


def _streams(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    contents = page.get("/Contents")
    if contents is not None:
        yield from contents if isinstance(contents, pikepdf.Array) else [contents]


def _is_cut(stream: pikepdf.Object) -> bool:
    """Whether a packed drawing is incomplete or spoilt; of other filters their decoder tells it."""
    if stream.get("/Filter") not in (pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode])):
        stream.read_bytes()
        return False
    unpacker = zlib.decompressobj(_RAW_DEFLATE)  # the checksum behind the data may be missing; if there, it must fit
    try:
        packed = stream.read_raw_bytes()
        unpacked = unpacker.decompress(packed[_ZLIB_HEAD:], _MOST)
    except zlib.error:
        return True
    if not unpacker.eof:
        return bool(packed.strip()) and len(unpacked) < _MOST
    checksum = unpacker.unused_data[:_CHECKSUM]
    return len(checksum) == _CHECKSUM and int.from_bytes(checksum) != zlib.adler32(unpacked)


def _is_noise(drawing: bytes) -> bool:
    return len(drawing.translate(None, _OPERATOR_BYTES)) > _NOISE * len(drawing)
