"""The graph as GraphML."""

from __future__ import annotations

import io

import networkx as nx

from claimtrace.graph.formats.copying import printable_copy


def graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as GraphML, which ``networkx.read_graphml``, yEd and Gephi read."""
    stream = io.BytesIO()
    nx.write_graphml_xml(printable_copy(graph), stream)
    return stream.getvalue()
