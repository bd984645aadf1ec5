"""A page that is damaged is reported; the other pages are read, under their own numbers, and marked in every output."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from claimtrace.model.document import Document
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.paper import Paper
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.table import find_pipeline
from claimtrace.read.document import read_document
from claimtrace.report.annotated_pdf import annotate
from claimtrace.report.pictures import page_pictures, pages_to_show

LINES = (
    "The harbour closes every winter before the last ships have left it for the south.",
    "No archive keeps what the pilots wrote down, and few of their names are known.",
    "Two islands share one council, and neither has paid for the light on the mole.",
    "Whoever counted the nets of that spring counted those of the neighbours as well.",
)
PAGES = len(LINES)
REASON = "Page 2 was not read: the file is damaged there. Nothing on it was checked."


def sound_paper() -> bytes:
    """Pages with one line each."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(480, 300), invariant=1)
    for line in LINES:
        canvas.drawString(40, 220, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def of_another_kind(data: bytes) -> bytes:
    """A page that calls itself something else."""
    second = list(re.finditer(rb"/Type /Page\b", data))[1]
    return data[: second.start()] + b"/Type /Pane" + data[second.end() :]


def not_there(data: bytes) -> bytes:
    """A number where the list of pages should name one."""
    kids = re.search(rb"/Kids \[ \d+ 0 R (\d+ 0 R)", data)
    assert kids
    return data[: kids.start(1)] + b"99999" + data[kids.end(1) :]


def with_spoilt_drawing(data: bytes) -> bytes:
    """A page whose content cannot be unpacked from its first words on."""
    return with_contents(data, lambda packed: packed[:4] + b"\xff" * 36 + packed[40:])


def with_contents(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The second page with its packed content changed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = pdf.pages[1].obj.Contents
        content.write(change(zlib.compress(content.read_bytes())), filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


DAMAGES = [of_another_kind, not_there, with_spoilt_drawing]


@pytest.fixture(params=DAMAGES, ids=lambda damage: damage.__name__)
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(request.param(sound_paper()))
    return path


def audited(path: Path) -> Audit:
    return audit_document(read_document(path), path.read_bytes(), find_pipeline("default"))


def test_the_damaged_page_is_named_once(paper: Path) -> None:
    found = [finding for finding in audited(paper).findings if finding.check == "extraction-unreliable"]
    assert [(finding.page, finding.message) for finding in found] == [(2, REASON)]


def test_the_other_pages_keep_their_text_and_numbers(paper: Path) -> None:
    document = read_document(paper)
    assert [(page.number, page.problem is None) for page in document.pages] == [
        (1, True),
        (2, False),
        (3, True),
        (4, True),
    ]
    for number, line in enumerate(LINES, 1):
        assert (line in text_of(document, number)) == (number != 2)


def text_of(document: Document, number: int) -> str:
    """What stands on a page."""
    return " ".join(document.text.at(line.span).strip() for line in document.lines if line.box.page == number)


def test_marks_stand_on_the_pages_they_belong_to(paper: Path) -> None:
    read = Paper(read_document(paper))
    finding = Finding("f", "hidden-text", Severity.INFO, Verdict.LIKELY, "Look.", 4, None, "")
    marked = annotate(paper.read_bytes(), read, [finding])
    with pikepdf.open(io.BytesIO(marked)) as pdf:
        assert ["/Annots" in page.obj for page in pdf.pages][-2:] == [False, True]


def test_pictures_of_the_other_pages_are_drawn(paper: Path) -> None:
    audit = audited(paper)
    shown = page_pictures(paper.read_bytes(), range(1, PAGES + 1))
    assert {1, 3, 4} <= {picture.number for picture in shown}
    assert 2 in pages_to_show(audit.paper, audit.findings)


def test_a_blank_page_is_no_damaged_page(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(with_contents(sound_paper(), lambda _: zlib.compress(b"q\nQ\n")))
    assert [page.problem for page in read_document(path).pages] == [None] * PAGES


def test_a_paper_without_a_readable_page_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(sound_paper().replace(b"/Type /Page\n", b"/Type /Pane\n"))
    with pytest.raises(UnreadablePaperError) as refused:
        read_document(path)
    assert str(refused.value) == f"{path}: none of its pages could be read; fetch the file again"


IN_PART = "Page 2 was read in part: the file is damaged there. What is missing was not checked."


@pytest.mark.parametrize(
    "spoil",
    [
        lambda packed: packed[: len(packed) // 2],
        lambda packed: packed[: len(packed) // 2] + b"\x55\x5a" * 20 + packed[len(packed) // 2 + 40 :],
        lambda packed: packed[:-8],
    ],
    ids=["cut", "noise", "end lost"],
)
def test_a_page_that_is_read_in_part_is_named(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    drawing = (
        b"BT /F1 12 Tf 14.4 TL 40 220 Td " + b"".join(b"(Nets of spring %d.) Tj T* " % at for at in range(40)) + b"ET"
    )
    path.write_bytes(with_contents(sound_paper(), lambda _: spoil(zlib.compress(drawing))))
    found = [finding for finding in audited(path).findings if finding.check == "extraction-unreliable"]
    assert [finding.message for finding in found] == [IN_PART]


def test_noise_in_the_place_of_a_page_is_no_blank_page(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    noise = bytes(at * 7 % 256 for at in range(900))
    path.write_bytes(with_contents(sound_paper(), lambda _: zlib.compress(noise)))
    assert [page.problem is None for page in read_document(path).pages] == [True, False, True, True]
