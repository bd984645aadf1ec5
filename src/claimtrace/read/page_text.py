"""The characters of a page as one string in which every character stands at its index in pdfium."""

from __future__ import annotations

import ctypes
import re
from functools import cache
from itertools import repeat

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read import pdfium_calls as calls
from claimtrace.read.words import UNMAPPED

LINE_END_HYPHEN = "￾"  # pdfium's sign for a hyphen at which a line ends
SECOND_HALF = "\ufdd0"  # no character: stands where pdfium counts one beyond the basic plane for the second time
_BEYOND_BASIC = re.compile("[\U00010000-\U0010ffff]")


def page_text(page: pdfium.PdfTextPage) -> str:
    """One character of text for each character index of pdfium."""
    count = raw.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    if written - 1 == count:
        return _BEYOND_BASIC.sub(rf"\g<0>{SECOND_HALF}", text)  # pdfium counts such a character twice
    # Some files hold characters without text: then index and text part ways.
    handle = calls.ready(calls.handle(page))
    return "".join(map(_character, map(calls.unicode_at, repeat(handle), range(count))))


@cache
def _character(code: int) -> str:
    if code == 2:  # how pdfium keeps a line-end hyphen inside
        return LINE_END_HYPHEN
    return " " if code == 0 or 0xD800 <= code < 0xE000 else chr(code) if code <= 0x10FFFF else UNMAPPED
