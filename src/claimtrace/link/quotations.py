"""Quotations bound to the citation that stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrace.knowledge.reporting import reporting_verbs
from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.claim import Quotation, QuotationLink, Sentence
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.place import Span

_BEHIND = 60  # characters between a closing mark and the citation that follows it at once


def link_quotations(
    document: Document,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
) -> Iterator[QuotationLink]:
    """One link for each quotation, in the same order.

    The citation right behind the closing mark stands for the quotation, else the one that introduces it in the same
    sentence, else another in the same sentence. Citations of the sentences beside it are given as near.
    """
    for quotation in quotations:
        own = _sentence_span(sentences, quotation.span)
        inside = [c for c in citations if own.overlaps(c.anchor) and not quotation.span.covers(c.anchor)]
        if quotation.set_off:
            inside.extend(c for c in _of_block(document, citations, quotation) if c not in inside)
        best = min(inside, key=lambda c: _distance(document.text.string, c, quotation.span), default=None)
        near = _near(document, sentences, citations, own)
        yield QuotationLink(quotation.id, best.id if best else None, tuple(c.id for c in near))


def _sentence_span(sentences: Sequence[Sentence], span: Span) -> Span:
    """The sentences that a quotation touches."""
    touched = [s.span for s in sentences if s.span.overlaps(span)]
    return Span(min(s.start for s in touched), max(s.end for s in touched)) if touched else span


def _distance(text: str, citation: Citation, quotation: Span) -> tuple[int, int]:
    """How far a citation stands off: right behind the quotation comes first, then what introduces it.

    A name behind it counts as right behind only with a verb of saying (“...,” writes Nye (2017)); else it may well be
    a comparison (“...”, unlike Nye (2017)).
    """
    narrative = citation.form is CitationForm.NARRATIVE
    behind = citation.anchor.start - quotation.end
    if 0 <= behind <= _BEHIND:
        between = re.findall(r"[a-z]+", text[quotation.end : citation.anchor.start])
        said = not narrative or not reporting_verbs("view", "finding").isdisjoint(between)
        return (0 if said else 2), behind
    ahead = quotation.start - citation.anchor.end
    if ahead >= 0:
        return (1 if narrative else 3), ahead
    return 4, abs(behind)


def _of_block(document: Document, citations: Sequence[Citation], quotation: Quotation) -> list[Citation]:
    """A block quotation's source stands behind it in its block, or in the sentence that introduces it."""
    blocks = document.blocks
    at = next((i for i, block in enumerate(blocks) if block.span.overlaps(quotation.span)), None)
    if at is None:
        return []
    found = [c for c in citations if blocks[at].span.overlaps(c.anchor) and not quotation.span.covers(c.anchor)]
    if not found and at and blocks[at - 1].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        before = blocks[at - 1].span
        found = [c for c in citations if before.covers(c.anchor) and c.anchor.start > before.end - 300]
    return found


def _near(
    document: Document, sentences: Sequence[Sentence], citations: Sequence[Citation], own: Span
) -> list[Citation]:
    """The citations of the sentences right before and behind in the same block."""
    touched = [i for i, s in enumerate(sentences) if s.span.overlaps(own)]
    if not touched:
        return []
    block = sentences[touched[0]].block
    beside = [
        sentences[i].span
        for i in (touched[0] - 1, touched[-1] + 1)
        if 0 <= i < len(sentences) and sentences[i].block == block
    ]
    return [c for c in citations if any(span.overlaps(c.anchor) for span in beside)]
