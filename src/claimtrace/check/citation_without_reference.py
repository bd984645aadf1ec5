"""A citation points to no entry of the reference list.

Finds citations for which no entry has the name and year, the number, or the title; all places that cite the same
missing work make one finding.

Silent when the paper has no reference list that could be read, when an entry fits but for a detail (that is
citation-near-miss), and for brackets with a year that are no citations: the date of an agreement, an event, a house.
It abstains where the work stands within another entry, from which our reading did not part it.

Why: a reader cannot follow such a citation. Style manuals ask that each citation in the text have its entry, for
example the APA Publication Manual, 7th edition, section 8.4 (correspondence between reference list and text).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

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
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold
from claimtrace.text.letters import UPPER

_WORD = re.compile(r"\w+")


def run(ask: Questions, bounds: Bounds) -> Result:
    """Group the citations without an entry by what they name."""
    paper = ask.paper
    if not paper.references:
        return Result(skipped="no reference list was found in the paper")
    entries = _Entries(paper.references)
    missing: defaultdict[tuple[object, ...], list[Citation]] = defaultdict(list)
    keys: dict[str, tuple[object, ...]] = {}
    for citation in paper.citations:
        if ask.link(citation.id).reference is None and not entries.hold(citation):
            key = keys.get(citation.same_as or "") or _key(citation)
            keys[citation.id] = key
            missing[key].append(citation)
    findings = [_finding(ask, places) for places in missing.values()]
    unsure = sum(1 for c in paper.citations if ask.link(c.id).reference is None) - sum(map(len, missing.values()))
    why = f"citations whose entry may not have been parted from the one before it: {unsure}" if unsure else None
    return Result(findings, len(paper.citations) - unsure, unsure, why)


class _Entries:
    """The printed entries of the list by their labels and by the words in them."""

    def __init__(self, references: Sequence[Reference]) -> None:
        """Index the entries."""
        self._labelled: defaultdict[str | None, list[str]] = defaultdict(list)
        self._holding: defaultdict[str, list[str]] = defaultdict(list)
        for reference in references:
            self._labelled[reference.label].append(reference.raw)
            for word in set(_WORD.findall(reference.raw)):
                self._holding[word].append(reference.raw)

    def hold(self, citation: Citation) -> bool:
        """Whether what a citation names stands within an entry, as it does where our reading did not part two."""
        if citation.label and citation.label.isdecimal():
            before = str(int(citation.label) - 1)
            begins = re.compile(rf"[.\])”\"]\s\[?{citation.label}[.\])]?\s+[{UPPER}]")
            return any(begins.search(raw) for raw in self._labelled[before])
        first = _WORD.search(citation.names[0]) if citation.names else None
        if first is None or citation.year is None:
            return False
        name = re.escape(citation.names[0])
        begins = re.compile(rf"(?:\d\.?|[^\W\d_]{{3}}\.|\)\.?)\s{name}(?:,|\s[{UPPER}]).{{1,200}}?\b{citation.year}\b")
        return any(begins.search(raw) for raw in self._holding[first.group()])


def _key(citation: Citation) -> tuple[object, ...]:
    if citation.label:
        return (citation.label,)
    names = tuple(name.casefold() for name in citation.names)
    return (names, citation.year, citation.suffix, fold(citation.title or ""))


def _finding(ask: Questions, places: Sequence[Citation]) -> Finding:
    first = places[0]
    link = ask.link(first.id)
    what = f"No. {first.label}" if first.label else f"“{unbracketed(first.text)}”"
    message = f"{what} points to no entry of the reference list: {link.why}."
    evidence = context_evidence(ask, [citation.id for citation in places])
    evidence.extend(passage_evidence(ask, shown_place(ask, other.span), "also cited here") for other in places[1:])
    if first.label and (around := _around(ask, first.span)):
        evidence.append(passage_evidence(ask, around, "around it"))
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


def _around(ask: Questions, span: Span) -> Span | None:
    """The sentence of a number with the one before it: a number says little of the work that it meant."""
    for before, sentence in pairwise(ask.paper.sentences):
        if sentence.span.covers(span):
            return Span(before.span.start, sentence.span.end) if before.block == sentence.block else None
    return None


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
