"""``claimtrace dismiss`` and ``claimtrace accept``: a person's word on a finding, kept beside the paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrace.cli.console import out
from claimtrace.model.errors import DecisionError
from claimtrace.report.plain import plain

if TYPE_CHECKING:
    from claimtrace.model.decision import DecisionState

_Finding = Annotated[
    str, typer.Argument(metavar="FINDING", help="Its id, or the beginning of it: findings.csv and the reports give it.")
]
_Audit = Annotated[
    Path | None, typer.Option("--audit", metavar="DIR", help="The folder of the audit, if not at hand or in it.")
]
_Paper = Annotated[Path | None, typer.Option("--paper", metavar="PAPER", help="The paper, if not near its audit.")]


def dismiss(
    finding: _Finding,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is no fault.")],
    audit: _Audit = None,
    paper: _Paper = None,
) -> None:
    """Set a finding aside for good: the next audits show it as dismissed, with the reason.

    The decision is written to PAPER.decisions.toml beside the paper, a file to edit and share. It holds until the
    passage of the finding changes, and --fail-on no longer counts the finding.

    Example:

    - `claimtrace dismiss finding-0a1b2c3d4e5f --reason "The two sentences speak of two archives."`
    """
    from claimtrace.model.decision import DecisionState

    _decide(DecisionState.DISMISSED, finding, reason, "--reason", audit, paper)


def accept(
    finding: _Finding,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What is to be done, or was.")],
    audit: _Audit = None,
    paper: _Paper = None,
) -> None:
    """Note that a finding is right: the next audits show it with the note, and count it as before.

    Example:

    - `claimtrace accept finding-0a1b2c3d4e5f --note "Asked the authors on 3 May."`
    """
    from claimtrace.model.decision import DecisionState

    _decide(DecisionState.ACCEPTED, finding, note, "--note", audit, paper)


def _decide(state: DecisionState, name: str, reason: str, option: str, audit: Path | None, paper: Path | None) -> None:
    from claimtrace.model.decision import Decision
    from claimtrace.pipeline.decisions import keep_decision
    from claimtrace.run.found_findings import find_finding

    words = " ".join(reason.split())
    if not words:
        raise DecisionError(f"{option} is empty; say in a few words why")
    if paper is not None and not paper.is_file():
        raise DecisionError(f"{paper}: no such file; name the paper with --paper")
    found = find_finding(name, audit, paper)
    kept = keep_decision(found.paper, found.key, Decision(state, words))
    where = f" on page {found.finding.page}" if found.finding.page else ""
    out.print(f"{state}: {found.finding.check}{where}", soft_wrap=True)
    out.print(f"noted in {plain(str(kept))}; the next audit shows it", soft_wrap=True)
