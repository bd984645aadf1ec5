"""What a user's pipeline file sets: which checks run, their bounds, their severities; and the audit records it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_audits import AUTHOR_YEAR

import claimtrace
from claimtrace.model.errors import PipelineError
from claimtrace.model.finding import CoverageState, Severity
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.table import find_pipeline
from written_papers import audit_of

OWN = """
# A journal's own pipeline.
description = "Our journal: repeats weigh most"
stages = ["read", "structure", "sentences", "references", "citations", "links", "quotations",
          "duplicates", "graph", "checks"]
checks = ["duplicate-differs", "reference-never-cited", "citation-near-miss"]
"""


def audit(folder: Path, settings: str = "") -> Audit:
    path = folder / "own journal.toml"
    path.write_text(OWN + settings, encoding="utf-8")
    return audit_of(AUTHOR_YEAR, path)


def found(audit: Audit) -> dict[str, Severity]:
    return {finding.check: finding.severity for finding in audit.findings}


def test_only_the_named_checks_and_stages_run(tmp_path: Path) -> None:
    own = audit(tmp_path)
    assert set(found(own)) == {"duplicate-differs", "reference-never-cited", "citation-near-miss"}
    assert own.paper.duplicates
    assert not own.paper.entities
    assert not own.paper.claims
    states = {row.check: (row.state, row.why) for row in own.coverage}
    assert states["reference-never-cited"][0] is CoverageState.RUN
    assert states["page-outside-source"] == (CoverageState.SKIPPED, "the pipeline leaves it out")


def test_a_bound_changes_what_is_found_and_a_severity_how_it_is_called(tmp_path: Path) -> None:
    own = audit(tmp_path, 'severity.reference-never-cited = "info"\n[bounds.duplicate-differs]\nwords = 200\n')
    assert found(own) == {"reference-never-cited": Severity.INFO, "citation-near-miss": Severity.ERROR}


def test_the_audit_records_what_it_was_made_with(tmp_path: Path) -> None:
    own = audit(tmp_path, 'bounds.duplicate-differs.words = 30\nseverity.reference-never-cited = "error"\n')
    generator = own.data()["generator"]
    assert generator == {
        "name": "claimtrace",
        "version": claimtrace.__version__,
        "pipeline": "own journal",
        "settings": {
            "stages": [
                "read", "structure", "sentences", "references", "citations", "links", "quotations", "duplicates",
                "graph", "checks",
            ],
            "checks": ["duplicate-differs", "reference-never-cited", "citation-near-miss"],
            "bounds": {"duplicate-differs": {"words": 30}},
            "severity": {"reference-never-cited": "error"},
        },
    }  # fmt: skip
    assert json.loads(json.dumps(generator)) == generator


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "true", '"many"', "[1]"])
def test_a_bound_is_a_number_that_json_can_hold(value: str, tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="'words' of duplicate-differs must be a number"):
        audit(tmp_path, f"bounds.duplicate-differs.words = {value}\n")


@pytest.mark.parametrize("name", ["own.toml", "OWN.TOML", "with space ü.toml"])
def test_files_of_any_name_with_or_without_a_byte_order_mark_are_read(name: str, tmp_path: Path) -> None:
    for mark in ("", "\ufeff"):
        (tmp_path / name).write_text(mark + OWN, encoding="utf-8")
        assert find_pipeline(tmp_path / name).description == "Our journal: repeats weigh most"
        assert find_pipeline(str(tmp_path / name)).name == Path(name).stem


def test_a_pipeline_may_name_the_files_to_write(tmp_path: Path) -> None:
    own = audit(tmp_path, 'outputs = ["audit.json", "graph.ttl", "findings.sarif"]')
    assert set(own.files()) == {"audit.json", "graph.ttl", "findings.sarif"}
    assert set(own.files(only=("graph.dot",))) == {"graph.dot"}
    assert "outputs" not in own.generator["settings"]  # they change nothing of what is found


def test_an_unknown_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=r"unknown output 'graph\.tll'; did you mean 'graph\.ttl'\?"):
        audit(tmp_path, 'outputs = ["graph.tll"]')
