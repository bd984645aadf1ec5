"""Word files put together from paragraphs in Word's own XML."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import docx
from drafts import FILLER
from same_docx import changed, footnote_parts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text: str, look: str = "") -> str:
    """A run of text with run properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs; plain words are made a run."""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(content: str, style: str) -> str:
    """A paragraph of a named style."""
    return paragraph(content, f'<w:pStyle w:val="{style}"/>')


def field(result: str, instruction: str = "ADDIN ZOTERO_ITEM CSL_CITATION {}") -> str:
    """A field as citation managers write it, with what it prints."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    told = f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
    return f"{marks[0]}{told}{marks[1]}{run(result)}{marks[2]}"


def word_file(*body: str, notes: dict[int, str] | None = None) -> bytes:
    """A file with this body, and a paragraph that makes it long enough to be a paper."""
    out = io.BytesIO()
    document = docx.Document()
    document.save(out)
    whole = "".join((*body, styled("Appendix", "Heading1"), paragraph(FILLER)))
    more, changes = footnote_parts(notes) if notes else ({}, {})
    return changed(
        out.getvalue(),
        {"word/document.xml": lambda xml: xml.replace("<w:body>", f"<w:body>{whole}"), **changes},
        more,
    )
