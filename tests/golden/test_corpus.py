"""Audits of the corpus against its gold: what is read right, each planted fault found, nothing else, no trap sprung."""

from __future__ import annotations

from functools import cache

import pytest
from scoring.tally import Tally
from scoring.whole import Scores, score

from claimtrace.check import CHECKS
from corpus_audits import NAMES, corpus_audit, gold_of

# The least F of each part in every paper; EXCEPTIONS are lower, each for a reason that can be told.
FLOORS = {
    "references": 1.0,
    "references: first_author": 1.0,
    "references: year": 1.0,
    "references: title": 1.0,
    "references: type": 1.0,
    "references: container": 1.0,
    "references: volume": 1.0,
    "references: first_page": 1.0,
    "references: doi": 1.0,
    "citations": 1.0,
    "citations: locators": 1.0,
    "citations: forms": 1.0,
    "quotations": 1.0,
    "quotations: sources": 1.0,
    "sections": 1.0,
    "tables": 1.0,
    "tables: cells": 1.0,
    "duplicates": 1.0,
}
EXCEPTIONS = {
    # the journal prints no range of pages, and a chapter in notes reads like a paper of a conference
    ("cable-notes", "references: first_page"): 0.0,
    ("cable-notes", "references: type"): 0.94,
    # an entry that says nothing of where it appeared has no type to be told
    ("harbour-warnings", "references: type"): 0.96,
    # the parties and the date of a judgment are not taken for part of its title; nor is the edition of a handbook
    ("due-diligence-notes", "references: title"): 0.95,
    ("health-regulations", "references: title"): 0.96,
    ("orbital-restraint", "references: title"): 0.96,
    # a directive is law, not a report as the gold has it; the number of a report is taken for a journal's
    ("reporting-duties", "references: type"): 0.88,
    ("reporting-duties", "references: container"): 0.97,
    # the page behind a quotation is lost where the citation before it is a number: Barr [25] quotes "..." (p. 52)
    ("reporting-duties", "citations: locators"): 0.99,
    ("reporting-duties", "quotations: sources"): 0.75,
    # words that are quoted in one place and not in the other
    ("health-regulations", "duplicates"): 0.9,
}
KNOWN_MISSES: dict[str, dict[str, str]] = {}
KNOWN_EXTRAS: dict[str, dict[str, str]] = {}

every_paper = pytest.mark.parametrize("name", NAMES)


@cache
def scores(name: str) -> Scores:
    return score(corpus_audit(name).data(), gold_of(name))


@every_paper
@pytest.mark.parametrize("part", FLOORS)
def test_what_is_read_right(name: str, part: str) -> None:
    tally = scores(name)[part]
    floor = EXCEPTIONS.get((name, part), FLOORS[part])
    assert tally.f is None or tally.f >= floor, (tally.wrong, tally.missed)


@every_paper
def test_every_planted_fault_is_found_but_those_known_to_be_missed(name: str) -> None:
    assert_known(scores(name)["findings"].missed, KNOWN_MISSES.get(name, {}))


@every_paper
def test_nothing_else_is_found_but_what_is_known(name: str) -> None:
    assert_known(scores(name)["findings"].wrong, KNOWN_EXTRAS.get(name, {}))


def assert_known(shown: list[str], known: dict[str, str]) -> None:
    """Each line is known, and each known line still comes: one that is mended leaves the table."""
    assert [line for line in shown if not any(line.startswith(start) for start in known)] == []
    assert [start for start in known if not any(line.startswith(start) for line in shown)] == []


@every_paper
def test_no_trap_is_sprung(name: str) -> None:
    traps: Tally = scores(name)["traps"]
    assert traps.wrong == []
    assert traps.right > 0


def test_every_check_has_its_faults_and_its_traps() -> None:
    built = {check.name for check in CHECKS}
    assert {fault["check"] for name in NAMES for fault in gold_of(name)["findings"]} >= built
    trapped = {check for name in NAMES for trap in gold_of(name)["not_findings"] for check in trap["checks"]}
    assert trapped >= built - {"extraction-unreliable"}
