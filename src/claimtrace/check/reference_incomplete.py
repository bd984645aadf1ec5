"""An entry of the reference list lacks what is needed to find its work.

Finds entries of published works without a year; articles with a volume and a page but with only one of title and
journal, in a list that gives both; and works of persons of which nothing is given but authors, year and title.

Silent for laws, data, software and pages of the web, which have other forms; for what is in press or undated by its own
word; and for works of bodies, which bring out their own. It abstains on whatever many entries of the list lack: then
the style leaves it out, or our reading lost it.

Why: such an entry cannot be looked up with certainty. An entry answers who, when, what and where (APA Publication
Manual, 7th edition, section 9.4).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding
from claimtrace.knowledge.tables import several, table
from claimtrace.knowledge.wordings import undated
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_UNDATED = re.compile(undated("no date", "to come", "ahead", "unprinted"), re.IGNORECASE)
_IDENTIFIERS = re.compile(r"\S*(?:://|www\.|\b10\.\d{4,9}/|arxiv)\S*", re.IGNORECASE)
_PUBLISHED = ("article", "book", "chapter", "paper-conference", "thesis")
_LAST_WORDS = 6  # of a title: a journal, place or publisher among them was read as part of it


def run(ask: Questions, bounds: Bounds) -> Result:
    """Ask of each entry whether something it needs is lacking, then whether the list as a whole leaves that out."""
    references = ask.paper.references
    if not references:
        return Result(skipped="no reference list was found in the paper")
    lacking: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        what = next((what for what, lacks in _NEEDED.items() if lacks(reference)), None)
        if what:
            lacking[what].append(reference)
    result = Result(checked=len(references))
    left_out = []
    for what, entries in lacking.items():
        if len(entries) > max(bounds["most"], bounds["most_share"] * len(references)):
            left_out.append(f"{what}: {len(entries)}")
            result.abstained += len(entries)
            result.checked -= len(entries)
        else:
            result.findings.extend(_finding(ask, entry, what) for entry in entries)
    if left_out:
        result.why = f"many entries lack the same, as the style may have it ({'; '.join(left_out)})"
    return result


def _lacks_year(reference: Reference) -> bool:
    if reference.year or reference.undated or reference.type not in _PUBLISHED or not reference.authors:
        return False
    return not _YEAR.search(_IDENTIFIERS.sub(" ", reference.raw)) and not _UNDATED.search(reference.raw)


def _lacks_title(reference: Reference) -> bool:
    given = (reference.authors, reference.container, reference.volume, reference.first_page)
    return reference.type == "article" and not reference.title and all(given)


def _lacks_journal(reference: Reference) -> bool:
    """A volume and a page follow on the title at once."""
    if reference.container or reference.publisher or not (reference.title and reference.volume):
        return False
    if _ends_with(reference.title, "journal", "abbreviation") or re.search(r"\b[A-Z]{3,}$", reference.title):
        return False
    behind = reference.raw.partition(reference.title)[2]
    volume = rf"(?:vol(?:ume)?\.?\s?)?{re.escape(reference.volume)}\b"
    return bool(reference.first_page and re.match(rf"[\s.,;:”\"’'?!]*{volume}", behind, re.IGNORECASE))


def _lacks_place(reference: Reference) -> bool:
    """Nothing is given but persons, year and title."""
    fields = (reference.container, reference.publisher, reference.volume, reference.url, reference.doi, reference.arxiv)
    if any(fields) or reference.type not in (None, "book") or not reference.title or not reference.year:
        return False
    if not reference.authors or any(author.literal for author in reference.authors) or _UNDATED.search(reference.raw):
        return False
    if _ends_with(reference.title, "publisher", "organisation", "city") or set("()[];") & set(reference.title):
        return False
    behind = reference.raw.partition(reference.title)[2]
    return not re.sub(rf"{reference.year}[a-z]?|[\W_]", "", behind)


def _ends_with(title: str, *kinds: str) -> bool:
    """Whether one of the last words of a title is known as one of journals, publishers, places."""
    last = fold(title).split()[-_LAST_WORDS:]
    return any(word in _words(kind) for kind in kinds for word in last)


@cache
def _words(kind: str) -> frozenset[str]:
    rows = [row for row in table("reference_words") if row["kind"] == kind]
    return frozenset(word for row in rows for word in several(row["words"]))


_NEEDED: dict[str, Callable[[Reference], bool]] = {
    "the year": _lacks_year,
    "both its title and its journal": lambda reference: _lacks_title(reference) or _lacks_journal(reference),
    "where it appeared": _lacks_place,
}


def _finding(ask: Questions, reference: Reference, what: str) -> Finding:
    given: Sequence[str] = [
        name
        for name, value in (
            ("authors", reference.authors),
            ("year", reference.year),
            ("title", reference.title),
            ("journal", reference.container),
            ("volume", reference.volume),
            ("page", reference.first_page),
        )
        if value and name not in what
    ]
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY,
        f"The entry {reference.short} does not give {what}; it gives {', '.join(given)}.",
        reference.span,
        quote=reference.raw,
        references=[reference.id],
    )


CHECK = Check(
    name="reference-incomplete",
    needs=(Needs.PAPER,),
    layers=("references",),
    severity=Severity.WARNING,
    finds="an entry lacks what its type needs (year, title, journal or publisher)",
    run=run,
    bounds={"most": 3, "most_share": 0.1},
    example=Example(
        bad="The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.\n"
        "Quill, B. (2012). Tides and tallies.",
        good="The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
