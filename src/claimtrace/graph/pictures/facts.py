"""What the pictures show, read off the graph in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from claimtrace.graph.formats.copying import short
from claimtrace.graph.support import Support
from claimtrace.model.finding import Severity
from claimtrace.model.graph import EdgeType, NodeType


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, a table, or a citation that stands in neither; with the citations that stand in it."""

    node: str
    start: int
    section: str | None
    citations: tuple[str, ...]


class Facts:
    """One graph, asked by the pictures."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        """Ask ``graph``."""
        self.graph = graph
        self.support = Support(graph)

    def of(self, kind: NodeType) -> list[str]:
        """The nodes of a type, in the order of the text."""
        return sorted(
            (node for node, data in self.graph.nodes(data=True) if data["type"] == kind),
            key=lambda node: (self.start(node), node),
        )

    def data(self, node: str) -> dict[str, Any]:
        """The attributes of a node."""
        return self.graph.nodes[node]

    def label(self, node: str, length: int = 200) -> str:
        """The label of a node, cut to a length."""
        return short(" ".join(str(self.data(node)["label"]).split()), length)

    def start(self, node: str) -> int:
        """Where a node begins in the text."""
        return int(self.data(node).get("start", 0))

    def place(self, node: str) -> str:
        """A node with its page, for readers: "p. 5: Ropes are sold by weight."."""
        page = self.data(node).get("page")
        return f"p. {page}: {self.label(node)}" if page else self.label(node)

    @cached_property
    def paper(self) -> str:
        """The title of the paper."""
        papers = self.of(NodeType.PAPER)
        return self.label(papers[0]) if papers else "the paper"

    @cached_property
    def sections(self) -> list[str]:
        """The sections, in the order of the text."""
        return self.of(NodeType.SECTION)

    @cached_property
    def statements(self) -> list[Statement]:
        """All that may cite, in the order of the text."""
        found = []
        for claim in self.of(NodeType.CLAIM):
            sections = self.support.tails(claim, EdgeType.HAS_CLAIM)
            section = sections[0] if sections and sections[0] in set(self.sections) else None
            found.append(Statement(claim, self.start(claim), section, self._cited(claim)))
        for table in self.of(NodeType.TABLE):
            found.append(Statement(table, self.start(table), self.section_at(self.start(table)), self._cited(table)))
        for paper in self.of(NodeType.PAPER):
            for citation in self._cited(paper):
                start = self.start(citation)
                found.append(Statement(citation, start, self.section_at(start), (citation,)))
        return sorted(found, key=lambda statement: (statement.start, statement.node))

    def _cited(self, node: str) -> tuple[str, ...]:
        return tuple(self.support.heads(node, EdgeType.CITES))

    def section_at(self, offset: int) -> str | None:
        """The innermost section that holds a place in the text."""
        holding = [s for s in self.sections if self.start(s) <= offset < int(self.data(s).get("end", 0))]
        return holding[-1] if holding else None

    def entry(self, citation: str) -> str | None:
        """The entry to which a citation points."""
        return next(iter(self.support.heads(citation, EdgeType.POINTS_TO)), None)

    @cached_property
    def references(self) -> list[str]:
        """The entries by year, those without a year last."""
        found = self.of(NodeType.REFERENCE)
        return sorted(found, key=lambda node: (self.support.year(node) or 9999, self.label(node).casefold(), node))

    def findings(self, nodes: Iterable[str]) -> list[str]:
        """The findings about any of some nodes that no person dismissed, the gravest first."""
        found = {finding for node in nodes for finding in self.support.findings(node)}
        return sorted(found, key=lambda node: (list(Severity).index(self.severity(node)), self.start(node), node))

    def severity(self, finding: str) -> Severity:
        """How much a finding matters."""
        return Severity(self.data(finding)["severity"])


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 citation", "4 citations", "2 entries"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("try") else f"{number} {noun}s"
