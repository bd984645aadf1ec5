"""The findings as a table for spreadsheets: CSV after RFC 4180, one row for each finding."""

from __future__ import annotations

import csv
import io

from claimtrace.model.finding import Evidence, Finding
from claimtrace.report.plain import plain
from claimtrace.report.view import Index, ReportView

HEADER = (
    "id", "check", "severity", "verdict", "page", "folio", "message", "quote", "evidence", "references", "citations",
)  # fmt: skip
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes the file for another encoding than UTF-8
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BETWEEN = " | "


def render_csv(view: ReportView) -> str:
    """The findings as CSV text, to be written as UTF-8 with its line ends as they are.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    index = Index(view)
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for finding in view.findings:
        writer.writerow([_cell(value) for value in _row(view, index, finding)])
    return out.getvalue()


def _row(view: ReportView, index: Index, finding: Finding) -> tuple[str, ...]:
    references = (index.references[identity].short for identity in finding.references if identity in index.references)
    citations = (index.citations[identity].text for identity in finding.citations if identity in index.citations)
    return (
        finding.id,
        finding.check,
        finding.severity,
        finding.verdict,
        str(finding.page or ""),
        view.paper.document.folio(finding.page) or "",
        finding.message,
        finding.quote,
        _BETWEEN.join(_evidence(view, evidence) for evidence in finding.evidence),
        _BETWEEN.join(references),
        _BETWEEN.join(citations),
    )


def _evidence(view: ReportView, evidence: Evidence) -> str:
    where = view.where(evidence.page)
    return f"{evidence.kind}{f' ({where})' if where else ''}: {evidence.text}"


def _cell(value: str) -> str:
    text = plain(value).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text
