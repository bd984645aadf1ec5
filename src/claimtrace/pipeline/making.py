"""The making of an audit's files: what several of them need is made once, when the first of them asks for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from claimtrace.model.finding import Coverage, Finding
from claimtrace.model.paper import Paper

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Graph

    from claimtrace.graph.pictures.svg import Picture
    from claimtrace.report.letter import Letter
    from claimtrace.report.view import Diagram, Diagrams, PagePicture, ReportView


class Audited(Protocol):
    """What files are made from; see :class:`claimtrace.pipeline.audit.Audit`."""

    @property
    def paper(self) -> Paper:
        """The document and its layers."""

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The citation-claim graph, findings included."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings."""

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Those that nobody dismissed."""

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """One row for each check."""

    @property
    def generator(self) -> Mapping[str, Any]:
        """What made the audit."""

    @property
    def pdf(self) -> bytes | None:
        """The paper's PDF, where it is one."""

    @property
    def outputs(self) -> tuple[str, ...]:
        """The files that the pipeline asks for, if not the usual ones."""

    def data(self) -> dict[str, Any]:
        """The audit as plain data."""


class Making:
    """The making of the files of one audit."""

    def __init__(self, audit: Audited, names: Collection[str]) -> None:
        """Begin; pages are drawn beside the other work, if one of these files shows them."""
        self.audit = audit
        self._drawing = None
        if audit.pdf is not None and "report.html" in names:
            from claimtrace.report.isolated import Drawing
            from claimtrace.report.pictures import pages_to_show

            self._drawing = Drawing(audit.pdf, pages_to_show(audit.paper, audit.open_findings))

    @cached_property
    def view(self) -> ReportView:
        """What every report is made from."""
        return report_view(self.audit)

    @cached_property
    def letter(self) -> Letter:
        """The reviewer's letter, which is written in several formats."""
        from claimtrace.report.letter import letter

        return letter(self.view)

    @cached_property
    def triples(self) -> Graph:
        """The graph as RDF, which is written in several formats."""
        from claimtrace.graph.formats.rdf import triples

        return triples(self.audit.graph)

    def page_pictures(self) -> tuple[PagePicture, ...]:
        """The pictures of pages, as soon as they are drawn."""
        return self._drawing.pictures() if self._drawing else ()


def report_view(audit: Audited) -> ReportView:
    """An audit as reports take it, each check with what it finds and why that matters."""
    from claimtrace.check import CHECKS
    from claimtrace.check.not_built import NOT_BUILT
    from claimtrace.report.view import ReportView

    explanations = {check.name: (check.finds, check.why) for check in CHECKS}
    explanations.update({name: (finds, "") for name, _, finds in NOT_BUILT})
    dismissed = tuple(finding for finding in audit.findings if finding.dismissed)
    return ReportView(audit.paper, audit.open_findings, audit.coverage, explanations, audit.generator, dismissed)


def report_diagrams(graph: nx.MultiDiGraph[str]) -> Diagrams:
    """The pictures of a graph as the report shows them: each thing leads to its place in the report."""
    from claimtrace.graph.pictures import PICTURES, draw
    from claimtrace.graph.pictures.svg import STYLE
    from claimtrace.report.view import Diagrams

    kinds = {node: data["type"] for node, data in graph.nodes(data=True)}

    def link(node: str) -> str | None:
        if node not in kinds:
            return f"#{node}"
        return f"#{node}" if kinds[node] in ("claim", "reference", "finding") else None

    return Diagrams(STYLE, tuple(_diagram(draw(graph, name, link)) for name in PICTURES))


def _diagram(picture: Picture) -> Diagram:
    from claimtrace.report.view import Diagram

    if picture.empty:
        return Diagram(picture.name, picture.title, picture.shows, "")
    return Diagram(picture.name, picture.title, f"{picture.how} {picture.shows}", picture.svg(alone=False))
