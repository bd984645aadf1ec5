"""Which kind of answer to an incident some words tell of."""

from __future__ import annotations

import re
from functools import cache

from claimtrace.knowledge.tables import several, table
from claimtrace.model.entity import ResponseKind


def response_kind(words: str) -> ResponseKind:
    """The kind of the answer that some words tell of ("imposed sanctions on six officers"), by the first that fits."""
    return next((kind for kind, pattern in _patterns() if pattern.search(words)), ResponseKind.OTHER)


@cache
def _patterns() -> tuple[tuple[ResponseKind, re.Pattern[str]], ...]:
    return tuple(
        (ResponseKind(row["kind"]), re.compile(rf"\b(?:{'|'.join(several(row['patterns']))})", re.IGNORECASE))
        for row in table("response_words")
    )
