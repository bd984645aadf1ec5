"""The abstract gives a figure that the paper itself does not give.

Finds numbers in digits in the abstract that stand nowhere in the body: not in the text, a table, a caption or a note,
not as a rounding of what stands there, and not as the share that two numbers make ("41 of 60" is 68 per cent).

Silent for numbers in words, for years, dates and labels, and for lines that tell how to cite the paper. It abstains
where half of the abstract's figures are missing: then the body was not read well, or shows its figures in pictures. A
finding is likely where the body gives a figure close to it, else a possibility: it may stand in a picture.

Why: many readers see the abstract only. In six medical journals between 18 and 68 per cent of the abstracts held data
that the body gave otherwise or not at all (Pitkin, Branagan and Burmeister 1999, "Accuracy of Data in Abstracts of
Published Research Articles").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, passage_evidence, place_named
from claimtrace.check.relatedness import content_words
from claimtrace.model.claim import Claim, Figure
from claimtrace.model.document import BlockKind, SectionRole
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span

_NUMBER = re.compile(r"\d+(?:[,\u202f\u2009]\d{3})*(?:[.·]\d+)?")
_SEPARATORS = re.compile(r"[,\u202f\u2009]")
_SHARE = re.compile(r"(\d+)\s*(?:/|of(?:\s+(?:the|all|these|our))?|out of)\s*(\d+)")
_HOW_TO_CITE = re.compile(r"(?:19|20)\d\d\s*;|\bdoi\b|\bcite\b", re.IGNORECASE)
_SHARED = 2  # words that matter
_CLOSE = 0.05  # share of the figure


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look for each figure of the abstract in the body."""
    document = ask.paper.document
    abstract = [section.span for section in document.sections if section.role is SectionRole.ABSTRACT]
    if not abstract:
        return Result(skipped="no abstract was found in the paper")
    within = [claim for claim in ask.paper.claims if any(span.covers(claim.span) for span in abstract)]
    told = [(claim, figure) for claim in within for figure in _figures(claim)]
    body = sorted(_values(ask, abstract))
    missing = [(claim, figure) for claim, figure in told if not _is_given(figure, body)]
    if len(missing) > 1 and len(missing) >= bounds["most_missing"] * len(told):
        why = f"the body seems to give its figures where they could not be read: {len(told)}"
        return Result(abstained=len(told), why=why)
    others = [claim for claim in ask.paper.claims if not any(span.overlaps(claim.span) for span in abstract)]
    return Result([_finding(ask, claim, figure, others) for claim, figure in missing], checked=len(told))


def _figures(claim: Claim) -> Iterator[Figure]:
    if not _HOW_TO_CITE.search(claim.text):
        yield from (figure for figure in claim.figures if figure.text[:1].isdigit() or figure.text[:1] in "$€£¥U")


def _values(ask: Questions, abstract: Sequence[Span]) -> Iterator[float]:
    """The numbers of the paper outside its abstract and its list, and the shares that pairs of them make."""
    document = ask.paper.document
    for block in document.blocks:
        if block.kind is BlockKind.ENTRY or any(span.overlaps(block.span) for span in abstract):
            continue
        text = document.text.at(block.span)
        for number in _NUMBER.findall(text):
            yield float(_SEPARATORS.sub("", number).replace("·", "."))
        for part, whole in _SHARE.findall(text):
            if float(whole):
                yield 100 * float(part) / float(whole)
    for claim in ask.paper.claims:
        if not any(span.overlaps(claim.span) for span in abstract):
            yield from (figure.value for figure in claim.figures)


def _is_given(figure: Figure, body: Sequence[float]) -> bool:
    """Whether a number of the body is the figure, or rounds to it."""
    decimals = re.search(r"[.·](\d+)", figure.text)
    off = 0.5 * 10 ** -(len(decimals.group(1)) if decimals else 0)
    at = bisect_left(body, min(figure.low, figure.value - off) - 1e-9)
    return at < len(body) and body[at] <= max(figure.high, figure.value + off) + 1e-9


def _finding(ask: Questions, claim: Claim, figure: Figure, others: Sequence[Claim]) -> Finding:
    words = content_words(claim.text)
    near = [
        (abs(other.value - figure.value), at, other)
        for at, candidate in enumerate(others)
        if len(words & content_words(candidate.text)) >= _SHARED
        for other in candidate.figures
        if other.unit == figure.unit and abs(other.value - figure.value) <= _CLOSE * figure.value
    ]
    _, at, nearest = min(near, key=lambda row: row[:2], default=(0.0, -1, None))
    where = f"; {place_named(ask, others[at].span.start)} it gives {nearest.text}" if nearest else ""
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if nearest else Verdict.POSSIBLE,
        f"The abstract gives {figure.text}, and the body of the paper does not{where}.",
        claim.span,
        evidence=[passage_evidence(ask, others[at].span, "a figure close to it")] if nearest else [],
        claims=[claim.id, *([others[at].id] if nearest else [])],
    )


CHECK = Check(
    name="abstract-figure-missing",
    needs=(Needs.PAPER,),
    layers=("claims",),
    severity=Severity.WARNING,
    finds="the abstract gives a figure that the body of the paper does not give",
    run=run,
    bounds={"most_missing": 0.5},
    example=Example(
        bad="# Abstract\n\nWe counted 412 barges and 38 tugs in the harbour, and 61 per cent of the pilots kept a "
        "log.\n\n# Introduction\n\nIn the harbour lay 421 barges and 38 tugs when we counted them. Of the pilots, 61 "
        "per cent kept a log (Quill, 2012).\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="# Abstract\n\nWe counted 412 barges and 38 tugs in the harbour, and 61 per cent of the pilots kept a "
        "log.\n\n# Introduction\n\nIn the harbour lay 412 barges and 38 tugs when we counted them. Of the pilots, "
        "60.8 per cent kept a log (Quill, 2012).\n\n# References\nQuill, B. (2012). Tides and tallies. "
        "Port Selwyn Press.",
    ),
)
