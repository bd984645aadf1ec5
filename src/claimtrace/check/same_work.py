"""Whether two entries of a reference list are the same work, told by what both of them say."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold
from claimtrace.text.names import same_name
from claimtrace.text.pages import page_prefix, page_value

_SAME_NAME = 0.9
_ALIKE = 0.85  # containers
_SPELLED_ALIKE = 96  # titles
_LONG_TITLE = 30  # characters; shorter ones must be the same letter by letter
_FEW_WORDS = 4
_SUBTITLE = re.compile(r"[:?!.;–—]\s|\s[-–—]\s")
_EDITION = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s?(?:ed(?:ition|n)?\b|aufl)|\b(?:v|version)\.?\s?(\d[\d.]*)", re.I
)
_NUMERAL = re.compile(r"\d+|\b(?:i{1,3}|iv|vi{0,3}|ix|x)\b")
_PART = re.compile(r"\b(?:part|volume|vol|book|teil|band|tome|i{1,3}|iv|vi{0,3})\b")
_VERSIONS = ("preprint", "thesis")
_PREFIX = re.compile(r"10\.\d{4,9}/")


def same_work(one: Reference, other: Reference) -> str | None:
    """What two entries share that makes them one work, in words; ``None`` where they are two, or may be.

    Editions, parts and versions of a work, a preprint and what it became, are works of their own.
    """
    if _told_apart(one, other):
        return None
    title = _shared_title(one.title, other.title)
    if one.doi and other.doi:  # the same one, as they are not told apart by it
        alike = title or fuzz.token_set_ratio(fold(one.title or one.raw), fold(other.title or other.raw)) > 60
        return "the same DOI" if alike else None
    if not _same_first_author(one, other):
        return None
    placed = _same_place(one, other)
    if one.year != other.year and not placed and None not in (one.year, other.year):
        return None
    if title == "title" or (title and one.authors and one.year):
        return f"the same {title}, {'volume and page' if placed else 'author and year' if one.authors else 'and year'}"
    return "the same author, volume and page" if placed and one.authors and not (one.title or other.title) else None


def _told_apart(one: Reference, other: Reference) -> bool:
    """Whether a field that both entries give says that they are two works."""
    if one.doi and other.doi and all(_PREFIX.match(doi) for doi in (one.doi, other.doi)):
        if one.doi.casefold() != other.doi.casefold():
            return True
    elif one.url and other.url and _address(one.url) != _address(other.url):
        return True
    if one.arxiv and other.arxiv and one.arxiv != other.arxiv:
        return True
    for a, b in ((one.volume, other.volume), (one.issue, other.issue), (one.first_page, other.first_page)):
        if a and b and _number(a) != _number(b):
            return True
    if one.type != other.type and any(work.type in _VERSIONS for work in (one, other)):
        return True
    if one.suffix is None and other.suffix is None and one.undated != other.undated:
        return True
    return _edition(one) != _edition(other) or not _same_container(one.container, other.container)


def _shared_title(one: str | None, other: str | None) -> str | None:
    """What two titles share: the whole title, or the main one where only one of them has a subtitle."""
    a, b = fold(one or ""), fold(other or "")
    if not a or not b:
        return None
    same_numerals = _NUMERAL.findall(a) == _NUMERAL.findall(b)
    if a == b or (same_numerals and min(len(a), len(b)) >= _LONG_TITLE and fuzz.ratio(a, b) >= _SPELLED_ALIKE):
        return "title"
    short, long = sorted((one or "", other or ""), key=lambda title: len(fold(title)))
    head, whole = fold(short), fold(long)
    if not whole.startswith(f"{head} ") or _PART.search(whole[len(head) :]):
        return None
    return "main title" if fold(_SUBTITLE.split(long)[0]) == head or len(head.split()) >= _FEW_WORDS else None


def _same_first_author(one: Reference, other: Reference) -> bool:
    if not one.authors or not other.authors:
        return not one.authors and not other.authors
    a, b = one.authors[0], other.authors[0]
    given = (fold(a.given or "")[:1], fold(b.given or "")[:1])
    return same_name(a.name, b.name) >= _SAME_NAME and ("" in given or given[0] == given[1])


def _same_place(one: Reference, other: Reference) -> bool:
    """Whether both stand on the same page of the same volume; that they give others is ruled out before."""
    return all((one.volume, other.volume, one.first_page, other.first_page, one.container, other.container))


def _same_container(one: str | None, other: str | None) -> bool:
    """Whether two names may be those of one journal or book; the words of one may be shortened."""
    if not one or not other:
        return True
    a, b = fold(one), fold(other)
    if a == b or fuzz.ratio(a, b) / 100 >= _ALIKE:
        return True
    short, long = sorted((_telling(a), _telling(b)), key=len)
    return len(short) == len(long) and all(x.startswith(y) or y.startswith(x) for x, y in zip(short, long, strict=True))


def _telling(name: str) -> list[str]:
    return [word for word in name.split() if word not in {"of", "the", "and", "in", "for", "on", "de", "la", "der"}]


def _number(text: str) -> tuple[str, int | str]:
    value = page_value(text)
    return page_prefix(text), value if value is not None else fold(text)


def _edition(work: Reference) -> list[str]:
    return [a or b for a, b in _EDITION.findall(work.raw)]


def _address(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.casefold()).rstrip("/")
