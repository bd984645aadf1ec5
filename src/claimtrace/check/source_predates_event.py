"""A source is older than the event that it is cited for.

Finds claims that name an incident or agreement, date a deed of some actor, or give an event's month and year, where
every work that answers for the claim appeared in an earlier year; and tables with rows about events younger than every
work that their source line names.

Silent when one of the works is of the same year or younger, when a work has no year or is forthcoming, and when the
sentence speaks of drafts, plans, origins, theory or what is still to come, which may well be older than the event.
The year of an incident is the one from which the public could know of it, that of an agreement the one of its first
draft. Silent too where all that a sentence cites stands in brackets before the event is named: it speaks for what
stands there. Only possible where every work is older by more than a generation: a classic is cited for its ideas.

Why: a work cannot report what had not happened when it appeared. Either the citation is to another work, or it supports
only a part of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, entry_evidence, finding
from claimtrace.check.dated_deeds import deed_year, ends_generally, speaks_otherwise, told_words
from claimtrace.knowledge.columns import column_roles
from claimtrace.knowledge.records import record_of
from claimtrace.knowledge.tables import several, table
from claimtrace.model.citation import CitationForm
from claimtrace.model.claim import Claim, ClaimKind
from claimtrace.model.document import Table
from claimtrace.model.entity import Entity, EntityType
from claimtrace.model.finding import Evidence, Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.text.cells import is_year

_DATED = (EntityType.INCIDENT, EntityType.AGREEMENT)


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare events with the works cited for them, sentence by sentence, then table by table."""
    result = Result()
    for claim in ask.paper.claims:
        works = ask.works_behind(claim)
        if not works or ClaimKind.OWN in claim.kinds:
            continue
        if any(work.year is None for work in works):
            result.abstained += 1
            continue
        result.checked += 1
        found = _claim_finding(ask, claim, works, bounds)
        if found:
            result.findings.append(found)
    for table_ in ask.paper.document.tables:
        result.findings.extend(_table_findings(ask, table_))
        result.checked += len(table_.rows) if table_.source else 0
    result.findings = _once_for_each_event(ask, result.findings)
    if result.abstained:
        result.why = f"claims that rest on a work without a year: {result.abstained}"
    return result


def _claim_finding(ask: Questions, claim: Claim, works: Sequence[Reference], bounds: Bounds) -> Finding | None:
    youngest = max(work.year or 0 for work in works)
    if _speaks_of_before(claim.text):
        return None
    for entity in ask.entities_in(claim):
        year = _event_year(entity, claim.span)
        if (
            entity.type in _DATED
            and year
            and _told_since(entity, year) > youngest
            and not _cited_before(ask, claim, entity)
        ):
            known = entity.record is not None
            far = year - youngest > bounds["generation"]
            if not known and (far or speaks_otherwise(told_words(ask, claim))):
                continue
            own = bool(claim.citations)
            verdict = Verdict.CONFIRMED if known and own else Verdict.LIKELY if known or own else Verdict.POSSIBLE
            if far or ends_generally(told_words(ask, claim)) or (not known and entity.name.islower()):
                verdict = Verdict.POSSIBLE
            return _finding(ask, claim, works, f"{entity.name} ({year})", verdict, _record_evidence(entity))
    year = deed_year(ask, claim) if claim.citations else None
    if year and youngest < year <= youngest + bounds["unnamed"]:
        return _finding(ask, claim, works, f"what is dated {year}", Verdict.POSSIBLE, [])
    return None


def _event_year(entity: Entity, within: Span) -> int | None:
    """The year of an event as this sentence has it: as known, or as it stands beside the name."""
    if entity.record is not None:
        return entity.year
    years = [mention.year for mention in entity.mentions if within.covers(mention.span) and mention.year]
    return max(years, default=None)


def _cited_before(ask: Questions, claim: Claim, entity: Entity) -> bool:
    """Whether all that a sentence cites stands in brackets or notes before it names the event: it is cited for that."""
    named = min((mention.span.start for mention in entity.mentions if claim.span.covers(mention.span)), default=0)
    citations = [ask.citation(identity) for identity in claim.citations]
    return bool(citations) and all(
        citation.form is not CitationForm.NARRATIVE and citation.anchor.end <= named for citation in citations
    )


def _told_since(entity: Entity, year: int) -> int:
    """The first year in which a work could speak of an event: of an agreement that of its first draft."""
    record = record_of(entity)
    return min(year, record.told_since or year) if record else year


def _speaks_of_before(text: str) -> bool:
    return bool(_early().search(text.casefold()))


@cache
def _early() -> re.Pattern[str]:
    words = [word for row in table("early_words") for word in several(row["words"])]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def _finding(
    ask: Questions, claim: Claim, works: Sequence[Reference], event: str, verdict: Verdict, evidence: list[Evidence]
) -> Finding:
    names = ", ".join(work.short for work in works)
    is_are = "is older than" if len(works) == 1 else "are all older than"
    message = f"{names} {is_are} {event}, for which {'it is' if len(works) == 1 else 'they are'} cited"
    message += f" ({claim.lean})." if not claim.citations and claim.lean else "."
    return finding(
        ask,
        CHECK.name,
        CHECK.severity if verdict is Verdict.CONFIRMED else Severity.WARNING,
        verdict,
        message,
        claim.span,
        evidence=[*evidence, *(entry_evidence(ask, work.id) for work in works)],
        citations=claim.citations or claim.leans_on,
        references=[work.id for work in works],
        claims=[claim.id],
    )


def _record_evidence(entity: Entity) -> list[Evidence]:
    record = record_of(entity)
    if record is None:
        return []
    ended = f", to {record.ended}" if record.ended and record.ended != record.known else ""
    return [Evidence("knowledge base", f"{record.name}: {record.known}{ended} ({record.source})")]


def _table_findings(ask: Questions, table_: Table) -> Iterator[Finding]:
    """One finding for a table: the rows that are younger than every work that its source line names."""
    if table_.source is None:
        return
    citations = [c for c in ask.paper.citations if table_.source.covers(c.span)]
    works = [ask.reference(ref) for c in citations if (ref := ask.link(c.id).reference)]
    if not works or any(work.year is None for work in works):
        return
    youngest = max(work.year or 0 for work in works)
    late = [(span, text, year, known) for span, text, year, known in _rows(ask, table_) if year > youngest]
    if not late:
        return
    span, text, year, known = late[0]
    names = ", ".join(work.short for work in dict.fromkeys(works))
    more = f" and {len(late) - 1} more rows" if len(late) > 1 else ""
    label = table_.label or "The table"
    yield finding(
        ask,
        CHECK.name,
        CHECK.severity if known else Severity.WARNING,
        Verdict.CONFIRMED if known else Verdict.LIKELY,
        f"{label}: every source named under it ({names}) is older than its row {text} ({year}){more}.",
        span,
        evidence=[
            *(
                Evidence("table row", f"{row_text} ({row_year})", ask.page(at.start), at)
                for at, row_text, row_year, _ in late[1:12]
            ),
            *(entry_evidence(ask, work.id) for work in dict.fromkeys(works)),
        ],
        citations=[c.id for c in citations],
        references=[work.id for work in works],
    )


def _rows(ask: Questions, table_: Table) -> Iterator[tuple[Span, str, int, bool]]:
    """Rows with the year of what they tell: of an event of the knowledge base, or of their year column."""
    roles = column_roles(table_)
    for row in table_.rows:
        spans = [cell.span for cell in row if cell.span]
        if not spans:
            continue
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        events = [
            (entity.year, mention.text)
            for entity in ask.paper.entities
            if entity.type in _DATED and entity.record and entity.year
            for mention in entity.mentions
            if any(span.covers(mention.span) for span in spans)
        ]
        named = [cell.text for cell in row if cell.text and not is_year(cell.text)]
        head = named[0] if named else row[0].text
        if events:
            year, name = max(events)
            yield whole, f"{head}: {name}" if name not in head else head, year, True
        elif "year" in roles and (match := re.search(r"(?:19|20)\d\d", row[roles.index("year")].text)):
            yield whole, head, int(match.group()), False


def _once_for_each_event(ask: Questions, findings: Sequence[Finding]) -> list[Finding]:
    """Of a claim and the one that leans on the same citation for the same event, the one that cites is kept."""
    kept: list[Finding] = []
    seen: set[tuple[tuple[str, ...], str]] = set()
    for found in sorted(findings, key=lambda f: f.verdict != Verdict.CONFIRMED):
        key = (found.citations, re.sub(r" \(it.*| \(the sentence.*", "", found.message))
        if key not in seen:
            seen.add(key)
            kept.append(found)
    return sorted(kept, key=lambda f: f.span or Span(0, 0))


CHECK = Check(
    name="source-predates-event",
    needs=(Needs.PAPER, Needs.KNOWLEDGE),
    layers=("links", "claims", "entities"),
    severity=Severity.ERROR,
    finds="the claim or the table row is about an event younger than every work cited for it",
    run=run,
    example=Example(
        bad="The SolarWinds hack reached eighteen thousand customers (Quill, 2012). Ferries ran on Sundays "
        "(Quill, 2012).\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The SolarWinds hack reached eighteen thousand customers (Quill, 2022). The Stuxnet worm had come "
        "first (Quill, 2022)."
        "\n\n# References\nQuill, B. (2022). Tides and tallies. Port Selwyn Press.",
    ),
    bounds={"generation": 30, "unnamed": 15},
)
