"""Reads the graph back from each format, by the library that owns it or the one that most people read it with."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx
import pydot
import rdflib
from rdflib.namespace import RDF, RDFS

from claimtrace.graph.formats import FORMATS
from claimtrace.graph.formats.rdf import ITEMS, TERMS
from claimtrace.model.graph import EdgeType
from claimtrace.model.graph_table import EDGES, NODES
from claimtrace.text.cells import harmless

Graph = nx.MultiDiGraph  # of strings
_TYPES = {a.name: a.holds for kind in (*NODES.values(), *EDGES.values()) for a in kind.attributes}


def read_back(form: str, graph: Graph) -> Graph:
    """The graph, written in a format and read again; what only drawing needs is left out."""
    return READERS[form]({name: FORMATS[name].write(graph) for name in (form, *_BESIDE.get(form, ()))})


def edge_rows(graph: Graph) -> list[str]:
    """The edges with their attributes, to compare two graphs by."""
    return sorted(json.dumps([tail, head, sorted(data.items())]) for tail, head, data in graph.edges(data=True))


def _json(files: Mapping[str, bytes]) -> Graph:
    return nx.node_link_graph(json.loads(files["json"]), edges="edges")


def _graphml(files: Mapping[str, bytes]) -> Graph:
    return _without(nx.read_graphml(io.BytesIO(files["graphml"]), force_multigraph=True), (), ("id",))


def _gexf(files: Mapping[str, bytes]) -> Graph:
    found = _without(nx.read_gexf(io.BytesIO(files["gexf"])), ("viz",), ("id", "label"))
    for _, data in found.nodes(data=True):
        data["label"] = data.pop("text", data["label"])
    return found


def _cytoscape(files: Mapping[str, bytes]) -> Graph:
    found = nx.cytoscape_graph(json.loads(files["cytoscape"]), name="label")
    return _without(found, ("id", "value", "name"), ("id", "source", "target", "interaction", "key"))


def _without(graph: Graph, of_nodes: tuple[str, ...], of_edges: tuple[str, ...]) -> Graph:
    for _, data in graph.nodes(data=True):
        for name in of_nodes:
            data.pop(name, None)
    for *_, data in graph.edges(data=True):
        for name in of_edges:
            data.pop(name, None)
    return graph


def _tables(files: Mapping[str, bytes]) -> Graph:
    found = Graph()
    for row in csv.DictReader(io.StringIO(files["nodes-csv"].decode("utf-8-sig"), newline="")):
        found.add_node(row.pop("id"), **_typed({k: _as_meant(v) for k, v in row.items() if v}))
    for row in csv.DictReader(io.StringIO(files["edges-csv"].decode("utf-8-sig"), newline="")):
        found.add_edge(row.pop("source"), row.pop("target"), **_typed({k: _as_meant(v) for k, v in row.items() if v}))
    return found


def _as_meant(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and harmless(cell[1:]) == cell else cell


def _dot(files: Mapping[str, bytes]) -> Graph:
    [drawn] = pydot.graph_from_dot_data(files["dot"].decode())
    found = Graph()
    for node in drawn.get_nodes():
        if node.get_name() not in ("node", "\\n", '"\\n"'):
            data = _typed({k: _unquoted(v) for k, v in node.get_attributes().items() if k not in ("label", "color")})
            found.add_node(_unquoted(node.get_name()), label=data.pop("text"), **data)
    for edge in drawn.get_edges():
        data = _typed({k: _unquoted(v) for k, v in edge.get_attributes().items() if k != "label"})
        found.add_edge(_unquoted(edge.get_source()), _unquoted(edge.get_destination()), **data)
    return found


def _unquoted(text: str) -> str:
    signs = {"n": "\n", '"': '"', "\\": "\\"}
    return re.sub(r"\\(.)", lambda match: signs[match[1]], text[1:-1])


def _typed(data: Mapping[str, str]) -> dict[str, Any]:
    readers: dict[type, Callable[[str], Any]] = {int: int, float: float, bool: lambda text: text == "true", str: str}
    return {name: readers[_TYPES.get(name, str)](value) for name, value in data.items()}


def rdf_graph(form: str, data: bytes) -> rdflib.Graph:
    """The triples of a file in Turtle or JSON-LD."""
    return rdflib.Graph().parse(data=data, format=form)


def _rdf(form: str) -> Callable[[Mapping[str, bytes]], Graph]:
    def read(files: Mapping[str, bytes]) -> Graph:
        triples = rdf_graph(form, files[form])
        found, told = Graph(), set()
        for item in set(triples.subjects(RDFS.label)):
            kinds = [kind for kind in triples.objects(item, RDF.type) if str(kind).startswith(TERMS)]
            [kind] = kinds
            label = str(triples.value(item, RDFS.label))
            found.add_node(_name(item, ITEMS), type=_name(kind, TERMS), label=label, **_facts(triples, item))
        for statement in triples.subjects(RDF.type, RDF.Statement):
            tail, kind, head = (triples.value(statement, part) for part in (RDF.subject, RDF.predicate, RDF.object))
            told.add((tail, kind, head))
            facts = _facts(triples, statement)
            found.add_edge(_name(tail, ITEMS), _name(head, ITEMS), type=_name(kind, TERMS), **facts)
        for edge in EdgeType:
            for tail, head in triples.subject_objects(TERMS[edge]):
                if (tail, TERMS[edge], head) not in told:
                    found.add_edge(_name(tail, ITEMS), _name(head, ITEMS), type=str(edge))
        return found

    return read


def _facts(triples: rdflib.Graph, item: Any) -> dict[str, Any]:
    return {
        _name(term, TERMS): value.toPython()
        for term, value in triples.predicate_objects(item)
        if str(term).startswith(TERMS) and isinstance(value, rdflib.Literal)
    }


def _name(term: Any, space: rdflib.Namespace) -> str:
    return str(term).removeprefix(space)


_BESIDE = {"nodes-csv": ("edges-csv",), "edges-csv": ("nodes-csv",)}
READERS: Mapping[str, Callable[[Mapping[str, bytes]], Graph]] = {
    "json": _json,
    "graphml": _graphml,
    "gexf": _gexf,
    "cytoscape": _cytoscape,
    "nodes-csv": _tables,
    "edges-csv": _tables,
    "dot": _dot,
    "turtle": _rdf("turtle"),
    "json-ld": _rdf("json-ld"),
}
