"""A copy of the graph that every format can hold."""

from __future__ import annotations

import networkx as nx


def printable_copy(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy that an export may change, its text without the control characters that XML cannot hold."""
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        copy.add_node(node, **{key: printable(value) for key, value in data.items()})
    for tail, head, data in graph.edges(data=True):
        copy.add_edge(tail, head, **{key: printable(value) for key, value in data.items()})
    return copy


def printable(value: object) -> object:
    """A value as XML can hold it: in text, control characters and those that turn its direction are blanks."""
    if isinstance(value, str) and not value.isprintable():
        return "".join(sign if sign.isprintable() or sign in "\t\n" else " " for sign in value)
    return value


def short(label: str, length: int = 90) -> str:
    """A label cut to a length, with "…" for what is left out."""
    return label if len(label) <= length else label[: length - 1].rstrip() + "…"
