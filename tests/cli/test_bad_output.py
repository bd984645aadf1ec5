"""Folders that cannot be written, and output that cannot be printed: status 2, one line, and nothing half-written."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from paper_files import PAPER, put, quick
from program import complaint, contents, run_here, run_program

from written_papers import pdf_of


def in_a_file(folder: Path) -> Path:
    return put(folder, "a file", b"") / "below"


def at_a_file(folder: Path) -> Path:
    return put(folder, "a file", b"")


def at_a_dead_link(folder: Path) -> Path:
    (folder / "link").symlink_to(folder / "nowhere")
    return folder / "link"


def with_too_long_a_name(folder: Path) -> Path:
    return folder / ("b" * 300)


def read_only(folder: Path) -> Path:
    place = folder / "locked"
    place.mkdir(mode=0o500)
    return place / "out" if os.geteuid() else Path("/proc/claimtrace/out")  # nothing else is locked to root


def taken_by_a_folder(folder: Path) -> Path:
    (folder / "out" / "report.html").mkdir(parents=True)
    return folder / "out"


@pytest.mark.parametrize(
    ("place", "what"),
    [
        (at_a_file, "is a file; name a folder with -o"),
        (in_a_file, "is a file, so no folder can be made in it; name another with -o"),
        (at_a_dead_link, "is a link to nothing; name a folder with -o"),
        (with_too_long_a_name, "choose another with -o"),
        (read_only, "choose another"),
        (taken_by_a_folder, "is a folder where a file of the audit belongs; choose another with -o"),
    ],
)
def test_a_folder_that_cannot_be_written_is_refused(place: Callable[[Path], Path], what: str, tmp_path: Path) -> None:
    out = place(tmp_path)
    paper = put(tmp_path, "paper.pdf")
    quick(tmp_path)
    before = contents(tmp_path)
    result = run_here("audit", paper, "-o", out, "--pipeline", quick(tmp_path))
    assert (result.status, result.out) == (2, "")
    assert what in complaint(result)
    assert contents(tmp_path) == before


def test_one_bad_folder_of_several_is_refused_before_any_paper_is_read(tmp_path: Path) -> None:
    papers = [put(tmp_path, "first.pdf"), put(tmp_path, "last.pdf")]
    put(tmp_path, "out").unlink()
    (tmp_path / "out").mkdir()
    put(tmp_path / "out", "last", b"in the way")
    before = contents(tmp_path)
    result = run_here("audit", *papers, "-o", tmp_path / "out")
    assert (result.status, result.out) == (2, "")
    assert "is a file" in complaint(result)
    assert contents(tmp_path) == before


def test_an_annotated_pdf_is_not_overwritten_by_its_own_audit(tmp_path: Path) -> None:
    paper = put(tmp_path, "annotated.pdf")
    result = run_here("audit", paper, "-o", tmp_path)
    assert (result.status, result.out) == (2, "")
    assert "would be overwritten" in complaint(result)
    assert set(contents(tmp_path)) == {"annotated.pdf"}


def fill_the_disk(size: int) -> Callable[[], None]:
    """No file of the process may grow beyond this size; to write more fails as it does on a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_on_a_full_disk_an_earlier_audit_stays_as_it_was(tmp_path: Path) -> None:
    paper = put(tmp_path, "paper.pdf")
    out = tmp_path / "out"
    out.mkdir()
    put(out, "audit.json", b"an earlier audit")
    put(out, "report.html", b"an earlier report")
    before = contents(out)
    result = run_program("audit", paper, "-o", out, "--pipeline", quick(tmp_path), first=fill_the_disk(4096))
    assert (result.status, result.out) == (2, "")
    assert "free space there, or choose another folder with -o" in complaint(result)
    assert contents(out) == before


def test_papers_that_were_done_before_the_disk_was_full_are_shown_and_kept(tmp_path: Path) -> None:
    intro, _, rest = PAPER.partition("# Winters")
    longer = intro + "\n\n".join(f"# Winter {year}{rest.partition('# References')[0]}" for year in range(1890, 1950))
    papers = [put(tmp_path, "first.pdf"), put(tmp_path, "second.pdf", pdf_of(longer))]
    out = tmp_path / "deep" / "out"
    result = run_program("audit", *papers, "-o", out, "--pipeline", quick(tmp_path), first=fill_the_disk(24_000))
    assert result.status == 2
    assert complaint(result).startswith(f"{out / 'second'}: cannot be written")
    assert [path.name for path in out.iterdir()] == ["first"]
    assert str(out / "first" / "audit.json") in result.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_printed_is_told_in_one_line() -> None:
    device = os.open("/dev/full", os.O_WRONLY)
    result = run_program("checks", stdout=device)
    os.close(device)
    assert result.status == 2
    assert "the output cannot be printed" in complaint(result)
