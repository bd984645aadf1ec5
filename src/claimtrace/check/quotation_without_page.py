"""A cited quotation has no page, in a paper that gives pages.

Finds quotations of five words or more whose citation names no page, section or other place in the work, where most
other quotations of the paper, or many of its citations, do.

Silent in papers that hardly ever give a place, where another citation of the same work in the sentence or right behind
it gives one, where the paper gives one for the same words elsewhere, for works of a single page, and where no entry was
found.

Why: who quotes says where the words stand, so that a reader can find them (APA Publication Manual, 7th edition, section
8.25; of works without pages a heading or a paragraph, section 8.28). It is a warning, since the paper itself keeps to
that elsewhere; of a web page, a law, data or software it is for information.
"""

from __future__ import annotations

import re

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, entry_evidence, finding, sentence_at
from claimtrace.model.citation import Citation
from claimtrace.model.claim import Quotation
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold

_NEXT = 80  # characters behind the quotation's sentence in which the same work may be cited again with its page
_PLACE_BEHIND = re.compile(r"[”\"’'.,\s]{0,4}[(\[](?:at )?(?:(?:pp?|ch|chap|sec|paras?|art)\b\.?|§)\s?\d")
_PAGELESS = ("webpage", "legal", "dataset", "software")


def run(ask: Questions, bounds: Bounds) -> Result:
    """Judge the quotations that a citation with an entry stands for."""
    cited = _cited(ask, int(bounds["words"]))
    if not cited:
        return Result()
    with_place = [quotation for quotation, citation in cited if citation.locator]
    placed = sum(bool(citation.locator) for citation in ask.paper.citations)
    kept = len(with_place) >= max(bounds["least"], bounds["share"] * len(cited))
    if not kept and placed < max(bounds["least_citations"], bounds["share_of_citations"] * len(ask.paper.citations)):
        return Result(abstained=len(cited), why="the paper hardly ever gives pages with its citations")
    given = {fold(quotation.text) for quotation in with_place}
    result = Result(checked=len(cited))
    for quotation, citation in cited:
        entry = ask.reference(ask.link(citation.id).reference or "")
        if citation.locator or _is_one_page(entry) or any(fold(quotation.text) in other for other in given):
            continue
        if not _place_nearby(ask, quotation, entry):
            result.findings.append(_finding(ask, quotation, citation, entry))
    return result


def _cited(ask: Questions, least: int) -> list[tuple[Quotation, Citation]]:
    """The quotations with the citation that stands for each, where that has an entry."""
    found = []
    for quotation, link in zip(ask.paper.quotations, ask.paper.quotation_links, strict=True):
        if link.citation and len(quotation.text.split()) >= least and ask.link(link.citation).reference:
            found.append((quotation, ask.citation(link.citation)))
    return found


def _is_one_page(entry: Reference) -> bool:
    return bool(entry.first_page and entry.first_page == entry.last_page)


def _place_nearby(ask: Questions, quotation: Quotation, entry: Reference) -> bool:
    """Whether a page stands right behind the words, or with the same work in this sentence or early in the next."""
    sentence = sentence_at(ask, quotation.span)
    if _PLACE_BEHIND.match(ask.paper.document.text.string, quotation.span.end):
        return True
    return any(
        citation.locator and sentence.start <= citation.anchor.start < sentence.end + _NEXT
        for citation in ask.citations_of(entry.id)
    )


def _finding(ask: Questions, quotation: Quotation, citation: Citation, entry: Reference) -> Finding:
    pageless = entry.type in _PAGELESS
    told = "; a heading or a paragraph would lead to them" if pageless else "; other citations of the paper give one"
    return finding(
        ask,
        CHECK.name,
        Severity.INFO if pageless else CHECK.severity,
        Verdict.POSSIBLE if pageless else Verdict.LIKELY,
        f"These words are quoted from {entry.short} without a page{told}.",
        sentence_at(ask, quotation.span),
        evidence=[entry_evidence(ask, entry.id)],
        citations=[citation.id],
        references=[entry.id],
        claims=[claim.id for claim in ask.paper.claims if quotation.id in claim.quotations],
    )


CHECK = Check(
    name="quotation-without-page",
    needs=(Needs.PAPER,),
    layers=("quotations", "links"),
    severity=Severity.WARNING,
    finds="a cited quotation has no page, in a paper that gives pages",
    run=run,
    bounds={"words": 5, "least": 2, "share": 0.5, "least_citations": 5, "share_of_citations": 0.2},
    example=Example(
        bad="One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4). The clerks said "
        "that “no tide was ever late on our account” (Quill, 2012, p. 9). The keepers wrote that “a lamp is a promise "
        "to somebody unknown” (Quill, 2012).\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4). The clerks said "
        "that “no tide was ever late on our account” (Quill, 2012, p. 9). Lamps are said to be promises (Quill, "
        "2012).\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
