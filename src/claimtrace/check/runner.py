"""Runs the chosen checks and puts their findings in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimtrace.check import CHECKS
from claimtrace.check.base import Check
from claimtrace.check.causes import with_causes
from claimtrace.check.not_built import not_built_coverage
from claimtrace.model.finding import Coverage, CoverageState, Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span

_SEVERITIES = list(Severity)
_VERDICTS = list(Verdict)


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which checks run, with which bounds and severities where these differ from the checks' own."""

    names: Sequence[str]
    bounds: Mapping[str, Mapping[str, int | float]]
    severities: Mapping[str, Severity]


def run_checks(ask: Questions, settings: CheckSettings) -> tuple[tuple[Finding, ...], tuple[Coverage, ...]]:
    """The findings, the gravest and surest first, and one row of coverage for every check there is."""
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    for check in CHECKS:
        if check.name not in settings.names:
            coverage.append(Coverage(check.name, CoverageState.SKIPPED, why="the pipeline leaves it out"))
            continue
        result = check.run(ask, {**check.bounds, **settings.bounds.get(check.name, {})})
        found = (_with_severity(item, check, settings) for item in result.findings)
        findings.extend(found)
        row = check.coverage(result)
        coverage.append(_with_doubts(row, ask) if "references" in check.layers else row)
    return tuple(with_causes(ask, _ordered(_named_apart(findings)))), (*coverage, *not_built_coverage())


def _with_doubts(row: Coverage, ask: Questions) -> Coverage:
    """Coverage that says how many entries of the list may be cut at the wrong place."""
    entries = ask.paper.references
    doubted = sum(not entry.agreed for entry in entries)
    if not doubted or row.state is CoverageState.SKIPPED:
        return row
    doubt = f"of {len(entries)} entries, {doubted} begin or end where the list's layout and its words disagree"
    return replace(row, why=f"{row.why}; {doubt}" if row.why else doubt)


def _with_severity(finding: Finding, check: Check, settings: CheckSettings) -> Finding:
    """The severity that the pipeline sets stands in for the check's own; milder findings stay as they are."""
    wanted = settings.severities.get(check.name)
    return replace(finding, severity=wanted) if wanted and finding.severity is check.severity else finding


def _named_apart(findings: Sequence[Finding]) -> list[Finding]:
    """Findings of one check with one quote are told apart by their order."""
    seen: dict[str, int] = {}
    named = []
    for finding in findings:
        count = seen[finding.id] = seen.get(finding.id, 0) + 1
        named.append(finding if count == 1 else replace(finding, id=content_id("finding", finding.id, count)))
    return named


def _ordered(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(
        findings,
        key=lambda f: (
            _SEVERITIES.index(f.severity),
            _VERDICTS.index(f.verdict),
            f.page or 0,
            f.span or Span(0, 0),
            f.check,
            f.id,
        ),
    )
