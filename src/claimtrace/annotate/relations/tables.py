"""Relations that the rows of a table state, by the roles of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from claimtrace.annotate.relations.patterns import words_of
from claimtrace.annotate.relations.placed import Place, Placed
from claimtrace.knowledge.columns import cell_value, column_roles, excepting
from claimtrace.knowledge.records import record_of
from claimtrace.knowledge.responses import response_kind
from claimtrace.model.document import Cell, Table
from claimtrace.model.entity import Entity, EntityType, Relation, RelationCertainty, RelationType
from claimtrace.model.place import Span
from claimtrace.text.fold import fold

_STANDS = {
    "signed": (RelationType.SIGNED, RelationCertainty.STATED, None),
    "partly": (RelationType.PARTY_TO, RelationCertainty.STATED, "partly"),
    "gone": (RelationType.WITHDREW, RelationCertainty.STATED, None),
    "no": (RelationType.PARTY_TO, RelationCertainty.DENIED, "denied"),
    "yes": (RelationType.PARTY_TO, RelationCertainty.STATED, None),
}
_ACTORS = (EntityType.STATE, EntityType.ORGANIZATION)
_OF_AGREEMENT = (
    (RelationType.PARTY_TO, "parties"),
    (RelationType.PARTY_TO, "outsiders"),
    (RelationType.ADOPTED, "adopter"),
)
Roles = Sequence[str | None]


def table_relations(table_: Table, placed: Placed) -> Iterator[Relation]:
    """What the rows of a table say of the incidents, agreements and states in them."""
    roles = column_roles(table_)
    suspected = {at for at, column in enumerate(table_.columns) if words_of("alleged").search(column)}
    for cells in table_.rows:
        row = _Row(table_, cells, roles, placed)
        if not any(roles):
            yield from row.known_deeds()
            continue
        yield from row.deeds(suspected)
        yield from row.standings()
        yield from row.agreements()


class _Row:
    """One row, asked for what each of its columns says."""

    def __init__(self, table_: Table, cells: Sequence[Cell], roles: Roles, placed: Placed) -> None:
        self._table, self._cells, self._roles, self._placed = table_, cells, roles, placed

    def deeds(self, suspected: set[int]) -> Iterator[Relation]:
        """An incident with who is held responsible, whom it hit, what was done in answer."""
        incident = self._first("incident", EntityType.INCIDENT)
        if incident is None:
            return
        named = [place.entity.id for _, cell in self._columns("by") for place in self._in(cell, *_ACTORS)]
        sayers: list[str | None] = [*named] or [None]
        for at, cell in self._columns("attributed"):
            certainty = RelationCertainty.ALLEGED if at in suspected else _certainty(cell.text)
            for actor, by in product(self._in(cell, *_ACTORS), sayers):
                yield self._relation(RelationType.ATTRIBUTED_TO, incident, actor, cell, certainty, by)
        for _, cell in self._columns("target"):
            for actor in self._in(cell, EntityType.STATE):
                yield self._relation(RelationType.TARGETED, incident, actor, cell)
        for _, cell in self._columns("response"):
            if cell_value(cell.text) != "nothing":
                where = _around(incident.span, cell.span)
                yield Relation(
                    RelationType.RESPONDED_WITH,
                    incident.entity.id,
                    None,
                    cell.text,
                    None,
                    where,
                    self._table.id,
                    response=response_kind(cell.text),
                )

    def known_deeds(self) -> Iterator[Relation]:
        """In a table without a head only what the knowledge base knows of an incident tells what a state is to it."""
        places = [place for cell in self._cells for place in self._in(cell)]
        incident = next((place for place in places if place.entity.type is EntityType.INCIDENT), None)
        record = record_of(incident.entity) if incident else None
        if incident is None or record is None:
            return
        for cell in self._cells:
            for state in self._in(cell, EntityType.STATE):
                if incident.span.covers(state.span):
                    continue
                if state.entity.iso3166 in record.states:
                    yield self._relation(RelationType.ATTRIBUTED_TO, incident, state, cell)
                elif state.entity.iso3166 in record.targets:
                    yield self._relation(RelationType.TARGETED, incident, state, cell)

    def standings(self) -> Iterator[Relation]:
        """A state's row: how it stands to the agreements of the other columns, and what it is a member of."""
        state = self._first("state", *_ACTORS)
        if state is None:
            return
        for _, cell in self._columns("organization"):
            for group in self._in(cell, EntityType.ORGANIZATION):
                yield self._relation(RelationType.MEMBER_OF, state, group, cell)
        named = [
            (place, cell) for _, cell in self._columns("agreement") for place in self._in(cell, EntityType.AGREEMENT)
        ]
        if named and {"status", "ratified", "signature"} & set(self._roles):
            for place, _ in named:
                yield from self._status(state, place)
            return
        for column, role, cell in zip(self._table.columns, self._roles, self._cells, strict=True):
            if cell.span is None or role in ("state", "incident", "attributed", "target", "response", "by"):
                continue
            for agreement in self._in(cell, EntityType.AGREEMENT):
                yield self._relation(RelationType.PARTY_TO, state, agreement, cell)
            for entity in _agreements_named(column, self._placed):
                yield from self._yes_or_no(state, entity, cell)

    def agreements(self) -> Iterator[Relation]:
        """An agreement's row with its parties, or with who adopted it."""
        agreement = self._first("agreement", EntityType.AGREEMENT)
        if agreement is None or self._roles[0] == "state":
            return
        for kind, role in _OF_AGREEMENT:
            for _, cell in self._columns(role):
                for actor in self._in(cell, *_ACTORS):
                    where, words = _around(agreement.span, cell.span), agreement.mention.text
                    told = Relation(kind, actor.entity.id, agreement.entity.id, words, None, where, self._table.id)
                    if role == "outsiders" or _is_excepted(actor.span, cell):
                        told = replace(told, qualifier="denied", certainty=RelationCertainty.DENIED)
                    yield told

    def _status(self, state: Place, agreement: Place) -> Iterator[Relation]:
        """Signed and ratified in columns of their own, or the status in words."""
        status = next((cell for _, cell in self._columns("status")), None)
        signed = next((cell for _, cell in self._columns("signature") if cell_value(cell.text) != "nothing"), None)
        ratified = next((cell for _, cell in self._columns("ratified") if cell_value(cell.text) != "nothing"), None)
        if ratified:
            yield self._relation(RelationType.PARTY_TO, state, agreement, ratified)
        if signed:
            yield self._relation(RelationType.SIGNED, state, agreement, signed)
        if status:
            yield from self._yes_or_no(state, agreement.entity, status)

    def _yes_or_no(self, state: Place, agreement: Entity, cell: Cell) -> Iterator[Relation]:
        value = cell_value(cell.text)
        if value not in _STANDS:
            return
        kind, certainty, qualifier = _STANDS[value]
        where = _around(state.span, cell.span)
        yield Relation(kind, state.entity.id, agreement.id, cell.text, qualifier, where, self._table.id, certainty)

    def _relation(
        self,
        kind: RelationType,
        head: Place,
        tail: Place,
        cell: Cell,
        certainty: RelationCertainty = RelationCertainty.STATED,
        by: str | None = None,
    ) -> Relation:
        where = _around(head.span, cell.span)
        qualifier = None if certainty is RelationCertainty.STATED else str(certainty)
        return Relation(
            kind, head.entity.id, tail.entity.id, cell.text, qualifier, where, self._table.id, certainty, by
        )

    def _first(self, role: str, *kinds: EntityType) -> Place | None:
        return next((place for _, cell in self._columns(role) for place in self._in(cell, *kinds)), None)

    def _columns(self, role: str) -> list[tuple[int, Cell]]:
        found = [(at, cell) for at, (own, cell) in enumerate(zip(self._roles, self._cells, strict=True)) if own == role]
        return [(at, cell) for at, cell in found if cell.span is not None]

    def _in(self, cell: Cell, *kinds: EntityType) -> list[Place]:
        return self._placed.within(cell.span, *kinds) if cell.span else []


def _is_excepted(span: Span, cell: Cell) -> bool:
    """Whether a state stands behind "except" in a cell of parties."""
    start = cell.span.start if cell.span else span.start
    return bool(excepting().search(cell.text[: span.start - start]))


def _around(one: Span, other: Span | None) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end)) if other else one


def _certainty(words: str) -> RelationCertainty:
    if words_of("denied").search(words):
        return RelationCertainty.DENIED
    return RelationCertainty.ALLEGED if words_of("alleged").search(words) else RelationCertainty.STATED


def _agreements_named(column: str, placed: Placed) -> list[Entity]:
    """The agreements that a column's head names in words that the paper uses for them."""
    named = f" {fold(column)} "
    entities = dict.fromkeys(place.entity for place in placed.all if place.entity.type is EntityType.AGREEMENT)
    return [
        entity
        for entity in entities
        if any(mention.why is None and f" {fold(mention.text)} " in named for mention in entity.mentions)
    ]
