"""Whatever a paper holds: its text keeps every word in order, and every span of it has its place on the pages."""

from __future__ import annotations

import io
import random
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from claimtrace.model.document import Document
from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text, Trace
from claimtrace.read.document import read_document

_WIDTH, _HEIGHT = 400.0, 300.0
_LEFT, _RIGHT, _GUTTER, _SIZE, _LEADING = 30.0, 370.0, 16.0, 10.0, 12.0

_SYLLABLES = st.builds(str.__add__, st.sampled_from("bcdfghjklmnprstvwzñçß"), st.sampled_from("aeiouyåéüæ"))
_WORDS = st.lists(_SYLLABLES, min_size=1, max_size=4).map("".join)  # without vowels they would not be read as words
_SENTENCES = st.lists(_WORDS, min_size=4, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")
_PAPERS = st.lists(_SENTENCES, min_size=4, max_size=40)


@st.composite
def _texts(draw: st.DrawFn) -> Text:
    """A text of runs with or without spaces between them, over a few lines and pages."""
    trace, string = Trace(), ""
    page, top, x = 1, 10.0, 10.0
    for _ in range(draw(st.integers(0, 25))):
        string += draw(st.sampled_from(["", " ", "\n\n"]))
        move = draw(st.sampled_from(["on", "on", "on", "line", "page"]))
        if move == "line":
            x, top = 10.0, top + 12
        elif move == "page":
            x, top, page = 10.0, 10.0, page + draw(st.integers(1, 2))
        length = draw(st.integers(1, 8))
        trace.append(Span(len(string), len(string) + length), Box(page, x, top, x + 5 * length, top + 10))
        string += "x" * length
        x += 5 * length + 2
    return Text(string + draw(st.sampled_from(["", " "])), trace)


@st.composite
def _texts_with_spans(draw: st.DrawFn) -> tuple[Text, Span]:
    text = draw(_texts())
    start = draw(st.integers(0, len(text.string)))
    return text, Span(start, draw(st.integers(start, len(text.string))))


def _runs(text: Text) -> list[tuple[Span, Box]]:
    trace = text.trace
    return [
        (Span(start, end), Box(page, x0, top, x1, bottom))
        for start, end, page, x0, top, x1, bottom in zip(
            trace.starts, trace.ends, trace.pages, trace.x0, trace.top, trace.x1, trace.bottom, strict=True
        )
    ]


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.page == inner.page
        and outer.x0 <= inner.x0 + 0.01
        and outer.top <= inner.top + 0.01
        and outer.x1 >= inner.x1 - 0.01
        and outer.bottom >= inner.bottom - 0.01
    )


@given(_texts_with_spans())
def test_the_boxes_of_a_span_hold_its_runs_and_no_other_lines(case: tuple[Text, Span]) -> None:
    text, span = case
    boxes = text.boxes(span)
    inside = [box for run, box in _runs(text) if span.covers(run)]
    touched = [box for run, box in _runs(text) if span.overlaps(run)]
    assert all(any(_holds(box, run) for box in boxes) for run in inside)
    assert all(box.x0 <= box.x1 and box.top < box.bottom for box in boxes)
    if len(span):
        assert {(box.page, box.top) for box in boxes} == {(box.page, box.top) for box in touched}
        assert [box.page for box in boxes] == sorted(box.page for box in boxes)


@given(_texts_with_spans())
def test_the_boxes_of_a_span_are_those_of_its_halves(case: tuple[Text, Span]) -> None:
    text, span = case
    middle = (span.start + span.end) // 2
    whole = text.boxes(span)
    for half in (Span(span.start, middle), Span(middle, span.end)):
        if len(half):
            assert all(any(_holds(box, part) for box in whole) for part in text.boxes(half))


@given(_texts_with_spans())
def test_pages_rise_and_agree_with_boxes(case: tuple[Text, Span]) -> None:
    text = case[0]
    pages = [text.page_of(offset) for offset in range(len(text.string))]
    if not text.trace.starts:
        assert set(pages) <= {None}
        return
    known = [page for page in pages if page is not None]
    assert known == sorted(known) and len(known) == len(pages)
    for run, box in _runs(text):
        assert {text.page_of(offset) for offset in range(run.start, run.end)} == {box.page}


def _typeset(sentences: list[str], columns: int = 1, seed: int | None = None) -> tuple[bytes, list[tuple[str, int]]]:
    """A paper of one paragraph, and each of its words with its page; lines, columns and pages end as they fall.

    With a seed the lines of each page are written into the file in a random order.
    """
    width = (_RIGHT - _LEFT - _GUTTER * (columns - 1)) / columns
    lines: list[list[str]] = [[]]
    for word in " ".join(sentences).split():
        if lines[-1] and stringWidth(" ".join([*lines[-1], word]), "Times-Roman", _SIZE) > width:
            lines.append([])
        lines[-1].append(word)
    rows = int((_HEIGHT - 80) / _LEADING)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    words: list[tuple[str, int]] = []
    for page, start in enumerate(range(0, len(lines), rows * columns), start=1):
        canvas.setFont("Times-Roman", _SIZE)
        placed = [
            (_LEFT + at // rows * (width + _GUTTER), 40 + at % rows * _LEADING, " ".join(line))
            for at, line in enumerate(lines[start : start + rows * columns])
        ]
        words += [(word, page) for _, _, line in placed for word in line.split()]
        if seed is not None:
            random.Random(seed).shuffle(placed)
        for x, base, line in placed:
            canvas.drawString(x, _HEIGHT - base, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue(), words


def _read(data: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        return read_document(path)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(_PAPERS)
def test_a_paper_keeps_every_word_in_order_and_on_its_page(sentences: list[str]) -> None:
    data, words = _typeset(sentences)
    document = _read(data)
    string = document.text.string
    assert string.split() == [word for word, _ in words]
    offset = 0
    for word, page in words:
        offset = string.index(word, offset)
        span = Span(offset, offset + len(word))
        assert document.text.page_of(offset) == page
        (box,) = document.text.boxes(span)
        assert box.page == page
        assert _LEFT - 1 < box.x0 < box.x1 < _RIGHT + 1
        offset = span.end


@settings(max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_SENTENCES, min_size=30, max_size=60), st.integers(1, 2), st.integers(0, 9))
def test_the_order_of_reading_does_not_hang_on_the_order_of_writing(
    sentences: list[str], columns: int, seed: int
) -> None:
    data, words = _typeset(sentences, columns, seed)
    assert _read(data).text.string.split() == [word for word, _ in words]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(_PAPERS)
def test_blocks_lines_and_sections_lie_in_the_text_in_order(sentences: list[str]) -> None:
    document = _read(_typeset(sentences)[0])
    whole = Span(0, len(document.text.string))
    for spans in ([block.span for block in document.blocks], [line.span for line in document.lines]):
        assert all(whole.covers(span) and len(span) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    assert {block.page for block in document.blocks} <= {page.number for page in document.pages}
    assert all(document.text.page_of(block.span.start) == block.page for block in document.blocks)
