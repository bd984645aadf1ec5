"""The command line: arguments in, audits out. The only place that prints."""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from claimtrace import __version__
from claimtrace.cli.audit import audit
from claimtrace.cli.checks import checks, explain
from claimtrace.cli.console import Exit, complain, drop_stdout, out, use_any_encoding
from claimtrace.cli.decide import accept, dismiss
from claimtrace.cli.draw import draw
from claimtrace.cli.graph import graph
from claimtrace.cli.knowledge import knowledge
from claimtrace.cli.pipelines import pipelines
from claimtrace.cli.read import read
from claimtrace.cli.references import references
from claimtrace.model.errors import ClaimtraceError

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(audit)
app.command()(read)
app.command()(references)
app.command()(dismiss)
app.command()(accept)
app.command()(graph)
app.command()(draw)
app.command()(checks)
app.command()(explain)
app.command()(pipelines)
app.add_typer(knowledge, name="knowledge")


def _version(asked: bool) -> None:
    if asked:
        out.print(f"claimtrace {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Shows, claim by claim, what each statement of a paper rests on.

    Examples:

    - one paper: `claimtrace audit paper.pdf -o audit`
    - many: `claimtrace audit submissions/*.pdf -o audits --fail-on error`
    - its text as it is read: `claimtrace read paper.pdf --draw pages`
    - its reference list, for Zotero: `claimtrace references paper.pdf -o paper.json`
    - a false alarm, set aside for good: `claimtrace dismiss FINDING --reason "..."`
    - what rests on a reference: `claimtrace graph audit --around "Adeyemi 2016"`
    - its claims and references as a picture: `claimtrace draw audit -o map.svg`
    - what a check finds, and why: `claimtrace explain source-predates-event`
    """


def main() -> None:
    """Run the command line; what the user can mend is said in one line."""
    use_any_encoding()
    gc.set_threshold(500_000)  # what is made for a paper lives until its files are written
    try:
        app(prog_name="claimtrace")
    except ClaimtraceError as error:
        complain(error)
        sys.exit(Exit.USAGE)
    except OSError as error:
        drop_stdout()
        complain(f"the output cannot be printed ({error.strerror}); free space or print elsewhere")
        sys.exit(Exit.USAGE)
    finally:
        gc.freeze()  # the process ends: a last search for garbage in all that was made would take a third of a second
