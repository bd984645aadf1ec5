"""The reference list: cut into entries, each read into its fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from claimtrace.annotate.references.entries import Entry, entries
from claimtrace.annotate.references.note_works import full_citation, pieces
from claimtrace.annotate.references.parse import Fields, parse_entry
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.model.reference import Author, Reference
from claimtrace.text.fold import fold


def find_references(document: Document) -> tuple[Reference, ...]:
    """The entries of the reference lists; without a list, the works that the notes give in full."""
    listed = list(entries(document))
    found = listed or list(_from_notes(document))
    references: list[Reference] = []
    given: set[tuple[str, str]] = set()
    seen: Counter[str] = Counter()
    authors: tuple[Author, ...] = ()
    for entry in found:
        fields = parse_entry(entry.raw)
        if not listed:  # the page at the end of a note is the one cited, not the first of the work
            fields = replace(fields, first_page=None, last_page=None)
            work = (fold(fields.title or entry.raw), fold(fields.authors[0].name if fields.authors else ""))
            if work in given:
                continue  # given in full once more
            given.add(work)
        seen[entry.raw] += 1
        if not fields.same_authors:
            authors = fields.authors
        references.append(_reference(document, entry, fields, authors, seen[entry.raw]))
    return tuple(references)


def _from_notes(document: Document) -> Iterator[Entry]:
    spans = [note.span for note in document.notes]
    spans.extend(block.span for block in document.blocks_of(BlockKind.SOURCE_LINE))
    for span in spans:
        for piece in pieces(document, span):
            start = full_citation(piece.text)
            if start is not None:
                raw = piece.text[start:]
                yield Entry(Span(piece.span.end - len(raw), piece.span.end), raw, None)


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
