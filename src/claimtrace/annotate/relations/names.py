"""Relations that a name tells by itself: "US-China Cyber Agreement", "cyberattacks on Estonia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimtrace.annotate.entities.deed_words import deed_voice
from claimtrace.annotate.relations.placed import Place, Placed
from claimtrace.knowledge.records import record_of
from claimtrace.model.entity import EntityType, Relation, RelationType

_AGAINST = re.compile(r"\b(?:on|upon|against|of|into|at|in|from|targeting)\s", re.IGNORECASE)
_FIRM = re.compile(r"\w+\s+(?:[Cc]entral\s+)?(?:[Bb]ank|[Pp]arliament|[Aa]irlines?|[Pp]ost|[Tt]elecom)\b")
_ACTORS = (EntityType.STATE, EntityType.ORGANIZATION)
_TWO = 2


def name_relations(placed: Placed) -> Iterator[Relation]:
    """Parties of agreements that are named after them, targets of incidents that are named as deeds against them."""
    for place in placed.all:
        inside = [other for other in placed.within(place.span, *_ACTORS) if other.span != place.span]
        told = place.entity.type is EntityType.INCIDENT and deed_voice(place.mention.text)
        known = record_of(place.entity) is not None
        if told and (told != "N" or not known):
            continue  # what its states are to it is decided by their cues
        if not told:
            inside = [other for other in inside if other.entity.type is EntityType.STATE]
        if not inside:
            continue
        if place.entity.type is EntityType.AGREEMENT and len({other.entity.id for other in inside}) >= _TWO:
            yield from _parties(place, inside)
        elif place.entity.type is EntityType.INCIDENT:
            yield from _deeds(place, inside)


def _parties(place: Place, inside: list[Place]) -> Iterator[Relation]:
    record = record_of(place.entity)
    for state in inside:
        if record is None or state.entity.iso3166 in record.states:
            yield Relation(
                RelationType.PARTY_TO, state.entity.id, place.entity.id, place.mention.text, None, place.span, None
            )


def _targeted(place: Place, state: Place) -> Relation:
    words = state.mention.text
    return Relation(RelationType.TARGETED, place.entity.id, state.entity.id, words, None, place.span, None)


def _deeds(place: Place, inside: list[Place]) -> Iterator[Relation]:
    """The states behind "on", "against", "of" are targets, and those whose bank or parliament it is.

    One before them that is held responsible did it.
    """
    record = record_of(place.entity)
    for state in inside:
        first = state.span.start == place.span.start
        before = place.mention.text[: state.span.start - place.span.start]
        if _AGAINST.search(before) or (first and _FIRM.match(place.mention.text)):
            yield _targeted(place, state)
        elif record and state.entity.iso3166 in record.states and first:
            yield replace(_targeted(place, state), type=RelationType.ATTRIBUTED_TO)
