"""The reference list: cut into entries, each read into its fields."""

from __future__ import annotations

from collections import Counter

from claimtrace.annotate.references.entries import Entry, entries
from claimtrace.annotate.references.note_works import works_in_notes
from claimtrace.annotate.references.parse import Fields, parse_entry
from claimtrace.model.document import Document
from claimtrace.model.identity import content_id
from claimtrace.model.reference import Author, Reference
from claimtrace.text.fold import fold


def find_references(document: Document) -> tuple[Reference, ...]:
    """The entries of the reference lists; without a list, the works that the notes give in full."""
    listed = [(entry, parse_entry(entry.raw)) for entry in entries(document)]
    references: list[Reference] = []
    given: set[tuple[str, str]] = set()
    seen: Counter[str] = Counter()
    authors: tuple[Author, ...] = ()
    for entry, fields in listed or works_in_notes(document):
        if not listed:
            work = (fold(fields.title or entry.raw), fold(fields.authors[0].name if fields.authors else ""))
            if work in given:
                continue  # given in full once more
            given.add(work)
        seen[entry.raw] += 1
        if not fields.same_authors:
            authors = fields.authors
        references.append(_reference(document, entry, fields, authors, seen[entry.raw]))
    return tuple(references)


def _reference(
    document: Document, entry: Entry, fields: Fields, authors: tuple[Author, ...], ordinal: int
) -> Reference:
    return Reference(
        id=content_id("reference", entry.raw, ordinal),
        raw=entry.raw,
        span=entry.span,
        page=document.text.page_of(entry.span.start),
        boxes=document.text.boxes(entry.span),
        label=entry.label,
        type=fields.type,
        authors=authors,
        authors_elided=fields.authors_elided,
        year=fields.year,
        suffix=fields.suffix,
        undated=fields.undated,
        title=fields.title,
        container=fields.container,
        publisher=fields.publisher,
        volume=fields.volume,
        issue=fields.issue,
        first_page=fields.first_page,
        last_page=fields.last_page,
        doi=fields.doi,
        arxiv=fields.arxiv,
        url=fields.url,
        acronym=fields.acronym,
        agreed=entry.agreed,
    )
