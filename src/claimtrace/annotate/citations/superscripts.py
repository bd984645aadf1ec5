"""Superscript numbers that may be citations: no exponent, charge or isotope, no mark of an author's institution."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrace.annotate.citations.groups import Group, expand
from claimtrace.model.document import Block, Document
from claimtrace.model.place import Span
from claimtrace.text.fold import LOWER
from claimtrace.text.letters import UPPER

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(
    rf"(?P<numbers>[{_DIGITS}]{{1,3}}(?:\s?[,;]\s?(?=[{_DIGITS}])[{_DIGITS}]{{1,3}}|\s?[-–—⁻]\s?[{_DIGITS}]{{1,3}})*)"
    rf"(?:⁽p(?P<locator>[{_DIGITS}]+(?:[-–⁻][{_DIGITS}]+)?)⁾)?"
)
_UNIT_BEFORE = re.compile(
    r"(?:(?<![^\W\d_])(?:m?g(?:mol|cm|m|L)|[kcmdnμµpMG]?(?:m|g|s|l|L|b|h|W|Hz|Pa|J|V|A|K|mol|min|in|ft|yr|day|cm|km|mm)|[A-Za-zχαβσρλ])|\d|[)×·=])$"
)
_WORD_WITH_DIGITS = re.compile(r"[A-Za-z]{3,}[\d-]*$|(?:19|20)\d\d$|%$")
_ENDS_WORDS = re.compile(r"[^\W\d_]{4,}$|[^\W\d_][.,;:!?”\"’)]+$")
_ISOTOPE = re.compile(
    r"(?:H|He|Li|B|C|N|O|F|Na|Al|Si|P|S|Cl|K|Ca|Fe|Co|Ga|Sr|Tc|Cd|Sn|I|Xe|Cs|Pt|Hg|Pb|Ra|Th|U|Pu)(?![^\W\d_])"
)
_LETTER = re.compile(r"[^\W\d_]")
_MARK = re.compile(rf"[{_DIGITS}](?:[{_DIGITS},*†‡§¶#\s]*[{_DIGITS}*†‡§¶#])?")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_NAME = re.compile(rf"(?:[{UPPER}][\w.'’‐-]*\s?|(?:van|von|de|der|den|di|da|del|la|le|el|al|bin)\s){{1,6}}")
_LONGEST_BYLINE = 600  # characters


def raised_groups(document: Document, block: Block) -> Iterator[Group]:
    """The superscripts of a block that stand where citations do."""
    text = document.text.string
    inside = document.text.at(block.span)
    if names_authors(inside):
        return
    marked = bool(_RAISED.match(inside))
    for match in _RAISED.finditer(text, block.span.start, block.span.end):
        before = text[max(match.start() - 12, block.span.start) : match.start()]
        after = text[match.end() : match.end() + 3]
        if not before.strip() or before.endswith(("⁻", "⁺")) or after.startswith(("⁺", "⁻")):
            continue
        if _ISOTOPE.match(after) or (marked and _LETTER.match(after)):
            continue
        numbers = expand(match["numbers"].translate(LOWER))
        if _is_exponent(before, numbers):
            continue
        locator = match["locator"]
        plain = bool(_ENDS_WORDS.search(before))
        yield Group(Span(*match.span()), numbers, f"p. {locator.translate(LOWER)}" if locator else None, plain)


def names_authors(text: str) -> bool:
    """Whether a block holds nothing but names with the marks of their institutions.

    >>> names_authors("A. Ray¹,², B. Lee² & Carl van Dyk³")
    True
    """
    marks = len(_MARK.findall(text))
    if marks < 2 or len(text) > _LONGEST_BYLINE:
        return False
    names = [name for name in _BETWEEN_NAMES.split(_MARK.sub("", text)) if name.strip("*†‡§¶# ")]
    return len(names) > 1 and all(_NAME.fullmatch(name) and _has_given(name) for name in names)


def _has_given(name: str) -> bool:
    """Whether a name has more parts than one, even if their space was lost: "Carl van Dyk", "Ann-MayRay"."""
    return sum(letter.isupper() for letter in name) > 1 and not name.isupper()


def _is_exponent(before: str, numbers: tuple[int, ...]) -> bool:
    """Whether a superscript belongs to a unit, a variable, a number or a formula in front of it."""
    if len(numbers) > 1:
        return before[-1:].isdigit() and not before[-5:-1].isalpha()
    if before[-1:].isdigit():
        return not _WORD_WITH_DIGITS.search(before)
    return numbers[0] in (1, 2, 3, 4) and bool(_UNIT_BEFORE.search(before))
