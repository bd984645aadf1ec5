"""``claimtrace checks`` and ``claimtrace explain``: what is looked for, why, and with which bounds."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from claimtrace.cli.console import out
from claimtrace.model.errors import UnknownNameError


def checks() -> None:
    """Show all checks: those that run, and those that this version does not have."""
    from claimtrace.check import CHECKS
    from claimtrace.check.base import NEEDS_IN_WORDS
    from claimtrace.check.not_built import NOT_BUILT

    table = Table("Check", "Severity", "Needs", "Found when", box=box.SIMPLE_HEAD, pad_edge=False)
    for check in CHECKS:
        table.add_row(check.name, check.severity, " ".join(check.needs), check.finds)
    for name, needs, finds in NOT_BUILT:
        table.add_row(name, "not yet", " ".join(needs), finds, style="dim")
    out.print(table)
    out.print("; ".join(f"{need} {words}" for need, words in NEEDS_IN_WORDS.items()))


def explain(check: Annotated[str, typer.Argument(metavar="CHECK", help="The name of a check.")]) -> None:
    """Say what a check finds, when it stays silent, why it matters, and show an example."""
    from claimtrace.check import CHECKS
    from claimtrace.check.base import NEEDS_IN_WORDS
    from claimtrace.check.not_built import NOT_BUILT
    from claimtrace.text.nearest import nearest

    found = next((item for item in CHECKS if item.name == check), None)
    if found is None:
        missing = next((finds for name, _, finds in NOT_BUILT if name == check), None)
        if missing:
            out.print(f"{check} would find: {missing}. This version does not have it.")
            return
        raise UnknownNameError(f"no check named {check}{nearest(check, [item.name for item in CHECKS])}")
    out.print(Text(found.name, style="bold"))
    out.print(f"severity: {found.severity}; needs {' and '.join(NEEDS_IN_WORDS[need] for need in found.needs)}")
    for name, value in found.bounds.items():
        out.print(f"bound: {name} = {value}")
    out.print()
    out.print(found.explanation)
    for title, text in (("It is set off by", found.example.bad), ("It is silent on", found.example.good)):
        out.print()
        out.print(Text(title, style="bold"))
        out.print(textwrap.indent(text, "  "))
