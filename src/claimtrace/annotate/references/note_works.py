"""Works that notes give in full, as where a paper has no reference list.

A note is cut at its semicolons. A piece gives a work in full where a name, a title and an imprint stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrace.model.document import Document
from claimtrace.model.place import Span
from claimtrace.text.letters import UPPER

_WORD = rf"[{UPPER}][\w'’.-]*"
_LINK = r"(?:van|von|de|der|den|di|da|del|la|le|el|al|of|for|and|the|on|to|in)"
NAME = rf"{_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD}){{0,7}}"
_HEAD = r"(?!(?:See|Cf|Compare|Quoted|Vgl|Siehe|Zit|Dazu)\b)(?:(?:van|von|de|der|den)\s+){0,2}"
_FULL = re.compile(
    rf"{_HEAD}{NAME}(?:,\s+(?:and\s+)?{NAME}){{0,6}}(?:\s+et\s+al\.|,\s+eds?\.)?,\s+"
    rf"(?:[“\"‘][^”\"]{{6,300}}[”\"’][^;]{{0,300}}?|[{UPPER}][^(“”;]{{3,250}})\([^()]*?(?:1[5-9]|20)\d\d[a-z]?\)"
)
_YEAR_OPEN = r"\b(?:1[5-9]|20)\d\d(?=\s*(?:[,.]|$))"  # outside brackets, as German notes have it
_FULL_OPEN = re.compile(
    rf"{_HEAD}(?!\S+[,:])(?P<names>{NAME}(?:(?:\s*/\s*|,\s+|\s+und\s+){NAME}){{0,3}}(?:\s+\((?:Hrsg|Hg|eds?)\.\))?)"
    rf"[,:]\s+[{UPPER}„“»][^;:]{{3,250}}?,\s+"
    rf"(?:[Ii]n:\s+[^;]{{3,250}}?(?:\((?:1[5-9]|20)\d\d\)|{_YEAR_OPEN})"
    rf"|(?:[{UPPER}][\w.-]+[\s/]+){{1,3}}{_YEAR_OPEN}|(?:[{UPPER}][\w.-]+\s?)+:\s+[{UPPER}][^,;:]{{2,60}}\s{_YEAR_OPEN})"
)
_BEFORE_FULL = re.compile(
    r"(?:^|[.:,]\s+|\b(?:see|also|in|by|from|of|is|cf\.|e\.g\.,?|compare|with|quoted in|cited in|siehe|auch|nach)\s+)$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    rf"(?<!\b[{UPPER}])\.\s+"
    r"(?=(?:See|On|For|Compare|Cf|But see|Contrast|Also|A|An|The|This|In|It|His|Her|Their)\b)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a note or of a source line, between semicolons."""

    span: Span
    text: str


def pieces(document: Document, within: Span) -> Iterator[Piece]:
    """The parts of a note, cut at semicolons outside quotation marks and brackets, and before a remark."""
    text = document.text.at(within)
    cuts = [0]
    depth = 0
    quoted = False
    for at, sign in enumerate(text):
        if sign == "“":
            quoted = True
        elif sign == "”":
            quoted = False
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(depth - 1, 0)
        elif not quoted and not depth and (sign == ";" or _REMARK.match(text, at)):
            cuts.append(at + 1)
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        words = text[start:end].rstrip("; ")
        lead = len(words) - len(words.lstrip())
        if words.strip():
            yield Piece(Span(within.start + start + lead, within.start + start + len(words)), words.strip())


def full_citation(text: str) -> int | None:
    """Where in a piece of a note a work is given in full: a name, a title, an imprint; ``None`` if nowhere.

    The imprint is a year in brackets, or a place or journal with a year ("Bremen: Seeverlag 2011").
    """
    for pattern in (_FULL, _FULL_OPEN):
        for match in pattern.finditer(text):
            if _BEFORE_FULL.search(text[: match.start()]):
                return match.start()
    return None
