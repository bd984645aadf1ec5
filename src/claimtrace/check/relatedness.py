"""How much two statements have in common, judged by the words that matter in their paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from claimtrace.knowledge.wordings import plain_words
from claimtrace.text.fold import without_accents
from claimtrace.text.stems import stem

_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}|\d[\d.,]*")


def content_words(text: str) -> frozenset[str]:
    """The longer words of a text, cut to their stems, and its figures."""
    words = _WORD.findall(without_accents(text).casefold())
    return frozenset(stem(word) for word in words if word not in plain_words("little"))


_RARE = 3  # sentences


@cache
def _counting() -> frozenset[str]:
    return frozenset(stem(word) for word in plain_words("counting"))


class Commonness:
    """How common each word is in a paper, counted by sentences."""

    def __init__(self, sentences: Iterable[str]) -> None:
        """Count the words of all sentences."""
        self._counts: Counter[str] = Counter()
        self._total = 0
        for sentence in sentences:
            self._counts.update(content_words(sentence))
            self._total += 1

    def telling(self, text: str) -> frozenset[str]:
        """The words of a statement that few other sentences hold."""
        most = max(5, 0.05 * self._total)
        words = content_words(text) - _counting()
        return frozenset(word for word in words if self._counts[word] <= most and not word[:1].isdigit())

    def related(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two statements share a subject: two telling words, or one that hardly any other sentence holds."""
        shared = one & other
        return len(shared) >= 2 or any(self._counts[word] <= _RARE for word in shared)


def unrelated(groups: Sequence[frozenset[str]], common: Commonness) -> list[int]:
    """Positions of statements, given by their telling words, of which no two are related; the first are kept."""
    kept: list[int] = []
    for at, words in enumerate(groups):
        if words and not any(common.related(words, groups[other]) for other in kept):
            kept.append(at)
    return kept
