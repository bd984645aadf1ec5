"""What every report is made from, and where things are found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claimtrace.model.citation import Citation, Link
from claimtrace.model.claim import Claim
from claimtrace.model.document import Table
from claimtrace.model.duplicate import Duplicate
from claimtrace.model.entity import Entity
from claimtrace.model.finding import Coverage, CoverageState, Finding, Severity
from claimtrace.model.paper import Paper
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.report.plain import plain

_READS_WORKS = ("claim-not-in-source", "claim-contradicted", "claim-overstated")


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a picture: its number from 1, its size in points, and the picture as PNG."""

    number: int
    width: float
    height: float
    png: bytes


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture of the graph: its name, its title, how it is read and what it shows, and its SVG.

    The SVG is ``""`` where there is nothing to draw.
    """

    name: str
    title: str
    text: str
    svg: str


@dataclass(frozen=True, slots=True)
class Diagrams:
    """The pictures of the graph, and the style that they share; none where none were drawn."""

    style: str = ""
    items: tuple[Diagram, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportView:
    """A paper, what was found in it, and what a reader needs to judge that.

    ``explanations`` gives for the name of a check what it finds and why that matters; ``generator`` is what
    :func:`claimtrace.report.audit_json.audit_data` takes: name, version, pipeline. ``dismissed`` are the findings
    that a person set aside; ``findings`` are all others.
    """

    paper: Paper
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    explanations: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    generator: Mapping[str, Any] = field(default_factory=dict)
    dismissed: tuple[Finding, ...] = ()
    diagrams: Diagrams = field(default_factory=Diagrams)

    def finds(self, check: str) -> str:
        """What a check finds, in plain words; ``""`` where nobody says."""
        return self.explanations.get(check, ("", ""))[0]

    def why(self, check: str) -> str:
        """Why a finding of a check matters; ``""`` where nobody says."""
        return self.explanations.get(check, ("", ""))[1]

    @property
    def works_read(self) -> bool:
        """Whether the cited works themselves were looked at."""
        return any(row.check in _READS_WORKS and row.state is CoverageState.RUN for row in self.coverage)

    @property
    def made_by(self) -> str:
        """The program that made the report, with its version."""
        name = str(self.generator.get("name") or "claimtrace")
        return plain(" ".join(filter(None, (name, str(self.generator.get("version") or "")))))

    def where(self, page: int | None) -> str:
        """A page for readers: "page 5, folio 40"; the folio only where it differs; ``""`` without a page."""
        if page is None:
            return ""
        folio = self.paper.document.folio(page)
        return f"page {page}, folio {folio}" if folio and folio != str(page) else f"page {page}"

    @property
    def counting(self) -> str:
        """How pages are told, where the numbers printed on them are others than those of the file; else ``""``."""
        pages = self.paper.document.pages
        if all(page.folio in (None, str(page.number)) for page in pages):
            return ""
        return "Pages are counted in the file; the folio is the number printed on the page."

    def page(self, offset: int) -> int | None:
        """The page on which a character of the text stands."""
        return self.paper.document.text.page_of(offset)

    def place(self, offset: int) -> str:
        """Where a character stands, for readers: its page; in a paper without pages the heading over it."""
        if self.paper.document.pages:
            return self.where(self.page(offset))
        section = self.paper.document.section_at(offset)
        return section.title if section else "before the first heading"


class Index:
    """Looks things up in a view by their identity, and findings by what they are about."""

    def __init__(self, view: ReportView) -> None:
        """Index ``view``; later changes are not seen, as there are none."""
        paper = view.paper
        self.references: dict[str, Reference] = {item.id: item for item in paper.references}
        self.citations: dict[str, Citation] = {item.id: item for item in paper.citations}
        self.links: dict[str, Link] = {item.citation: item for item in paper.links}
        self.claims: dict[str, Claim] = {item.id: item for item in paper.claims}
        self.entities: dict[str, Entity] = {item.id: item for item in paper.entities}
        self.duplicates: dict[str, Duplicate] = {item.id: item for item in paper.duplicates}
        self.citations_of = _grouped((item.reference, item.citation) for item in paper.links if item.reference)
        self.claims_with = _grouped((citation, claim.id) for claim in paper.claims for citation in claim.citations)
        self.table_with = _table_by_citation(paper)
        self._claim_starts = sorted((claim.span.start, claim.span.end, claim.id) for claim in paper.claims)
        self._findings = _findings_by_subject(view.findings)

    def claim_at(self, offset: int) -> str | None:
        """The claim in which a character of the text stands."""
        at = bisect_right(self._claim_starts, offset, key=lambda claim: claim[0]) - 1
        return self._claim_starts[at][2] if at >= 0 and offset < self._claim_starts[at][1] else None

    def findings_on(self, identity: str) -> list[Finding]:
        """The findings that name a citation, a reference or a claim, the gravest first."""
        return self._findings.get(identity, [])


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _findings_by_subject(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    severities = list(Severity)
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda item: severities.index(item.severity)):
        for subject in (*finding.citations, *finding.references, *finding.claims):
            groups[subject].append(finding)
    return dict(groups)


def _table_by_citation(paper: Paper) -> dict[str, Table]:
    """The table to which a citation belongs, where it stands in one, its caption or its source line."""
    found: dict[str, Table] = {}
    for table in paper.document.tables:
        spans = [cell.span for row in table.rows for cell in row if cell.span]
        spans.extend(span for span in (table.source, table.caption_span) if span)
        whole = Span(min((span.start for span in spans), default=0), max((span.end for span in spans), default=0))
        for citation in paper.citations:
            if whole.covers(citation.span) and any(span.covers(citation.span) for span in spans):
                found.setdefault(citation.id, table)
    return found
