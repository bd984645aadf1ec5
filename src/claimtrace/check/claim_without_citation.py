"""A claim that needs a source has none.

Finds statements of fact with nothing that answers for them: a figure of the kind that is counted or surveyed, or what a
named state, organisation, incident or agreement did, suffered or is accused of. Nothing answers for a claim when it has
no citation, its wording does not lean on a neighbour's, and it speaks of no table with a source.

Silent for the paper's own aims, methods and results, its course, software or authors, for norms, possibilities and what
is supposed ("should", "could", "had it been"), for hedged and general statements that name nobody, for a treaty or
manual that is named with its year and no more, for what points to another part of the paper ("see above"), for points
of a list, for abstract, methods and back matter, and from the methods of a paper on for figures, which are most often
its own.

Why: what is neither common knowledge nor the paper's own needs a source (APA Publication Manual, 7th edition, section
8.1; for facts and figures that readers may not know, and for other people's deeds).
"""

from __future__ import annotations

import re

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, calls_note, finding, is_whole
from claimtrace.check.parts import role_at
from claimtrace.knowledge.wordings import worded
from claimtrace.model.claim import Claim, ClaimKind
from claimtrace.model.document import BlockKind, SectionRole
from claimtrace.model.entity import EntityType
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions

_OWN_DATA = (SectionRole.METHOD, SectionRole.RESULTS)
_ASIDE = (SectionRole.ABSTRACT, SectionRole.METHOD, SectionRole.REFERENCES, SectionRole.APPENDIX, SectionRole.BACK)
_ACTORS = {EntityType.STATE, EntityType.ORGANIZATION, EntityType.INCIDENT, EntityType.PERSON}
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BRACKETED = re.compile(r"\((?:1[5-9]|20)\d\d\)")  # tells which treaty or manual is meant, not when something was done
_POINT = re.compile(r"^[(\[]?\d{1,2}[.)\]]?\s+[A-Z]")  # of a list
_FIRST_TO = re.compile(r"\bthe first to (?:show|argue|demonstrate|prove|note|find|suggest)\b", re.IGNORECASE)
_HELD_RESPONSIBLE = re.compile(r"\b(?:accused|blamed|attributed|indicted|denied)\b")


def run(ask: Questions, bounds: Bounds) -> Result:
    """Judge the claims that have neither a citation nor anything to lean on."""
    result = Result()
    document = ask.paper.document
    own_data = min((s.span.start for s in document.sections if s.role in _OWN_DATA), default=len(document.text.string))
    lists = [block.span for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    for claim in ask.paper.claims:
        role = role_at(document, claim.span.start)
        if role is None or role in _ASIDE or any(span.covers(claim.span) for span in lists):
            continue
        result.checked += 1
        if claim.citations or claim.lean or calls_note(claim.text) or not _asserts(claim):
            continue
        kind = _needs_source(ask, claim, claim.span.start < own_data)
        if kind:
            result.findings.append(_finding(ask, claim, kind))
    return result


def _asserts(claim: Claim) -> bool:
    """Whether a claim is put as a fact of the world rather than as a plan, a norm, a question or the paper's own."""
    if ClaimKind.OWN in claim.kinds or ClaimKind.QUOTATION in claim.kinds or worded("norm", claim.text):
        return False
    if worded("supposed", claim.text) or (worded("modal", claim.text) and not _DATED.search(claim.text)):
        return False
    if not is_whole(claim.text) or "@" in claim.text or _POINT.match(claim.text):
        return False
    return not worded("table", claim.text) and not worded("elsewhere", claim.text)


def _needs_source(ask: Questions, claim: Claim, with_figures: bool) -> str | None:
    """What makes a claim need a source, in words; figures do so only where they are not the paper's own."""
    text = _BRACKETED.sub("", claim.text)
    if with_figures and worded("study", text) and ClaimKind.NUMBER in claim.kinds and re.search(r"\d", text):
        return "gives the figures of a count or a study"
    if _FIRST_TO.search(text):
        return "tells what somebody was the first to show"
    actors = [entity for entity in ask.entities_in(claim) if entity.type in _ACTORS]
    latest = ask.paper.document.year or 2100
    dated = ClaimKind.EVENT in claim.kinds and any(int(year) <= latest for year in _DATED.findall(text))
    if dated and (actors or worded("actor", text)):
        who = actors[0].name if actors else "a named body"
        return f"gives a dated deed or figure of {who}"
    if not actors or worded("back", text):
        return None
    if _HELD_RESPONSIBLE.search(text):
        return f"says what {actors[0].name} is held responsible for"
    return f"says what {actors[0].name} did" if worded("deed", text) else None


def _finding(ask: Questions, claim: Claim, kind: str) -> Finding:
    strong = bool(re.search(r"\d", claim.text))
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if strong else Verdict.POSSIBLE,
        f"This sentence {kind}; no citation was found in it or next to it.",
        claim.span,
        claims=[claim.id],
    )


CHECK = Check(
    name="claim-without-citation",
    needs=(Needs.PAPER,),
    layers=("claims",),
    severity=Severity.WARNING,
    finds="a claim that needs a source (number, dated event, attribution, prior work, causal) has none",
    run=run,
    example=Example(
        bad="# Introduction\n\nThe quay is old. In 2014 the Danish government accused Russia of mapping 41 "
        "harbours.\n\n"
        "Ferries ran on Sundays (Quill, 2012).\n\n# References\nQuill, B. (2012). Tides and tallies. Port "
        "Selwyn Press.",
        good="# Introduction\n\nIn 2011 the Danish government accused Russia of mapping 41 harbours (Quill, "
        "2012). This charge was "
        "denied.\n\nStates should publish such charges. We counted 41 harbours.\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
