"""The same work stands twice in the reference list.

Finds entries that share their DOI, or their title, first author and year, or their place in a journal, however they
are spelt: with initials or full names, with or without a subtitle, a DOI or capitals.

Silent where a field that both entries give tells them apart (DOI, address, volume, issue, page, edition, journal, part
of a title), for a preprint or a thesis beside what came of it, and for entries of different lists of one paper.

Why: a reader takes two entries for two sources, and counts support twice. In author-year styles the two get letters
("2019a, 2019b") as if they were two works of one year (APA Publication Manual, 7th edition, section 8.19).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, combinations, product

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, entry_evidence, finding
from claimtrace.check.same_work import same_work
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare the entries that begin alike, or lie at the same place."""
    references = ask.paper.references
    if not references:
        return Result(skipped="no reference list was found in the paper")
    shared: dict[tuple[int, int], str] = {}
    for first, second in _pairs(references):
        one, other = references[first], references[second]
        if _same_list(ask, one, other) and (what := same_work(one, other)):
            shared[first, second] = what
    findings = []
    for group in _groups(shared):
        what = next(text for pair, text in sorted(shared.items()) if pair[0] in group)
        findings.append(_finding(ask, [references[at] for at in group], what))
    return Result(findings, checked=len(references))


def _pairs(references: Sequence[Reference]) -> list[tuple[int, int]]:
    """The positions of entries that may be the same.

    They share a DOI, or the letter of the author with volume and page, or with the title's first word and the year,
    where both give one.
    """
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    titled: defaultdict[tuple[str, str], defaultdict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, reference in enumerate(references):
        if reference.doi:
            alike["doi", reference.doi.casefold()].append(at)
        if reference.volume and reference.first_page:
            alike["place", reference.volume, reference.first_page, _letter(reference)].append(at)
        if title := fold(reference.title or "").split():
            titled[title[0], _letter(reference)][reference.year].append(at)
    found = {pair for places in alike.values() for pair in combinations(places, 2)}
    for years in titled.values():
        undated = years.pop(None, [])
        found.update(pair for places in (*years.values(), undated) for pair in combinations(places, 2))
        found.update((min(a, b), max(a, b)) for a, b in product(undated, chain(*years.values())))
    return sorted(found)


def _letter(reference: Reference) -> str:
    """The first letter of the name that the first author is known by: "Meer", not "van der"."""
    name = fold(reference.authors[0].name or "") if reference.authors else ""
    return max(name.split(), key=len, default="")[:1]


def _same_list(ask: Questions, one: Reference, other: Reference) -> bool:
    document = ask.paper.document
    lists = (document.section_at(one.span.start), document.section_at(other.span.start))
    return lists[0] == lists[1]


def _groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The positions that are bound to each other, each group in list order."""
    groups: list[set[int]] = []
    for pair in pairs:
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touching]
        groups.append(set(pair).union(*touching))
    return sorted(sorted(group) for group in groups)


def _finding(ask: Questions, entries: Sequence[Reference], what: str) -> Finding:
    first, again = entries[0], entries[-1]
    times = "twice" if len(entries) == 2 else f"{len(entries)} times"
    labels = [entry.label for entry in entries if entry.label]
    named = f"{first.short} (nos. {', '.join(labels)})" if len(labels) == len(entries) else first.short
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if "main" in what else Verdict.CONFIRMED,
        f"{named} stands {times} in the list: the entries give {what}.",
        again.span,
        quote=again.raw,
        evidence=[entry_evidence(ask, entry.id, "the same work") for entry in entries[:-1]],
        references=[entry.id for entry in entries],
    )


CHECK = Check(
    name="reference-duplicated",
    needs=(Needs.PAPER,),
    layers=("references",),
    severity=Severity.WARNING,
    finds="the same work is listed twice",
    run=run,
    example=Example(
        bad="The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.\n"
        "Holm, Anna. (2015). Harbours Without Logs. Annals of Ports, 4, 12-40.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The port kept no log (Holm, 2015a, 2015b), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015a). Harbours without logs, part I. Annals of Ports, 4(1), 12-40.\n"
        "Holm, A. (2015b). Harbours without logs, part II. Annals of Ports, 4(2), 3-31.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
