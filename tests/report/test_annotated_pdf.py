"""The annotated PDF: one mark for each finding, at its words, seen by every viewer, with nothing lost."""

from __future__ import annotations

import io
import warnings
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from papers import HEIGHT, PAGES, WIDTH, hostile_view, make_findings, make_paper, pdf_of
from pikepdf import Array, Dictionary, Name
from PIL import ImageChops

from claimtrace.model.errors import OutputError
from claimtrace.model.finding import Finding, Severity
from claimtrace.model.place import Span
from claimtrace.report.annotated_pdf import annotate

TURNS = {  # how the words of an upright page are set so that a viewer who turns the page shows them upright
    0: (1, 0, 0, 1, 0, 0),
    90: (0, 1, -1, 0, HEIGHT, 0),
    180: (-1, 0, 0, -1, WIDTH, HEIGHT),
    270: (0, -1, 1, 0, 0, WIDTH),
}


OPEN: list[pikepdf.Pdf] = []  # objects live as long as their file is open


def annotations(pdf: bytes, page: int) -> list[pikepdf.Object]:
    document = pikepdf.open(io.BytesIO(pdf))
    OPEN.append(document)
    return list(document.pages[page - 1].obj.get("/Annots", []))


def turned(rotation: int, dx: float = 0, dy: float = 0) -> bytes:
    """The PDF of the paper with turned pages, whose boxes begin at another point; the rotation is inherited."""
    document = pikepdf.open(io.BytesIO(pdf_of()))
    width, height = (HEIGHT, WIDTH) if rotation in (90, 270) else (WIDTH, HEIGHT)
    a, b, c, d, e, f = TURNS[rotation]
    for page in document.pages:
        page.contents_coalesce()
        words = page.obj.Contents.read_bytes()
        setting = " ".join(f"{v:g}" for v in (a, b, c, d, e + dx, f + dy))
        page.obj.Contents = document.make_stream(b"q %b cm\n%b\nQ" % (setting.encode(), words))
        page.obj.MediaBox = Array([dx - 30, dy - 20, dx + width + 11, dy + height + 13])
        page.obj.CropBox = Array([dx, dy, dx + width, dy + height])
        if "/Rotate" in page.obj:
            del page.obj.Rotate
    document.Root.Pages.Rotate = rotation
    out = io.BytesIO()
    document.save(out, static_id=True)
    return out.getvalue()


def changed_box(before: bytes, after: bytes, page: int) -> tuple[int, ...] | None:
    """Where two PDFs look different, in points as a viewer shows the page."""
    pictures = []
    for pdf in (before, after):
        document = pypdfium2.PdfDocument(pdf)
        pictures.append(document[page - 1].render(scale=1, may_draw_forms=True).to_pil().convert("RGB"))
        document.close()
    return ImageChops.difference(*pictures).getbbox()


@pytest.fixture(scope="module")
def marked() -> bytes:
    paper = make_paper()
    return annotate(pdf_of(), paper, make_findings(paper))


def test_each_finding_has_its_mark_on_its_page(marked: bytes) -> None:
    for page in (1, 2):
        expected = {
            f.id: Name.Highlight if f.span else Name.Text for f in make_findings(make_paper()) if f.page == page
        }
        assert {str(a.NM): a.Subtype for a in annotations(marked, page)} == expected


def test_a_mark_says_who_what_and_why(marked: bytes) -> None:
    (mark,) = [a for a in annotations(marked, 1) if a.NM == "finding-old"]
    assert mark.T == "claimtrace"
    assert mark.Subj == "source-predates-event (error, confirmed)"
    contents = str(mark.Contents)
    assert contents.startswith("source-predates-event (error, confirmed)\nQuill 2012 is older than")
    assert "Entry, page 2: Quill, B. (2012)." in contents
    assert "/M" not in mark and "/CreationDate" not in mark


def test_quads_are_the_boxes_of_the_words(marked: bytes) -> None:
    paper = make_paper()
    finding = make_findings(paper)[1]
    (mark,) = [a for a in annotations(marked, 1) if finding.id == a.NM]
    (box,) = paper.document.text.boxes(finding.span)  # type: ignore[arg-type]
    top, bottom = HEIGHT - box.top, HEIGHT - box.bottom
    expected = [box.x0, top, box.x1, top, box.x0, bottom, box.x1, bottom]
    assert [float(v) for v in mark.QuadPoints] == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_mark_is_seen_at_the_words_however_the_page_is_turned(rotation: int) -> None:
    paper = make_paper()
    finding = make_findings(paper)[1]
    before = turned(rotation, 37, -53)
    seen = changed_box(before, annotate(before, paper, [finding]), 1)
    (box,) = paper.document.text.boxes(finding.span)  # type: ignore[arg-type]
    assert seen == pytest.approx((box.x0, box.top, box.x1, box.bottom + 1.8), abs=1.6)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_note_is_seen_in_the_upper_right_corner_however_the_page_is_turned(rotation: int) -> None:
    paper = make_paper()
    before = turned(rotation, 37, -53)
    seen = changed_box(before, annotate(before, paper, [make_findings(paper)[-1]]), 2)
    assert seen == pytest.approx((WIDTH - 26, 10, WIDTH - 10, 26), abs=2)


def test_a_passage_over_two_pages_is_marked_on_both() -> None:
    paper = make_paper()
    lines = paper.document.lines
    finding = replace(make_findings(paper)[0], span=Span(lines[3].span.start, lines[4].span.end))
    pdf = annotate(pdf_of(), paper, [finding])
    assert [len(annotations(pdf, page)) for page in (1, 2)] == [1, 1]
    assert "begins on page 1" in str(annotations(pdf, 2)[0].Contents)


def test_findings_at_one_place_do_not_hide_each_other() -> None:
    paper = make_paper()
    first = make_findings(paper)[0]
    inner = replace(make_findings(paper)[0], id="finding-inner", check="other-check", span=paper.citations[1].span)
    same = replace(first, id="finding-same", check="third-check", severity=Severity.WARNING)
    marks = annotations(annotate(pdf_of(), paper, [inner, first, same]), 1)
    assert [str(mark.NM) for mark in marks] == ["finding-same", "finding-old", "finding-inner"], (
        "short and grave on top"
    )
    assert len({float(mark.Rect[1]) for mark in marks}) == 3, "each is underlined at a height of its own"
    assert "At the same place: third-check, source-predates-event." in str(marks[2].Contents)
    for mark in marks:
        drawing = mark.AP.N
        assert Name.Multiply == drawing.Resources.ExtGState.Multiply.BM
        assert list(drawing.BBox) == list(mark.Rect)


def test_what_was_in_the_file_is_kept() -> None:
    document = pikepdf.open(io.BytesIO(pdf_of()))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Contents="kept")
    shared = document.make_indirect(Array([document.make_indirect(link)]))
    for page in document.pages:
        page.obj.Annots = shared
    document.docinfo["/Title"] = "Tides"
    metadata = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">  as it was  </x:xmpmeta>'
    document.Root.Metadata = document.make_stream(metadata, Type=Name.Metadata, Subtype=Name.XML)
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("First", 0))
    out = io.BytesIO()
    document.save(out, fix_metadata_version=False)
    paper = make_paper()
    after = annotate(out.getvalue(), paper, [make_findings(paper)[0]])
    assert [str(a.get("/Contents"))[:4] for a in annotations(after, 1)] == ["kept", "sour"]
    assert len(annotations(after, 2)) == 1
    read = pikepdf.open(io.BytesIO(after))
    assert read.docinfo["/Title"] == "Tides"
    assert read.Root.Metadata.read_bytes() == metadata
    with read.open_outline() as outline:
        assert [item.title for item in outline.root] == ["First"]
    words = pypdfium2.PdfDocument(after)[0].get_textpage().get_text_range().split("\r\n")
    assert words == list(PAGES[0])


@pytest.mark.filterwarnings("error")
def test_a_field_outside_the_form_of_the_paper_is_left_as_it_is() -> None:
    document = pikepdf.open(io.BytesIO(pdf_of()))
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="name", Rect=[10, 10, 90, 30])
    document.pages[0].obj.Annots = Array([document.make_indirect(field)])
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        document.save(out)
    paper = make_paper()
    subtypes = [a.Subtype for a in annotations(annotate(out.getvalue(), paper, make_findings(paper)), 1)]
    assert Name.Widget in subtypes


def test_the_file_is_sound_and_the_same_each_time(marked: bytes) -> None:
    paper = make_paper()
    assert annotate(pdf_of(), paper, make_findings(paper)) == marked
    assert not pikepdf.open(io.BytesIO(marked)).check_pdf_syntax()


def test_hostile_words_stay_words() -> None:
    view = hostile_view()
    pdf = annotate(pdf_of(), view.paper, view.findings)
    assert "<script>alert(1)</script>" in str(annotations(pdf, 1)[0].Contents)
    assert "\x00" not in str(annotations(pdf, 1)[0].Contents)


def test_a_file_that_is_no_pdf_is_refused_in_one_line() -> None:
    paper = make_paper()
    findings: list[Finding] = list(make_findings(paper))
    with pytest.raises(OutputError, match=r"paper\.pdf: marks cannot be set"):
        annotate(b"no pdf", paper, findings)
