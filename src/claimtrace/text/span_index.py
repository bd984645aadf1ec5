"""Which of many spans stand at a place, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from claimtrace.model.place import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Items by where they stand; they may overlap and nest."""

    def __init__(self, items: Iterable[T], span: Callable[[T], Span]) -> None:
        """Index ``items`` by the span that ``span`` gives of each."""
        self._items = sorted(((span(item), at, item) for at, item in enumerate(items)), key=lambda row: row[:2])
        self._starts = [row[0].start for row in self._items]
        self._reach = list(accumulate((row[0].end for row in self._items), max))

    def overlapping(self, span: Span) -> list[T]:
        """The items that share a character with a span, in text order."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        return [item for place, _, item in self._items[first:last] if place.overlaps(span)]

    def at(self, offset: int) -> T | None:
        """The first item that holds a character."""
        return next(iter(self.overlapping(Span(offset, offset + 1))), None)
