"""The answers of a graph in lines, each with the id by which to ask on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimtrace.graph.support import MEASURES, Support
from claimtrace.report.plain import plain, shortened

if TYPE_CHECKING:
    import networkx as nx

    from claimtrace.graph.explore import Step

_HEAD, _TAIL = 14, 4  # words of a label that are shown
_ID = 22  # characters of an id that are shown: all but for the paper's, of which the beginning is enough


def steps_table(graph: nx.MultiDiGraph[str], ways: Sequence[Sequence[Step]]) -> Table:
    """What was reached, each node under the one that led to it; the beginning that two ways share is shown once."""
    table = _lines()
    before: Sequence[Step] = ()
    for way in ways:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, way, strict=False)))
        before = way
        for step in way[shared:]:
            told = _told(graph, step.node, step.words)
            table.add_row(Padding(told, (0, 0, 0, 2 * step.depth)), _id(step.node))
    return table


def nodes_table(graph: nx.MultiDiGraph[str], nodes: Sequence[str]) -> Table:
    """Nodes in the order given, and under each what is measured of it: "citations 7, claims 12"."""
    support = Support(graph)
    table = _lines()
    for node in nodes:
        measured = support.measures(node)
        figures = ", ".join(f"{name} {measured[name]}" for name in MEASURES if measured.get(name))
        told = _told(graph, node, "").append(f"\n  {figures}" if figures else "", style="dim")
        table.add_row(told, _id(node))
    return table


def counts_table(graph: nx.MultiDiGraph[str]) -> Table:
    """How many nodes and edges there are of each type."""
    table = Table("Nodes", "", "Edges", "", box=box.SIMPLE_HEAD, pad_edge=False)
    for at in (1, 3):
        table.columns[at].justify = "right"
    nodes = Counter(data["type"] for _, data in graph.nodes(data=True)).most_common()
    edges = Counter(data["type"] for *_, data in graph.edges(data=True)).most_common()
    for row in range(max(len(nodes), len(edges))):
        cells = [(*side[row],) if row < len(side) else ("", "") for side in (nodes, edges)]
        table.add_row(*(str(cell) for pair in cells for cell in pair))
    return table


def _lines() -> Table:
    """What is told of each node, broken into lines where room is short, and beside it its id, which never is."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    return table


def _told(graph: nx.MultiDiGraph[str], node: str, words: str) -> Text:
    """A node in words, else by its type: "is cited in (p. 5): Pilots were paid by the tide."."""
    page = graph.nodes[node].get("page")
    where = f" (p. {page})" if page else ""
    label = plain(shortened(graph.nodes[node]["label"], _HEAD, _TAIL))
    return Text.assemble((f"{words or graph.nodes[node]['type']}{where}: ", "dim"), label)


def _id(node: str) -> Text:
    return Text(node[:_ID], style="dim")
