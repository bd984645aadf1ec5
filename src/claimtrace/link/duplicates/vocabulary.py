"""The words of each sentence by what they mean and by how much they tell, for comparing what sentences say."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrace.knowledge.wordings import plain_words, synonyms
from claimtrace.link.duplicates.words import Words
from claimtrace.text.stems import stem

_PARTS = re.compile(r"['’]s\b|['’-]")
_LEAST_LETTERS = 3
_RELATED = 0.7  # what a word counts in the place of one that it is often put for


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The stems that matter, sentence by sentence; quoted words are left out.

    ``own`` are those of a sentence, ``heard`` what these count for: 1 for themselves, less for related ones that the
    paper uses too. ``places`` gives the sentences where a stem is heard. ``rarity`` is the logarithm of how few they
    are among all (inverse document frequency), ``telling`` the same with more weight on what hardly any other holds.
    """

    own: list[frozenset[str]]
    heard: list[dict[str, float]]
    places: dict[str, list[tuple[int, float]]]
    rarity: dict[str, float]
    telling: dict[str, float]

    def spoken(self, sentences: range) -> frozenset[str]:
        """The stems of some sentences."""
        return frozenset[str]().union(*self.own[sentences.start : sentences.stop])


def vocabulary_of(words: Words) -> Vocabulary:
    """What the sentences of a text speak of."""
    own = [frozenset(_stems(words, range(a, b))) for a, b in zip(words.first, words.first[1:], strict=False)]
    used = frozenset[str]().union(*own)
    heard: list[dict[str, float]] = []
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    kin = {word: dict.fromkeys(synonyms().get(word, frozenset()) & used, _RELATED) for word in used}
    for at, spoken in enumerate(own):
        sound: dict[str, float] = {}
        for word in sorted(spoken):
            sound |= kin[word]
        sound |= dict.fromkeys(sorted(spoken), 1.0)
        heard.append(sound)
        for word, weight in sound.items():
            places[word].append((at, weight))
    counts = {word: sum(weight for _, weight in where) for word, where in places.items()}
    rarity = {word: math.log((len(own) + 1) / count) for word, count in counts.items()}
    telling = {word: rarity[word] * math.sqrt(2 / max(count, 2)) for word, count in counts.items()}
    return Vocabulary(own, heard, dict(places), rarity, telling)


def _stems(words: Words, at: range) -> Iterator[str]:
    for position in at:
        for part in () if words.quoted[position] else _PARTS.split(words.folded[position]):
            if part.isdecimal() or (len(part) >= _LEAST_LETTERS and part not in plain_words("little")):
                yield stem(part)
