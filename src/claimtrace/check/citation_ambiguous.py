"""A citation fits two entries of the reference list, or one but for its letter.

Finds citations whose names and year are those of two or more entries, mostly because the letter ("2019a") is missing;
and citations with a letter where the entry of that year has none.

Silent where the entries are one work listed twice (that is reference-duplicated), where initials or a title in the text
tell which is meant, and for numbers and notes, which name their entry otherwise.

Why: a reader cannot tell which of the works is meant, and may look the statement up in the wrong one. The APA
Publication Manual, 7th edition, section 8.19, asks for letters where works share names and year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from claimtrace.check.base import (
    Bounds,
    Check,
    Example,
    Needs,
    Result,
    entry_evidence,
    finding,
    passage_evidence,
    shown_place,
    unbracketed,
)
from claimtrace.check.same_work import same_work
from claimtrace.model.citation import Citation, Link
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold

_AS_GOOD = 0.021  # candidates whose scores lie nearer than this fit equally well
_INITIALS_BEFORE = 12  # characters


def run(ask: Questions, bounds: Bounds) -> Result:
    """Gather the citations that name the same, and see whether one entry alone fits."""
    places: defaultdict[tuple[object, ...], list[Citation]] = defaultdict(list)
    result = Result()
    for citation in ask.paper.citations:
        link = ask.link(citation.id)
        if not citation.names or link.reference is None or citation.same_as is not None:
            continue
        result.checked += 1
        if link.near in ("ambiguous", "suffix"):
            places[citation.names, citation.year, citation.suffix, link.near].append(citation)
    for cited in places.values():
        entries = _entries(ask, ask.link(cited[0].id))
        unclear = [citation for citation in cited if not _told_by_initials(ask, citation, entries)]
        if unclear and not any(same_work(one, other) for one, other in combinations(entries, 2)):
            result.findings.append(_finding(ask, unclear, entries))
    return result


def _entries(ask: Questions, link: Link) -> list[Reference]:
    """The entries that fit equally well, the likeliest first."""
    best = max(candidate.score for candidate in link.candidates)
    fitting = [ask.reference(c.reference) for c in link.candidates if c.score > best - _AS_GOOD]
    return sorted(fitting, key=lambda entry: (entry.id != link.reference, entry.span))


def _told_by_initials(ask: Questions, citation: Citation, entries: Sequence[Reference]) -> bool:
    """Whether initials or a given name in the text fit the first author of one entry alone."""
    given = [fold(entry.authors[0].given or "") if entry.authors else "" for entry in entries]  # "k j"
    if len(set(given)) < 2:
        return False
    start = max(citation.span.start - _INITIALS_BEFORE, 0)
    text = ask.paper.document.text.at(Span(start, citation.span.end))
    printed = [fold(word) for word in re.findall(r"[^\W\d_]+", text) if word[0].isupper()]
    fitting = [name for name in given if name and any(word in (name, name.split()[0], name[0]) for word in printed)]
    return len(fitting) == 1


def _finding(ask: Questions, places: Sequence[Citation], entries: Sequence[Reference]) -> Finding:
    first = places[0]
    link = ask.link(first.id)
    shown = unbracketed(first.text)
    if link.near == "ambiguous":
        message = f"“{shown}” fits {len(entries)} entries: {'; '.join(entry.short for entry in entries)}."
    else:
        message = f"“{shown}” fits {entries[0].short} but for its letter: {link.why}."
    alone = link.near == "suffix" and len(entries) == 1
    return finding(
        ask,
        CHECK.name,
        Severity.INFO if alone else CHECK.severity,
        Verdict.LIKELY if alone else Verdict.CONFIRMED,
        message,
        shown_place(ask, first.span),
        evidence=[
            *(entry_evidence(ask, entry.id, "may be meant") for entry in entries),
            *(passage_evidence(ask, shown_place(ask, other.span), "also cited here") for other in places[1:]),
        ],
        citations=[citation.id for citation in places],
        references=[entry.id for entry in entries],
        claims=[claim.id for citation in places for claim in ask.claims_on(citation.id)],
    )


CHECK = Check(
    name="citation-ambiguous",
    needs=(Needs.PAPER,),
    layers=("links",),
    severity=Severity.WARNING,
    finds="two entries fit (same name and year, missing or phantom letter)",
    run=run,
    example=Example(
        bad="The port kept no log (Holm, 2015). Its lamps were dear (Holm, 2015a) and dim (Holm, 2015b).\n\n"
        "# References\n"
        "Holm, A. (2015a). Harbours without logs. Port Selwyn Press.\n"
        "Holm, A. (2015b). Lamps of the outer mole. Annals of Ports, 4(1), 12-40.",
        good="The port kept no log (Holm, 2015a). Its lamps were dear and dim (Holm, 2015b).\n\n"
        "# References\n"
        "Holm, A. (2015a). Harbours without logs. Port Selwyn Press.\n"
        "Holm, A. (2015b). Lamps of the outer mole. Annals of Ports, 4(1), 12-40.",
    ),
)
