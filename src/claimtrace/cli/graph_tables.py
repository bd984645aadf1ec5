"""The answers of a graph as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

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
_BROKEN = ("What", "Measures")
_ID = 22  # characters of an id that are shown: all but for the paper's, of which the beginning is enough


def steps_table(graph: nx.MultiDiGraph[str], ways: Sequence[Sequence[Step]]) -> Table:
    """What was reached, each node under the one that led to it; the beginning that two ways share is shown once."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=False)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    before: Sequence[Step] = ()
    for way in ways:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, way, strict=False)))
        before = way
        for step in way[shared:]:
            table.add_row(Padding(_told(graph, step), (0, 0, 0, 2 * step.depth)), Text(step.node[:_ID], style="dim"))
    return table


def _told(graph: nx.MultiDiGraph[str], step: Step) -> Text:
    """A step in words: "is cited in (p. 5): Pilots were paid by the tide."."""
    words, page = step.words or graph.nodes[step.node]["type"], _page(graph, step.node)
    where = f" (p. {page})" if page else ""
    return Text.assemble((f"{words}{where}: ", "dim"), _label(graph, step.node))


def nodes_table(graph: nx.MultiDiGraph[str], nodes: Sequence[str]) -> Table:
    """Nodes with what is measured of them, in the order given."""
    support = Support(graph)
    measured = {node: support.measures(node) for node in nodes}
    figures = {
        node: ", ".join(f"{name} {measured[node][name]}" for name in MEASURES if measured[node].get(name))
        for node in nodes
    }
    shown = any(figures.values())
    table = _table("Type", "Page", "What", *(["Measures"] if shown else []), "Id")
    for node in nodes:
        row = (graph.nodes[node]["type"], _page(graph, node), _label(graph, node), *([figures[node]] if shown else []))
        table.add_row(*row, node[:_ID])
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


def _table(*columns: str) -> Table:
    """Labels and measures are broken into lines where room is short, all else never."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        justify: Literal["left", "right"] = "right" if name == "Page" else "left"
        table.add_column(name, justify=justify, no_wrap=name not in _BROKEN, overflow="fold")
    return table


def _page(graph: nx.MultiDiGraph[str], node: str) -> str:
    return str(graph.nodes[node].get("page", ""))


def _label(graph: nx.MultiDiGraph[str], node: str) -> str:
    return plain(shortened(graph.nodes[node]["label"], _HEAD, _TAIL))
