"""What every check keeps to: where it stands, how it is named and explained, and that its example is true."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

import pytest

import claimtrace.check
from claimtrace.check import CHECKS
from claimtrace.check.base import Check, Needs
from claimtrace.check.not_built import NOT_BUILT
from claimtrace.model.finding import CoverageState
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.stages import STAGES
from claimtrace.pipeline.table import find_pipeline
from written_papers import audit_of

BEYOND = {"abstract-figure-missing", "caption-never-mentioned"}  # of our own
CONTRACT = {
    "citation-without-reference",
    "citation-near-miss",
    "citation-ambiguous",
    "reference-never-cited",
    "reference-duplicated",
    "reference-incomplete",
    "reference-in-future",
    "doi-malformed",
    "page-outside-source",
    "page-reused",
    "quotation-without-citation",
    "quotation-without-page",
    "quotation-varies",
    "quotation-unmarked",
    "claim-without-citation",
    "vague-attribution",
    "same-claim-other-source",
    "figures-conflict",
    "cross-reference-dangling",
    "placeholder-left",
    "source-predates-event",
    "event-date-wrong",
    "agreement-party-wrong",
    "passage-duplicated",
    "duplicate-differs",
    "passage-shared",
    "quotation-not-in-source",
    "quotation-altered",
    "quotation-on-other-page",
    "claim-not-in-source",
    "claim-contradicted",
    "claim-overstated",
    "reference-not-found",
    "reference-mismatch",
    "reference-retracted",
    "claim-circular",
    "trace-broken",
    "claim-drifted",
    "sources-converge",
    "hidden-text",
    "machine-residue",
    "extraction-unreliable",
}
MODULES = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        importlib.import_module(f"claimtrace.check.{found.name}")
        for found in pkgutil.iter_modules(claimtrace.check.__path__)
    )
    if hasattr(module, "CHECK")
}
every_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)


@cache
def audited(text: str) -> Audit:
    return audit_of(text)


def test_every_file_with_a_check_is_listed_once() -> None:
    assert sorted(check.name for check in CHECKS) == sorted(module.CHECK.name for module in MODULES.values())
    assert len({id(check) for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("file", MODULES)
def test_a_check_is_named_as_its_file(file: str) -> None:
    check = MODULES[file].CHECK
    assert check.name == file.replace("_", "-")
    assert check.run.__module__ == MODULES[file].__name__


def test_built_and_unbuilt_checks_are_those_of_the_contract() -> None:
    built, unbuilt = [check.name for check in CHECKS], [name for name, _, _ in NOT_BUILT]
    assert sorted([*built, *unbuilt]) == sorted(CONTRACT | BEYOND)


@every_check
def test_the_docstring_says_what_it_finds_when_it_is_silent_and_why(check: Check) -> None:
    head, *parts = check.explanation.split("\n\n")
    assert head.endswith(".")
    assert len(head) < 120
    assert [re.match(r"\w+", part).group() for part in parts] == ["Finds", "Silent", "Why"]  # type: ignore[union-attr]
    assert len(check.why) > 40
    assert check.finds
    assert not check.finds.endswith(".")


@every_check
def test_needs_and_layers_are_such_as_exist(check: Check) -> None:
    assert Needs.PAPER in check.needs
    assert set(check.layers) <= {layer for stage in STAGES for layer in stage.makes}
    assert check.layers


@every_check
def test_the_default_pipeline_runs_it(check: Check) -> None:
    assert check.name in find_pipeline("default").checks


@every_check
def test_its_bad_example_sets_off_it_alone(check: Check) -> None:
    assert {finding.check for finding in audited(check.example.bad).findings} == {check.name}


@every_check
def test_its_good_example_sets_off_nothing(check: Check) -> None:
    audit = audited(check.example.good)
    assert [finding.message for finding in audit.findings] == []
    row = next(row for row in audit.coverage if row.check == check.name)
    assert row.state is CoverageState.RUN
    assert row.checked > 0


@every_check
def test_a_finding_is_at_most_as_grave_as_the_check(check: Check) -> None:
    grave = ["info", "warning", "error"]
    for finding in audited(check.example.bad).findings:
        assert grave.index(finding.severity) <= grave.index(check.severity)
        assert finding.message.endswith(".")
        assert finding.message[0].isupper() or not finding.message[0].isalpha()
