"""``claimtrace references``: lists go to stdout or a file, whole, and never over a paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from paper_files import PAPER, blank, put
from program import complaint, contents, run_here, run_program

from written_papers import pdf_of

KEYS = ["adler2001timetables", "holm2015lamps", "quill2012tides"]


def keys(text: str) -> list[str]:
    return [entry["id"] for entry in json.loads(text)]


def test_csl_json_goes_to_stdout(tmp_path: Path) -> None:
    result = run_program("references", put(tmp_path, "quay.pdf"), environment={"PYTHONIOENCODING": "ascii"})
    assert (result.status, result.err) == (0, "")
    assert keys(result.out) == KEYS


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("csl-json", b"[\n"),
        ("bibtex", b"@book{adler2001timetables,"),
        ("ris", b"TY  - BOOK"),
        ("csv", b"\xef\xbb\xbfpaper,"),
    ],
)
def test_a_file_is_written_in_place_of_an_older_one(tmp_path: Path, form: str, begins: bytes) -> None:
    paper, out = put(tmp_path, "quay.pdf"), put(tmp_path, "entries", b"old")
    result = run_here("references", paper, "--format", form, "-o", out)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert out.read_bytes().startswith(begins)
    assert sorted(contents(tmp_path)) == ["entries", "quay.pdf"]


def test_several_papers_make_one_list(tmp_path: Path) -> None:
    papers = [put(tmp_path, "a.pdf"), put(tmp_path, "b.pdf")]
    assert run_here("references", *papers, "-o", tmp_path / "all.json").status == 0
    assert keys((tmp_path / "all.json").read_text("utf-8")) == KEYS + [f"{key}-2" for key in KEYS]


def test_a_paper_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    papers = [tmp_path / "gone.pdf", put(tmp_path, "blank.pdf", blank()), put(tmp_path, "quay.pdf")]
    result = run_here("references", *papers, "-o", tmp_path / "all.json")
    assert result.status == 3
    assert [line.split(": ")[1] for line in result.err.splitlines()] == [str(path) for path in papers[:2]]
    assert keys((tmp_path / "all.json").read_text("utf-8")) == KEYS


def test_nothing_is_written_where_no_paper_can_be_read(tmp_path: Path) -> None:
    result = run_here("references", tmp_path / "gone.pdf", "-o", tmp_path / "all.json")
    assert (result.status, contents(tmp_path)) == (3, {})


def test_a_paper_without_a_list_is_told(tmp_path: Path) -> None:
    paper = put(tmp_path, "quay.pdf", pdf_of(PAPER.partition("# References")[0]))
    result = run_here("references", paper, "-o", tmp_path / "all.json")
    assert (result.status, complaint(result)) == (0, f"{paper}: no reference list was found")
    assert (tmp_path / "all.json").read_text() == "[]\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quay.pdf", "is to be read; name another file with -o"),
        (".", "is a folder; name a file with -o"),
        ("none/all.json", "its folder does not exist; make it, or name another file with -o"),
    ],
)
def test_a_file_that_must_not_be_written_is_refused(tmp_path: Path, name: str, words: str) -> None:
    paper = put(tmp_path, "quay.pdf")
    before = contents(tmp_path)
    out = tmp_path / name
    result = run_here("references", paper, "-o", out)
    assert (result.status, complaint(result)) == (2, f"{out}: {words}")
    assert contents(tmp_path) == before


def test_output_may_be_a_device(tmp_path: Path) -> None:
    result = run_program("references", put(tmp_path, "quay.pdf"), "-o", "/dev/stdout")
    assert result.status == 0
    assert keys(result.out) == KEYS


def test_a_format_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    result = run_here("references", put(tmp_path, "quay.pdf"), "--format", "docx")
    assert result.status == 2
    assert "csl-json" in result.err
