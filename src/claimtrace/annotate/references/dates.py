"""Years of publication as entries give them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.annotate.references.vocabulary import MONTHS
from claimtrace.knowledge.wordings import undated

_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)(?!\d)(?P<suffix>[a-z](?![a-z]))?"
_UNDATED = rf"(?P<undated>{undated('no date', 'to come')}|\bnd(?=[-)\],.\s]))(?:-(?P<undated_suffix>[a-z]))?"
_DAY_BEFORE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s)?{MONTHS}\b\.?,?\s(?:\d{{1,2}},\s)?|\d{{1,2}}[./]\d{{1,2}}[./])?"
_ORIGINAL = r"(?:(?:\[(?:1[4-9]|20)\d\d\]|(?:1[4-9]|20)\d\d(?!\s?\[))\s?/?\s?)?"  # "[1977] 1999", "1977/1999"
_ORIGINAL_BEHIND = r"(?:\s?\[(?:1[4-9]|20)\d\d\])?"  # "1999 [1977]"
_IN_BRACKETS = re.compile(
    rf"[(\[](?:(?:c|ca|circa|©|published|publ)\.?\s?)?(?:{_DAY_BEFORE}{_ORIGINAL}\[?{_YEAR}\]?{_ORIGINAL_BEHIND}|{_UNDATED})"
    rf"(?!\s?[–-]\s?(?:1[4-9]|20)\d\d[)\]])(?P<more>(?:\s?[,;/–-]\s?|\s)[^()\[\]]{{0,40}})?[)\]]",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?:c|ca)\.\s?)?(?:{_ORIGINAL}{_YEAR}{_ORIGINAL_BEHIND}|{_UNDATED})(?=[\s.,;:)A-Z]|$)"
    rf"(?:,\s{MONTHS}\s\d{{1,2}}(?=[.,])|\s\((?:\d{{1,2}}\s)?{MONTHS}(?:\s\d{{1,2}})?\))?",
    re.IGNORECASE,
)
_AUTHOR_YEAR_GAP = re.compile(r"[\s.,:;]*")
_ANY = re.compile(r"(?<![\w.–/-])(?P<year>(?:1[4-9]|20)\d\d)(?P<suffix>[a-z])?(?![\w–/-])(?!\.\d)")
_FORTHCOMING = re.compile(undated("no date", "to come"), re.IGNORECASE)
_DAY = re.compile(rf"\b{MONTHS}\b\.?\s+\d{{1,2}}\b|\b\d{{1,2}}\.?\s+(?:de\s+)?{MONTHS}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Date:
    """A year with its letter, or the word that there is none; ``day`` tells that a day was named with it."""

    year: int | None
    suffix: str | None
    undated: bool
    day: bool
    start: int
    end: int


def date_at(text: str, pos: int) -> Date | None:
    """The date that stands at this place, in brackets or bare, behind marks and spaces.

    >>> date_at("Ray, A. (2017a, May 3). Tides.", 7).year
    2017
    """
    gap = _AUTHOR_YEAR_GAP.match(text, pos)
    start = gap.end() if gap else pos
    match = _IN_BRACKETS.match(text, start) or _BARE.match(text, start)
    return _date(match) if match else None


def bracketed_dates(text: str, end: int) -> list[Date]:
    """The dates in brackets before ``end``, in their order."""
    return [_date(match) for match in _IN_BRACKETS.finditer(text, 0, end)]


def any_date(text: str) -> Date | None:
    """The year that most likely is that of publication in a text that has no other: the last that stands alone."""
    found = list(_ANY.finditer(text))
    if found:
        last = found[-1]
        return Date(int(last["year"]), last["suffix"], False, bool(_DAY.search(text)), last.start(), last.end())
    if match := _FORTHCOMING.search(text):
        return Date(None, None, True, False, match.start(), match.end())
    return None


def names_a_day(text: str) -> bool:
    """Whether a text names a day of a month, as news and web pages do."""
    return bool(_DAY.search(text))


def _date(match: re.Match[str]) -> Date:
    found = match.groupdict()
    year = int(found["year"]) if found["year"] else None
    more = found.get("more") or ""
    suffix = found["suffix"] or found["undated_suffix"]
    day = bool(_DAY.search(more) or _DAY.search(match.group()))
    return Date(year, suffix.lower() if suffix else None, year is None, day, match.start(), match.end())
