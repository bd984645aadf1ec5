"""What rests on what: followed along the typed edges of one graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from claimtrace.model.decision import DecisionState
from claimtrace.model.graph import EdgeType, NodeType
from claimtrace.model.graph_table import ENTITIES

_SUPPORTED = (NodeType.CLAIM, NodeType.TABLE)
_EVENTS = (NodeType.INCIDENT, NodeType.AGREEMENT)
# What a measure says, for those who ask by it.
MEASURES: Mapping[str, str] = {
    "citations": "of a reference or work: the citations that point to it",
    "claims": "of a reference, work, entity or section: the claims that rest on it, mention it, or stand in it",
    "sources": "of a claim, table, entity or section: the entries that it, or all that is said there, rests on",
    "youngest": "of the same: the year of the youngest of these entries",
    "event": "of a claim: the year of the youngest incident or agreement that it mentions",
    "young": "of a claim with such an event: how many of its sources are of that year or younger",
    "findings": "of anything: the findings about it that no person dismissed",
}


class Support:
    """Answers for one graph; it is read when it is asked, so a graph that grows gives new answers."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        """Ask ``graph``."""
        self._graph = graph

    def type(self, node: str) -> NodeType:
        """The type of a node."""
        return NodeType(self._graph.nodes[node]["type"])

    def heads(self, node: str, *kinds: EdgeType) -> list[str]:
        """Where the edges of these types lead from a node, each once."""
        return _once(head for _, head, data in self._graph.out_edges(node, data=True) if data["type"] in kinds)

    def tails(self, node: str, *kinds: EdgeType) -> list[str]:
        """Where the edges of these types come from that lead to a node, each once."""
        return _once(tail for tail, _, data in self._graph.in_edges(node, data=True) if data["type"] in kinds)

    def citations(self, node: str) -> list[str]:
        """The citations that point to a reference or a work."""
        entries = self.tails(node, EdgeType.IDENTIFIES) if self.type(node) is NodeType.WORK else [node]
        return _once(citation for entry in entries for citation in self.tails(entry, EdgeType.POINTS_TO))

    def claims(self, node: str) -> list[str]:
        """The claims that rest on a reference, work or citation, that mention an entity, or that stand in a section."""
        match self.type(node):
            case NodeType.SECTION | NodeType.PAPER:
                found = self.heads(node, EdgeType.HAS_CLAIM)
            case NodeType.CITATION:
                found = self.tails(node, EdgeType.CITES, EdgeType.LEANS_ON)
            case NodeType.REFERENCE | NodeType.WORK:
                citations = self.citations(node)
                found = _once(tail for citation in citations for tail in self.claims(citation))
            case _:
                found = self.tails(node, EdgeType.MENTIONS)
        return [claim for claim in found if self.type(claim) is NodeType.CLAIM]

    def sources(self, node: str) -> list[str]:
        """The entries on which a claim or a table rests; of an entity or a section, those of all that is said there.

        A claim rests on what it cites, or else on what it leans on.
        """
        if self.type(node) in _SUPPORTED:
            citations = self.heads(node, EdgeType.CITES) or self.heads(node, EdgeType.LEANS_ON)
            return _once(entry for citation in citations for entry in self.heads(citation, EdgeType.POINTS_TO))
        told = self.claims(node)
        if self.type(node) in ENTITIES:
            told += [tail for tail in self.tails(node, EdgeType.MENTIONS) if self.type(tail) is NodeType.TABLE]
        return _once(entry for item in told for entry in self.sources(item))

    def findings(self, node: str) -> list[str]:
        """The findings about a node that no person dismissed."""
        found = self.tails(node, EdgeType.FLAGS)
        return [f for f in found if self._graph.nodes[f].get("decision") != DecisionState.DISMISSED]

    def year(self, node: str) -> int | None:
        """The year of a node, where it has one."""
        year = self._graph.nodes[node].get("year")
        return int(year) if year is not None else None

    def measures(self, node: str) -> dict[str, int]:
        """What :data:`MEASURES` tells of a node; a measure that its type does not have, or not known, is absent."""
        kind = self.type(node)
        found: dict[str, int | None] = {"findings": len(self.findings(node))}
        if kind in (NodeType.REFERENCE, NodeType.WORK):
            found |= {"citations": len(self.citations(node)), "claims": len(self.claims(node))}
        elif kind in (*_SUPPORTED, *ENTITIES, NodeType.SECTION):
            sources = self.sources(node)
            years = [year for entry in sources if (year := self.year(entry))]
            found |= {"sources": len(sources), "youngest": max(years, default=None)}
            if kind in _SUPPORTED:
                event = max(self._event_years(node), default=None)
                found["event"] = event
                found["young"] = sum(year >= event for year in years) if event else None
            else:
                found["claims"] = len(self.claims(node))
        return {name: value for name, value in found.items() if value is not None}

    def _event_years(self, node: str) -> Iterator[int]:
        for entity in self.heads(node, EdgeType.MENTIONS):
            if self.type(entity) in _EVENTS and (year := self.year(entity)):
                yield year

    def facts(self, node: str) -> dict[str, Any]:
        """All that is known of a node by name: its attributes and its measures."""
        return {**self._graph.nodes[node], **self.measures(node)}


def _once(nodes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(nodes))
