"""The graph of a written audit is read back from its folder, its graph.json or its audit.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrace.model.errors import UnreadableAuditError
from claimtrace.pipeline.saved import saved_graph
from corpus_audits import corpus_audit

NAME = "naming-and-shaming"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus_audit(NAME).write(tmp_path_factory.mktemp("audit"), only=("audit.json", "graph.json"))


@pytest.mark.parametrize("name", ["", "graph.json", "audit.json"])
def test_each_file_alone_gives_the_whole_graph(folder: Path, name: str) -> None:
    graph, whole = saved_graph(folder / name), corpus_audit(NAME).graph
    assert dict(graph.nodes(data=True)) == dict(whole.nodes(data=True))
    assert list(graph.edges(data=True)) == list(whole.edges(data=True))


def test_a_folder_with_audit_json_only(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "audit.json").write_bytes((folder / "audit.json").read_bytes())
    assert len(saved_graph(tmp_path)) == len(corpus_audit(NAME).graph)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "holds no audit"),
        (b'{"nodes": []}', "holds no audit"),
        (b'{"schema_version": "1"}', "is damaged or of another version; audit the paper again"),
        (b'{"nodes": [], "edges": []}', "is damaged or of another version (there are 0 papers, not one)"),
        (b'{"nodes": [{"id": 3, "type": "work", "label": "x"}], "edges": []}', "node 3 has an id that is no text"),
        (b'{"nodes": [{"id": "x", "type": ["work"]}], "edges": []}', "is damaged or of another version"),
        (b'{"nodes": [{"id": "x"}], "edges": [3]}', "is damaged or of another version"),
        (b'{"nodes": [{"id": "x", "type": "ghost"}], "edges": []}', "node x has the type 'ghost', which there is not"),
    ],
)
def test_what_is_no_audit_is_refused_in_one_line(content: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "audit.json"
    file.write_bytes(content)
    with pytest.raises(UnreadableAuditError) as caught:
        saved_graph(file)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_damaged_audit_is_refused(folder: Path, tmp_path: Path) -> None:
    data: dict[str, Any] = json.loads((folder / "audit.json").read_bytes())
    data["claims"][0]["span"] = [9, 3]
    (tmp_path / "audit.json").write_text(json.dumps(data))
    with pytest.raises(UnreadableAuditError, match="ends before it begins"):
        saved_graph(tmp_path)


@pytest.mark.parametrize(
    ("name", "told"), [("none", "no such file; name an audit.json"), (".", "has neither graph.json nor audit.json")]
)
def test_what_is_not_there_is_said(name: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableAuditError) as caught:
        saved_graph(tmp_path / name)
    assert told in str(caught.value)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_changed_in_an_audit_it_is_read_or_refused(
    folder: Path, tmp_path: Path, data: st.DataObject
) -> None:
    audit: dict[str, Any] = json.loads((folder / "audit.json").read_bytes())
    part = data.draw(st.sampled_from([name for name, rows in audit.items() if isinstance(rows, list) and rows]))
    row = data.draw(st.sampled_from(audit[part]))
    row[data.draw(st.sampled_from(sorted(row)))] = data.draw(
        st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(0, 99), max_size=3) | st.just({})
    )
    (tmp_path / "audit.json").write_text(json.dumps(audit))
    try:
        saved_graph(tmp_path / "audit.json")
    except UnreadableAuditError as refused:
        assert "\n" not in str(refused)
