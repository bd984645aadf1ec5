"""Spans, boxes, and the trace from the text to the page."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text, Trace

#       0123456789012345678
_TEXT = "one two three\n\nfour"
_RUNS = [
    (Span(0, 3), Box(1, 10, 100, 40, 110)),
    (Span(4, 7), Box(1, 45, 100, 75, 110)),
    (Span(8, 13), Box(1, 10, 112, 60, 122)),
    (Span(15, 19), Box(2, 10, 50, 50, 60)),
]


@pytest.fixture
def text() -> Text:
    trace = Trace()
    for span, box in _RUNS:
        trace.append(span, box)
    return Text(_TEXT, trace)


@pytest.mark.parametrize(
    ("span", "other", "covers", "overlaps"),
    [
        (Span(0, 5), Span(0, 5), True, True),
        (Span(0, 5), Span(1, 4), True, True),
        (Span(0, 5), Span(4, 6), False, True),
        (Span(0, 5), Span(5, 6), False, False),
        (Span(2, 4), Span(0, 9), False, True),
    ],
)
def test_spans_cover_and_overlap(span: Span, other: Span, covers: bool, overlaps: bool) -> None:
    assert span.covers(other) is covers
    assert span.overlaps(other) is overlaps
    assert other.overlaps(span) is overlaps


def test_a_span_is_half_open() -> None:
    assert len(Span(2, 5)) == 3
    assert 2 in Span(2, 5)
    assert 5 not in Span(2, 5)


_BOXES = st.builds(
    lambda x, y, w, h: Box(1, x, y, x + w, y + h), *(st.integers(0, 500),) * 2, *(st.integers(1, 90),) * 2
)


@given(_BOXES, _BOXES)
def test_a_union_holds_both_boxes_and_no_more(one: Box, other: Box) -> None:
    union = one.union(other)
    assert union == other.union(one)
    assert union.x0 == min(one.x0, other.x0) and union.x1 == max(one.x1, other.x1)
    assert union.top == min(one.top, other.top) and union.bottom == max(one.bottom, other.bottom)


@pytest.mark.parametrize(
    ("span", "boxes"),
    [
        (Span(0, 3), [Box(1, 10, 100, 40, 110)]),
        (Span(0, 7), [Box(1, 10, 100, 75, 110)]),  # one line, one box
        (Span(0, 13), [Box(1, 10, 100, 75, 110), Box(1, 10, 112, 60, 122)]),
        (Span(8, 19), [Box(1, 10, 112, 60, 122), Box(2, 10, 50, 50, 60)]),  # over a page break
        (Span(1, 2), [Box(1, 20, 100, 30, 110)]),  # the middle third of a run
        (Span(2, 5), [Box(1, 30, 100, 55, 110)]),
        (Span(3, 4), []),  # a space has no place of its own
        (Span(13, 15), []),
    ],
)
def test_a_span_has_one_box_for_each_line_it_touches(text: Text, span: Span, boxes: list[Box]) -> None:
    assert list(text.boxes(span)) == boxes


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (3, 1), (12, 1), (13, 1), (14, 1), (15, 2), (18, 2), (19, 2)])
def test_every_character_has_a_page(text: Text, offset: int, page: int) -> None:
    assert text.page_of(offset) == page


def test_an_empty_text_has_no_pages_and_no_boxes() -> None:
    empty = Text("", Trace())
    assert empty.page_of(0) is None
    assert empty.boxes(Span(0, 1)) == ()


def test_a_text_without_a_run_at_its_start_begins_on_the_first_runs_page() -> None:
    trace = Trace()
    trace.append(Span(4, 7), Box(3, 0, 0, 10, 10))
    text = Text("    two", trace)
    assert text.page_of(0) == 3
    assert text.boxes(Span(0, 4)) == ()


def test_a_second_column_starts_a_box_of_its_own() -> None:
    trace = Trace()
    trace.append(Span(0, 3), Box(1, 300, 100, 330, 110))
    trace.append(Span(4, 7), Box(1, 50, 100, 80, 110))
    assert len(Text("one two", trace).boxes(Span(0, 7))) == 2


def test_a_superscript_stays_in_the_box_of_its_line() -> None:
    trace = Trace()
    trace.append(Span(0, 3), Box(1, 50, 100, 80, 110))
    trace.append(Span(3, 4), Box(1, 80, 98, 84, 105))
    assert Text("one²", trace).boxes(Span(0, 4)) == (Box(1, 50, 98, 84, 110),)


def test_a_text_survives_the_way_between_two_processes(text: Text) -> None:
    again = pickle.loads(pickle.dumps(text))
    assert again == text
    assert again.boxes(Span(0, 19)) == text.boxes(Span(0, 19))
