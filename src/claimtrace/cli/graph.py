"""``claimtrace graph``: questions to the graph of an audit, answered as a table or as a part of the graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrace.cli.console import out
from claimtrace.cli.output import refuse, write
from claimtrace.model.errors import UnknownNameError

if TYPE_CHECKING:
    import networkx as nx
    from rich.table import Table


def graph(
    audit: Annotated[
        Path, typer.Argument(metavar="AUDIT", help="The folder of an audit, or its audit.json or graph.json alone.")
    ],
    around: Annotated[
        str | None,
        typer.Option(
            metavar="NODE", help="What rests on a node, and what it rests on; by its id or words of its label."
        ),
    ] = None,
    path: Annotated[
        tuple[str, str] | None, typer.Option(metavar="NODE NODE", help="How two nodes hang together.")
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(metavar="CONDITION", help="The nodes that keep to it, such as type=claim; to all, if repeated."),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--as", metavar="FORMAT", help="Write that part of the graph in a format.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it, if not to stdout.")
    ] = None,
) -> None:
    """Ask the citation-claim graph of an audit.

    Without a question it is counted; with `--as` alone it is written whole. A condition is a name, one of
    `= != < <= > >= ~` (`~`: holds these words), and a value, `none`, or the name of another number. Names are the
    attributes of docs/graph.md and:

    - `about`: the state, incident, agreement or organisation that it mentions
    - `citations`, `claims`: how many point to it, or rest on it
    - `sources`, `youngest`: how many entries it rests on, and the year of the youngest
    - `event`, `young`: the year of the youngest event in it; how many of its sources are not older
    - `findings`: how many there are about it

    Formats are json, graphml, gexf, cytoscape, nodes-csv, edges-csv, dot, turtle and json-ld.

    Examples:

    - what rests on a reference: `claimtrace graph audit --around "Adeyemi 2016"`
    - what a claim rests on: `claimtrace graph audit --around "tax program"`
    - how a source comes to an incident: `claimtrace graph audit --path "Adeyemi 2016" NotPetya`
    - claims about an incident without a source young enough:
      `claimtrace graph audit --where type=claim --where about=NotPetya --where young=0`
    - the references that carry most: `claimtrace graph audit --where type=reference`
    - sections without support: `claimtrace graph audit --where type=section --where "claims>0" --where sources=0`
    - a part for Gephi: `claimtrace graph audit --around NotPetya --as gexf -o notpetya.gexf`
    """
    from claimtrace.graph.explore import part
    from claimtrace.graph.formats import FORMATS
    from claimtrace.pipeline.saved import saved_graph
    from claimtrace.text.nearest import nearest

    if sum(map(bool, (around, path, where))) > 1:
        raise UnknownNameError("one question at a time: --around, --path or --where")
    if form is not None and form not in FORMATS:
        raise UnknownNameError(f"there is no format {form!r}{nearest(form, FORMATS)}")
    if output is not None:
        if form is None:
            raise UnknownNameError(f"{output}: say with --as in which format; there are {', '.join(FORMATS)}")
        refuse(output, [audit])
    whole = saved_graph(audit)
    table, nodes = _answer(whole, around, path, where or [])
    if form is None:
        out.print(table)
    else:
        write(FORMATS[form].write(part(whole, nodes)), output)


def _answer(
    graph: nx.MultiDiGraph[str], around: str | None, path: tuple[str, str] | None, where: Sequence[str]
) -> tuple[Table | str, Sequence[str]]:
    """What to show, and the nodes of the part of the graph that answers."""
    from claimtrace.cli import graph_tables as tables
    from claimtrace.graph import conditions, explore
    from claimtrace.graph.lookup import find_node

    if around is not None:
        steps = explore.around(graph, find_node(graph, around))
        return tables.steps_table(graph, [steps]), [step.node for step in steps]
    if path is not None:
        first, last = (find_node(graph, words) for words in path)
        ways = explore.paths(graph, first, last)
        if not ways:
            return "Nothing joins the two but the paper itself.", []
        return tables.steps_table(graph, ways), [step.node for way in ways for step in way]
    if where:
        found = conditions.where(graph, [conditions.parse(text) for text in where])
        return tables.nodes_table(graph, found) if found else "No node keeps to that.", found
    return tables.counts_table(graph), list(graph)
