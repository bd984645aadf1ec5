"""Pieces of a text told by their spans."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrace.model.place import Span


def without(text: str, span: Span, taken: Iterable[Span]) -> str:
    """The text of a span but for the spans taken out of it, in single spaces."""
    parts, at = [], span.start
    for other in sorted(taken):
        if span.covers(other) and other.start >= at:
            parts.append(text[at : other.start])
            at = other.end
    parts.append(text[at : span.end])
    return " ".join("".join(parts).split())


def masked(text: str, span: Span, taken: Iterable[Span]) -> str:
    """The text of a span with spaces in the place of the spans taken out of it, so that every offset stays."""
    letters = list(text[span.start : span.end])
    for other in taken:
        begin, end = max(other.start, span.start) - span.start, min(other.end, span.end) - span.start
        letters[begin:end] = " " * max(end - begin, 0)
    return "".join(letters)
