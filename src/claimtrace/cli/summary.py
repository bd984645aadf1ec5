"""What the command line shows when papers are done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from claimtrace.cli.console import out
from claimtrace.model.finding import CoverageState, Severity
from claimtrace.report.plain import plain

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrace.model.finding import Finding
    from claimtrace.pipeline.audit import Audit
    from claimtrace.report.summary import Sound
    from claimtrace.run.papers import Outcome

_SHOWN, _PAGES, _HELD = 8, 3, 4  # messages, pages of each, and statements on what is in order
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_REPORTS = ("report.html", "report.md")
_MAIN_FILES = (*_REPORTS, "audit.json")  # those that hold all findings and tell what was not checked


@dataclass(frozen=True, slots=True)
class Done:
    """What is kept of a paper that is done: of one among many its figures alone, for the audits would fill the memory.

    ``cells`` are those of its row, ``found`` counts its open findings; both are empty where it could not be read.
    """

    folder: Path
    main: str
    cells: tuple[str, ...]
    found: Mapping[Severity, int]
    whole: Outcome | None


def done(outcome: Outcome, alone: bool) -> Done:
    """What is to be kept of an outcome; the whole of it where the paper is the only one."""
    audit = outcome.audit
    if audit is None:
        return Done(outcome.folder, "", (), {}, None)
    paper = audit.paper
    found = {severity: audit.count(severity) for severity in Severity}
    linked = f"{_linked(audit)} of {len(paper.citations)}"
    cells = (str(len(paper.document.pages) or "–"), str(len(paper.references)), linked, *map(str, found.values()))
    return Done(outcome.folder, _main(outcome), cells, found, outcome if alone else None)


def show(papers: Sequence[Done], given: int) -> None:
    """What became of the papers that were done, of as many as were given."""
    if papers and papers[0].whole and papers[0].whole.audit:
        _show_one(papers[0].whole, papers[0].whole.audit)
    elif given > 1 or any(paper.cells for paper in papers):
        _show_several(papers)


def _show_one(outcome: Outcome, audit: Audit) -> None:
    """The figures of one paper, its first findings, and where the report lies."""
    from claimtrace.pipeline.making import report_view
    from claimtrace.report.summary import sound

    document = audit.paper.document
    main = _main(outcome)
    out.print(Text(plain(document.title or document.file), style="bold"))
    out.print(_figures(audit))
    out.print(_severities(audit))
    if audit.open_findings:
        out.print()
        messages = _messages(audit.open_findings)
        out.print(_findings(messages[:_SHOWN]))
        rest = sum(len(findings) for findings in messages[_SHOWN:])
        if rest:
            out.print(f"and {rest} more in {main}" if main in _MAIN_FILES else f"and {rest} more")
    out.print()
    run = _checks_run(audit)
    if held := sound(report_view(audit)):
        out.print(_in_order(held, f" in {main}" if main in _REPORTS else ""))
    if run:
        says = f"; {main} says what was not checked, and why" if main in _MAIN_FILES else ""
        out.print(f"{run} of {len(audit.coverage)} checks were run{says}")
    out.print("Report:" if main == "report.html" else "Audit:", plain(str(outcome.folder / main)), soft_wrap=True)
    if beside := [name for name in outcome.files if name != main]:
        out.print("Beside it:", ", ".join(beside))


def _in_order(held: Sequence[Sound], where: str) -> str:
    """The first statements on what is in order, each on other items, and how many more there are."""
    firsts: dict[str, str] = {}
    for row in held:
        firsts.setdefault(row.items, row.words)
    shown = list(firsts.values())[:_HELD]
    rest = len(held) - len(shown)
    return f"In order: {'; '.join(shown)}" + (f"; and {rest} more{where}" if rest else "")


def _main(outcome: Outcome) -> str:
    """The file to open first."""
    return next((name for name in _MAIN_FILES if name in outcome.files), outcome.files[0])


def _show_several(papers: Sequence[Done]) -> None:
    """A row for each paper, in the order in which they were given."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), collapse_padding=True)
    table.add_column("Paper", overflow="fold")
    for column in ("Pages", "References", "Linked", "Errors", "Warnings", "Info"):
        table.add_column(column, justify="right", no_wrap=True)
    for paper in papers:
        name = plain(paper.folder.name)
        if paper.cells:
            table.add_row(name, *paper.cells)
        else:
            table.add_row(f"{name}: not read", *(["–"] * 6), style="red")
    out.print(table)
    read = [paper for paper in papers if paper.cells]
    out.print(f"{len(read)} of {_counted(len(papers), 'paper')} read")
    if read:
        folder = read[0].folder.parent / "PAPER" if len(read) > 1 else read[0].folder
        out.print("Reports:", plain(str(folder / read[0].main)), soft_wrap=True)


def _linked(audit: Audit) -> int:
    return sum(link.reference is not None for link in audit.paper.links)


def _figures(audit: Audit) -> str:
    paper = audit.paper
    pages = len(paper.document.pages)
    parts = (
        *((_counted(pages, "page"),) if pages else ()),
        _counted(len(paper.references), "reference"),
        f"{_linked(audit)} of {_counted(len(paper.citations), 'citation')} linked",
        _counted(len(paper.quotations), "quotation"),
        _counted(len(paper.claims), "claim"),
        _counted(len(paper.document.tables), "table"),
    )
    return ", ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _severities(audit: Audit) -> Text:
    """How much was found; where nothing was looked for, that is said instead."""
    if not _checks_run(audit):
        return Text("no check was run")
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    parts = []
    for severity in Severity:
        count = audit.count(severity)
        words = _counted(count, nouns[severity]) if severity in nouns else f"{count} info"
        parts.append(Text(words, style=_STYLES[severity] if count else "dim"))
    if dismissed := len(audit.findings) - len(audit.open_findings):
        parts.append(Text(f"{dismissed} dismissed", style="dim"))
    return Text(", ").join(parts)


def _messages(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings in their order, those together that say the same in different places."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.check, finding.message), []).append(finding)
    return list(groups.values())


def _findings(messages: Sequence[Sequence[Finding]]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column()
    for findings in messages:
        finding = findings[0]
        pages = list(dict.fromkeys(str(finding.page) for finding in findings if finding.page))
        page = f"p. {', '.join(pages[:_PAGES])}{'…' if len(pages) > _PAGES else ''}" if pages else ""
        severity = Text(finding.severity, style=_STYLES[finding.severity])
        table.add_row(severity, finding.check, page, plain(finding.message))
    return table


def _checks_run(audit: Audit) -> int:
    return sum(row.state is not CoverageState.SKIPPED for row in audit.coverage)
