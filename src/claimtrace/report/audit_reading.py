"""``audit.json`` read back into the nouns it was written from: the paper with its layers, and the findings.

What only reading the paper's own file can tell is not in it: lines, blocks, notes, and where on its page a word stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claimtrace.model.citation import Candidate, Citation, CitationForm, Link, Locator
from claimtrace.model.claim import Certainty, Claim, ClaimKind, Figure, Quotation, QuotationLink
from claimtrace.model.dated import DateEvent, PaperDate, date_from
from claimtrace.model.decision import Decision, DecisionState
from claimtrace.model.document import Cell, Document, Page, Section, SectionRole, Table
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.entity import Entity, EntityType, Mention, Relation, RelationCertainty, RelationType, ResponseKind
from claimtrace.model.finding import Evidence, Finding, Severity, Verdict
from claimtrace.model.paper import CitationStyle, Paper
from claimtrace.model.place import Box, Span
from claimtrace.model.reference import Author, Reference
from claimtrace.model.text import Text, Trace

Json = Mapping[str, Any]


def read_paper(data: Json) -> Paper:
    """The paper of an audit.

    Args:
        data: what ``audit.json`` holds.

    Raises:
        KeyError, TypeError, ValueError: it is no audit, or one of another version.
    """
    style = data["paper"].get("citation_style")
    return Paper(
        _document(data),
        citation_style=CitationStyle(style) if style else None,
        references=tuple(_reference(row) for row in data["references"]),
        citations=tuple(_citation(row) for row in data["citations"]),
        links=tuple(_link(row) for row in data["citations"]),
        quotations=tuple(
            Quotation(row["id"], row["text"], Span(*row["span"]), row["set_off"]) for row in data["quotations"]
        ),
        quotation_links=tuple(QuotationLink(row["id"], row["citation"]) for row in data["quotations"]),
        entities=tuple(_entity(row) for row in data["entities"]),
        relations=tuple(_relation(row) for row in data["relations"]),
        claims=tuple(_claim(row) for row in data["claims"]),
        duplicates=tuple(_duplicate(row) for row in data["duplicates"]),
    )


def read_findings(data: Json) -> tuple[Finding, ...]:
    """The findings of an audit; see :func:`read_paper`."""
    return tuple(
        Finding(
            id=row["id"],
            check=row["check"],
            severity=Severity(row["severity"]),
            verdict=Verdict(row["verdict"]),
            message=row["message"],
            page=row["page"],
            span=_span(row["span"]),
            quote=row["quote"] or "",
            evidence=tuple(Evidence(e["kind"], e["text"], e["page"]) for e in row["evidence"]),
            citations=tuple(row["citations"]),
            references=tuple(row["references"]),
            claims=tuple(row["claims"]),
            duplicate=row["duplicate"],
            cause=row["cause"],
            places=() if row["span"] else _boxes(row["boxes"]),
            decision=_decision(row),
        )
        for row in data["findings"]
    )


def _decision(row: Json) -> Decision | None:
    decided = row["decision"]
    if decided is None:
        return None
    return Decision(DecisionState(decided["state"]), decided["reason"])


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _boxes(rows: Iterable[list[float]]) -> tuple[Box, ...]:
    return tuple(Box(int(page), *edges) for page, *edges in rows)


def _authors(rows: Iterable[Json]) -> tuple[Author, ...]:
    return tuple(Author(**row) for row in rows)


def _document(data: Json) -> Document:
    paper = data["paper"]
    return Document(
        id=paper["id"],
        file=paper["file"],
        title=paper.get("title"),
        authors=_authors(paper["authors"]),
        date=_date(paper),
        language=paper.get("language"),
        text=Text(data["text"], _trace(data["pages"])),
        pages=tuple(Page(row["page"], row["folio"], row["width"], row["height"]) for row in data["pages"]),
        lines=(),
        blocks=(),
        sections=tuple(_section(row) for row in data["sections"]),
        notes=(),
        tables=tuple(_table(row) for row in data["tables"]),
        furniture=(),
        doi=paper.get("doi"),
    )


def _date(paper: Json) -> PaperDate | None:
    return date_from(paper["date"], DateEvent(paper["date_event"])) if "date" in paper else None


def _trace(pages: Iterable[Json]) -> Trace:
    """Which stretch of the text stands on which page; the nearest place known of a word is its whole page."""
    trace = Trace()
    runs = [
        (Span(*span), Box(row["page"], 0, 0, row["width"], row["height"])) for row in pages for span in row["spans"]
    ]
    for span, box in sorted(runs):
        trace.append(span, box)
    return trace


def _section(row: Json) -> Section:
    role = SectionRole(row["role"])
    return Section(row["id"], row["title"], row["level"], row["page"], Span(*row["span"]), role)


def _table(row: Json) -> Table:
    rows = zip(row["rows"], row["spans"], strict=True)
    return Table(
        id=row["id"],
        label=row.get("label"),
        caption=row.get("caption"),
        pages=tuple(row.get("pages", ())),
        columns=tuple(row["columns"]),
        rows=tuple(tuple(map(_cell, texts, spans)) for texts, spans in rows),
        caption_span=_span(row["caption_span"]),
        source=_span(row["source_span"]),
    )


def _cell(text: str, span: list[int] | None) -> Cell:
    return Cell(text, _span(span))


def _reference(row: Json) -> Reference:
    known = {**row, "span": Span(*row["span"]), "boxes": _boxes(row["boxes"]), "authors": _authors(row["authors"])}
    return Reference(**{"page": None} | known)


def _citation(row: Json) -> Citation:
    span = Span(*row["span"])
    locator = Locator(**row["locator"]) if row["locator"] else None
    return Citation(row["id"], CitationForm(row["form"]), row["text"], span, span, locator=locator)


def _link(row: Json) -> Link:
    candidates = tuple(Candidate(**candidate) for candidate in row["candidates"])
    return Link(row["id"], row["reference"], row["score"] or 0.0, candidates, row["near"], row["why"])


def _claim(row: Json) -> Claim:
    return Claim(
        id=row["id"],
        text=row["text"],
        span=Span(*row["span"]),
        section=row["section"],
        kinds=tuple(ClaimKind(kind) for kind in row["kinds"]),
        certainty=Certainty(row["certainty"]),
        citations=tuple(row["citations"]),
        leans_on=tuple(row["leans_on"]),
        lean=row["lean"],
        quotations=tuple(row["quotations"]),
        entities=tuple(row["entities"]),
        hedge=row["hedge"],
        negated=row["negated"],
        figures=tuple(
            Figure(
                f["text"],
                Span(*f["span"]),
                f["value"],
                f["low"] or 0.0,
                f["high"],
                f["unit"] or "",
                tuple(f["counted"]),
            )
            for f in row["figures"]
        ),
    )


def _entity(row: Json) -> Entity:
    mentions = tuple(map(_mention, row["mentions"]))
    kind, code, record = EntityType(row["type"]), row["identifiers"].get("iso3166"), row["identifiers"].get("record")
    own, other = (None, code) if kind is EntityType.ORGANIZATION else (code, None)
    return Entity(row["id"], kind, row["name"], mentions, row.get("year"), own, record, other)


def _mention(row: Json) -> Mention:
    year_at = row.get("year_span")
    return Mention(
        row["text"], Span(*row["span"]), row.get("year"), row.get("why"), Span(*year_at) if year_at else None
    )


def _relation(row: Json) -> Relation:
    return Relation(
        type=RelationType(row["type"]),
        head=row["head"],
        tail=row["tail"],
        tail_text=row["tail_text"],
        qualifier=row["qualifier"],
        span=Span(*row["span"]),
        table=row["table"],
        certainty=RelationCertainty(row["certainty"]),
        by=row["by"],
        response=ResponseKind(row["response"]) if row["response"] else None,
    )


def _duplicate(row: Json) -> Duplicate:
    first, second = (Span(*passage["span"]) for passage in row["passages"])
    return Duplicate(
        row["id"], DuplicateKind(row["kind"]), row["similarity"], row["words"], first, second, row["group"]
    )
