"""Who is said to have done what to whom: relations from sentences, from names and from table rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimtrace.annotate.relations.names import name_relations
from claimtrace.annotate.relations.placed import Placed
from claimtrace.annotate.relations.roles import role_relations
from claimtrace.annotate.relations.sentences import sentence_relations
from claimtrace.annotate.relations.tables import table_relations
from claimtrace.model.claim import Sentence
from claimtrace.model.document import Document
from claimtrace.model.entity import Entity, Relation


def find_relations(
    document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Relation, ...]:
    """The relations that the paper states, in text order."""
    placed = Placed(entities)
    framed = [*sentence_relations(document, sentences, placed), *name_relations(placed)]
    found = [
        *framed,
        *_new(role_relations(document, sentences, placed), framed),
        *(relation for table_ in document.tables for relation in table_relations(table_, placed)),
    ]
    once = {(r.type, r.head, r.tail, r.by, r.span, r.tail_text if r.tail is None else ""): r for r in reversed(found)}
    return tuple(sorted(once.values(), key=lambda r: (r.span, r.type, r.head, r.tail or "", r.by or "")))


def _new(decided: Iterable[Relation], framed: Sequence[Relation]) -> Iterator[Relation]:
    """What was decided and is not said by a frame near it already."""
    for one in decided:
        if not any(
            other.tail == one.tail and other.type is one.type and other.span.overlaps(one.span) for other in framed
        ):
            yield one
