"""Finds a node by its id or by words of its label."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from claimtrace.model.errors import UnknownNameError
from claimtrace.model.graph import NodeType
from claimtrace.text.fold import fold
from claimtrace.text.nearest import nearest

# What is called by a name comes before what only holds words.
_NAMED = (
    NodeType.REFERENCE, NodeType.SECTION, NodeType.TABLE, NodeType.STATE, NodeType.INCIDENT, NodeType.AGREEMENT,
    NodeType.ORGANIZATION, NodeType.PERSON,
)  # fmt: skip
_SHOWN = 6
_PREFIX = 8  # characters of an id that are enough, where only one begins so
_LABEL = 60


def find_node(graph: nx.MultiDiGraph[str], words: str) -> str:
    """The node that somebody means.

    Its id names it, or the beginning of its id, then its whole label, then words of its label. A reference, section,
    table or entity is meant rather than a sentence or a citation of the same words.

    Raises:
        UnknownNameError: there is none, or there are several; the message gives the nearest names, or the candidates.
    """
    if words in graph:
        return words
    begun = [node for node in graph if len(words) >= _PREFIX and node.startswith(words)]
    if len(begun) == 1:
        return begun[0]
    asked = fold(words)
    labels = {node: fold(data["label"]) for node, data in graph.nodes(data=True)}
    named = [node for node, data in graph.nodes(data=True) if data["type"] in _NAMED]
    others = [node for node in graph if node not in set(named)]
    for group in (named, others):
        found = [node for node in group if labels[node] == asked]
        found = found or [node for node in group if _holds(labels[node], asked)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownNameError(f"{len(found)} nodes hold {words!r}; name one by its id: {_listed(graph, found)}")
    names = {graph.nodes[node]["label"] for node in named}
    raise UnknownNameError(f"no node holds {words!r}{nearest(words, names, 'name one by its id, or by its words')}")


def _holds(label: str, asked: str) -> bool:
    """Whether all the words asked for stand in a label, in any order."""
    return bool(asked) and set(asked.split()) <= set(label.split())


def _listed(graph: nx.MultiDiGraph[str], found: Iterable[str]) -> str:
    rows = []
    nodes = list(found)
    for node in nodes[:_SHOWN]:
        label = " ".join(str(graph.nodes[node]["label"]).split())
        rows.append(f"{node} ({label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + '…'})")
    more = len(nodes) - _SHOWN
    return ", ".join(rows) + (f" and {more} more" if more > 0 else "")
