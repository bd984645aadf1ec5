"""Checks that this version does not have. Reports name them, so that nobody takes silence for a clean bill."""

from __future__ import annotations

from claimtrace.check.base import NEEDS_IN_WORDS, Needs
from claimtrace.model.finding import Coverage, CoverageState

NOT_BUILT: tuple[tuple[str, tuple[Needs, ...], str], ...] = (
    ("passage-shared", (Needs.CORPUS,), "a passage stands in another paper"),
    ("quotation-not-in-source", (Needs.FULL_TEXT,), "the cited work does not hold the quotation"),
    ("quotation-altered", (Needs.FULL_TEXT,), "the cited work holds the quotation with other words"),
    ("quotation-on-other-page", (Needs.FULL_TEXT,), "the cited work holds the quotation on another page"),
    ("claim-not-in-source", (Needs.FULL_TEXT,), "nothing in the cited work speaks of the claim"),
    ("claim-contradicted", (Needs.FULL_TEXT,), "the cited work says otherwise"),
    ("claim-overstated", (Needs.FULL_TEXT,), "the cited work hedges what the claim states flatly"),
    ("reference-not-found", (Needs.BIBLIOGRAPHY,), "no database holds the work"),
    ("reference-mismatch", (Needs.BIBLIOGRAPHY,), "a database gives the work with other data"),
    ("reference-retracted", (Needs.BIBLIOGRAPHY,), "the work was retracted"),
    ("claim-circular", (Needs.CORPUS,), "support runs in a circle"),
    ("trace-broken", (Needs.CORPUS,), "no path of citations ends at a work that argues for itself"),
    ("claim-drifted", (Needs.CORPUS,), "a figure or a hedge changes along a path of citations"),
    ("sources-converge", (Needs.CORPUS,), "several citations all rest on one work"),
)


def not_built_coverage() -> list[Coverage]:
    """One row for each check that this version does not have."""
    rows = []
    for name, needs, _ in NOT_BUILT:
        lacking = [NEEDS_IN_WORDS[need] for need in needs if need is not Needs.PAPER]
        why = "not in this version"
        if lacking:
            why += f", for want of {' and '.join(lacking)}"
        rows.append(Coverage(name, CoverageState.SKIPPED, why=why))
    return rows
