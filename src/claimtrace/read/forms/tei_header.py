"""What the header of a TEI file says of the paper: its authors, its date, its DOI."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from claimtrace.model.dated import PaperDate
from claimtrace.model.reference import Author
from claimtrace.read.dating import stated_date
from claimtrace.read.forms.tree import children, first, name_of, plain
from claimtrace.read.own_doi import doi_among


def authors_in(element: etree._Element) -> Iterator[Author]:
    """The authors that an element of the header names, persons by their names' parts where these are told apart."""
    for author in children(element, "author"):
        name = first(author, "persName")
        name = name if name is not None else author
        family = " ".join(plain(part) for part in children(name, "surname"))
        if family:
            given = " ".join(plain(part) for part in children(name, "forename"))
            yield Author(family=family, given=given or None)
        elif name_of(name) == "author" and plain(author):
            yield from _named(plain(author))


def _named(text: str) -> Iterator[Author]:
    """An author given in plain words: "Signe Holm" or "Holm, Signe"."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and given:
        yield Author(family=family, given=given)
    elif " " in text:
        given, _, family = text.rpartition(" ")
        yield Author(family=family, given=given)
    else:
        yield Author(literal=text)


def date_of(described: etree._Element | None, structured: etree._Element | None) -> PaperDate | None:
    """The date of publication, by the ``fileDesc`` and the ``biblStruct`` of its source."""
    dates = [
        first(described, "publicationStmt", "date"),
        first(structured, "monogr", "imprint", "date"),
    ]
    for date in dates:
        if date is not None and (found := stated_date(date.get("when") or plain(date))):
            return found
    return None


def doi_in(described: etree._Element | None, structured: etree._Element | None) -> str | None:
    """The DOI of the paper, as its own ``biblStruct`` or its publication gives it."""
    published = first(described, "publicationStmt")
    holders = (first(structured, "analytic"), structured, published, first(structured, "monogr"))
    given = (element for holder in holders if holder is not None for element in children(holder, "idno"))
    dois = (doi_among([plain(element)]) for element in given if (element.get("type") or "").casefold() == "doi")
    return next(filter(None, dois), None)
