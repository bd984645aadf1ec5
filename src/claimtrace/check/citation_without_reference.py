"""A citation points to no entry of the reference list.

Finds citations for which no entry has the name and year, the number, or the title; all places that cite the same
missing work make one finding.

Silent when the paper has no reference list that could be read, when an entry fits but for a detail (that is
citation-near-miss), and for brackets with a year that are no citations: the date of an agreement, an event, a house.

Why: a reader cannot follow such a citation. Style manuals ask that each citation in the text have its entry, for
example the APA Publication Manual, 7th edition, section 8.4 (correspondence between reference list and text).
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
    context_evidence,
    finding,
    passage_evidence,
    shown_place,
    unbracketed,
)
from claimtrace.model.citation import Citation
from claimtrace.model.finding import Evidence, Finding, Severity, Verdict
from claimtrace.model.graph import Questions


def run(ask: Questions, bounds: Bounds) -> Result:
    """Group the citations without an entry by what they name."""
    paper = ask.paper
    if not paper.references:
        return Result(skipped="no reference list was found in the paper")
    missing: defaultdict[tuple[object, ...], list[Citation]] = defaultdict(list)
    keys: dict[str, tuple[object, ...]] = {}
    for citation in paper.citations:
        if ask.link(citation.id).reference is None:
            key = keys.get(citation.same_as or "") or _key(citation)
            keys[citation.id] = key
            missing[key].append(citation)
    findings = [_finding(ask, places) for places in missing.values()]
    return Result(findings, checked=len(paper.citations))


def _key(citation: Citation) -> tuple[object, ...]:
    if citation.label:
        return (citation.label,)
    return (tuple(name.casefold() for name in citation.names), citation.year, citation.suffix)


def _finding(ask: Questions, places: Sequence[Citation]) -> Finding:
    first = places[0]
    link = ask.link(first.id)
    what = f"No. {first.label}" if first.label else f"“{unbracketed(first.text)}”"
    message = f"{what} points to no entry of the reference list: {link.why}."
    evidence = context_evidence(ask, [citation.id for citation in places])
    evidence.extend(passage_evidence(ask, shown_place(ask, other.span), "also cited here") for other in places[1:])
    for candidate in link.candidates[:1]:
        entry = ask.reference(candidate.reference)
        evidence.append(Evidence("nearest entry", entry.raw, entry.page, entry.span))
    sure = first.label is not None or bool(first.names and (first.et_al or first.year))
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.CONFIRMED if sure and not link.candidates else Verdict.LIKELY,
        message,
        shown_place(ask, first.span),
        evidence=evidence,
        citations=[citation.id for citation in places],
        claims=[claim.id for citation in places for claim in ask.claims_on(citation.id)],
    )


CHECK = Check(
    name="citation-without-reference",
    needs=(Needs.PAPER,),
    layers=("links",),
    severity=Severity.ERROR,
    finds="a citation matches no entry of the reference list",
    run=run,
    example=Example(
        bad="The harbour was closed twice (Ostrander, 2011). The port kept no log (Holm, 2015; Quill, 2012).\n\n"
        "# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The port kept no log (Holm, 2015). The Harbour Convention (2011) changed little (Quill, "
        "2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
