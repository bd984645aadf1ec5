"""What every stage keeps to: its needs, its layers, and that it leaves what it is given alone."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimtrace.check import CHECKS
from claimtrace.model.errors import PipelineError
from claimtrace.model.paper import Paper
from claimtrace.pipeline.stages import STAGES, Stage
from claimtrace.pipeline.table import find_pipeline
from corpus_audits import corpus_audit

PAPER = "due-diligence-notes"  # notes, a list, a table, a page without text
LAYING = [stage for stage in STAGES if stage.lay]
each_stage = pytest.mark.parametrize("stage", LAYING, ids=lambda stage: stage.name)


@pytest.fixture(scope="module")
def before() -> Mapping[str, bytes]:
    """The paper as each stage finds it, pickled."""
    paper = Paper(corpus_audit(PAPER).paper.document)
    found: dict[str, bytes] = {}
    for stage in LAYING:
        found[stage.name] = pickle.dumps(paper)
        paper = replace(paper, **_lay(stage, paper))
    return found


def _lay(stage: Stage, paper: Paper) -> Mapping[str, Any]:
    assert stage.lay
    return stage.lay(paper)


def test_needs_are_made_by_an_earlier_stage_and_each_layer_by_one() -> None:
    made: list[str] = []
    for stage in STAGES:
        assert set(stage.needs) <= set(made), stage.name
        made.extend(stage.makes)
    assert len(made) == len(set(made))
    assert len({stage.name for stage in STAGES}) == len(STAGES)


@each_stage
def test_a_stage_lays_what_it_promises_and_nothing_that_a_paper_lacks(
    stage: Stage, before: Mapping[str, bytes]
) -> None:
    layers = _lay(stage, pickle.loads(before[stage.name]))
    assert set(stage.makes) <= set(layers)
    assert set(layers) <= {field.name for field in dataclasses.fields(Paper)} - {"document"}


@each_stage
def test_a_stage_leaves_its_paper_alone_and_gives_the_same_twice(stage: Stage, before: Mapping[str, bytes]) -> None:
    paper = pickle.loads(before[stage.name])
    once = _lay(stage, paper)
    assert paper == pickle.loads(before[stage.name])
    assert pickle.dumps(_lay(stage, paper)) == pickle.dumps(once)


@each_stage
def test_a_stage_reads_only_the_layers_that_it_names(stage: Stage, before: Mapping[str, bytes]) -> None:
    paper = pickle.loads(before[stage.name])
    known = {"document", *stage.needs}
    bare = replace(Paper(paper.document), **{name: getattr(paper, name) for name in known if hasattr(paper, name)})
    assert _lay(stage, bare) == _lay(stage, paper)


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage.name != "reports"], ids=lambda stage: stage.name)
def test_a_pipeline_without_a_stage_that_others_need_is_refused(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(PipelineError):
        find_pipeline(
            _written(tmp_path, [other.name for other in STAGES if other is not stage], [c.name for c in CHECKS])
        )


@pytest.mark.parametrize(
    ("check", "layer"), [(check.name, layer) for check in CHECKS for layer in check.layers if layer != "document"]
)
def test_a_check_whose_layer_is_not_made_is_refused_by_name(check: str, layer: str, tmp_path: Path) -> None:
    maker = next(stage for stage in STAGES if layer in stage.makes)
    gone = {maker.name}
    for stage in STAGES:
        if any(need in other.makes for other in STAGES if other.name in gone for need in stage.needs):
            gone.add(stage.name)
    kept = [stage.name for stage in STAGES if stage.name not in gone or stage.name in ("graph", "checks")]
    wanted = "stage 'graph' needs" if "links" in gone else f"check {check!r} needs"  # no graph without citations
    with pytest.raises(PipelineError, match=wanted):
        find_pipeline(_written(tmp_path, kept, [check]))


def _written(folder: Path, stages: list[str], checks: list[str]) -> Path:
    path = folder / "own.toml"
    path.write_text(f'description = "A trial"\nstages = {stages}\nchecks = {checks}\n', encoding="utf-8")
    return path
