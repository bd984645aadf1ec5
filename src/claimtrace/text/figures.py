"""Figures that a text gives, read as values: "over 150 companies", "$10 billion", "22 million", "two thirds"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from claimtrace.model.claim import Figure
from claimtrace.model.place import Span
from claimtrace.text.stems import stem

NumberWords = Mapping[str, Mapping[str, float]]

_DIGITS = r"\d{1,3}(?:[,\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SEPARATORS = {ord(mark): None for mark in ",\u202f\u2009"}
_MONEY = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_SHARE = "%"
_UNITS = {
    "%": _SHARE, "percentage points": _SHARE, "percentage point": _SHARE, "percent": _SHARE, "per cent": _SHARE,
    "dollars": "dollar", "dollar": "dollar", "euros": "euro", "euro": "euro", "pounds": "pound",
}  # fmt: skip
_LABELLED = re.compile(
    r"\b(?:tables?|figures?|figs?\.?|sections?|chapters?|pages?|pp?\.|parts?|steps?|articles?|arts?\.|rules?|notes?|no\.|"
    r"version|phase|appendix|equation|eq\.|hypothesis|resolution|regulation|directive|covid|unit|python|level|groups?|"
    r"type|grade|principles?|norms?|paragraphs?|para\.|item|question|model|sample|case|study|experiment|windows|days?|"
    r"weeks?|years?|months?|round|wave|cohort|module|lesson|lecture|theme|apt|act|chapter|line|class|stage|category)"
    r"[\s-]*$",
    re.IGNORECASE,
)
_STATISTIC = re.compile(r"[=<>±≤≥~^_*×·]\s*$|\b(?:p|n|r|t|f|df|ci|sd|se|m)\s*[(=]?\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|some|approximately|nearly|almost|roughly|circa|ca\.|close to)\s*$|~\s*$", re.I)
_OVER = re.compile(
    r"\b(?:over|more than|at least|exceed\w*|above|upwards of|no fewer than|no less than|beyond)\s*$", re.I
)
_UNDER = re.compile(r"\b(?:under|less than|fewer than|up to|at most|below|no more than|within)\s*$", re.I)
_NOT_PLAIN = re.compile(r"\s*(?:°|am\b|pm\b|[ap]\.m\.|o['’]clock)")
_WORD_BEFORE = re.compile(r"\b(\w+)\s*$")
_WORD_BEHIND = re.compile(r"\s+(\w+)")
_SHARE_GOES_ON = re.compile(  # "a third of it", but not "a third country"
    r"\s*(?:[,.;:)]|$|(?:of|more|less|fewer|as|to|in|from|after|since|between|over|within|during|by|and|or)\b)"
)
_RANGE_END = re.compile(rf"\s?[–-]\s?(?P<end>{_DIGITS})(?![\w/]|\.\d)")
_NEAR = 0.15  # what "about" may be off by
_COUNTED = re.compile(r"\s*-?\s*(?:of\s+)?(?:(?:the|all|its|their|our|his|her|these|those)\s+)*([^\W\d_][\w-]*)")
_MORE = re.compile(r"\s+([^\W\d_][\w-]*)")
_MOST_COUNTED = 3  # words
_ENDS_PHRASE = re.compile(
    r"(?:an?|and|are|as|at|be|been|but|by|can|did|do|for|from|had|ha[sv]e|if|in|into|is|it|may|no|not|of|on|or|out|over|"
    r"per|so|than|that|the|their|then|there|these|they|this|to|up|was|were|when|which|while|who|will|with|would)"
)


def figures(text: str, words: NumberWords) -> Iterator[Figure]:
    """The figures of a sentence, without years, dates, labels ("Table 3"), enumerators and statistics ("p = 0.02").

    Args:
        text: a sentence, its citations masked; the figures have their spans in it.
        words: the values of numbers in words by kind: "number" (two), "part" (thirds), "times" (million), and the
            months ("month").
    """
    at = 0
    for match in _pattern(*(tuple(words[kind]) for kind in ("number", "part", "times"))).finditer(text):
        if match.start() >= at and (found := _figure(text, match, words)) is not None:
            at = found.span.end
            yield found


@lru_cache(maxsize=4)
def _pattern(numbers: tuple[str, ...], parts: tuple[str, ...], times: tuple[str, ...]) -> re.Pattern[str]:
    named, shares, factors = (
        "|".join(sorted(map(re.escape, w), key=len, reverse=True)) for w in (numbers, parts, times)
    )
    units = "|".join(unit for unit in _UNITS if unit != _SHARE)
    return re.compile(
        rf"(?<![\w.§#/–-])(?P<money>US\$|[$€£¥])?\s?"
        rf"(?:(?P<number>{_DIGITS})(?![\d/:]|\.\d|(?:st|nd|rd|th)\b)|\b(?P<word>{named}|an?|half)\b(?![’'])(?:-(?P<ones>{named})\b)?)"
        rf"(?:[\s-](?P<part>{shares})\b)?(?:[\s-]?(?P<times>{factors})\b)?(?:[\s-]?(?P<unit>%|(?:{units})\b))?",
        re.IGNORECASE,
    )


def _figure(text: str, match: re.Match[str], words: NumberWords) -> Figure | None:
    before, after = text[: match.start()], text[match.end() :]
    word = (match["word"] or "").casefold()
    part, times = (match["part"] or "").casefold(), (match["times"] or "").casefold()
    printed = match["number"] or ""
    plain = not (part or times or match["unit"] or match["money"])
    if word in ("a", "an") and not (part or times):
        return None
    if word in ("a", "an") and part and not _SHARE_GOES_ON.match(after):
        return None
    if word == "half" and not re.match(r"\s+(?:of|the|its|their|all)\b", after):
        return None
    if (plain and _is_of_date(before, after, words["month"])) or _is_apart(printed, plain, before, after):
        return None
    value = (
        float(printed.translate(_SEPARATORS)) if printed else _in_words(word, (match["ones"] or "").casefold(), words)
    )
    value *= words["part"].get(part, 1.0) * words["times"].get(times, 1.0)
    unit = _MONEY.get((match["money"] or "").casefold()) or _UNITS.get((match["unit"] or "").casefold(), "")
    low, high = _around(value, printed, before, words["times"].get(times, 1.0))
    end = match.end()
    if printed and plain and (upper := _RANGE_END.match(text, end)):
        high, end = float(upper["end"].translate(_SEPARATORS)), upper.end()
    if part or word == "half":
        value, low, high, unit = 100 * value, 100 * value - 2, 100 * value + 2, _SHARE
    span = Span(match.start() + len(match.group()) - len(match.group().lstrip()), end)
    return Figure(text[span.start : end], span, value, low, high, unit, _counted(text[end:]))


def _in_words(word: str, ones: str, words: NumberWords) -> float:
    if word == "half":
        return 0.5
    value = 1.0 if word in ("a", "an") else words["number"][word]
    return value + words["number"].get(ones, 0.0)


def _is_of_date(before: str, after: str, months: Mapping[str, float]) -> bool:
    """Whether a number stands beside a month."""
    beside = (_WORD_BEFORE.search(before), _WORD_BEHIND.match(after))
    return any(word is not None and word.group(1) in months for word in beside)


def _is_apart(printed: str, plain: bool, before: str, after: str) -> bool:
    """Whether a number is a year, a time, a label, an enumerator or a statistic."""
    if _STATISTIC.search(before):
        return True
    if not plain:
        return False
    if _LABELLED.search(before) or _NOT_PLAIN.match(after):
        return True
    if before.endswith(("(", "[")) and after[:1] in (")", "]"):
        return True
    year = re.fullmatch(r"1[5-9]\d\d|20\d\d", printed)
    return bool(year) and not (
        re.match(r"\s+(?:[a-z]{3,}s|people)\b", after) and not re.search(r"\b(?:in|since|by)\s*$", before)
    )


def _around(value: float, printed: str, before: str, factor: float) -> tuple[float, float]:
    """What a figure may stand for: "over 20" for more, "about 20" for what is near, "22 million" for its roundings."""
    off = _rounding(printed, factor)
    if _OVER.search(before):
        return value - off, 2 * value
    if _UNDER.search(before):
        return 0.0, value + off
    if _ABOUT.search(before):
        off = max(off, _NEAR * value)
    return value - off, value + off


def _rounding(printed: str, factor: float) -> float:
    """Half of the last digit's worth; two zeros or more at the end of a number may be left by rounding."""
    if not printed:
        return 0.0
    digits = printed.translate(_SEPARATORS)
    if "." in digits:
        return float(0.5 * factor * math.pow(10, -len(digits.partition(".")[2])))
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros >= 2:
        return float(0.5 * factor * math.pow(10, zeros))
    return 0.5 * factor if factor > 1 else 0.0


def _counted(after: str) -> tuple[str, ...]:
    """The stems of the few words behind a figure, up to the end of their phrase."""
    found: list[str] = []
    match = _COUNTED.match(after)
    while match and len(found) < _MOST_COUNTED and not _ENDS_PHRASE.fullmatch(match.group(1).casefold()):
        found.append(stem(match.group(1).casefold()))
        match = _MORE.match(after, match.end())
    return tuple(found)
