"""The audit of one paper: everything that was found out, the graph, and the files that tell of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrace.check import CHECKS
from claimtrace.check.not_built import NOT_BUILT
from claimtrace.model.finding import Coverage, Finding, Severity
from claimtrace.model.paper import Paper
from claimtrace.pipeline.folder import write_whole

if TYPE_CHECKING:
    import networkx as nx

    from claimtrace.report.view import PagePicture

DATA_FILES = ("audit.json", "graph.json", "graph.graphml", "graph.gexf")
REPORT_FILES = ("annotated.pdf", "report.md", "findings.csv", "report.html")
AUDIT_FILES = DATA_FILES + REPORT_FILES


@dataclass(frozen=True, slots=True)
class Audit:
    """What is known of one paper.

    Attributes:
        paper: the document and its layers: references, citations, links, quotations, claims, entities, relations,
            duplicates.
        graph: the citation-claim graph, findings included.
        findings: the gravest and surest first.
        coverage: one row for each check, also for those that did not run.
        generator: what made the audit: name, version, pipeline, settings.
        pdf: the bytes of the paper's PDF, ``None`` for a paper in a form without pages.
    """

    paper: Paper
    graph: nx.MultiDiGraph[str]
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    generator: Mapping[str, Any]
    pdf: bytes | None

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def data(self) -> dict[str, Any]:
        """The audit as plain data, as ``audit.json`` holds it; docs/audit-format.md tells what is in it."""
        from claimtrace.report.audit_json import audit_data

        return audit_data(self.paper, self.findings, self.coverage, self.generator)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files that the pipeline asks for; only a PDF can be annotated."""
        reports = REPORT_FILES if self._has_reports else ()
        return DATA_FILES + tuple(name for name in reports if self.pdf or name != "annotated.pdf")

    @property
    def _has_reports(self) -> bool:
        return "reports" in self.generator["settings"]["stages"]

    def files(self, watch: Callable[[str], None] = lambda name: None) -> dict[str, bytes]:
        """The audit as files, by name; the same audit gives the same bytes.

        Args:
            watch: is told the name of each file before it is made.
        """
        reports = _report_makers(self) if self._has_reports else {}  # drawing begins here
        makers = {**_data_makers(self), **reports}
        made: dict[str, bytes] = {}
        for name, make in makers.items():
            watch(name)
            made[name] = make()
        return made

    def write(self, folder: str | Path, watch: Callable[[str], None] = lambda name: None) -> Path:
        """Write the files of the audit into a folder, whole or not at all, and give the folder.

        Files of an earlier audit are replaced, all others in the folder stay.

        Raises:
            OutputError: the folder cannot be written; nothing in it was changed.
        """
        return write_whole(Path(folder), self.files(watch), AUDIT_FILES)


def _data_makers(audit: Audit) -> dict[str, Callable[[], bytes]]:
    from claimtrace.graph.export import gexf, graphml, node_link_json
    from claimtrace.report.audit_json import dumps

    return {
        "audit.json": lambda: dumps(audit.data()).encode(),
        "graph.json": lambda: node_link_json(audit.graph).encode(),
        "graph.graphml": lambda: graphml(audit.graph),
        "graph.gexf": lambda: gexf(audit.graph),
    }


def _report_makers(audit: Audit) -> dict[str, Callable[[], bytes]]:
    """The reports; pages are being drawn while those without pictures are made, so the one with pictures comes last."""
    pdf = audit.pdf
    pictures: Callable[[], Sequence[PagePicture]] = tuple
    makers: dict[str, Callable[[], bytes]] = {}
    if pdf is not None:
        from claimtrace.report.isolated import Drawing
        from claimtrace.report.pictures import pages_to_show

        pictures = Drawing(pdf, pages_to_show(audit.paper, audit.findings)).pictures
        from claimtrace.report.annotated_pdf import annotate

        makers["annotated.pdf"] = lambda: annotate(pdf, audit.paper, audit.findings)
    from claimtrace.report.findings_csv import render_csv
    from claimtrace.report.html import render_html
    from claimtrace.report.markdown import render_markdown
    from claimtrace.report.view import ReportView

    explanations = {check.name: (check.finds, check.why) for check in CHECKS}
    explanations.update({name: (finds, "") for name, _, finds in NOT_BUILT})
    view = ReportView(audit.paper, audit.findings, audit.coverage, explanations, audit.generator)
    makers |= {
        "report.md": lambda: render_markdown(view).encode(),
        "findings.csv": lambda: render_csv(view).encode(),
        "report.html": lambda: render_html(view, pictures).encode(),
    }
    return makers
