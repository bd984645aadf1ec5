"""``claimtrace read``: the text of a paper as the program reads it, and what it made of each page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimtrace.cli.console import Exit, complain
from claimtrace.model.document import Document
from claimtrace.model.errors import OutputError, UnreadablePaperError
from claimtrace.report.plain import plain

_AT_ONCE = 40  # pages drawn by one process


def read(
    paper: Annotated[Path, typer.Argument(metavar="PAPER.pdf", help="The paper to read.")],
    draw: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Draw what was made of each page into this folder, as page-001.png and so on."
        ),
    ] = None,
) -> None:
    """Show the text of a paper as the program reads it, to see where a finding comes from.

    The text is in reading order, its blocks parted by blank lines, the cells of tables by tabs. The pictures show
    blocks, their order, lines, notes and tables, and what was kept out of the text.

    Exit status:

    - 0 done
    - 2 wrong usage, or DIR cannot be written
    - 3 the paper could not be read

    Examples:

    - `claimtrace read paper.pdf | less`
    - `claimtrace read paper.pdf --draw pages > paper.txt`
    """
    from claimtrace.read.isolated import Reading

    try:
        reading = Reading(paper)
        document = reading.document()
    except UnreadablePaperError as error:
        complain(error)
        raise typer.Exit(Exit.UNREADABLE) from None
    if draw is not None and document.pages:
        _draw(document, reading.data, draw)
    elif draw is not None:
        complain(f"{document.file}: has no pages to draw; --draw is for PDF files")
    for line in document.text.string.split("\n"):
        sys.stdout.write("\t".join(plain(cell) for cell in line.split("\t")) + "\n")


def _draw(document: Document, pdf: bytes, folder: Path) -> None:
    from claimtrace.report.drawn_reading import drawn_reading
    from claimtrace.report.isolated import Drawing

    numbers = [page.number for page in document.pages]
    drawn = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for start in range(0, len(numbers), _AT_ONCE):
            pictures = Drawing(pdf, numbers[start : start + _AT_ONCE]).pictures()
            for number, png in drawn_reading(document, pictures):
                (folder / f"page-{number:03}.png").write_bytes(png)
                drawn += 1
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror}); choose another folder with --draw"
        ) from error
    if drawn < len(numbers):
        complain(f"{document.file}: {len(numbers) - drawn} of {len(numbers)} pages cannot be drawn")
