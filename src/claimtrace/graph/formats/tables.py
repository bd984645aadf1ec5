"""The nodes and the edges of the graph as two tables in CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from claimtrace.graph.formats.copying import printable_copy
from claimtrace.model.graph_table import EDGES, NODES
from claimtrace.text.cells import harmless

_BOM = "\ufeff"  # by which a spreadsheet knows UTF-8


def nodes_csv(graph: nx.MultiDiGraph[str]) -> bytes:
    """One row for each node: ``id``, ``type``, ``label``, then every attribute that some type has."""
    rows = ({"id": node, **data} for node, data in printable_copy(graph).nodes(data=True))
    return _csv(("id", "type", "label"), NODES.values(), rows)


def edges_csv(graph: nx.MultiDiGraph[str]) -> bytes:
    """One row for each edge: ``source``, ``target``, ``type``, then every attribute that some type has."""
    rows = ({"source": t, "target": h, **data} for t, h, data in printable_copy(graph).edges(data=True))
    return _csv(("source", "target", "type"), EDGES.values(), rows)


def _csv(first: tuple[str, ...], kinds: Iterable[Any], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A table in which an empty cell is what is not known; truth is written "true" and "false", formulas as words."""
    names = dict.fromkeys((*first, *(attribute.name for kind in kinds for attribute in kind.attributes)))
    out = io.StringIO(newline="")
    out.write(_BOM)
    writer = csv.DictWriter(out, list(names), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return harmless(value) if isinstance(value, str) else value
