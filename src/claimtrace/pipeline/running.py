"""Runs a pipeline on one paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from claimtrace import __version__
from claimtrace.knowledge.tables import using
from claimtrace.model.decision import Decision, FindingKey
from claimtrace.model.document import Document
from claimtrace.model.entity import Entity
from claimtrace.model.paper import Paper
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.decisions import read_decisions
from claimtrace.pipeline.stages import STAGES
from claimtrace.pipeline.table import Pipeline
from claimtrace.read.isolated import Reading

Watch = Callable[[str], None]


def run_pipeline(path: Path, pipeline: Pipeline, watch: Watch = lambda stage: None) -> Audit:
    """Audit one paper.

    Args:
        path: the paper.
        pipeline: what to run.
        watch: is told the name of each stage as it begins.

    Returns:
        The audit; nothing is written.

    Raises:
        UnreadablePaperError: the paper cannot be read; the message says why and what to do.
        DecisionError: the file of decisions beside the paper cannot be read or understood.
    """
    decisions = read_decisions(path)
    watch("read")
    reading = Reading(path, pipeline.limits)
    import claimtrace.check.runner
    import claimtrace.graph.build

    if "entities" in pipeline.stages:
        import claimtrace.annotate.entities  # noqa: F401
    return audit_document(reading.document(), reading.data, pipeline, watch, decisions)


def audit_document(
    document: Document,
    data: bytes,
    pipeline: Pipeline,
    watch: Watch = lambda stage: None,
    decisions: Mapping[FindingKey, Decision] = MappingProxyType({}),
) -> Audit:
    """Audit a document that is already read.

    Args:
        document: the document.
        data: the bytes of the file that it was read from, for the reports that show its pages.
        pipeline: what to run.
        watch: is told the name of each stage as it begins.
        decisions: what persons decided about earlier findings in the paper.

    Returns:
        The audit; nothing is written.
    """
    with using([pack.folder for pack in pipeline.packs]):
        return _audited(document, data, pipeline, watch, decisions)


def _audited(
    document: Document, data: bytes, pipeline: Pipeline, watch: Watch, decisions: Mapping[FindingKey, Decision]
) -> Audit:
    from claimtrace.check.decided import with_decisions
    from claimtrace.check.runner import CheckSettings, run_checks
    from claimtrace.graph.build import add_findings, build_graph
    from claimtrace.graph.questions import PaperGraph

    watch("structure")
    paper = Paper(document)
    by_name = {stage.name: stage for stage in STAGES}
    for name in pipeline.stages:
        if lay := by_name[name].lay:
            watch(name)
            paper = replace(paper, **lay(paper))
            if name == "entities" and pipeline.language_model:
                paper = replace(paper, entities=_with_trained(paper, pipeline.language_model))
    watch("graph")
    graph = build_graph(paper)
    watch("checks")
    settings = CheckSettings(pipeline.checks, pipeline.bounds, pipeline.severities)
    findings, coverage = run_checks(PaperGraph(paper, graph), settings)
    findings = with_decisions(paper, findings, decisions)
    add_findings(graph, paper, findings)
    generator = {
        "name": "claimtrace",
        "version": __version__,
        "pipeline": pipeline.name,
        "settings": pipeline.settings,
    }
    return Audit(paper, graph, findings, coverage, generator, data if document.pages else None, pipeline.outputs)


def _with_trained(paper: Paper, model: str) -> tuple[Entity, ...]:
    from claimtrace.annotate.entities.trained import with_trained

    return with_trained(paper.document, paper.citations, paper.entities, model)
