"""extraction-unreliable: pages that were not read, and pages that hold little by design."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from claimtrace.model.finding import Finding
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.table import find_pipeline
from claimtrace.read.document import read_document
from written_papers import audit_of

CHECK = "extraction-unreliable"
TEXT = "The harbour office was moved twice before anyone thought of asking the pilots (Quill, 2012)."
LIST = "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
WIDTH, HEIGHT = 420, 595
INVISIBLE = 3  # how a program that recognises text lays it upon a scan


def found(audit: Audit) -> list[Finding]:
    return [finding for finding in audit.findings if finding.check == CHECK]


def test_each_page_that_is_a_picture_is_named() -> None:
    audit = audit_of("\n\n".join((TEXT, "<page image>", TEXT, "<page image>", LIST)))
    assert [finding.page for finding in found(audit)] == [2, 4]
    assert all("Nothing on it was checked" in finding.message for finding in found(audit))
    assert next(row.checked for row in audit.coverage if row.check == CHECK) == 5


def test_a_page_without_a_quote_has_none_in_the_audit_file() -> None:
    audit = audit_of("\n\n".join((TEXT, "<page image>", LIST)))
    (row,) = (row for row in audit.data()["findings"] if row["check"] == CHECK)
    assert (row["page"], row["quote"], row["span"], row["boxes"]) == (2, None, None, [])


def test_a_short_last_page_is_no_problem() -> None:
    assert found(audit_of("\n\n".join((TEXT, "---", "The end.", "---", LIST)))) == []


@pytest.mark.parametrize(
    ("picture", "lines", "mode", "pages"),
    [
        ((0, 0, WIDTH, HEIGHT), [], 0, [2]),
        ((20, 20, WIDTH - 40, HEIGHT - 40), ["112"], 0, [2]),
        ((20, 300, WIDTH - 40, 200), [], 0, []),
        ((20, 80, WIDTH - 40, HEIGHT - 100), ["Figure 3. The outer mole in 1911."], 0, []),
        ((0, 0, WIDTH, HEIGHT), [TEXT] * 12, INVISIBLE, []),
    ],
    ids=["a scan", "a scan with a folio", "a smaller picture", "a figure with its caption", "a recognised scan"],
)
def test_a_page_with_a_picture(
    picture: tuple[int, int, int, int], lines: list[str], mode: int, pages: list[int], tmp_path: Path
) -> None:
    audit = _audit(_drawn(picture, lines, mode), tmp_path)
    assert [finding.page for finding in found(audit)] == pages


def test_a_recognised_scan_is_read(tmp_path: Path) -> None:
    audit = _audit(_drawn((0, 0, WIDTH, HEIGHT), [TEXT] * 12, INVISIBLE), tmp_path)
    assert [row["text"] for row in audit.data()["citations"] if row["page"] == 2] == ["(Quill, 2012)"] * 12


def _drawn(picture: tuple[int, int, int, int], lines: list[str], mode: int) -> bytes:
    """A page of text, then one with a picture and lines of writing."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setFont("Times-Roman", 9)
    canvas.drawString(30, 300, TEXT)
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), *picture)
    text = canvas.beginText(30, 500 if lines[1:] else 30)
    text.setFont("Times-Roman", 9)
    text.setTextRenderMode(mode)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _audit(data: bytes, folder: Path) -> Audit:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return audit_document(read_document(path), data, find_pipeline("default"))
