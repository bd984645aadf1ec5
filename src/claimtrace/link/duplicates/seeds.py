"""Where like words stand in like order: seeds of three words, and chains of them.

Sequences that stand in many places (names, formulas) are no seeds, so their number grows with the length of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SEED = 3  # words
_COMMON = 9  # a sequence that stands in more places is a formula
_GAP = 9  # words between two seeds of one chain, on either side
_LEAST_SEEDS = 3
_SHELF = 16  # words; chains that are open are kept by where they end in the second place


@dataclass(slots=True)
class Chain:
    """Word positions: where a chain begins and ends (inclusive) in the first and in the second place."""

    first: int
    first_end: int
    second: int
    second_end: int
    seeds: int = 1


def chains(folded: Sequence[str]) -> list[Chain]:
    """Seeds that follow each other in both places, with small gaps between them."""
    done: list[Chain] = []
    shelves: defaultdict[int, list[Chain]] = defaultdict(list)
    for a, b in _seeds(folded):
        best: Chain | None = None
        for shelf in range((b - _GAP) // _SHELF, (b + _SEED) // _SHELF + 1):
            shelves[shelf] = [chain for chain in shelves[shelf] if a - chain.first_end <= _GAP]
            for chain in shelves[shelf]:
                follows = -_SEED < b - chain.second_end <= _GAP and a < chain.second
                if follows and (best is None or chain.second_end > best.second_end):
                    best = chain
        if best is None:
            best = Chain(a, a + _SEED - 1, b, b + _SEED - 1)
            done.append(best)
            shelves[best.second_end // _SHELF].append(best)
            continue
        shelf = best.second_end // _SHELF
        best.first_end = max(best.first_end, a + _SEED - 1)
        best.second_end = max(best.second_end, b + _SEED - 1)
        best.seeds += 1
        if best.second_end // _SHELF != shelf:
            shelves[shelf].remove(best)
            shelves[best.second_end // _SHELF].append(best)
    return [chain for chain in done if chain.seeds >= _LEAST_SEEDS]


def _seeds(folded: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Pairs of positions at which the same three words stand, the earlier first, in order."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, words in enumerate(zip(*(folded[step:] for step in range(_SEED)), strict=False)):
        places[words].append(at)
    return sorted(
        (a, b)
        for where in places.values()
        if 1 < len(where) <= _COMMON
        for i, a in enumerate(where)
        for b in where[i + 1 :]
        if b - a >= _SEED
    )
