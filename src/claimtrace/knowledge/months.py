"""The names of the months, and dates to the month as English sentences give them.

The names lie in ``months.tsv``; what reads dates asks here for the names that it may take for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from claimtrace.knowledge.tables import several, table


@cache
def months() -> dict[str, int]:
    """The number of each month by its names and abbreviations in every language that is known, in small letters."""
    return {name.casefold(): int(row["month"]) for row in table("months") if row["month"] for name in _names(row)}


@cache
def english_months() -> dict[str, int]:
    """The number of each month by its English name, written out."""
    rows = [row for row in table("months") if row["language"] == "en" and row["month"]]
    return {several(row["names"])[0]: int(row["month"]) for row in rows}


@cache
def seasons() -> str:
    """The seasons in English, as alternatives of a pattern."""
    rows = [row for row in table("months") if row["language"] == "en" and not row["month"]]
    return "|".join(name for row in rows for name in _names(row))


@cache
def date_told() -> str:
    """An expression for a date as a sentence tells it, its year in the group ``year``: "2015", "the end of May 2021".

    A year that only begins or ends a span is none: "2015-2017", "2015/16", "2015 and 2016".
    """
    share = r"(?:half|third|quarter|months?|weeks?|days?|part)"
    ordinal = r"(?:beginning|start|middle|end|turn|close|first|second|third|last|latter|opening|closing|early|final)"
    part = (
        rf"(?:the\s+)?(?:very\s+)?{ordinal}(?:\s+{share})?\s+of\s+(?:the\s+year\s+)?|(?:early|mid|late)[\s-]+(?:in\s+)?"
    )
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    days = rf"{day}(?:\s?[-–]\s?{day}|\s+(?:and|to|or)\s+{day})?"
    month = rf"(?:{'|'.join(english_months())})"
    months_ = rf"{month}(?:\s+(?:and|to|or)\s+{month}|[-–/]{month})?"
    in_month = rf"(?:the\s+)?(?:{days}\s+(?:of\s+)?)?{months_}(?:\s+{days})?,?\s+(?:of\s+)?"
    in_season = rf"(?:the\s+)?(?:{seasons()})(?:\s+of)?\s+"
    alone = r"(?![-–/]\d|\s?[-–]\s?\d{4}|\s+(?:and|or)\s+(?:1[5-9]|20)\d\d\b(?!\s+(?:[A-Z]|$)))"
    return rf"(?:{part})?(?:{in_season}|{in_month})?(?P<year>(?:1[5-9]|20)\d\d)\b{alone}"


@cache
def months_of_lists() -> str:
    """All that stands for a month or a season in reference lists, as one expression in small letters.

    In a list "set 2014" is a date though "set" is a word of its own.
    """
    rows = table("months")
    return _one_of({name.casefold() for row in rows for name in (*_names(row), *several(row["in_lists"]))})


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return several(row["names"])


def _one_of(words: Iterable[str]) -> str:
    """An expression for any of these words that looks at each letter once, however many words there are."""
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        behind[word[:1]].add(word[1:])
    ends = behind.pop("", None) is not None
    parts = [re.escape(first) + (_one_of(rest) if rest != {""} else "") for first, rest in sorted(behind.items())]
    whole = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{whole}?" if ends else whole
