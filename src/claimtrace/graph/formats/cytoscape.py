"""The graph as the JSON of Cytoscape and Cytoscape.js."""

from __future__ import annotations

import json

import networkx as nx

from claimtrace.graph.formats.copying import printable_copy


def cytoscape_json(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as Cytoscape JSON, which ``networkx.cytoscape_graph`` reads back.

    Cytoscape shows the ``name`` of a node, and of an edge its ``interaction``; both stand beside our own attributes.
    """
    copy = printable_copy(graph)
    data = nx.cytoscape_data(copy, name="label")
    for element in data["elements"]["nodes"]:
        element["data"]["name"] = element["data"]["label"]
    for number, element in enumerate(data["elements"]["edges"]):
        element["data"] |= {"id": f"edge-{number}", "interaction": element["data"]["type"]}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
