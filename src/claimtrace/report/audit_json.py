"""The audit as ``audit.json``: the names and conventions of docs/audit-format.md, checked by its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimtrace.model.citation import Citation, Link, Locator
from claimtrace.model.claim import Claim, Figure, Quotation
from claimtrace.model.document import Document, Table
from claimtrace.model.duplicate import Duplicate
from claimtrace.model.entity import Entity, Mention, Relation
from claimtrace.model.finding import Coverage, Finding
from claimtrace.model.paper import Paper
from claimtrace.model.place import Box, Span
from claimtrace.model.reference import Author, Reference
from claimtrace.model.text import Text

SCHEMA_VERSION = "1"
Json = dict[str, Any]


def audit_data(
    paper: Paper, findings: Sequence[Finding], coverage: Sequence[Coverage], generator: Mapping[str, Any]
) -> Json:
    """The audit as plain data: dicts, lists, strings, numbers; what is unknown is left out."""
    document = paper.document
    claim_of, quotation_of = _claims_by_citation(paper), _quotations_by_citation(paper)
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": dict(generator),
        "paper": _known(
            id=document.id,
            file=document.file,
            title=document.title,
            authors=[_author(author) for author in document.authors],
            year=document.year,
            date=document.date.iso if document.date else None,
            date_event=document.date.event if document.date else None,
            doi=document.doi,
            pages=len(document.pages) or None,
            language=document.language,
            citation_style=paper.citation_style,
        ),
        "text": document.text.string,
        "pages": _pages(document),
        "sections": [
            {"id": s.id, "title": s.title, "level": s.level, "page": s.page, "span": _span(s.span), "role": s.role}
            for s in document.sections
        ],
        "tables": [_table(table, paper.citations) for table in document.tables],
        "references": [_reference(reference) for reference in paper.references],
        "citations": [
            _citation(document, citation, link, claim_of.get(citation.id), quotation_of.get(citation.id))
            for citation, link in zip(paper.citations, paper.links, strict=True)
        ],
        "quotations": [
            _quotation(document.text, quotation, link.citation)
            for quotation, link in zip(paper.quotations, paper.quotation_links, strict=True)
        ],
        "claims": [_claim(document.text, claim) for claim in paper.claims],
        "entities": [_entity(document.text, entity) for entity in paper.entities],
        "relations": [_relation(document.text, relation, paper.claims) for relation in paper.relations],
        "duplicates": [_duplicate(document, duplicate) for duplicate in paper.duplicates],
        "findings": [_finding(document, finding) for finding in findings],
        "coverage": [_coverage(row) for row in coverage],
    }


def dumps(data: Json) -> str:
    """The data as JSON text: the same data give the same bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _known(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _box(box: Box) -> list[float]:
    return [box.page, box.x0, box.top, box.x1, box.bottom]


def _boxes(text: Text, span: Span) -> list[list[float]]:
    return [_box(box) for box in text.boxes(span)]


def _pages(document: Document) -> list[Json]:
    """The pages, each with the stretches of the text that stand on it."""
    trace = document.text.trace
    spans: dict[int, list[list[int]]] = {}
    last = None
    for start, end, page in zip(trace.starts, trace.ends, trace.pages, strict=True):
        if page == last:
            spans[page][-1][1] = end
        else:
            spans.setdefault(page, []).append([start, end])
        last = page
    return [
        {"page": p.number, "folio": p.folio, "width": p.width, "height": p.height, "spans": spans.get(p.number, [])}
        for p in document.pages
    ]


def _author(author: Author) -> Json:
    return _known(family=author.family, given=author.given, literal=author.literal)


def _table(table: Table, citations: Sequence[Citation]) -> Json:
    spans = [cell.span for row in table.rows for cell in row if cell.span]
    spans.extend(span for span in (table.source, table.caption_span) if span)
    inside = [c.id for c in citations if any(span.covers(c.span) for span in spans)]
    return _known(
        id=table.id,
        label=table.label,
        caption=table.caption,
        pages=list(table.pages) or None,
        columns=list(table.columns),
        rows=[[cell.text for cell in row] for row in table.rows],
        citations=inside,
    ) | {
        "spans": [[_span(cell.span) if cell.span else None for cell in row] for row in table.rows],
        "caption_span": _span(table.caption_span) if table.caption_span else None,
        "source_span": _span(table.source) if table.source else None,
    }


def _reference(reference: Reference) -> Json:
    return _known(
        id=reference.id,
        raw=reference.raw,
        page=reference.page,
        span=_span(reference.span),
        boxes=[_box(box) for box in reference.boxes],
        label=reference.label,
        type=reference.type,
        authors=[_author(author) for author in reference.authors],
        authors_elided=reference.authors_elided,
        year=reference.year,
        suffix=reference.suffix,
        undated=reference.undated,
        title=reference.title,
        container=reference.container,
        publisher=reference.publisher,
        volume=reference.volume,
        issue=reference.issue,
        first_page=reference.first_page,
        last_page=reference.last_page,
        doi=reference.doi,
        arxiv=reference.arxiv,
        url=reference.url,
    )


def _locator(locator: Locator | None) -> Json | None:
    if locator is None:
        return None
    return {"label": locator.label, "first": locator.first, "last": locator.last or locator.first, "text": locator.text}


def _citation(document: Document, citation: Citation, link: Link, claim: str | None, quotation: str | None) -> Json:
    page = document.text.page_of(citation.span.start)
    return {
        "id": citation.id,
        "text": citation.text,
        "form": citation.form,
        "page": page,
        "folio": document.folio(page),
        "span": _span(citation.span),
        "boxes": _boxes(document.text, citation.span),
        "reference": link.reference,
        "score": link.score if link.reference else None,
        "candidates": [{"reference": c.reference, "score": c.score} for c in link.candidates],
        "near": link.near,
        "why": link.why,
        "locator": _locator(citation.locator),
        "claim": claim,
        "quotation": quotation,
    }


def _claims_by_citation(paper: Paper) -> dict[str, str]:
    found: dict[str, str] = {}
    for claim in paper.claims:
        for citation in claim.citations:
            found.setdefault(citation, claim.id)
    return found


def _quotations_by_citation(paper: Paper) -> dict[str, str]:
    found: dict[str, str] = {}
    for link in paper.quotation_links:
        if link.citation:
            found.setdefault(link.citation, link.quotation)
    return found


def _quotation(text: Text, quotation: Quotation, citation: str | None) -> Json:
    return {
        "id": quotation.id,
        "text": quotation.text,
        "page": text.page_of(quotation.span.start),
        "span": _span(quotation.span),
        "set_off": quotation.set_off,
        "citation": citation,
    }


def _claim(text: Text, claim: Claim) -> Json:
    return {
        "id": claim.id,
        "text": claim.text,
        "page": text.page_of(claim.span.start),
        "span": _span(claim.span),
        "section": claim.section,
        "kinds": list(claim.kinds),
        "certainty": claim.certainty,
        "hedge": claim.hedge,
        "negated": claim.negated,
        "figures": [_figure(figure) for figure in claim.figures],
        "citations": list(claim.citations),
        "leans_on": list(claim.leans_on),
        "lean": claim.lean,
        "quotations": list(claim.quotations),
        "entities": list(claim.entities),
        "support": {"verdict": "unchecked", "why": "the cited works were not given"},
    }


def _figure(figure: Figure) -> Json:
    return {
        "text": figure.text,
        "span": _span(figure.span),
        "value": figure.value,
        "low": figure.low or None,
        "high": figure.high,
        "unit": figure.unit or None,
        "counted": list(figure.counted),
    }


def _entity(text: Text, entity: Entity) -> Json:
    identifiers = _known(iso3166=entity.iso3166 or entity.state, record=entity.record)
    return _known(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        identifiers=identifiers,
        year=entity.year,
        mentions=[_mention(text, mention) for mention in entity.mentions],
    )


def _mention(text: Text, mention: Mention) -> Json:
    page, year_at = text.page_of(mention.span.start), mention.year_at
    return _known(
        text=mention.text,
        page=page,
        span=_span(mention.span),
        year=mention.year,
        year_span=_span(year_at) if year_at else None,
        why=mention.why,
    )


def _relation(text: Text, relation: Relation, claims: Sequence[Claim]) -> Json:
    claim = next((c.id for c in claims if c.span.overlaps(relation.span)), None)
    return {
        "type": relation.type,
        "head": relation.head,
        "tail": relation.tail,
        "tail_text": relation.tail_text,
        "qualifier": relation.qualifier,
        "certainty": str(relation.certainty),
        "by": relation.by,
        "response": str(relation.response) if relation.response else None,
        "claim": claim,
        "table": relation.table,
        "page": text.page_of(relation.span.start),
        "span": _span(relation.span),
    }


def _duplicate(document: Document, duplicate: Duplicate) -> Json:
    return {
        "id": duplicate.id,
        "scope": "paper",
        "kind": duplicate.kind,
        "similarity": duplicate.similarity,
        "words": duplicate.words,
        "group": duplicate.group,
        "passages": [
            {
                "paper": document.id,
                "page": document.text.page_of(span.start),
                "end_page": document.text.page_of(span.end - 1),
                "span": _span(span),
                "text": document.text.at(span),
            }
            for span in (duplicate.first, duplicate.second)
        ],
    }


def _finding(document: Document, finding: Finding) -> Json:
    return {
        "id": finding.id,
        "check": finding.check,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "message": finding.message,
        "page": finding.page,
        "folio": document.folio(finding.page),
        "span": _span(finding.span) if finding.span else None,
        "quote": finding.quote or None,
        "boxes": [_box(box) for box in finding.boxes(document.text)],
        "citations": list(finding.citations),
        "references": list(finding.references),
        "claims": list(finding.claims),
        "duplicate": finding.duplicate,
        "cause": finding.cause,
        "decision": {"state": finding.decision.state, "reason": finding.decision.reason} if finding.decision else None,
        "evidence": [
            {"kind": e.kind, "text": e.text, "page": e.page, "paper": document.id if e.span else None}
            for e in finding.evidence
        ],
    }


def _coverage(row: Coverage) -> Json:
    return {
        "check": row.check,
        "state": row.state,
        "checked": row.checked,
        "abstained": row.abstained,
        "why": row.why,
    }
