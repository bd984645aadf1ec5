"""States, incidents, agreements and organisations that a paper speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimtrace.annotate.entities.gazetteer import known_names
from claimtrace.annotate.entities.open_names import incident_rows, open_names
from claimtrace.knowledge.records import Record
from claimtrace.model.citation import Citation
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.entity import Entity, EntityType, Mention
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.fold import fold

_SPOKEN = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.BLOCK_QUOTATION,
    BlockKind.HEADING,
    BlockKind.CAPTION,
    BlockKind.TABLE,
    BlockKind.NOTE,
)
_YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)\s+$")
_YEAR_AFTER = re.compile(
    r"\s*(?:\(((?:19|20)\d\d)\)|(?:,?\s+(?:in|of|from)\s+(?:early\s+|late\s+|mid-)?(?:[A-Z][a-z]{2,8}\.?\s+)?((?:19|20)\d\d)))"
)


def find_entities(document: Document, citations: Sequence[Citation]) -> tuple[Entity, ...]:
    """The entities of a paper with their mentions, in the order of their first mention.

    Names within a citation are those of authors and are left out.
    """
    text = document.text.string
    blocks = [block.span for block in document.blocks_of(*_SPOKEN)]
    cited = [citation.span for citation in citations]
    found: dict[tuple[EntityType, str], tuple[Record | None, list[Mention]]] = {}
    taken: list[Span] = []
    events: list[Span] = []
    for hit in known_names(text, blocks):
        if hit.record is None or _overlaps(hit.span, cited):
            continue
        taken.append(hit.span)
        if hit.record.type is EntityType.INCIDENT:
            events.append(hit.span)
        key = (hit.record.type, hit.record.name)
        found.setdefault(key, (hit.record, []))[1].append(_mention(text, hit.span, hit.record.type))
    rows = tuple(incident_rows(document, events))
    for name in (*rows, *open_names(text, blocks)):
        if _overlaps(name.span, cited) or (name not in rows and _overlaps(name.span, taken)):
            continue
        taken.append(name.span)
        mention = _mention(text, name.span, name.type, name.year)
        key = (name.type, name.record.name if name.record else fold(name.name))
        found.setdefault(key, (name.record, []))[1].append(mention)
    entities = [_entity(kind, name, record, mentions) for (kind, name), (record, mentions) in found.items()]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].span))


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _mention(text: str, span: Span, kind: EntityType, year: int | None = None) -> Mention:
    if kind in (EntityType.INCIDENT, EntityType.AGREEMENT) and year is None:
        year = _year_beside(text, span)
    return Mention(" ".join(text[span.start : span.end].split()), span, year)


def _year_beside(text: str, span: Span) -> int | None:
    """The year that stands with a name: before it, in brackets behind it, or behind "in" or "of"."""
    before = _YEAR_BEFORE.search(text[max(0, span.start - 8) : span.start])
    if before:
        return int(before.group(1))
    within = re.match(r"((?:19|20)\d\d)\b", text[span.start : span.end])
    if within:
        return int(within.group(1))
    after = _YEAR_AFTER.match(text[span.end : span.end + 30])
    return int(after.group(1) or after.group(2)) if after else None


def _entity(kind: EntityType, name: str, record: Record | None, mentions: list[Mention]) -> Entity:
    ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
    if record is None:
        year = next((mention.year for mention in ordered if mention.year), None)
        return Entity(content_id("entity", kind, name), kind, ordered[0].text, ordered, year)
    year = record.known if kind in (EntityType.INCIDENT, EntityType.AGREEMENT) else None
    return Entity(content_id("entity", kind, name), kind, record.name, ordered, year, record.iso3166, record.name)
