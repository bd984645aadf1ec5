"""Small papers written as text in a test: typeset with reportlab, read and audited in the running process.

Paragraphs are parted by blank lines. A line that begins with "= " is the title, "# " a heading, "> " a block quotation,
"<white> " white print, "---" a new page, "<page image>" a page that is a picture of its words, as a scan is; under the
heading of a reference list each line is an entry.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image as Picture
from PIL import ImageDraw
from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, Image, PageBreak, PageTemplate, Paragraph

from claimtrace.model.document import Document
from claimtrace.model.finding import Finding
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.table import find_pipeline
from claimtrace.read.document import read_document

_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12.5, firstLineIndent=12)
_LIST = ParagraphStyle("list", _BODY, firstLineIndent=-14, leftIndent=14)
_QUOTE = ParagraphStyle("quote", _BODY, firstLineIndent=0, leftIndent=24, rightIndent=24, spaceBefore=6, spaceAfter=6)
_HEAD = ParagraphStyle(
    "head", _BODY, fontName="Times-Bold", fontSize=12, firstLineIndent=0, spaceBefore=9, spaceAfter=5
)
_WHITE = ParagraphStyle("white", _BODY, textColor=white)
_TITLE = ParagraphStyle("title", _HEAD, fontSize=17, leading=20, spaceAfter=12)
_LIST_HEADINGS = {"References", "Bibliography", "Works Cited"}


def pdf_of(text: str) -> bytes:
    """A paper typeset from text; the same text gives the same bytes."""
    flow: list[Flowable] = []
    listed = False
    for line in _lines(text):
        if line.startswith("# "):
            listed = line[2:] in _LIST_HEADINGS
            flow.append(_paragraph(line[2:], _HEAD))
        elif line.startswith("= "):
            flow.append(_paragraph(line[2:], _TITLE))
        elif line.startswith("> "):
            flow.append(_paragraph(line[2:], _QUOTE))
        elif line.startswith("<white> "):
            flow.append(_paragraph(line.removeprefix("<white> "), _WHITE))
        elif line == "---":
            flow.append(PageBreak())
        elif line == "<page image>":
            flow.extend((PageBreak(), _scanned_page(), PageBreak()))
        else:
            flow.append(_paragraph(line, _LIST if listed else _BODY))
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A5, invariant=1)
    frame = Frame(50, 50, A5[0] - 100, A5[1] - 100)
    template.addPageTemplates(PageTemplate(frames=[frame]))
    template.build(flow)
    return out.getvalue()


def _lines(text: str) -> Iterator[str]:
    """Each paragraph, heading and entry on one line."""
    listed = False
    for part in text.strip().split("\n\n"):
        lines = [" ".join(line.split()) for line in part.strip().split("\n")]
        while lines and lines[0].startswith("# "):
            listed = lines[0][2:] in _LIST_HEADINGS
            yield lines.pop(0)
        if lines:
            yield from lines if listed else [" ".join(lines)]


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Paragraph(safe, style)


def _scanned_page() -> Image:
    """A picture of some lines of writing, as large as the type area."""
    picture = Picture.new("L", (320, 495), color=245)
    pen = ImageDraw.Draw(picture)
    for row in range(30):
        pen.text((8, 10 + 16 * row), "The mole was raised by a foot that year, and again.", fill=40)
    stored = io.BytesIO()
    picture.save(stored, "PNG")
    stored.seek(0)
    return Image(stored, width=A5[0] - 112, height=A5[1] - 112)


def document_of(text: str) -> Document:
    """A written paper as the reader gives it."""
    return _read(pdf_of(text))


def audit_of(text: str, pipeline: str | Path = "default") -> Audit:
    """The whole audit of a written paper; nothing is written to disk."""
    data = pdf_of(text)
    return audit_document(_read(data), data, find_pipeline(pipeline))


def findings_of(text: str, check: str) -> list[Finding]:
    """What one check finds in a written paper."""
    return [finding for finding in audit_of(text).findings if finding.check == check]


def _read(data: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        return read_document(path)
