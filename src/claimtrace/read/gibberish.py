"""Whether the letters that a page's fonts name are words at all: fonts without a map give others, or signs."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from claimtrace.knowledge.wordings import function_words

_FEWEST_KNOWN = 3  # common words by which a page is known to be readable
_GLANCE = 100  # words, which mostly tell it
_FEWEST_CHARACTERS = 200
_FEWEST_WORDS = 60
_MOST_SIGNS = 0.5  # share of a page's characters; 0.28 of the worst of a thousand pages of real papers
_LEAST_IN_WORDS = 0.15  # share of its characters: rows of dots are signs, too
_MOST_VOWELLESS = 0.25  # share of its words; 0.11 of the worst of those pages
_WORD = re.compile(r"[^\W\d_]{3,}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_VOWEL = re.compile(r"[aeiouyà-æè-ïò-öø-ýÿāăąēĕėęěĩīĭįıōŏőœũūŭůűųŷ]", re.IGNORECASE)


def is_gibberish(words: Sequence[str], text: str) -> bool:
    """Whether a page's words, as its fonts name their letters, are none in any language that we know of.

    It takes a page's worth of characters to say so, and none of the commonest words may be among them.

    Args:
        words: those of the page.
        text: all its characters, as the engine gives them: those that are no text, too.
    """
    if any(len(_common().intersection(some)) >= _FEWEST_KNOWN for some in (words[:_GLANCE], words)):
        return False
    string = "".join(text.split())
    if len(string) < _FEWEST_CHARACTERS:
        return False
    words = _WORD.findall(text)
    signs = sum(not letter.isalnum() for letter in string)
    if signs > _MOST_SIGNS * len(string) and sum(map(len, words)) < _LEAST_IN_WORDS * len(string):
        return True
    return _is_vowelless([word for word in words if _LATIN.fullmatch(word)])


def _is_vowelless(words: Collection[str]) -> bool:
    vowelless = sum(not _VOWEL.search(word) for word in words)
    return len(words) >= _FEWEST_WORDS and vowelless > _MOST_VOWELLESS * len(words)


@cache
def _common() -> frozenset[str]:
    """The commonest words of the languages that are known, those of one letter left out."""
    return frozenset(word for words in function_words().values() for word in words if len(word) > 1)
