"""The parts of a bracket that holds author-year pointers: its pieces, their years, their locators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrace.annotate.citations.locators import read_bare_locator, read_locator
from claimtrace.knowledge.wordings import undated
from claimtrace.model.citation import Locator
from claimtrace.model.place import Span
from claimtrace.text.letters import UPPER

YEAR = (
    r"(?:(?:1[5-9]|20)\d\d(?:/(?:1[5-9]|20)?\d\d)?[a-z]?(?![\w%/-]*\d)"
    rf"|(?:{undated('no date')})(?:-?[a-z]\b)?|{undated('to come')})"
)
HAS_YEAR = re.compile(rf"(?<![\w.]){YEAR}")
YEARS = re.compile(rf"(?<![\w.]){YEAR}(?:\s*(?:,|;|,?\s*and|&)\s*(?:{YEAR}|[a-z](?![\w.])))*")
ONE_YEAR = re.compile(rf"({YEAR})|(?<![\w])([a-z])(?![\w.])")
_FIRST_BEHIND = re.compile(rf"^\s*[\[(]{YEAR}[\])]")
_FURTHER = re.compile(
    r"\s*(?:[,;]\s*(?:and\s+|&\s+)?|(?:and|&)\s+|(?=(?:as\s+)?(?:cited|quoted)\s+(?:in|by)\s))(?=(?:(?:(?:as\s+)?(?:cited|quoted)\s+(?:in|by)|see(?:\s+also)?|also|cf\.|e\.g\.,?|in)\s+)?"
    rf"(?:(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ten|ter|dos|du)\s+)*(?:[dl]['’])?[{UPPER}][^;]{{1,80}}?{YEAR})"
)
_NAMES_IN_CAPITALS = re.compile(rf"[{UPPER}][{UPPER}'’-]+(?:[ ;]+[{UPPER}][{UPPER}'’-]+)*")
_LONGEST_BRACKET = 600  # characters


def brackets(text: str, within: Span) -> Iterator[tuple[int, int]]:
    """Round and square brackets with all that they hold, at most 600 characters long, outer ones before inner ones."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at in range(within.start, within.end):
        sign = text[at]
        if sign in "([":
            opened.append(at)
        elif sign in ")]" and opened:
            start = opened.pop()
            if at + 1 - start <= _LONGEST_BRACKET:
                found.append((start, at + 1))
    yield from sorted(found, key=lambda pair: (pair[0], -pair[1]))


def pieces(inner: str) -> Iterator[tuple[int, str]]:
    """The parts of a bracket between its semicolons, with where they begin."""
    depth = offset = 0
    for at, sign in enumerate(inner + ";"):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == ";" and depth <= 0:
            piece = inner[offset:at]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                yield offset + lead, piece.strip()
            offset = at + 1


def joined_names(parts: list[tuple[int, str]], inner: str) -> list[tuple[int, str]]:
    """The parts, those joined that are the names of one citation: "(SINGH; FALK, 2016, p. 203)"."""
    joined: list[tuple[int, str]] = []
    for offset, piece in parts:
        if joined and _NAMES_IN_CAPITALS.fullmatch(joined[-1][1]) and piece[:2].isupper():
            offset, piece = joined[-1][0], inner[joined.pop()[0] : offset + len(piece)]
        joined.append((offset, piece))
    return joined


def is_own_part(locator: Locator) -> bool:
    """Whether a locator alone in brackets is a part of the paper itself: "(Table 3)", "(Section 2)"."""
    if locator.label in ("figure", "table", "appendix"):
        return True
    return locator.label in ("section", "chapter", "part") and locator.text[:1].isupper()


def further(rest: str) -> tuple[str, str]:
    """What follows a year, cut where another pointer begins: ", p. 3, as cited in Keel, 2014" at "as"."""
    locator = read_rest(rest)
    skip = rest.find(locator.text) + len(locator.text) if locator else 0
    following = _FURTHER.match(rest, skip)
    return (rest[:skip], rest[following.end() :]) if following else (rest, "")


def trim(text: str, span: Span, tail: str) -> Span:
    """A span without what another pointer takes from its end."""
    if not tail:
        return span
    before = text[span.start : span.end - len(tail)]
    return Span(span.start, span.start + len(re.sub(r"(?:[\s,;]|(?<=\s)(?:and|&)\s)+$", "", before)))


def read_year(year: str, letter: str | None, last: int | None) -> tuple[int | None, str | None, bool]:
    """Year, suffix and whether the work is undated, of "2017a", "n.d.", or of the "b" in "2017a, b"."""
    if letter:
        return last, letter, False
    digits = re.match(r"(\d{4})(?:/(\d{4}))?", year)
    if not digits:
        return None, None, True
    suffix = year[-1] if year[-1].isalpha() else None
    given, again = int(digits[1]), int(digits[2] or 0)
    return again if again > given + 1 else given, suffix, False  # "1921/2014" is a reprint, "2013/2014" a span


def read_rest(rest: str) -> Locator | None:
    """The locator behind the year: ", p. 45", ": 45-7", ", 45", " [1921], p. 45"."""
    rest = _FIRST_BEHIND.sub("", rest)
    tail = rest.lstrip(" ,:;")
    locator = read_locator(tail)
    if locator:
        within = read_locator(tail[len(locator.text) :].lstrip(" ,"))
        return within if within and locator.label in ("volume", "part") else locator  # "vol. 2, p. 45"
    if rest.lstrip().startswith((",", ":")):
        bare = read_bare_locator(tail)
        if bare and len(bare.text) >= len(tail.rstrip(" .)")) - 1:
            return bare
    return None
