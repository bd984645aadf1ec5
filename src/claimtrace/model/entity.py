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
    """A place where the paper names an entity; ``year`` is the year that it gives to it there, ``year_at`` its place.

    ``why`` says how a word that is no name was understood: “the breach” refers back to ...
    """

    text: str
    span: Span
    year: int | None = None
    why: str | None = None
    year_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the paper speaks of, with all its mentions.

    ``year`` is when it happened or was made: from the knowledge base where ``known``, else as the paper says.
    ``iso3166`` is the code of a state; ``state`` that of the one to which an organisation belongs or to which public
    attributions tie it; ``record`` the name of the record in the knowledge base.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    year: int | None = None
    iso3166: str | None = None
    record: str | None = None
    state: str | None = None


class RelationType(StrEnum):
    """What is said to hold between two entities, read from head to tail."""

    ATTRIBUTED_TO = "attributed-to"  # incident -> state, organisation
    TARGETED = "targeted"  # incident -> state, organisation
    RESPONDED_WITH = "responded-with"  # incident -> what was done in answer to it
    PARTY_TO = "party-to"  # state, organisation -> agreement
    SIGNED = "signed"  # state, organisation -> agreement
    ADOPTED = "adopted"  # state, organisation -> agreement
    WITHDREW = "withdrew"  # state, organisation -> agreement, organisation
    VIOLATED = "violated"  # state, organisation -> agreement
    ACCUSED = "accused"  # state, organisation -> state, organisation
    MEMBER_OF = "member-of"  # state, organisation -> organisation


class ResponseKind(StrEnum):
    """What was done in answer to an incident."""

    SANCTIONS = "sanctions"
    INDICTMENT = "indictment"
    EXPULSION = "expulsion"
    DIPLOMATIC = "diplomatic"  # an ambassador recalled or summoned, relations broken off, a protest
    RETALIATION = "retaliation"
    STATEMENT = "statement"
    OTHER = "other"


class RelationCertainty(StrEnum):
    """How the paper puts a relation."""

    STATED = "stated"
    ALLEGED = "alleged"  # believed, suspected, said by others
    DENIED = "denied"  # the paper says that it is not so, or that somebody denies it


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that a sentence or a table row states; ``tail`` is ``None`` where it is no known entity.

    ``by`` is the entity that says so (who attributes) or that acts (who responds); ``qualifier`` is a word of the
    paper that narrows the relation ("partly", "widely"); ``response`` the kind of an answer to an incident.
    """

    type: RelationType
    head: str
    tail: str | None
    tail_text: str
    qualifier: str | None
    span: Span
    table: str | None
    certainty: RelationCertainty = RelationCertainty.STATED
    by: str | None = None
    response: ResponseKind | None = None
