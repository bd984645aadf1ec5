"""``claimtrace audit``: reads papers and writes a folder for each."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from claimtrace.cli.console import Exit, complain, err
from claimtrace.cli.summary import Done, done, show
from claimtrace.model.errors import OutputError
from claimtrace.model.finding import Severity
from claimtrace.report.plain import plain

if TYPE_CHECKING:
    from claimtrace.pipeline.table import Pipeline
    from claimtrace.run.papers import Watch


class FailOn(StrEnum):
    """The severity from which on findings make the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


_FAILING = {FailOn.ERROR: (Severity.ERROR,), FailOn.WARNING: (Severity.ERROR, Severity.WARNING), FailOn.NEVER: ()}


def audit(
    papers: Annotated[
        list[Path],
        typer.Argument(metavar="PAPER", help="The papers to read: PDF, DOCX, HTML, Markdown, JATS, TEI or plain text."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Where to write: the folder of one paper; of several, the folder that gets one for each. "
            "Left out, it is audits/NAME.",
        ),
    ] = None,
    pipeline: Annotated[
        str, typer.Option(metavar="NAME|FILE.toml", help="What to run; `claimtrace pipelines` shows what there is.")
    ] = "default",
    only: Annotated[
        str, typer.Option(metavar="FILE,...", help="Which files to write, such as report.html,annotated.pdf.")
    ] = "",
    fail_on: Annotated[
        FailOn, typer.Option(metavar="error|warning|never", help="The severity of findings that makes the status 1.")
    ] = FailOn.NEVER,
) -> None:
    """Audit papers: build their citation-claim graphs, run the checks, write the reports.

    Exit status:

    - 0 done
    - 1 findings at or above --fail-on
    - 2 wrong usage, or DIR cannot be written
    - 3 some paper could not be read

    Examples:

    - `claimtrace audit paper.pdf -o audit`
    - `claimtrace audit draft.docx`
    - `claimtrace audit paper.pdf --only report.html,annotated.pdf`
    - `claimtrace audit submissions/*.pdf -o audits --fail-on error`
    - `claimtrace audit paper.pdf --pipeline cyber-diplomacy`
    - `claimtrace audit -o audit -- -oddly-named.pdf`
    """
    from claimtrace.pipeline.outputs import known_outputs
    from claimtrace.pipeline.table import find_pipeline

    chosen = find_pipeline(pipeline)
    wanted = known_outputs(only.split(",")) if only else ()
    papers = list(dict.fromkeys(papers))
    papers_done: list[Done] = []
    try:
        _audit(papers, output, chosen, wanted, papers_done)
    except OutputError:
        show(papers_done, len(papers_done))
        raise
    except KeyboardInterrupt:
        complain("stopped; papers that were done have their folders, all others are as they were")
        raise typer.Exit(Exit.STOPPED) from None
    show(papers_done, len(papers))
    raise typer.Exit(_status(papers_done, fail_on))


def _audit(
    papers: Sequence[Path], output: Path | None, pipeline: Pipeline, only: Collection[str], papers_done: list[Done]
) -> None:
    """Audit paper by paper; what becomes of each is told as soon as it is known."""
    from claimtrace.run.papers import audit_papers

    with _progress(papers, len(pipeline.stages)) as watch:
        for outcome in audit_papers(papers, output, pipeline, only, watch):
            for problem in (outcome.problem, *outcome.left_out):
                if problem:
                    complain(problem)
            papers_done.append(done(outcome, len(papers) == 1))
            del outcome  # before the next paper is audited


@contextmanager
def _progress(papers: Sequence[Path], steps: int) -> Iterator[Watch]:
    """A bar that tells which paper and stage is at work; nothing where nobody looks at a terminal."""
    if not sys.stderr.isatty() or err.is_dumb_terminal:  # FORCE_COLOR makes Rich take a pipe for a terminal
        yield lambda paper, step: None
        return
    columns = (TextColumn("{task.fields[paper]}"), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=len(papers) * steps, paper="")
        done: dict[Path, int] = {}

        def watch(paper: Path, step: str) -> None:
            done[paper] = min(done.get(paper, -1) + 1, steps)
            at = (len(done) - 1) * steps + done[paper]
            bar.update(task, completed=at, description=step, paper=plain(paper.name))

        yield watch


def _status(papers: Sequence[Done], fail_on: FailOn) -> Exit:
    """A paper that could not be read outweighs what was found in others."""
    if not all(paper.cells for paper in papers):
        return Exit.UNREADABLE
    failing = any(paper.found[severity] for paper in papers for severity in _FAILING[fail_on])
    return Exit.FINDINGS if failing else Exit.DONE
