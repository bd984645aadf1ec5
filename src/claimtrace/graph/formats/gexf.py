"""The graph as GEXF, for Gephi."""

from __future__ import annotations

import io
import re

import networkx as nx

from claimtrace.graph.formats.colours import COLOURS
from claimtrace.graph.formats.copying import printable_copy, short
from claimtrace.model.graph import NodeType

_EDGE_TYPE = "type of the edge"


def gexf(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as GEXF 1.2 for Gephi: short labels (the whole one is ``text``), colours by type, sizes by degree."""
    drawn = printable_copy(graph)
    for node, data in drawn.nodes(data=True):
        red, green, blue = COLOURS[NodeType(data["type"])]
        if (label := short(data["label"])) != data["label"]:
            data |= {"text": data["label"], "label": label}
        data["viz"] = {
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "size": round(4.0 + 2.0 * graph.degree(node) ** 0.5, 2),
        }
    for *_, data in drawn.edges(data=True):
        data["label"] = data[_EDGE_TYPE] = data.pop("type")  # the format takes an edge's own "type" for its direction
    stream = io.BytesIO()
    nx.write_gexf(drawn, stream, version="1.2draft")
    return _without_date(stream.getvalue()).replace(f'title="{_EDGE_TYPE}"'.encode(), b'title="type"', 1)


def _without_date(xml: bytes) -> bytes:
    """GEXF without the day on which it was written: two runs give the same bytes."""
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", xml)
