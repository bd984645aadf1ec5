"""``audit.json`` alone gives back the whole graph."""

from __future__ import annotations

import json

import pytest

from claimtrace.graph.build import add_findings, build_graph
from claimtrace.report.audit_json import audit_data, dumps
from claimtrace.report.audit_reading import read_findings, read_paper
from corpus_audits import NAMES, corpus_audit


@pytest.mark.parametrize("name", NAMES)
def test_the_graph_is_built_again_from_audit_json(name: str) -> None:
    audit = corpus_audit(name)
    data = json.loads(dumps(audit.data()))
    paper = read_paper(data)
    graph = build_graph(paper)
    add_findings(graph, paper, read_findings(data))
    assert dict(graph.nodes(data=True)) == dict(audit.graph.nodes(data=True))
    assert list(graph.edges(data=True)) == list(audit.graph.edges(data=True))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_back_is_what_was_written(name: str) -> None:
    """All layers, but for boxes: a paper read back knows of a word only its page."""
    data = corpus_audit(name).data()
    again = audit_data(read_paper(data), read_findings(data), corpus_audit(name).coverage, data["generator"])
    for part in ("paper", "text", "pages", "sections", "tables", "quotations", "claims", "entities", "relations"):
        assert again[part] == json.loads(dumps(data))[part], part
