"""What an audit says of how much it looked at: one honest row for every check."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrace.check import CHECKS
from claimtrace.check.not_built import NOT_BUILT
from claimtrace.model.finding import Coverage, CoverageState
from claimtrace.pipeline.audit import Audit
from corpus_audits import NAMES, corpus_audit
from written_papers import audit_of

BUILT = [check.name for check in CHECKS]
NAMED = [*BUILT, *(name for name, _, _ in NOT_BUILT)]
SMALL = {
    "without a list": "Lamps came late (Zander, 2009), and the mole was dark until the war was over and rope cheap.",
    "without a citation": "Lamps came late, and the mole was dark until the war was over and rope was cheap once more.",
    "mostly uncited": (
        "The port kept no log (Holm, 2015).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.\n"
        "Zander, C. (2009). Lamps of the outer mole. Port Selwyn Press."
    ),
}
FEW = """
description = "Who looks for repeats only"
stages = ["read", "structure", "sentences", "references", "citations", "links", "quotations",
          "duplicates", "graph", "checks"]
checks = ["passage-duplicated", "citation-without-reference"]
"""


def assert_honest(audit: Audit) -> None:
    assert [row.check for row in audit.coverage] == NAMED
    for row in audit.coverage:
        found = [finding for finding in audit.findings if finding.check == row.check]
        assert _consistent(row), row
        assert len(found) <= row.checked, row


def _consistent(row: Coverage) -> bool:
    if row.checked < 0 or row.abstained < 0:
        return False
    match row.state:
        case CoverageState.SKIPPED:
            return bool(row.why) and row.checked == row.abstained == 0
        case CoverageState.ABSTAINED:
            return bool(row.why) and row.checked == 0 and row.abstained > 0
        case CoverageState.RUN:
            return bool(row.why) or not row.abstained


@pytest.mark.parametrize("name", NAMES)
def test_checks_of_entries_say_how_many_may_be_cut_amiss(name: str) -> None:
    audit = corpus_audit(name)
    doubted = sum(not entry.agreed for entry in audit.paper.references)
    row = next(row for row in audit.coverage if row.check == "reference-duplicated")
    said = f"of {len(audit.paper.references)} entries, {doubted} begin or end where"
    assert (said in (row.why or "")) is bool(doubted)


@pytest.mark.parametrize("name", NAMES)
def test_the_rows_of_a_paper_of_the_corpus(name: str) -> None:
    audit = corpus_audit(name)
    assert_honest(audit)
    assert {row.state for row in audit.coverage if row.check in BUILT} <= {CoverageState.RUN, CoverageState.ABSTAINED}


@pytest.mark.parametrize("kind", SMALL)
def test_the_rows_of_a_paper_that_lacks_something(kind: str) -> None:
    assert_honest(audit_of(SMALL[kind]))


@pytest.mark.parametrize("kind", SMALL)
def test_the_rows_of_a_pipeline_without_checks(kind: str) -> None:
    audit = audit_of(SMALL[kind], "graph")
    assert_honest(audit)
    assert {row.state for row in audit.coverage} == {CoverageState.SKIPPED}
    assert audit.findings == ()


def test_checks_that_a_pipeline_leaves_out_are_skipped_and_say_why(tmp_path: Path) -> None:
    (tmp_path / "few.toml").write_text(FEW, encoding="utf-8")
    audit = audit_of(SMALL["mostly uncited"], tmp_path / "few.toml")
    assert_honest(audit)
    states = {row.check: row.state for row in audit.coverage if row.check in BUILT}
    assert {name for name, state in states.items() if state is CoverageState.RUN} == {
        "passage-duplicated",
        "citation-without-reference",
    }
    assert {row.why for row in audit.coverage if row.check in BUILT and row.why} == {"the pipeline leaves it out"}


def test_a_check_that_is_not_built_says_what_it_would_need() -> None:
    rows = {row.check: row.why or "" for row in corpus_audit(NAMES[0]).coverage}
    assert all(rows[name] for name, _, _ in NOT_BUILT)
    assert "full text" in rows["claim-not-in-source"]
    assert "other papers" in rows["claim-circular"]
