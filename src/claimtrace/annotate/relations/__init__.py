"""Who is said to have done what to whom: relations from sentences, from names and from table rows."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.annotate.relations.names import name_relations
from claimtrace.annotate.relations.placed import Placed
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
    found = [
        *sentence_relations(document, sentences, placed),
        *name_relations(placed),
        *(relation for table_ in document.tables for relation in table_relations(table_, placed)),
    ]
    once = {(r.type, r.head, r.tail, r.by, r.span, r.tail_text if r.tail is None else ""): r for r in reversed(found)}
    return tuple(sorted(once.values(), key=lambda r: (r.span, r.type, r.head, r.tail or "", r.by or "")))
