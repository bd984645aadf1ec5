"""Whatever is done to a file, the reader gives a document or one line that says what is wrong with it."""

from __future__ import annotations

import io
import signal
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from damaged_papers import damaged, small_paper
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from claimtrace.model.document import Document
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import USUAL
from claimtrace.model.place import Span
from claimtrace.read.document import read_document
from claimtrace.read.isolated import Reading

_CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/paper.pdf"))
_PATIENCE = 60  # seconds; none of these files takes more than two


@pytest.fixture(autouse=True)
def _not_for_ever() -> Iterator[None]:
    """A file on which the reader never ends fails its test instead of stopping all of them."""

    def too_long(*_: object) -> None:
        raise TimeoutError("the reader did not come back")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(_PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _refusal(read: Callable[[], Document], path: Path) -> str | None:
    """The line with which a file is refused, ``None`` where it was read; anything else is a fault."""
    try:
        document = read()
    except UnreadablePaperError as error:
        message = str(error)
        assert message.startswith(f"{path}: ")
        assert "\n" not in message
        assert ";" in message  # what is wrong; what to do
        return message
    length = len(document.text.string)
    assert document.pages
    assert all(block.span.end <= length for block in document.blocks)
    assert {box.page for box in document.text.boxes(Span(0, length))} <= {page.number for page in document.pages}
    return None


@pytest.mark.parametrize("first", range(0, 2016, 126))
def test_a_damaged_small_paper_is_read_or_refused(first: int, tmp_path: Path) -> None:
    path, paper = tmp_path / "small.pdf", small_paper()
    for number in range(first, first + 126):
        path.write_bytes(damaged(paper, number))
        _refusal(lambda: read_document(path), path)


def test_a_damaged_long_paper_is_read_or_refused(tmp_path: Path) -> None:
    path, paper = tmp_path / "long.pdf", _CORPUS[0].read_bytes()
    for number in range(9):
        path.write_bytes(damaged(paper, number))
        _refusal(lambda: read_document(path), path)


@pytest.mark.parametrize("first", [100, 103, 106])
def test_a_damaged_paper_takes_only_its_own_process_down(first: int, tmp_path: Path) -> None:
    readings = []
    for number in range(first, first + 3):
        path = tmp_path / f"paper-{number}.pdf"
        path.write_bytes(damaged(_CORPUS[number % len(_CORPUS)].read_bytes(), number))
        readings.append((path, Reading(path)))
    for path, reading in readings:
        _refusal(reading.document, path)


def _changed(change: Callable[[pikepdf.Pdf], object], **saving: pikepdf.Encryption) -> bytes:
    with pikepdf.open(io.BytesIO(small_paper())) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **saving)  # type: ignore[arg-type]
        return out.getvalue()


def _unchanged(pdf: pikepdf.Pdf) -> None:
    pass


def _encrypted(user: str) -> bytes:
    return _changed(_unchanged, encryption=pikepdf.Encryption(owner="tide", user=user))


def _without_pages(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids = pikepdf.Array()
    pdf.Root.Pages.Count = 0


def _pages_within_themselves(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids[0] = pdf.Root.Pages


def _pages_listed_again(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _pages_in_a_ring(pdf: pikepdf.Pdf) -> None:
    first, second = (pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1)) for _ in range(2))
    first.Kids, second.Kids = pikepdf.Array([second]), pikepdf.Array([first])
    pdf.Root.Pages.Kids.append(first)


def _many_objects(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Many = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(At=at)) for at in range(10_000)])


def _bomb(pdf: pikepdf.Pdf) -> None:
    """A drawing of 4 GiB, packed into 4 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    mebibyte = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    empty = zlib.compress(b"")
    pdf.pages[0].obj.Contents.write(empty[:2] + mebibyte * 4096 + empty[2:], filter=pikepdf.Name.FlateDecode)


def _drawing_within_itself(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_indirect(pikepdf.Stream(pdf, b"/Again Do"))
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = [0, 0, 480, 300]
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Again=form))
    pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Again=form)
    pdf.pages[0].contents_add(b"/Again Do")


def _boundless(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].mediabox = [0, 0, 1e9, 1e9]


def _without_fonts(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font = pikepdf.Dictionary()


def _scan() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(480, 300), invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (48, 30), 200)), 0, 0, 480, 300)
    canvas.save()
    return out.getvalue()


_REFUSED = {
    "empty": (b"", "is empty"),
    "a web page": (b"<!doctype html><title>Sign in to read this paper</title>", "holds no text to audit"),
    "a web page about PDF": (b"<html>%PDF-1.4 is what you asked for</html>", "is damaged"),
    "a head only": (b"%PDF-1.7\n", "is damaged"),
    "half a file": (small_paper()[: len(small_paper()) // 2], "is damaged"),
    "encrypted": (_encrypted("low"), "needs a password"),
    "without pages": (_changed(_without_pages), "fetch the file again"),
    "a scan": (_scan(), "OCR"),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_a_file_that_is_no_readable_paper_is_refused(name: str, tmp_path: Path) -> None:
    data, reason = _REFUSED[name]
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    message = _refusal(lambda: read_document(path), path)
    assert message is not None
    assert reason in message


_READ = {
    "encrypted, open to all": _encrypted(""),
    "a line before the head": b"\n\n" + small_paper(),
    "something behind the end": small_paper() + b"\n" * 3000 + b"<!-- saved -->",
    "more pages promised than there are": small_paper().replace(b"/Count 2", b"/Count 9"),
    "pages listed again": _changed(_pages_listed_again),
    "pages in a ring": _changed(_pages_in_a_ring),
    "ten thousand objects": _changed(_many_objects),
    "a drawing within itself": _changed(_drawing_within_itself),
    "a boundless page": _changed(_boundless),
    "without fonts": _changed(_without_fonts),
}


@pytest.mark.parametrize("name", _READ)
def test_a_file_that_is_only_odd_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(_READ[name])
    whole = tmp_path / "whole.pdf"
    whole.write_bytes(small_paper())
    assert read_document(path).text.string == read_document(whole).text.string


def test_pages_within_themselves_come_to_an_end(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(_changed(_pages_within_themselves))
    _refusal(Reading(path).document, path)


@pytest.mark.skipif(sys.platform != "linux", reason="only here is a process held to so much memory")
def test_a_file_that_unpacks_to_more_than_the_memory_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(_changed(_bomb))
    message = _refusal(Reading(path, replace(USUAL, memory=1000)).document, path)
    assert message is not None
    assert "the limit of 1000 MiB" in message


@pytest.mark.parametrize("what", ["missing", "folder"])
@pytest.mark.parametrize("read", [read_document, lambda path: Reading(path).document()], ids=["here", "apart"])
def test_what_is_no_file_is_refused_at_once(what: str, read: Callable[[Path], Document], tmp_path: Path) -> None:
    path = tmp_path / "papers"
    if what == "folder":
        path.mkdir()
    assert _refusal(lambda: read(path), path) is not None


def test_a_paper_read_apart_is_the_same_as_one_read_here() -> None:
    reading = Reading(_CORPUS[0])
    assert reading.data == _CORPUS[0].read_bytes()
    assert reading.document() == read_document(_CORPUS[0])
