"""Claims: what the running text asserts, with the citations that answer for it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.annotate.claims.kinds import certainty, claim_kinds
from claimtrace.annotate.claims.leaning import Placed, leaning
from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.claim import Claim, Quotation, Sentence
from claimtrace.model.document import Document
from claimtrace.model.entity import Entity
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span

_LEAST_WORDS = 4


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """One claim for each sentence of four words or more, in text order."""
    mentions = sorted(((m.span, e) for e in entities for m in e.mentions), key=lambda pair: pair[0])
    placed = [
        Placed(_claim(document, sentence, citations, quotations, mentions), sentence.block)
        for sentence in sentences
        if len(document.text.at(sentence.span).split()) >= _LEAST_WORDS
    ]
    in_tables = [c.id for c in citations if c.form is CitationForm.SOURCE_LINE]
    return tuple(leaning(placed, in_tables))


def _claim(
    document: Document,
    sentence: Sentence,
    citations: Sequence[Citation],
    quotations: Sequence[Quotation],
    mentions: Sequence[tuple[Span, Entity]],
) -> Claim:
    span = sentence.span
    own = [c for c in citations if span.covers(c.anchor) or (span.overlaps(c.anchor) and c.anchor.start in span)]
    named = [entity for at, entity in mentions if span.covers(at)]
    quoted = [q for q in quotations if q.span.overlaps(span)]
    text = " ".join(document.text.at(span).split())
    plain = _without(document.text.string, span, [c.span for c in own])
    section = document.section_at(span.start)
    return Claim(
        id=content_id("claim", span.start, text),
        text=text,
        span=span,
        section=section.id if section else None,
        kinds=claim_kinds(plain, frozenset(entity.type for entity in named), bool(quoted)),
        certainty=certainty(plain),
        citations=tuple(dict.fromkeys(c.id for c in own)),
        quotations=tuple(q.id for q in quoted),
        entities=tuple(dict.fromkeys(entity.id for entity in named)),
    )


def _without(text: str, span: Span, taken: Sequence[Span]) -> str:
    """The words of a sentence without its citations, whose years and pages are not its own."""
    parts, at = [], span.start
    for other in sorted(taken):
        if span.covers(other) and other.start >= at:
            parts.append(text[at : other.start])
            at = other.end
    parts.append(text[at : span.end])
    return " ".join("".join(parts).split())
