"""A known event is given a year in which it did not happen.

Finds sentences and table rows that date an incident or an agreement of the knowledge base ("WannaCry, the ransomware of
2015", "the hack of X, uncovered in 2012", "In 2019, NotPetya struck") to a year that lies outside its course: before it
began, or after it ended and was known; a year in which it is said to have been disclosed, to one before it was known.

Silent for years of what came of an event or was done with it (an indictment, a report, "the court struck down the
Privacy Shield in 2020", "the amendments to the Rome Statute (2010)"), for names within longer names ("the Nordic
Liability Convention (1974)"), for years that belong to a citation, for agreements but one year off, for the year of a
first draft, for the year in which one of many states signed or ratified an agreement, for events whose beginning is
not known, and for years after the beginning of one whose end is not known.

Why: dates are the plainest facts of a paper, and a wrong one carries over into all that is argued from it. The record
of the knowledge base with its source is given as evidence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, sentence_at
from claimtrace.knowledge.records import Record, record_of
from claimtrace.knowledge.wordings import event_words
from claimtrace.model.entity import Entity, EntityType, Mention
from claimtrace.model.finding import Evidence, Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span

_CLAUSE = re.compile(r"[^,.;:]*")
_PUBLIC = re.compile(rf"\b(?:{event_words('public')})\b", re.IGNORECASE)
_MADE_PUBLIC = re.compile(rf"\s+(?:(?:was|were|had|been|first|publicly)\s+)*(?:{event_words('public')})\b")


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare each year that a sentence or a row gives an event of the knowledge base with its record."""
    result = Result()
    for entity in ask.paper.entities:
        record = _record(entity)
        if record is None:
            continue
        dated = {mention.year_at: mention for mention in reversed(entity.mentions)}  # a year counts once
        for mention in sorted(dated.values(), key=lambda mention: mention.span):
            given = _given(ask, mention)
            if given is None or _of_one_state(ask, record, given):
                continue
            result.checked += 1
            if _outside(given, record, bounds):
                result.findings.append(_finding(ask, entity, mention, record, given))
    return result


class _Given(NamedTuple):
    """A year that is given to an event; ``public``: as the one in which the public learnt of it.

    ``told`` is what the sentence says between the event and the year, or behind the event.
    """

    year: int
    public: bool
    told: Span


def _record(entity: Entity) -> Record | None:
    """The record of an event, where its beginning is known."""
    record = record_of(entity) if entity.type in (EntityType.INCIDENT, EntityType.AGREEMENT) else None
    return record if record and record.began else None


def _given(ask: Questions, mention: Mention) -> _Given | None:
    """The year to which the paper dates the event here, if it does."""
    at, text = mention.year_at, ask.paper.document.text.string
    if mention.year is None or at is None:
        return None
    if at.start >= mention.span.end:
        told = Span(mention.span.end, at.start)
        return _Given(mention.year, bool(_PUBLIC.search(text, told.start, told.end)), told)
    clause = _CLAUSE.match(text, mention.span.end)
    told = Span(mention.span.end, clause.end() if clause else mention.span.end)
    before = Span(min(sentence_at(ask, mention.span).start, at.start), mention.span.start)
    public = bool(_PUBLIC.search(text, before.start, before.end) or _MADE_PUBLIC.match(text, told.start, told.end))
    return _Given(mention.year, public, told)


def _of_one_state(ask: Questions, record: Record, given: _Given) -> bool:
    """Whether the year is that in which one of many parties signed, ratified or joined."""
    if record.type is not EntityType.AGREEMENT or record.closed:
        return False
    return "ratif" in ask.paper.document.text.at(given.told) or any(
        given.told.overlaps(mention.span)
        for entity in ask.paper.entities
        if entity.type is EntityType.STATE
        for mention in entity.mentions
    )


def _first_year(given: _Given, record: Record) -> int:
    """The first year that a paper may give: nobody could disclose an event before it was disclosed."""
    assert record.began
    return record.known if given.public and record.known else record.began


def _last_year(record: Record) -> int | None:
    """The last year that a paper may give; ``None`` where the end is open."""
    return max(record.ended, record.known or 0) if record.ended else None


def _outside(given: _Given, record: Record, bounds: Bounds) -> bool:
    leeway = bounds["leeway"] if record.type is EntityType.AGREEMENT else 0
    first, last = _first_year(given, record), _last_year(record)
    if given.year == record.told_since:
        return False
    return given.year < first - leeway or (last is not None and given.year > last + leeway)


def _place(ask: Questions, named: Span) -> Span:
    """The sentence of a name, or its row."""
    for table_ in ask.paper.document.tables:
        for row in table_.rows:
            spans = [cell.span for cell in row if cell.span]
            if any(span.covers(named) for span in spans):
                return Span(min(span.start for span in spans), max(span.end for span in spans))
    return sentence_at(ask, named)


def _finding(ask: Questions, entity: Entity, mention: Mention, record: Record, given: _Given) -> Finding:
    year, first, last = given.year, _first_year(given, record), _last_year(record)
    course = f"{first} or later" if last is None else str(first) if first == last else f"{first} to {last}"
    near = min(abs(year - first), abs(year - (last or first))) < 2
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.POSSIBLE if near or mention.text[:1].islower() else Verdict.LIKELY,
        f"{entity.name} is dated {year} here; the knowledge base has {course}.",
        _place(ask, mention.span),
        evidence=[Evidence("knowledge base", f"{record.name}: {course} ({record.source})")],
        claims=[claim.id for claim in ask.paper.claims if claim.span.covers(mention.span)],
    )


CHECK = Check(
    name="event-date-wrong",
    needs=(Needs.PAPER, Needs.KNOWLEDGE),
    layers=("sentences", "entities", "citations"),
    severity=Severity.WARNING,
    finds="a dated event of the knowledge base is given another year",
    run=run,
    example=Example(
        bad="The harbour lost its cranes to NotPetya, which struck ports in 2019 (Quill, 2022).\n\n# References\n"
        "Quill, B. (2022). Tides and tallies. Port Selwyn Press.",
        good="The harbour lost its cranes to NotPetya, which struck ports in 2017 and was blamed on Russia in 2018 "
        "(Quill, 2022).\n\n# References\nQuill, B. (2022). Tides and tallies. Port Selwyn Press.",
    ),
    bounds={"leeway": 1},
)
