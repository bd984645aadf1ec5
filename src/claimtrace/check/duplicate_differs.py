"""A passage stands again with other citations, numbers or names.

Finds passages of twenty words or more that stand twice with hardly a word changed, where one place cites another work
or another page, or gives another number or name than the other; names count in passages of forty words or more.

Silent where passage-duplicated is, for figures in labels ("Table 2"), and where the two differ so often that they are
parallel statements on different things. An abstract that comes back is compared by its numbers.

Why: of the two, one may be what an earlier version said, and a reader cannot tell which holds. It is a warning and no
error, as both may be meant: a sentence may well be true of two cases, and rest on two works. Both places are shown.
"""

from __future__ import annotations

from claimtrace.check.alignment import Difference
from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, passage_evidence
from claimtrace.check.repeats import Repeat, repeats
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions

_MOST_TOLD = 3
_SURE = 30  # words


def run(ask: Questions, bounds: Bounds) -> Result:
    """Report each passage that comes back changed, at its last place."""
    told = repeats(ask, bounds["words"], differing=True)
    found = [_finding(ask, repeat) for repeat in told if not repeat.echo or _has_other_numbers(repeat)]
    return Result(found, checked=len(ask.paper.sentences))


def _has_other_numbers(repeat: Repeat) -> bool:
    return any(difference.kind == "numbers" for difference in repeat.differences)


def _finding(ask: Questions, repeat: Repeat) -> Finding:
    longest, found = repeat.pairs[0], repeat.differences
    kinds = list(dict.fromkeys(difference.kind for difference in found))
    named = " and ".join(kinds) if len(kinds) < 3 else f"{kinds[0]}, {kinds[1]} and {kinds[2]}"
    shown = "; ".join(_told(difference) for difference in found[:_MOST_TOLD])
    more = f"; and {len(found) - _MOST_TOLD} more" if len(found) > _MOST_TOLD else ""
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.CONFIRMED if longest.words >= _SURE else Verdict.LIKELY,
        f"This passage of {longest.words} words stands {repeat.elsewhere(ask)} too, with other {named}: {shown}{more}.",
        longest.second,
        evidence=[passage_evidence(ask, span, "the other place") for span in repeat.others],
        citations=[identity for difference in found for identity in difference.citations],
        references=[identity for difference in found for identity in difference.references],
        claims=[claim.id for claim in ask.paper.claims if longest.second.covers(claim.span)],
        duplicate=longest.id,
    )


def _told(difference: Difference) -> str:
    there, here = (f"“{side}”" if side else "nothing" for side in (difference.first, difference.second))
    return f"{there} there, {here} here"


CHECK = Check(
    name="duplicate-differs",
    needs=(Needs.PAPER,),
    layers=("duplicates", "links"),
    severity=Severity.WARNING,
    finds="a passage stands again in the same paper with other citations, numbers or names",
    run=run,
    bounds={"words": 20},
    example=Example(
        bad="The harbour office was moved twice before anyone thought of asking the 14 pilots of the town where they "
        "would like it to be.\n\nFerries ran on Sundays (Quill, 2012).\n\nThe harbour office was moved twice before "
        "anyone thought of asking the 19 pilots of the town where they would like it to be.\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The harbour office was moved twice before anyone thought of asking the 14 pilots of the town where they "
        "would like it to be.\n\nFerries ran on Sundays (Quill, 2012).\n\nAnother office was built on the mole, and "
        "19 pilots were asked first.\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
