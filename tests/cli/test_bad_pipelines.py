"""Pipelines that do not exist or are not valid: status 2, and one line that names the file, the fault and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper_files import put
from program import complaint, contents, run_here

HEAD = 'description = "Own"\n'
GRAPH = '"read", "structure", "references", "citations", "links", "graph"'
STAGES = f'stages = [{GRAPH}, "checks"]\n'

BAD = {
    "is no valid TOML": 'description = "Own\n',
    "(at line 2, column": HEAD + "stages = [,]\n",
    "'description' is missing": STAGES,
    "unknown key 'stage'; did you mean 'stages'?": HEAD + "stage = []\n",
    "unknown key 'bound'; did you mean 'bounds'?": HEAD + STAGES + "[bound]\n",
    "unknown stage 'refrences'; did you mean 'references'?": HEAD + 'stages = ["read", "structure", "refrences"]\n',
    "'stages' must be a list of names": HEAD + 'stages = "read"\n',
    "'checks' must be a list of names": HEAD + STAGES + "checks = [1]\n",
    "'stages' names 'read' twice": HEAD + f'stages = ["read", {GRAPH}]\n',
    "'checks' names 'page-reused' twice": HEAD + STAGES + 'checks = ["page-reused", "page-reused"]\n',
    "unknown check 'page-reusd'; did you mean 'page-reused'?": HEAD + STAGES + 'checks = ["page-reusd"]\n',
    "the stages lack 'graph'": HEAD + 'stages = ["read", "structure"]\n',
    "the stages lack 'checks'": HEAD + f'stages = [{GRAPH}]\nchecks = ["reference-never-cited"]\n',
    "'references' needs document, which 'structure' makes": HEAD + 'stages = ["read", "references"]\n',
    "add the stage 'duplicates' or leave the check out": HEAD + STAGES + 'checks = ["passage-duplicated"]\n',
    "unknown check 'nosuch'; there are": HEAD + STAGES + "[bounds.nosuch]\nwords = 3\n",
    "unknown bound of passage-duplicated 'word'; did you mean 'words'?": HEAD
    + STAGES
    + "bounds.passage-duplicated.word = 3\n",
    "'words' of passage-duplicated must be a number of 0 or more": HEAD
    + STAGES
    + 'bounds.passage-duplicated.words = "3"\n',
    "'bounds' must be a table": HEAD + STAGES + "bounds = 3\n",
    "'severity' must be a table": HEAD + STAGES + 'severity = "error"\n',
    "unknown severity of page-reused 'eror'; did you mean 'error'?": HEAD + STAGES + 'severity.page-reused = "eror"\n',
    "unknown severity of page-reused '3'": HEAD + STAGES + "severity.page-reused = 3\n",
}


@pytest.mark.parametrize("words", BAD)
def test_a_bad_pipeline_file_is_refused_before_anything_is_read(words: str, tmp_path: Path) -> None:
    mine = put(tmp_path, "mine.toml", BAD[words].encode())
    paper = put(tmp_path, "paper.pdf")
    before = contents(tmp_path)
    result = run_here("audit", paper, "-o", tmp_path / "out", "--pipeline", mine)
    assert (result.status, result.out) == (2, "")
    said = complaint(result)
    assert said.startswith(f"{mine}: ")
    assert words in said
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("defualt", "no pipeline named defualt (a file of your own ends in .toml); did you mean 'default'?"),
        ("cyber", "no pipeline named cyber (a file of your own ends in .toml); "),
        ("default.tml", "did you mean 'default'?"),
        ("nosuch.toml", "no such pipeline file; `claimtrace pipelines` shows those that come along"),
        ("", "; there are "),
    ],
)
def test_an_unknown_pipeline_is_refused_with_the_nearest_name(name: str, words: str, tmp_path: Path) -> None:
    result = run_here("audit", put(tmp_path, "paper.pdf"), "-o", tmp_path / "out", "--pipeline", name)
    assert (result.status, result.out) == (2, "")
    assert words in complaint(result)
    assert not (tmp_path / "out").exists()


def test_a_folder_and_bytes_that_are_no_text_are_no_pipeline(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    for path, words in (
        (tmp_path / "folder.toml", "cannot be read"),
        (put(tmp_path, "latin.toml", HEAD.encode("utf-16")), "is no text in UTF-8; save it as such"),
        (tmp_path / ("x" * 300 + ".toml"), "cannot be read"),
    ):
        result = run_here("audit", tmp_path / "paper.pdf", "--pipeline", path)
        assert (result.status, result.out) == (2, "")
        assert words in complaint(result)
