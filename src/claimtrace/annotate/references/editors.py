"""Editors around the title of a book: before it, behind it, in brackets or after "edited by"."""

from __future__ import annotations

import re

from claimtrace.annotate.references.names import closed_list, editor_mark_at, open_list
from claimtrace.annotate.references.vocabulary import EDITORS

_FIRST = re.compile(rf"[\s,]*[(\[]?\b{EDITORS}\b\.?[)\]]?\s*[.,:;]?\s*", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?<=[\s,;.(])|(?<![\s,;.(])\b)"
    r"(?:edited (?:and translated )?by|eds?\.? by|editado por|coordinado por|organizado por|herausgegeben von|"
    r"[Hh](?:rs)?g\.(?: v(?:on|\.))?|édité par|a c(?:\.|ura)? di|"
    r"sous la dir(?:ection|\.) d[eu'’]|edición de|compiled by|translated by|"
    r"trans(?:\.|l\.) by|trans\.|(?<!nd\s)(?<!st\s)(?<!rd\s)(?<!th\s)(?<!\d\s)(?<!v\.\s)eds?\.|"
    r"eds?\s(?=[A-Z]\.)|übers(?:etzt)?\b\.?):?\s",
    re.IGNORECASE,
)
_MARK = re.compile(rf",\s*\(?{EDITORS}\b\.?|\s\({EDITORS}\.?\)", re.IGNORECASE)
_BRACKET = re.compile(rf"\((?=[^()]*\b(?:{EDITORS}|edited)\b)[^()]*\)[.,]?", re.IGNORECASE)
_STOP = re.compile(r".?\.\s")
_PARTED = re.compile(r"[,.;]\s")
_WORD = re.compile(rf"\b{EDITORS}\b")
_BEFORE = " ,.;("


def mentions_editors(text: str) -> bool:
    """Whether a word like "eds." stands in a text."""
    return bool(_WORD.search(text))


def editors_first(text: str) -> int:
    """Where the editors end that stand before a book's title; 0 where none do.

    >>> editors_first("Ray A, Lee C, editors. Tides and time.")
    23
    """
    opening = open_list(text)
    mark = _FIRST.search(text, 0, 400)
    if opening is None:
        return 0
    unmarked = opening.form in ("medical", "inverted") and editor_mark_at(text, opening.end) == opening.end
    if unmarked and (end := _STOP.match(text, opening.end - 1)):
        return end.end()
    if not mark or mark.start() == 0 or mark.group().strip(" ,").startswith("hrsg"):
        return 0
    zone = text[: mark.start()]
    if re.search(r"[\"“”:]", zone):
        return 0
    names = closed_list(zone.strip(" ,(."))
    least = 1.0 if opening.form == "full" and opening.end < mark.start() - 2 else 0.6
    return mark.end() if names.fit >= least and any(author.family for author in names.authors) else 0


def editors_start(text: str) -> int:
    """Where the editors begin that stand behind a book's title; the text's end where none do.

    >>> editors_start("Tides and time, edited by C. Lee, Sea Press")
    14
    """
    found = (_BY.search(text, 3), _BRACKET.search(text, 3))
    return min([_named_start(text), *(_without_marks(text, match.start()) for match in found if match)])


def editors_end(text: str, pos: int) -> int:
    """Where the editors end that begin here."""
    while pos < len(text) and text[pos] in " ,.;":
        pos += 1
    if bracket := _BRACKET.match(text, pos):
        return bracket.end()
    if by := _BY.match(text, pos):
        pos = by.end()
    names = open_list(text[pos:])
    return editor_mark_at(text, pos + names.end) if names else pos


def _named_start(text: str) -> int:
    """Where editors begin who are named behind a title: ", S. K. Ray, Ed."."""
    mark = _MARK.search(text)
    if not mark:
        return len(text)
    for start in _PARTED.finditer(text, 0, mark.start()):
        names = open_list(text[start.end() : mark.end() + 1])
        if names and names.end >= mark.start() - start.end() - 1:
            return start.start()
    return mark.start()


def _without_marks(text: str, pos: int) -> int:
    while pos > 0 and text[pos - 1] in _BEFORE:
        pos -= 1
    return pos
