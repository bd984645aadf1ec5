"""Claims: what the running text asserts, with the citations that answer for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrace.annotate.claims.kinds import certainty, claim_kinds
from claimtrace.annotate.claims.leaning import Placed, leaning
from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.claim import Claim, Quotation, Sentence
from claimtrace.model.document import Document
from claimtrace.model.entity import Entity
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.spans import without

_LEAST_WORDS = 4
_LONGEST_NAME = 3  # words


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """One claim for each sentence of four words or more, in text order."""
    own = _own_names(document)
    mentions = sorted(((m.span, e) for e in entities for m in e.mentions), key=lambda pair: pair[0])
    placed = [
        Placed(_claim(document, sentence, citations, quotations, mentions, own), sentence.block)
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
    own_names: re.Pattern[str],
) -> Claim:
    span = sentence.span
    cited = [c for c in citations if span.covers(c.anchor) or (span.overlaps(c.anchor) and c.anchor.start in span)]
    named = [entity for at, entity in mentions if span.covers(at)]
    quoted = [q for q in quotations if q.span.overlaps(span)]
    text = " ".join(document.text.at(span).split())
    types = frozenset(entity.type for entity in named)
    plain = without(document.text.string, span, [c.span for c in cited])
    section = document.section_at(span.start)
    return Claim(
        id=content_id("claim", span.start, text),
        text=text,
        span=span,
        section=section.id if section else None,
        kinds=claim_kinds(plain, types, quotes=bool(quoted), own=bool(own_names.match(plain))),
        certainty=certainty(plain),
        citations=tuple(dict.fromkeys(c.id for c in cited)),
        quotations=tuple(q.id for q in quoted),
        entities=tuple(dict.fromkeys(entity.id for entity in named)),
    )


def _own_names(document: Document) -> re.Pattern[str]:
    """What begins a sentence on the paper's own work: the name before the colon of its title, or one of its authors."""
    name, colon, _ = (document.title or "").partition(":")
    names = [name.strip()] if colon and 0 < len(name.split()) <= _LONGEST_NAME else []
    names += [f"{a.given} {a.family}" for a in document.authors if a.given and a.family]
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})\b" if names else "(?!)")
