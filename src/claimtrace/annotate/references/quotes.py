"""Titles in quotation marks, which may hold quotation marks and apostrophes themselves."""

from __future__ import annotations

import re

from claimtrace.annotate.references.vocabulary import ABBREVIATIONS, JOURNAL_WORDS, LITTLE_WORDS, folded
from claimtrace.text.letters import UPPER

_CLOSER = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "'": "'"}
_PAIRS = {"“": "”", '"': '"', "«": "»", "‘": "’"}
_MARKS = " ,;:"
_OPENING = re.compile(r"[\s(,.:]*(?=[\"“«„‘'])")
_ENDS = re.compile(rf"\s*[.,;:(\[]|\s+(?:[{UPPER}\d]|(?:in|dans|en|em)\b)|\s*$")
_CAPITAL_FOLLOWS = re.compile(rf"\s+[{UPPER}\d]")
_MORE_QUOTED = re.compile(r",?\s(?:(?:and|or|und|oder|et|y)\s)?[“„«]")
_PIECE = re.compile(r"(?P<words>[^.,;(\d]+)")
_SINGLE_ENDS = re.compile(r"\s*[,.;:]|\s+(?:in|In)\b|\s*\(|\s*$")


def quoted_title(text: str) -> tuple[str, str] | None:
    """A title in quotation marks at the start of a text, and what follows it.

    A quotation that small letters follow is only the beginning of a title.

    >>> quoted_title("“Tides,” Sea Research 4")
    ('Tides,', ' Sea Research 4')
    """
    start = _OPENING.match(text)
    if not start or start.end() >= len(text):
        return None
    begin = start.end() + 1
    opener = text[start.end()]
    closer = _CLOSER[opener]
    depth, last = 0, -1
    for at in range(begin, len(text)):
        letter = text[at]
        if letter == opener and opener != closer and opener != "‘":
            depth += 1
        elif letter == closer or (opener == "„" and letter == "”"):
            if closer in "’'" and text[at + 1 : at + 2].isalnum():
                continue  # an apostrophe
            if depth:
                depth -= 1
            elif _begins_title(text, at):
                return None
            elif _ends_title(text, at, closer):
                last = at
                break
            elif closer not in "’'":
                return None
            elif _CAPITAL_FOLLOWS.match(text, at + 1):
                last = at  # unless a surer end comes: "‘The sailors’ Revenge’, ..."
    return (text[begin:last], text[last + 1 :]) if last - begin >= 3 else None


def _begins_title(text: str, at: int) -> bool:
    """Whether what stands behind the closing mark carries the title on.

    A colon does ("“We saw nothing”: Pilots on tides. Sea Press"), and so do further words in marks ("“Fog”, “lamps”").
    """
    if _MORE_QUOTED.match(text, at + 1) and text[at - 1] not in ",.":
        return True
    if text[at + 1 : at + 3] != ": " or text[at - 1] in ",.":
        return False
    piece = _PIECE.match(text, at + 3)
    words = piece["words"].split() if piece else []
    cores = {folded(word) for word in words}
    small = any(word[0].islower() and folded(word) not in LITTLE_WORDS for word in words)
    return small or (len(words) > 3 and cores.isdisjoint(JOURNAL_WORDS | ABBREVIATIONS))


def _ends_title(text: str, at: int, closer: str) -> bool:
    if text[at - 1] in ",.?!":
        return True
    return bool((_SINGLE_ENDS if closer in "’'" else _ENDS).match(text, at + 1))


def without_quotes(text: str | None) -> str:
    """A part without the marks and quotation marks around it; nothing is ``""``.

    >>> without_quotes("“Tides.”")
    'Tides'
    """
    text = (text or "").strip(_MARKS)
    while text.endswith((".", *_MARKS)) and not text.endswith(("...", "U.S.", "U.S.A.")):
        text = text[:-1].rstrip()
    if len(text) > 2 and _PAIRS.get(text[0]) == text[-1] and text.count(text[0]) == (2 if text[0] == '"' else 1):
        text = text[1:-1].strip(" ,;.")
    return text.strip(_MARKS)
