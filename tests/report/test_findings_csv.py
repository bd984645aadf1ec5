"""The findings as CSV: whole, in an encoding that Excel knows, and without formulas."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from papers import hostile_view, make_view

from claimtrace.report.findings_csv import HEADER, render_csv
from claimtrace.report.view import ReportView


def rows(view: ReportView) -> list[dict[str, str]]:
    text = render_csv(view).encode("utf-8").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_each_finding_is_a_row_with_its_fields() -> None:
    view = make_view()
    read = rows(view)
    assert [row["id"] for row in read] == [finding.id for finding in view.findings]
    assert read[0]["page"] == "1" and read[0]["folio"] == "101"
    assert read[0]["references"] == "Quill 2012" and read[0]["citations"] == "(Quill, 2012)"
    assert read[0]["evidence"].endswith(
        "| entry (page 2, folio 102): Quill, B. (2012). Tides and tallies. Port Selwyn Press."
    )
    assert read[-1]["quote"] == ""


def test_it_is_rfc_4180_with_a_byte_order_mark() -> None:
    text = render_csv(make_view())
    assert text.startswith("\ufeff" + ",".join(HEADER) + "\r\n")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1+1", "\x00=1", "＝1+1", "\r\n@x"])
def test_no_cell_is_a_formula(words: str) -> None:
    view = make_view()
    finding = replace(view.findings[0], quote=words, message=words)
    (row,) = rows(replace(view, findings=(finding,)))
    for cell in (row["quote"], row["message"]):
        assert cell[0] not in "=+-@＝\t\r\n"


def test_hostile_words_stay_in_their_cell() -> None:
    view = hostile_view()
    read = rows(view)
    assert len(read) == len(view.findings)
    assert all(set(row) == set(HEADER) for row in read)
    assert "\x00" not in render_csv(view)
