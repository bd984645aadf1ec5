"""The reference list: cut into entries, each read into its fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimtrace.annotate.citations.notes import pieces, reads_like_full_citation
from claimtrace.annotate.references.entries import Entry, entries
from claimtrace.annotate.references.parse import Fields, parse_entry
from claimtrace.model.document import Document
from claimtrace.model.identity import content_id
from claimtrace.model.reference import Author, Reference


def find_references(document: Document) -> tuple[Reference, ...]:
    """The entries of the reference lists; without a list, the works that the notes give in full."""
    found = list(entries(document)) or list(_from_notes(document))
    references: list[Reference] = []
    seen: Counter[str] = Counter()
    authors: tuple[Author, ...] = ()
    for entry in found:
        fields = parse_entry(entry.raw)
        seen[entry.raw] += 1
        if not fields.same_authors:
            authors = fields.authors
        references.append(_reference(document, entry, fields, authors, seen[entry.raw]))
    return tuple(references)


def _from_notes(document: Document) -> Iterator[Entry]:
    for note in document.notes:
        for piece in pieces(document, note.span):
            if reads_like_full_citation(piece.text):
                yield Entry(piece.span, piece.text, None)


def _reference(document: Document, entry: Entry, fields: Fields, authors: tuple[Author, ...], ordinal: int) -> Reference:
    return Reference(
        id=content_id("reference", entry.raw, ordinal),
        raw=entry.raw,
        span=entry.span,
        page=document.text.page_of(entry.span.start) or 1,
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
    )
