"""The stages: what each needs, which layers it makes, and the room that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.paper import CitationStyle, Paper

Layers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the staircase.

    ``lay`` reads layers of a paper and gives new ones, by the names of Paper's fields; it never changes what it is
    given. The stages at both ends have none: :mod:`claimtrace.pipeline.running` reads, builds the graph, checks and
    reports.
    """

    name: str
    needs: tuple[str, ...]
    makes: tuple[str, ...]
    lay: Callable[[Paper], Layers] | None = None


def _sentences(paper: Paper) -> Layers:
    from claimtrace.annotate.sentences import sentences

    return {"sentences": tuple(sentences(paper.document))}


def _references(paper: Paper) -> Layers:
    from claimtrace.annotate.references import find_references

    return {"references": find_references(paper.document)}


def _citations(paper: Paper) -> Layers:
    from claimtrace.annotate.citations import find_citations

    citations, references = find_citations(paper.document, paper.references)
    return {"citations": citations, "references": references, "citation_style": _style(citations)}


def _style(citations: tuple[Citation, ...]) -> CitationStyle | None:
    """The way of citing that most pointers show."""
    if not citations:
        return None
    forms = [citation.form for citation in citations]
    if forms.count(CitationForm.NUMERIC) > len(forms) / 2:
        return CitationStyle.NUMERIC
    if forms.count(CitationForm.NOTE) > len(forms) / 2:
        return CitationStyle.NOTES
    return CitationStyle.AUTHOR_YEAR


def _links(paper: Paper) -> Layers:
    from claimtrace.link.references import link_citations

    return {"links": tuple(link_citations(paper.citations, paper.references))}


def _quotations(paper: Paper) -> Layers:
    from claimtrace.annotate.quotations import find_quotations
    from claimtrace.link.quotations import link_quotations

    quotations = tuple(find_quotations(paper.document))
    links = tuple(link_quotations(paper.document, paper.sentences, quotations, paper.citations))
    return {"quotations": quotations, "quotation_links": links}


def _entities(paper: Paper) -> Layers:
    from claimtrace.annotate.entities import find_entities
    from claimtrace.annotate.relations import find_relations

    entities = find_entities(paper.document, paper.citations, paper.sentences)
    return {"entities": entities, "relations": find_relations(paper.document, paper.sentences, entities)}


def _claims(paper: Paper) -> Layers:
    from claimtrace.annotate.claims import find_claims

    found = find_claims(paper.document, paper.sentences, paper.citations, paper.quotations, paper.entities)
    return {"claims": found}


def _duplicates(paper: Paper) -> Layers:
    from claimtrace.link.duplicates import find_duplicates

    found = find_duplicates(paper.document, paper.sentences, paper.citations, paper.quotations)
    return {"duplicates": found}


STAGES: tuple[Stage, ...] = (
    Stage("read", (), ("pages",)),
    Stage("structure", ("pages",), ("document",)),
    Stage("sentences", ("document",), ("sentences",), _sentences),
    Stage("references", ("document",), ("references",), _references),
    Stage("citations", ("document", "references"), ("citations",), _citations),
    Stage("links", ("citations", "references"), ("links",), _links),
    Stage("quotations", ("sentences", "citations"), ("quotations", "quotation_links"), _quotations),
    Stage("entities", ("sentences", "citations"), ("entities", "relations"), _entities),
    Stage("claims", ("sentences", "citations", "quotations", "entities"), ("claims",), _claims),
    Stage("duplicates", ("sentences", "citations", "quotations"), ("duplicates",), _duplicates),
    Stage("graph", ("document", "references", "citations", "links"), ("graph",)),
    Stage("checks", ("graph",), ("findings",)),
    Stage("reports", ("graph", "findings"), ("reports",)),
)
