"""A quotation of five words or more has no citation near it.

Finds quotations with no citation in their own sentence, nor in the one before or behind it. A sentence that brings in
somebody new ("One of the officials said ...") needs more than a citation in the sentence before it.

Silent for titles, glosses, terms and slogans, for fewer than eight words that nobody is told to have said, for words
that the paper quotes elsewhere with a citation, where the sentence calls a note, names an author of the reference list
or the article of a treaty or law, where it speaks of the paper's own interviews, questionnaires or data, and behind
the end of the paper's text.

Why: quoted words belong to somebody; a reader must be able to find where they stand (APA Publication Manual, 7th
edition, section 8.25: a quotation is given with author, year and page).
"""

from __future__ import annotations

import re

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, calls_note, finding, sentence_at
from claimtrace.knowledge.reporting import reporting_verbs
from claimtrace.model.claim import Quotation, QuotationLink
from claimtrace.model.document import SectionRole
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.text.fold import fold, straight

_OWN_DATA = re.compile(
    r"\b(?:interview\w*|respondents?|participants?|informants?|questionnaire|survey item|wording of|we asked|"
    r"were asked|"
    r"search (?:term|string)s?|keywords?|our|(?:we|I) mean|is meant)\b|\((?:R|P|I|Int|Interview|Interviewee|Respondent|"
    r"Participant)\s?\.?\d{1,3}\b[^)]*\)",
    re.IGNORECASE,
)
_GLOSS = re.compile(
    r"\b(?:mean(?:s|ing)?|translat\w+|literally|known as|referred to as|so-called|i\.e\.|"
    r"(?:the|this|a) (?:terms?|label|slogan|motto))\W*$",
    re.IGNORECASE,
)
_NAMED_RULE = re.compile(r"\b(?:Articles?|Arts?\.|Paragraphs?|Sections?|Principles?|Rules?|Clauses?|Norms?)\s+\d")
_SOMEBODY = re.compile(r"(?:An?|One of|Some|Another|Several|Two|Three)\b")
_SAYING = re.compile(
    r"\b(?:words?|saying|motto|verdict|remark\w*|answer\w*|ask\w*|cr(?:y|ied)|phrase|line|reads?|runs?)\b"
)
_LEADS = re.compile(r"(?:\bthat|[:,])\W*$")
_LONG = 8  # words; shorter ones may be labels


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look for quotations that neither their sentence nor its neighbours give a source for."""
    paper = ask.paper
    links = {link.quotation: link for link in paper.quotation_links}
    cited = {fold(q.text) for q in paper.quotations if links[q.id].citation}
    result = Result()
    for quotation in paper.quotations:
        if len(quotation.text.split()) < bounds["words"] or not _in_text(ask, quotation):
            continue
        result.checked += 1
        link = links[quotation.id]
        if link.citation or _beside(ask, quotation, link) or any(fold(quotation.text) in other for other in cited):
            continue
        around = _around(ask, quotation)
        if calls_note(around) or _OWN_DATA.search(around) or _NAMED_RULE.search(around):
            continue
        if len(quotation.text.split()) < _LONG and not _said(around, _before(ask, quotation)):
            continue  # a label or a term: "information on ‘how to read the log’"
        if not _GLOSS.search(_before(ask, quotation)) and not _author(ask, around):
            result.findings.append(_finding(ask, quotation))
    return result


def _in_text(ask: Questions, quotation: Quotation) -> bool:
    section = ask.paper.document.section_at(quotation.span.start)
    return section is None or section.role not in (SectionRole.REFERENCES, SectionRole.BACK)


def _beside(ask: Questions, quotation: Quotation, link: QuotationLink) -> bool:
    """Whether the sentence behind it gives the source, or the one before it, unless somebody new speaks."""
    if any(ask.citation(near).anchor.start >= quotation.span.end for near in link.near):
        return True
    if any(quotation.id in claim.quotations and claim.leans_on for claim in ask.paper.claims):
        return True
    return bool(link.near) and not _new_speaker(_before(ask, quotation))


def _new_speaker(before: str) -> bool:
    """Whether the words that lead to a quotation bring somebody in: "A minister from the region once said"."""
    verbs = reporting_verbs("view")
    return bool(_SOMEBODY.match(before)) and any(word in verbs for word in re.findall(r"[a-z]+", before))


def _said(around: str, before: str) -> bool:
    """Whether the words around a quotation, or those that lead to it, tell that it is a statement of somebody."""
    verbs = reporting_verbs("view")
    return bool(_SAYING.search(around) or _LEADS.search(before)) or any(
        w in verbs for w in re.findall(r"[a-z]+", around)
    )


def _author(ask: Questions, around: str) -> bool:
    """Whether a sentence names an author of the list; then the source is told, if not by a citation."""
    names = {
        a.family for reference in ask.paper.references for a in reference.authors if a.family and len(a.family) > 3
    }
    return any(word in names for word in re.findall(r"[^\W\d_][\w'-]+", straight(around)))


def _before(ask: Questions, quotation: Quotation) -> str:
    """The words of the sentence that lead to a quotation."""
    text = ask.paper.document.text.string
    return text[sentence_at(ask, quotation.span).start : quotation.span.start]


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
        bad="Pilots were paid by the tide. One of them remarked that “the sea keeps no office hours at all”. "
        "The chapel was "
        "roofed with slate.\n\nFerries ran on Sundays (Quill, 2012).\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="One pilot remarked that “the sea keeps no office hours at all” (Quill, 2012, p. 4).\n\nFerries ran on "
        "Sundays (Quill, 2012).\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
