"""The head of an entry: who wrote it, and when, if the year stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.annotate.references.dates import Date, bracketed_dates, date_at
from claimtrace.annotate.references.name_forms import PARTICLE, looks_like_organisation
from claimtrace.annotate.references.names import (
    NameList,
    closed_list,
    editor_mark_at,
    open_list,
    without_editor_mark,
)
from claimtrace.annotate.references.organisations import inner_stop, is_one_name, literal, names_body, title_like
from claimtrace.annotate.references.sentences import Stop, stops
from claimtrace.model.reference import Author
from claimtrace.text.letters import UPPER

_SAME = re.compile(
    r"(?:[—–_]+|-{2,}|―+|(?:[Dd]ers|[Dd]ies|[Ii]d)\.|(?:[Dd]ers|[Dd]ies)elbe|[Ii]dem\b|[Ee]adem\b)[\s.,:]*"
)
_QUOTE = re.compile(r"(?:^|[\s.,:)(\]])(?P<quote>[\"“«„]|[‘'](?=[^\W_]))")
_BARE_YEAR = re.compile(r"[.,]?\s(?=(?:19|20)\d\d[a-z]?(?:[.,:]\s|\s[A-Z]))")
_LAST_YEAR = re.compile(r"[\s.,;(\[]+(?=[(\[]?(?:1[4-9]|20)\d\d|[(\[]?n\.\s?d)")
_SURNAME = re.compile(rf"(?:{PARTICLE}\s){{0,3}}[{UPPER}][^\W\d_]*(?:[-’' ][^\W\d_]+)?")
_WORD = rf"[{UPPER}][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_NAMED = rf"(?:{PARTICLE}\s){{0,3}}{_WORD}(?:\s{_WORD})?"
_SURNAMES = re.compile(rf"({_NAMED}(?:/{_NAMED})+),\s")  # "Ray/de Lee, "
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NUMBERS_FIRST = re.compile(r"\d+[\s,:(–-]+\d|pp?\.\s?\d")
_COLON = re.compile(r"\s?:\s(?![^(]*\))")  # not that of a place: "(Leeds: Lamp House, 2016)"
_COMMA = re.compile(r"[,;]\s*")
_TITLE_BEGINS = re.compile(r",\s(?:The|An?)\s")  # "Harbour Institute, The Year of Tides: ..."
_DIGIT = re.compile(r"\d")
_MARKS = " .,:;)"
_LONGEST_ZONE = 2500


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the title; ``closing`` is how it ends: year, colon, comma, period, quote or none."""

    end: int
    closing: str
    authors: tuple[Author, ...] = ()
    elided: bool = False
    date: Date | None = None
    edited: bool = False
    same_authors: bool = False
    date_within: bool = False  # the date parts a title without authors from the rest
    acronym: str | None = None


@dataclass(frozen=True, slots=True)
class _Authors:
    names: tuple[Author, ...]
    elided: bool = False
    edited: bool = False
    acronym: str | None = None


def read_head(text: str) -> Head:
    """Reads the authors (people, bodies, editors) and the year behind them.

    >>> read_head("Ray, A. & Lee, C. (2001). On tides.").end
    26
    """
    if same := _SAME.match(text):
        return _after_same(text, same.end())
    return _quoted(text) or _dated(text) or _people(text) or _year_first(text) or _organisation(text) or Head(0, "none")


def _after_same(text: str, pos: int) -> Head:
    mark = editor_mark_at(text, pos)
    date = date_at(text, mark)
    if date and date.start - mark < 6:
        return Head(_past_marks(text, date.end), "year", date=date, same_authors=True)
    return Head(_past_marks(text, pos), "period", same_authors=True)


def _quoted(text: str) -> Head | None:
    """Everything before a title in quotation marks."""
    match = _QUOTE.search(text, 0, _LONGEST_ZONE)
    if not match:
        return None
    start = match.start("quote")
    zone = text[:start].rstrip(" (")
    if not zone:
        return Head(0, "quote")
    date = _date_at_end(zone)
    if not date and zone[-1] not in ".,:;)":
        return None
    who = _authors_of(zone[: date.start] if date else zone)
    if who is None:
        return None
    return Head(start, "quote", who.names, who.elided, date, who.edited, acronym=who.acronym)


def _date_at_end(zone: str) -> Date | None:
    dates = bracketed_dates(zone, len(zone))
    if dates and not zone[dates[-1].end :].strip(_MARKS):
        return dates[-1]
    for match in _LAST_YEAR.finditer(zone, max(0, len(zone) - 40)):
        date = date_at(zone, match.start())
        if date and not zone[date.end :].strip(_MARKS):
            return date
    return None


def _dated(text: str) -> Head | None:
    """Everything before a year in brackets, if it reads like names; a title that stands there alone is no head."""
    for date in bracketed_dates(text, _LONGEST_ZONE):
        if not _title_follows(text, date.end):
            continue
        end = _past_marks(text, date.end)
        zone = text[: date.start].strip()
        if not zone:
            return Head(end, "year", date=date)
        who = _authors_of(zone)
        if who:
            return Head(end, "year", who.names, who.elided, date, who.edited, acronym=who.acronym)
        titled = zone.endswith((".", "?", "!", "]")) and len(zone) < 300 and open_list(text) is None
        return Head(0, "none", date=date, date_within=True) if titled else None
    return None


def _people(text: str) -> Head | None:
    """Names whose list tells itself where it ends."""
    names = open_list(text)
    if not names:
        return None
    end = editor_mark_at(text, names.end)
    edited = end != names.end
    date = date_at(text, end)
    if date and date.start - end < 5 and (_title_follows(text, date.end) or date.undated):
        return Head(_past_marks(text, date.end), "year", names.authors, names.elided, date, edited)
    closing = _closing(text, end)
    if closing == "none" or not _credible(names, closing, text[end:]):
        return None
    return Head(_past_marks(text, end), closing, names.authors, names.elided, None, edited)


def _credible(names: NameList, closing: str, behind: str) -> bool:
    """Whether words that could be names are names, in a list that ends this way."""
    if closing == "comma" and names.form == "inverted-full":
        title = re.split(r"[,.:]", behind[1:], maxsplit=1)[0]
        return names.elided or len(title.split()) >= 3 or not inner_stop(behind)
    if closing == "period" and names.form == "full" and len(names.authors) == 1:
        return inner_stop(behind)
    return True


def _year_first(text: str) -> Head | None:
    """A year at the very start, as where a list by year leaves an author out."""
    date = date_at(text, 0)
    if date and date.start == 0 and text[date.end : date.end + 2] == ". ":
        return Head(_past_marks(text, date.end), "year", date=date)
    return None


def _organisation(text: str) -> Head | None:
    """A body, or a single name, that ends with a year, a full stop, a colon or a comma."""
    marks = stops(text)
    first = next((stop for stop in marks if stop.strong), None)
    head = _dated_organisation(text)
    if head is None and first and first.mark == ".":
        head = _before_stop(text, first, several=sum(stop.strong for stop in marks) > 1)
    if head is None:
        head = _before_colon_or_comma(text[: first.left] if first else text, parted=first is not None)
    return head


def _dated_organisation(text: str) -> Head | None:
    """A body with a bare year behind it: "Harbour Board 2020, Guidance"."""
    match = _BARE_YEAR.search(text, 0, 160)
    if not match:
        return None
    who = text[: match.start()].strip(" ,.")
    date = date_at(text, match.start())
    if not date or not names_body(who) or not is_one_name(who):
        return None
    author, acronym = literal(who)
    return Head(_past_marks(text, date.end), "year", (author,), date=date, acronym=acronym)


def _before_stop(text: str, stop: Stop, *, several: bool) -> Head | None:
    who = text[: stop.left]
    date = date_at(text, stop.left)
    author, acronym = literal(who)
    if date and date.start - stop.left < 4 and _title_follows(text, date.end) and not title_like(who):
        return Head(_past_marks(text, date.end), "year", (author,), date=date, acronym=acronym)
    bodies = [part.strip() for part in who.split(";")]
    if len(bodies) > 1 and all(names_body(body) for body in bodies):
        return Head(stop.right, "period", tuple(Author(literal=body) for body in bodies))
    if (names_body(who) and is_one_name(who)) or (several and len(who.split()) == 1):
        return Head(stop.right, "period", (author,), acronym=acronym)
    return None


def _before_colon_or_comma(zone: str, *, parted: bool) -> Head | None:
    colon = _COLON.search(zone)
    if colon and names_body(zone[: colon.start()], words=10) and not _TITLE_BEGINS.search(zone, 0, colon.start()):
        author, acronym = literal(zone[: colon.start()])
        return Head(colon.end(), "colon", (author,), acronym=acronym)
    if surnames := _SURNAMES.match(zone):
        return Head(surnames.end(), "comma", tuple(Author(family=name) for name in surnames[1].split("/")))
    comma = _COMMA.search(zone)
    if not comma or comma.start() < 2:
        return None
    who = zone[: comma.start()]
    if names_body(who, words=10) or (parted and who.isalnum() and who[0].islower()):
        author, acronym = literal(who)
        return Head(comma.end(), "comma", (author,), acronym=acronym)
    return None


def _authors_of(zone: str) -> _Authors | None:
    """The authors of a text that should hold nothing else; ``None`` where it does not read like that."""
    zone, edited = without_editor_mark(zone.strip(" ,;:"))
    zone = zone.strip(" ,;:(")
    bare = zone.rstrip(".")
    words = bare.split()
    if not words:
        return None
    body = looks_like_organisation(zone)
    names = closed_list(zone)
    author, acronym = literal(bare)
    called = names_body(bare) or (body and not title_like(bare) and len(words) <= 16)
    if called and names.fit < 0.5 and not inner_stop(bare):
        return _Authors((author,), edited=edited, acronym=acronym)
    if len(names.authors) > 1 and any(_is_no_name(name.literal) for name in names.authors if name.literal):
        return None
    if names.fit >= 0.6 or (len(names.authors) >= 4 and names.fit >= 0.4):
        return _Authors(names.authors, names.elided, edited)
    if title_like(bare) or len(words) > 12 or inner_stop(zone):
        return None
    if "," in zone and any(name.family for name in names.authors):
        return _Authors(names.authors, names.elided, edited)
    if len(words) > 4 and not body and sum(word[0].islower() for word in words) > len(words) / 2:
        return None
    if len(names.authors) == 1 and names.elided:
        return _Authors(names.authors, True, edited)
    if len(names.authors) > 1 and not body and all(_SURNAME.fullmatch(name.name) for name in names.authors):
        return _Authors(tuple(Author(family=name.name) for name in names.authors), names.elided, edited)
    return _Authors((author,), names.elided, edited, acronym)


def _is_no_name(literal: str) -> bool:
    """Whether what stands among names is a title or a journal."""
    titled = title_like(literal) and len(literal.split()) >= 4 and not looks_like_organisation(literal)
    return titled or bool(_DIGIT.search(literal))


def _title_follows(text: str, pos: int) -> bool:
    """Whether words stand behind a year, not only numbers and a publisher's name in brackets."""
    rest = text[pos : pos + 120].lstrip(_MARKS)
    return bool(_WORDS.search(rest)) and not _NUMBERS_FIRST.match(rest)


def _closing(text: str, end: int) -> str:
    rest = text[end : end + 6].lstrip()
    named = {":": "colon", ".": "period", "?": "period", ",": "comma", ";": "comma"}.get(rest[:1])
    if named:
        return named
    return "period" if not rest or rest.startswith("in ") or text[end - 1] in ".)" else "none"


def _past_marks(text: str, pos: int) -> int:
    while pos < len(text) and text[pos] in _MARKS:
        pos += 1
    return pos
