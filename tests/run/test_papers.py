"""Several papers in a row: a folder of its own for each, and one that fails stops no other."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.model.errors import OutputError
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.running import run_pipeline
from claimtrace.pipeline.table import Pipeline, find_pipeline
from claimtrace.run.papers import audit_papers, folders
from written_papers import pdf_of

PAPER = """
# Introduction
Lamps were lit at dusk by the keepers of the quay (Holm, 2015). Ferries ran on Sundays only.

# References
Holm, S. (2015). Lamps and pilots. Port Selwyn Press.
"""
GRAPH = """
description = "The quickest there is"
stages = ["read", "structure", "references", "citations", "links", "graph"]
"""


@pytest.fixture
def quick(tmp_path: Path) -> Pipeline:
    (tmp_path / "quick.toml").write_text(GRAPH)
    return find_pipeline(tmp_path / "quick.toml")


@pytest.mark.parametrize(
    ("papers", "out", "expected"),
    [
        (["a.pdf"], None, ["audits/a"]),
        (["a.pdf"], "out", ["out"]),
        (["x/a.pdf", "b.pdf"], None, ["audits/a", "audits/b"]),
        (["x/a.pdf", "b.pdf"], "out", ["out/a", "out/b"]),
        (["x/a.pdf", "y/a.pdf"], "out", ["out/x-a", "out/y-a"]),
        (["p/x/a.pdf", "q/x/a.pdf"], "out", ["out/x-a", "out/x-a-2"]),
        (["a.pdf", "a.PDF", "a"], "out/deep", ["out/deep/here-a", "out/deep/here-a-2", "out/deep/here-a-3"]),
        (["a.pdf", "./a.pdf"], "out", ["out"]),
        (["...pdf", "..pdf", "v1.2.pdf"], "out", ["out/...pdf", "out/..pdf", "out/v1.2"]),
    ],
)
def test_the_folder_of_each_paper(
    papers: list[str], out: str | None, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    found = folders([Path(paper) for paper in papers], Path(out) if out else None)
    assert [str(folder) for folder in found.values()] == expected


names = st.text(st.sampled_from("ab.-2 é"), min_size=1, max_size=4).filter(lambda name: name.strip("."))


@given(st.lists(st.tuples(st.sampled_from(["", "x", "x/y", "z/y"]), names), min_size=2, max_size=8, unique=True))
def test_each_paper_has_a_folder_of_its_own_in_the_one_that_was_named(places: list[tuple[str, str]]) -> None:
    papers = [Path(place, f"{name}.pdf") for place, name in places]
    found = folders(papers, Path("out"))
    assert list(found) == papers
    assert len(set(found.values())) == len(papers)
    assert all(folder.parent == Path("out") and folder.name not in (".", "..") for folder in found.values())


def test_a_fault_of_the_program_is_told_with_its_place_and_stops_no_other_paper(
    quick: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = [tmp_path / name for name in ("first.pdf", "odd.pdf", "last.pdf")]
    for paper in papers:
        paper.write_bytes(pdf_of(PAPER))

    def stumble(paper: Path, *rest: object) -> Audit:
        if paper.name == "odd.pdf":
            raise AssertionError("a library did not expect this")
        return run_pipeline(paper, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("claimtrace.run.papers.run_pipeline", stumble)
    outcomes = list(audit_papers(papers, tmp_path / "out", quick))
    assert [outcome.paper for outcome in outcomes] == papers
    assert [outcome.audit is not None for outcome in outcomes] == [True, False, True]
    assert {folder.name for folder in (tmp_path / "out").iterdir()} == {"first", "last"}
    problem = outcomes[1].problem or ""
    for words in (str(papers[1]), "the program failed on it", "AssertionError in papers.py:", "please report it"):
        assert words in problem


def test_papers_come_out_one_by_one_and_each_step_is_told(quick: Pipeline, tmp_path: Path) -> None:
    papers = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    for paper in papers:
        paper.write_bytes(pdf_of(PAPER))
    told: list[tuple[str, str]] = []
    running = audit_papers(papers, tmp_path / "out", quick, watch=lambda paper, step: told.append((paper.stem, step)))
    first = next(running)
    assert (first.folder / "audit.json").exists()
    assert {paper for paper, _ in told} == {"first"}
    assert [step for _, step in told][:4] == ["read", "structure", "references", "citations"]
    assert next(running).paper == papers[1]


def test_no_paper_is_overwritten_by_another_ones_audit(quick: Pipeline, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "first").mkdir(parents=True)
    papers = [tmp_path / "first.pdf", out / "first" / "annotated.pdf"]
    for paper in papers:
        paper.write_bytes(pdf_of(PAPER))
    with pytest.raises(OutputError, match="would be overwritten"):
        list(audit_papers(papers, out, quick))
    assert [path.name for path in (out / "first").iterdir()] == ["annotated.pdf"]


def test_what_was_made_for_a_paper_is_gone_when_the_next_one_is_done(quick: Pipeline, tmp_path: Path) -> None:
    papers = [tmp_path / f"{number}.pdf" for number in range(3)]
    for paper in papers:
        paper.write_bytes(pdf_of(PAPER))
    before = _audits_alive()
    alive = []
    for outcome in audit_papers(papers, tmp_path / "out", quick):
        alive.append(_audits_alive() - before)
        del outcome
    assert alive == [1, 1, 1]


def _audits_alive() -> int:
    return sum(isinstance(made, Audit) for made in gc.get_objects())
