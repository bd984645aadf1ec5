"""One page of one work is cited for three or more claims that have nothing in common.

Finds a page of a work that answers for claims of which no two share an entity or a word that is rare in the paper.

Silent when the claims speak of the same thing, when one stands again elsewhere in the paper, and for locators other
than pages.

Why: a single page seldom supports several unlike statements; the page may have been filled in by habit. It is a reason
to look the page up, no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimtrace.check.base import (
    Bounds,
    Check,
    Example,
    Needs,
    Result,
    entry_evidence,
    finding,
    own_words,
    passage_evidence,
)
from claimtrace.check.relatedness import Commonness, unrelated
from claimtrace.model.citation import Citation
from claimtrace.model.claim import Claim
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions


def run(ask: Questions, bounds: Bounds) -> Result:
    """Gather the claims on each page of each work."""
    pages: defaultdict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in ask.paper.citations:
        reference = ask.link(citation.id).reference
        if reference and citation.locator and citation.locator.label == "page" and not citation.locator.last:
            pages[reference, citation.locator.first].append(citation)
    common = Commonness(claim.text for claim in ask.paper.claims)
    result = Result(checked=len(pages))
    for (reference, page), citations in pages.items():
        if len(citations) >= bounds["claims"]:
            claims = _distinct([claim for c in citations for claim in ask.claims_on(c.id)])
            apart = unrelated([common.telling(own_words(ask, claim)) for claim in claims], common)
            if len(apart) >= bounds["claims"]:
                result.findings.append(_finding(ask, reference, page, citations, [claims[at] for at in apart]))
    return result


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    return list(dict.fromkeys(claims))


def _finding(
    ask: Questions, reference: str, page: str, citations: Sequence[Citation], claims: Sequence[Claim]
) -> Finding:
    entry = ask.reference(reference)
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if len(claims) > 3 else Verdict.POSSIBLE,
        f"Page {page} of {entry.short} is cited {len(citations)} times, for {len(claims)} claims with nothing in "
        "common.",
        claims[0].span,
        evidence=[
            *(passage_evidence(ask, claim.span, "the same page") for claim in claims[1:]),
            entry_evidence(ask, reference),
        ],
        citations=[citation.id for citation in citations],
        references=[reference],
        claims=[claim.id for claim in claims],
    )


CHECK = Check(
    name="page-reused",
    needs=(Needs.PAPER,),
    layers=("links", "claims"),
    severity=Severity.WARNING,
    finds="one page of one work is cited for three or more claims that have nothing in common",
    run=run,
    bounds={"claims": 3},
    example=Example(
        bad="Pilots were paid by the tide (Holm, 2015, p. 39). Lamps burned whale oil until midnight (Holm, "
        "2015, p. 39).\n\n"
        "The chapel was roofed with slate (Holm, 2015, p. 39). Ferries ran on Sundays (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="Pilots were paid by the tide (Holm, 2015, p. 39). Pilots who refused pay were dismissed (Holm, "
        "2015, p. 39).\n\n"
        "Dismissed pilots went to sea (Holm, 2015, p. 39). Ferries ran on Sundays (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
