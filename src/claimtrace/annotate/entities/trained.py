"""Persons and organisations that a trained spaCy model finds, where the pipeline names one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import spacy
from spacy.language import Language

from claimtrace.model.citation import Citation
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.entity import Entity, EntityType, Mention
from claimtrace.model.errors import PipelineError
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.fold import fold

_TYPES = {"PERSON": EntityType.PERSON, "PER": EntityType.PERSON, "ORG": EntityType.ORGANIZATION}
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTATION, BlockKind.NOTE)


def with_trained(
    document: Document, citations: Sequence[Citation], entities: Sequence[Entity], model: str
) -> tuple[Entity, ...]:
    """The entities of a paper with the persons and organisations of a model beside them, in text order.

    What is named already, and names within citations, are left as they are.

    Raises:
        PipelineError: there is no such model.
    """
    language = _language(model)
    taken = [mention.span for entity in entities for mention in entity.mentions]
    taken += [citation.span for citation in citations]
    found: dict[tuple[EntityType, str], list[Mention]] = {}
    blocks = document.blocks_of(*_RUNNING)
    for block, doc in zip(blocks, language.pipe(document.text.at(block.span) for block in blocks), strict=True):
        for name in doc.ents:
            span = Span(block.span.start + name.start_char, block.span.start + name.end_char)
            kind = _TYPES.get(name.label_)
            if kind is not None and fold(name.text) and not any(span.overlaps(other) for other in taken):
                mention = Mention(" ".join(name.text.split()), span)
                found.setdefault((kind, fold(name.text)), []).append(mention)
    new = [
        Entity(content_id("entity", kind, name), kind, mentions[0].text, tuple(mentions))
        for (kind, name), mentions in found.items()
    ]
    return tuple(sorted((*entities, *new), key=lambda entity: entity.mentions[0].span))


@cache
def _language(model: str) -> Language:
    try:
        return spacy.load(model)
    except OSError:
        advice = f"install it (python -m spacy download {model}) or leave the key out"
        raise PipelineError(f"language_model: no spaCy model {model!r}; {advice}") from None
