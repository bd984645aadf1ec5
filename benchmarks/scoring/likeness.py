"""Whether two pieces of text are the same, however they were typeset or extracted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

ALIKE = 88  # of 100
_CALLOUT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾]+")
_SIGNS = str.maketrans({**dict.fromkeys("‘’‚′`´", "'"), **dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‐‑‒–—−", "-")})

Given, Wanted = TypeVar("Given"), TypeVar("Wanted")


def plain(text: object) -> str:
    """Text without capitals, accents, note markers and the differences of quotation marks, dashes and spaces."""
    unmarked = _CALLOUT.sub("", str(text if text is not None else "")).translate(_SIGNS)
    letters = unicodedata.normalize("NFKD", unmarked)
    return " ".join("".join(sign for sign in letters if not unicodedata.combining(sign)).casefold().split())


def same(one: object, other: object) -> bool:
    """Whether two values say the same as wholes."""
    a, b = plain(one).strip(" .,;:"), plain(other).strip(" .,;:")
    return bool(a) and bool(b) and (a == b or fuzz.ratio(a, b) >= ALIKE + 4)


def holds(text: object, part: object) -> bool:
    """Whether one of two texts holds the other, but for a few characters."""
    a, b = plain(text), plain(part)
    return bool(a) and bool(b) and fuzz.partial_ratio(a, b) >= ALIKE


def runs_from_to(text: object, begins: object, ends: object, margin: int) -> bool:
    """Whether a text begins and ends with these words, give or take a margin of characters."""
    whole, first, last = plain(text), plain(begins), plain(ends)
    return holds(whole[: len(first) + margin], first) and holds(whole[-len(last) - margin :], last)


def share_between(text: object, begins: object, ends: object) -> float:
    """Which share of a text stands from these words to those; 0 where it does not hold both in this order."""
    whole = plain(text)
    first = fuzz.partial_ratio_alignment(whole, plain(begins), score_cutoff=ALIKE)
    last = fuzz.partial_ratio_alignment(whole, plain(ends), score_cutoff=ALIKE)
    if first is None or last is None or not whole:
        return 0.0
    return max(0, last.src_end - first.src_start) / len(whole)


def paired(
    given: Sequence[Given], wanted: Sequence[Wanted], likeness: Callable[[Given, Wanted], float]
) -> list[tuple[int, int]]:
    """Positions of things that belong together, one to one, the likest first; a likeness of 0 forbids."""
    ranked = sorted(
        (-score, g, w)
        for g, one in enumerate(given)
        for w, other in enumerate(wanted)
        if (score := likeness(one, other))
    )
    found: list[tuple[int, int]] = []
    for _, g, w in ranked:
        if all(g != a and w != b for a, b in found):
            found.append((g, w))
    return found
