"""``claimtrace draw``: pictures of a written audit."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from program import complaint, contents, run_here

from claimtrace.graph.pictures import PICTURES
from corpus_audits import corpus_audit


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus_audit("naming-and-shaming").write(tmp_path_factory.mktemp("audit"), only=("graph.json",))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_written_as_svg(folder: Path, name: str, tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    result = run_here("draw", folder, "--as", name, "-o", file)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert ET.fromstring(file.read_bytes()).get("class") == f"picture {name}"
    assert corpus_audit("naming-and-shaming").files(only=(f"{name}.svg",)) == {f"{name}.svg": file.read_bytes()}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--as", "timelime"], "there is no picture 'timelime'; did you mean 'timeline'?"),
        (["-o", "none/map.svg"], "none/map.svg: its folder does not exist"),
        (["-o", "."], ".: is a folder; name a file with -o"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line(
    folder: Path, arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run_here("draw", folder, *arguments)
    assert result.status == 2
    assert complaint(result).startswith(told)
    assert contents(tmp_path) == {}


def test_no_audit_is_refused_in_one_line(tmp_path: Path) -> None:
    result = run_here("draw", tmp_path / "none")
    assert result.status == 2
    assert "no such file; name an audit.json" in complaint(result)
