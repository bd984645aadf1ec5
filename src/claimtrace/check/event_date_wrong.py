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
from collections.abc import Iterable
from typing import NamedTuple

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, sentence_at
from claimtrace.knowledge.columns import column_roles
from claimtrace.knowledge.records import Record, record_of
from claimtrace.knowledge.wordings import event_words
from claimtrace.model.entity import Entity, EntityType, Mention
from claimtrace.model.finding import Evidence, Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.text.months import MONTHS

_DATED = (EntityType.INCIDENT, EntityType.AGREEMENT)
_WHEN = (
    rf"(?:in|during)\s+(?:(?:early|mid|late|spring|summer|autumn|winter|{MONTHS.casefold()})[\s-]+(?:of\s+)?){{0,2}}"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)\b(?![-–/]\d)"
_EVENT = event_words("event")
_LATER = event_words("later")
_MADE = f"(?P<public>{event_words('public')})|{event_words('made')}"
_DONE = {EntityType.INCIDENT: f"{_MADE}|{event_words('occurred')}", EntityType.AGREEMENT: _MADE}
_LINK = r"(?:(?:which|that|had|has|have|was|were|been|first|publicly|only)\s+)*"
_GAP = rf"(?:(?!\b(?:{_LATER}|(?:and|but)\s+(?:was|were|is|has|had|[a-z]+ed))\b)[^,.;:]){{0,50}}?"
_CLAUSE = re.compile(r"[^,.;:]*")
_LAST_CLAUSE = re.compile(r"[^,.;:(]*$")
_JUST_BEFORE = re.compile(rf"(?:^\s*|\(|\b(?:the|an?|this|that|their|its|and|or|as|like)\s+){_YEAR}\s+$")
_OPENING = re.compile(rf"^(?:the\s+)?{_WHEN}{_YEAR},?\s+(?:the\s+)?$")
_HAPPENED = {kind: re.compile(rf"^\s+(?:(?:was|were)\s+)?(?:{done})\b") for kind, done in _DONE.items()}
_WITH_YEAR = re.compile(rf"^(?:\s+(?:{_EVENT}))?\s+(?:of\s+|(?P<bracket>\()){_YEAR}(?(bracket)\))")
_NOUN = re.compile(rf"^,?\s+(?:the|an?)\s+(?:[\w-]+\s+){{0,2}}?(?:{_EVENT})\s+(?:{_WHEN}|of\s+){_YEAR}")
_TOLD = {
    kind: re.compile(
        rf"^(?:\s+(?:{_EVENT}))?,?\s+(?:(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:{_EVENT})\s+)?"
        rf"{_LINK}(?:{done})\b{_GAP}\s{_WHEN}{_YEAR}"
    )
    for kind, done in _DONE.items()
}
_APART = re.compile(
    rf"(?:\b(?:years?|decades?|months?)\s+(?:after|since|before)|\b(?:{event_words('apart')})\s+(?:of|for)"
    r"|(?<!party)(?<!signatory)(?<!signatories)\s(?:to|on))\s+(?:the\s+|an?\s+)?$"
)
_LONGER_NAME = re.compile(r"\S\s+(?=\w*[a-z])[A-Z][\w'’-]*\s+$")
_RIGHT_BEHIND = re.compile(rf"^(?:\s+(?:{_EVENT}))?\s+{_WHEN}{_YEAR}")
_DETERMINED = r"(?:(?:the|an?|its|their|both)\s+)?(?:[\w-]+\s+)?"
_LEADS = {
    EntityType.INCIDENT: re.compile(rf"(?:^\s*|\b(?:{event_words('leads')})\s+){_DETERMINED}$"),
    EntityType.AGREEMENT: re.compile(
        rf"(?:^\s*|\b(?:{event_words('maker')}|{event_words('making')})\s+){_DETERMINED}$"
    ),
}


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare each year that a sentence gives an event of the knowledge base with its record."""
    result = Result()
    told, rows = _told_places(ask), _dated_rows(ask)
    for entity in ask.paper.entities:
        record = _record(entity)
        if record is None:
            continue
        for mention in entity.mentions:
            row = next((row for row in rows if row.event.covers(mention.span)), None)
            given = _Given(row.year, public=False) if row else _year_given(ask, entity.type, mention, told)
            if given is None or _of_one_state(ask, record, given):
                continue
            result.checked += 1
            if _outside(given, record, bounds):
                place = row.whole if row else sentence_at(ask, mention.span)
                result.findings.append(_finding(ask, entity, mention, record, given, place))
    return result


class _Given(NamedTuple):
    """A year that is given to an event; ``public``: as the one in which the public learnt of it.

    ``clause`` is what the sentence says between the event and the year, or behind the event.
    """

    year: int
    public: bool
    clause: Span | None = None


class _Row(NamedTuple):
    """A table row that names an event and gives one year."""

    event: Span
    whole: Span
    year: int


def _dated_rows(ask: Questions) -> list[_Row]:
    found = []
    for table_ in ask.paper.document.tables:
        roles = column_roles(table_)
        if roles.count("year") != 1:
            continue
        event = roles.index("incident") if "incident" in roles else 0
        for row in table_.rows:
            spans = [cell.span for cell in row if cell.span]
            years = re.findall(r"\b(?:19|20)\d\d\b", row[roles.index("year")].text)
            cell = row[event].span
            if cell and len(years) == 1:
                found.append(_Row(cell, Span(min(s.start for s in spans), max(s.end for s in spans)), int(years[0])))
    return found


def _record(entity: Entity) -> Record | None:
    """The record of an event, where its beginning is known."""
    record = record_of(entity) if entity.type in _DATED else None
    return record if record and record.began else None


def _told_places(ask: Questions) -> list[Span]:
    """The places whose years say something else: citations, and the names of all events."""
    events = [mention.span for entity in ask.paper.entities if entity.type in _DATED for mention in entity.mentions]
    return sorted([*events, *(citation.span for citation in ask.paper.citations)])


def _year_given(ask: Questions, kind: EntityType, mention: Mention, told: Iterable[Span]) -> _Given | None:
    """The year to which the sentence dates the event, if it does."""
    sentence = sentence_at(ask, mention.span)
    if not sentence.covers(mention.span):
        return None
    text = ask.paper.document.text.string
    others = [span for span in told if sentence.overlaps(span) and span != mention.span]
    end = min((span.start for span in others if span.start >= mention.span.end), default=sentence.end)
    start = max((span.end for span in others if span.end <= mention.span.start), default=sentence.start)
    if kind is EntityType.AGREEMENT and _LONGER_NAME.search(text, start, mention.span.start):
        return None
    before, behind = text[start : mention.span.start].casefold(), text[mention.span.end : end].casefold()
    if (match := _TOLD[kind].match(behind)) or (match := _NOUN.match(behind)):
        return _given(mention, match, match.end())
    if (match := _WITH_YEAR.match(behind)) and not _APART.search(before):
        return _given(mention, match, match.end())
    if (match := _RIGHT_BEHIND.match(behind)) and _dates_itself(kind, before):
        return _given(mention, match, match.end())
    if (match := _JUST_BEFORE.search(before)) or (
        start == sentence.start and (match := _OPENING.match(before)) and _HAPPENED[kind].match(behind)
    ):
        clause = _CLAUSE.match(behind)
        return _given(mention, match, clause.end() if clause else 0)
    return None


def _given(mention: Mention, match: re.Match[str], length: int) -> _Given:
    told_of = Span(mention.span.end, mention.span.end + length)
    return _Given(int(match["year"]), bool(match.groupdict().get("public")), told_of)


def _dates_itself(kind: EntityType, before: str) -> bool:
    """Whether "in 2015" behind a name dates what is named, not what was done with it ("amended", "blamed for")."""
    last = _LAST_CLAUSE.search(before)
    clause = last.group() if last else ""
    return bool(_LEADS[kind].search(clause)) and not (
        kind is EntityType.INCIDENT and re.search(rf"\b(?:{_LATER})\b", clause)
    )


def _of_one_state(ask: Questions, record: Record, given: _Given) -> bool:
    """Whether the year is that in which one of many parties signed, ratified or joined."""
    if record.type is not EntityType.AGREEMENT or record.closed or given.clause is None:
        return False
    clause = given.clause
    return "ratif" in ask.paper.document.text.at(clause) or any(
        clause.overlaps(mention.span)
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


def _finding(ask: Questions, entity: Entity, mention: Mention, record: Record, given: _Given, place: Span) -> Finding:
    year, first, last = given.year, _first_year(given, record), _last_year(record)
    course = f"{first} or later" if last is None else str(first) if first == last else f"{first} to {last}"
    near = min(abs(year - first), abs(year - (last or first))) < 2
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.POSSIBLE if near or mention.text[:1].islower() else Verdict.LIKELY,
        f"{entity.name} is dated {year} here; the knowledge base has {course}.",
        place,
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
