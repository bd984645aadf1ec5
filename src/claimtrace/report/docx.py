"""The reviewer's letter as a Word file, to paste from and to edit; the same letter gives the same bytes."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from claimtrace.report.letter import Letter, Point

_FONT = "Calibri"
_INK = RGBColor(0x1B, 0x20, 0x26)
_MUTED = RGBColor(0x56, 0x60, 0x6B)
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file can tell
_STEP = Mm(7)


def render_docx(written: Letter) -> bytes:
    """A letter as DOCX. What a paper says is text, without field or link."""
    word = Document()
    _dress(word)
    _tell_properties(word, written)
    _write(word, written)
    out = io.BytesIO()
    word.save(out)
    return _without_times(out.getvalue())


def _dress(word: Word) -> None:
    """Set page and styles: everything a reviewer edits stands in a style, so that it can be changed in one place."""
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    for name, size, before, after in (("Normal", 11, 0, 6), ("Title", 20, 0, 4), ("Heading 1", 14, 16, 6)):
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
        style.element.rPr.rFonts.attrib.update({qn(f"w:{face}"): _FONT for face in ("eastAsia", "hAnsi", "cs")})
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for name, left, italic, muted in (
        ("Point", 1, False, False),
        ("Passage", 2, True, False),
        ("Ground", 2, False, True),
    ):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        style.paragraph_format.left_indent = left * _STEP
        style.font.italic = italic
        if muted:
            style.font.color.rgb, style.font.size = _MUTED, Pt(10)
    word.styles["Point"].paragraph_format.first_line_indent = -_STEP
    word.styles["Point"].paragraph_format.keep_with_next = True


def _tell_properties(word: Word, written: Letter) -> None:
    properties = word.core_properties
    properties.title, properties.author = f"Notes on {written.title}"[:255], written.made_by
    properties.last_modified_by, properties.comments, properties.language = written.made_by, "", "en-GB"
    element = properties._element
    for child in [child for child in element if child.tag in (qn("dcterms:created"), qn("dcterms:modified"))]:
        element.remove(child)


def _write(word: Word, written: Letter) -> None:
    word.add_paragraph(f"Notes on {written.title}", "Title")
    for paragraph in (written.about, *written.opening):
        word.add_paragraph(paragraph)
    for heading, points in (("Major points", written.major), ("Minor points", written.minor)):
        if points:
            word.add_heading(heading)
        for point in points:
            _write_point(word, point)
    lists = (
        ("Questions to the author", [f"{question.words} ({question.behind})" for question in written.questions]),
        ("Dismissed by a person", written.dismissed),
        ("Found in order", written.sound),
        ("Not checked", written.unchecked),
    )
    for heading, items in lists:
        if items:
            word.add_heading(heading)
        for item in items:
            word.add_paragraph(item, "List Bullet")
    word.add_paragraph(written.foot, "Ground").paragraph_format.left_indent = 0


def _write_point(word: Word, point: Point) -> None:
    head: Paragraph = word.add_paragraph(f"{point.number}.\t", "Point")
    head.add_run(f"{point.where}. ").bold = True
    head.add_run(" ".join(filter(None, (point.message, point.doubt))))
    for words in point.quotes:
        word.add_paragraph(words, "Passage")
    for line in point.evidence:
        word.add_paragraph(line, "Ground")


def _without_times(packed: bytes) -> bytes:
    """The same archive with one fixed time on every file in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _BEGINNING), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
