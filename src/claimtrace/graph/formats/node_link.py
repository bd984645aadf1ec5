"""The graph as node-link JSON."""

from __future__ import annotations

import json

import networkx as nx

from claimtrace.graph.formats.copying import printable_copy


def node_link_json(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as node-link JSON, which ``networkx.node_link_graph`` reads back with ``edges="edges"``."""
    data = nx.node_link_data(printable_copy(graph), edges="edges")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
