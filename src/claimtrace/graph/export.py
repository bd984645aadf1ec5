"""The graph in the formats that other programs read: node-link JSON, GraphML, GEXF."""

from __future__ import annotations

import io
import json
import re

import networkx as nx

_COLOURS = {
    "paper": (40, 40, 40),
    "section": (150, 150, 150),
    "claim": (66, 113, 178),
    "citation": (116, 173, 209),
    "reference": (84, 134, 76),
    "work": (49, 99, 57),
    "quotation": (140, 107, 177),
    "passage": (197, 163, 80),
    "table": (120, 120, 120),
    "state": (178, 24, 43),
    "incident": (214, 96, 77),
    "agreement": (244, 165, 130),
    "organization": (146, 97, 76),
    "person": (146, 97, 76),
    "finding": (230, 150, 0),
}
_EDGE_TYPE = "type of the edge"
_LABEL_LENGTH = 90


def node_link_json(graph: nx.MultiDiGraph[str]) -> str:
    """The graph as node-link JSON, which ``networkx.node_link_graph`` reads back."""
    data = nx.node_link_data(_copied(graph), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as GraphML, which ``networkx.read_graphml``, yEd and Gephi read."""
    stream = io.BytesIO()
    nx.write_graphml_xml(_copied(graph), stream)
    return stream.getvalue()


def gexf(graph: nx.MultiDiGraph[str]) -> bytes:
    """The graph as GEXF 1.2 for Gephi: short labels, colours by type, sizes by degree."""
    drawn = _copied(graph)
    for node, data in drawn.nodes(data=True):
        red, green, blue = _COLOURS[data["type"]]
        data["label"] = _shortened(str(data["label"]))
        data["viz"] = {
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "size": round(4.0 + 2.0 * graph.degree(node) ** 0.5, 2),
        }
    for *_, data in drawn.edges(data=True):
        data["label"] = data[_EDGE_TYPE] = data.pop("type")  # the format takes an edge's own "type" for its direction
    stream = io.BytesIO()
    nx.write_gexf(drawn, stream, version="1.2draft")
    return _without_date(stream.getvalue()).replace(f'title="{_EDGE_TYPE}"'.encode(), b'title="type"', 1)


def _copied(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy of the graph that an export may change, fit for XML."""
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        copy.add_node(node, **{key: _printable(value) for key, value in data.items()})
    for tail, head, data in graph.edges(data=True):
        copy.add_edge(tail, head, **{key: _printable(value) for key, value in data.items()})
    return copy


def _printable(value: object) -> object:
    """Text without the control characters that XML cannot hold."""
    if isinstance(value, str) and not value.isprintable():
        return "".join(sign if sign.isprintable() or sign in "\t\n" else " " for sign in value)
    return value


def _shortened(label: str) -> str:
    return label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1].rstrip() + "…"


def _without_date(xml: bytes) -> bytes:
    """GEXF without the day on which it was written: two runs give the same bytes."""
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", xml)
