"""The order of reading comes from the page, not from the order in which its words were written into the file."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from drawn_pages import Line, Sheet, blocks, flat, given, prose, read, sentences, set_text, words_of

from claimtrace.model.document import BlockKind

_GAP = 18.0


def _by_column(columns: list[list[Line]]) -> list[Line]:
    return [line for column in columns for line in column]


def _by_row(columns: list[list[Line]]) -> list[Line]:
    return sorted(_by_column(columns), key=lambda line: (line.base, line.x))


def _shuffled(columns: list[list[Line]]) -> list[Line]:
    lines = _by_column(columns)
    random.Random(3).shuffle(lines)
    return lines


def _words_by_row(columns: list[list[Line]]) -> list[Line]:
    return words_of(_by_row(columns))


def _words_shuffled(columns: list[list[Line]]) -> list[Line]:
    words = words_of(_by_column(columns))
    random.Random(4).shuffle(words)
    return words


_STREAMS = [_by_column, _by_row, _shuffled, _words_by_row, _words_shuffled]
Stream = Callable[[list[list[Line]]], list[Line]]


def _columns(texts: list[str], top: float = 120, size: float = 9) -> list[list[Line]]:
    width = (400 - _GAP * (len(texts) - 1)) / len(texts)
    return [set_text(text, 40 + at * (width + _GAP), top, width, size) for at, text in enumerate(texts)]


def _poured(text: str, top: float, count: int = 2) -> list[list[Line]]:
    """One text poured into columns of equal height, cut in mid-sentence."""
    width = (400 - _GAP * (count - 1)) / count
    lines = set_text(text, 0, 0, width)
    height = -(-len(lines) // count)
    return [
        [
            replace(line, x=40 + at * (width + _GAP), base=top + row * 12)
            for row, line in enumerate(lines[at * height : (at + 1) * height])
        ]
        for at in range(count)
    ]


@pytest.mark.parametrize("stream", _STREAMS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_are_read_one_after_the_other(count: int, stream: Stream) -> None:
    texts = [prose(12, seed) for seed in range(count)]
    assert flat(read([Sheet(stream(_columns(texts)))])) == " ".join(texts)


@pytest.mark.parametrize("stream", _STREAMS)
@pytest.mark.parametrize("count", [2, 3])
def test_a_sentence_runs_on_into_the_next_column(count: int, stream: Stream) -> None:
    text = prose(40, 5)
    document = read([Sheet(stream(_poured(text, 120, count)))])
    assert blocks(document) == [text]


@pytest.mark.parametrize("stream", _STREAMS)
def test_columns_of_unequal_length_are_read_whole(stream: Stream) -> None:
    texts = [prose(14, 1), prose(5, 2)]
    assert flat(read([Sheet(stream(_columns(texts)))])) == " ".join(texts)


@pytest.mark.parametrize("stream", _STREAMS)
def test_columns_whose_lines_stand_at_other_heights_are_read_whole(stream: Stream) -> None:
    left, right = _columns([prose(12, 1), prose(12, 2)])
    right = [replace(line, base=line.base + 5) for line in right]
    assert flat(read([Sheet(stream([left, right]))])) == f"{prose(12, 1)} {prose(12, 2)}"


@pytest.mark.parametrize("stream", _STREAMS)
def test_white_between_two_words_at_the_head_of_a_column_is_no_gutter(stream: Stream) -> None:
    caption = [*set_text(prose(2, 3), 40, 80, 150, 9), Line("by year", 199, 80, 9)]
    end = caption[-2].base
    left = set_text(prose(14, 1), 40, end + 20, 190, 9)
    right = set_text(prose(14, 2), 249, 80, 190, 9)
    right = [replace(line, base=line.base + (4 if line.base > end else 0)) for line in right]
    document = read([Sheet(stream([caption, left, right]))])
    first = " ".join(line.text for line in [caption[0], caption[-1], *caption[1:-1], *left])
    assert flat(document) == f"{first} {prose(14, 2)}"


@pytest.mark.parametrize("stream", _STREAMS)
def test_a_short_end_of_two_columns_is_read_one_after_the_other(stream: Stream) -> None:
    text = prose(4, 5)
    assert flat(read([Sheet(stream(_poured(text, 90)))])) == text


@pytest.mark.parametrize("stream", _STREAMS)
def test_a_heading_across_the_columns_parts_what_stands_above_and_below(stream: Stream) -> None:
    upper, lower = prose(24, 5), prose(20, 6)
    above = _poured(upper, 160)
    end = 160 + 12 * len(above[0])
    heading = Line("Harbours and Their Masters in Winter", 100, end + 20, 13, "Times-Bold")
    title = Line("Ports of the North in a Long Winter of War", 50, 90, 18, "Times-Bold")
    byline = Line("Ada Halloran and Bo Voss", 170, 120, 11)
    document = read([Sheet(stream([[title, byline], *above, [heading], *_poured(lower, end + 50)]))])
    assert blocks(document) == [title.text, byline.text, upper, heading.text, lower]
    assert document.title == title.text
    assert [author.family for author in document.authors] == ["Halloran", "Voss"]


@pytest.mark.parametrize("stream", _STREAMS)
def test_an_abstract_across_the_page_comes_before_the_columns(stream: Stream) -> None:
    abstract, text = prose(6, 7), prose(30, 8)
    head = [Line("Abstract", 40, 80, 11, "Times-Bold"), *set_text(abstract, 40, 96, 400)]
    document = read([Sheet(stream([head, *_poured(text, 190)]))])
    assert blocks(document) == ["Abstract", abstract, text]


@pytest.mark.parametrize("stream", _STREAMS)
def test_a_remark_in_the_margin_does_not_break_the_sentence_beside_it(stream: Stream) -> None:
    remark = given(["A remark that", "stands beside", "the text, for", "eager readers", "to look at"], 30, 150, 7.5)
    text = prose(30, 7)
    document = read([Sheet(stream([remark, set_text(text, 110, 100, 320)]))])
    assert blocks(document, BlockKind.PARAGRAPH) == [text]
    assert blocks(document, BlockKind.MARGIN) == [" ".join(line.text for line in remark)]


@pytest.mark.parametrize("stream", _STREAMS)
@pytest.mark.parametrize("head", [["Masters"], ["The office of", "the harbour and", "its men"]])
def test_a_heading_set_out_in_the_margin_stands_before_its_text(stream: Stream, head: list[str]) -> None:
    texts = [prose(9, 7), prose(8, 8)]
    upper = set_text(texts[0], 150, 100, 290)
    below = upper[-1].base + 12
    label = given(head, 40, below, 10, "Times-Bold")
    document = read([Sheet(stream([[*upper], [*label], set_text(texts[1], 150, below, 290)]))])
    assert blocks(document) == [texts[0], " ".join(head), texts[1]]
    assert blocks(document, BlockKind.HEADING) == [" ".join(head)]


@pytest.mark.parametrize("stream", _STREAMS)
def test_a_figure_in_one_column_stays_out_of_the_text_of_the_other(stream: Stream) -> None:
    left = set_text(prose(20, 1), 40, 120, 190)
    caption = set_text("Figure 1. Ships in the harbour by year.", 250, 230, 190, 8)
    right = set_text(prose(12, 2), 250, 270, 190)
    document = read([Sheet(stream([left, caption, right]))])
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(20, 1), prose(12, 2)]
    assert blocks(document, BlockKind.CAPTION) == ["Figure 1. Ships in the harbour by year."]


@pytest.mark.parametrize("stream", _STREAMS)
def test_a_column_beside_a_picture_is_read_in_its_turn(stream: Stream) -> None:
    caption = set_text("Figure 1. Ships in the harbour by year.", 40, 230, 190, 8)
    left = set_text(prose(12, 1), 40, 270, 190)
    right = set_text(prose(3, 2), 250, 80, 190)
    right.append(Line("Cranes", 250, right[-1].base + 24, 10, "Times-Bold"))
    right += set_text(prose(14, 3), 250, right[-1].base + 18, 190, first=12)
    document = read([Sheet(stream([caption, left, right]))])
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(12, 1), prose(3, 2), prose(14, 3)]
    assert blocks(document) == [caption[0].text, prose(12, 1), prose(3, 2), "Cranes", prose(14, 3)]


def _stack(parts: list[tuple[str, float, float, float]]) -> list[Line]:
    """Paragraphs under one another: text, left edge, width, indent of the first line."""
    found: list[Line] = []
    top = 80.0
    for text, x, width, first in parts:
        found += set_text(text, x, top, width, first=first)
        top = found[-1].base + 18
    return found


@pytest.mark.parametrize("stream", [_by_column, _shuffled, _words_shuffled])
def test_a_block_quotation_is_told_from_the_paragraphs_around_it(stream: Stream) -> None:
    parts = [(prose(5, 8), 50, 380, 14), (prose(4, 9), 80, 320, 0), (prose(5, 10), 50, 380, 0)]
    document = read([Sheet(stream([_stack(parts)]))])
    assert blocks(document) == [text for text, *_ in parts]
    assert blocks(document, BlockKind.BLOCK_QUOTATION) == [prose(4, 9)]


@pytest.mark.parametrize("label", ["•", "–", "({n})", "{n}.", "{n})"])
def test_items_of_a_list_are_blocks_of_their_own(label: str) -> None:
    items = [
        f"{label.format(n=number)} {first} {second}"
        for number, (first, second) in enumerate(zip(sentences(3, 11), sentences(3, 12), strict=True), start=1)
    ]
    lines = _stack([(prose(5, 8), 50, 380, 0)])
    for item in items:
        first, *rest = set_text(item, 64, lines[-1].base + 12, 360)
        lines += [first, *(replace(line, x=78) for line in rest)]
    lines += set_text(prose(5, 13), 50, lines[-1].base + 18, 380)
    document = read([Sheet(lines)])
    assert blocks(document) == [prose(5, 8), *items, prose(5, 13)]
    assert blocks(document, BlockKind.LIST_ITEM) == items


@pytest.mark.parametrize("stream", [_by_column, _by_row, _shuffled, _words_by_row])
def test_a_box_across_the_columns_parts_no_sentence(stream: Stream) -> None:
    text, box, more, title = prose(46, 7), prose(5, 8), prose(4, 9), "Box 1. How the ships were counted"
    lines = set_text(text, 40, 90, 185)
    rows = 28  # a sentence runs on overleaf
    left, right, rest = lines[:rows], lines[rows : 2 * rows], lines[2 * rows :]
    columns = [
        [replace(line, x=x, base=90 + 12 * row) for row, line in enumerate(part)]
        for part, x in ((left, 40), (right, 255), (rest, 40))
    ]
    foot = columns[0][-1].base
    over = [Line(title, 46, foot + 34, 9, "Times-Bold"), *set_text(box, 46, foot + 45, 380, 9)]
    over += set_text(more, 46, over[-1].base + 20, 380, 9)
    document = read([Sheet(stream([columns[0], columns[1], over])), Sheet(stream([columns[2]]))])
    assert flat(document) == f"{text} {title} {box} {more}"
