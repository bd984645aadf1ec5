"""Locators: the place in the cited work that a citation names."""

from __future__ import annotations

import re
from functools import cache

from claimtrace.knowledge.tables import several, table
from claimtrace.model.citation import Locator
from claimtrace.text.pages import expand_last

_NUMBER = r"(?:[A-Z]?\d[\d.,]*\d(?:\([a-z]\))?|\d(?:[a-e]\b|\([a-z]\))?|[ivxlcdm]{1,8}(?![a-z])|[A-Z]\d+)"
_RANGE = rf"(?P<first>{_NUMBER})(?:\s*(?:-|–|—|\bto\b)\s*(?P<last>{_NUMBER}))?(?:\s*ff?\.)?"
_MORE = rf"(?:\s*(?:,|\band\b|&)\s*{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?)*"
_PAGE = r"\d{1,5}[a-e]?|[ivxlc]{1,7}"
_BARE = re.compile(
    rf"(?P<first>{_PAGE})(?:n\d{{1,3}})?(?:\s*[-–—]\s*(?P<last>{_PAGE}))?(?:\s*ff?\.)?(?:\s*,\s*(?:{_PAGE})(?:\s*[-–]\s*(?:{_PAGE}))?)*(?![\w/%])"
)
_YEAR = re.compile(r"(?:19|20)\d\d[a-z]?$")


@cache
def _labelled() -> re.Pattern[str]:
    labels = "|".join(
        f"(?P<{row['label']}>{'|'.join(map(_either_case, several(row['forms'])))})" for row in table("locator_labels")
    )
    return re.compile(rf"(?:{labels})(?:\.|(?=[\s\d]))\s*{_RANGE}{_MORE}")


def _either_case(form: str) -> str:
    """A label as a pattern: "Chapter 3" is written as well as "chapter 3"; single letters are as they stand."""
    if len(form) > 1 and form[0].islower():
        return f"[{form[0].upper()}{form[0]}]{re.escape(form[1:])}"
    return re.escape(form)


def read_locator(text: str) -> Locator | None:
    """The locator with which a string begins, such as "p. 45", "pp. 12-14, 78", "§ 5", "ch. 2", "at 31"."""
    match = _labelled().match(text)
    if not match:
        return None
    label = next(row["label"] for row in table("locator_labels") if match[row["label"]])
    return _locator(label, match)


def read_bare_locator(text: str) -> Locator | None:
    """A page without its label: "45", "45-7", "xii"; never what may be a year."""
    match = _BARE.match(text)
    if not match or _YEAR.match(match["first"]):
        return None
    return _locator("page", match)


def _locator(label: str, match: re.Match[str]) -> Locator:
    first = match["first"].rstrip(".,")
    last = match["last"].rstrip(".,") if match["last"] else None
    if last:
        last = expand_last(first, last)
    return Locator(label, first, last, match.group().strip(" ,"))
