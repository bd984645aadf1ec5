"""Words in the cells of a table that a spreadsheet may open."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def harmless(words: str) -> str:
    """Words that a spreadsheet takes for words: an apostrophe stands before those that it would take for a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{words}" if words.startswith(_FORMULA) else words
