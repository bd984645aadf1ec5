"""A citation matches an entry of the reference list but for a misspelt name or another year.

Finds citations whose names and year together fit no entry, while one entry fits but for a letter or two of a name, or
but for its year.

Silent when names differ only in accents, particles, capitals or initials, when "et al." stands for authors that the
entry lists, when a corporate author's acronym is used, and when the citation was not read whole ("Ray al.").

Why: readers take the nearest entry for the one that is meant, and may be wrong. The APA Publication Manual, 7th
edition, section 8.4, asks that names and dates be the same in the text and in the list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from claimtrace.check.base import (
    Bounds,
    Check,
    Example,
    Needs,
    Result,
    context_evidence,
    entry_evidence,
    finding,
    passage_evidence,
    shown_place,
    unbracketed,
)
from claimtrace.model.citation import Citation
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions

_DAMAGED = re.compile(r"(?<!\bet)\s+al\.")  # "Ray al., 2012": a word was lost, so another may be amiss


def run(ask: Questions, bounds: Bounds) -> Result:
    """Group the near misses by what they print and where they point."""
    places: defaultdict[tuple[object, ...], list[Citation]] = defaultdict(list)
    checked = 0
    for citation in ask.paper.citations:
        link = ask.link(citation.id)
        if _DAMAGED.search(citation.text):
            continue
        checked += link.reference is not None
        if link.reference and link.near in ("name", "year"):
            places[citation.names, citation.year, link.reference].append(citation)
    return Result([_finding(ask, cited) for cited in places.values()], checked)


def _finding(ask: Questions, places: Sequence[Citation]) -> Finding:
    first = places[0]
    link = ask.link(first.id)
    assert link.reference
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if link.score >= 0.5 else Verdict.POSSIBLE,
        f"“{unbracketed(first.text)}” fits the entry {ask.reference(link.reference).short}, but {link.why}.",
        shown_place(ask, first.span),
        evidence=[
            entry_evidence(ask, link.reference),
            *context_evidence(ask, [citation.id for citation in places]),
            *(passage_evidence(ask, shown_place(ask, other.span), "also cited here") for other in places[1:]),
        ],
        citations=[citation.id for citation in places],
        references=[link.reference],
    )


CHECK = Check(
    name="citation-near-miss",
    needs=(Needs.PAPER,),
    layers=("links",),
    severity=Severity.ERROR,
    finds="a citation matches an entry but for a misspelt name or another year",
    run=run,
    example=Example(
        bad="The port kept no log (Holme, 2015), and the tallies were burnt (Quill, 2013).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The port kept no log (Nuñez, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Núñez, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
