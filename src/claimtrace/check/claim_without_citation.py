"""A claim that needs a source has none.

Finds statements of fact with nothing that answers for them: a figure of the kind that is counted or surveyed (dated, of
a study, great, or of people and countries), what a named state, organisation or incident did, suffered or is accused
of, what others found or were the first to do. Nothing answers for a claim when it has
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
from functools import cache

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, calls_note, finding, is_whole
from claimtrace.check.parts import role_at
from claimtrace.knowledge.wordings import plain_words, worded
from claimtrace.model.claim import Claim, ClaimKind
from claimtrace.model.document import BlockKind, SectionRole
from claimtrace.model.entity import EntityType
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.text.stems import stem

_OWN_DATA = (SectionRole.METHOD, SectionRole.RESULTS)
_ASIDE = (SectionRole.ABSTRACT, SectionRole.METHOD, SectionRole.REFERENCES, SectionRole.APPENDIX, SectionRole.BACK)
_ACTORS = {EntityType.STATE, EntityType.ORGANIZATION, EntityType.INCIDENT, EntityType.PERSON}
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PAST = re.compile(r"(?<!\bby )(?<!\bbefore )(?<!\buntil )\b(?:1[5-9]|20)\d\d\b")  # "may close before 2030" is ahead
_BRACKETED = re.compile(r"\((?:1[5-9]|20)\d\d\)")  # tells which treaty or manual is meant, not when something was done
_POINT = re.compile(r"^[(\[]?\d{1,2}[.)\]]?\s+[A-Z]")  # of a list
_COUNTED = 10  # fewer are told, not counted
_GREAT = 100_000
_NO_FACTS = {ClaimKind.OWN, ClaimKind.QUOTATION}
_MOST_NUMBERS = 0.4  # of the words; more are the cells of a table
_HELD_RESPONSIBLE = re.compile(r"\b(?:accused|blamed|attributed|indicted|denied)\b")


def run(ask: Questions, bounds: Bounds) -> Result:
    """Judge the claims that have neither a citation nor anything to lean on."""
    result = Result()
    document = ask.paper.document
    own_data = min((s.span.start for s in document.sections if s.role in _OWN_DATA), default=len(document.text.string))
    lists = [block.span for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    begun = {sentence.span.start for sentence in ask.paper.sentences}
    for at, claim in enumerate(ask.paper.claims):
        role = role_at(document, claim.span.start)
        if role is None or role in _ASIDE or any(span.covers(claim.span) for span in lists):
            continue
        result.checked += 1
        if claim.citations or claim.lean or calls_note(claim.text) or not _asserts(claim):
            continue
        small = claim.span.start in begun and claim.text[:1].islower()  # only names of software begin a sentence so
        kind = None if small or _is_venture(ask, claim) else _needs_source(ask, claim, claim.span.start < own_data)
        if kind:
            result.findings.append(_finding(ask, claim, kind, _is_beside_citation(ask, at)))
    return result


def _asserts(claim: Claim) -> bool:
    """Whether a claim is put as a fact of the world rather than as a plan, a norm, a question or the paper's own."""
    if not _NO_FACTS.isdisjoint(claim.kinds) or worded("norm", claim.text):
        return False
    if (
        worded("setting", claim.text)
        or worded("supposed", claim.text)
        or (worded("modal", claim.text) and not _PAST.search(claim.text))
    ):
        return False
    if not is_whole(claim.text) or "@" in claim.text or _POINT.match(claim.text):
        return False
    words = claim.text.split()
    if sum(word[:1].isdigit() for word in words) > _MOST_NUMBERS * len(words):
        return False
    return not worded("table", claim.text) and not worded("elsewhere", claim.text)


def _is_venture(ask: Questions, claim: Claim) -> bool:
    """Whether a claim tells of a project or tool, most likely the paper's own, and of no state or incident."""
    types = {entity.type for entity in ask.entities_in(claim)}
    return worded("venture", claim.text) and types.isdisjoint((EntityType.STATE, EntityType.INCIDENT))


def _needs_source(ask: Questions, claim: Claim, with_figures: bool) -> str | None:
    """What makes a claim need a source, in words; figures do so only where they are not the paper's own."""
    text = _BRACKETED.sub("", claim.text)
    if worded("first to", text):
        return "tells what somebody was the first to do"
    if worded("others found", text):
        return "tells what others found"
    actors = [entity for entity in ask.entities_in(claim) if entity.type in _ACTORS]
    latest = ask.paper.document.year or 2100
    dated = bool(_DATED.search(text)) and any(int(year) <= latest for year in _DATED.findall(text))
    if dated and ClaimKind.EVENT in claim.kinds and (actors or worded("actor", text)):
        who = actors[0].name if actors else "a named body"
        return f"gives a dated deed or figure of {who}"
    if with_figures and _gives_figure(claim, text, dated):
        return "gives a figure that somebody must have counted"
    if not actors or worded("back", text):
        return None
    if _HELD_RESPONSIBLE.search(text):
        return f"says what {actors[0].name} is held responsible for"
    return f"says what {actors[0].name} did" if worded("deed", text) else None


def _gives_figure(claim: Claim, text: str, dated: bool) -> bool:
    """Whether a claim gives a figure of the world at large: of a study, with a date, a great number, of people."""
    if ClaimKind.PREDICTION in claim.kinds:
        return False
    number = ClaimKind.NUMBER in claim.kinds
    if number and worded("study", text) and re.search(r"\d", text):
        return True
    told = [figure for figure in claim.figures if figure.unit or figure.value >= _COUNTED]
    if dated and (number or told) and not worded("back", text):
        return True
    return any(figure.value >= _GREAT or not _world().isdisjoint(figure.counted) for figure in told)


@cache
def _world() -> frozenset[str]:
    return frozenset(stem(word) for word in plain_words("world"))


def _is_beside_citation(ask: Questions, at: int) -> bool:
    """Whether a claim before or behind one in its paragraph cites; what it cites may bear out this one too."""
    claims, text = ask.paper.claims, ask.paper.document.text.string
    beside = [pair for pair in ((at - 1, at), (at, at + 1)) if pair[0] >= 0 and pair[1] < len(claims)]
    return any(
        bool(claims[before if behind == at else behind].citations)
        and "\n\n" not in text[claims[before].span.end : claims[behind].span.start]
        for before, behind in beside
    )


def _finding(ask: Questions, claim: Claim, kind: str, beside_citation: bool) -> Finding:
    strong = bool(re.search(r"\d", claim.text)) and not beside_citation
    where = "in it, and its wording does not lean on the one beside it" if beside_citation else "in it or next to it"
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if strong else Verdict.POSSIBLE,
        f"This sentence {kind}; no citation was found {where}.",
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
