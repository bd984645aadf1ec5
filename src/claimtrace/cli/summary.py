"""What the command line shows when papers are done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from claimtrace.cli.console import out
from claimtrace.model.finding import CoverageState, Severity

if TYPE_CHECKING:
    from claimtrace.model.finding import Finding
    from claimtrace.pipeline.audit import Audit
    from claimtrace.run.papers import Outcome

_SHOWN = 8
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def show_one(outcome: Outcome) -> None:
    """The figures of one paper, its first findings, and where the report lies."""
    audit = outcome.audit
    if audit is None:
        return
    document = audit.paper.document
    out.print(Text(document.title or document.file, style="bold"))
    out.print(_figures(audit))
    out.print(_severities(audit))
    if audit.findings:
        out.print(_findings(audit.findings[:_SHOWN]))
        rest = len(audit.findings) - _SHOWN
        if rest > 0:
            out.print(f"and {rest} more in the report")
    out.print(_unchecked(audit))
    out.print()
    out.print(
        "Report:",
        str(outcome.folder / ("report.html" if "report.html" in audit.names else "audit.json")),
        soft_wrap=True,
    )


def show_several(outcomes: Sequence[Outcome]) -> None:
    """A row for each paper, in the order in which they were given."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("Paper", "Pages", "References", "Citations", "Linked", "Errors", "Warnings", "Info", "Folder"):
        table.add_column(column, justify="left" if column in ("Paper", "Folder") else "right", overflow="fold")
    for outcome in outcomes:
        if outcome.audit is None:
            table.add_row(outcome.paper.name, *([""] * 7), "could not be read")
            continue
        paper = outcome.audit.paper
        figures = (len(paper.document.pages), len(paper.references), len(paper.citations), _linked(outcome.audit))
        found = [outcome.audit.count(severity) for severity in Severity]
        table.add_row(outcome.paper.name, *map(str, (*figures, *found)), str(outcome.folder))
    out.print(table)


def _linked(audit: Audit) -> int:
    return sum(link.reference is not None for link in audit.paper.links)


def _figures(audit: Audit) -> str:
    paper = audit.paper
    parts = (
        f"{len(paper.document.pages)} pages",
        f"{len(paper.references)} references",
        f"{_linked(audit)} of {len(paper.citations)} citations linked",
        f"{len(paper.quotations)} quotations",
        f"{len(paper.claims)} claims",
        f"{len(paper.document.tables)} tables",
    )
    return ", ".join(parts)


def _severities(audit: Audit) -> Text:
    text = Text()
    for severity, one, many in (
        (Severity.ERROR, "error", "errors"),
        (Severity.WARNING, "warning", "warnings"),
        (Severity.INFO, "note", "notes"),
    ):
        count = audit.count(severity)
        text.append(f"{count} {one if count == 1 else many}", style=_STYLES[severity] if count else "dim")
        text.append("  ")
    return text


def _findings(findings: Sequence[Finding]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column()
    for finding in findings:
        page = f"p. {finding.page}" if finding.page else ""
        table.add_row(Text(finding.severity, style=_STYLES[finding.severity]), finding.check, page, finding.message)
    return table


def _unchecked(audit: Audit) -> str:
    run = sum(row.state is CoverageState.RUN for row in audit.coverage)
    return f"{run} of {len(audit.coverage)} checks were run; the report says what was not checked, and why"
