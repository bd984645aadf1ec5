"""The graph in the formats that other programs read; each is made by a module of its own, loaded when it is asked for.

Every format holds the whole graph: nodes, edges and all their attributes. The same graph gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class GraphFormat:
    """A format: what its file in an audit is called, who reads it, and the function that makes it, as "module:name"."""

    file: str
    read_by: str
    maker: str

    def write(self, graph: nx.MultiDiGraph[str]) -> bytes:
        """The graph in this format."""
        module, _, name = self.maker.partition(":")
        make: Callable[[nx.MultiDiGraph[str]], bytes] = getattr(import_module(f"{__name__}.{module}"), name)
        return make(graph)


FORMATS: Mapping[str, GraphFormat] = {
    "json": GraphFormat("graph.json", "networkx, D3", "node_link:node_link_json"),
    "graphml": GraphFormat("graph.graphml", "networkx, yEd, Gephi, igraph", "graphml:graphml"),
    "gexf": GraphFormat("graph.gexf", "Gephi, networkx", "gexf:gexf"),
    "cytoscape": GraphFormat("graph.cyjs", "Cytoscape, Cytoscape.js", "cytoscape:cytoscape_json"),
    "nodes-csv": GraphFormat("graph-nodes.csv", "spreadsheets, pandas, Neo4j", "tables:nodes_csv"),
    "edges-csv": GraphFormat("graph-edges.csv", "spreadsheets, pandas, Neo4j", "tables:edges_csv"),
    "dot": GraphFormat("graph.dot", "Graphviz", "dot:dot"),
    "turtle": GraphFormat("graph.ttl", "RDF tools", "rdf:turtle"),
    "json-ld": GraphFormat("graph.jsonld", "RDF and JSON-LD tools", "rdf:json_ld"),
}
