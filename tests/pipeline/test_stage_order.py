"""Pipelines are checked when they are built: one that is accepted runs, one that cannot run is refused."""

from __future__ import annotations

import dataclasses
import functools
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_audits import AUTHOR_YEAR

from claimtrace.check import CHECKS
from claimtrace.model.document import Document
from claimtrace.model.errors import PipelineError
from claimtrace.model.paper import Paper
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.stages import STAGES
from claimtrace.pipeline.table import Pipeline, find_pipeline, pipelines
from written_papers import document_of, pdf_of

ALL = [stage.name for stage in STAGES]
document = functools.cache(document_of)


def pipeline(stages: list[str], checks: list[str] | None = None, more: str = "") -> Pipeline:
    """A pipeline read from a file with these stages and checks."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.toml"
        lists = f"stages = {json.dumps(stages)}\nchecks = {json.dumps(checks or [])}\n"
        path.write_text(f'description = "Own"\n{lists}{more}', encoding="utf-8")
        return find_pipeline(path)


def read() -> Document:
    return document(AUTHOR_YEAR)


def test_the_stages_as_they_are_listed_are_in_order() -> None:
    assert pipeline(ALL, [check.name for check in CHECKS]).stages == tuple(ALL)


def test_each_layer_is_made_by_one_stage_and_laid_on_the_paper() -> None:
    made = [layer for stage in STAGES for layer in stage.makes]
    fields = {field.name for field in dataclasses.fields(Paper)}
    assert len(made) == len(set(made))
    assert {layer for stage in STAGES if stage.lay for layer in stage.makes} <= fields
    assert {layer for stage in STAGES for layer in stage.needs} <= set(made)
    assert {layer for check in CHECKS for layer in check.layers} <= set(made)


@pytest.mark.parametrize("name", ALL)
def test_a_stage_before_what_it_needs_is_refused(name: str) -> None:
    needs = next(stage.needs for stage in STAGES if stage.name == name)
    first = [name, *(other for other in ALL if other != name)]
    if not needs:
        assert pipeline(first)
        return
    with pytest.raises(PipelineError, match=f"stage '{name}' needs {needs[0]}, which '[a-z]+' makes; set that before"):
        pipeline(first)


@pytest.mark.parametrize("name", [stage.name for stage in STAGES if stage.lay])
def test_a_layer_that_comes_too_late_for_the_graph_is_refused(name: str) -> None:
    with pytest.raises(PipelineError, match="before"):
        pipeline([*(other for other in ALL if other != name), name])


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_without_its_layers_is_refused_and_with_them_runs(check: object) -> None:
    name, layers = check.name, check.layers  # type: ignore[attr-defined]
    makers = [stage.name for stage in STAGES if stage.lay and set(stage.makes) & set(layers)]
    for maker in makers:
        with pytest.raises(PipelineError):
            pipeline([stage for stage in ALL if stage != maker], [name])
    audit = audit_document(read(), b"", pipeline([stage for stage in ALL if stage != "reports"], [name]))
    assert {finding.check for finding in audit.findings} <= {name}


def possible_checks(stages: list[str]) -> list[str]:
    """The checks whose layers these stages make."""
    made = {layer for stage in STAGES if stage.name in stages for layer in stage.makes}
    return [check.name for check in CHECKS if made.issuperset(check.layers)]


@settings(max_examples=40)
@given(st.sets(st.sampled_from(ALL[2:])), st.permutations(ALL[2:]), st.booleans())
def test_a_pipeline_that_is_accepted_runs(wanted: set[str], shuffled: list[str], in_order: bool) -> None:
    wanted |= {"references", "citations", "links", "graph"}
    order = ALL[2:] if in_order else shuffled
    chosen = ["read", "structure", *(name for name in order if name in wanted)]
    try:
        accepted = pipeline(chosen, possible_checks(chosen) if "checks" in chosen else [])
    except PipelineError as error:
        assert "\n" not in str(error)
        return
    audit = audit_document(read(), b"", accepted)
    assert audit.generator["settings"]["stages"] == chosen
    assert len(audit.paper.links) == len(audit.paper.citations) > 0
    assert json.dumps(audit.data())


def test_the_pipelines_that_come_along_are_valid_and_say_whom_they_serve() -> None:
    found = {known.name: known for known in pipelines()}
    assert {"default", "cyber-diplomacy"} <= set(found)
    assert all(len(known.description) > 20 for known in found.values())
    assert set(found["default"].checks) == {check.name for check in CHECKS}
    assert not found["default"].bounds
    assert not found["default"].severities


def test_reports_are_written_only_where_they_are_asked_for() -> None:
    stages = ["read", "structure", "references", "citations", "links", "graph", "checks"]
    audit = audit_document(read(), pdf_of(AUTHOR_YEAR), pipeline(stages))
    assert set(audit.files()) == {"audit.json", "graph.json", "graph.graphml", "graph.gexf"}
