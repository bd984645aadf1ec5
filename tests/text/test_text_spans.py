"""Pieces of a text."""

from __future__ import annotations

from claimtrace.model.place import Span
from claimtrace.text.spans import without


def test_what_is_taken_out_leaves_single_spaces() -> None:
    text = "Before. Ropes wear out (Holm, 2015) in salt water [3]. Behind."
    inner, mark = text.index("(Holm"), text.index("[3]")
    taken = [Span(mark, mark + 3), Span(inner, inner + len("(Holm, 2015)")), Span(0, 7)]
    assert without(text, Span(8, text.index(" Behind")), taken) == "Ropes wear out in salt water ."
