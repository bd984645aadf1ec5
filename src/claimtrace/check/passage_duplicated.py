"""A passage stands again in the same paper.

Finds passages of ten words or more that stand twice, word for word or nearly so, each as long as it can be made.

Silent for the reference list, running heads, captions and tables, for what is for the most part a quotation in both
places, for sentences that every paper of its kind has ("The paper is structured as follows"), and for an abstract that
comes back in the paper that it sums up; the list of duplicates holds that too.

Why: a repeat is a slip of editing, or text that was reused without being adapted; what is said twice is also cited,
counted and corrected twice.
"""

from __future__ import annotations

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, passage_evidence
from claimtrace.knowledge.wordings import worded
from claimtrace.model.document import SectionRole
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span


def run(ask: Questions, bounds: Bounds) -> Result:
    """Report each pair of passages once, at its second place."""
    result = Result(checked=len(ask.paper.sentences))
    for duplicate in ask.paper.duplicates:
        if duplicate.words < bounds["words"] or _is_expected(ask, duplicate):
            continue
        if duplicate.kind is DuplicateKind.REWORDED and duplicate.words < bounds["reworded_words"]:
            continue
        result.findings.append(_finding(ask, duplicate))
    return result


def _is_expected(ask: Questions, duplicate: Duplicate) -> bool:
    return _is_quoted(ask, duplicate) or _is_formula(ask, duplicate) or _is_echo(ask, duplicate)


def _is_quoted(ask: Questions, duplicate: Duplicate) -> bool:
    """Whether what stands twice is for the most part a quotation; quotation-unmarked looks at the other place."""
    shorter = min(len(duplicate.first), len(duplicate.second))
    return any(_quoted(ask, span) > 0.6 * shorter for span in (duplicate.first, duplicate.second))


def _quoted(ask: Questions, span: Span) -> int:
    """How many characters of a passage are quoted."""
    return sum(max(0, min(q.span.end, span.end) - max(q.span.start, span.start)) for q in ask.paper.quotations)


def _is_formula(ask: Questions, duplicate: Duplicate) -> bool:
    text = ask.paper.document.text.at(duplicate.first)
    return duplicate.words < 25 and worded("own", text)


def _finding(ask: Questions, duplicate: Duplicate) -> Finding:
    how = {
        DuplicateKind.VERBATIM: "word for word",
        DuplicateKind.NEAR: "with few words changed",
        DuplicateKind.REWORDED: "in other words",
    }[duplicate.kind]
    page = ask.page(duplicate.first.start)
    message = f"This passage of {duplicate.words} words stands on page {page} too, {how}."
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.CONFIRMED
        if duplicate.similarity > 0.85
        else Verdict.LIKELY
        if duplicate.similarity > 0.6
        else Verdict.POSSIBLE,
        message,
        duplicate.second,
        evidence=[passage_evidence(ask, duplicate.first, "the other place")],
        claims=[claim.id for claim in ask.paper.claims if duplicate.second.covers(claim.span)],
        duplicate=duplicate.id,
    )


def _is_echo(ask: Questions, duplicate: Duplicate) -> bool:
    """Whether a passage is the abstract's, which sums up the rest, or comes back there as the paper's thesis does."""
    sides = (duplicate.first, duplicate.second)
    if any(_in_abstract(ask, span) for span in sides):
        return True
    echoed = [
        other
        for pair in ask.paper.duplicates
        for here, other in ((pair.first, pair.second), (pair.second, pair.first))
        if _in_abstract(ask, here)
    ]
    return duplicate.words < 60 and all(any(span.overlaps(other) for other in echoed) for span in sides)


def _in_abstract(ask: Questions, span: Span) -> bool:
    section = ask.paper.document.section_at(span.start)
    return section is not None and section.role is SectionRole.ABSTRACT


CHECK = Check(
    name="passage-duplicated",
    needs=(Needs.PAPER,),
    layers=("duplicates",),
    severity=Severity.WARNING,
    finds="a passage stands again in the same paper",
    run=run,
    bounds={"words": 12, "reworded_words": 30},
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
