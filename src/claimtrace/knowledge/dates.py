"""Dates as papers print them of themselves, in the languages whose months are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile

from claimtrace.knowledge.months import months
from claimtrace.knowledge.tables import several, table

_REACH = 60  # characters between a word ("accepted") and its date
_LAST_MONTH = 12
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: to the day, to the month or of the year; ``event`` is what the words before it say of it.

    Of a date in figures that may be read in two ways ("03-12-2016"), ``either`` holds its two numbers, in order.
    """

    year: int
    month: int | None = None
    day: int | None = None
    event: str | None = None
    either: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    date: PrintedDate
    start: int
    end: int


def printed_dates(text: str) -> list[PrintedDate]:
    """The dates and years of a text, in order; years within addresses and longer numbers are none."""
    if not _YEAR.search(text):  # mostly
        return []
    found = [_Found(_date(match), match.start(), match.end()) for match in _pattern().finditer(text)]
    events = [_events(text, found[at - 1].end if at else 0, item.start) for at, item in enumerate(found)]
    return [
        PrintedDate(item.date.year, item.date.month, item.date.day, event, item.date.either)
        for item, event in zip(found, _shared_out(events), strict=True)
    ]


def with_order(dates: Sequence[PrintedDate]) -> list[PrintedDate]:
    """The dates of one paper, those in figures read in the order that others of them show ("13-10-2016")."""
    pairs = [dated.either for dated in dates if dated.either]
    day_first, month_first = any(pair[0] > _LAST_MONTH for pair in pairs), any(pair[1] > _LAST_MONTH for pair in pairs)
    return [_ordered(dated, day_first, month_first) if dated.either else dated for dated in dates]


def _ordered(dated: PrintedDate, day_first: bool, month_first: bool) -> PrintedDate:
    assert dated.either is not None
    one, other = dated.either
    known = day_first != month_first or one == other
    month, day = (one, other) if month_first else (other, one)
    return _checked(dated.year, month, day, dated.event) if known else PrintedDate(dated.year, event=dated.event)


def _date(match: re.Match[str]) -> PrintedDate:
    groups = {name.rstrip("0123456789"): text for name, text in match.groupdict().items() if text is not None}
    year = int(groups["year"])
    if "one" in groups:
        return PrintedDate(year, either=(int(groups["one"]), int(groups["other"])))
    month = months()[groups["name"].casefold()] if "name" in groups else int(groups.get("month", 0))
    return _checked(year, month, int(groups.get("day", 0)), None)


def _checked(year: int, month: int, day: int, event: str | None) -> PrintedDate:
    """The date, of the year only where there is no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return PrintedDate(year, event=event)
    return PrintedDate(year, month or None, day or None, event)


def _events(text: str, since: int, start: int) -> list[str]:
    return [str(match.lastgroup) for match in _words().finditer(text, max(since, start - _REACH), start)]


def _shared_out(events: Sequence[list[str]]) -> list[str | None]:
    """The event of each date; words in a row before as many dates in a row belong to them one by one."""
    said: list[str | None] = [words[-1] if words else None for words in events]
    for at, words in enumerate(events):
        wordless = len(list(takewhile(lambda later: not later, events[at + 1 :])))
        if len(words) == wordless + 1:
            said[at : at + len(words)] = words
    return said


@cache
def _words() -> re.Pattern[str]:
    kinds = (f"(?P<{row['kind']}>{'|'.join(several(row['patterns']))})" for row in table("date_words"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    year = _YEAR.pattern
    ending = r"(?:st|nd|rd|th|er|º|\.)?"
    forms = (
        rf"(?<![\w–/.-])(?P<day1>\d{{1,2}}){ending}[\s-]+(?:(?:day\s+)?(?:of|de|di)\s+)?"
        rf"(?P<name1>{names})\b\.?(?:,|\s+de|\s+of)?[\s-]+(?P<year1>{year})",
        rf"\b(?P<name2>{names})\b\.?\s+(?P<day2>\d{{1,2}}){ending}\s*,?\s+(?P<year2>{year})",
        rf"(?<![\w/.-])(?P<year3>{year}),?\s+(?P<name3>{names})\b\.?\s+(?P<day3>\d{{1,2}})(?![\w/-])",
        rf"\b(?:{names})\b\.?\s?(?:[-–/]|and|to|und|et|y)\s?(?:{names})\b\.?,?\s+(?:de\s+)?(?P<year4>{year})",
        rf"\b(?P<name5>{names})\b\.?(?:,|\s+de|\s+of)?\s+(?P<year5>{year})",
        rf"(?<![\w/.-])(?P<year6>{year})(?P<mark6>[-/.])(?P<month6>\d\d?)(?P=mark6)(?P<day6>\d\d?)(?![\w/-])",
        rf"(?<![\w/.-])(?P<one7>\d{{1,2}})(?P<mark7>[-/.])(?P<other7>\d{{1,2}})(?P=mark7)(?P<year7>{year})(?![\w/-])",
        rf"(?<![\w/.-])(?P<year8>{year})(?![\w/-])",
    )
    return re.compile("|".join(forms), re.IGNORECASE)
