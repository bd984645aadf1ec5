"""The paper of ``same_paper`` typeset as a PDF, its note at the foot of the page that calls it."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table
from same_paper import AUTHORS, CAPTION, COLUMNS, ENTRIES, NOTE, PARTS, ROWS, SOURCE, TITLE, with_calls

_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13, firstLineIndent=14)
_FLUSH = ParagraphStyle("flush", _BODY, firstLineIndent=0, spaceBefore=4, spaceAfter=6)
_QUOTE = ParagraphStyle("quote", _FLUSH, leftIndent=28, rightIndent=28, spaceBefore=6)
_HEAD = ParagraphStyle("head", _FLUSH, fontName="Times-Bold", fontSize=12.5, spaceBefore=10, spaceAfter=5)
_TITLE = ParagraphStyle("title", _HEAD, fontSize=18, leading=22)
_ENTRY = ParagraphStyle("entry", _BODY, firstLineIndent=-14, leftIndent=14)
_NOTE = ParagraphStyle("note", _FLUSH, fontSize=8, leading=10)


def pdf_file() -> bytes:
    """The paper on one page."""
    flow: list[Flowable] = [Paragraph(TITLE, _TITLE), Paragraph(AUTHORS, _FLUSH)]
    for part in PARTS:
        words = with_calls(part.words, "<super>1</super>")
        if part.kind == "table":
            flow.append(Paragraph(CAPTION, _FLUSH))
            flow.append(Table([COLUMNS, *ROWS], style=[("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))]))
            flow.append(Paragraph(SOURCE, _FLUSH))
        elif part.kind == "entries":
            flow.extend(Paragraph(entry.replace("&", "&amp;"), _ENTRY) for entry in ENTRIES)
        else:
            flow.append(Paragraph(words, {"heading": _HEAD, "paragraph": _BODY, "quotation": _QUOTE}[part.kind]))
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, invariant=1)
    frame = Frame(70, 90, A4[0] - 140, A4[1] - 150)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=_foot))
    template.build(flow)
    return out.getvalue()


def _foot(canvas: Canvas, _: BaseDocTemplate) -> None:
    if canvas.getPageNumber() == 1:
        note = Paragraph(f"<super>1</super> {NOTE}", _NOTE)
        note.wrapOn(canvas, A4[0] - 152, 40)
        note.drawOn(canvas, 76, 60)
