"""The graph of an audited paper, findings included, written and read back."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from functools import cache

import networkx as nx

from claimtrace.graph.export import gexf, graphml, node_link_json
from claimtrace.pipeline.audit import Audit
from written_papers import audit_of

TEXT = """
= Lamps & ropes: a "slow" harbour

# 1. Introduction

The harbour master of Port Selwyn keeps a ledger in which every ship and every quarrel of the quay is written down.
WannaCry (2017) was attributed to North Korea (Keel, 2014, p. 3). A < B & C > D, they say.

The pilots say that “no tide keeps its hour for long” (Marlow, 2011). Ostrander (2003) argues that gulls vote.

# 2. Lamps

The harbour master of Port Selwyn keeps a ledger in which every ship and every quarrel of the quay is written down.

# References
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
Vance, O. (2001). The unread book. Quay Press.
"""
Rows = list[tuple[str, str, list[tuple[str, object]]]]


@cache
def _audit() -> Audit:
    return audit_of(TEXT)


def _edges(graph: nx.MultiDiGraph[str], *leave: str) -> Rows:
    rows = [
        (tail, head, sorted((k, v) for k, v in data.items() if k not in leave))
        for tail, head, data in graph.edges(data=True)
    ]
    return sorted(rows, key=str)


def test_the_graph_holds_findings() -> None:
    kinds = {data["type"] for _, data in _audit().graph.nodes(data=True)}
    assert {"paper", "section", "claim", "citation", "reference", "work", "quotation", "passage", "finding"} <= kinds
    assert {"state", "incident"} <= kinds


def test_every_format_gives_the_whole_graph_back() -> None:
    graph = _audit().graph
    from_json = nx.node_link_graph(json.loads(node_link_json(graph)), edges="edges")
    from_graphml = nx.read_graphml(io.BytesIO(graphml(graph)))
    from_gexf = nx.read_gexf(io.BytesIO(gexf(graph)))
    nodes = dict(graph.nodes(data=True))
    assert dict(from_json.nodes(data=True)) == nodes
    assert dict(from_graphml.nodes(data=True)) == nodes
    unlabelled = {node: {k: v for k, v in data.items() if k != "label"} for node, data in nodes.items()}
    gephi = from_gexf.nodes(data=True)
    assert {n: {k: v for k, v in d.items() if k not in ("label", "viz")} for n, d in gephi} == unlabelled
    assert _edges(from_json) == _edges(from_graphml, "id") == _edges(from_gexf, "id", "label") == _edges(graph)


def test_graphml_declares_each_key_once() -> None:
    keys = ET.fromstring(graphml(_audit().graph)).findall("{http://graphml.graphdrawing.org/xmlns}key")
    assert len({key.get("id") for key in keys}) == len(keys)


def test_gephi_finds_colours_sizes_and_edges_without_a_false_direction() -> None:
    root = ET.fromstring(gexf(_audit().graph))
    names = {"g": "http://www.gexf.net/1.2draft", "viz": "http://www.gexf.net/1.2draft/viz"}
    nodes = root.findall(".//g:node", names)
    assert nodes
    assert all(node.find("viz:color", names) is not None and node.find("viz:size", names) is not None for node in nodes)
    assert all(edge.get("type") in (None, "directed") for edge in root.findall(".//g:edge", names))
    assert "lastmodifieddate" not in ET.tostring(root, encoding="unicode")


def test_a_second_audit_gives_the_same_bytes() -> None:
    first, second = _audit().graph, audit_of(TEXT).graph
    assert node_link_json(first) == node_link_json(second)
    assert graphml(first) == graphml(second)
    assert gexf(first) == gexf(second)
