"""The graph of one paper, as a networkx MultiDiGraph with typed nodes and edges.

What each type holds and joins stands in :mod:`claimtrace.model.graph_table`. A fact that is not known has no
attribute, so that every export can hold the graph whole.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from claimtrace.model.finding import Finding
from claimtrace.model.graph import Difference, EdgeType, NodeType
from claimtrace.model.graph_table import Value
from claimtrace.model.identity import content_id
from claimtrace.model.paper import Paper
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold

# The checks that find two places which should say the same and do not, and in what these differ.
_DIFFERENCES = {
    "figures-conflict": Difference.FIGURES,
    "same-claim-other-source": Difference.SOURCES,
    "duplicate-differs": Difference.DETAILS,
}


def build_graph(paper: Paper) -> nx.MultiDiGraph[str]:
    """The graph of a paper's layers, without findings."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    document = paper.document
    _node(graph, document.id, NodeType.PAPER, document.title or document.file, year=document.year, file=document.file)
    _add_sections(graph, paper)
    _add_references(graph, paper)
    _add_citations(graph, paper)
    _add_entities(graph, paper)
    _add_claims(graph, paper)
    _add_tables(graph, paper)
    _add_quotations(graph, paper)
    _add_duplicates(graph, paper)
    _add_unclaimed(graph, paper)
    return graph


def add_findings(graph: nx.MultiDiGraph[str], paper: Paper, findings: Iterable[Finding]) -> None:
    """Set the findings into the graph of their paper, each bound to what it is about, or else to the paper."""
    for finding in findings:
        _node(
            graph, finding.id, NodeType.FINDING, finding.message,
            page=finding.page,
            start=finding.span.start if finding.span else None,
            end=finding.span.end if finding.span else None,
            check=finding.check,
            severity=str(finding.severity),
            verdict=str(finding.verdict),
            cause=finding.cause,
            decision=str(finding.decision.state) if finding.decision else None,
        )  # fmt: skip
        sides = _sides(finding.duplicate) if finding.duplicate else ()
        about = [name for name in (*finding.citations, *finding.references, *finding.claims, *sides) if name in graph]
        for name in about or [paper.document.id]:
            _edge(graph, finding.id, name, EdgeType.FLAGS)
        if finding.check in _DIFFERENCES and not finding.dismissed:
            _add_difference(graph, finding, _DIFFERENCES[finding.check])


def _add_difference(graph: nx.MultiDiGraph[str], finding: Finding, difference: Difference) -> None:
    """An edge from the later to the earlier of the two places that a finding compares."""
    places = _sides(finding.duplicate) if finding.duplicate else finding.claims
    if len(places) == 2 and all(place in graph for place in places):
        earlier, later = sorted(places, key=lambda place: (graph.nodes[place]["start"], place))
        _edge(graph, later, earlier, EdgeType.DIFFERS_FROM, differs_in=str(difference), finding=finding.id)


def _sides(duplicate: str) -> tuple[str, str]:
    """The passages of a repeat, the earlier first."""
    return f"{duplicate}-a", f"{duplicate}-b"


def _node(graph: nx.MultiDiGraph[str], identity: str, kind: NodeType, label: str, **attributes: Value | None) -> None:
    known = {key: value for key, value in attributes.items() if value is not None}
    graph.add_node(identity, type=str(kind), label=label, **known)


def _edge(graph: nx.MultiDiGraph[str], tail: str, head: str, kind: EdgeType, **attributes: Value | None) -> None:
    known = {name: value for name, value in attributes.items() if value is not None}
    graph.add_edge(tail, head, type=str(kind), **known)


def _place(paper: Paper, span: Span) -> dict[str, int | None]:
    """Where something stands, as attributes of its node."""
    return {"page": paper.document.text.page_of(span.start), "start": span.start, "end": span.end}


def _add_sections(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    for section in paper.document.sections:
        place = _place(paper, section.span) | {"page": section.page}
        _node(graph, section.id, NodeType.SECTION, section.title, **place, level=section.level, role=str(section.role))
        _edge(graph, paper.document.id, section.id, EdgeType.HAS_SECTION)


def _add_references(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    for reference in paper.references:
        place = _place(paper, reference.span) | {"page": reference.page}
        _node(graph, reference.id, NodeType.REFERENCE, reference.short, **place, raw=reference.raw, year=reference.year)
        _edge(graph, paper.document.id, reference.id, EdgeType.LISTS)
        work = work_id(reference)
        if work not in graph:
            _node(
                graph, work, NodeType.WORK, reference.title or reference.short,
                year=reference.year, doi=reference.doi, work_type=reference.type, container=reference.container,
            )  # fmt: skip
        _edge(graph, reference.id, work, EdgeType.IDENTIFIES)


def work_id(reference: Reference) -> str:
    """The identity of the work behind an entry: its DOI, else its title and year, else the entry's own words."""
    if reference.doi:
        return content_id("work", "doi", reference.doi.casefold())
    if reference.title:
        return content_id("work", fold(reference.title), reference.year)
    return content_id("work", fold(reference.raw))


def _add_citations(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    for citation, link in zip(paper.citations, paper.links, strict=True):
        place = _place(paper, citation.span)
        locator = citation.locator.text if citation.locator else None
        _node(graph, citation.id, NodeType.CITATION, citation.text, **place, form=str(citation.form), locator=locator)
        if link.reference:
            _edge(
                graph, citation.id, link.reference, EdgeType.POINTS_TO, score=link.score, near=link.near, why=link.why
            )


def _add_entities(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    for entity in paper.entities:
        _node(
            graph, entity.id, NodeType(str(entity.type)), entity.name,
            year=entity.year, iso3166=entity.iso3166, known=entity.record is not None,
        )  # fmt: skip
    for relation in paper.relations:
        if relation.response is not None and relation.by is not None:
            page = paper.document.text.page_of(relation.span.start)
            _edge(
                graph, relation.by, relation.head, EdgeType.RESPONDED_WITH,
                response=str(relation.response), what=relation.tail_text, certainty=str(relation.certainty), page=page,
            )  # fmt: skip
        elif relation.tail is not None:
            kind = EdgeType(str(relation.type))
            page = paper.document.text.page_of(relation.span.start)
            _edge(
                graph, relation.head, relation.tail, kind,
                qualifier=relation.qualifier, certainty=str(relation.certainty), by=relation.by, page=page,
            )  # fmt: skip


def _add_claims(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    for claim in paper.claims:
        place = _place(paper, claim.span)
        kinds = " ".join(str(kind) for kind in claim.kinds) or None
        _node(graph, claim.id, NodeType.CLAIM, claim.text, **place, kinds=kinds, certainty=str(claim.certainty))
        _edge(graph, claim.section or paper.document.id, claim.id, EdgeType.HAS_CLAIM)
        for citation in claim.citations:
            _edge(graph, claim.id, citation, EdgeType.CITES)
        for citation in claim.leans_on:
            _edge(graph, claim.id, citation, EdgeType.LEANS_ON, why=claim.lean)
        for entity in claim.entities:
            _edge(graph, claim.id, entity, EdgeType.MENTIONS)


def _add_tables(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    for table in paper.document.tables:
        label = " ".join(filter(None, (table.label, table.caption))) or "table"
        spans = [cell.span for row in table.rows for cell in row if cell.span]
        whole = [span for span in (*spans, table.caption_span, table.source) if span]
        _node(
            graph, table.id, NodeType.TABLE, label,
            page=min(table.pages, default=None),
            start=min((span.start for span in whole), default=None),
            end=max((span.end for span in whole), default=None),
        )  # fmt: skip
        _edge(graph, paper.document.id, table.id, EdgeType.HAS_TABLE)
        for citation in paper.citations:
            if any(span.covers(citation.span) for span in whole):
                _edge(graph, table.id, citation.id, EdgeType.CITES)
        for entity in paper.entities:
            if any(span.covers(mention.span) for span in spans for mention in entity.mentions):
                _edge(graph, table.id, entity.id, EdgeType.MENTIONS)


def _add_unclaimed(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    """Bind what stands in no claim and no table (but in a heading, a caption, a note) to the paper itself."""
    for kind, items in ((EdgeType.CITES, paper.citations), (EdgeType.MENTIONS, paper.entities)):
        for item in items:
            if not any(data["type"] == kind for *_, data in graph.in_edges(item.id, data=True)):
                _edge(graph, paper.document.id, item.id, kind)


def _add_quotations(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    for quotation, link in zip(paper.quotations, paper.quotation_links, strict=True):
        place = _place(paper, quotation.span)
        _node(graph, quotation.id, NodeType.QUOTATION, quotation.text, **place, set_off=quotation.set_off)
        if link.citation:
            _edge(graph, quotation.id, link.citation, EdgeType.QUOTED_FROM)
    for claim in paper.claims:
        for identity in claim.quotations:
            _edge(graph, claim.id, identity, EdgeType.QUOTES)


def _add_duplicates(graph: nx.MultiDiGraph[str], paper: Paper) -> None:
    text = paper.document.text
    for duplicate in paper.duplicates:
        earlier, later = _sides(duplicate.id)
        for identity, span in ((earlier, duplicate.first), (later, duplicate.second)):
            _node(graph, identity, NodeType.PASSAGE, " ".join(text.at(span).split()), **_place(paper, span))
            _edge(graph, paper.document.id, identity, EdgeType.HOLDS)
        likeness = str(duplicate.kind)
        _edge(graph, later, earlier, EdgeType.REPEATS, similarity=duplicate.similarity, likeness=likeness)
