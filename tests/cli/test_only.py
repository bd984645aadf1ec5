"""``claimtrace audit --only``: which files are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper_files import put, quick
from program import complaint, contents, run_here

DRAFT = (
    b"# Lamps\n\nLamps were lit at dusk by the keepers of the quay. Ferries ran on Sundays only, and nobody knew why.\n"
)


@pytest.mark.parametrize(
    ("only", "main"),
    [
        ("findings.csv", "Audit: {out}/findings.csv\n"),
        ("report.md,findings.csv", "Audit: {out}/report.md\nBeside it: findings.csv\n"),
        ("annotated.pdf, report.html", "Report: {out}/report.html\nBeside it: annotated.pdf\n"),
    ],
)
def test_only_the_files_named_are_written_whatever_the_pipeline_asks_for(only: str, main: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    put(out, "audit.json", b"of an earlier audit")
    result = run_here("audit", put(tmp_path, "paper.pdf"), "-o", out, "--pipeline", quick(tmp_path), "--only", only)
    assert (result.status, result.err) == (0, "")
    assert set(contents(out)) == {name.strip() for name in only.split(",")}
    assert result.out.endswith(main.format(out=out))


@pytest.mark.parametrize(
    ("only", "near"),
    [("report.htm", "'report.html'"), ("report.html,anotated.pdf", "'annotated.pdf'"), ("report.html,", "there are ")],
)
def test_a_wrong_name_is_refused_with_the_nearest_before_anything_is_read(only: str, near: str, tmp_path: Path) -> None:
    result = run_here("audit", tmp_path / "none.pdf", "-o", tmp_path / "out", "--only", only)
    assert result.status == 2
    assert complaint(result).startswith("an audit has no file '")
    assert near in complaint(result)


def test_a_draft_without_pages_has_nothing_to_annotate(tmp_path: Path) -> None:
    papers = put(tmp_path, "draft.md", DRAFT), put(tmp_path, "paper.pdf")
    out = tmp_path / "out"
    result = run_here("audit", *papers, "-o", out, "--pipeline", quick(tmp_path), "--only", "annotated.pdf")
    assert result.status == 3
    assert complaint(result) == "draft.md: has no pages, so annotated.pdf cannot be made of it"
    assert set(contents(out)) == {"paper", "paper/annotated.pdf"}
