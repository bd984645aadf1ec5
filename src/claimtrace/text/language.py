"""What language a text is written in, told by its little words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


def language_of(text: str, function_words: Mapping[str, frozenset[str]]) -> str | None:
    """The language most of whose little words stand in the text, ``None`` where none is clear.

    Args:
        text: a page or more; the first 20,000 characters are looked at.
        function_words: for each language code its commonest words.
    """
    words = Counter(text[:20_000].casefold().split())
    if words.total() < 50:
        return None
    counts = {code: sum([words[word] for word in known if word in words]) for code, known in function_words.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > 0.1 * words.total() else None
