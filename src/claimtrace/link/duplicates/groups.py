"""Which pairs of passages are copies of one passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimtrace.model.duplicate import Duplicate
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.span_index import SpanIndex

_SAME_PLACE = 0.8  # share of the longer passage


def grouped(duplicates: Sequence[Duplicate]) -> Iterable[Duplicate]:
    """The pairs, in their order, those of one passage with one ``group``: what stands three times is three pairs."""
    of: dict[int, int] = {}

    def root(at: int) -> int:
        while of.setdefault(at, at) != at:
            of[at] = at = of[of[at]]
        return at

    places = [(at, span) for at, pair in enumerate(duplicates) for span in (pair.first, pair.second)]
    index = SpanIndex(places, lambda place: place[1])
    for at, span in places:
        for other, place in index.overlapping(span):
            if _is_same(span, place):
                one, two = sorted((root(at), root(other)))
                of[two] = one
    names: dict[int, str] = {}
    for at, pair in enumerate(duplicates):
        first = root(at)
        names.setdefault(first, content_id("group", duplicates[first].id))
        yield replace(pair, group=names[first])


def _is_same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > _SAME_PLACE * max(len(one), len(other))
