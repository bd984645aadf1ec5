"""Pointers from the text to works: author-year, author-page, numeric, superscript, in notes."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.annotate.citations.author_page import author_page_pointers
from claimtrace.annotate.citations.author_year import author_year_pointers
from claimtrace.annotate.citations.index import ReferenceIndex
from claimtrace.annotate.citations.notes import note_pointers
from claimtrace.annotate.citations.numeric import numeric_pointers
from claimtrace.annotate.citations.pointer import Pointer, citation
from claimtrace.annotate.references.note_works import stand_in_notes
from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference

CITING = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.BLOCK_QUOTATION,
    BlockKind.CAPTION,
    BlockKind.SOURCE_LINE,
    BlockKind.TABLE,
    BlockKind.NOTE,
    BlockKind.HEADING,
    BlockKind.FIGURE,
)


_FEW = 3  # author-year pointers to listed works; a paper with more of them cites in no other way


def find_citations(
    document: Document, references: Sequence[Reference]
) -> tuple[tuple[Citation, ...], tuple[Reference, ...]]:
    """The citations of a paper, in text order, and the references with the acronyms that the text gives them.

    The paper's own way of citing is told by which of them reaches most of its reference list. Works that stand in notes
    alone are references only where the paper cites in notes: else its list stands elsewhere, as a chapter's does.
    """
    index = ReferenceIndex(references)
    index.learn_acronyms(document.text.string)
    unlisted = stand_in_notes(document, references)
    pointers = _pointers(document, index, unlisted)
    if references and unlisted and all(p.form is not CitationForm.NOTE for p in pointers):
        return find_citations(document, ())
    for pointer in pointers:
        if pointer.anchor is None:
            pointer.anchor = next((n.call for n in document.notes if n.call and n.span.covers(pointer.span)), None)
    return _citations(pointers), tuple(index.with_acronyms())


def _pointers(document: Document, index: ReferenceIndex, unlisted: bool) -> list[Pointer]:
    """The pointers of the way of citing that accounts for most of the list.

    Works that are ``unlisted``, given in notes alone, say nothing for the notes: there all author-year pointers count.
    """
    numeric = numeric_pointers(document, index.labels, CITING)
    named = list(author_year_pointers(document, index, CITING))
    sure = [p for p in named if p.names and index.has(p.names, p.year)]
    if numeric and len(numeric) >= len(sure):
        return numeric
    noted = note_pointers(document, index) if len(document.notes) > 2 else []
    rivals = named if unlisted else sure
    if len([p for p in noted if p.same_as is not None or (p.title and p.listed)]) > len(rivals):
        return [*noted, *(p for p in sure if not any(p.span.overlaps(other.span) for other in noted))]
    paged = list(author_page_pointers(document, index, CITING)) if len(sure) < _FEW else []
    return [*named, *paged] if sum(p.form is CitationForm.PARENTHETICAL for p in paged) > len(named) else named


def _citations(pointers: Sequence[Pointer]) -> tuple[Citation, ...]:
    """The pointers as citations in text order; "ibid." is bound to what it repeats before they are sorted."""
    found: list[Citation] = []
    rows: dict[Span, int] = {}
    for pointer in pointers:
        rows[pointer.span] = rows.get(pointer.span, 0) + 1
        same_as = found[pointer.same_as].id if pointer.same_as is not None else None
        found.append(citation(pointer, rows[pointer.span], same_as))
    return tuple(sorted(found, key=lambda c: c.span))


__all__ = ["CITING", "CitationForm", "find_citations"]
