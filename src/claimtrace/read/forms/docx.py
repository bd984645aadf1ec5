"""DOCX: the paragraphs, tables and notes of a Word file, as they are shown when its changes are accepted."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree

from claimtrace.model.document import BlockKind
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import Limits
from claimtrace.read.forms.docx_runs import Runs
from claimtrace.read.forms.docx_styles import ParagraphStyle, Styles, W
from claimtrace.read.forms.draft import Draft, Part
from claimtrace.read.forms.grid import GridCell, span_of, table_part
from claimtrace.read.forms.structure import is_known_heading, level_of, may_be_heading, settle
from claimtrace.read.forms.tree import children, descendants, first, name_of, refuse_deep, xml_tree
from claimtrace.read.forms.words import Words
from claimtrace.read.front import stated_title

_UNPACKED = 10  # times the size that a file may have
_MOST_PARTS = 20_000
_TWIPS_SET_IN = 280  # half a centimetre
_LEAST_QUOTED = 6  # words
_LEAST_STYLED = 2  # headings with a style, for looks not to count
_DAMAGED = (
    KeyError, ValueError, LookupError, AttributeError, TypeError, OSError, EOFError, RuntimeError, NotImplementedError,
    AssertionError, zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError, OpcError, PythonDocxError,
)  # fmt: skip
_NOTE_PARTS = ("footnotes", "endnotes")
_NOTE_SIGNS = re.compile(r"\s*[*†‡§¶⁰¹²³⁴-⁹]+$")


def docx_draft(path: Path, data: bytes, limits: Limits) -> Draft:
    """The paper in a Word file.

    Raises:
        UnreadablePaperError: it is damaged, locked, too large when unpacked, or nested too deeply.
    """
    _refuse_bomb(path, data, limits)
    try:
        opened = docx.Document(io.BytesIO(data))
        body, styles = opened.element.body, opened.styles.element
        related = {str(rel.reltype).rpartition("/")[2]: rel for rel in opened.part.rels.values() if not rel.is_external}
        blobs = {name: related[name].target_part.blob for name in _NOTE_PARTS if name in related}
        numbering = related["numbering"].target_part.blob if "numbering" in related else None
        title = stated_title(opened.core_properties.title)
    except _DAMAGED as error:
        raise UnreadablePaperError(
            f"{path}: is a damaged DOCX, or one of another kind; save it again in Word"
        ) from error
    refuse_deep(path, body)
    found = Styles(styles, xml_tree(path, numbering) if numbering else None)
    runs = Runs(found, {name: xml_tree(path, blob) for name, blob in blobs.items()})
    draft = _Body(found, runs).read(body)
    draft.title = draft.title or title
    return draft


def _refuse_bomb(path: Path, data: bytes, limits: Limits) -> None:
    """Look at what the file says it unpacks to before anything is unpacked; no more than that is ever read."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadablePaperError(f"{path}: is a damaged or cut short DOCX; fetch or save it again") from error
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadablePaperError(f"{path}: is locked with a password; save a copy without one")
    most = limits.megabytes * _UNPACKED
    if sum(part.file_size for part in parts) > most * 10**6 or len(parts) > _MOST_PARTS:
        raise UnreadablePaperError(
            f"{path}: unpacks to more than {most} MB or {_MOST_PARTS} parts; "
            "raise `limits.megabytes` in a pipeline file"
        )


@dataclass(slots=True)
class _Typed:
    """A paragraph or table with its look; ``table`` is a table's part."""

    words: Words
    style: ParagraphStyle | None = None
    bold: bool = False
    table: Part | None = None


class _Body:
    """The body of a file on its way to be a draft."""

    def __init__(self, styles: Styles, runs: Runs) -> None:
        self._styles = styles
        self._runs = runs
        self._cut: _Typed | None = None  # a paragraph whose end is deleted: it runs on in the next

    def read(self, body: etree._Element) -> Draft:
        """The draft."""
        typed = [*self._blocks(body), *([self._cut] if self._cut else [])]
        styled = sum(item.style is not None and item.style.level is not None for item in typed)
        usual = Counter[int]()
        for item in typed:
            if item.style and item.style.kind is None and not item.style.listed:
                usual[item.style.indent] += len(item.words.string.split())
        left = usual.most_common(1)[0][0] if usual else 0
        draft = Draft(notes=self._runs.notes, hidden=self._runs.hidden)
        for item in typed:
            part = item.table or _part(item, left, by_look=styled < _LEAST_STYLED)
            if item.style and item.style.title and draft.title is None and not draft.parts:
                draft.title = _NOTE_SIGNS.sub("", item.words.string)
                part.kind = BlockKind.FRONT
            draft.parts.append(part)
        settle(draft)
        return draft

    def _blocks(self, container: etree._Element) -> Iterator[_Typed]:
        for element in children(container):
            match name_of(element):
                case "p":
                    yield from self._paragraph(element)
                case "tbl":
                    yield from self._table(element)
                case "sdt":
                    yield from self._control(element)
                case "ins" | "moveTo" | "customXml" | "smartTag" | "sdtContent":
                    yield from self._blocks(element)

    def _control(self, control: etree._Element) -> Iterator[_Typed]:
        """A content control; the table of contents is none of the text."""
        gallery = first(control, "sdtPr", "docPartObj", "docPartGallery")
        content = first(control, "sdtContent")
        if content is not None and not (gallery is not None and "Contents" in (gallery.get(f"{W}val") or "")):
            yield from self._blocks(content)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[_Typed]:
        style = self._styles.of_paragraph(first(paragraph, "pPr"))
        words = self._runs.words(paragraph)
        boxes = self._runs.take_boxes()
        if self._cut:
            before, self._cut = self._cut.words, None
            before.join(words)
            words = before
        if words and not style.contents:
            shown = [
                run for run in descendants(paragraph, "r") if any(t.text and t.text.strip() for t in children(run, "t"))
            ]
            bold = bool(shown) and all(self._styles.is_bold(run) for run in shown)
            typed = _Typed(words, style, bold)
            if first(paragraph, "pPr", "rPr", "del") is not None:
                self._cut = typed
            else:
                yield typed
        for box in boxes:
            yield from self._blocks(box)

    def _table(self, table: etree._Element) -> Iterator[_Typed]:
        rows = list(_rows(table))
        cells = [list(_cells(row)) for row in rows]
        if sum(len(row) for row in cells) == 1:  # a frame around text
            yield from self._blocks(cells[0][0])
            return
        heads = 0
        while heads < len(rows) and first(rows[heads], "trPr", "tblHeader") is not None:
            heads += 1
        part = table_part([[self._cell(cell) for cell in row] for row in cells], heads)
        if part.rows:
            yield _Typed(Words(), table=part)

    def _cell(self, cell: etree._Element) -> GridCell:
        properties = first(cell, "tcPr")
        span, merged = first(properties, "gridSpan"), first(properties, "vMerge")
        goes_on = merged is not None and merged.get(f"{W}val") != "restart"
        words = Words() if goes_on else self._runs.words(cell)
        return GridCell(words, span_of(span.get(f"{W}val")) if span is not None else 1)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in children(table, "tr", "sdt", "sdtContent", "ins", "customXml"):
        if name_of(element) == "tr":
            if first(element, "trPr", "del") is None:
                yield element
        else:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in children(row, "tc", "sdt", "sdtContent", "customXml"):
        if name_of(element) == "tc":
            yield element
        else:
            yield from _cells(element)


def _part(item: _Typed, usual_indent: int, by_look: bool) -> Part:
    """A paragraph as a part: by its style, else, where authors set headings by hand, by its look."""
    style, text = item.style, item.words.string
    assert style is not None
    if style.level is not None:
        return Part(BlockKind.HEADING, item.words, style.level)
    if style.kind is not None:
        return Part(style.kind, item.words, number=style.label)
    if is_known_heading(text) and not style.listed:
        return Part(BlockKind.HEADING, item.words, level_of(text, 1))
    if by_look and item.bold and may_be_heading(text):
        return Part(BlockKind.HEADING, item.words, level_of(text, 1))
    if style.listed:
        return Part(BlockKind.LIST_ITEM, item.words, number=style.label)
    set_in = style.indent >= usual_indent + _TWIPS_SET_IN and not style.hanging
    if set_in and len(text.split()) >= _LEAST_QUOTED:
        return Part(BlockKind.BLOCK_QUOTATION, item.words)
    return Part(BlockKind.PARAGRAPH, item.words)
