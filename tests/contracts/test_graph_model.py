"""Every graph keeps to the model of docs/graph.md; the document shows the same tables as the code."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import networkx as nx
import pytest

from claimtrace.graph.invariants import breaches
from claimtrace.model.graph import EdgeType, NodeType
from claimtrace.model.graph_table import EDGES, ENTITIES, NODES, Attribute
from corpus_audits import NAMES, corpus_audit

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "graph.md"


@pytest.mark.parametrize("name", NAMES)
def test_every_audit_keeps_to_the_model(name: str) -> None:
    assert list(breaches(corpus_audit(name).graph)) == []


def test_every_type_has_its_row() -> None:
    assert list(NODES) == list(NodeType)
    assert list(EDGES) == list(EdgeType)


def _attributes(attributes: Iterable[Attribute]) -> str:
    return ", ".join(f"`{a.name}`" + ("" if a.always else "?") for a in attributes)


def _ends(types: tuple[NodeType, ...]) -> str:
    return "entity" if types == ENTITIES else ", ".join(types)


@pytest.mark.parametrize("kind", NodeType)
def test_the_document_has_each_node(kind: NodeType) -> None:
    node = NODES[kind]
    row = f"| `{kind}` | {node.stands_for} | {node.label} | {_attributes(node.attributes)} |"
    assert row in DOCUMENT.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("kind", EdgeType)
def test_the_document_has_each_edge(kind: EdgeType) -> None:
    edge = EDGES[kind]
    row = f"| `{kind}` | {_ends(edge.tails)} | {edge.along} | {_ends(edge.heads)} | {_attributes(edge.attributes)} |"
    assert row in DOCUMENT.read_text(encoding="utf-8").splitlines()


def test_the_document_explains_each_attribute() -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    for kind in (*NODES.values(), *EDGES.values()):
        for attribute in kind.attributes:
            words = f"; one of {', '.join(f'`{value}`' for value in attribute.values)}" if attribute.values else ""
            row = f"| `{attribute.name}` | {attribute.holds.__name__} | {attribute.means}{words} |"
            assert row in lines


def _graph() -> nx.MultiDiGraph[str]:
    """The smallest graph with a claim, a citation, an entry and a finding."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    place = {"page": 1, "start": 4, "end": 9}
    graph.add_node("p", type="paper", label="Ropes", file="ropes.pdf")
    graph.add_node("c", type="claim", label="Ropes fray.", certainty="stated", **place)
    graph.add_node("k", type="citation", label="Pike 2003", form="numeric", **place)
    graph.add_node("r", type="reference", label="Pike 2003", raw="Pike, O. (2003).", **place)
    graph.add_node("w", type="work", label="Rope and twine")
    graph.add_node("f", type="finding", label="Old.", check="x", severity="error", verdict="likely")
    for tail, head, kind in (
        ("p", "c", "has-claim"), ("c", "k", "cites"), ("p", "r", "lists"), ("r", "w", "identifies"), ("f", "c", "flags")
    ):  # fmt: skip
        graph.add_edge(tail, head, type=kind)
    graph.add_edge("k", "r", type="points-to", score=1.0)
    return graph


def test_the_smallest_graph_keeps_to_the_model() -> None:
    assert list(breaches(_graph())) == []


def _without(graph: nx.MultiDiGraph[str], tail: str, head: str) -> None:
    graph.remove_edge(tail, head)


def _differ(graph: nx.MultiDiGraph[str], tail: str, head: str, finding: str) -> None:
    if head not in graph:
        graph.add_node(head, **graph.nodes[tail])
        graph.add_edge("p", head, type="has-claim")
    graph.add_edge(tail, head, type="differs-from", differs_in="figures", finding=finding)


@pytest.mark.parametrize(
    ("break_it", "fault"),
    [
        (lambda g: g.add_node("x", type="ghost", label="x"), "node x has the type 'ghost', which there is not"),
        (lambda g: g.add_node("x", type="work", label=""), "node x has no label"),
        (lambda g: g.add_edge("c", "x", type="cites"), "node x has the type None, which there is not"),
        (lambda g: g.add_edge("r", "c", type="cites"), "cites joins reference r and claim c"),
        (lambda g: g.add_edge("c", "k", type="likes"), "edge from c to k has the type 'likes', which there is not"),
        (lambda g: g.add_edge("k", "r", type="points-to"), "points-to from k to r has no score"),
        (lambda g: g.nodes["c"].update(mood="bad"), "claim c has the attribute 'mood', which the model lacks"),
        (lambda g: g.nodes["c"].update(page="1"), "claim c has the page '1', which is no int"),
        (lambda g: g.nodes["c"].update(certainty="sure"), "claim c has the certainty 'sure', which there is not"),
        (lambda g: g.nodes["c"].update(start=12), "claim c ends before it begins"),
        (lambda g: g.nodes["r"].pop("raw"), "reference r has no raw"),
        (lambda g: g.add_edge("p", "c", type="has-claim"), "claim c has 2 edges has-claim to it"),
        (lambda g: _without(g, "c", "k"), "citation k is cited by nobody"),
        (lambda g: g.add_edge("p", "k", type="cites"), "citation k is cited by claim and paper"),
        (lambda g: _without(g, "r", "w"), "reference r has 0 edges identifies from it"),
        (lambda g: _without(g, "f", "c"), "finding f has 0 edges flags from it"),
        (lambda g: _differ(g, "c", "d", "f"), "c differs from d, but no finding f flags both"),
        (lambda g: _differ(g, "c", "c", "f"), "claim c differs from claim c"),
        (lambda g: g.remove_node("p"), "there are 0 papers, not one"),
    ],
)
def test_what_breaks_the_model_is_said(break_it: object, fault: str) -> None:
    graph = _graph()
    break_it(graph)  # type: ignore[operator]
    assert fault in list(breaches(graph))
