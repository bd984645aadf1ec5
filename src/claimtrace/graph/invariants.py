"""Whether a graph keeps to its model: the tables of claimtrace.model.graph_table, the invariants of docs/graph.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from claimtrace.model.graph import EdgeType, NodeType
from claimtrace.model.graph_table import EDGES, NODES, Attribute

_ALWAYS = ("type", "label")
_MANY = 1_000_000
_BACKWARD = (EdgeType.REPEATS, EdgeType.DIFFERS_FROM)  # from the later to the earlier
# How many edges of a type lead into a node of a type (or out of it), at least and at most.
_DEGREES = (
    (NodeType.CLAIM, True, EdgeType.HAS_CLAIM, 1, 1),
    (NodeType.CITATION, False, EdgeType.POINTS_TO, 0, 1),
    (NodeType.REFERENCE, True, EdgeType.LISTS, 1, 1),
    (NodeType.REFERENCE, False, EdgeType.IDENTIFIES, 1, 1),
    (NodeType.WORK, True, EdgeType.IDENTIFIES, 1, _MANY),
    (NodeType.PASSAGE, True, EdgeType.HOLDS, 1, 1),
    (NodeType.FINDING, False, EdgeType.FLAGS, 1, _MANY),
)


def breaches(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """What a graph has against its model, in plain words; nothing where it keeps to it."""
    faults = [*_node_faults(graph), *_edge_faults(graph)]
    yield from faults or _law_faults(graph)


def _node_faults(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    for node, data in graph.nodes(data=True):
        if not isinstance(node, str):
            yield f"node {node!r} has an id that is no text"
        elif data.get("type") not in NODES:
            yield f"node {node} has the type {data.get('type')!r}, which there is not"
        elif not isinstance(data.get("label"), str) or not data["label"]:
            yield f"node {node} has no label"
        else:
            yield from _attribute_faults(f"{data['type']} {node}", data, NODES[NodeType(data["type"])].attributes)


def _edge_faults(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    for tail, head, data in graph.edges(data=True):
        if data.get("type") not in EDGES:
            yield f"edge from {tail} to {head} has the type {data.get('type')!r}, which there is not"
            continue
        kind = EDGES[EdgeType(data["type"])]
        ends = graph.nodes[tail].get("type"), graph.nodes[head].get("type")
        if ends[0] not in kind.tails or ends[1] not in kind.heads:
            yield f"{data['type']} joins {ends[0]} {tail} and {ends[1]} {head}"
        yield from _attribute_faults(f"{data['type']} from {tail} to {head}", data, kind.attributes)


def _attribute_faults(whose: str, data: Mapping[str, Any], attributes: Iterable[Attribute]) -> Iterator[str]:
    known = {attribute.name: attribute for attribute in attributes}
    for name in data.keys() - known.keys() - set(_ALWAYS):
        yield f"{whose} has the attribute {name!r}, which the model lacks"
    for name, attribute in known.items():
        value = data.get(name)
        if value is None:
            if attribute.always or name in data:
                yield f"{whose} has no {name}"
        elif type(value) is not attribute.holds or value == "":
            yield f"{whose} has the {name} {value!r}, which is no {attribute.holds.__name__}"
        elif attribute.values and value not in list(attribute.values):
            yield f"{whose} has the {name} {value!r}, which there is not"


def _law_faults(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The laws that no table of types can say."""
    papers = sum(data["type"] == NodeType.PAPER for _, data in graph.nodes(data=True))
    if papers != 1:
        yield f"there are {papers} papers, not one"
    for node, data in graph.nodes(data=True):
        for kind, leads_in, edge, least, most in _DEGREES:
            if data["type"] == kind and not least <= (found := _degree(graph, node, edge, leads_in)) <= most:
                yield f"{kind} {node} has {found} edges {edge} {'to' if leads_in else 'from'} it"
        if data["type"] == NodeType.CITATION:
            edges = graph.in_edges(node, data=True)
            owners = {graph.nodes[tail]["type"] for tail, _, edge in edges if edge["type"] == EdgeType.CITES}
            if len(owners) != 1:
                yield f"citation {node} is cited by {' and '.join(sorted(owners)) or 'nobody'}"
        if data.get("start", 0) > data.get("end", 0):
            yield f"{data['type']} {node} ends before it begins"
    for tail, head, data in graph.edges(data=True):
        if data["type"] in _BACKWARD and graph.nodes[tail]["start"] < graph.nodes[head]["start"]:
            yield f"{graph.nodes[tail]['type']} {tail} {EDGES[data['type']].along} {head}, which stands behind it"
        if data["type"] == EdgeType.DIFFERS_FROM:
            yield from _difference_faults(graph, tail, head, data["finding"])
    if not nx.is_weakly_connected(graph):
        yield "some nodes do not hang together with the paper"


def _difference_faults(graph: nx.MultiDiGraph[str], tail: str, head: str, finding: str) -> Iterator[str]:
    """A difference joins two things of one type, and a finding that flags both says so."""
    types = [graph.nodes[node]["type"] for node in (tail, head)]
    if tail == head or types[0] != types[1]:
        yield f"{types[0]} {tail} differs from {types[1]} {head}"
    flagged = {to for _, to, edge in graph.out_edges(finding, data=True) if edge["type"] == EdgeType.FLAGS}
    if not {tail, head} <= flagged:
        yield f"{tail} differs from {head}, but no finding {finding} flags both"


def _degree(graph: nx.MultiDiGraph[str], node: str, kind: EdgeType, leads_in: bool) -> int:
    edges = graph.in_edges(node, data=True) if leads_in else graph.out_edges(node, data=True)
    return sum(data["type"] == kind for *_, data in edges)
