"""Letter classes for patterns: the ``re`` module knows no \\p{Lu}."""

from __future__ import annotations

_LATIN_GREEK_CYRILLIC = range(0x41, 0x530)


def _ranges(letters: list[int]) -> str:
    """The inside of a character class, runs of neighbours written as ranges."""
    parts: list[str] = []
    start = end = letters[0]
    for code in [*letters[1:], -1]:
        if code == end + 1:
            end = code
            continue
        parts.append(chr(start) if start == end else f"{chr(start)}-{chr(end)}")
        start = end = code
    return "".join(parts)


UPPER = _ranges([code for code in _LATIN_GREEK_CYRILLIC if chr(code).isupper()])
LOWER = _ranges([code for code in _LATIN_GREEK_CYRILLIC if chr(code).islower()])
