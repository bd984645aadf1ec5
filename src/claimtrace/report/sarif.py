"""The findings as SARIF 2.1.0 (OASIS), for editors and pipelines that show the results of checks.

A PDF has no lines that the format could point to. The text that was read from it is therefore part of the file, as an
artifact nested in the paper; lines, columns and offsets count in that text.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any
from urllib.parse import quote

from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.place import Span
from claimtrace.report.view import ReportView

Json = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_RANKS = {Verdict.CONFIRMED: 90.0, Verdict.LIKELY: 60.0, Verdict.POSSIBLE: 30.0}
_PAPER, _TEXT = 0, 1  # the artifacts


def render_sarif(view: ReportView) -> str:
    """The findings as SARIF: a rule for each check that found something, a result for each finding.

    The fingerprint of a result is the finding's id, which is made of its check, paper and quote: it is the same in
    every run. Findings that a person dismissed are suppressed results, with the reason.
    """
    document = view.paper.document
    findings = (*view.findings, *view.dismissed)
    rules = sorted({finding.check for finding in findings})
    lines = [0, *accumulate(len(line) + 1 for line in document.text.string.split("\n"))]
    run = {
        "tool": {
            "driver": {
                "name": str(view.generator.get("name") or "claimtrace"),
                "version": str(view.generator.get("version") or "0"),
                "rules": [_rule(view, name) for name in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": {"uri": quote(document.file)},
                "hashes": {"sha-256": document.id},
                "roles": ["analysisTarget"],
            },
            {
                "description": {"text": "The text of the paper as it was read, in reading order"},
                "parentIndex": _PAPER,
                "mimeType": "text/plain",
                "contents": {"text": document.text.string},
            },
        ],
        "results": [_result(view, finding, rules, lines) for finding in findings],
    }
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _rule(view: ReportView, name: str) -> Json:
    rule: Json = {"id": name}
    if finds := view.finds(name):
        rule["shortDescription"] = {"text": finds}
    if why := view.why(name):
        rule["help"] = {"text": why}
    return rule


def _result(view: ReportView, finding: Finding, rules: Sequence[str], lines: Sequence[int]) -> Json:
    known = {"verdict": str(finding.verdict), "page": finding.page, "folio": view.paper.document.folio(finding.page)}
    result: Json = {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "rank": _RANKS[finding.verdict],
        "locations": [_location(view, finding.span, finding.page, lines)],
        "partialFingerprints": {"claimtraceFinding/v1": finding.id},
        "properties": {name: value for name, value in known.items() if value is not None},
    }
    if finding.decision and finding.dismissed:
        reason = finding.decision.reason
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    related = [
        {**_location(view, evidence.span, evidence.page, lines), "message": {"text": evidence.kind}}
        for evidence in finding.evidence
        if evidence.span
    ]
    if related:
        result["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(related, start=1)]
    return result


def _location(view: ReportView, span: Span | None, page: int | None, lines: Sequence[int]) -> Json:
    """A place in the text, with its page; what has no place in the text stands in the paper."""
    location: Json = {"physicalLocation": {"artifactLocation": {"index": _TEXT if span else _PAPER}}}
    if span:
        location["physicalLocation"]["region"] = {
            **_lines("start", span.start, lines),
            **_lines("end", span.end, lines),
            "charOffset": span.start,
            "charLength": len(span),
            "snippet": {"text": view.paper.document.text.at(span)},
        }
    if page:
        location["logicalLocations"] = [{"name": view.where(page), "kind": "page"}]
    return location


def _lines(which: str, offset: int, lines: Sequence[int]) -> Json:
    """Line and column, both counted from 1; ``lines`` are the offsets at which the lines of the text begin."""
    line = bisect_right(lines, offset)
    return {f"{which}Line": line, f"{which}Column": offset - lines[line - 1] + 1}
