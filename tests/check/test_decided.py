"""Decisions find their findings again, in this version of the paper and in the next."""

from __future__ import annotations

from claimtrace.check.decided import finding_keys, with_decisions
from claimtrace.model.decision import Decision, DecisionState, FindingKey
from claimtrace.model.finding import Finding
from claimtrace.model.paper import Paper
from written_papers import audit_of

LIST = "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
MOLE = "Many scholars have argued that the outer mole was never finished."
TOLL = "Some critics maintain that the toll was unlawful."
LAMPS = "Lamps were dear (Quill, 2012)."
NO_FAULT = Decision(DecisionState.DISMISSED, "Common knowledge in the field.")
RIGHT = Decision(DecisionState.ACCEPTED, "Asked the author.")


def audited(*paragraphs: str) -> tuple[Paper, list[Finding], list[FindingKey]]:
    """A paper, its vague attributions, and what names them."""
    audit = audit_of("\n\n".join(("# Introduction", *paragraphs, LIST)))
    findings = [finding for finding in audit.findings if finding.check == "vague-attribution"]
    return audit.paper, findings, finding_keys(audit.paper, findings)


def test_a_decision_holds_in_a_paper_that_changed_elsewhere() -> None:
    _, _, keys = audited(MOLE, TOLL)
    decisions = {key: NO_FAULT for key in keys if key.quote == MOLE}
    paper, findings, _ = audited(LAMPS, TOLL, LAMPS, MOLE)
    found = with_decisions(paper, findings, decisions)
    assert [(f.quote, f.dismissed) for f in found] == [(TOLL, False), (MOLE, True)]


def test_it_lapses_when_its_passage_changes() -> None:
    _, _, keys = audited(MOLE)
    paper, findings, _ = audited(MOLE.replace("outer", "inner"))
    assert [f.decision for f in with_decisions(paper, findings, dict.fromkeys(keys, NO_FAULT))] == [None]


def test_equal_passages_are_told_apart_by_their_order() -> None:
    paper, findings, keys = audited(MOLE, LAMPS, MOLE)
    assert [key.occurrence for key in keys] == [1, 2]
    found = with_decisions(paper, findings, {keys[1]: NO_FAULT})
    assert [f.span for f in found if f.dismissed] == [findings[1].span]


def test_dismissed_findings_come_last_and_accepted_ones_keep_their_place() -> None:
    paper, findings, (first, second) = audited(MOLE, TOLL)
    found = with_decisions(paper, findings, {first: NO_FAULT, second: RIGHT})
    assert [f.decision for f in found] == [RIGHT, NO_FAULT]
