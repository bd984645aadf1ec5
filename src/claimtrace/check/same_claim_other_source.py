"""The same claim is cited to different works in different places.

Finds two sentences that say the same in nearly the same words, turned round or put in another voice, each with
citations of its own and none in common.

Silent where one of the works is shared or listed twice, where a figure or year differs, where both sentences name their
authors as those who hold it ("Holm (2015) argues ..."), where one begins with a word that points elsewhere ("It has
..."), where they are neighbours, and where both stand in one longer passage that is told as a repeat.

Why: a reader who follows the claim ends at different works. That may be right, as both may say so; often one of the two
citations was misplaced in a revision, or the claim is a commonplace that neither work establishes (Simkin and
Roychowdhury 2003 on citations copied from other papers).
"""

from __future__ import annotations

from itertools import product

from claimtrace.check.base import (
    Bounds,
    Check,
    Example,
    Needs,
    Result,
    entry_evidence,
    finding,
    passage_evidence,
    place_named,
)
from claimtrace.check.same_work import same_work
from claimtrace.check.statements import Likeness, Statement, are_enough, in_repeat, pairs, says_the_same, statements
from claimtrace.knowledge.wordings import worded
from claimtrace.model.citation import CitationForm
from claimtrace.model.claim import Claim, ClaimKind
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference

_APART = 2  # claims


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare the cited claims that say the same."""
    told = statements(ask, _stands_alone, parts=True)
    result = Result(checked=len({statement.at for statement in told}))
    flagged: set[str] = set()
    for one, other, likeness in pairs(told):
        if other.at - one.at < _APART or other.claim.id in flagged:
            continue
        if not are_enough(one, other, likeness, bounds["words"]):
            continue
        if not says_the_same(one, other, likeness, bounds["share"]) or not _same_figures(one, other):
            continue
        if _both_name_authors(ask, one, other) or in_repeat(ask, one, other):
            continue
        works = [_works(ask, statement) for statement in (one, other)]
        if all(works) and not any(a.id == b.id or same_work(a, b) for a, b in product(*works)):
            flagged.add(other.claim.id)
            result.findings.append(_finding(ask, one, other, works, likeness))
    return result


def _stands_alone(claim: Claim) -> bool:
    """Whether a claim cites and says by itself what it speaks of: no quotation, no "It has ..."."""
    return bool(claim.citations) and ClaimKind.QUOTATION not in claim.kinds and not worded("anaphor", claim.text)


def _same_figures(one: Statement, other: Statement) -> bool:
    """Whether each figure of either statement is met by one of the other."""
    return all(any(a.agrees(b) for b in other.figures) for a in one.figures) and all(
        any(a.agrees(b) for a in one.figures) for b in other.figures
    )


def _both_name_authors(ask: Questions, one: Statement, other: Statement) -> bool:
    return all(
        any(ask.citation(identity).form is CitationForm.NARRATIVE for identity in statement.claim.citations)
        for statement in (one, other)
    )


def _works(ask: Questions, statement: Statement) -> list[Reference]:
    """The entries that a claim cites; none where a citation leads nowhere, as it may be one that is shared."""
    found = [ask.link(identity).reference for identity in statement.claim.citations]
    return [] if None in found else [ask.reference(identity) for identity in found if identity]


def _finding(
    ask: Questions, one: Statement, other: Statement, works: list[list[Reference]], likeness: Likeness
) -> Finding:
    named = [", ".join(dict.fromkeys(work.short for work in cited)) for cited in works]
    where = place_named(ask, one.claim.span.start)
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if likeness.share == 1 else Verdict.POSSIBLE,
        f"This claim rests on {named[1]}; {where} the same claim rests on {named[0]}.",
        other.claim.span,
        evidence=[
            passage_evidence(ask, one.claim.span, "the same claim"),
            *(entry_evidence(ask, work.id) for work in (*works[1], *works[0])),
        ],
        citations=[*other.claim.citations, *one.claim.citations],
        references=[work.id for work in (*works[1], *works[0])],
        claims=[other.claim.id, one.claim.id],
    )


CHECK = Check(
    name="same-claim-other-source",
    needs=(Needs.PAPER,),
    layers=("claims",),
    severity=Severity.WARNING,
    finds="the same claim is cited to different works in different places",
    run=run,
    bounds={"words": 4, "share": 0.7},
    example=Example(
        bad="Wet ropes double the time that a crew needs for mooring (Holm, 2015). Lamps are dear. Sails are mended on "
        "deck.\n\nThe time that a crew needs for mooring is doubled by wet ropes (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="Wet ropes double the time that a crew needs for mooring (Holm, 2015). Lamps are dear. Sails are mended "
        "on deck.\n\nThe time that a crew needs for mooring is doubled by wet ropes (Holm, 2015; Quill, 2012).\n\n"
        "# References\nHolm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
