"""Two claims on the same thing give different figures or dates.

Finds two sentences that share nearly all words that matter and differ in one figure or year: "The archive counted 884
readers by the end of the war", "By the end of the war the archive counted 8,379 readers". Figures are read as values:
"two thirds" is 66.7 per cent, "22 million" anything that rounds to it, "over 150" more than 150. What a clause adds
about a thing ("the fire, which destroyed 40 barges, ...") is compared too. Short statements must name something.

Silent where the figures agree within their rounding, where one sentence names a place, group, time or measure that the
other does not, where the sentences are neighbours, begin with a word that points elsewhere ("They counted ..."), or
tell of what is supposed. A year is compared only for what happens once (founded, first held, signed).

Why: of two figures for one thing at most one is right; often a digit was lost in copying or an early draft left its
number behind (COPE, Guidance on corrections; ICMJE Recommendations, section III.A on errors of fact).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, passage_evidence, place_named
from claimtrace.check.statements import Likeness, Statement, are_enough, in_repeat, pairs, says_the_same, statements
from claimtrace.knowledge.wordings import worded
from claimtrace.model.claim import Claim, Figure
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions

_APART = 3  # claims; nearer ones tell figures side by side on purpose


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare each claim that gives a figure or a year with those that say the same."""
    told = [s for s in statements(ask, _may_conflict, parts=True) if s.figures or s.years]
    whole = {statement.at: statement for statement in reversed(told)}.values()
    result = Result(checked=sum(len(statement.figures) + len(statement.years) for statement in whole))
    flagged: set[str] = set()
    for one, other, likeness in pairs(told):
        if other.at - one.at < _APART or other.claim.id in flagged:
            continue
        if not are_enough(one, other, likeness, bounds["words"]):
            continue
        differing = next(_differing(one, other, likeness, bounds["share"]), None)
        if differing and not in_repeat(ask, one, other):
            flagged.add(other.claim.id)
            result.findings.append(_finding(ask, one, other, *differing))
    return result


def _may_conflict(claim: Claim) -> bool:
    text = claim.text
    return not (worded("anaphor", text) or worded("supposed", text) or worded("example", text) or text.endswith("?"))


def _differing(one: Statement, other: Statement, likeness: Likeness, share: float) -> Iterator[tuple[str, str]]:
    """The figures or years in which two statements on the same thing differ, as printed."""
    if says_the_same(one, other, likeness, share):
        pair = _figures_apart(one, other)
        if pair:
            yield pair[0].text, pair[1].text
    once = worded("once", one.claim.text) and worded("once", other.claim.text)
    if once and len(one.years) == len(other.years) == 1 and says_the_same(one, other, likeness, share, years=False):
        (a,), (b,) = one.years, other.years
        if a != b and not _figures_apart(one, other):
            yield str(a), str(b)


def _figures_apart(one: Statement, other: Statement) -> tuple[Figure, Figure] | None:
    """The one pair of comparable figures that disagrees, where all others that can be compared agree."""
    left = [a for a in one.figures if not any(_comparable(a, b) and a.agrees(b) for b in other.figures)]
    right = [b for b in other.figures if not any(_comparable(a, b) and a.agrees(b) for a in one.figures)]
    apart = [(a, b) for a in left for b in right if _comparable(a, b)]
    return apart[0] if len(apart) == 1 else None


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same: the same unit, and the same things counted as far as they tell."""
    if one.unit != other.unit:
        return False
    if one.counted and other.counted:
        return not set(one.counted).isdisjoint(other.counted)
    return bool(one.unit)


def _finding(ask: Questions, one: Statement, other: Statement, earlier: str, later: str) -> Finding:
    works = [{work.id for work in ask.works_behind(statement.claim)} for statement in (one, other)]
    other_sources = all(works) and works[0].isdisjoint(works[1])
    where = place_named(ask, one.claim.span.start)
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.POSSIBLE if other_sources else Verdict.LIKELY,
        f"This sentence gives {later}; {where} a sentence on the same thing gives {earlier}"
        + (", from another source." if other_sources else "."),
        other.claim.span,
        evidence=[passage_evidence(ask, one.claim.span, "the other figure")],
        citations=[*other.claim.citations, *one.claim.citations],
        claims=[other.claim.id, one.claim.id],
    )


CHECK = Check(
    name="figures-conflict",
    needs=(Needs.PAPER,),
    layers=("claims",),
    severity=Severity.WARNING,
    finds="two claims on the same thing give different figures or dates",
    run=run,
    bounds={"words": 4, "share": 0.75},
    example=Example(
        bad="By the end of the siege the harbour master counted 412 empty barges. Ropes are a matter of taste. Lamps "
        "were lit at dusk. Sails were mended on deck.\n\nThe harbour master counted 4,120 empty barges by the end of "
        "the siege.",
        good="By the end of the siege the harbour master counted 412 empty barges. Ropes are a matter of taste. Lamps "
        "were lit at dusk. Sails were mended on deck.\n\nThe harbour master counted about 400 empty barges by the end "
        "of the siege. In the outer harbour he counted 38 empty barges by the end of the siege.",
    ),
)
