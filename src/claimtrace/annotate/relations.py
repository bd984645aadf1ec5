"""Who is said to have done what to whom: relations from sentences, from names and from table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrace.knowledge.columns import column_role
from claimtrace.knowledge.records import records
from claimtrace.model.claim import Sentence
from claimtrace.model.document import Cell, Document, Table
from claimtrace.model.entity import Entity, EntityType, Mention, Relation, RelationType
from claimtrace.model.place import Span
from claimtrace.text.fold import fold

_ATTRIBUTED = re.compile(
    r"\b(?:(?:was|were|been|is|are|being)\s+(?:\w+ly\s+)?)?(?:attributed\s+to|blamed\s+on|traced\s+(?:back\s+)?to|pinned\s+on"
    r"|ascribed\s+to)\s+(?=(?P<tail>[^.;:]{2,80}))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:(?:carried\s+out|conducted|launched|perpetrated|orchestrated|committed|mounted|interference|hack(?:ing)?|attacks?|intrusion"
    r"|breach|operation|sponsored)\s+by)\s+(?=(?P<tail>[^.;:]{2,60}))"
)
_DENIED = re.compile(r"\b(?:not|never|neither|nor|without|n[’']t)\s+(?:(?:yet|been|be|being|\w+ly)\s+)*$")
_HEDGE = re.compile(
    r"\b(?:alleged(?:ly)?|reported(?:ly)?|suspected|believed|presumably|widely|denied|accused|unclear|disputed)\b"
)
_YES = re.compile(r"^(?:yes|party|signed|ratified|adopted|member|full|✓|x)\b", re.IGNORECASE)
_PARTLY = re.compile(r"^(?:partial(?:ly)?|limited|observer|signed only|with reservations)\b", re.IGNORECASE)


def find_relations(
    document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Relation, ...]:
    """The relations that the paper states, in text order."""
    placed = _Placed(entities)
    found: list[Relation] = []
    for sentence in sentences:
        found.extend(_attributions(document, sentence.span, placed))
    found.extend(_parties_by_name(entities))
    for table_ in document.tables:
        found.extend(_table_relations(table_, placed))
    return tuple(sorted(dict.fromkeys(found), key=lambda r: (r.span, r.type, r.head, r.tail or "")))


class _Placed:
    """Mentions by their place."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.all = sorted(
            ((mention.span, mention, entity) for entity in entities for mention in entity.mentions), key=lambda x: x[0]
        )
        self.states = {entity.iso3166: entity for entity in entities if entity.iso3166}

    def within(self, span: Span, *kinds: EntityType) -> list[tuple[Mention, Entity]]:
        """The mentions of these kinds in a stretch of text, in order."""
        return [(mention, entity) for at, mention, entity in self.all if span.covers(at) and entity.type in kinds]


def _attributions(document: Document, sentence: Span, placed: _Placed) -> Iterator[Relation]:
    """An incident, then "attributed to" or "by", then a state or one of its people."""
    incidents = placed.within(sentence, EntityType.INCIDENT)
    if not incidents:
        return
    text = document.text.string
    for pattern in (_ATTRIBUTED, _BY):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            before = [pair for pair in incidents if pair[0].span.start < match.end()]
            opens = match.start() - sentence.start < 3  # "Attributed to North Korea, WannaCry ..."
            if not (before or opens) or _DENIED.search(text, sentence.start, match.start()):
                continue
            mention, incident = before[-1] if before else incidents[0]
            tail = Span(*match.span("tail"))
            states = placed.within(tail, EntityType.STATE)
            named = [s for s in states if s[0].span.start - tail.start < 40]
            if not named:
                continue
            hedged = _HEDGE.search(text, max(sentence.start, match.start() - 30), match.end())
            qualifier = hedged.group() if hedged else None
            words = re.split(r"[,(]| and | but | which | in ", match["tail"])[0].strip()
            yield Relation(
                RelationType.ATTRIBUTED_TO, incident.id, named[0][1].id, words, qualifier,
                Span(min(mention.span.start, match.start()), max(mention.span.end, tail.start + len(words))), None,
            )  # fmt: skip


def _parties_by_name(entities: Sequence[Entity]) -> Iterator[Relation]:
    """An agreement named after its parties ("US-China Cyber Agreement")."""
    states = {entity.iso3166: entity for entity in entities if entity.iso3166}
    parties = {record.name: record.states for record in records() if record.type is EntityType.AGREEMENT}
    for entity in entities:
        if entity.type is not EntityType.AGREEMENT:
            continue
        mention = entity.mentions[0]
        for code in parties.get(entity.record or "", ()):
            state = states.get(code)
            if state and _names_state(mention.text, state):
                yield Relation(RelationType.PARTY_TO, state.id, entity.id, entity.name, None, mention.span, None)


def _names_state(text: str, state: Entity) -> bool:
    words = set(fold(text).split())
    return any(set(fold(mention.text).split()) <= words for mention in state.mentions)


def _table_relations(table_: Table, placed: _Placed) -> Iterator[Relation]:
    """Rows of an incident table, and of a table of states against agreements."""
    roles = [column_role(column) for column in table_.columns]
    for row in table_.rows:
        spans = [cell.span for cell in row]
        heads = [
            (mention, entity)
            for role, span in zip(roles, spans, strict=True)
            if span and role == "incident"
            for mention, entity in placed.within(span, EntityType.INCIDENT)
        ]
        for role, cell in zip(roles, row, strict=True):
            if cell.span is None:
                continue
            if role == "attributed" and heads:
                yield from _cell_states(RelationType.ATTRIBUTED_TO, heads[0], cell, table_, placed)
            elif role == "target" and heads:
                yield from _cell_states(RelationType.TARGETED, heads[0], cell, table_, placed)
            elif role == "response" and heads:
                mention, incident = heads[0]
                where = Span(mention.span.start, cell.span.end)
                yield Relation(RelationType.RESPONDED_WITH, incident.id, None, cell.text, None, where, table_.id)
        if "state" in roles:
            yield from _row_parties(table_, row, roles, placed)


def _cell_states(
    kind: RelationType, head: tuple[Mention, Entity], cell: Cell, table_: Table, placed: _Placed
) -> Iterator[Relation]:
    mention, incident = head
    assert cell.span
    where = Span(min(mention.span.start, cell.span.start), max(mention.span.end, cell.span.end))
    for _, state in placed.within(cell.span, EntityType.STATE):
        yield Relation(kind, incident.id, state.id, cell.text, None, where, table_.id)


def _row_parties(
    table_: Table, row: Sequence[Cell], roles: Sequence[str | None], placed: _Placed
) -> Iterator[Relation]:
    """A state's row: agreements named in its cells, or "Yes" under an agreement's name."""
    first = row[roles.index("state")]
    states = placed.within(first.span, EntityType.STATE) if first.span else []
    if not states or first.span is None:
        return
    mention, state = states[0]
    for column, cell in zip(table_.columns, row, strict=True):
        if cell.span is None or cell.span == first.span:
            continue
        where = Span(mention.span.start, cell.span.end)
        for _, agreement in placed.within(cell.span, EntityType.AGREEMENT):
            yield Relation(RelationType.PARTY_TO, state.id, agreement.id, cell.text, None, where, table_.id)
        qualifier = "partly" if _PARTLY.match(cell.text) else None
        if qualifier or _YES.match(cell.text):
            for agreement in _agreements_named(column, placed):
                yield Relation(RelationType.PARTY_TO, state.id, agreement.id, cell.text, qualifier, where, table_.id)


def _agreements_named(column: str, placed: _Placed) -> list[Entity]:
    named = fold(column)
    return [
        entity
        for entity in dict.fromkeys(e for _, _, e in placed.all if e.type is EntityType.AGREEMENT)
        if any(fold(mention.text) in named for mention in entity.mentions)
    ]
