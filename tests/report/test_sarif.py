"""Findings as SARIF 2.1.0, held against the schema that OASIS publishes for the format."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sarif_kit.validate import validation_errors

from claimtrace.model.decision import Decision, DecisionState
from claimtrace.pipeline.audit import Audit
from corpus_audits import NAMES, corpus_audit

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def _run(audit: Audit) -> dict[str, Any]:
    [data] = audit.files(only=("findings.sarif",)).values()
    log = json.loads(data)
    assert validation_errors(log) == []
    [run] = log["runs"]
    return run  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_a_result(name: str) -> None:
    audit = corpus_audit(name)
    run = _run(audit)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(audit.findings)
    for result, finding in zip(run["results"], audit.findings, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding.check
        assert result["level"] == LEVELS[finding.severity]
        assert result["message"]["text"] == finding.message
        assert result["partialFingerprints"] == {"claimtraceFinding/v1": finding.id}


def test_regions_point_into_the_text_that_the_file_holds() -> None:
    audit = corpus_audit("naming-and-shaming")
    run = _run(audit)
    text = run["artifacts"][1]["contents"]["text"]
    assert text == audit.paper.document.text.string
    assert run["artifacts"][0]["hashes"] == {"sha-256": audit.paper.document.id}
    places = [
        place for result in run["results"] for place in (*result["locations"], *result.get("relatedLocations", ()))
    ]
    regions = [place["physicalLocation"]["region"] for place in places if "region" in place["physicalLocation"]]
    assert len(regions) > len(run["results"])
    lines = text.split("\n")
    for region in regions:
        snippet = region["snippet"]["text"]
        assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == snippet
        first = lines[region["startLine"] - 1][region["startColumn"] - 1 :]
        assert first.startswith(snippet.split("\n")[0])
        last = lines[region["endLine"] - 1][: region["endColumn"] - 1]
        assert last.endswith(snippet.split("\n")[-1])


def test_a_page_without_text_is_a_place_in_the_paper() -> None:
    run = _run(corpus_audit("due-diligence-notes"))
    places = [result["locations"][0] for result in run["results"] if result["ruleId"] == "extraction-unreliable"]
    assert places
    assert all(place["physicalLocation"] == {"artifactLocation": {"index": 0}} for place in places)
    assert all(place["logicalLocations"][0]["kind"] == "page" for place in places)


def test_a_dismissed_finding_is_a_suppressed_result() -> None:
    audit = corpus_audit("naming-and-shaming")
    reason = "The entry stands in the online appendix."
    first = replace(audit.findings[0], decision=Decision(DecisionState.DISMISSED, reason))
    second = replace(audit.findings[1], decision=Decision(DecisionState.ACCEPTED, "It is a slip."))
    run = _run(replace(audit, findings=(first, second, *audit.findings[2:])))
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [result["partialFingerprints"]["claimtraceFinding/v1"] for result in suppressed] == [first.id]
    assert suppressed[0]["suppressions"][0]["justification"] == reason
    assert len(run["results"]) == len(audit.findings)
