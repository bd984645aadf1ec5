"""Words in the cells of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

_YEAR = re.compile(r"\s*(?:1[5-9]|20)\d\d\s*")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def harmless(words: str) -> str:
    """Words that a spreadsheet takes for words: an apostrophe stands before those that it would take for a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{words}" if words.startswith(_FORMULA) else words


def is_year(words: str) -> bool:
    """Whether a cell holds a year and nothing else."""
    return bool(_YEAR.fullmatch(words))


def has_head(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table names its columns; one with a year over years is a row like those below it."""
    first, *others = rows
    return not any(
        is_year(words) and others and 2 * sum(is_year(row[at]) for row in others) >= len(others)
        for at, words in enumerate(first)
    )
