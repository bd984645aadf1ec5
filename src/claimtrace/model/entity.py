"""States, incidents, agreements, organisations and persons, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.place import Span


class EntityType(StrEnum):
    """What an entity is."""

    STATE = "state"
    INCIDENT = "incident"
    AGREEMENT = "agreement"
    ORGANIZATION = "organization"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the paper names an entity; ``year`` is the year that stands with it."""

    text: str
    span: Span
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the paper speaks of, with all its mentions.

    ``year`` is when it happened or was made: from the knowledge base where ``known``, else as the paper says.
    ``iso3166`` is the code of a state; ``record`` the name of the record in the knowledge base.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    year: int | None = None
    iso3166: str | None = None
    record: str | None = None


class RelationType(StrEnum):
    """What is said to hold between two entities."""

    ATTRIBUTED_TO = "attributed-to"
    TARGETED = "targeted"
    PARTY_TO = "party-to"
    RESPONDED_WITH = "responded-with"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that a sentence or a table row states; ``tail`` is ``None`` where it is no known entity."""

    type: RelationType
    head: str
    tail: str | None
    tail_text: str
    qualifier: str | None
    span: Span
    table: str | None
