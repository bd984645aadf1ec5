"""Mentions by their place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claimtrace.model.entity import Entity, EntityType, Mention
from claimtrace.model.place import Span


class Place(NamedTuple):
    """A mention with its entity."""

    mention: Mention
    entity: Entity

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.mention.span


class Placed:
    """All mentions of a paper in text order, to be asked for by place."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.all = sorted(
            (Place(mention, entity) for entity in entities for mention in entity.mentions),
            key=lambda place: (place.span.start, -place.span.end, place.entity.type),
        )
        self._starts = [place.span.start for place in self.all]

    def within(self, span: Span, *kinds: EntityType) -> list[Place]:
        """The mentions in a stretch of text, in order, of these kinds if any are given."""
        found = []
        for place in self.all[bisect_left(self._starts, span.start) :]:
            if place.span.start >= span.end:
                break
            if place.span.end <= span.end and (not kinds or place.entity.type in kinds):
                found.append(place)
        return found
