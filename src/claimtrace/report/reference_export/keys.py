"""Citation keys: "nye2017future", "rid2013a", "unitednations2015report".

A key is made of the entry alone (first author, year, the list's letter or else a word of the title), so that it stays
the same when a list is read again or grows; only entries that would share one are counted.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from claimtrace.knowledge.wordings import function_words
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold, fold_name

_WORDS = 3  # of a body's name
_LONGEST = 24  # letters of a name or a word


class Keys:
    """Gives keys, none of them twice."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, reference: Reference) -> str:
        """The key of an entry; the second of the same name gets "-2"."""
        name = key_of(reference)
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}-{self._given[name]}"


def key_of(reference: Reference) -> str:
    """The key that an entry's own words give it; its identity where they have no Latin letters."""
    title = _telling(reference.title or "")
    who = _who(reference) or "".join(title[:1])
    if not who:
        return reference.id
    year = str(reference.year) if reference.year else "nd"
    told = reference.suffix or next((word for word in title if len(word) > 3 or word == title[-1]), "")
    return f"{who[:_LONGEST]}{year}{told[:_LONGEST]}"


def _who(reference: Reference) -> str:
    first = next((author for author in reference.authors if author.name), None)
    if first is None:
        return ""
    return fold_name(first.family) if first.family else "".join(_telling(first.name)[:_WORDS])


def _telling(text: str) -> list[str]:
    """The words of a text without those that say little."""
    words = fold(text.replace("’", "").replace("'", "")).split()
    return [word for word in words if word not in _little()] or words


@cache
def _little() -> frozenset[str]:
    return frozenset(fold(word) for words in function_words().values() for word in words)
