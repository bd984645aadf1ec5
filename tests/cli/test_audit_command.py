"""``claimtrace audit`` on papers that can be read: what is written where, what is printed, which status it leaves."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from paper_files import faultless, put, quick
from program import complaint, contents, run_here, run_program

from written_papers import pdf_of

DATA = {"audit.json", "graph.json", "graph.graphml", "graph.gexf"}
PROMISED = DATA | {"report.html", "annotated.pdf", "report.md", "report.docx", "findings.csv"}

TWICE = """
= Lamps on the Quay

# Winters
Ice closed the basin for weeks (Holm, 2015, p. 5). The pilots stayed ashore, and the lamps were not lit at all.

Ropes were sold by weight and length (Holm, 2015, p. 5). Nobody was paid before the ice had gone from the quay.

# References
Holm, S. (2015). Lamps and pilots. Journal of Ports, 4(2), 10–29.
"""


def audited(folder: Path) -> str:
    """The name of the paper whose audit lies in a folder."""
    return str(json.loads((folder / "audit.json").read_text(encoding="utf-8"))["paper"]["file"])


def test_one_paper_fills_its_folder_with_exactly_the_promised_files_twice_the_same(tmp_path: Path) -> None:
    paper = put(tmp_path, "paper.pdf")
    out, again = tmp_path / "out", tmp_path / "again"
    result = run_program("audit", paper, "-o", out, environment={"PYTHONHASHSEED": "4"})
    assert (result.status, result.err) == (0, ""), "nothing is said on stderr, and no bar is drawn into a pipe"
    assert set(contents(tmp_path)) == {"paper.pdf", "out", *(f"out/{name}" for name in PROMISED)}
    for words in (
        "Lamps on the Quay", "1 page, 3 references, 3 of 4 citations linked", "1 error, 1 warning, 0 info",
        "citation-without-reference  p. 1", "reference-never-cited", f"Report: {out / 'report.html'}",
        "In order: 3 of 3 citations", "says what was not checked, and why",
    ):  # fmt: skip
        assert words in result.out
    assert max(len(line.rstrip()) for line in result.out.splitlines() if not line.startswith("Report: ")) <= 80
    assert run_here("audit", paper, "-o", again).out == result.out.replace(str(out), str(again))
    first, second = contents(out), contents(again)
    assert [name for name in PROMISED if first[name] != second[name]] == []


def test_what_is_said_in_several_places_is_one_row(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf_of(TWICE))
    out = run_here("audit", paper, "-o", tmp_path / "out").out
    assert "2 errors" in out
    assert out.count("page-outside-source") == 1


def test_several_papers_get_a_folder_each_and_a_bad_one_stops_none(tmp_path: Path) -> None:
    papers = [put(tmp_path, name) for name in ("first.pdf", "bad.pdf", "last.pdf")]
    papers[1].write_bytes(b"no paper")
    out = tmp_path / "out"
    result = run_here("audit", *papers, "-o", out, "--pipeline", quick(tmp_path))
    assert result.status == 3
    assert result.err == f"claimtrace: {papers[1]}: holds no text to audit (words: 2); check that it is the paper\n"
    assert {path.name for path in out.iterdir()} == {"first", "last"}
    for name in ("first", "last"):
        assert set(contents(out / name)) == DATA
        assert audited(out / name) == f"{name}.pdf"
    rows = [line.split() for line in result.out.splitlines()]
    assert [row[0] for row in rows if row and row[0] in {"first", "bad:", "last"}] == ["first", "bad:", "last"]
    assert ["first", "1", "3", "3", "of", "4", "1", "1", "0"] in rows
    assert "2 of 3 papers read" in result.out


def test_without_a_folder_it_is_named_for_the_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "lamps.pdf")
    monkeypatch.chdir(tmp_path)
    assert run_here("audit", "lamps.pdf", "--pipeline", quick(tmp_path)).status == 0
    assert set(contents(tmp_path / "audits" / "lamps")) == DATA


def test_a_paper_named_twice_is_read_once(tmp_path: Path) -> None:
    paper = put(tmp_path, "paper.pdf")
    result = run_here("audit", paper, paper, "-o", tmp_path / "out", "--pipeline", quick(tmp_path))
    assert result.status == 0
    assert set(contents(tmp_path / "out")) == DATA
    assert "Audit: " in result.out


@pytest.mark.parametrize(
    ("paper", "settings", "fail_on", "status"),
    [
        ("faulty", "", "error", 1),
        ("faulty", "", "warning", 1),
        ("faulty", "", "never", 0),
        ("faulty", 'severity.citation-without-reference = "warning"', "error", 0),
        ("faulty", 'severity.citation-without-reference = "warning"', "warning", 1),
        ("faultless", "", "warning", 0),
    ],
)
def test_findings_make_the_status_that_was_asked_for(
    paper: str, settings: str, fail_on: str, status: int, tmp_path: Path
) -> None:
    put(tmp_path, "paper.pdf", faultless() if paper == "faultless" else None)
    arguments = ("-o", tmp_path / "out", "--pipeline", quick(tmp_path, settings), "--fail-on", fail_on)
    assert run_here("audit", tmp_path / "paper.pdf", *arguments).status == status


NAMES = [
    'it\'s "two words".pdf',
    "Müller-Ångström 论文.pdf",
    "[bold]$HOME;*.pdf",
    "-x.pdf",
    "...pdf",
    os.fsdecode(b"caf\xe9.pdf"),
]


def test_papers_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        put(tmp_path, name)
    monkeypatch.chdir(tmp_path)
    result = run_here("audit", "-o", "a folder ü", "--pipeline", quick(tmp_path), "--", *NAMES)
    assert (result.status, result.err) == (0, "")
    assert {audited(folder) for folder in (tmp_path / "a folder ü").iterdir()} == {*NAMES[:-1], "caf�.pdf"}


def test_a_pipeline_without_checks_does_not_look_like_a_clean_bill(tmp_path: Path) -> None:
    result = run_here("audit", put(tmp_path, "paper.pdf"), "-o", tmp_path / "out", "--pipeline", "graph")
    assert "no check was run" in result.out
    assert "0 errors" not in result.out


def test_an_old_report_does_not_stay_beside_a_new_audit(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name in ("report.html", "findings.csv", "notes of mine.txt"):
        (out / name).write_text("from before")
    assert run_here("audit", put(tmp_path, "paper.pdf"), "-o", out, "--pipeline", quick(tmp_path)).status == 0
    assert set(contents(out)) == DATA | {"notes of mine.txt"}


@pytest.mark.parametrize("on_terminal", [True, False])
def test_a_bar_is_drawn_on_a_terminal_only(on_terminal: bool, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimtrace", "audit", "missing.pdf"]
    environment = {**os.environ, "TERM": "xterm", "FORCE_COLOR": "1"}
    reader, writer = pty.openpty() if on_terminal else os.pipe()
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=writer) as process:
        os.close(writer)
        said = b""
        try:
            while more := os.read(reader, 4096):
                said += more
        except OSError:  # how a terminal says that nobody writes to it any more
            pass
    os.close(reader)
    assert process.returncode == 3
    assert ("━".encode() in said) is on_terminal
    assert on_terminal or said == b"claimtrace: missing.pdf: no such file; check the name\n"


def test_a_run_that_the_user_stops_says_what_became_of_the_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimtrace.run.papers.run_pipeline", stop)
    result = run_here("audit", put(tmp_path, "paper.pdf"), "-o", tmp_path / "out")
    assert (result.status, result.out) == (130, "")
    assert "stopped; papers that were done have their folders" in complaint(result)
    assert not (tmp_path / "out").exists()
