"""Strings made comparable: one form for what readers take for the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STRAIGHT = {
    '"': "“”„‟«»″",
    "'": "‘’‚‛′`´",
    "-": "‐‑‒–—―−",
    " ": "\u00a0\u2009\u202f",
    "": "\u00ad",
}
_STRAIGHT_SIGNS = [(sign, plain) for plain, signs in _STRAIGHT.items() for sign in signs]
_NO_DECOMPOSITION = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d",
        "Ð": "D", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th",
    }
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|an?) ")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"
_PLAIN = "0123456789+-()"
RAISE = str.maketrans(_PLAIN + "–−", _SUPERSCRIPTS + "⁻⁻")
LOWER = str.maketrans(_SUPERSCRIPTS, _PLAIN)


def straight(text: str) -> str:
    """Quotation marks, apostrophes, hyphens and spaces in their plainest form; length is kept but for soft hyphens."""
    if text.isascii():
        return text.replace("`", "'")
    for sign, plain in _STRAIGHT_SIGNS:  # faster than a translation, which looks at every character by itself
        if sign in text:
            text = text.replace(sign, plain)
    return text


def without_accents(text: str) -> str:
    """Letters without their diacritics: "Łukasik" as "Lukasik", "Müller" as "Muller"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_NO_DECOMPOSITION))
    return "".join([letter for letter in decomposed if not unicodedata.combining(letter)])


def fold(text: str) -> str:
    """Lower case letters and digits with single spaces; everything else is dropped."""
    return re.sub(r"[^0-9a-z]+", " ", without_accents(text).casefold()).strip()


def without_article(folded: str) -> str:
    """A folded title without the article that it begins with.

    >>> without_article("the diary of a pilot")
    'diary of a pilot'
    """
    return _ARTICLE.sub("", folded)


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """A personal or corporate name for comparing: folded, particles kept, no spaces."""
    return fold(name).replace(" ", "")
