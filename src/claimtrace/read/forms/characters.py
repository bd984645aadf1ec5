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
_FIRST_PRINTED, _SURROGATES, _FONT_OF_SIGNS, _LAST_IN_FONT = 0x20, 0xD800, 0xF000, 0xFF
# The encoding of Adobe's font Symbol.
_GREEK = dict(
    zip(
        "abgdezhqiklmnxoprstufjcywABGDEZHQIKLMNXOPRSTUFCYWV",
        "αβγδεζηθικλμνξοπρστυφϕχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς",
        strict=True,
    )
)
_SIGNS = {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text with characters that have one plain form in that form; white space is left as it is."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _BIDI.sub("", text.translate(_PLAIN)))


def symbol(font: str, code: str) -> str:
    """A sign that Word's "Insert symbol" has set, by its code in Unicode or in the font Symbol; else no text.

    Args:
        font: the name of the font.
        code: hexadecimal digits; those of a font of signs begin at F000.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if _FIRST_PRINTED <= place < _SURROGATES:
        return chr(place)
    own = place - _FONT_OF_SIGNS
    if font != "Symbol" or not _FIRST_PRINTED <= own <= _LAST_IN_FONT:
        return ""
    return _SIGNS.get(own) or _GREEK.get(chr(own)) or (chr(own) if chr(own).isascii() else "")
