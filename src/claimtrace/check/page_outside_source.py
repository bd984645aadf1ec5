"""A page is cited that lies outside the pages of the cited work.

Finds citations of an article or chapter whose entry gives its first and last page, with a page before the first or
behind the last.

Silent when the entry gives no range of pages (books, web pages, articles with a number instead), when one of the two is
roman or carries a letter and the other does not, and when the locator is a chapter, a section or a paragraph. A small
page that could count from the work's own first page is given as likely, not as confirmed.

Why: such a page cannot be looked up. Errors of quotation and citation are common in print: a review of medical journals
found one in about a quarter of the statements checked (Jergas and Baethge 2015, PeerJ 3:e1364).
"""

from __future__ import annotations

from claimtrace.check.base import (
    Bounds,
    Check,
    Example,
    Needs,
    Result,
    context_evidence,
    entry_evidence,
    finding,
    shown_place,
)
from claimtrace.model.citation import Citation
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference
from claimtrace.text.pages import page_prefix, page_value


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare each page locator with the range of its entry."""
    result = Result()
    for citation in ask.paper.citations:
        link = ask.link(citation.id)
        locator = citation.locator
        if locator is None or locator.label != "page" or link.reference is None:
            continue
        reference = ask.reference(link.reference)
        within = inside(citation, reference)
        if within is None:
            result.abstained += 1
            continue
        result.checked += 1
        if not within:
            result.findings.append(_finding(ask, citation, reference))
    if result.abstained:
        result.why = f"pages of works whose entry gives no range of pages, or one of another kind: {result.abstained}"
    return result


def inside(citation: Citation, reference: Reference) -> bool | None:
    """Whether the page lies in the work; ``None`` where that cannot be told."""
    assert citation.locator
    begin, end = page_value(reference.first_page), page_value(reference.last_page)
    first = page_value(citation.locator.first)
    last = page_value(citation.locator.last) or first
    if begin is None or end is None or first is None or last is None or end < begin:
        return None
    prefixes = {page_prefix(reference.first_page), page_prefix(citation.locator.first)}
    if len(prefixes) > 1 or citation.locator.first.isdigit() != (reference.first_page or "").isdigit():
        return None
    return begin <= first and last <= end


def _finding(ask: Questions, citation: Citation, reference: Reference) -> Finding:
    assert citation.locator
    begin, end = page_value(reference.first_page) or 0, page_value(reference.last_page) or 0
    first = page_value(citation.locator.first) or 0
    counted = first <= end - begin + 1
    pages = f"{reference.first_page}–{reference.last_page}"
    message = f"Page {citation.locator.first} is cited of {reference.short}, whose entry gives pages {pages}."
    if counted:
        message += f" Counted from the work's own first page it would be page {begin + first - 1}."
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if counted else Verdict.CONFIRMED,
        message,
        shown_place(ask, citation.span),
        evidence=[entry_evidence(ask, reference.id), *context_evidence(ask, [citation.id])],
        citations=[citation.id],
        references=[reference.id],
        claims=[claim.id for claim in ask.claims_on(citation.id)],
    )


CHECK = Check(
    name="page-outside-source",
    needs=(Needs.PAPER,),
    layers=("links",),
    severity=Severity.ERROR,
    finds="the page cited lies outside the cited work's pages",
    run=run,
    example=Example(
        bad="The port kept no log (Holm, 2015, p. 88). It had none before (Quill, 2012, p. 31).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The port kept no log (Holm, 2015, p. 39). It had none before (Quill, 2012, p. 31).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
