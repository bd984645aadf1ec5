"""``claimtrace draw``: a picture of an audit's graph, as SVG."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrace.cli.output import refuse, write
from claimtrace.model.errors import UnknownNameError


def draw(
    audit: Annotated[
        Path, typer.Argument(metavar="AUDIT", help="The folder of an audit, or its audit.json or graph.json alone.")
    ],
    form: Annotated[str, typer.Option("--as", metavar="map|timeline|dotplot|matrix", help="Which picture.")] = "map",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it, if not to stdout.")
    ] = None,
) -> None:
    """Draw the citation-claim graph of an audit as SVG.

    - `map`: claims in reading order, references by year, a line for each citation
    - `timeline`: events and agreements, and the years of the sources cited where they are named
    - `dotplot`: the paper against itself; passages that stand twice are lines
    - `matrix`: how often each section cites each reference

    Examples:

    - `claimtrace draw audit -o map.svg`
    - `claimtrace draw audit/audit.json --as timeline -o timeline.svg`
    """
    from claimtrace.graph.pictures import PICTURES
    from claimtrace.graph.pictures import draw as picture
    from claimtrace.pipeline.saved import saved_graph
    from claimtrace.text.nearest import nearest

    if form not in PICTURES:
        raise UnknownNameError(f"there is no picture {form!r}{nearest(form, PICTURES)}")
    if output is not None:
        refuse(output, [audit])
    write(picture(saved_graph(audit), form).svg().encode(), output)
