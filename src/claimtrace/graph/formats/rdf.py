"""The graph as RDF: Turtle and JSON-LD, in the vocabularies of scholarly publishing.

Of the SPAR ontologies (http://www.sparontologies.net) C4O tells in-text pointers, BiRO entries and lists, FaBiO kinds
of works, DoCO parts of the paper, CiTO why something is cited; PROV-O tells where findings come from. What they have no
term for has one of our own, and so has every edge, so that the whole graph can be read back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import networkx as nx
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, XSD

from claimtrace.graph.formats.copying import printable_copy
from claimtrace.graph.formats.rdf_terms import (
    CLASSES,
    CONTEXT,
    EVIDENCE_KINDS,
    INFORMATION_KINDS,
    OTHER_WORK,
    PROPERTIES,
    PUBLICATION_YEAR,
    ROLES,
    WORK_TYPES,
)
from claimtrace.graph.support import Support
from claimtrace.model.graph import EdgeType, NodeType

TERMS = Namespace("urn:claimtrace:term:")
ITEMS = Namespace("urn:claimtrace:item:")
_C4O = Namespace("http://purl.org/spar/c4o/")
_CITO = Namespace("http://purl.org/spar/cito/")
_PRISM = Namespace("http://prismstandard.org/namespaces/basic/2.0/")


def turtle(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as Turtle."""
    return as_turtle(triples(graph))


def json_ld(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as JSON-LD, with its context in the file: no reader asks a network for it."""
    return as_json_ld(triples(graph))


def as_turtle(found: Graph) -> bytes:
    """What :func:`triples` gives, as Turtle."""
    return found.serialize(format="longturtle", encoding="utf-8")


def as_json_ld(found: Graph) -> bytes:
    """What :func:`triples` gives, as JSON-LD."""
    made = json.loads(found.serialize(format="json-ld", context=_context()))
    return (json.dumps(_sorted(made), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _sorted(value: Any) -> Any:
    """JSON-LD whose lists, which are sets, stand in one order."""
    if isinstance(value, dict):
        return {name: _sorted(item) for name, item in value.items()}
    if isinstance(value, list):
        return sorted((_sorted(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


@cache
def _context() -> dict[str, str]:
    return {**CONTEXT, "ct": str(TERMS), "item": str(ITEMS)}


def triples(graph: nx.MultiDiGraph[str]) -> Graph:
    """The graph as RDF, to be written in one form or several."""
    found = Graph(bind_namespaces="none")
    for prefix, name in _context().items():
        found.bind(prefix, name)
    copy = printable_copy(graph)
    for node, data in copy.nodes(data=True):
        _add_node(found, node, data)
    for number, (tail, head, data) in enumerate(copy.edges(data=True)):
        _add_edge(found, number, tail, head, data)
    _add_citation_kinds(found, copy)
    return found


def _add_node(found: Graph, node: str, data: Mapping[str, object]) -> None:
    """What it is, its label, and every attribute; those that a common vocabulary has a term for in that, too."""
    item, kind = ITEMS[node], NodeType(str(data["type"]))
    found.add((item, RDF.type, TERMS[kind]))
    for name in CLASSES[kind]:
        found.add((item, RDF.type, URIRef(name)))
    found.add((item, RDFS.label, Literal(data["label"])))
    for name, value in data.items():
        if name not in ("type", "label"):
            found.add((item, TERMS[name], Literal(value)))
    if kind in (NodeType.CITATION, NodeType.REFERENCE):
        found.add((item, _C4O.hasContent, Literal(data.get("raw", data["label"]))))
    if kind is NodeType.SECTION and data["role"] in ROLES:
        found.add((item, RDF.type, URIRef(ROLES[str(data["role"])])))
    if kind in (NodeType.WORK, NodeType.PAPER):
        found.add((item, RDF.type, URIRef(WORK_TYPES.get(str(data.get("work_type")), OTHER_WORK))))
        found.add((item, DCTERMS.title, Literal(data["label"])))
        if "year" in data:
            found.add((item, URIRef(PUBLICATION_YEAR), Literal(str(data["year"]), datatype=XSD.gYear)))
        if "doi" in data:
            found.add((item, _PRISM.doi, Literal(data["doi"])))
    if kind is NodeType.FINDING:
        check = TERMS[f"check-{data['check']}"]
        found.add((check, RDF.type, PROV.Activity))
        found.add((item, PROV.wasGeneratedBy, check))


def _add_edge(found: Graph, number: int, tail: str, head: str, data: Mapping[str, object]) -> None:
    """The edge by our own term and by the common ones; its attributes on a statement about it."""
    kind = EdgeType(str(data["type"]))
    for term in (str(TERMS[kind]), *PROPERTIES.get(kind, ())):
        found.add((ITEMS[tail], URIRef(term), ITEMS[head]))
    if kind is EdgeType.CITES:
        found.add((ITEMS[head], _C4O.hasContext, ITEMS[tail]))
    attributes = {name: value for name, value in data.items() if name != "type"}
    if attributes:
        statement = ITEMS[f"edge-{number}"]
        found.add((statement, RDF.type, RDF.Statement))
        found.add((statement, RDF.subject, ITEMS[tail]))
        found.add((statement, RDF.predicate, TERMS[kind]))
        found.add((statement, RDF.object, ITEMS[head]))
        for name, value in attributes.items():
            found.add((statement, TERMS[name], Literal(value)))


def _add_citation_kinds(found: Graph, graph: nx.MultiDiGraph[str]) -> None:
    """Each pointer as a citation of a work by the paper, and why it is cited, as far as what cites it tells."""
    support = Support(graph)
    papers = [node for node in graph if support.type(node) is NodeType.PAPER]
    for citation in (node for node in graph if support.type(node) is NodeType.CITATION):
        kind = _CITO[_why_cited(support, graph, citation)]
        found.add((ITEMS[citation], _CITO.hasCitationCharacterization, kind))
        for entry in support.heads(citation, EdgeType.POINTS_TO):
            for work in support.heads(entry, EdgeType.IDENTIFIES):
                found.add((ITEMS[citation], _CITO.hasCitedEntity, ITEMS[work]))
                for paper in papers:
                    found.add((ITEMS[citation], _CITO.hasCitingEntity, ITEMS[paper]))
                    found.add((ITEMS[paper], _CITO.cites, ITEMS[work]))
                    found.add((ITEMS[paper], kind, ITEMS[work]))


def _why_cited(support: Support, graph: nx.MultiDiGraph[str], citation: str) -> str:
    """The property of CiTO: words are quoted, a number or event is told, or what others did; else it is just cited."""
    if support.tails(citation, EdgeType.QUOTED_FROM):
        return "includesQuotationFrom"
    kinds = {kind for claim in support.claims(citation) for kind in graph.nodes[claim].get("kinds", "").split()}
    if kinds & EVIDENCE_KINDS:
        return "citesAsEvidence"
    return "citesForInformation" if kinds & INFORMATION_KINDS else "cites"
