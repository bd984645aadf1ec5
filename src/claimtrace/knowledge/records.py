"""States, organisations, incidents and agreements as records that the rest of the program can ask.

A record is found by any of its phrases. A phrase fits a text when the words are the same and every capital of the
phrase is one in the text too; small letters fit both ("OPM data breach" fits "OPM Data Breach").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.knowledge.tables import remembered, several, table
from claimtrace.model.entity import Entity, EntityType
from claimtrace.text.fold import straight

ELSEWHERE = frozenset(("conflict", "disaster", "health", "space", "political"))
"""Kinds of incidents that are none of cyberspace."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the knowledge base.

    ``began`` is the year in which a thing first was, ``known`` the year from which the public could know of it,
    ``told_since`` an earlier one from which works speak of it (drafts of an agreement, the beginning of a conflict),
    ``ended`` the last year of its course, ``None`` where that is open or unknown; ``states`` are those held
    responsible (incident), parties (agreement), or that it belongs to (organisation), ``targets`` what an incident hit,
    ``members`` those of an organisation as its table has them; ``closed`` says that an agreement has no other parties
    than these. Of a state's phrases ``metonyms`` name a seat of government, ``capitals`` a town that means the
    government only where it acts, ``combining`` the state before a hyphen and another's name ("Sino-Russian").
    """

    type: EntityType
    name: str
    phrases: tuple[str, ...]
    iso3166: str | None = None
    began: int | None = None
    known: int | None = None
    told_since: int | None = None
    ended: int | None = None
    states: tuple[str, ...] = ()
    source: str = ""
    kind: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    closed: bool = False
    metonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()


def tokens(text: str) -> list[str]:
    """Words and signs, as phrases are compared: dashes and quotation marks in their plain form."""
    return _TOKEN.findall(straight(text))


@remembered
def records() -> tuple[Record, ...]:
    """All records, states first."""
    return (*_states(), *_organizations(), *_incidents(), *_agreements())


@remembered
def _by_name() -> dict[tuple[EntityType, str], Record]:
    return {(record.type, record.name): record for record in records()}


def record_of(entity: Entity) -> Record | None:
    """The record of an entity of a paper, where it has one."""
    return _by_name().get((entity.type, entity.record)) if entity.record else None


def _states() -> list[Record]:
    return [
        Record(
            EntityType.STATE,
            row["name"],
            _phrases(
                row["name"],
                row["official"],
                row["aliases"],
                row["demonyms"],
                row["combining"],
                row["metonyms"],
                row["capital"],
                _former(row["former"]),
            ),
            iso3166=row["iso3166"],
            source=row["source"],
            metonyms=several(row["metonyms"]),
            capitals=several(row["capital"]),
            combining=several(row["combining"]),
        )
        for row in table("states")
    ]


def _organizations() -> list[Record]:
    return [
        Record(
            EntityType.ORGANIZATION,
            row["name"],
            _phrases(row["name"], row["aliases"]),
            states=several(row["state"]),
            source=row["source"],
            kind=several(row["kind"]),
            members=several(row["members"]),
        )
        for row in table("organizations")
    ]


def _incidents() -> list[Record]:
    return [
        Record(
            EntityType.INCIDENT,
            row["name"],
            _phrases(row["name"], row["aliases"]),
            began=_year(row["start"]),
            known=_year(row["disclosed"]) or _year(row["start"]),
            told_since=_year(row["start"]) if "conflict" in several(row["kind"]) else None,
            ended=max(_year(row["end"]) or 0, _year(row["disclosed"]) or 0) if row["end"] else None,
            states=several(row["attributed_to"]),
            source=row["source"],
            kind=several(row["kind"]),
            targets=several(row["targets"]),
        )
        for row in table("incidents")
    ]


def _agreements() -> list[Record]:
    return [
        Record(
            EntityType.AGREEMENT,
            row["name"],
            _phrases(row["name"], row["aliases"]),
            began=_year(row["adopted"]) or _year(row["in_force"]),
            known=_year(row["adopted"]) or _year(row["in_force"]),
            told_since=_year(row["drafted"]),
            ended=_year(row["in_force"]) or _year(row["adopted"]),
            states=tuple(filter(_is_code, several(row["parties"]))),
            source=row["source"],
            kind=several(row["kind"]),
            closed=bool(row["parties"]) and all(map(_is_code, several(row["parties"]))),
        )
        for row in table("agreements")
    ]


def _is_code(part: str) -> bool:
    return len(part) == 2 and part.isupper() and part != "EU"


@remembered
def event_names() -> frozenset[str]:
    """Every name by which an incident or an agreement is called."""
    events = (EntityType.INCIDENT, EntityType.AGREEMENT)
    return frozenset(phrase for record in records() if record.type in events for phrase in record.phrases)


def _phrases(*fields: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for field in fields for phrase in several(field)))


def _former(field: str) -> str:
    """Former names without their years."""
    return re.sub(r"\s*\([^)]*\)", "", field)


def _year(date: str) -> int | None:
    return int(date[:4]) if date[:4].isdecimal() else None
