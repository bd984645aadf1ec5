"""``claimtrace graph``: questions to a written audit, as a table or as a part of the graph in a file."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
import pytest
from program import complaint, contents, run_here

from claimtrace.graph.support import Support
from corpus_audits import corpus_audit


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus_audit("naming-and-shaming").write(tmp_path_factory.mktemp("audit"), only=("graph.json",))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ([], ["reference", "27", "points-to"]),
        (["--around", "Adeyemi 2016"], ["is pointed to by", "p. 143", "is flagged by", "finding-"]),
        (
            ["--around", "tax program"],
            [
                "\n  cites (p. ",
                "\n    points to (p. 10): Rosenthal-Ames 2019 ",
                "Rosenthal-Ames 2019",
                "mentions",
                "is claimed in",
            ],
        ),
        (["--path", "Rosenthal-Ames 2019", "NotPetya"], ["is cited in", "mentions"]),
        (["--where", "type=section", "--where", "claims>0", "--where", "sources=0"], ["Abstract", "Objections"]),
        (["--where", "type=reference"], ["citations", "claims", "Adeyemi 2016"]),
        (["--where", "type=claim", "--where", "findings>99"], ["No node keeps to that."]),
        (["--path", "Abstract", "Objections"], ["Nothing joins the two but the paper itself."]),
    ],
)
def test_a_question_is_answered_in_words(folder: Path, question: list[str], shown: list[str]) -> None:
    result = run_here("graph", folder, *question, columns=120)
    assert (result.status, result.err) == (0, "")
    for words in shown:
        assert words in result.out


def test_the_reference_that_carries_most_stands_first(folder: Path) -> None:
    graph = corpus_audit("naming-and-shaming").graph
    support = Support(graph)
    references = [node for node, data in graph.nodes(data=True) if data["type"] == "reference"]
    most = max(len(support.claims(node)) for node in references)
    first = run_here("graph", folder, "--where", "type=reference", columns=120).out.splitlines()[0]
    assert any(graph.nodes[n]["label"] in first and len(support.claims(n)) == most for n in references)


def test_the_answer_is_written_as_a_part_of_the_graph(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "part.graphml"
    result = run_here("graph", folder, "--around", "NotPetya", "--as", "graphml", "-o", file)
    assert (result.status, result.out, result.err) == (0, "", "")
    part = nx.read_graphml(io.BytesIO(file.read_bytes()), force_multigraph=True)
    whole = corpus_audit("naming-and-shaming").graph
    assert 10 < part.number_of_nodes() < whole.number_of_nodes() / 2
    assert all(whole.nodes[node] == data for node, data in part.nodes(data=True))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--around", "Adeyemy 2016"], "no node holds 'Adeyemy 2016'; did you mean 'Adeyemi 2016'?"),
        (["--where", "claim"], "'claim' is no condition; write it as type=claim, sources=0 or youngest<event"),
        (["--where", "about=NotPetia"], "no node holds 'NotPetia'; did you mean 'NotPetya'?"),
        (["--around", "NotPetya", "--where", "type=claim"], "one question at a time: --around, --path or --where"),
        (["--as", "graphm"], "there is no format 'graphm'; did you mean 'graphml'?"),
        (["-o", "x.json"], "x.json: say with --as in which format; there are json, graphml"),
        (["--as", "dot", "-o", "none/x.dot"], "none/x.dot: its folder does not exist"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(
    folder: Path, arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run_here("graph", folder, *arguments)
    assert result.status == 2
    assert complaint(result).startswith(told)
    assert contents(tmp_path) == {}


def test_no_audit_is_refused_in_one_line(tmp_path: Path) -> None:
    result = run_here("graph", tmp_path)
    assert result.status == 2
    assert complaint(result).endswith("has neither graph.json nor audit.json; audit a paper into it first")
