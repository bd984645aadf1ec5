"""Papers that cannot be read: one line that says what and what to do, status 3, and nothing is left behind."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from paper_files import blank, encrypted, in_a_ring, paper, put, quick, restricted, scanned
from program import complaint, contents, run_here


def holds(data: Callable[[], bytes]) -> Callable[[Path], object]:
    """Makes a file that holds these bytes."""
    return lambda path: put(path.parent, path.name, data())


BAD: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "missing": (lambda path: None, "no such file", "check the name"),
    "folder": (Path.mkdir, "is a folder", "/*.pdf"),
    "empty": (holds(lambda: b""), "is empty", "fetch the file again"),
    "few-words": (holds(lambda: b"Lamps were lit at dusk."), "holds no text to audit", "check that it is the paper"),
    "no-paper": (holds(lambda: bytes(range(256))), "is a binary file, no paper", "give a PDF, DOCX"),
    "head-only": (holds(lambda: b"%PDF-1.7\n"), "damaged or cut short", "fetch the file again"),
    "cut-early": (holds(lambda: paper()[: len(paper()) // 3]), "damaged or cut short", "fetch the file again"),
    "cut-late": (holds(lambda: paper()[: len(paper()) * 9 // 10]), "damaged or cut short", "fetch the file again"),
    "noise": (holds(lambda: b"%PDF-1.4\n" + bytes(range(256)) * 20), "damaged or cut short", "fetch the file again"),
    "encrypted": (holds(encrypted), "needs a password", "save a copy without one"),
    "scanned": (holds(scanned), "holds no text", "OCR"),
    "blank": (holds(blank), "holds no text", "OCR"),
    "pipe": (os.mkfifo, "is a device or a pipe", "save the paper as a file"),
    "link-to-itself": (lambda path: path.symlink_to(path), "no such file", "check the name"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_paper_is_refused_in_one_line(case: str, tmp_path: Path) -> None:
    make, what, mend = BAD[case]
    path = tmp_path / f"{case}.pdf"
    make(path)
    out = tmp_path / "out" / "deep"
    result = run_here("audit", path, "-o", out)
    assert (result.status, result.out) == (3, "")
    said = complaint(result)
    assert said.startswith(f"{path}: ")
    assert what in said
    assert mend in said
    assert not (tmp_path / "out").exists()


def test_a_paper_that_cannot_be_marked_is_audited_without_its_marked_copy(tmp_path: Path) -> None:
    path = put(tmp_path, "ring.pdf", in_a_ring())
    result = run_here("audit", path, "-o", tmp_path / "out")
    assert result.status == 0
    said = complaint(result)
    assert said.startswith("ring.pdf: marks cannot be set into this PDF")
    assert said.endswith("annotated.pdf is left out")
    assert "object" not in said
    assert {"audit.json", "report.html"} <= set(contents(tmp_path / "out")) - {"annotated.pdf"}
    alone = run_here("audit", path, "-o", tmp_path / "alone", "--only", "annotated.pdf")
    assert (alone.status, alone.out) == (3, "")


def test_a_name_that_is_too_long_is_refused_in_one_line(tmp_path: Path) -> None:
    result = run_here("audit", tmp_path / ("a" * 300 + ".pdf"), "-o", tmp_path / "out")
    assert (result.status, result.out) == (3, "")
    assert "name" in complaint(result)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("name", ["no\nsuch.pdf", "no\x1b[2Jsuch.pdf", "no\u202esuch.pdf"])
def test_a_name_cannot_steer_the_terminal(name: str, tmp_path: Path) -> None:
    result = run_here("audit", tmp_path / name)
    assert result.status == 3
    assert "no such file" in complaint(result)
    assert not set("\x1b\u202e") & set(result.err)


def test_an_earlier_audit_stays_when_the_paper_cannot_be_read_any_more(tmp_path: Path) -> None:
    path = put(tmp_path, "paper.pdf")
    out = tmp_path / "out"
    assert run_here("audit", path, "-o", out, "--pipeline", quick(tmp_path)).status == 0
    before = contents(out)
    path.write_bytes(encrypted())
    assert run_here("audit", path, "-o", out).status == 3
    assert contents(out) == before


def test_a_paper_that_only_its_owner_may_copy_from_is_read(tmp_path: Path) -> None:
    result = run_here("audit", put(tmp_path, "restricted.pdf", restricted()), "-o", tmp_path / "out")
    assert (result.status, result.err) == (0, "")
    assert (tmp_path / "out" / "annotated.pdf").exists()
