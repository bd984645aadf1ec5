"""What kinds of words a word is of, by ``role_words.tsv`` and ``deed_words.tsv``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimtrace.knowledge.tables import table
from claimtrace.knowledge.wordings import alternatives

_DEEDS = {"deed": ("hack", "intrude"), "harm": ("harm",), "deed noun": ("noun", "taking")}


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    own = [(row["kind"], alternatives("role_words", row["kind"])) for row in table("role_words")]
    deeds = [(kind, "|".join(alternatives("deed_words", one) for one in ones)) for kind, ones in _DEEDS.items()]
    return tuple((kind, re.compile(f"(?:{words})")) for kind, words in (*deeds, *own))


@lru_cache(maxsize=1 << 16)
def kinds_of(words: str) -> tuple[str, ...]:
    """The kinds of one word, or of a few that stand together; in small letters, in the order of the tables."""
    return tuple(kind for kind, form in _kinds() if form.fullmatch(words))
