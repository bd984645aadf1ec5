"""Pictures of pages, and which part of a page is shown for a passage."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from papers import HEIGHT, PAGES, WIDTH, make_findings, make_paper, pdf_of, span_of, typeset
from PIL import Image

from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text, Trace
from claimtrace.report.pictures import page_pictures, pages_to_show
from claimtrace.report.places import Cropper


def test_pictures_are_small_grey_and_the_same_each_time() -> None:
    (picture,) = page_pictures(pdf_of(), (2,))
    image = Image.open(io.BytesIO(picture.png))
    assert (picture.number, picture.width, picture.height) == (2, WIDTH, HEIGHT)
    assert image.size == (630, 893)
    grey = image.convert("L")
    assert grey.getextrema() == (0, 255)
    assert len(picture.png) < 30_000
    assert page_pictures(pdf_of(), (2,)) == (picture,)


def test_words_stand_in_the_picture_where_their_boxes_say() -> None:
    document = make_paper().document
    (picture,) = page_pictures(pdf_of(), (1,))
    grey = Image.open(io.BytesIO(picture.png)).convert("L")
    scale = grey.width / picture.width
    for box in document.text.boxes(span_of(document, "(Marsh, 2001)")):
        part = grey.crop(tuple(round(v * scale) for v in (box.x0, box.top, box.x1, box.bottom)))
        assert part.getextrema()[0] < 60
        beside = grey.crop(tuple(round(v * scale) for v in (box.x1 + 6, box.top, box.x1 + 40, box.bottom)))
        assert beside.getextrema()[0] == 255


def test_pages_that_are_not_there_are_left_out() -> None:
    assert [p.number for p in page_pictures(pdf_of(), (0, 1, 7))] == [1]


def test_a_file_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        page_pictures(b"no pdf", (1,))


def test_pages_of_findings_evidence_and_both_sides_of_a_repeat_are_shown() -> None:
    paper = make_paper()
    findings = {finding.id: finding for finding in make_findings(paper)}
    assert pages_to_show(paper, [findings["finding-none"]]) == (1,)
    assert pages_to_show(paper, [findings["finding-old"]]) == (1, 2), "its evidence stands on page 2"
    twice = replace(findings["finding-twice"], evidence=())
    assert pages_to_show(paper, [twice]) == (1, 2)
    assert pages_to_show(paper, findings.values(), limit=1) == (1,)


def test_a_crop_holds_the_mark_and_whole_lines_around_it() -> None:
    document = make_paper().document
    (crop,) = Cropper(document).crops(span_of(document, "(Quill, 2012)"))
    (mark,) = crop.marks
    assert crop.page == 1 and not crop.cut
    assert crop.x < mark.x0 and crop.x + crop.width > mark.x1
    tops = [line.box.top for line in document.lines if line.box.page == 1]
    bottoms = [line.box.bottom for line in document.lines if line.box.page == 1]
    assert crop.y < tops[0], "two lines above"
    assert crop.y + crop.height > bottoms[3], "what there is below"


def test_a_passage_over_two_pages_has_two_crops() -> None:
    document = make_paper().document
    lines = document.lines
    crops = Cropper(document).crops(Span(lines[3].span.start, lines[4].span.end))
    assert [crop.page for crop in crops] == [1, 2]


def test_a_passage_over_two_columns_has_two_crops() -> None:
    trace = Trace()
    trace.append(Span(0, 4), Box(1, 60, 500, 180, 511))
    trace.append(Span(5, 9), Box(1, 220, 80, 340, 91))
    document = replace(make_paper().document, text=Text("left right", trace), lines=())
    first, second = Cropper(document).crops(Span(0, 10))
    assert first.x + first.width < second.marks[0].x1 and second.y < 80 < first.y


def test_a_long_passage_is_cut_and_says_so() -> None:
    document = typeset([[f"Line {n} of a passage that never ends." for n in range(25)]])
    (crop,) = Cropper(document).crops(Span(0, len(document.text.string)))
    assert crop.cut and crop.height < 300
    assert all(mark.top < crop.y + crop.height for mark in crop.marks)


def test_a_passage_that_is_shown_to_its_end_does_not_go_on() -> None:
    document = typeset([[f"Line {n} of a passage that has an end." for n in range(12)]])
    (crop,) = Cropper(document).crops(Span(0, len(document.text.string)))
    assert not crop.cut
    assert crop.marks[-1].bottom <= crop.y + crop.height + 1


def test_a_page_without_a_mark_shows_its_upper_part() -> None:
    cropper = Cropper(make_paper().document)
    crop = cropper.upper_part(1)
    assert crop is not None and crop.marks == () and crop.width == WIDTH
    assert cropper.upper_part(len(PAGES) + 1) is None
