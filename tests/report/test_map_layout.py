"""The map: everything of the paper is on it, within its bounds, in its order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from papers import make_findings, make_paper, make_view

from claimtrace.model.finding import Severity
from claimtrace.model.paper import Paper
from claimtrace.report.map_layout import Map, lay_out
from claimtrace.report.view import Index, ReportView


def layout(view: ReportView) -> Map:
    return lay_out(view, Index(view))


def test_claims_stand_in_reading_order_and_references_by_year() -> None:
    found = layout(make_view())
    assert [mark.key for mark in found.marks] == [f"claim-{n}" for n in range(5)]
    assert [mark.cites for mark in found.marks] == [True, True, True, False, True]
    assert [entry.key for entry in found.entries] == ["reference-quill", "reference-holm", "unlinked"]
    for side in (found.marks, found.entries):
        heights = [item.y for item in side]
        assert heights == sorted(heights) and heights[0] > 0 and heights[-1] < found.height


def test_lines_of_findings_lie_on_top_and_lead_to_them() -> None:
    edges = layout(make_view()).edges
    assert [edge.severity for edge in edges] == [None, None, Severity.ERROR, Severity.ERROR]
    assert edges[-1].head == "unlinked" and edges[-1].href == "#finding-none"


def test_a_repeat_is_a_bar_beside_its_claims() -> None:
    found = layout(make_view())
    (repeat,) = found.repeats
    at = next(mark.y for mark in found.marks if mark.key == "claim-4")
    assert repeat.y0 < at < repeat.y1 and repeat.href == "#finding-twice"
    assert next(mark.severity for mark in found.marks if mark.key == "claim-4") is None


def test_labels_of_many_references_do_not_touch() -> None:
    paper = make_paper()
    many = tuple(replace(paper.references[0], id=f"reference-{n}", year=1900 + n // 3) for n in range(150))
    found = layout(make_view(replace(paper, references=many), make_findings(paper)))
    heights = [entry.y for entry in found.entries]
    assert min(after - before for before, after in pairwise(heights)) >= 15.9


def test_an_empty_paper_has_an_empty_map() -> None:
    found = layout(make_view(Paper(make_paper().document), ()))
    assert not found.marks and not found.entries and not found.edges
