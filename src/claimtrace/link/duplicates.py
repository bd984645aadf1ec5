"""Passages of a paper that stand twice: verbatim, or with words changed, swapped or dropped.

Seed and extend: places that share three words in a row are seeds; seeds that follow each other in both places are
chained over small gaps; a chain is widened to the sentences that it fills. Sequences that stand in many places (names,
formulas) are no seeds. Time grows with the length of the text and the number of true repeats.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from claimtrace.model.claim import Sentence
from claimtrace.model.document import Document
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.fold import without_accents

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CITED = re.compile(r"[(\[][^()\[\]]*\b(?:1[5-9]|20)\d\d[a-z]?\b[^()\[\]]*[)\]]")  # no words of a passage's own
_SEED = 3  # words
_COMMON = 9  # a sequence that stands in more places is a formula
_GAP = 9  # words between two seeds of one chain, on either side
_LEAST_SEEDS = 3
_EVEN = 0.6
_LEAST_WORDS = 10
_VERBATIM = 0.985
_NEAR = 0.62
_WEAKEST = 0.5
_SHORT_WORDS = 25  # a shorter sentence may well be told twice in like words
_SHORT_SIMILARITY = 0.85


@dataclass(slots=True)
class _Words:
    """The folded words of the running text, with their places and sentences."""

    folded: list[str]
    spans: list[Span]
    sentence: list[int]


@dataclass(slots=True)
class _Chain:
    first: int  # word positions: where it begins and ends (inclusive) in the first and in the second place
    first_end: int
    second: int
    second_end: int
    seeds: int


def find_duplicates(document: Document, sentences: Sequence[Sentence]) -> tuple[Duplicate, ...]:
    """Pairs of passages in text order; each as long as it can be made."""
    words = _words(document, sentences)
    chains = [c for c in _chains(_seeds(words.folded)) if c.seeds >= _LEAST_SEEDS]
    pairs = [pair for chain in chains if (pair := _widened(chain, words, sentences))]
    found = [_duplicate(document, a, b) for a, b in _joined(pairs, sentences)]
    return tuple(sorted((d for d in found if d), key=lambda d: (d.first, d.second)))


def _words(document: Document, sentences: Sequence[Sentence]) -> _Words:
    words = _Words([], [], [])
    text = document.text.string
    for at, sentence in enumerate(sentences):
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            words.folded.append(without_accents(match.group()).casefold())
            words.spans.append(Span(*match.span()))
            words.sentence.append(at)
    return words


def _seeds(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of positions at which the same three words stand, the earlier first, in order."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(folded) - _SEED + 1):
        places[tuple(folded[at : at + _SEED])].append(at)
    pairs = [
        (a, b)
        for where in places.values()
        if 1 < len(where) <= _COMMON
        for i, a in enumerate(where)
        for b in where[i + 1 :]
        if b - a >= _SEED
    ]
    yield from sorted(pairs)


def _chains(seeds: Iterator[tuple[int, int]]) -> list[_Chain]:
    """Seeds that follow each other in both places, with small gaps between them."""
    done: list[_Chain] = []
    open_: list[_Chain] = []
    for a, b in seeds:
        still: list[_Chain] = []
        best: _Chain | None = None
        for chain in open_:
            if a - chain.first_end > _GAP:
                done.append(chain)
                continue
            still.append(chain)
            step = b - chain.second_end
            if -_SEED < step <= _GAP and a < chain.second and (best is None or step < b - best.second_end):
                best = chain
        open_ = still
        if best:
            best.first_end = max(best.first_end, a + _SEED - 1)
            best.second_end = max(best.second_end, b + _SEED - 1)
            best.seeds += 1
        else:
            open_.append(_Chain(a, a + _SEED - 1, b, b + _SEED - 1, 1))
    return done + open_


def _widened(chain: _Chain, words: _Words, sentences: Sequence[Sentence]) -> tuple[Span, Span] | None:
    """Both places widened to the sentences that they fill, where these are alike as wholes."""
    first = _to_sentences(chain.first, chain.first_end, words, sentences)
    second = _to_sentences(chain.second, chain.second_end, words, sentences)
    return (first, second) if first and second and not first.overlaps(second) else None


def _to_sentences(start: int, end: int, words: _Words, sentences: Sequence[Sentence]) -> Span | None:
    """A stretch of words as whole sentences where it fills most of them, else as it is; ``None`` if it is short."""
    counts: dict[int, int] = {}
    for at in range(start, end + 1):
        counts[words.sentence[at]] = counts.get(words.sentence[at], 0) + 1
    left, right = words.spans[start].start, words.spans[end].end
    filled = 0
    for at, count in counts.items():
        size = _size(at, words)
        if count >= 0.6 * size or (count >= 0.45 * size and count >= 12):
            filled += count
            left = min(left, sentences[at].span.start)
            right = max(right, sentences[at].span.end)
        elif at == words.sentence[start] and len(counts) > 1 and count < 0.4 * size:
            left = max(left, sentences[at + 1].span.start)
        elif at == words.sentence[end] and len(counts) > 1 and count < 0.4 * size:
            right = min(right, sentences[at - 1].span.end)
    if end - start + 1 < _LEAST_WORDS or (not filled and end - start + 1 < 14) or right <= left:
        return None
    return Span(left, right)


def _size(sentence: int, words: _Words) -> int:
    return bisect_right(words.sentence, sentence) - bisect_left(words.sentence, sentence)


def _joined(pairs: list[tuple[Span, Span]], sentences: Sequence[Sentence]) -> list[tuple[Span, Span]]:
    """Pairs that go on with each other, over at most one short sentence on either side, made one."""
    found: list[tuple[Span, Span]] = []
    for first, second in sorted(set(pairs)):
        for at in range(len(found) - 1, -1, -1):
            a, b = found[at]
            before = Span(a.start, max(a.end, first.end))
            behind = Span(min(b.start, second.start), max(b.end, second.end))
            if _follows(a, first) and _follows(b, second) and not before.overlaps(behind) and _even(before, behind):
                found[at] = (before, behind)
                break
        else:
            found.append((first, second))
    return [pair for pair in found if not any(_within(pair, other) for other in found if other != pair)]


def _follows(before: Span, after: Span) -> bool:
    return -400 < after.start - before.end < 260 and after.end > before.start


def _even(one: Span, other: Span) -> bool:
    """Whether two places are of like length; a third copy beside the second would make them unlike."""
    return min(len(one), len(other)) > _EVEN * max(len(one), len(other))


def _within(pair: tuple[Span, Span], other: tuple[Span, Span]) -> bool:
    return other[0].covers(pair[0]) and other[1].covers(pair[1])


def _duplicate(document: Document, first: Span, second: Span) -> Duplicate | None:
    a, b = (_WORD.findall(without_accents(document.text.at(span)).casefold()) for span in (first, second))
    similarity = Indel.normalized_similarity(a, b)
    short = max(len(a), len(b)) < _SHORT_WORDS and similarity < _SHORT_SIMILARITY
    own = min(len(_WORD.findall(_CITED.sub(" ", document.text.at(span)))) for span in (first, second))
    if similarity < _WEAKEST or own < _LEAST_WORDS or short:
        return None
    kind = (
        DuplicateKind.VERBATIM
        if similarity >= _VERBATIM
        else DuplicateKind.NEAR
        if similarity >= _NEAR
        else DuplicateKind.REWORDED
    )
    texts = sorted((document.text.at(first), document.text.at(second)))
    identity = content_id("duplicate", *texts, first.start, second.start)
    return Duplicate(identity, kind, round(similarity, 3), max(len(a), len(b)), first, second)
