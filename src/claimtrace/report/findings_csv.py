"""The findings as a table for spreadsheets, one row for each finding."""

from __future__ import annotations

from claimtrace.model.finding import Evidence, Finding
from claimtrace.report.spreadsheet import spreadsheet
from claimtrace.report.view import Index, ReportView

HEADER = (
    "id", "check", "severity", "verdict", "page", "folio", "message", "quote", "evidence", "references", "citations",
    "cause", "decision", "reason",
)  # fmt: skip
_BETWEEN = " | "


def render_csv(view: ReportView) -> str:
    """The findings as CSV text, to be written as UTF-8 with its line ends as they are."""
    index = Index(view)
    return spreadsheet(HEADER, (_row(view, index, finding) for finding in (*view.findings, *view.dismissed)))


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
        finding.cause or "",
        finding.decision.state if finding.decision else "",
        finding.decision.reason if finding.decision else "",
    )


def _evidence(view: ReportView, evidence: Evidence) -> str:
    where = view.where(evidence.page)
    return f"{evidence.kind}{f' ({where})' if where else ''}: {evidence.text}"
