"""Binds what persons decided to the findings that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimtrace.model.decision import Decision, FindingKey
from claimtrace.model.finding import Finding
from claimtrace.model.paper import Paper


def with_decisions(
    paper: Paper, findings: Sequence[Finding], decisions: Mapping[FindingKey, Decision]
) -> tuple[Finding, ...]:
    """The findings, each with the decision on it; those that were dismissed come last, all else keeps its order."""
    keys = finding_keys(paper, findings)
    decided = (replace(finding, decision=decisions.get(key)) for finding, key in zip(findings, keys, strict=True))
    return tuple(sorted(decided, key=lambda finding: finding.dismissed))


def finding_keys(paper: Paper, findings: Sequence[Finding]) -> list[FindingKey]:
    """What names each of a paper's findings in later versions of the paper, in the order of the findings."""
    seen: Counter[tuple[str, str, str]] = Counter()
    keys: dict[int, FindingKey] = {}
    for at in sorted(range(len(findings)), key=lambda at: _place(findings[at])):
        finding = findings[at]
        name = finding.check, " ".join(finding.quote.split()), _passage(paper, finding)
        seen[name] += 1
        keys[at] = FindingKey(*name, seen[name])
    return [keys[at] for at in range(len(findings))]


def _place(finding: Finding) -> tuple[int, int]:
    return finding.span.start if finding.span else -1, finding.page or 0


def _passage(paper: Paper, finding: Finding) -> str:
    """The claims in which a finding stands; what it quotes, where it stands in none (an entry, a table)."""
    span = finding.span
    around = [claim.text for claim in paper.claims if claim.span.overlaps(span)] if span else []
    return " ".join(" ".join(around or [finding.quote]).split())
