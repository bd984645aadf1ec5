"""The audit of one paper: everything that was found out, the graph, and the files that tell of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrace.model.errors import OutputError
from claimtrace.model.finding import Coverage, Finding, Severity
from claimtrace.model.paper import Paper
from claimtrace.pipeline.folder import write_whole
from claimtrace.pipeline.making import Making
from claimtrace.pipeline.outputs import OUTPUT_NAMES, chosen_outputs, known_outputs

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Audit:
    """What is known of one paper.

    Attributes:
        paper: the document and its layers: references, citations, links, quotations, claims, entities, relations,
            duplicates.
        graph: the citation-claim graph, findings included.
        findings: the gravest and surest first; those that a person dismissed come last.
        coverage: one row for each check, also for those that did not run.
        generator: what made the audit: name, version, pipeline, settings.
        pdf: the bytes of the paper's PDF, ``None`` for a paper in a form without pages.
        outputs: the names of the files that the pipeline asks for, if not the usual ones.
    """

    paper: Paper
    graph: nx.MultiDiGraph[str]
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    generator: Mapping[str, Any]
    pdf: bytes | None
    outputs: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings have this severity, without those that a person dismissed."""
        return sum(finding.severity is severity for finding in self.open_findings)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that nobody dismissed."""
        return tuple(finding for finding in self.findings if not finding.dismissed)

    def data(self) -> dict[str, Any]:
        """The audit as plain data, as ``audit.json`` holds it; docs/audit-format.md tells what is in it."""
        from claimtrace.report.audit_json import audit_data

        return audit_data(self.paper, self.findings, self.coverage, self.generator)

    def files(
        self,
        *,
        only: Collection[str] = (),
        watch: Callable[[str], None] = lambda name: None,
        leave_out: Callable[[str], None] | None = None,
    ) -> dict[str, bytes]:
        """The audit as files, by name; the same audit gives the same bytes.

        Args:
            only: the names of the files wanted, if not all that the pipeline asks for.
            watch: is told the name of each file before it is made.
            leave_out: is told in one line why a file cannot be made, and the others are; without it that is an error.

        Raises:
            UnknownNameError: ``only`` names a file that no audit has.
            OutputError: a file wanted cannot be made of this paper, and none is left out, or it is the only one.
        """
        outputs = chosen_outputs(self, known_outputs(only))
        if not outputs:
            names = ", ".join(only or self.outputs)
            raise OutputError(f"{self.paper.document.file}: has no pages, so {names} cannot be made of it")
        making = Making(self, [output.name for output in outputs])
        made: dict[str, bytes] = {}
        for output in outputs:
            watch(output.name)
            try:
                made[output.name] = output.make(making)
            except OutputError as error:
                if leave_out is None or len(outputs) == 1:
                    raise
                leave_out(f"{error}; {output.name} is left out")
        return made

    def write(
        self, folder: str | Path, *, only: Collection[str] = (), watch: Callable[[str], None] = lambda name: None
    ) -> Path:
        """Write the files of the audit into a folder, whole or not at all, and give the folder.

        Files of an earlier audit are replaced, all others in the folder stay.

        Args:
            folder: where to write.
            only: the names of the files wanted, if not all that the pipeline asks for.
            watch: is told the name of each file before it is made.

        Raises:
            UnknownNameError: ``only`` names a file that no audit has.
            OutputError: the folder cannot be written; nothing in it was changed.
        """
        return write_whole(Path(folder), self.files(only=only, watch=watch), OUTPUT_NAMES)
