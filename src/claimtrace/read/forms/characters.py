"""Characters as the reader of PDFs gives them: no soft hyphens, one kind of space, ligatures as letters."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st",
        "\u2011": "-",  # the hyphen at which no line ends
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c\ufffe\uffff"),
        **dict.fromkeys([chr(code) for code in (*range(9), *range(14, 32), 127)]),
    }
)  # fmt: skip
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text with characters that have one plain form in that form; white space is left as it is."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _BIDI.sub("", text.translate(_PLAIN)))
