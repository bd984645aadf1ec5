"""A paper with everything that was found out about it: the document and its layers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.citation import Citation, Link
from claimtrace.model.claim import Claim, Quotation, QuotationLink, Sentence
from claimtrace.model.document import Document
from claimtrace.model.duplicate import Duplicate
from claimtrace.model.entity import Entity, Relation
from claimtrace.model.reference import Reference


class CitationStyle(StrEnum):
    """How a paper cites."""

    AUTHOR_YEAR = "author-year"
    NUMERIC = "numeric"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document and its layers, each laid by one stage; a layer that no stage has laid is empty."""

    document: Document
    citation_style: CitationStyle | None = None
    sentences: tuple[Sentence, ...] = ()
    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quotation_links: tuple[QuotationLink, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
