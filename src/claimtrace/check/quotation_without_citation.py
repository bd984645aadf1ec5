"""A quotation of five words or more has no citation near it.

Finds quotations with no citation in their own sentence, nor in the one before or behind it.

Silent for titles and single terms, for words that the paper quotes elsewhere with a citation, and where the sentence
speaks of the paper's own interviews, questionnaires or data.

Why: quoted words belong to somebody; a reader must be able to find where they stand (APA Publication Manual, 7th
edition, section 8.25: a quotation is given with author, year and page).
"""

from __future__ import annotations

import re

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, sentence_at
from claimtrace.model.claim import Quotation
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.text.fold import fold

_OWN_DATA = re.compile(
    r"\b(?:interview\w*|respondents?|participants?|informants?|questionnaire|survey item|wording of|we asked|were asked|"
    r"search (?:term|string)s?|keywords?|our)\b|\((?:R|P|I|Int|Interview|Interviewee|Respondent|Participant)\s?\.?\d{1,3}\b[^)]*\)",
    re.IGNORECASE,
)
_LONG = 8  # words


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look for quotations that neither their sentence nor its neighbours give a source for."""
    paper = ask.paper
    links = {link.quotation: link for link in paper.quotation_links}
    cited = {fold(q.text) for q in paper.quotations if links[q.id].citation}
    result = Result()
    for quotation in paper.quotations:
        if len(quotation.text.split()) < bounds["words"]:
            continue
        result.checked += 1
        link = links[quotation.id]
        if link.citation or link.near or any(fold(quotation.text) in other for other in cited):
            continue
        if not _OWN_DATA.search(_around(ask, quotation)):
            result.findings.append(_finding(ask, quotation))
    return result


def _around(ask: Questions, quotation: Quotation) -> str:
    """The sentence of a quotation without the quoted words."""
    text, span = ask.paper.document.text.string, sentence_at(ask, quotation.span)
    return f"{text[span.start : quotation.span.start]} {text[quotation.span.end : span.end]}"


def _finding(ask: Questions, quotation: Quotation) -> Finding:
    words = len(quotation.text.split())
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if words >= _LONG else Verdict.POSSIBLE,
        f"{words} words stand in quotation marks, and no citation stands in this sentence or the ones beside it.",
        sentence_at(ask, quotation.span),
        claims=[claim.id for claim in ask.paper.claims if quotation.id in claim.quotations],
    )


CHECK = Check(
    name="quotation-without-citation",
    needs=(Needs.PAPER,),
    layers=("quotations", "claims"),
    severity=Severity.WARNING,
    finds="a quotation of five words or more with no citation near it",
    run=run,
    bounds={"words": 5},
    example=Example(
        bad="Pilots were paid by the tide. One of them remarked that “the sea keeps no office hours at all”. The chapel was "
        "roofed with slate.\n\nFerries ran on Sundays (Quill, 2012).\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="One pilot remarked that “the sea keeps no office hours at all” (Quill, 2012, p. 4).\n\nFerries ran on "
        "Sundays (Quill, 2012).\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
