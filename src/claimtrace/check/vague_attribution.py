"""A view or finding is ascribed to nobody in particular, and nothing is cited for it.

Finds "many scholars argue", "studies show", "it is widely believed" in a sentence with no citation of its own and no
neighbour on which it leans.

Silent where the people or studies are told apart ("these studies", "the two critics"), where they were asked ("experts
were interviewed"), where the sentence behind it cites and goes on with the same things or names one who holds it, where
the sentence calls a note or quotes, for the paper's own findings, for questions, and in the abstract and back matter.

Why: a reader cannot look up who says so or how many; what everybody is said to hold is often what nobody was asked
(APA Publication Manual, 7th edition, section 8.1; Wikipedia's Manual of Style, "Unsupported attributions").
"""

from __future__ import annotations

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, calls_note, finding, is_whole, own_words
from claimtrace.check.relatedness import content_words
from claimtrace.knowledge.wordings import worded
from claimtrace.model.citation import CitationForm
from claimtrace.model.claim import Claim, ClaimKind
from claimtrace.model.document import SectionRole
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions

_ASIDE = (SectionRole.ABSTRACT, SectionRole.REFERENCES, SectionRole.BACK)
_AT_START = 20  # characters
_SHARED = 2  # words that matter


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look for vague attributions among the claims that nothing answers for."""
    result = Result()
    claims = ask.paper.claims
    for at, claim in enumerate(claims):
        section = ask.paper.document.section_at(claim.span.start)
        if section is not None and section.role in _ASIDE:
            continue
        result.checked += 1
        if not worded("vague", claim.text) or any(
            worded("asked", near.text) for near in claims[max(at - 1, 0) : at + 1]
        ):
            continue
        behind = claims[at + 1] if at + 1 < len(claims) else None
        if not (_is_answered(claim) or (behind and _goes_on(ask, claim, behind))):
            result.findings.append(_finding(ask, claim))
    return result


def _is_answered(claim: Claim) -> bool:
    """Whether something answers for a claim, or it asserts nothing of others."""
    if claim.citations or claim.leans_on or calls_note(claim.text) or not is_whole(claim.text):
        return True
    return ClaimKind.OWN in claim.kinds or ClaimKind.QUOTATION in claim.kinds


def _goes_on(ask: Questions, claim: Claim, behind: Claim) -> bool:
    """Whether the next sentence of a paragraph cites for the same things, or names one who holds them."""
    between = ask.paper.document.text.string[claim.span.end : behind.span.start]
    if not behind.citations or "\n\n" in between:
        return False
    cited = [ask.citation(identity) for identity in behind.citations]
    named = any(c.form is CitationForm.NARRATIVE and c.anchor.start - behind.span.start < _AT_START for c in cited)
    shared = content_words(own_words(ask, claim)) & content_words(own_words(ask, behind))
    return named or worded("example", behind.text) or len(shared) >= _SHARED


def _finding(ask: Questions, claim: Claim) -> Finding:
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY,
        "This sentence says what others hold or found without saying who; no citation was found in it or next to it.",
        claim.span,
        claims=[claim.id],
    )


CHECK = Check(
    name="vague-attribution",
    needs=(Needs.PAPER,),
    layers=("claims",),
    severity=Severity.WARNING,
    finds="“many scholars argue”, “studies show”, with no citation",
    run=run,
    example=Example(
        bad="# Introduction\n\nMany historians have argued that the outer mole was never finished. Ferries ran on "
        "Sundays (Quill, 2012).\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="# Introduction\n\nMany historians have argued that the outer mole was never finished (Quill, 2012). "
        "These historians agree that it sank.\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
