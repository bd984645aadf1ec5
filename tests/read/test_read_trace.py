"""The way back from the text to the page: every word's box lies where the word was drawn."""

from __future__ import annotations

import random

import pytest
from drawn_pages import Line, Rule, Sheet, poured, prose, read, set_text, words_of

from claimtrace.model.document import Document
from claimtrace.model.place import Box, Span


def _spans(document: Document, words: list[Line]) -> list[Span]:
    """The place in the text of each drawn word, in the order of the text."""
    string, spans, offset = document.text.string, [], 0
    for word in words:
        start = string.index(word.text, offset)
        offset = start + len(word.text)
        spans.append(Span(start, offset))
    return spans


def _encloses(box: Box, word: Line) -> bool:
    """Whether the box holds the word and is not much larger."""
    return (
        abs(box.x0 - word.x) < 0.6
        and -0.3 < box.x1 - (word.x + word.width) < 0.1 * word.size  # an italic f hangs over
        and word.base - word.size < box.top < word.base - 0.6 * word.size
        and word.base <= box.bottom < word.base + 0.4 * word.size
    )


def _pages() -> list[list[Line]]:
    """Words of a page in one column, of one in two, and of one in several sizes and fonts."""
    two = [*set_text(prose(14, 2), 40, 100, 190), *set_text(prose(14, 3), 250, 103, 190)]
    mixed = [
        Line("Harbours and Masters of the North", 60, 90, 16, "Times-Bold"),
        *set_text(prose(6, 4), 50, 125, 380, 11, "Helvetica"),
        *set_text(prose(6, 5), 50, 220, 380, 8.5, "Times-Italic"),
    ]
    return [words_of(poured(prose(30, 1))[0]), words_of(two), words_of(mixed)]


@pytest.mark.parametrize("shuffled", [False, True])
def test_every_words_box_lies_where_it_was_drawn(shuffled: bool) -> None:
    pages = _pages()
    streams = [random.Random(6).sample(words, len(words)) for words in pages] if shuffled else pages
    document = read([Sheet(words) for words in streams])
    words = [(word, number) for number, page in enumerate(pages, start=1) for word in page]
    for (word, number), span in zip(words, _spans(document, [word for word, _ in words]), strict=True):
        (box,) = document.text.boxes(span)
        assert box.page == number == document.text.page_of(span.start)
        assert _encloses(box, word), (word, box)


def test_each_line_keeps_its_place_its_size_and_its_look() -> None:
    bold = set_text(prose(4, 1), 50, 90, 380, 11, "Times-Bold")
    plain = set_text(prose(6, 2), 50, 200, 380)
    slanted = set_text(prose(4, 3), 50, 330, 380, 9, "Times-Italic")
    document = read([Sheet([*bold, *plain, *slanted])])
    drawn = [*bold, *plain, *slanted]
    assert [document.text.at(line.span).strip() for line in document.lines] == [line.text for line in drawn]
    for line, source in zip(document.lines, drawn, strict=True):
        assert _encloses(line.box, source)
        assert (line.size, line.bold, line.italic) == (source.size, "Bold" in source.font, "Italic" in source.font)


def test_a_sentence_over_two_columns_has_a_box_for_each_of_its_lines() -> None:
    left = set_text(prose(16, 2), 40, 100, 190)
    cut = len(left) // 2
    moved = [Line(line.text, 250, 100 + row * 12) for row, line in enumerate(left[cut:])]
    document = read([Sheet([*left[:cut], *moved])])
    whole = Span(0, len(document.text.string))
    boxes = document.text.boxes(whole)
    assert [(box.x0, box.page) for box in boxes] == [
        (pytest.approx(line.x, abs=0.6), 1) for line in [*left[:cut], *moved]
    ]


def test_a_part_of_a_word_has_a_part_of_its_box() -> None:
    words = _pages()[0]
    document = read([Sheet(words)])
    word = max(words, key=lambda line: len(line.text))
    span = Span(start := document.text.string.index(word.text), start + len(word.text))
    (whole,) = document.text.boxes(span)
    (head,) = document.text.boxes(Span(span.start, span.start + 3))
    (tail,) = document.text.boxes(Span(span.start + 3, span.end))
    assert whole.x0 == head.x0 < head.x1 == pytest.approx(tail.x0, abs=0.01)
    assert tail.x1 == whole.x1


def test_the_file_is_known_by_its_bytes_and_read_the_same_again() -> None:
    sheets = [Sheet(words) for words in _pages()]
    first, second = read(sheets), read(sheets)
    assert first == second
    assert len(first.id) == 64
    assert first.id != read([Sheet(sheets[0].lines, [Rule(1, 1, 2, 1)])]).id
    assert first.file == "paper.pdf"
    assert [(page.number, page.width, page.height) for page in first.pages] == [(n, 480.0, 680.0) for n in (1, 2, 3)]
