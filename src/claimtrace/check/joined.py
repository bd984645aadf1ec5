"""In which year a sentence says that a state joined an agreement or an organisation."""

from __future__ import annotations

import re
from functools import cache

from claimtrace.knowledge.months import date_told
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.entity import Entity, EntityType
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span

_BEHIND = re.compile(rf"\s*[,(]?\s*(?:in|on|since|as\s+of)\s+{date_told()}(?!\s+(?:as|with)\b)")


def year_joined(ask: Questions, state: Entity, thing: Entity, sentence: Span) -> int | None:
    """The year right behind the thing that a state is said to have joined: "Chile joined the pact in 2019"."""
    text = ask.paper.document.text.string
    states = _places(ask, sentence)
    for mention in thing.mentions:
        found = _BEHIND.match(text, mention.span.end, sentence.end) if sentence.covers(mention.span) else None
        before = [place for place in states if place.end <= mention.span.start]
        if not found or not before or not any(place.span == before[-1] for place in state.mentions):
            continue
        if _joining().search(text[before[-1].end : mention.span.start]):
            return int(found["year"])
    return None


def _places(ask: Questions, sentence: Span) -> list[Span]:
    """Where the sentence names states, in order."""
    named = [entity for entity in ask.paper.entities if entity.type is EntityType.STATE]
    return sorted(m.span for entity in named for m in entity.mentions if sentence.covers(m.span))


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('party_words', 'joining')})\s+(?:the\s+)?$")
