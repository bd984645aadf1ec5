"""The paper's one text, and the trace from each of its characters back to the page.

The trace is kept in flat arrays: a long thesis has a million runs, and one object for each would cost more
memory than the PDF itself.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from claimtrace.model.place import Box, Span


@dataclass(frozen=True, slots=True)
class Trace:
    """For each run (characters set side by side, mostly a word): its place in the text and on the page.

    The arrays run side by side and are sorted by ``starts``. Characters between two runs (spaces and line
    breaks that the reader put in) have no place of their own.
    """

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    pages: array[int] = field(default_factory=lambda: array("I"))
    x0: array[float] = field(default_factory=lambda: array("f"))
    top: array[float] = field(default_factory=lambda: array("f"))
    x1: array[float] = field(default_factory=lambda: array("f"))
    bottom: array[float] = field(default_factory=lambda: array("f"))

    def append(self, span: Span, box: Box) -> None:
        """Add the next run; runs must come in text order."""
        self.starts.append(span.start)
        self.ends.append(span.end)
        self.pages.append(box.page)
        self.x0.append(box.x0)
        self.top.append(box.top)
        self.x1.append(box.x1)
        self.bottom.append(box.bottom)

    def page_of(self, offset: int) -> int | None:
        """The page of the character at this offset, or of the last run before it."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0:
            return self.pages[at]
        return self.pages[0] if self.pages else None

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """The places of a span, one box for each line of text that it touches, in text order.

        Where a span begins or ends within a run, the cut is set in proportion to the run's characters.
        """
        lines: list[tuple[int, float, float, float, float]] = []  # page, x0, top, x1, bottom
        for at in range(max(bisect_right(self.starts, span.start) - 1, 0), bisect_left(self.starts, span.end)):
            start, end = self.starts[at], self.ends[at]
            if end <= span.start:
                continue
            page, x0, top, x1, bottom = self.pages[at], self.x0[at], self.top[at], self.x1[at], self.bottom[at]
            per_character = (x1 - x0) / max(end - start, 1)
            x0 += max(span.start - start, 0) * per_character
            x1 -= max(end - span.end, 0) * per_character
            if lines:
                last_page, left, over, right, under = lines[-1]
                shared = min(under, bottom) - max(over, top)
                # A run continues the line of the one before it where it stands beside it, to the right.
                if page == last_page and x0 >= left and shared > 0.4 * min(under - over, bottom - top):
                    lines[-1] = (page, left, min(over, top), max(right, x1), max(under, bottom))
                    continue
            lines.append((page, x0, top, x1, bottom))
        return tuple(Box(page, *(round(edge, 2) for edge in edges)) for page, *edges in lines)


@dataclass(frozen=True, slots=True)
class Text:
    """The one text of a document in reading order, mended, with its trace.

    Blocks are parted by a blank line. Superscripts are written with the superscript characters of Unicode
    ("states¹²"), so that a note marker or an exponent is never taken for part of a word.
    """

    string: str
    trace: Trace

    def at(self, span: Span) -> str:
        """The characters of a span."""
        return self.string[span.start : span.end]

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """The places of a span on the page, one box for each line."""
        return self.trace.boxes(span)

    def page_of(self, offset: int) -> int | None:
        """The page, counted from 1, on which a character stands."""
        return self.trace.page_of(offset)
