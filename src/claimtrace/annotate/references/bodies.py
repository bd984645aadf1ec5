"""What follows the head: title, container, publisher, volume, issue, pages, and the year if it stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimtrace.annotate.references.books import Book, work_of_its_own
from claimtrace.annotate.references.containers import without_day, without_imprint
from claimtrace.annotate.references.dates import names_a_day
from claimtrace.annotate.references.descriptions import names_thesis, take_descriptions
from claimtrace.annotate.references.editors import mentions_editors
from claimtrace.annotate.references.imprint import (
    is_imprint,
    is_institution,
    is_newspaper,
    is_place_and_publisher,
    is_proceedings,
    is_publisher,
    publisher_of,
    without_edition,
)
from claimtrace.annotate.references.journals import journal_of_laws, title_and_journal, title_and_journal_of_laws
from claimtrace.annotate.references.numbering import NO_NUMBERS, Numbers, numbers_in
from claimtrace.annotate.references.pages import PAGES_LAST, loose_pages
from claimtrace.annotate.references.parts import holding_book, split_at_editors, split_at_in
from claimtrace.annotate.references.quotes import quoted_title, without_quotes
from claimtrace.annotate.references.sentences import outside_brackets, stops
from claimtrace.annotate.references.vocabulary import EDITORS, MONTHS
from claimtrace.text.fold import fold
from claimtrace.text.letters import UPPER

_IN_FIRST = re.compile(
    r"(?:(?:Pages?|[Pp]p?\.)\s?\w?\d+(?:\s?[–-]\s?\w?\d+)?,?\s)?(?:In|in|IN|Dans|dans|En|en|Em|em)\b\s?:?\s+(?=\S)"
)
_IN_ALONE = re.compile(rf"in\s(?=[{UPPER}])|In:\s")
_EDITED = re.compile(rf"\b(?:edited by|ed\. by|eds?\.)|\({EDITORS}\.?\)")
_JOURNAL = re.compile(r"(?:Journal|Zeitschrift|Revue|Revista|Rivista|Review|Annal)", re.IGNORECASE)
_EDITORS_OR_PAGES_LAST = re.compile(r"\s\([^()]*\b(?:Eds?|pp?|Vol|Trans|Hrsg)\.[^()]*\)\s*$")
_NOTE = re.compile(r"\s\((?=[^()]*\b(?:[Ee]ds?|Vols?|pp?|Trans|Bd|Aufl|S)\.)[^()]*\)[.,]?\s?")
_PROCEEDINGS_PIECE = re.compile(
    r"[.?!]\s(?:Proceedings|Proc\.|Actas|Actes|Tagungsband|\d{4} [A-Z]|\d+(?:st|nd|rd|th) )[^.]{10,}\.\s"
)
_PUBLISHER_AND_PLACE = re.compile(rf";\s[{UPPER}][^;:]{{1,70}}:\s[{UPPER}]")
_NUMBER_LAST = re.compile(r"[.,]\s\(?(?:Vol(?:ume)?|Bd|Band|No|Nr|N\.?[º°])\.?\s?\d{1,4}\)?[.,]?$")
_DAY_FIRST = re.compile(rf"\d{{1,2}}\.?\s{MONTHS}\b\.?,\s", re.IGNORECASE)  # "4 May, p. 30"
_PAGES_ALONE = re.compile(r"pp?\.\s?\w?\d+(?:\s?[–-]\s?\w?\d+)?\.?")
_YEAR_LAST = re.compile(r"\b((?:1[5-9]|20)\d\d)([a-z])?$")
_WORDS_OF_A_DAY = 24  # characters
_AROUND_NUMBERS = " ,;:("


@dataclass(frozen=True, slots=True)
class Body:
    """The parts behind the head, as they stand; ``described`` is what the entry says of the work's kind."""

    title: str | None = None
    container: str | None = None
    publisher: str | None = None
    numbers: Numbers = NO_NUMBERS
    described: str = ""
    placed: bool = False  # a place or a publisher stands behind the title
    part: bool = False  # stands in a book or in proceedings
    law: bool = False


def read_body(text: str, closing: str, year: int | None, held: bool = False) -> Body:
    """Reads what follows the head.

    Args:
        text: the entry behind its authors (and its year, if that stands there).
        closing: how the head ended: year, colon, comma, period, quote, none.
        year: the year, if the head gave it.
        held: whether the entry has a web address or a day: then a site or a newspaper may stand where else a
            publisher does.

    >>> read_body("On tides. J Sea Res 2001;4(2):11-19.", "period", None).container
    'J Sea Res'
    """
    text, described = take_descriptions(text)
    if quoted := quoted_title(text):
        body = replace(_behind_title(quoted[1], year), title=quoted[0])
        if again := _said_again(*quoted):
            body = replace(body, container=again, publisher=None)
    else:
        body = _unquoted(text, closing, year, held)
    title = without_edition(_EDITORS_OR_PAGES_LAST.sub("", without_quotes(body.title)))
    for last in (PAGES_LAST, _NUMBER_LAST):
        if numbered := last.search(title):
            title = title[: numbered.start()]
            body = replace(body, numbers=body.numbers.with_labels(numbered.group()))
    container = without_quotes(without_day(without_quotes(body.container)))
    if container and names_thesis(described) and not body.numbers.volume:
        body, container = replace(body, publisher=body.publisher or container), ""  # the university
    return replace(body, title=without_quotes(title) or None, container=container or None, described=described)


def _said_again(title: str, rest: str) -> str | None:
    """What stands behind a title if it begins with the title once more: the name of the whole that it is part of."""
    rest = rest.lstrip(" .,")
    whole = rest.partition(" (")[0].rstrip(" .,")
    if whole == rest.rstrip(" .,") and (numbers := numbers_in(rest, None)):
        whole = rest[: numbers.start].rstrip(_AROUND_NUMBERS)
    return whole if fold(title) and fold(whole).startswith(fold(title)) else None


def _behind_title(rest: str, year: int | None) -> Body:
    """What follows a title in quotation marks."""
    rest = _DAY_FIRST.sub("", rest.lstrip(" .,;:"))
    if inside := _IN_FIRST.match(rest):
        body = _part(rest[inside.end() :], year)
        return replace(body, numbers=body.numbers.with_labels(inside.group()))
    if _PAGES_ALONE.fullmatch(rest):
        return Body(numbers=NO_NUMBERS.with_labels(rest))
    if law := journal_of_laws(rest):
        return Body(container=law[0], numbers=law[1])
    numbers = numbers_in(rest, year)
    before = (rest[: numbers.start] if numbers else rest).strip(" ,;:.(")
    if _EDITED.search(before):
        return _part(rest, year)
    if numbers and numbers.of_a_journal:
        return Body(container=before, numbers=numbers, part=numbers.volume is None and is_proceedings(before))
    numbers = (numbers or NO_NUMBERS).with_labels(rest)
    if is_place_and_publisher(before) or (is_imprint(before.partition(",")[0]) and not is_newspaper(before)):
        return Body(publisher=publisher_of(before), numbers=numbers)
    stop = next((stop for stop in stops(before) if stop.strong), None)
    if stop:
        container, publisher = before[: stop.left], publisher_of(before[stop.right :])
    else:
        container, publisher = without_imprint(before)
    return Body(container=container, publisher=publisher, numbers=numbers, part=is_proceedings(container))


def _part(text: str, year: int | None) -> Body:
    """A part of a book or of proceedings, from behind "In"."""
    numbers = numbers_in(text, year) or NO_NUMBERS
    book = holding_book(text[: numbers.start] if numbers.of_a_journal else text)
    alone = book.publisher is None and not mentions_editors(text)
    of_a_journal = numbers.volume and (numbers.issue or alone or _JOURNAL.match(book.container or ""))
    numbers = numbers.with_labels(text).with_pages(loose_pages(text))
    return _of_book(book, numbers, part=not of_a_journal)


def _unquoted(text: str, closing: str, year: int | None, held: bool) -> Body:
    """Title and the rest where no quotation marks tell them apart."""
    if inside := _IN_ALONE.match(text):
        body = _part(text[inside.end() :], year)
        return replace(body, title=body.container, container=None, part=False)  # a part without a title of its own
    if law := title_and_journal_of_laws(text):
        return Body(*law[:2], numbers=law[2])
    if chapter := split_at_in(text, closing):
        return replace(_part(chapter[1], year), title=chapter[0])
    if note := _NOTE.search(text):
        return _noted(text, note, closing, year)
    if edited := split_at_editors(text):
        body = _part(edited[1], year)
        return replace(body, title=edited[0], container=edited[2] or body.container)
    numbers = numbers_in(text, year)
    return (numbers and _in_journal(text, closing, numbers)) or _standing_alone(text, closing, numbers, held)


def _noted(text: str, note: re.Match[str], closing: str, year: int | None) -> Body:
    """A book whose title is followed by a bracket with edition, volume or pages: "Tides (2nd ed., Vol. 3). Press"."""
    behind = text[note.end() :]
    book = work_of_its_own(f"{text[: note.start()].rstrip(' .,')}. {behind}", closing)
    numbers = numbers_in(behind, year)
    if numbers is None or numbers.of_a_journal:
        numbers = NO_NUMBERS
    return _of_book(book, numbers.with_labels(note.group()), part=False)


def _in_journal(text: str, closing: str, numbers: Numbers) -> Body | None:
    """Title and journal, if the numbers are a journal's."""
    if not numbers.of_a_journal or _PUBLISHER_AND_PLACE.search(text) or not outside_brackets(text, numbers.start):
        return None
    if numbers.volume is None and _PROCEEDINGS_PIECE.search(text, 0, numbers.start):
        return None
    split = title_and_journal(text[: numbers.start].rstrip(_AROUND_NUMBERS), closing)
    if not split:
        return None
    title, journal = split
    press = journal.partition(",")[0]
    if numbers.issue is None and numbers.first_page is None and is_publisher(press) and not is_institution(press):
        return None  # "Sea Press, Leeds (2010) 407"
    if numbers.volume is None:
        proceedings = is_proceedings(journal)
        ranged = numbers.last_page is not None and is_institution(journal)  # "Sea Research 1976, 191–221"
        if not proceedings and (is_place_and_publisher(journal) or (is_publisher(journal) and not ranged)):
            return None
        return Body(title=title, container=journal, numbers=numbers, part=proceedings)
    return Body(title=title, container=journal, numbers=numbers)


def _standing_alone(text: str, closing: str, numbers: Numbers | None, held: bool) -> Body:
    """A work of its own, its publisher or site behind its title."""
    whole = numbers is None or not outside_brackets(text, numbers.start)
    body_text = text if whole or numbers is None else text[: numbers.start]
    stop_before_year = numbers is not None and not numbers.of_a_journal and body_text.rstrip().endswith(".")
    held = held or stop_before_year or names_a_day(text[-_WORDS_OF_A_DAY:])
    book = work_of_its_own(body_text, closing, held)
    if numbers and not outside_brackets(text, numbers.start):
        numbers = replace(numbers, volume=None, issue=None)  # "(Sea Press, 2013), 45": the page that is cited
    numbers = numbers or NO_NUMBERS
    if numbers.year is None and (year := _YEAR_LAST.search(book.imprint)):
        numbers = replace(numbers, year=int(year[1]), suffix=year[2])
    numbers = numbers.with_labels(text)
    if is_proceedings(book.container or ""):
        numbers = numbers.with_pages(loose_pages(text))
    return _of_book(book, numbers, part=False)


def _of_book(book: Book, numbers: Numbers, *, part: bool) -> Body:
    placed = bool(book.imprint.strip(" .,;()"))
    return Body(book.title, book.container, book.publisher, numbers, placed=placed, part=part)
