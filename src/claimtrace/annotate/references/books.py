"""Works that stand for themselves: books, reports, theses, pages, films."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.annotate.references.containers import (
    before_place,
    begins_imprint,
    could_be_site,
    imprint_start,
    is_container,
    site_behind,
    without_day,
)
from claimtrace.annotate.references.editors import editors_end, editors_start
from claimtrace.annotate.references.imprint import (
    edition_within,
    is_capitalised,
    is_city,
    is_imprint,
    is_newspaper,
    is_place_and_publisher,
    is_proceedings,
    is_publisher,
    publisher_of,
    without_edition,
)
from claimtrace.annotate.references.organisations import title_like
from claimtrace.annotate.references.sentences import Stop, comma_pieces, stops
from claimtrace.annotate.references.vocabulary import LITTLE_WORDS, folded
from claimtrace.text.fold import fold
from claimtrace.text.letters import UPPER

_LAST_BRACKET = re.compile(
    r"\s\((?P<inside>[^()]*[^\W\d_][^()]*)\)?[\s.,]*(?P<behind>(?:pp?\.|S\.|vol|[\d(,]).*)?$", re.IGNORECASE
)
_PLACE_WITHIN = re.compile(rf"[{UPPER}][^:]*:\s[a-z]?[{UPPER}]")
_ACRONYM = re.compile(r"[A-Z&/-]+")
_YEAR_LAST = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?$")
_COLON = re.compile(r":\s+(?=\S)")
_SEMICOLON = re.compile(r"(?<=\S);\s")
_PUBLISHER_BEHIND = re.compile(rf"(?:^|;\s)[{UPPER}][^;:]{{1,60}}:\s")
_WORDS_OF_A_NAME = 5
_PUBLISHER_LAST = re.compile(rf",\s[{UPPER}][\w’'-]+(?:\s(?:(?:&|and|und|et)\s)?[{UPPER}][\w’'-]+){{0,3}}$")
_CITY_LAST = re.compile(rf",\s[{UPPER}][\w’'-]+(?:\s[{UPPER}]\w+)?$")


@dataclass(frozen=True, slots=True)
class Book:
    """Title, container and publisher; ``imprint`` is the words that publisher and year stand in."""

    title: str | None
    container: str | None
    publisher: str | None
    imprint: str = ""


def work_of_its_own(text: str, closing: str, in_container: bool = False) -> Book:
    """A book, report, page or film: its title, and who brought it out.

    Args:
        text: the entry behind its head, without numbers at its end.
        closing: how the head ended.
        in_container: whether what stands behind the title is rather a site or a journal than a publisher: there
            is a web address, or a full stop parts a year from it.

    >>> work_of_its_own("Tides and time. London: Sea Press", "period").publisher
    'Sea Press'
    """
    bracket = _LAST_BRACKET.search(text)
    if bracket and _holds_imprint(bracket["inside"]):
        title = text[: min(bracket.start(), editors_start(text))]
        return Book(without_edition(title), None, publisher_of(bracket["inside"]), bracket["inside"])
    title_end, start = _title_end(text, closing)
    if start == len(text) and in_container and (site := site_behind(text)):
        return Book(text[: site[0]], text[site[1] :], None)
    title, rest = text[:title_end], text[start:].lstrip(" .,;")
    first = rest[: next((stop.left for stop in stops(rest) if stop.strong), len(rest))]
    first = without_day(first.split("; ")[0].strip(" .,;"))
    if first and (fold(first) == fold(title) or is_container(first) or (in_container and could_be_site(first))):
        held_by = first[: imprint_start(first, len(first))] if is_proceedings(first) else first
        return Book(title, held_by, publisher_of(rest[len(held_by) :]), rest)
    return Book(title, None, publisher_of(rest), rest)


def _holds_imprint(inside: str) -> bool:
    """Whether a bracket holds publisher, place or year, not words that belong to the title."""
    if _PLACE_WITHIN.search(inside) or (is_publisher(inside) and not _ACRONYM.fullmatch(inside)):
        return True
    return ", " in inside and inside[0].isupper() and bool(_YEAR_LAST.search(inside) or is_city(inside))


def _title_end(text: str, closing: str) -> tuple[int, int]:
    """Where the title of a work ends and what follows it begins."""
    title_end, start = _said_twice(text) or _before_imprint(text, closing)
    edition = edition_within(text)
    if edition and edition[0] < title_end:
        title_end, start = edition
    editors = editors_start(text)
    if editors < title_end:
        title_end, start = editors, max(start, editors_end(text, editors))
    return title_end, start


def _said_twice(text: str) -> tuple[int, int] | None:
    """Where a title ends that stands again as its own container."""
    for stop in stops(text):
        if abs(len(text) - stop.right - stop.left) < 4 and fold(text[: stop.left]) == fold(text[stop.right :]):
            return stop.left, stop.right
    return None


def _before_imprint(text: str, closing: str) -> tuple[int, int]:
    marks = [stop for stop in stops(text) if stop.strong]
    if cut := _at_semicolon(text, marks):
        return cut
    if closing in ("comma", "none") and (placed := before_place(text)):
        return placed
    for stop in marks:
        if begins_imprint(text, stop, marks) and (stop.mark == "." or stop is marks[-1]):
            return stop.left, stop.right
    if marks and all(stop.mark != "." for stop in marks):
        return _behind_question(text, marks[-1])
    if marks:
        chosen = next((stop for stop in marks if stop.mark == "." and stop.left - marks[0].left < 200), marks[0])
        chosen = _behind_subtitle(text, chosen, marks)
        return chosen.left, chosen.right
    return _at_comma(text)


def _behind_subtitle(text: str, stop: Stop, marks: list[Stop]) -> Stop:
    """The stop behind a subtitle that an article begins, where but a word or two stand before it: "Tides. An essay"."""
    behind = [other for other in marks if other.left > stop.right]
    subtitle = text[stop.right : behind[0].left if behind else len(text)].split()
    if len(text[: stop.left].split()) > 2 or len(subtitle) < 2 or folded(subtitle[0]) not in LITTLE_WORDS:
        return stop
    return behind[0] if behind else Stop(len(text), len(text), True, ".")


def _behind_question(text: str, mark: Stop) -> tuple[int, int]:
    """The title's end where a question is all that a mark ends: "Who pays? Pilots and trust, Sea Press, Leeds"."""
    end, start = _at_comma(text[mark.right :])
    if mark.right + end < len(text):
        return mark.right + end, mark.right + start
    name = text[mark.right :]
    if is_capitalised(name) and len(name.split()) <= _WORDS_OF_A_NAME and not name.startswith(("A ", "An ")):
        return mark.left, mark.right
    return len(text), len(text)


def _at_semicolon(text: str, marks: list[Stop]) -> tuple[int, int] | None:
    """The title's end in styles that part it with a semicolon from "Publisher: Place"."""
    semicolon = _SEMICOLON.search(text)
    if not semicolon:
        return None
    behind = text[semicolon.end() :]
    before = [stop for stop in marks if stop.left < semicolon.start()]
    if not _PUBLISHER_BEHIND.search(behind) and (before or ";" in behind or len(behind) > 60):
        return None
    early = next((stop for stop in before if begins_imprint(text, stop, marks)), None)
    return (early.left, early.right) if early else semicolon.span()


def _at_comma(text: str) -> tuple[int, int]:
    """Where a title ends that nothing but a comma parts from its imprint."""
    pieces = comma_pieces(text)
    if colon := before_publisher(text):
        return colon
    for start, end in pieces[1:] if len(pieces) <= 4 else pieces[-3:]:
        piece = text[start:end].strip(" .")
        if not piece[:1].isupper() or not _behind_title(piece):
            continue
        comma = text.rfind(",", 0, start)
        if is_city(piece) and (named := _PUBLISHER_LAST.search(text[:comma])) and title_like(text[: named.start()]):
            return named.start(), named.start() + 2  # "On tides and time, Lamp House, Leeds"
        city = _CITY_LAST.search(text[:comma])
        placed = city and city.start() > 3 and (is_city(city.group()) or title_like(text[: city.start()]))
        return (city.start(), start) if city and placed else (comma, start)
    return len(text), len(text)


def before_publisher(text: str) -> tuple[int, int] | None:
    """Where a colon parts a title from its imprint: "On tides: Sea Press, Leeds", "On tides: Leeds: Sea Press"."""
    for colon in _COLON.finditer(text):
        behind = text[colon.end() :]
        name, _, place = behind.partition(", ")
        imprint = is_publisher(name) or is_city(place) or (is_city(name) and place)
        if is_place_and_publisher(behind) or (":" not in name and imprint):
            title, comma, city = text[: colon.start()].rpartition(", ")
            if comma and is_capitalised(city) and title_like(title):
                return len(title), len(title) + 2  # "On tides and time, Leeds: Sea Press"
            return colon.span() if is_capitalised(name) and title_like(text[: colon.start()]) else None
    return None


def _behind_title(piece: str) -> bool:
    told_by = (is_imprint, is_publisher, is_city, is_place_and_publisher, is_proceedings, is_newspaper)
    return any(tells(piece) for tells in told_by)
