"""Pictures of a graph, as SVG: each stands for one question that a reader asks with the eyes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from claimtrace.graph.pictures.svg import Link, Picture

PICTURES: Mapping[str, str] = {
    "map": "map:draw_map",
    "timeline": "timeline:draw_timeline",
    "dotplot": "dot_plot:draw_dot_plot",
    "matrix": "matrix:draw_matrix",
}


def draw(graph: nx.MultiDiGraph[str], name: str, link: Link = lambda node: None) -> Picture:
    """A picture of a graph.

    Args:
        graph: the graph.
        name: one of :data:`PICTURES`.
        link: gives the address to which a node leads, ``None`` where it leads nowhere.

    Returns:
        The picture; the same graph and links give the same picture.
    """
    from claimtrace.graph.pictures.facts import Facts

    module, _, maker = PICTURES[name].partition(":")
    make: Callable[[Facts, Link], Picture] = getattr(import_module(f"{__name__}.{module}"), maker)
    return make(Facts(graph), link)
