"""How far a repeat reaches: chains widened to sentences, joined where one goes on with the other, trimmed at the ends.

A passage is a range of word positions here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Indel, MatchingBlock

from claimtrace.link.duplicates.seeds import Chain
from claimtrace.link.duplicates.words import Words

_LEAST_WORDS = 10
_LEAST_BROKEN = 14  # of a passage that breaks off within a sentence
_FILLED = 0.6  # share of a sentence that a chain fills where all of it belongs to the passage
_LONG_FILLED = (0.45, 12)  # the same for so many words
_TOUCHED = 0.4  # share of the sentence at a chain's end that does not yet belong to the passage
_BACK, _AHEAD = 60, 40  # words by which a passage may reach into the one that it goes on with, or lie behind it
_BRIDGE = 0.5  # of the shorter passage; more words between two pairs leave them apart
_EVEN = 0.6
_UNEVEN_END = 3  # words that one place has more than the other before the first shared one
_FOREIGN_END = 6  # words that both have before it
_STRAY, _STRAY_GAP = 3, 6  # fewer shared words in a row, so many words apart from the others


class Pair(NamedTuple):
    """Two passages that are alike."""

    first: range
    second: range


def passages(words: Words, chains: Iterable[Chain]) -> list[Pair]:
    """The longest passages that the chains lie in, in text order."""
    widened = {
        Pair(first, second)
        for chain in chains
        if (first := _widened(chain.first, chain.first_end, words))
        and (second := _widened(chain.second, chain.second_end, words))
        and first.stop <= second.start
    }
    trimmed = (_trimmed(pair, words) for pair in _joined(sorted(widened, key=_order)))
    return list(_outermost(sorted({pair for pair in trimmed if pair}, key=_order)))


def _order(pair: Pair) -> tuple[int, int, int, int]:
    return pair.first.start, pair.first.stop, pair.second.start, pair.second.stop


def _widened(start: int, end: int, words: Words) -> range | None:
    """A stretch of words as whole sentences where it fills most of them, else as it is; ``None`` if it is short."""
    counts = Counter(words.sentence[start : end + 1])
    left, right = start, end + 1
    for at, count in counts.items():
        begin, stop = words.first[at], words.first[at + 1]
        size = stop - begin
        if count >= _FILLED * size or (count >= _LONG_FILLED[0] * size and count >= _LONG_FILLED[1]):
            left, right = min(left, begin), max(right, stop)
        elif len(counts) > 1 and count < _TOUCHED * size:
            left = max(left, stop) if at == words.sentence[start] else left
            right = min(right, begin) if at == words.sentence[end] else right
    return range(left, right) if right - left >= _LEAST_WORDS else None


def _joined(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs that go on with each other, over at most one short sentence on either side, made one."""
    found: list[Pair] = []
    open_: list[int] = []
    for pair in pairs:
        open_ = [at for at in open_ if pair.first.start - found[at].first.stop < _AHEAD]
        for at in reversed(open_):
            if one := _as_one(found[at], pair):
                found[at] = one
                break
        else:
            open_.append(len(found))
            found.append(pair)
    return found


def _as_one(before: Pair, after: Pair) -> Pair | None:
    """Both pairs as one where they follow each other in both places; a third copy beside the second would be uneven."""
    if not all(_follows(a, b) for a, b in zip(before, after, strict=True)):
        return None
    between = max(b.start - a.stop for a, b in zip(before, after, strict=True))
    if between > _BRIDGE * min(len(side) for side in (*before, *after)):
        return None
    first, second = (range(min(a.start, b.start), max(a.stop, b.stop)) for a, b in zip(before, after, strict=True))
    even = min(len(first), len(second)) > _EVEN * max(len(first), len(second))
    return Pair(first, second) if even and first.stop <= second.start else None


def _follows(before: range, after: range) -> bool:
    return -_BACK < after.start - before.stop < _AHEAD and after.stop > before.start


def _trimmed(pair: Pair, words: Words) -> Pair | None:
    """A pair without what only one place has before the first words that both share, or behind the last ones."""
    one, other = (words.folded[side.start : side.stop] for side in pair)
    blocks = [block for block in Indel.opcodes(one, other).as_matching_blocks() if block.size]
    while len(blocks) > 1 and _is_stray(blocks[0], *blocks[:2]):
        del blocks[0]
    while len(blocks) > 1 and _is_stray(blocks[-1], *blocks[-2:]):
        del blocks[-1]
    if not blocks:
        return None
    head, tail = blocks[0], blocks[-1]
    before = head.a, head.b
    behind = len(one) - tail.a - tail.size, len(other) - tail.b - tail.size
    cuts = zip(pair, _foreign(*before), _foreign(*behind), strict=True)
    sides = (range(side.start + left, side.stop - right) for side, left, right in cuts)
    trimmed = Pair(*sides)
    return trimmed if all(_is_long(side, words) for side in trimmed) else None


def _is_stray(end: MatchingBlock, before: MatchingBlock, after: MatchingBlock) -> bool:
    """Whether the first or last shared words are few and stand apart from the others: a "the" in two lead-ins."""
    gap = max(after.a - before.a - before.size, after.b - before.b - before.size)
    return end.size < _STRAY and gap >= _STRAY_GAP


def _is_long(side: range, words: Words) -> bool:
    """Whether a passage has words enough; one that breaks off within a sentence needs more of them."""
    whole = words.begins(side.start) and words.begins(side.stop)
    return len(side) >= (_LEAST_WORDS if whole else _LEAST_BROKEN)


def _foreign(one: int, other: int) -> tuple[int, int]:
    """How many of the words at the ends of two passages, of which none is shared, are no part of what is repeated."""
    if abs(one - other) < _UNEVEN_END and min(one, other) < _FOREIGN_END:
        return 0, 0
    return one if one >= _UNEVEN_END else 0, other if other >= _UNEVEN_END else 0


def _outermost(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Pairs that lie in no other one."""
    wide: list[Pair] = []
    for _, group in groupby(pairs, key=lambda pair: pair.first.start):
        for pair in sorted(group, key=lambda p: (-p.first.stop, p.second.start, -p.second.stop)):
            wide = [other for other in wide if other.first.stop > pair.first.start]
            if not any(_holds(other, pair) for other in wide):
                wide.append(pair)
                yield pair


def _holds(other: Pair, pair: Pair) -> bool:
    return all(a.start <= b.start and b.stop <= a.stop for a, b in zip(other, pair, strict=True))
