"""The graph in every format: read back whole, and what the programs that read it look for."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from functools import cache

import networkx as nx
import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from claimtrace.graph.formats import FORMATS
from claimtrace.graph.formats.rdf import ITEMS
from claimtrace.pipeline.audit import Audit
from corpus_audits import NAMES, corpus_audit
from graph_readers import edge_rows, rdf_graph, read_back
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
SPAR = "http://purl.org/spar/"


@cache
def _audit() -> Audit:
    return audit_of(TEXT)


def test_the_graph_holds_findings() -> None:
    kinds = {data["type"] for _, data in _audit().graph.nodes(data=True)}
    assert {"paper", "section", "claim", "citation", "reference", "work", "quotation", "passage", "finding"} <= kinds
    assert {"state", "incident"} <= kinds


def _whole(form: str, graph: nx.MultiDiGraph[str]) -> None:
    back = read_back(form, graph)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert edge_rows(back) == edge_rows(graph)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "dot"])  # pydot needs ten seconds for a paper
@pytest.mark.parametrize("name", NAMES)
def test_every_format_gives_the_whole_graph_back(form: str, name: str) -> None:
    _whole(form, corpus_audit(name).graph)


def test_dot_gives_the_whole_graph_back() -> None:
    _whole("dot", _audit().graph)


def test_graphml_declares_each_key_once() -> None:
    keys = ET.fromstring(FORMATS["graphml"].write(_audit().graph)).findall("{http://graphml.graphdrawing.org/xmlns}key")
    assert len({key.get("id") for key in keys}) == len(keys)


def test_gephi_finds_colours_sizes_and_edges_without_a_false_direction() -> None:
    root = ET.fromstring(FORMATS["gexf"].write(_audit().graph))
    names = {"g": "http://www.gexf.net/1.2draft", "viz": "http://www.gexf.net/1.2draft/viz"}
    nodes = root.findall(".//g:node", names)
    assert nodes
    assert all(node.find("viz:color", names) is not None and node.find("viz:size", names) is not None for node in nodes)
    assert all(edge.get("type") in (None, "directed") for edge in root.findall(".//g:edge", names))
    assert "lastmodifieddate" not in ET.tostring(root, encoding="unicode")


def test_gephi_reads_short_labels() -> None:
    labels = [data["label"] for _, data in nx.read_gexf(io.BytesIO(FORMATS["gexf"].write(_audit().graph))).nodes(True)]
    assert max(map(len, labels)) == 90
    assert any(label.endswith("…") for label in labels)


def test_cytoscape_finds_names_and_interactions() -> None:
    elements = json.loads(FORMATS["cytoscape"].write(_audit().graph))["elements"]
    assert all(node["data"]["id"] and node["data"]["name"] for node in elements["nodes"])
    assert all(edge["data"]["interaction"] for edge in elements["edges"])
    assert len({edge["data"]["id"] for edge in elements["edges"]}) == len(elements["edges"])


def test_tables_open_in_a_spreadsheet() -> None:
    for form, first in (("nodes-csv", "id,type,label,"), ("edges-csv", "source,target,type,")):
        text = FORMATS[form].write(_audit().graph).decode("utf-8")
        assert text.startswith("\ufeff" + first)
        assert text.endswith("\r\n")


def test_words_of_a_paper_are_no_formula_in_a_table() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("c", type="claim", label='=HYPERLINK("http://x")', certainty="stated", start=0, end=9)
    rows = list(csv.reader(io.StringIO(FORMATS["nodes-csv"].write(graph).decode("utf-8-sig"))))
    assert rows[1][:3] == ["c", "claim", '\'=HYPERLINK("http://x")']
    assert dict(read_back("nodes-csv", graph).nodes(data=True)) == dict(graph.nodes(data=True))


@cache
def _triples(form: str = "turtle") -> rdflib.Graph:
    return rdf_graph(form, FORMATS[form].write(_audit().graph))


def _item(label: str, kind: str) -> rdflib.URIRef:
    nodes = _audit().graph.nodes(data=True)
    return ITEMS[next(node for node, data in nodes if data["type"] == kind and label in data["label"])]


def test_both_forms_of_rdf_say_the_same() -> None:
    assert set(_triples("turtle")) == set(_triples("json-ld"))


def test_rdf_says_what_is_cited_where_and_why_in_the_words_of_the_field() -> None:
    triples = _triples()
    pointer, entry, work = _item("Marlow", "citation"), _item("Marlow", "reference"), _item("slow harbour", "work")
    claim, paper = _item("The pilots say", "claim"), ITEMS[_audit().paper.document.id]

    def spar(name: str) -> rdflib.URIRef:
        return rdflib.URIRef(SPAR + name)

    assert (pointer, RDF.type, spar("c4o/InTextReferencePointer")) in triples
    assert (pointer, spar("c4o/denotes"), entry) in triples
    assert (pointer, spar("c4o/hasContext"), claim) in triples
    assert (entry, RDF.type, spar("biro/BibliographicReference")) in triples
    assert (entry, spar("biro/references"), work) in triples
    assert (work, RDF.type, spar("fabio/JournalArticle")) in triples
    assert (pointer, spar("cito/hasCitationCharacterization"), spar("cito/includesQuotationFrom")) in triples
    assert (paper, spar("cito/includesQuotationFrom"), work) in triples
    assert (paper, spar("cito/citesAsEvidence"), _item("Ships and rules", "work")) in triples


def test_rdf_says_where_findings_come_from() -> None:
    finding = _item("", "finding")
    assert (finding, RDF.type, PROV.Entity) in _triples()
    assert list(_triples().objects(finding, PROV.wasGeneratedBy))
    assert list(_triples().objects(finding, PROV.wasDerivedFrom))


def test_json_ld_needs_no_network() -> None:
    context = json.loads(FORMATS["json-ld"].write(_audit().graph))["@context"]
    assert isinstance(context, dict)
