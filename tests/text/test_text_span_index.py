"""Spans that stand at a place, found without looking at all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrace.model.place import Span
from claimtrace.text.span_index import SpanIndex

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_it_finds_what_overlaps_in_text_order_whatever_nests(spans: list[Span], asked: Span) -> None:
    index = SpanIndex(spans, lambda span: span)
    assert index.overlapping(asked) == sorted(span for span in spans if span.overlaps(asked))
    first = index.at(asked.start)
    assert first == min((span for span in spans if asked.start in span), default=None)
