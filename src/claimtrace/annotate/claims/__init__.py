"""Claims: what the running text asserts, with the citations that answer for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimtrace.annotate.claims.clauses import clauses
from claimtrace.annotate.claims.kinds import claim_kinds
from claimtrace.annotate.claims.leaning import Placed, leaning
from claimtrace.knowledge.wordings import numbers_in_words, worded, wording
from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.claim import Certainty, Claim, Figure, Quotation, Sentence
from claimtrace.model.document import Document
from claimtrace.model.entity import Entity
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.figures import figures
from claimtrace.text.span_index import SpanIndex
from claimtrace.text.spans import masked, without

_LEAST_WORDS = 4
_LONGEST_NAME = 3  # words


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
    quotations: Sequence[Quotation],
    entities: Sequence[Entity],
) -> tuple[Claim, ...]:
    """The claims of all sentences of four words or more, in text order; a sentence makes one claim or several."""
    own = _own_names(document)
    cited = SpanIndex(citations, lambda citation: citation.anchor)
    quoted = SpanIndex(quotations, lambda quotation: quotation.span)
    mentions = SpanIndex(((m.span, e) for e in entities for m in e.mentions), lambda mention: mention[0])
    placed = [
        Placed(_claim(document, span, cited, quoted, mentions, own), sentence.block)
        for sentence in sentences
        if len(document.text.at(sentence.span).split()) >= _LEAST_WORDS
        for span in clauses(document.text.string, sentence.span, _inside(cited, sentence.span))
    ]
    in_tables = [c.id for c in citations if c.form is CitationForm.SOURCE_LINE]
    return tuple(leaning(placed, in_tables))


def _claim(
    document: Document,
    span: Span,
    citations: SpanIndex[Citation],
    quotations: SpanIndex[Quotation],
    mentions: SpanIndex[tuple[Span, Entity]],
    own_names: re.Pattern[str],
) -> Claim:
    cited = _inside(citations, span)
    named = [entity for at, entity in mentions.overlapping(span) if span.covers(at)]
    quoted = quotations.overlapping(span)
    text = " ".join(document.text.at(span).split())
    types = frozenset(entity.type for entity in named)
    plain = without(document.text.string, span, [c.span for c in cited])
    hedge = wording("hedge", plain)
    told = _figures(document.text.string, span, cited)
    section = document.section_at(span.start)
    return Claim(
        id=content_id("claim", span.start, text),
        text=text,
        span=span,
        section=section.id if section else None,
        kinds=claim_kinds(plain, types, told, quotes=bool(quoted), own=bool(own_names.match(plain))),
        certainty=Certainty.HEDGED if hedge else Certainty.STATED,
        citations=tuple(dict.fromkeys(c.id for c in cited)),
        quotations=tuple(q.id for q in quoted),
        entities=tuple(dict.fromkeys(entity.id for entity in named)),
        hedge=hedge,
        negated=worded("negation", plain),
        figures=told,
    )


def _figures(text: str, span: Span, cited: Sequence[Citation]) -> tuple[Figure, ...]:
    """The figures that a claim gives, those of its citations left out."""
    found = figures(masked(text, span, [c.span for c in cited]), numbers_in_words())
    return tuple(replace(f, span=Span(f.span.start + span.start, f.span.end + span.start)) for f in found)


def _inside(citations: SpanIndex[Citation], span: Span) -> list[Citation]:
    """The citations that speak for what stands in a span."""
    return [citation for citation in citations.overlapping(span) if citation.anchor.start in span]


def _own_names(document: Document) -> re.Pattern[str]:
    """What begins a sentence on the paper's own work: the name before the colon of its title, or one of its authors."""
    name, colon, _ = (document.title or "").partition(":")
    names = [name.strip()] if colon and 0 < len(name.split()) <= _LONGEST_NAME else []
    names += [f"{a.given} {a.family}" for a in document.authors if a.given and a.family]
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})\b" if names else "(?!)")
