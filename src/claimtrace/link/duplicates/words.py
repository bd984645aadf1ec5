"""The words of the running text as repeats are looked for in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrace.model.citation import Citation
from claimtrace.model.claim import Quotation, Sentence
from claimtrace.model.document import Document
from claimtrace.model.place import Span
from claimtrace.text.fold import LOWER, without_accents
from claimtrace.text.span_index import SpanIndex

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_RAISED = str.maketrans(dict.fromkeys(map(chr, LOWER), " "))  # note markers are no words


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of all sentences, citations left out; ``quoted`` are those that stand in a quotation,
    ``set_off`` those of a block quotation.

    ``sentence`` gives the position of each word's sentence, ``first`` the position of each sentence's first word and,
    at its end, the number of words.
    """

    folded: list[str]
    spans: list[Span]
    quoted: list[bool]
    set_off: list[bool]
    sentence: list[int]
    first: list[int]

    def begins(self, at: int) -> bool:
        """Whether a sentence begins at a position, or the text ends there."""
        return at == len(self.folded) or self.first[self.sentence[at]] == at

    def within(self, span: Span) -> range:
        """The positions of the words of a passage."""
        begin = bisect_left(self.spans, span.start, key=lambda word: word.start)
        return range(begin, bisect_left(self.spans, span.end, begin, key=lambda word: word.start))

    def of(self, span: Span) -> list[str]:
        """The folded words of a passage."""
        at = self.within(span)
        return self.folded[at.start : at.stop]

    def own(self, span: Span) -> int:
        """How many words of a passage are its author's."""
        at = self.within(span)
        return self.quoted[at.start : at.stop].count(False)


def words_of(
    document: Document, sentences: Sequence[Sentence], citations: Sequence[Citation], quotations: Sequence[Quotation]
) -> Words:
    """The words of the sentences of a document."""
    words = Words([], [], [], [], [], [])
    text = document.text.string.translate(_RAISED)
    cited = SpanIndex(citations, lambda citation: citation.anchor)
    quoted = SpanIndex(quotations, lambda quotation: quotation.span)
    for at, sentence in enumerate(sentences):
        words.first.append(len(words.folded))
        left_out = _cited(text, sentence.span, [citation.anchor for citation in cited.overlapping(sentence.span)])
        marked = quoted.overlapping(sentence.span)
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            place = Span(*match.span())
            if not any(place.start in span for span in left_out):
                words.folded.append(without_accents(match.group()).casefold())
                words.spans.append(place)
                holding = [quotation for quotation in marked if place.start in quotation.span]
                words.quoted.append(bool(holding))
                words.set_off.append(any(quotation.set_off for quotation in holding))
                words.sentence.append(at)
    words.first.append(len(words.folded))
    return words


def _cited(text: str, sentence: Span, anchors: Sequence[Span]) -> list[Span]:
    """The citations of a sentence, with the brackets that they stand in."""
    brackets = (Span(*match.span()) for match in _BRACKETS.finditer(text, sentence.start, sentence.end))
    return [*anchors, *(bracket for bracket in brackets if any(bracket.overlaps(anchor) for anchor in anchors))]
