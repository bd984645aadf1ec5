"""The fields of one entry of a reference list, in any citation style.

An entry is read from its outside in: identifiers are cut out, then its head is found (authors and, in half of all
styles, the year), then the run of numbers at its end; what is left between them is title and container.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimtrace.annotate.references.bodies import Body, read_body
from claimtrace.annotate.references.dates import any_date, names_a_day
from claimtrace.annotate.references.heads import Head, read_head
from claimtrace.annotate.references.identifiers import Identifiers, take_identifiers
from claimtrace.annotate.references.laws import Law, read_law
from claimtrace.annotate.references.numbering import Numbers
from claimtrace.annotate.references.prepare import prepare
from claimtrace.annotate.references.quotes import without_quotes
from claimtrace.annotate.references.work_types import Clues, type_of
from claimtrace.model.reference import Author
from claimtrace.text.fold import fold

_LONGEST_BODY = 1500  # characters behind the head; more is another entry that was not parted from this one


@dataclass(frozen=True, slots=True)
class Fields:
    """What an entry says; ``None`` where it does not."""

    type: str | None = None
    authors: tuple[Author, ...] = ()
    authors_elided: bool = False
    year: int | None = None
    suffix: str | None = None
    undated: bool = False
    title: str | None = None
    container: str | None = None
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    doi: str | None = None
    arxiv: str | None = None
    url: str | None = None
    acronym: str | None = None
    same_authors: bool = False


def parse_entry(raw: str) -> Fields:
    """Reads one entry.

    Args:
        raw: the entry on one line, with or without its label.

    Returns:
        Its fields, as they stand in the entry; only a last page that is printed short ("221-37") is given in full.

    >>> fields = parse_entry("[3] Ray, A., & Lee, C. (2001). On tides. Sea Research, 4(2), 11-19.")
    >>> fields.title, fields.container, fields.volume, fields.first_page
    ('On tides', 'Sea Research', '4', '11')
    """
    identifiers = take_identifiers(prepare(raw))
    text = identifiers.rest
    if law := read_law(text, named=True):
        return _fields(text, Head(0, "none"), _law_body(law), identifiers)
    head = read_head(text)
    if head.date and head.date_within:
        text = text[: head.date.start] + text[head.date.end :].lstrip(" .,;:")
    behind = text[head.end : head.end + _LONGEST_BODY]
    return _fields(text, head, _body(behind, head, identifiers), identifiers)


def _body(behind: str, head: Head, identifiers: Identifiers) -> Body:
    if law := read_law(behind, named=False):
        return _law_body(law)
    year = head.date.year if head.date else None
    by_day = bool(head.date and head.date.day)
    body = read_body(behind, head.closing, year, held=by_day or identifiers.url is not None)
    if head.authors and body.container and fold(body.container) == fold(head.authors[0].name):
        return replace(body, container=None, publisher=body.publisher or body.container)  # its author brought it out
    return body


def _law_body(law: Law) -> Body:
    numbers = Numbers(0, year=law.year).with_pages(law.pages)
    return Body(title=without_quotes(law.title) or None, numbers=numbers, law=True)


def _fields(text: str, head: Head, body: Body, identifiers: Identifiers) -> Fields:
    numbers = body.numbers
    year, suffix, undated = _when(text[head.end :], head, body)
    return Fields(
        type=type_of(_clues(text, head, body, identifiers)),
        authors=head.authors,
        authors_elided=head.elided,
        year=year,
        suffix=suffix,
        undated=undated,
        title=body.title,
        container=body.container,
        publisher=body.publisher,
        volume=numbers.volume,
        issue=numbers.issue,
        first_page=numbers.first_page,
        last_page=numbers.last_page,
        doi=identifiers.doi,
        arxiv=identifiers.arxiv,
        url=identifiers.url,
        acronym=head.acronym,
        same_authors=head.same_authors,
    )


def _when(behind: str, head: Head, body: Body) -> tuple[int | None, str | None, bool]:
    """Year, its letter, and whether the entry says that there is none."""
    if head.date:
        return head.date.year, head.date.suffix, head.date.undated
    if body.numbers.year:
        return body.numbers.year, body.numbers.suffix, False
    title = body.title or ""
    at = behind.find(title)
    date = any_date(behind[at + len(title) :] if at >= 0 else behind) or any_date(behind)
    return (date.year, date.suffix, date.undated) if date else (None, None, False)


def _clues(text: str, head: Head, body: Body, identifiers: Identifiers) -> Clues:
    return Clues(
        words=text,
        described=body.described,
        container=body.container or "",
        publisher=body.publisher or "",
        volume=body.numbers.volume is not None,
        paged=body.numbers.first_page is not None,
        placed=body.placed,
        part=body.part,
        law=body.law,
        doi=identifiers.doi is not None,
        arxiv=identifiers.arxiv is not None,
        url=identifiers.url or "",
        dated_by_day=bool(head.date and head.date.day) or names_a_day(text[-60:]),
        body_wrote=bool(head.authors and head.authors[0].literal),
    )
