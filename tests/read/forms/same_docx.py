"""The paper of ``same_paper`` as Word writes it; Word's own parts are made here, where the library makes none."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
from docx.shared import Inches
from same_paper import AUTHORS, CAPTION, COLUMNS, ENTRIES, NOTE, PARTS, ROWS, SOURCE, TITLE

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CALL = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
_FOOTNOTES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_WORD}">'
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{}</w:footnotes>'
)
_FOOTNOTE = (
    '<w:footnote w:id="{}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {}</w:t></w:r></w:p></w:footnote>'
)
_TYPE = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'  # noqa: E501
_RELATION = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'  # noqa: E501


def docx_file() -> bytes:
    """The paper with styles for its headings and its quotation, a real footnote and a real table."""
    document: Any = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(AUTHORS)
    for part in PARTS:
        if part.kind == "heading":
            document.add_heading(part.words, level=1)
        elif part.kind == "paragraph":
            document.add_paragraph(part.words)
        elif part.kind == "quotation":
            document.add_paragraph(part.words).paragraph_format.left_indent = Inches(0.5)
        elif part.kind == "table":
            document.add_paragraph(CAPTION, style="Caption")
            table = document.add_table(rows=0, cols=len(COLUMNS))
            for row in (COLUMNS, *ROWS):
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
            document.add_paragraph(SOURCE)
        else:
            for entry in ENTRIES:
                document.add_paragraph(entry)
    out = io.BytesIO()
    document.save(out)
    return with_footnote(out.getvalue(), NOTE)


def with_footnote(data: bytes, note: str) -> bytes:
    """The file with a footnote where its text says ``{1}``."""
    more, changes = footnote_parts({2: note})
    call = {
        "word/document.xml": lambda xml: re.sub(
            r"\{1\}(.*?)</w:t></w:r>", rf"</w:t></w:r>{_CALL}<w:r><w:t>\1</w:t></w:r>", xml, count=1
        )
    }
    return changed(data, {**changes, **call}, more)


def footnote_parts(notes: dict[int, str]) -> tuple[dict[str, str], dict[str, Any]]:
    """The part that holds these footnotes, and what the file must say of it."""
    inner = "".join(_FOOTNOTE.format(number, note) for number, note in notes.items())
    return {"word/footnotes.xml": _FOOTNOTES.format(inner)}, {
        "[Content_Types].xml": lambda xml: xml.replace("</Types>", f"{_TYPE}</Types>"),
        "word/_rels/document.xml.rels": lambda xml: xml.replace("</Relationships>", f"{_RELATION}</Relationships>"),
    }


def changed(data: bytes, changes: dict[str, Any], more: dict[str, str] | None = None) -> bytes:
    """A DOCX with some of its parts changed, and others added; the same changes give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(zipfile.ZipInfo(name), changes[name](part.decode()).encode() if name in changes else part)
        for name, text in (more or {}).items():
            new.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()
