"""Bytes to text: by the mark at the file's head, as UTF-8, as the file says of itself, else as Windows-1252."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STATED = re.compile(
    rb"<(?:\?xml[^>]{0,200}?encoding|meta[^>]{0,200}?charset)"
    rb"""\s*=\s*["']?\s*((?:iso|latin|windows|cp|koi8|mac|shift|sjis|euc|gb|big5|us-ascii|utf)[\w.:-]{0,30})""",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes) -> str | None:
    """The text of a file, line ends as ``\\n``; ``None`` for bytes that are no text."""
    text = _decoded(data)
    if text is None or len(_CONTROL.findall(text)) > 0.001 * len(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    if b"\x00" in data:
        return None
    for name in ("utf-8", stated_encoding(data) or "cp1252", "cp1252"):
        try:
            return _whole(data, name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _whole(data: bytes, name: str) -> str:
    """The text, without a character that is cut at its end."""
    return codecs.getincrementaldecoder(name)().decode(data)


def stated_encoding(data: bytes) -> str | None:
    """The encoding that XML or HTML says it has."""
    match = _STATED.search(data[:2048])
    return match[1].decode("ascii") if match else None
