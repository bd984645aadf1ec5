"""Passages of a paper that stand twice: verbatim, with words changed, swapped or dropped, or in other words.

Seed, extend and filter (the scheme of text alignment: Potthast et al. 2013, "Overview of the 5th International
Competition on Plagiarism Detection"): places that share three words in a row are seeds; seeds that follow each other in
both places are chained over small gaps; chains are widened to the sentences that they fill, joined and trimmed; what is
too short, too unlike, or shared only as a quotation is left out. Citations count for nothing, so that a passage that
cites another work is the same passage. Rewordings are looked for in what is left, by :mod:`.reworded`. Time grows with
the length of the text and the number of repeats.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from claimtrace.link.duplicates.extents import Pair, passages
from claimtrace.link.duplicates.groups import grouped
from claimtrace.link.duplicates.reworded import rewordings
from claimtrace.link.duplicates.seeds import chains
from claimtrace.link.duplicates.words import Words, words_of
from claimtrace.model.citation import Citation
from claimtrace.model.claim import Quotation, Sentence
from claimtrace.model.document import Document
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span

_LEAST_WORDS = 10
_VERBATIM = 0.985
_NEAR = 0.62
_WEAKEST = 0.5
_SHORT_WORDS = 25  # a shorter sentence may well be told twice in like words
_SHORT_SIMILARITY = 0.85
_BROKEN_SIMILARITY = 0.8  # of passages that break off within a sentence, as lists of names do
_OWN = 0.5  # of the words that both share; the rest may be quoted


def find_duplicates(
    document: Document,
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
    quotations: Sequence[Quotation],
) -> tuple[Duplicate, ...]:
    """Pairs of passages in text order; each as long as it can be made."""
    words = words_of(document, sentences, citations, quotations)
    alike = passages(words, chains(words.folded))
    found = [_duplicate(pair, words, document, sentences) for pair in alike]
    found += [
        _named(pair, DuplicateKind.REWORDED, similarity, words, document, sentences)
        for pair, similarity in rewordings(words, sentences, alike)
    ]
    return tuple(grouped(sorted((d for d in found if d), key=lambda d: (d.first, d.second))))


def _duplicate(pair: Pair, words: Words, document: Document, sentences: Sequence[Sentence]) -> Duplicate | None:
    one, other = (words.folded[side.start : side.stop] for side in pair)
    longer = max(len(one), len(other))
    similarity = Indel.normalized_similarity(one, other)
    whole = all(words.begins(side.start) and words.begins(side.stop) for side in pair)
    least = _WEAKEST if whole else _BROKEN_SIMILARITY
    least = max(least, _SHORT_SIMILARITY) if longer < _SHORT_WORDS else least
    if similarity < least or min(len(one), len(other)) < _LEAST_WORDS:
        return None
    if not _is_own(pair, words) and not (whole and similarity >= _SHORT_SIMILARITY and _quote_alike(pair, words)):
        return None
    kind = (
        DuplicateKind.VERBATIM
        if similarity >= _VERBATIM
        else DuplicateKind.NEAR
        if similarity >= _NEAR
        else DuplicateKind.REWORDED
    )
    return _named(pair, kind, similarity, words, document, sentences)


def _named(
    pair: Pair,
    kind: DuplicateKind,
    similarity: float,
    words: Words,
    document: Document,
    sentences: Sequence[Sentence],
) -> Duplicate:
    first, second = (_span(side, words, sentences) for side in pair)
    texts = sorted((document.text.at(first), document.text.at(second)))
    identity = content_id("duplicate", *texts, first.start, second.start)
    longer = max(len(side) for side in pair)
    return Duplicate(identity, kind, round(similarity, 3), longer, first, second, identity)


def _quote_alike(pair: Pair, words: Words) -> bool:
    """Whether two passages both hold a quotation within their sentences; what is set off is repeated on purpose."""
    return all(
        any(words.quoted[side.start : side.stop]) and not any(words.set_off[side.start : side.stop]) for side in pair
    )


def _is_own(pair: Pair, words: Words) -> bool:
    """Whether most of what two passages share is no quotation: in neither, or where it is long not in both."""
    one, other = (words.folded[side.start : side.stop] for side in pair)
    shared = [
        words.quoted[pair.first.start + block.a + step] + words.quoted[pair.second.start + block.b + step]
        for block in Indel.opcodes(one, other).as_matching_blocks()
        for step in range(block.size)
    ]
    most = 1 if len(shared) >= _SHORT_WORDS else 0
    return sum(times <= most for times in shared) > _OWN * len(shared)


def _span(side: range, words: Words, sentences: Sequence[Sentence]) -> Span:
    """A passage with the marks around it where it begins or ends with a sentence."""
    start, stop = words.spans[side.start].start, words.spans[side.stop - 1].end
    head, tail = words.sentence[side.start], words.sentence[side.stop - 1]
    if words.begins(side.start):
        start = sentences[head].span.start
    if words.begins(side.stop):
        stop = sentences[tail].span.end
    return Span(start, stop)
