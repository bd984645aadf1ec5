"""``claimtrace knowledge``: what is shown, found, added and imported, and what is said of what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import run_here as run


def test_a_record_is_shown_with_its_source() -> None:
    done = run("knowledge", "show", "notpetya")
    assert done.status == 0
    assert "NotPetya" in done.out and "source: " in done.out


def test_words_find_records_and_what_is_not_found_is_said() -> None:
    assert "Budapest Convention" in run("knowledge", "search", "budapest").out
    missed = run("knowledge", "show", "Port Selwyn")
    assert missed.status == 2
    assert missed.err.count("\n") == 1


def test_a_pack_is_added_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMTRACE_DATA", str(tmp_path / "data"))
    pack = tmp_path / "health"
    pack.mkdir()
    (pack / "incidents.tsv").write_text("name\tstart\tsource\nHarbour fever\t2031\tQuill 2033\n", encoding="utf-8")
    done = run("knowledge", "add", str(pack))
    assert done.status == 0
    assert "Added health (1 incident)" in done.out
    assert "start: 2031" in run("knowledge", "show", "Harbour fever").out
    assert run("knowledge", "add", str(tmp_path)).status == 2


def test_a_file_of_no_layout_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "tides.csv").write_text("tide,hour\n1,2\n", encoding="utf-8")
    done = run("knowledge", "import", str(tmp_path / "tides.csv"), "-o", str(tmp_path / "pack"))
    assert done.status == 2
    assert "no layout that is known" in done.err
    assert done.err.count("\n") == 1
