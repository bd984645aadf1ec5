"""Accents that a font sets as characters of their own."""

from __future__ import annotations

import re
import unicodedata

_COMBINING = {
    "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327",
    "˚": "\u030a", "ˇ": "\u030c", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
}  # fmt: skip
_ACCENT = "".join(_COMBINING)
_AFTER = re.compile(f"([A-Za-zı])([{_ACCENT}])(?=[A-Za-z,.;:)]|$)")
_BEFORE = re.compile(f"([{_ACCENT}])([A-Za-zı])")
_VOWELS = "aeiouyı"
_TAKEN_BY = {"¸": "cst", "ˇ": "cdenrstz", "˜": "aon", "˚": "au"}  # all others: vowels


def compose(text: str) -> str:
    """Letters joined with the accent that is set beside them: "Arau´jo" is "Araújo", "K¨uhn" is "Kühn".

    An accent may stand before its letter or behind it; the neighbour that can carry it takes it, a vowel in
    front of it first.
    """
    if not any(accent in text for accent in _ACCENT):
        return text
    text = _AFTER.sub(_join_after, text)
    return _BEFORE.sub(lambda match: _joined(match[2], match[1]), text)


def _join_after(match: re.Match[str]) -> str:
    letter, accent = match[1], match[2]
    following = match.string[match.end() : match.end() + 1].casefold()
    if letter.casefold() not in _VOWELS and following and following in _TAKEN_BY.get(accent, _VOWELS):
        return match.group()  # left to the letter behind it
    return _joined(letter, accent)


def _joined(letter: str, accent: str) -> str:
    if letter.casefold() not in _TAKEN_BY.get(accent, _VOWELS):
        return letter + accent
    base = "i" if letter == "ı" else letter
    return unicodedata.normalize("NFC", base + _COMBINING[accent])
