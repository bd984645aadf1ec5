"""Accents that a font sets as characters of their own."""

from __future__ import annotations

import re
import unicodedata

_COMBINING = {
    "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327",
    "˚": "\u030a", "ˇ": "\u030c", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
}  # fmt: skip
_ACCENT = "".join(_COMBINING)
_ANY = re.compile(f"[{_ACCENT}\u0300-\u036f]")
_MARKED = re.compile("[^\\W\\d_][\u0300-\u036f]+")  # the marks of Unicode, which follow their letter
_AFTER = re.compile(f"([A-Za-zı])([{_ACCENT}])(?![\\dı])")  # a dotless i always waits for its accent
_BEFORE = re.compile(f"([{_ACCENT}])([A-Za-zı])")
_VOWELS = "aeiouyı"
_TAKEN_BY = {"¸": "cst", "ˇ": "cdenrstz", "˜": "aon", "˚": "au"}  # all others: vowels
_BARRED = {"d": "đ", "D": "Đ"}  # drawn as letter and macron
_SPELT = {  # where the spelling of a language tells more than the place of the accent
    re.compile(r"(?<=i)(?:´c|c´)(?![a-z])"): "ć",  # Stevi´c
    re.compile(r"ao˜(?![a-z])"): "ão",  # the tilde spans both letters
    re.compile(r"oe˜(?=s?(?![a-z]))"): "õe",
    re.compile(r"(?<=n)˜a(?=o)"): "ã",  # n˜ao, but man˜ana
}


def has_loose_accents(text: str) -> bool:
    """Whether a text holds a sign that may be an accent set as a character of its own."""
    return bool(_ANY.search(text))


def accented(letter: str, accent: str) -> str | None:
    """A letter with the sign of an accent that stands over or under it, ``None`` where there is no such letter."""
    if accent == "¯" and letter in _BARRED:
        return _BARRED[letter]
    whole = unicodedata.normalize("NFC", ("i" if letter == "ı" else letter) + _COMBINING.get(accent, accent))
    return whole if len(whole) == 1 and letter else None


def often_carries(letter: str, accent: str) -> bool:
    """Whether a letter has this accent in the more common spellings."""
    return accent not in _COMBINING or letter.casefold() in _TAKEN_BY.get(accent, _VOWELS)


def compose(text: str) -> str:
    """Letters joined with the accent that is set beside them: "Arau´jo" is "Araújo", "K¨uhn" is "Kühn".

    An accent may stand before its letter or behind it; the neighbour that can carry it takes it, the one in front
    of it first. One that nobody can carry stays where it is: "37˚C", "author´s".
    """
    if not has_loose_accents(text):
        return text
    for pattern, letters in _SPELT.items():
        text = pattern.sub(letters, text)
    text = _MARKED.sub(lambda match: unicodedata.normalize("NFC", match.group().replace("ı", "i")), text)
    text = _AFTER.sub(lambda match: _joined(match[1], match[2]) or match.group(), text)
    return _BEFORE.sub(_join_before, text)


def _join_before(match: re.Match[str]) -> str:
    accent, letter = match[1], match[2]
    before, behind = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    quotes = before == accent or (accent == "`" and not before.isalpha() and behind.isalpha())  # ``all'', `all'
    elides = before.islower() and letter.isupper()  # d´Ivoire
    return match.group() if quotes or elides else _joined(letter, accent) or match.group()


def _joined(letter: str, accent: str) -> str | None:
    """A letter with an accent, ``None`` where it cannot carry it."""
    if not often_carries(letter, accent):
        return None
    base = "i" if letter == "ı" else letter
    return unicodedata.normalize("NFC", base + _COMBINING[accent])
