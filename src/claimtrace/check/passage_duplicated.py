"""A passage stands again in the same paper.

Finds passages of twelve words or more that stand twice, word for word or nearly so, each as long as it can be made;
what stands three times is told once, with all its places. Where the copies give other citations, numbers or names,
duplicate-differs tells of them. Information only is what the abstract shares with the paper that it sums up, told once,
and two passages that seem to say the same in other words: whether they do is for a reader to judge.

Silent for the reference list, running heads, captions, tables and back matter, for what is for the most part a
quotation in both places, for sentences that every paper of its kind has ("The paper is structured as follows"), for
statements on different things that are worded alike (of two that differ throughout, each gives numbers or names that
the other lacks), and for what is merely alike within methods or results or reworded from the abstract; the list of
duplicates holds all that too.

Why: a repeat is a slip of editing, or text that was reused without being adapted; what is said twice is also cited,
counted and corrected twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, passage_evidence
from claimtrace.check.repeats import Repeat, repeats
from claimtrace.model.duplicate import DuplicateKind
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions


def run(ask: Questions, bounds: Bounds) -> Result:
    """Report each repeated passage once, at its last place."""
    told = list(repeats(ask, bounds["words"], differing=False))
    findings = [_finding(ask, repeat) for repeat in told if not repeat.echo]
    if echoes := [repeat for repeat in told if repeat.echo]:
        findings.append(_echo(ask, echoes))
    return Result(findings, checked=len(ask.paper.sentences))


def _finding(ask: Questions, repeat: Repeat) -> Finding:
    longest = repeat.pairs[0]
    how = {
        DuplicateKind.VERBATIM: "word for word",
        DuplicateKind.NEAR: "with few words changed",
        DuplicateKind.REWORDED: "in other words",
    }[longest.kind]
    reworded, sure = longest.kind is DuplicateKind.REWORDED, longest.similarity
    return finding(
        ask,
        CHECK.name,
        Severity.INFO if reworded else CHECK.severity,
        Verdict.POSSIBLE if reworded else Verdict.CONFIRMED if sure > 0.85 else Verdict.LIKELY,
        f"This passage of {longest.words} words stands {repeat.elsewhere(ask)} too, {how}.",
        longest.second,
        evidence=[passage_evidence(ask, span, "the other place") for span in repeat.others],
        claims=[claim.id for claim in ask.paper.claims if longest.second.covers(claim.span)],
        duplicate=longest.id,
    )


def _echo(ask: Questions, echoes: Sequence[Repeat]) -> Finding:
    """What the abstract shares with the paper, told once, at its longest passage."""
    longest = max(echoes, key=lambda repeat: repeat.pairs[0].words).pairs[0]
    words = sum(repeat.pairs[0].words for repeat in echoes)
    noun = "passage" if len(echoes) == 1 else "passages"
    places = sorted({span for repeat in echoes for span in (*repeat.others, repeat.place)} - {longest.first})
    return finding(
        ask,
        CHECK.name,
        Severity.INFO,
        Verdict.CONFIRMED,
        f"The abstract and the text share {words} words in {len(echoes)} {noun}, word for word or nearly so.",
        longest.first,
        evidence=[passage_evidence(ask, span, "the other place") for span in places],
        duplicate=longest.id,
    )


CHECK = Check(
    name="passage-duplicated",
    needs=(Needs.PAPER,),
    layers=("duplicates",),
    severity=Severity.WARNING,
    finds="a passage stands again in the same paper",
    run=run,
    bounds={"words": 12},
    example=Example(
        bad="The harbour office was moved twice before anyone thought of asking the pilots where they would "
        "like it.\n\n"
        "Ferries ran on Sundays (Quill, 2012).\n\nThe harbour office was moved twice before anyone thought of "
        "asking the "
        "pilots where they would have it.\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The harbour office was moved twice before anyone thought of asking the pilots where they would "
        "like it.\n\n"
        "Ferries ran on Sundays (Quill, 2012).\n\nAnother office was built on the mole, and the pilots were "
        "asked first.\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
