"""Parts of a graph that answer a question: what stands around a node, and what joins two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import networkx as nx

from claimtrace.model.graph import EdgeType, NodeType
from claimtrace.model.graph_table import EDGES

# A claim rests on what these lead to.
_SUPPORT = (
    EdgeType.CITES, EdgeType.LEANS_ON, EdgeType.POINTS_TO, EdgeType.IDENTIFIES, EdgeType.QUOTES, EdgeType.QUOTED_FROM,
)  # fmt: skip
_HUBS = (NodeType.PAPER, NodeType.SECTION)  # they join everything with everything
_CROWDED = (*_HUBS, NodeType.STATE, NodeType.ORGANIZATION, NodeType.PERSON)  # sentences that name one have little else
_BELONGS = (EdgeType.HAS_SECTION, EdgeType.HAS_TABLE, EdgeType.LISTS, EdgeType.HOLDS)  # to the paper, as all its kind
_SAYING = (NodeType.CLAIM, NodeType.TABLE)
_LONGEST = 6  # edges of a path that still tells something
_MOST, _MOST_WEIGHED = 20, 2000  # paths that are given, and that are put in order


@dataclass(frozen=True, slots=True)
class Step:
    """A node that was reached: from which, in which words ("is cited in"), over how many edges."""

    node: str
    words: str
    depth: int


def around(graph: nx.MultiDiGraph[str], centre: str) -> list[Step]:
    """What rests on a node, what it rests on, and what else touches it.

    From the centre, edges are followed down to the works behind it and up to the claims that rest on it; a claim that
    mentions an entity, stands in a section or is flagged by a finding is followed down to its works.
    """
    steps = [Step(centre, "", 0)]
    seen = {centre}
    _follow(graph, steps, seen, centre, None)
    return steps


def _follow(graph: nx.MultiDiGraph[str], steps: list[Step], seen: set[str], node: str, down: bool | None) -> None:
    """Add what is reached from the last node: first what it rests on or carries, then the rest, as the text has it."""
    depth = steps[-1].depth
    edges = sorted(_edges(graph, node, down), key=lambda edge: (edge[0] not in _SUPPORT, *_order(graph, edge[1])))
    for kind, other, along in edges:
        if other in seen or (kind in _BELONGS and not along):
            continue
        seen.add(other)
        steps.append(Step(other, EDGES[kind].along if along else EDGES[kind].against, depth + 1))
        if kind in _SUPPORT:
            _follow_from(graph, steps, seen, other, along)
        elif graph.nodes[other]["type"] in _SAYING:
            _follow_from(graph, steps, seen, other, True)


def _follow_from(graph: nx.MultiDiGraph[str], steps: list[Step], seen: set[str], node: str, down: bool) -> None:
    if graph.nodes[node]["type"] not in _HUBS:
        _follow(graph, steps, seen, node, down)


def _edges(graph: nx.MultiDiGraph[str], node: str, down: bool | None) -> Iterator[tuple[EdgeType, str, bool]]:
    """The edges to follow from a node: type, other end, whether along the arrow."""
    if down is not False:
        for _, head, data in graph.out_edges(node, data=True):
            if down is None or data["type"] in _SUPPORT:
                yield EdgeType(data["type"]), head, True
    if down is not True:
        for tail, _, data in graph.in_edges(node, data=True):
            if down is None or data["type"] in _SUPPORT:
                yield EdgeType(data["type"]), tail, False


def _order(graph: nx.MultiDiGraph[str], node: str) -> tuple[int, str]:
    return graph.nodes[node].get("start", 0), node


def paths(graph: nx.MultiDiGraph[str], first: str, last: str) -> list[list[Step]]:
    """The shortest ways from one node to another along edges of either direction, in the order of the text.

    No way leads through the paper, a section, a state or an organisation, which join everything; where only they join
    the two, there is none.
    """
    hubs = {node for node, data in graph.nodes(data=True) if data["type"] in _CROWDED} - {first, last}
    plain = nx.Graph(graph.subgraph(node for node in graph if node not in hubs))
    try:
        length = nx.shortest_path_length(plain, first, last)
    except nx.NetworkXNoPath:
        return []
    if length > _LONGEST:
        return []
    found = islice(nx.all_shortest_paths(plain, first, last), _MOST_WEIGHED)
    ways = sorted(found, key=lambda way: [_order(graph, node) for node in way])
    return [[Step(node, _words(graph, way, at), at) for at, node in enumerate(way)] for way in ways[:_MOST]]


def _words(graph: nx.MultiDiGraph[str], way: list[str], at: int) -> str:
    """How a node on a way is joined to the one before it."""
    if not at:
        return ""
    before, node = way[at - 1], way[at]
    if data := graph.get_edge_data(before, node):
        return EDGES[EdgeType(min(edge["type"] for edge in data.values()))].along
    data = graph.get_edge_data(node, before)
    return EDGES[EdgeType(min(edge["type"] for edge in data.values()))].against


def part(graph: nx.MultiDiGraph[str], nodes: Iterable[str]) -> nx.MultiDiGraph[str]:
    """The part of a graph that some nodes make, with the edges between them, in the order of the whole."""
    wanted = set(nodes)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in wanted)
    found.add_edges_from((t, h, data) for t, h, data in graph.edges(data=True) if t in wanted and h in wanted)
    return found
