"""What checks and reports ask of the graph of one paper."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from claimtrace.model.citation import Citation, Link
from claimtrace.model.claim import Claim
from claimtrace.model.entity import Entity
from claimtrace.model.graph import EdgeType
from claimtrace.model.paper import Paper
from claimtrace.model.reference import Reference


class PaperGraph:
    """The graph of one paper with the layers that it was made of; see :class:`claimtrace.model.graph.Questions`."""

    def __init__(self, paper: Paper, graph: nx.MultiDiGraph[str]) -> None:
        """Index the layers of ``paper``, whose graph is ``graph``."""
        self._paper = paper
        self.graph = graph
        self._references = {item.id: item for item in paper.references}
        self._citations = {item.id: item for item in paper.citations}
        self._links = {item.citation: item for item in paper.links}
        self._claims = {item.id: item for item in paper.claims}
        self._entities = {item.id: item for item in paper.entities}

    @property
    def paper(self) -> Paper:
        """The paper itself."""
        return self._paper

    def reference(self, identity: str) -> Reference:
        """An entry by its id."""
        return self._references[identity]

    def citation(self, identity: str) -> Citation:
        """A citation by its id."""
        return self._citations[identity]

    def claim(self, identity: str) -> Claim:
        """A claim by its id."""
        return self._claims[identity]

    def entity(self, identity: str) -> Entity:
        """An entity by its id."""
        return self._entities[identity]

    def link(self, citation: str) -> Link:
        """Where a citation points."""
        return self._links[citation]

    def citations_of(self, reference: str) -> list[Citation]:
        """The citations that point to an entry, in text order."""
        found = [self._citations[tail] for tail in self._before(reference, EdgeType.POINTS_TO)]
        return sorted(found, key=lambda citation: citation.span)

    def claims_on(self, citation: str) -> list[Claim]:
        """The claims in which a citation stands, or for which its note speaks, in text order."""
        tails = self._before(citation, EdgeType.CITES)
        return sorted((self._claims[tail] for tail in tails if tail in self._claims), key=lambda claim: claim.span)

    def works_behind(self, claim: Claim) -> list[Reference]:
        """The entries on which a claim rests: those it cites, else those it leans on."""
        heads = (self._links[citation].reference for citation in claim.citations or claim.leans_on)
        return [self._references[head] for head in dict.fromkeys(heads) if head is not None]

    def entities_in(self, claim: Claim) -> list[Entity]:
        """The entities that a claim names."""
        return [self._entities[identity] for identity in claim.entities]

    def page(self, offset: int) -> int | None:
        """The page of a place in the text."""
        return self._paper.document.text.page_of(offset)

    def _before(self, node: str, kind: EdgeType) -> Iterator[str]:
        for tail, _, data in self.graph.in_edges(node, data=True):
            if data["type"] == kind:
                yield tail
