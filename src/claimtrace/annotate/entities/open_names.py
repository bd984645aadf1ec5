"""Incidents and agreements that the knowledge base does not hold, told by how their names are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.columns import column_role
from claimtrace.knowledge.records import Record, records
from claimtrace.knowledge.tables import several, table
from claimtrace.model.document import Document
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span
from claimtrace.text.fold import fold
from claimtrace.text.letters import UPPER

_CAPITAL = rf"[{UPPER}][\w&'’.-]*"
_LINK = r"(?:of|on|for|and|the|to|in|against|with)"
_OPENERS = "The|This|These|That|An|A|Such|Under|In|Each|Any|Both|No|Article"  # they begin a sentence, not a name
_YEAR = re.compile(r"(?:19|20)\d\d")
_EVENT = r"(?P<head>(?:data |cyber |supply chain |ransomware )?(?:{heads}))"


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name of the right make: its type, place and, where it has one, its year."""

    type: EntityType
    span: Span
    name: str
    year: int | None
    record: Record | None = None


def open_names(text: str, blocks: Iterable[Span]) -> Iterator[OpenName]:
    """Names such as "the 2022 Viasat hack", "Operation Aurora", "the Treaty of X", "the X-Y Accord (2019)"."""
    events, agreements = _patterns()
    for block in blocks:
        for pattern, kind in ((events, EntityType.INCIDENT), (agreements, EntityType.AGREEMENT)):
            for match in pattern.finditer(text, block.start, block.end):
                name = " ".join(match["name"].split())
                if _is_name(name):
                    year = match["year"] if "year" in match.groupdict() and match["year"] else None
                    yield OpenName(kind, Span(*match.span("name")), name, int(year) if year else None)


def incident_rows(document: Document, taken: Sequence[Span]) -> Iterator[OpenName]:
    """The rows of a table of incidents whose first cell no record names; the year stands in its own column.

    "US presidential election interference" beside 2016 is looked up with its year before it is taken for unknown.
    """
    for table_ in document.tables:
        roles = [column_role(column) for column in table_.columns]
        if "incident" not in roles or "year" not in roles:
            continue
        for row in table_.rows:
            cell, year = row[roles.index("incident")], _YEAR.search(row[roles.index("year")].text)
            named = cell.span is not None and any(cell.span.overlaps(span) for span in taken)
            if cell.span is None or not year or named or not 4 < len(cell.text) < 90:
                continue
            record = _dated_records().get(fold(f"{year.group()} {cell.text}"))
            yield OpenName(EntityType.INCIDENT, cell.span, cell.text, int(year.group()), record)


@cache
def _dated_records() -> dict[str, Record]:
    return {
        fold(phrase): record
        for record in records()
        if record.type is EntityType.INCIDENT
        for phrase in record.phrases
        if phrase[:4].isdecimal()
    }


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    return {row["kind"]: several(row["words"]) for row in table("name_heads")}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _heads()
    events = "|".join(map(re.escape, sorted(words["incident"], key=len, reverse=True)))
    heads = "|".join(map(re.escape, sorted(words["agreement"], key=len, reverse=True)))
    event = re.compile(
        rf"(?P<name>(?P<year>(?:19|20)\d\d)\s+(?:{_CAPITAL}\s+){{1,4}}{_EVENT.format(heads=events)}\b"
        rf"|\bOperation\s+{_CAPITAL}(?:\s+{_CAPITAL})?)"
    )
    agreement = re.compile(
        rf"(?P<name>\b(?!(?:{_OPENERS})\s){_CAPITAL}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITAL}){{0,7}}\s+(?:{heads})\b"
        rf"(?:\s+(?:on|of|for|against)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITAL}){{0,7}})?"
        rf"|\b(?:Treaty|Convention|Declaration|Charter|Memorandum|Protocol)\s+(?:of|on|for|against)\s+(?:the\s+)?"
        rf"{_CAPITAL}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITAL}){{0,7}})"
    )
    return event, agreement


def _is_name(name: str) -> bool:
    """Whether the words are a name: more than a head ("Memorandum of Understanding"), and not a line of capitals."""
    return " " in name and not name.isupper() and name not in _heads()["agreement"]
