"""``claimtrace checks`` and ``claimtrace explain``: what is looked for, why, and with which bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimtrace.cli.console import out
from claimtrace.model.errors import UnknownNameError

if TYPE_CHECKING:
    from claimtrace.check.base import Check, Needs


def checks() -> None:
    """Show all checks: those that run, and those that this version does not have."""
    from claimtrace.check import CHECKS
    from claimtrace.check.base import NEEDS_IN_WORDS
    from claimtrace.check.not_built import NOT_BUILT

    table = Table("Check", "Severity", "Needs", "What it finds", box=box.SIMPLE_HEAD, pad_edge=False)
    for check in CHECKS:
        table.add_row(check.name, check.severity, " ".join(check.needs), check.finds)
    out.print(table)
    table = Table("Not in this version", "Needs", "What it would find", box=box.SIMPLE_HEAD, pad_edge=False)
    for name, needs, finds in NOT_BUILT:
        table.add_row(name, " ".join(needs), finds)
    out.print(table)
    out.print("What a check needs:")
    for need, words in NEEDS_IN_WORDS.items():
        out.print(f"  {need}  {words}")
    out.print()
    out.print("More on one of them: claimtrace explain CHECK")


def explain(check: Annotated[str, typer.Argument(metavar="CHECK", help="The name of a check.")]) -> None:
    """Say what a check finds, when it stays silent, why it matters, and show an example."""
    from claimtrace.check import CHECKS
    from claimtrace.check.not_built import NOT_BUILT
    from claimtrace.text.nearest import nearest

    found = next((item for item in CHECKS if item.name == check), None)
    if found is not None:
        _explain(found)
        return
    for name, needs, finds in NOT_BUILT:
        if name == check:
            out.print(Text(name, style="bold"))
            out.print(f"not in this version; needs {_in_words(needs)}")
            out.print()
            out.print(f"It would find: {finds}.")
            return
    names = [*(item.name for item in CHECKS), *(name for name, _, _ in NOT_BUILT)]
    raise UnknownNameError(f"no check named {check}{nearest(check, names, '`claimtrace checks` shows them all')}")


def _explain(check: Check) -> None:
    out.print(Text(check.name, style="bold"))
    out.print(f"severity: {check.severity}; needs {_in_words(check.needs)}")
    for name, value in check.bounds.items():
        out.print(f"bound: {name} = {value} (a pipeline may set another)")
    for paragraph in check.explanation.split("\n\n"):
        out.print()
        out.print(" ".join(paragraph.split()))
    for title, text in (("It is set off by", check.example.bad), ("It is silent on", check.example.good)):
        out.print()
        out.print(Text(title, style="bold"))
        out.print(Padding(text.strip(), (0, 0, 0, 2)))


def _in_words(needs: Iterable[Needs]) -> str:
    from claimtrace.check.base import NEEDS_IN_WORDS

    return " and ".join(NEEDS_IN_WORDS[need] for need in needs)
