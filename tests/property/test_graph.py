"""The graph in every format, read back by networkx: nodes, edges and attributes, whatever the strings hold."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from collections import Counter

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrace.graph.build import build_graph
from claimtrace.graph.formats import FORMATS
from claimtrace.graph.formats.gexf import gexf
from claimtrace.graph.formats.graphml import graphml
from claimtrace.graph.invariants import breaches
from claimtrace.graph.pictures import PICTURES, draw
from claimtrace.model.graph import EdgeType, NodeType
from graph_readers import read_back
from set_documents import paper_of

Graph = nx.MultiDiGraph  # of strings

_TEXT = st.text(
    st.characters() | st.sampled_from("<>&'\"]]>\t\n\r\x00\x0b\x7f\x85\u00a0\u00ad\u2028\ufeff\ufffe\ud800"),
    max_size=30,
)
_NODE = st.fixed_dictionaries(
    {"type": st.sampled_from(NodeType).map(str), "label": _TEXT},
    optional={"page": st.integers(1, 900), "raw": _TEXT, "known": st.booleans(), "year": st.integers(1500, 2100)},
)
_EDGE = st.fixed_dictionaries(
    {"type": st.sampled_from(EdgeType).map(str)},
    optional={"why": _TEXT, "score": st.floats(0, 1), "page": st.integers(1, 9)},
)  # fmt: skip


@st.composite
def _graphs(draw: st.DrawFn) -> Graph:
    graph: Graph = Graph()
    nodes = draw(st.lists(_NODE, min_size=1, max_size=6))
    for at, data in enumerate(nodes):
        graph.add_node(f"node-{at}", **data)
    ends = st.integers(0, len(nodes) - 1)
    for tail, head, data in draw(st.lists(st.tuples(ends, ends, _EDGE), max_size=8)):
        graph.add_edge(f"node-{tail}", f"node-{head}", **data)
    return graph


def _cleaned(value: object) -> object:
    """What an export keeps of a value: what XML cannot hold, or would read otherwise, becomes a space."""
    if isinstance(value, str):
        return "".join(sign if sign.isprintable() or sign in "\t\n" else " " for sign in value)
    return value


def _nodes(graph: Graph, *leave: str) -> dict[str, dict[str, object]]:
    return {node: {k: v for k, v in data.items() if k not in leave} for node, data in graph.nodes(data=True)}


def _edges(graph: Graph, *leave: str) -> Counter[str]:
    rows = (
        json.dumps([tail, head, {k: v for k, v in sorted(data.items()) if k not in leave}])
        for tail, head, data in graph.edges(data=True)
    )
    return Counter(rows)


def _expected(graph: Graph) -> Graph:
    kept: Graph = Graph()
    for node, data in graph.nodes(data=True):
        kept.add_node(node, **{k: _cleaned(v) for k, v in data.items()})
    for tail, head, data in graph.edges(data=True):
        kept.add_edge(tail, head, **{k: _cleaned(v) for k, v in data.items()})
    return kept


@pytest.mark.parametrize("form", ["json", "graphml", "cytoscape", "dot"])
@settings(max_examples=40)
@given(graph=_graphs())
def test_the_graph_is_read_back_whole(form: str, graph: Graph) -> None:
    back = read_back(form, graph)
    assert isinstance(back, Graph)
    assert _nodes(back) == _nodes(_expected(graph))
    assert _edges(back) == _edges(_expected(graph))


@given(_graphs())
def test_gexf_is_read_back_whole(graph: Graph) -> None:
    """All but what Gephi draws by; labels are short there, the whole text stands in the other formats."""
    back = nx.read_gexf(io.BytesIO(gexf(graph)))
    wanted = _expected(graph)
    assert _nodes(back, "viz", "label") == _nodes(wanted, "label")
    assert _edges(back, "id", "label") == _edges(wanted)
    assert all(data["label"] == data["type"] for *_, data in back.edges(data=True))
    labels = {node: data["label"] for node, data in back.nodes(data=True)}
    assert labels == {node: data["label"] for node, data in wanted.nodes(data=True)}


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("turtle", "json-ld")])  # they ask the model
@given(graph=_graphs())
@settings(max_examples=25)
def test_two_exports_give_the_same_bytes_and_leave_the_graph_alone(form: str, graph: Graph) -> None:
    before = (_nodes(graph), _edges(graph))
    assert FORMATS[form].write(graph) == FORMATS[form].write(graph)
    assert (_nodes(graph), _edges(graph)) == before


@settings(max_examples=25)
@given(_graphs())
def test_xml_is_well_formed_for_any_reader(graph: Graph) -> None:
    for data in (graphml(graph), gexf(graph)):
        ET.fromstring(data)


def test_a_long_label_is_shortened_for_gephi_only() -> None:
    graph: Graph = Graph()
    graph.add_node("n", type="claim", label="tide " * 60)
    (label,) = (data["label"] for _, data in nx.read_gexf(io.BytesIO(gexf(graph))).nodes(data=True))
    assert len(label) <= 90
    assert label.endswith("…")
    assert "tide " * 60 in graphml(graph).decode()


_SENTENCES = (
    "Ports grow (Keel, 2014, p. 3; Marlow, 2011).",
    "Ostrander (2003) argues that gulls vote.",
    "WannaCry was attributed to North Korea (Ostrander, 2003).",
    "The pilots say that “no tide keeps its hour for long” (Marlow, 2011).",
    "The US-China Cyber Agreement is old.",
    "It is.",
    "The harbour master of Port Selwyn keeps a ledger in which every ship and quarrel of the quay is written down.",
    "> No tide keeps its hour for long (Keel, 2014).",
    "# Lamps of Estonia after Ostrander (2003)",
    "## Ropes",
    "Table 1. Attacks after Ostrander (2003)\n\nIncident | Year | Target\nNotPetya | 2017 | Ukraine",
    "Source: Marlow (2011, p. 12); Pike et al. (2003).",
    "Ropes are sold by weight.¹",
    "¹Olga Pike, Rope and Twine (Leeds: Quay Press, 2003), 12.",
    "---",
)
_LIST = "# References\nKeel, B. (2014). Ships and rules. Quay Press.\nMarlow, A. (2011). The slow harbour. Quay Press."


@pytest.mark.parametrize("name", PICTURES)
@settings(max_examples=10)
@given(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=14), st.booleans())
def test_any_paper_can_be_drawn(name: str, blocks: list[str], listed: bool) -> None:
    paper = paper_of("\n\n".join(["# Body", "Ports are quiet at night.", *blocks, *([_LIST] if listed else [])]))
    root = ET.fromstring(draw(build_graph(paper), name).svg())
    numbers = [float(e.get(side, 0)) for e in root.iter() for side in ("x", "y", "cx", "cy", "width", "height", "r")
               if not e.get(side, "").endswith("%")]  # fmt: skip
    assert all(0 <= number < 10_000 for number in numbers)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=14), st.booleans())
def test_the_graph_of_any_paper_hangs_together(blocks: list[str], listed: bool) -> None:
    paper = paper_of("\n\n".join(["# Body", "Ports are quiet at night.", *blocks, *([_LIST] if listed else [])]))
    graph = build_graph(paper)
    assert list(breaches(graph)) == []
    points = {(tail, head) for tail, head, data in graph.edges(data=True) if data["type"] == EdgeType.POINTS_TO}
    assert points == {(link.citation, link.reference) for link in paper.links if link.reference}
    nodes = set(graph)
    layers = (paper.references, paper.citations, paper.claims, paper.entities, paper.quotations)
    assert all(item.id in nodes for layer in layers for item in layer)
    assert {head for _, head in points} <= {reference.id for reference in paper.references}
