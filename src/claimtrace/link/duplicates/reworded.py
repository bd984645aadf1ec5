"""Passages that say the same in other words, found by the telling words that they share.

Words are compared by their stems and by ``knowledge/synonyms.tsv``, and count by how rare they are in the paper: what
two passages alone speak of binds them more than the paper's subject does. Sentences that share rare words are seeds; a
seed grows over its neighbours in either place for as long as the two become more alike, in whatever order.

Two passages of one paper are always somewhat alike. So likeness is judged against that of each passage with the places
next most like it: the ratio margin of Artetxe and Schwenk (2019), "Margin-based Parallel Corpus Mining with
Multilingual Sentence Embeddings", equation 2. How much of what is said in one is said in the other is measured as
Mihalcea, Corley and Strapparava (2006) do, "Corpus-based and Knowledge-based Measures of Text Semantic Similarity".

Sentences at the ends of which the other place says nothing are left out; where there is one in the midst, the two only
speak of the same subject.

Passages keep to their paragraphs. Of the seeds only so many are followed as the length of the text allows, the most
promising first, so that time grows with it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from claimtrace.link.duplicates.extents import Pair
from claimtrace.link.duplicates.vocabulary import Vocabulary, vocabulary_of
from claimtrace.link.duplicates.words import Words
from claimtrace.model.claim import Sentence

_LEAST_TEXT = 8  # sentences; in fewer, no word can be called rare
_SEED_PLACES = 16  # sentences in which a word or a related one is heard; a more common one makes no seed
_EVIDENCE = 3.6  # words heard nowhere else, or what tells as much, in two sentences and their neighbours
_CORE = 0.15  # the same in the two sentences alone
_FOLLOWED = 0.12  # seeds for each sentence
_LEAST_FOLLOWED = 24
_APART = 4  # sentences; what stands closer speaks of the same thing anyhow
_LONGEST = 4  # sentences of a passage
_SHORTEST = 3  # sentences of both passages together
_LENGTH = 0.4  # the power of a passage's length by which its likeness is divided; a half would favour short ones
_REGION = 3  # sentences
_NEXT = slice(1, 9)  # the places next most like a passage; the first one is the other passage
_MARGIN = 3.5
_NOTHING = 1e-9
_COVERED = 0.38
_HEARD = 0.24  # share of what a sentence says
_SCANT = 4  # stems of a sentence
_LEAST_WORDS = 25
_MOST_OF = 0.4  # a paragraph; then all of it is taken


class Rewording(NamedTuple):
    """Two passages that say the same, and how much of what is said in one is said in the other, 0 to 1."""

    pair: Pair
    similarity: float


class _Likeness(NamedTuple):
    weight: float
    covered: float


def rewordings(words: Words, sentences: Sequence[Sentence], taken: Iterable[Pair]) -> Iterator[Rewording]:
    """The rewordings outside the pairs that are taken already, the surest first."""
    told = _Comparison(vocabulary_of(words), [_paragraph(at, sentences) for at in range(len(sentences))])
    done = {place for pair in taken for place in product(_sentences(pair.first, words), _sentences(pair.second, words))}
    found: list[tuple[float, Rewording]] = []
    followed = 0
    for seed in told.seeds():
        if followed >= max(_LEAST_FOLLOWED, _FOLLOWED * len(told.speech.own)):
            break
        if seed in done:
            continue
        followed += 1
        likeness, first, second = told.grown(*seed, done)
        grown = first, second
        first, second = told.trimmed(*(told.completed(side, words) for side in grown))
        pair = Pair(*(range(words.first[side.start], words.first[side.stop]) for side in (first, second)))
        long = len(first) + len(second) >= _SHORTEST and min(map(len, pair)) >= _LEAST_WORDS
        if likeness.covered < _COVERED or not long or not told.is_told_throughout(first, second):
            continue
        margin = likeness.weight**2 / max(math.prod(map(told.usual, grown)), _NOTHING)  # the dearest question last
        if margin >= _MARGIN:
            done.update(product(_with_neighbours(first), _with_neighbours(second)))
            found.append((margin, Rewording(pair, likeness.covered)))
    yield from (rewording for _, rewording in sorted(found, key=lambda row: -row[0]))


def _with_neighbours(passage: range) -> range:
    return range(passage.start - 1, passage.stop + 1)


def _sentences(side: range, words: Words) -> range:
    return range(words.sentence[side.start], words.sentence[side.stop - 1] + 1)


def _paragraph(at: int, sentences: Sequence[Sentence]) -> range:
    """The sentences that stand in one paragraph with another one."""
    block = sentences[at].block
    begin = bisect_left(sentences, block, key=lambda sentence: sentence.block)
    return range(begin, bisect_right(sentences, block, begin, key=lambda sentence: sentence.block))


class _Comparison:
    """Compares runs of sentences by what they speak of."""

    def __init__(self, speech: Vocabulary, paragraphs: Sequence[range]) -> None:
        """Compare within a text whose sentences have this vocabulary, and stand each in such a paragraph."""
        self.speech = speech
        self.paragraphs = paragraphs

    def seeds(self) -> list[tuple[int, int]]:
        """Pairs of sentences that share rare words, with what their neighbours share; the most telling first."""
        sums: defaultdict[tuple[int, int], float] = defaultdict(float)
        if len(self.speech.own) < _LEAST_TEXT:
            return []
        for word, where in self.speech.places.items():
            if 1 < len(where) <= _SEED_PLACES:
                for at, (first, weight) in enumerate(where):
                    for second, other in where[at + 1 :]:
                        apart = second - first >= _APART and second not in self.paragraphs[first]
                        if apart and max(weight, other) == 1:
                            sums[first, second] += self.speech.telling[word] * min(weight, other)
        most = math.log(len(self.speech.own) + 1)  # what a word tells that is heard nowhere else
        steps = list(product((-1, 0, 1), repeat=2))
        near = {
            (first, second): sum(sums.get((first + left, second + right), 0.0) for left, right in steps)
            for (first, second), own in sums.items()
            if own >= _CORE * most
        }
        strong = (pair for pair, told in near.items() if told >= _EVIDENCE * most)
        return sorted(strong, key=lambda pair: (-near[pair], pair))

    def grown(self, first: int, second: int, done: set[tuple[int, int]]) -> tuple[_Likeness, range, range]:
        """The passages around a seed that are most alike."""
        best = self._with_likeness(range(first, first + 1), range(second, second + 1))
        while True:
            wider = [self._with_likeness(*pair) for pair in self._wider(*best[1:]) if done.isdisjoint(product(*pair))]
            top = max(wider, key=lambda choice: choice[0].weight, default=best)
            if top[0].weight <= best[0].weight:
                return best
            best = top

    def usual(self, passage: range) -> float:
        """How like a passage is to the places that are next most like it, the most like one left out."""
        regions: defaultdict[int, float] = defaultdict(float)
        spoken = self.speech.spoken(passage)
        for word in sorted(spoken):
            best: dict[int, float] = {}
            for at, weight in self.speech.places[word]:
                if not passage.start - 1 <= at <= passage.stop:
                    best[at // _REGION] = max(weight, best.get(at // _REGION, 0.0))
            for region, weight in best.items():
                regions[region] += weight * self.speech.telling[word]
        likest = sorted(regions.values(), reverse=True)[_NEXT]
        return sum(likest) / max(len(likest), 1) / self._length(spoken)

    def completed(self, passage: range, words: Words) -> range:
        """A passage as its whole paragraph, where it fills most of that."""
        whole = self.paragraphs[passage.start]
        size = words.first[passage.stop] - words.first[passage.start]
        return whole if size >= _MOST_OF * (words.first[whole.stop] - words.first[whole.start]) else passage

    def trimmed(self, first: range, second: range) -> tuple[range, range]:
        """A pair of passages without the sentences at their ends of which the other passage says nothing."""
        while first and second:
            shorter = self._without_ends(first, second), self._without_ends(second, first)
            if shorter == (first, second):
                break
            first, second = shorter
        return first, second

    def is_told_throughout(self, first: range, second: range) -> bool:
        """Whether either passage says something of each sentence of the other, the scantest ones left out."""
        return all(
            self._is_heard(at, elsewhere) or len(self.speech.own[at]) < _SCANT
            for passage, elsewhere in ((first, second), (second, first))
            for at in passage
        )

    def _without_ends(self, passage: range, elsewhere: range) -> range:
        heard = [at for at in passage if self._is_heard(at, elsewhere)]
        return range(heard[0], heard[-1] + 1) if heard else range(passage.start, passage.start)

    def _is_heard(self, at: int, elsewhere: range) -> bool:
        return self._told(range(at, at + 1), elsewhere).covered >= _HEARD

    def _wider(self, first: range, second: range) -> Iterator[tuple[range, range]]:
        """A pair of passages with one sentence more, within the paragraphs in which they stand."""
        for left, right in ((1, 0), (0, 1)):
            for at, side in enumerate((first, second)):
                wide, whole = range(side.start - left, side.stop + right), self.paragraphs[side.start]
                if len(side) < _LONGEST and whole.start <= wide.start and wide.stop <= whole.stop:
                    yield (first, wide) if at else (wide, second)

    def _with_likeness(self, first: range, second: range) -> tuple[_Likeness, range, range]:
        one, other = self._told(first, second), self._told(second, first)
        likeness = _Likeness(math.sqrt(one.weight * other.weight), min(one.covered, other.covered))
        return likeness, first, second

    def _told(self, passage: range, elsewhere: range) -> _Likeness:
        """What of a passage is heard elsewhere."""
        spoken = self.speech.spoken(passage)
        heard = self.speech.heard[elsewhere.start : elsewhere.stop]
        weight = covered = 0.0
        for word in sorted(spoken):
            best = max((sentence.get(word, 0.0) for sentence in heard), default=0.0)
            weight += best * self.speech.telling[word]
            covered += best * self.speech.rarity[word]
        return _Likeness(weight / self._length(spoken), covered / (self._mass(spoken) or 1))

    def _length(self, spoken: frozenset[str]) -> float:
        return (self._mass(spoken) or 1) ** _LENGTH

    def _mass(self, spoken: frozenset[str]) -> float:
        return sum(self.speech.rarity[word] for word in sorted(spoken))
