"""The graph of a small paper: every thing a node, every bond an edge, nothing loose."""

from __future__ import annotations

from collections import Counter
from functools import cache

import networkx as nx

from claimtrace.graph.build import add_findings, build_graph, work_id
from claimtrace.model.decision import Decision, DecisionState
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import EdgeType, NodeType
from claimtrace.model.paper import Paper
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from set_documents import paper_of

TEXT = """
# Ports and pilots

The harbour master of Port Selwyn keeps a ledger in which every ship and every quarrel of the quay is written down.

WannaCry was attributed to North Korea (Keel, 2014, p. 3). It is said that Estonia was spared.

The pilots say that “no tide keeps its hour for long” (Marlow, 2011). Ostrander (2003) argues that gulls vote.

Table 1. Attacks

Incident | Year | Target
NotPetya | 2017 | Ukraine

Source: Marlow (2011, p. 12).

## Lamps

The US-China Cyber Agreement is old. The US kept it, and China too (Keel, 2014).

The harbour master of Port Selwyn keeps a ledger in which every ship and every quarrel of the quay is written down.

# References
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29. https://doi.org/10.5555/jp.2011.4
Vance, O. (2001). The unread book. Quay Press.
"""


@cache
def _paper() -> Paper:
    return paper_of(TEXT)


@cache
def _graph() -> nx.MultiDiGraph[str]:
    return build_graph(_paper())


def _ends(kind: EdgeType) -> set[tuple[str, str]]:
    graph = _graph()
    return {
        (graph.nodes[tail]["type"], graph.nodes[head]["type"])
        for tail, head, data in graph.edges(data=True)
        if data["type"] == kind
    }


def test_every_item_of_a_layer_is_one_node() -> None:
    paper, counted = _paper(), Counter(data["type"] for _, data in _graph().nodes(data=True))
    assert counted["paper"] == 1
    assert counted["section"] == len(paper.document.sections) == 3
    assert counted["reference"] == counted["work"] == len(paper.references) == 3
    assert counted["citation"] == len(paper.citations) == 5
    assert counted["claim"] == len(paper.claims)
    assert counted["quotation"] == len(paper.quotations) == 1
    assert counted["table"] == len(paper.document.tables) == 1
    assert counted["passage"] == 2 * len(paper.duplicates) == 2
    of_types = Counter(str(entity.type) for entity in paper.entities)
    assert {kind: counted[kind] for kind in of_types} == of_types


def test_nodes_and_edges_have_known_types_and_labels() -> None:
    nodes, edges = {str(kind) for kind in NodeType}, {str(kind) for kind in EdgeType}
    for _, data in _graph().nodes(data=True):
        assert data["type"] in nodes
        assert isinstance(data["label"], str)
        assert data["label"]
    assert {data["type"] for *_, data in _graph().edges(data=True)} <= edges


def test_edges_lead_from_and_to_what_their_type_says() -> None:
    assert _ends(EdgeType.HAS_SECTION) == {("paper", "section")}
    assert _ends(EdgeType.HAS_CLAIM) == {("section", "claim")}
    assert _ends(EdgeType.HAS_TABLE) == {("paper", "table")}
    assert _ends(EdgeType.LISTS) == {("paper", "reference")}
    assert _ends(EdgeType.CITES) == {("claim", "citation"), ("table", "citation")}
    assert _ends(EdgeType.LEANS_ON) == {("claim", "citation")}
    assert _ends(EdgeType.POINTS_TO) == {("citation", "reference")}
    assert _ends(EdgeType.IDENTIFIES) == {("reference", "work")}
    assert _ends(EdgeType.QUOTES) == {("claim", "quotation")}
    assert _ends(EdgeType.QUOTED_FROM) == {("quotation", "citation")}
    assert {tail for tail, _ in _ends(EdgeType.MENTIONS)} == {"claim", "table"}
    assert _ends(EdgeType.ATTRIBUTED_TO) == {("incident", "state")}
    assert _ends(EdgeType.TARGETED) == {("incident", "state")}
    assert _ends(EdgeType.PARTY_TO) == {("state", "agreement")}
    assert _ends(EdgeType.HOLDS) == {("paper", "passage")}
    assert _ends(EdgeType.REPEATS) == {("passage", "passage")}


def test_nothing_is_loose() -> None:
    """Every node hangs together with the paper; every edge's ends were made as nodes."""
    graph = _graph()
    assert all("type" in data for _, data in graph.nodes(data=True))
    assert nx.is_weakly_connected(graph)


def test_edges_say_what_the_layers_say() -> None:
    paper, graph = _paper(), _graph()

    def pairs(kind: EdgeType) -> set[tuple[str, str]]:
        return {(tail, head) for tail, head, data in graph.edges(data=True) if data["type"] == kind}

    assert pairs(EdgeType.POINTS_TO) == {(link.citation, link.reference) for link in paper.links if link.reference}
    assert pairs(EdgeType.LEANS_ON) == {(claim.id, cited) for claim in paper.claims for cited in claim.leans_on}
    assert pairs(EdgeType.QUOTES) == {(claim.id, quoted) for claim in paper.claims for quoted in claim.quotations}
    assert pairs(EdgeType.QUOTED_FROM) == {(q.quotation, q.citation) for q in paper.quotation_links if q.citation}
    tables = {table.id for table in paper.document.tables}
    cited = {(tail, head) for tail, head in pairs(EdgeType.CITES) if tail not in tables}
    assert cited == {(claim.id, citation) for claim in paper.claims for citation in claim.citations}
    told = {(str(r.type), r.head, r.tail) for r in paper.relations if r.tail}
    assert told <= {(data["type"], tail, head) for tail, head, data in graph.edges(data=True)}


def test_unknown_facts_have_no_attribute() -> None:
    for _, data in _graph().nodes(data=True):
        assert None not in data.values()
    for *_, data in _graph().edges(data=True):
        assert None not in data.values()


def test_a_link_without_an_entry_has_no_edge() -> None:
    lost = next(citation for citation in _paper().citations if "Ostrander" in citation.text)
    assert not [1 for *_, data in _graph().out_edges(lost.id, data=True) if data["type"] == EdgeType.POINTS_TO]


def test_a_finding_flags_what_it_is_about() -> None:
    paper, graph = _paper(), build_graph(_paper())
    duplicate, citation, entry = paper.duplicates[0], paper.citations[0], paper.references[2]
    finding = Finding(
        id="finding-1", check="passage-duplicated", severity=Severity.WARNING, verdict=Verdict.LIKELY,
        message="It stands twice.", page=1, span=Span(0, 4), quote="What", duplicate=duplicate.id,
        citations=(citation.id, "citation-unknown"), references=(entry.id,),
        decision=Decision(DecisionState.DISMISSED, "It is meant so."),
    )  # fmt: skip
    add_findings(graph, paper, [finding])
    assert graph.nodes["finding-1"]["type"] == "finding"
    assert graph.nodes["finding-1"]["decision"] == "dismissed"
    assert set(graph.successors("finding-1")) == {citation.id, entry.id, f"{duplicate.id}-a", f"{duplicate.id}-b"}
    assert {data["type"] for *_, data in graph.out_edges("finding-1", data=True)} == {"flags"}


def _differing(check: str, **about: object) -> list[tuple[str, str, str]]:
    """The differences that a finding of a check brings into the graph: later place, earlier place, in what."""
    graph = build_graph(_paper())
    finding = Finding(
        "finding-1", check, Severity.WARNING, Verdict.LIKELY, "Told otherwise.", 1, Span(0, 4), "What", **about
    )  # type: ignore[arg-type]
    add_findings(graph, _paper(), [finding])
    return [(t, h, d["differs_in"]) for t, h, d in graph.edges(data=True) if d["type"] == EdgeType.DIFFERS_FROM]


def test_places_that_should_say_the_same_differ() -> None:
    earlier, later = (claim.id for claim in _paper().claims[:2])
    assert _differing("figures-conflict", claims=(later, earlier)) == [(later, earlier, "figures")]
    assert _differing("same-claim-other-source", claims=(earlier, later)) == [(later, earlier, "sources")]
    twice = _paper().duplicates[0].id
    assert _differing("duplicate-differs", duplicate=twice) == [(f"{twice}-b", f"{twice}-a", "details")]


def test_nothing_differs_by_another_check_or_where_a_person_dismissed_it() -> None:
    claims = tuple(claim.id for claim in _paper().claims[:2])
    assert _differing("page-reused", claims=claims) == []
    dismissed = Decision(DecisionState.DISMISSED, "Two years are meant.")
    assert _differing("figures-conflict", claims=claims, decision=dismissed) == []


def _entry(**fields: object) -> Reference:
    return Reference("reference-1", "raw", Span(0, 3), 1, (), **fields)  # type: ignore[arg-type]


def test_one_work_behind_two_entries() -> None:
    """By DOI whatever its letters, else by title and year whatever its marks."""
    assert work_id(_entry(doi="10.5555/AB.c")) == work_id(_entry(doi="10.5555/ab.C", title="Another"))
    assert work_id(_entry(title="Tides, and ropes", year=2014)) == work_id(_entry(title="Tides and Ropes!", year=2014))
    assert work_id(_entry(title="Tides and ropes", year=2014)) != work_id(_entry(title="Tides and ropes", year=2015))
    assert work_id(_entry()) == work_id(_entry())
