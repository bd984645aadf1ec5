"""Findings against planted faults, and traps that must stay silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scoring.likeness import holds, paired
from scoring.tally import Tally

Row = Mapping[str, Any]
Place = tuple[int, str]


def finding_scores(audit: Row, gold: Row) -> dict[str, Tally]:
    """Faults found, in all and by check. An echo that the gold expects is neither right nor wrong."""
    given = [finding for finding in audit["findings"] if not _expected(finding, gold)]
    wanted = gold["findings"]
    pairs = paired(given, wanted, _same_fault)
    found, met = {g for g, _ in pairs}, {w for _, w in pairs}
    names = sorted({row["check"] for row in [*given, *wanted]})
    by_check = {name: Tally(right=sum(wanted[w]["check"] == name for w in met)) for name in names}
    for at, finding in enumerate(given):
        if at not in found:
            by_check[finding["check"]].wrong.append(shown(finding))
    for at, fault in enumerate(wanted):
        if at not in met:
            by_check[fault["check"]].missed.append(shown(fault))
    everything = Tally()
    for tally in by_check.values():
        everything.add(tally)
    return {"findings": everything, **{f"findings: {name}": tally for name, tally in by_check.items()}}


def shown(row: Row) -> str:
    """A finding or a fault in one line: check, page and how its passage begins."""
    return f"{row['check']} p. {row['page']} {(row.get('quote') or '')[:60]}".strip()


def _same_fault(finding: Row, fault: Row) -> float:
    """The first place of a fault is liked best, so that a second finding at an alternative is not taken for it."""
    if finding["check"] != fault["check"]:
        return 0.0
    for rank, place in enumerate(_places(fault)):
        if _at(finding, place):
            return 1.0 - 0.1 * min(rank, 5)
    return 0.0


def _places(fault: Row) -> Iterator[Place]:
    yield fault["page"], fault.get("quote", "")
    for other in fault.get("alternatives", []):
        yield other["page"], other["quote"]


def _at(finding: Row, place: Place) -> bool:
    page, quote = place
    return finding["page"] == page and (not quote or holds(finding.get("quote"), quote))


def _expected(finding: Row, gold: Row) -> bool:
    if finding["check"] != "passage-duplicated":
        return False
    echoes = [passage for row in gold["duplicates"] if not row["planted"] for passage in row["passages"]]
    return any(_at(finding, (passage["page"], passage["begins"])) for passage in echoes)


def trap_scores(audit: Row, gold: Row) -> dict[str, Tally]:
    """Traps left alone; one that a finding of its checks stepped into is counted as wrong, unless it only informs."""
    tally = Tally()
    for trap in gold["not_findings"]:
        stepped = [
            finding
            for finding in audit["findings"]
            if finding["check"] in trap["checks"]
            and finding.get("severity") != "info"
            and _at(finding, (trap["page"], trap["quote"]))
        ]
        if stepped:
            tally.wrong.extend(f"{trap['trap']}: {shown(finding)}" for finding in stepped)
        else:
            tally.right += 1
    return {"traps": tally}
