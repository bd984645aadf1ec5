"""The graph as DOT, for Graphviz."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from claimtrace.graph.formats.colours import COLOURS
from claimtrace.graph.formats.copying import printable_copy, short
from claimtrace.model.graph import NodeType

_LABEL_LENGTH = 60


def dot(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as DOT: Graphviz draws the short ``label``; the whole one is ``text``, all else is under its name."""
    lines = ["digraph claimtrace {", "  rankdir=LR;", '  node [shape=box, style="rounded", fontname="sans-serif"];']
    copy = printable_copy(graph)
    for node, data in copy.nodes(data=True):
        colour = "#" + "".join(f"{part:02x}" for part in COLOURS[NodeType(data["type"])])
        drawn = {**data, "text": data["label"], "label": short(" ".join(data["label"].split()), _LABEL_LENGTH)}
        lines.append(f"  {_quoted(node)} [{_attributes({**drawn, 'color': colour})}];")
    for tail, head, data in copy.edges(data=True):
        lines.append(f"  {_quoted(tail)} -> {_quoted(head)} [{_attributes({**data, 'label': data['type']})}];")
    return "\n".join([*lines, "}", ""]).encode()


def _attributes(data: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in data.items())


def _quoted(value: object) -> str:
    """A quoted string of the language: a backslash would begin an escape, a line break ends up as one."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
