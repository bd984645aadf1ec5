"""``claimtrace references``: the reference lists of papers as files for reference managers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimtrace.cli.console import Exit, complain
from claimtrace.cli.output import refuse, write
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.reference import Reference


class Format(StrEnum):
    """What the lists are written as."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSV = "csv"


def references(
    papers: Annotated[list[Path], typer.Argument(metavar="PAPER", help="The papers to read.")],
    form: Annotated[
        Format, typer.Option("--format", metavar="|".join(Format), help="What to write.")
    ] = Format.CSL_JSON,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write, if not to stdout.")
    ] = None,
) -> None:
    """Export the reference lists of papers, for Zotero and other programs.

    CSL-JSON and RIS keep most, BibTeX is for LaTeX; CSV has the words of each entry beside what was read from them.

    Exit status:

    - 0 done
    - 2 wrong usage, or FILE cannot be written
    - 3 some paper could not be read; the lists of the others are written

    Examples:

    - `claimtrace references paper.pdf --format bibtex -o paper.bib`
    - `claimtrace references submissions/*.pdf --format csv -o entries.csv`
    """
    from claimtrace.report.reference_export import export

    if output is not None:
        refuse(output, papers)
    lists = dict(_lists(list(dict.fromkeys(papers))))
    read = [(path.name, entries) for path, entries in lists.items() if entries is not None]
    if read:
        write(export(read, form), output)
    if len(read) < len(lists):
        raise typer.Exit(Exit.UNREADABLE)


def _lists(papers: Sequence[Path]) -> Iterator[tuple[Path, Sequence[Reference] | None]]:
    """Each paper with its entries, ``None`` where it cannot be read; what is amiss is told at once."""
    from claimtrace.annotate.references import find_references
    from claimtrace.read.isolated import Reading

    for path in papers:
        try:
            entries = find_references(Reading(path).document())
        except UnreadablePaperError as error:
            complain(error)
            yield path, None
        else:
            if not entries:
                complain(f"{path}: no reference list was found")
            yield path, entries
