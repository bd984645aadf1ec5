"""Pages that are more than columns: floats across some of them, boxes, pictures in the text, marks over the page."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from drawn_pages import Line, Sheet, blocks, flat, given, poured, prose, read, set_text, words_of

from claimtrace.model.document import BlockKind

_TEXT = prose(190, 3)


def _as_set(lines: list[Line]) -> list[Line]:
    return lines


def _by_row(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.base, line.x))


def _shuffled(lines: list[Line]) -> list[Line]:
    words = words_of(lines)
    random.Random(5).shuffle(words)
    return words


_STREAMS = [_as_set, _by_row, _shuffled]
Stream = Callable[[list[Line]], list[Line]]


@pytest.mark.parametrize("stream", _STREAMS)
def test_a_figure_across_two_of_three_columns_parts_none_of_them(stream: Stream) -> None:
    texts = [prose(10, 1), prose(10, 2), prose(16, 4)]
    caption = set_text("Figure 1. Ships in the harbour by year and by the kind of their cargo.", 40, 210, 258, 8)
    lines = [
        *caption,
        *set_text(texts[0], 40, 240, 120, 9),
        *set_text(texts[1], 178, 240, 120, 9),
        *set_text(texts[2], 316, 80, 120, 9),
    ]
    document = read([Sheet(stream(lines))])
    assert blocks(document)[:1] == [" ".join(line.text for line in caption)]
    assert blocks(document)[1:] == texts


@pytest.mark.parametrize("stream", _STREAMS)
def test_a_boxed_text_beside_the_column_stays_whole(stream: Stream) -> None:
    text, box = prose(24, 6), prose(4, 7)
    lines = [*set_text(text, 40, 80, 230), *set_text(box, 300, 160, 130, 9, "Helvetica")]
    document = read([Sheet(stream(lines))])
    found = blocks(document)
    assert text in found
    assert box in found


@pytest.mark.parametrize("stream", _STREAMS)
@pytest.mark.parametrize("on_left", [True, False])
def test_text_that_goes_around_a_figure_is_read_down(stream: Stream, on_left: bool) -> None:
    text = prose(24, 8)
    wide = set_text(text, 40, 80, 400)
    upper = wide[:6]
    rest = text[len(" ".join(line.text for line in upper)) + 1 :]
    narrow = set_text(rest, 200 if on_left else 40, 80 + 6 * 12, 240)[:9]
    rest = rest[len(" ".join(line.text for line in narrow)) + 1 :]
    lower = set_text(rest, 40, 80 + 15 * 12, 400)
    caption = given(["Figure 1. Ships that lay in", "the harbour, by year."], 40 if on_left else 300, 240, 8)
    document = read([Sheet(stream([*upper, *narrow, *caption, *lower]))])
    assert blocks(document, BlockKind.CAPTION) == [" ".join(line.text for line in caption)]
    assert blocks(document, BlockKind.PARAGRAPH) == [text]


@pytest.mark.parametrize("turned", [0.0, 45.0, 55.0])
@pytest.mark.parametrize("first", [True, False])
def test_a_watermark_across_the_page_is_no_text(turned: float, first: bool) -> None:
    mark = Line("DRAFT", 130, 430 if turned else 300, 90, "Helvetica-Bold", turned)
    pages = poured(_TEXT)
    document = read([Sheet([mark, *page] if first else [*page, mark]) for page in pages])
    assert flat(document) == _TEXT
    assert "DRAFT" in " ".join(item.text for item in document.furniture)


def test_a_licence_line_on_each_page_is_furniture() -> None:
    licence = "Downloaded from harbour-press.example by guest. Licensed under CC BY 4.0."
    sheets = [Sheet([*page, Line(licence, 60, 655, 7)]) for page in poured(_TEXT)]
    document = read(sheets)
    assert flat(document) == _TEXT
    assert sum(licence in item.text for item in document.furniture) == len(sheets)


def test_a_licence_line_up_the_margin_is_furniture() -> None:
    licence = "Downloaded from harbour-press.example by guest on 3 May 2021"
    document = read([Sheet([*page, Line(licence, 465, 500, 7, turned=90)]) for page in poured(_TEXT)])
    assert flat(document) == _TEXT
    assert licence in " ".join(item.text for item in document.furniture)


def test_chapter_heads_that_change_are_furniture() -> None:
    chapters = ["The Harbour", "The Harbour", "Masters of the Cable", "Masters of the Cable", "What the River Took"]
    sheets = []
    for at, page in enumerate(poured(_TEXT, 26)):
        head = [Line(str(at + 40), 50, 50, 9), Line("Ports of the North", 200, 50, 9, "Times-Italic")]
        if at % 2:
            head = [Line(chapters[at], 200, 50, 9, "Times-Italic"), Line(str(at + 40), 415, 50, 9)]
        sheets.append(Sheet([*head, *page]))
    document = read(sheets)
    assert flat(document) == _TEXT
    assert [page.folio for page in document.pages] == ["40", "41", "42", "43", "44"]


def _capital_later(lines: list[Line]) -> list[Line]:
    """The capital, which is the second of these lines, behind those that it stands beside."""
    rows = sum(line.x > 55 for line in lines)
    return [lines[0], *lines[2 : 2 + rows], lines[1], *lines[2 + rows :]]


@pytest.mark.parametrize("stream", [_as_set, _shuffled, _capital_later])
@pytest.mark.parametrize(("rows", "lower"), [(2, 0), (3, 0), (2, -2), (2, 3), (3, 3)])
def test_a_drop_capital_joins_its_word(stream: Stream, rows: int, lower: float) -> None:
    text = "The towns of the coast keep their own ships. " + prose(14, 9)
    size = (12 * (rows - 1) + 6.62) / 0.662  # from the head of the first line to the foot of the last
    capital = Line("T", 50, 120 + 12 * (rows - 1) + lower, size)
    beside = set_text(text[1:], 50 + capital.width + 2, 120, 380 - capital.width - 2)[:rows]
    rest = text[1 + len(" ".join(line.text for line in beside)) + 1 :]
    lines = [
        Line("The Towns and Their Ships", 50, 90, 12, "Times-Bold"),
        capital,
        *beside,
        *set_text(rest, 50, 120 + 12 * rows, 380),
    ]
    document = read([Sheet(stream(lines))])
    assert blocks(document) == ["The Towns and Their Ships", text]


@pytest.mark.parametrize("spaced", ["M E T H O D S", "R E S U L T S  A N D  D I S C U S S I O N"])
def test_a_letter_spaced_heading_is_read_as_words(spaced: str) -> None:
    lines = set_text(prose(12, 9), 50, 80, 380)
    head = Line(spaced, 50, lines[-1].base + 30, 11, "Times-Bold")
    lines = [*lines, head, *set_text(prose(12, 10), 50, head.base + 20, 380)]
    document = read([Sheet(lines)])
    whole = " ".join(part.replace(" ", "") for part in spaced.split("  "))
    assert blocks(document, BlockKind.HEADING) == [whole]


def test_roman_folios_of_the_front_and_arabic_ones_of_the_text_are_both_known() -> None:
    folios = ["v", "vi", "vii", "1", "2", "3", "4"]
    pages = poured(prose(190, 3), 18)
    document = read([Sheet([*page, Line(folio, 238, 640, 9)]) for page, folio in zip(pages, folios, strict=False)])
    assert [page.folio for page in document.pages] == folios[: len(document.pages)]


def test_paragraphs_of_one_indented_line_each_are_no_block_quotation() -> None:
    short = ["Earlier counts of the ships came to much the same.", "Reports from the pilots agree on this."]
    lines = set_text(prose(8, 9), 50, 90, 380, first=15)
    below = lines[-1].base + 12
    lines += [Line(text, 65, below + 12 * at) for at, text in enumerate(short)]
    lines += set_text(prose(8, 11), 50, below + 24, 380, first=15)
    document = read([Sheet(lines)])
    assert blocks(document, BlockKind.BLOCK_QUOTATION) == []
    assert " ".join(blocks(document, BlockKind.PARAGRAPH)) == " ".join([prose(8, 9), *short, prose(8, 11)])


_LEFT = ["Ledgers of the bay", "Quays", "Pilots of the northern mole"]
_RIGHT = ["Storms near Ives", "Fogs", "Floods of the river", "Tides"]


@pytest.mark.parametrize("stream", _STREAMS)
@pytest.mark.parametrize("sign", ["\N{BULLET}", "#."])
@pytest.mark.parametrize("heads", [True, False])
def test_two_columns_of_items_are_read_one_after_the_other(stream: Stream, sign: str, heads: bool) -> None:
    lines = [Line("What the Masters Counted", 50, 60, 20, "Helvetica-Bold"), *set_text(prose(3, 5), 50, 90, 380)]
    if heads:
        lines += [Line("Then", 50, 150, 12, "Helvetica-Bold"), Line("Now", 260, 150, 12, "Helvetica-Bold")]
    found = []
    for x, items in ((50, _LEFT), (260, _RIGHT)):
        found += ["Then" if x == 50 else "Now"] if heads else []
        for at, item in enumerate(items):
            mark = sign.replace("#", str(at + 1))
            lines += [Line(mark, x, 170 + 16 * at, 12), Line(item, x + 18, 170 + 16 * at, 12)]
            found.append(f"{mark} {item}")
    lines += set_text(prose(4, 6), 50, 260, 380)
    document = read([Sheet(stream(lines))])
    assert blocks(document) == ["What the Masters Counted", prose(3, 5), *found, prose(4, 6)]
