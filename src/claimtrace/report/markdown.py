"""The report as Markdown, for a terminal, an e-mail or a review form: lines of 78 characters, plain words first."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from claimtrace.model.finding import Evidence, Finding
from claimtrace.report.plain import begun, plain, shortened
from claimtrace.report.summary import Gap, clean, counted, facts, gaps, severity_groups
from claimtrace.report.view import ReportView

_WIDTH = 78
_ALWAYS = re.compile(r"[\\`*<\[\]|~$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+>=]|\d{1,9}(?=[.)](?:\s|$)))")


def render_markdown(view: ReportView) -> str:
    """The report as Markdown. What a paper says is never read as Markdown or HTML."""
    blocks = [*_head(view), *_summary(view), *_findings(view), *_reasons(view), *_unchecked(view), *_foot(view)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Words as Markdown that shows them as they are, when they do not begin a line."""
    shown = _ALWAYS.sub(r"\\\g<0>", plain(text))
    return _ENTITY.sub(r"\\&", _UNDERSCORE.sub(r"\\_", shown))


def _lines(text: str, first: str = "", rest: str | None = None) -> str:
    """Escaped words, wrapped, with what begins the first and the other lines; none is taken for a list or heading."""
    other = first if rest is None else rest
    wrapped = textwrap.wrap(text, _WIDTH - len(other), break_long_words=False, break_on_hyphens=False) or [""]
    starts = [first, *(other for _ in wrapped[1:])]
    return "\n".join(f"{start}{_at_start(line)}".rstrip() for start, line in zip(starts, wrapped, strict=True))


def _at_start(line: str) -> str:
    match = _AT_START.match(line)
    if not match:
        return line
    mark = match.group()
    return f"{mark}\\{line[len(mark) :]}" if mark[0].isdigit() else f"\\{line}"


def _item(text: str, indent: str = "") -> str:
    return _lines(text, f"{indent}- ", f"{indent}  ")


def _head(view: ReportView) -> Iterator[str]:
    document = view.paper.document
    yield f"# {_at_start(escaped(document.title or document.file))}"
    names = [" ".join(filter(None, (author.given, author.name))) for author in document.authors[:8]]
    about = [", ".join(names), str(document.year or ""), document.file]
    yield _lines(escaped(" · ".join(filter(None, about))))


def _summary(view: ReportView) -> Iterator[str]:
    yield "## Summary"
    read = (f"{fact.value} {fact.name}" + (f" ({fact.note})" if fact.note else "") for fact in facts(view))
    yield _lines(escaped(f"Read: {', '.join(read)}."))
    rows = []
    for group in severity_groups(view):
        if group.findings:
            rows.append(_item(f"**{group.severity}**: {len(group.findings)}"))
            rows.extend(
                _item(escaped(_named(part.check, part.finds, len(part.findings))), "  ") for part in group.checks
            )
    yield "\n".join(rows) if rows else "The checks that ran found nothing."
    none = [
        _item(escaped(f"{row.finds or row.check} ({counted(row.checked, 'item')} looked at)")) for row in clean(view)
    ]
    if none:
        yield "Looked for and not found:"
        yield "\n".join(none)


def _named(check: str, finds: str, count: int) -> str:
    return f"{check} ({count}): {finds}" if finds else f"{check} ({count})"


def _findings(view: ReportView) -> Iterator[str]:
    number = 0
    for group in severity_groups(view):
        if group.findings:
            yield f"## {begun(group.severity)} ({len(group.findings)})"
        for finding in group.findings:
            number += 1
            yield from _finding(view, finding, number)


def _finding(view: ReportView, finding: Finding, number: int) -> Iterator[str]:
    where = view.where(finding.page) or (view.place(finding.span.start) if finding.span else "")
    yield f"### {number}. {escaped(begun(where) or 'No page')}: {escaped(finding.check)}"
    yield _lines(escaped(finding.message))
    yield _lines(escaped(f"{finding.severity}, {finding.verdict} · {finding.id}"))
    if finding.quote:
        yield _lines(escaped(shortened(plain(finding.quote))), "> ")
    if finding.evidence:
        yield "\n".join(_item(_evidence(view, evidence)) for evidence in finding.evidence)


def _evidence(view: ReportView, evidence: Evidence) -> str:
    where = view.where(evidence.page)
    label = ", ".join(filter(None, (evidence.kind, where)))
    return escaped(f"{label}: {shortened(plain(evidence.text))}")


def _reasons(view: ReportView) -> Iterator[str]:
    """Why findings matter, once for each check rather than for each finding."""
    checks = dict.fromkeys(finding.check for finding in view.findings if view.why(finding.check))
    if checks:
        yield "## Why these matter"
        yield "\n".join(_item(escaped(f"{check}: {view.why(check)}")) for check in checks)


def _unchecked(view: ReportView) -> Iterator[str]:
    yield "## Not checked"
    yield "\n".join(_gap(gap) for gap in gaps(view)) or "Every check ran and could judge all that it looked at."


def _gap(gap: Gap) -> str:
    names = f" ({_listed(gap.checks)})" if gap.what.endswith("did not run") else ""
    return _item(escaped(f"{gap.what}: {gap.why}{names}"))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _foot(view: ReportView) -> Iterator[str]:
    yield "---"
    pipeline = view.generator.get("pipeline")
    made = f"Made by {view.made_by}{f', pipeline {pipeline}' if pipeline else ''}, from the file with the SHA-256"
    yield _lines(escaped(f"{made} {view.paper.document.id}."))
    yield _lines("This report says where to look. What a finding means is for a person to judge.")
