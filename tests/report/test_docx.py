"""The reviewer's letter as a Word file: complete, editable, the same bytes each time."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from papers import HOSTILE, hostile_view, make_view

from claimtrace.report.docx import render_docx
from claimtrace.report.letter import letter


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    return [(p.style.name if p.style else "", p.text) for p in Document(io.BytesIO(data)).paragraphs]


def test_the_letter_is_there_with_its_parts_as_headings() -> None:
    written = letter(make_view())
    shown = paragraphs(render_docx(letter(make_view())))
    assert shown[0] == ("Title", f"Notes on {written.title}")
    headings = ["Major points", "Minor points", "Questions to the author", "Found in order", "Not checked"]
    assert [text for style, text in shown if style == "Heading 1"] == headings
    points = [text for style, text in shown if style == "Point"]
    assert points == [
        f"{point.number}.\t{point.where}. {' '.join(filter(None, (point.message, point.doubt)))}"
        for point in (*written.major, *written.minor)
    ]
    passages = [words for point in (*written.major, *written.minor) for words in point.quotes]
    assert [text for style, text in shown if style == "Passage"] == passages
    assert {text for style, text in shown if style == "List Bullet"} >= {*written.sound, *written.unchecked}


def test_hostile_words_are_text_and_nothing_leads_out_of_the_file() -> None:
    data = render_docx(letter(hostile_view()))
    assert any("<script>alert(1)</script>" in text and "a�b�gnp.exe�" in text for _, text in paragraphs(data))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        body = packed.read("word/document.xml").decode()
        links = b"".join(packed.read(name) for name in packed.namelist() if name.endswith(".rels"))
    assert HOSTILE not in body
    assert not any(mark in body for mark in ("<script", "w:instrText", "w:fldSimple", "w:hyperlink", "\u202e"))
    assert b"External" not in links


def test_the_same_view_gives_the_same_bytes_without_a_time_in_them() -> None:
    data = render_docx(letter(make_view()))
    assert data == render_docx(letter(make_view()))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {item.date_time for item in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in packed.read("docProps/core.xml")
        assert b"claimtrace 9.9.9" in packed.read("docProps/core.xml")
