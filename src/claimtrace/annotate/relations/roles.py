"""Who is behind the deeds of a text and whom they hit, as decided from the words around each name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claimtrace.annotate.entities.deed_words import deed_voice
from claimtrace.annotate.relations.patterns import words_of
from claimtrace.annotate.relations.placed import Place, Placed
from claimtrace.annotate.roles.decision import VERY_SURE, Decision, Role, decide
from claimtrace.annotate.roles.telling import Name, named
from claimtrace.annotate.roles.tellings import Telling, tellings
from claimtrace.knowledge.records import record_of
from claimtrace.knowledge.tables import several, table
from claimtrace.model.claim import Sentence
from claimtrace.model.document import Document
from claimtrace.model.entity import EntityType, Relation, RelationCertainty, RelationType
from claimtrace.model.place import Span

_NOBODYS = frozenset(("disaster", "health", "space"))
_TYPES = {
    Role.BEHIND: RelationType.ATTRIBUTED_TO,
    Role.ORIGIN: RelationType.ATTRIBUTED_TO,
    Role.HIT: RelationType.TARGETED,
}


def role_relations(document: Document, sentences: Sequence[Sentence], placed: Placed) -> Iterator[Relation]:
    """What each telling says of its states, each tied to the deed told nearest to the place that says so."""
    text = document.text.string
    for telling in tellings(text, sentences, names_of(placed.all)):
        deeds = [deed for deed in placed.within(telling.span, EntityType.INCIDENT) if _is_hostile(deed)]
        if deeds:
            yield from _Teller(text, telling, deeds, placed).relations()


def names_of(places: Iterable[Place]) -> list[Name]:
    """The names that bear on who did what to whom, in text order; words that point back count for states alone."""
    found = []
    told: Place | None = None  # the deed without a name that began last
    for place in places:
        mention, entity = place
        record = record_of(entity)
        if entity.type is EntityType.INCIDENT and deed_voice(mention.text):
            told = place
        if entity.type is EntityType.INCIDENT and record is None and all(other.why for other in entity.mentions):
            continue  # a deed that is known by the parts of states alone
        if entity.type is EntityType.INCIDENT and (mention.why or record is None) and not deed_voice(mention.text):
            found.append(Name(mention.span, entity.id, "incident"))
            continue
        if record is None or entity.type is EntityType.AGREEMENT:
            continue
        if mention.why is None or entity.type is EntityType.STATE:
            within = deed_voice(told.mention.text) if told and told.span.covers(place.span) else None
            found.append(named(record, mention.span, mention.text, within))
    return found


def _is_hostile(deed: Place) -> bool:
    """Whether an incident is one that somebody can be behind; plagues and earthquakes are not."""
    record = record_of(deed.entity)
    if record is not None:
        return not _NOBODYS & set(record.kind)
    return not deed.entity.name.casefold().endswith(_mishaps())


@cache
def _mishaps() -> tuple[str, ...]:
    return next(several(row["words"]) for row in table("name_heads") if row["kind"] == "mishap")


class _Teller:
    """A telling with the deeds told in it."""

    def __init__(self, text: str, telling: Telling, deeds: Sequence[Place], placed: Placed) -> None:
        self._text, self._telling, self._deeds, self._placed = text, telling, deeds, placed

    def relations(self) -> Iterator[Relation]:
        """Who is behind them and whom they hit; beside it that a state denies its part."""
        for decision in decide(self._text, self._telling.sentences, self._telling.names):
            if not self._is_sure(decision):
                continue
            yield self._relation(decision, decision.name, *self._certainty(decision))
            if decision.denial not in (None, decision.name):
                yield self._relation(decision, decision.denial, RelationCertainty.DENIED, "denied")

    def _sentence(self, name: Name) -> Span:
        return next(span for span in self._telling.sentences if span.covers(name.span))

    def _is_sure(self, decision: Decision) -> bool:
        """Whether a part is sure enough; of a sentence alone that names incidents and tells none patterns say most."""
        here = self._sentence(decision.name)
        named = [deed.mention for deed in self._deeds if here.covers(deed.span)]
        told = [mention for mention in named if mention.why or deed_voice(mention.text)]
        alone = len(self._telling.sentences) == 1
        return decision.share >= VERY_SURE or not (alone and named) or bool(told)

    def _certainty(self, decision: Decision) -> tuple[RelationCertainty, str | None]:
        """How the text puts it, with the word that says so."""
        if decision.role is Role.HIT:
            return RelationCertainty.STATED, None
        if decision.denial == decision.name:
            return RelationCertainty.DENIED, "denied"
        sentence = self._sentence(decision.name)
        if hedge := words_of("alleged").search(self._text, sentence.start, sentence.end):
            return RelationCertainty.ALLEGED, hedge.group()
        if decision.role is Role.ORIGIN or (decision.said and not decision.by):
            return RelationCertainty.ALLEGED, "alleged"
        return RelationCertainty.STATED, None

    def _relation(
        self, decision: Decision, name: Name, certainty: RelationCertainty, qualifier: str | None
    ) -> Relation:
        tail = self._place(name)
        sentence = self._sentence(name)
        head = min(self._deeds, key=lambda deed: _distance(deed.span, name.span, sentence))
        span = Span(min(head.span.start, tail.span.start), max(head.span.end, tail.span.end))
        by = self._place(decision.by).entity.id if decision.by else None
        return Relation(
            _TYPES[decision.role],
            head.entity.id,
            tail.entity.id,
            tail.mention.text,
            qualifier,
            span,
            None,
            certainty,
            by,
        )

    def _place(self, name: Name) -> Place:
        places = self._placed.within(name.span, EntityType.STATE, EntityType.ORGANIZATION)
        return next(place for place in places if place.span == name.span)


def _distance(deed: Span, name: Span, sentence: Span) -> tuple[bool, bool, int]:
    """How far a deed is: one in the sentence is nearest, then those told before it."""
    gap = max(deed.start - name.end, name.start - deed.end, 0)
    return not sentence.overlaps(deed), deed.start > name.end, gap
