"""Which form a file has, told by its content: names of files are often wrong."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import Path

from claimtrace.model.errors import UnreadablePaperError
from claimtrace.read.forms.encoding import decoded

KNOWN_FORMS = "PDF, DOCX, JATS, TEI, HTML, Markdown or plain text"
_LOOKED_AT = 100_000  # bytes or characters; enough for the longest prologue
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<root>[A-Za-z][\w.-]*)[\s/>]")
_PROLOGUE = (("<?", "?>"), ("<!--", "-->"), ("<!doctype", ">"))
_JATS = re.compile(r"<(?:[\w.-]+:)?article[\s>]")
_JATS_PARTS = re.compile(r"<(?:[\w.-]+:)?(?:article-meta|journal-meta|article-title|sub-article)[\s>]|JATS|NLM//DTD")
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_HTML_TAGS = re.compile(r"</(?:p|div|h[1-6]|section|article|main|ul|ol|table)>", re.IGNORECASE)
_HTML_ROOTS = frozenset(
    {"html", "head", "body", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "main", "section", "header", "article",
     "meta", "title", "table", "ul", "ol", "center", "font"}
)  # fmt: skip
_STRONG_MARKDOWN = re.compile(
    r"^#{1,6}[ \t]+\S|^\[\^[^\]\s]+\]:|\A---[ \t]*\n(?:.*\n){0,60}?(?:title|author|date)s?:|\[-?@[\w:.-]+|"
    r"^(?:`{3}|~{3})|^\|?[ \t]*:?-{3,}:?[ \t]*\|",
    re.MULTILINE,
)
_WEAK_MARKDOWN = re.compile(r"^> \S|\]\((?:https?:|#|\.)|\*\*[^\s*][^*\n]*\*\*|^[=-]{4,}[ \t]*$", re.MULTILINE)
_ENOUGH_WEAK = 2
_TEX = re.compile(r"^\s*\\(?:documentclass|documentstyle|input|begin\{document\})", re.MULTILINE)
_CLOSING_TAG = re.compile(r"</[\w:.-]+>")
_ENOUGH_TAGS = 5
_OBJECT = re.compile(rb"^\d{1,7} \d{1,5} obj\b", re.MULTILINE)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"


class Form(StrEnum):
    """A form in which a paper can be read."""

    PDF = "pdf"
    DOCX = "docx"
    JATS = "jats"
    TEI = "tei"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


def recognised(path: Path, data: bytes) -> Form:
    """The form of a file.

    Args:
        path: for messages.
        data: the bytes of the file, at least one.

    Raises:
        UnreadablePaperError: it is in no form that can be read; the message says what it is, where that is known.
    """
    if b"%PDF-" in data[:1024]:
        return Form.PDF
    if data.startswith(b"PK\x03\x04"):
        return _packed(path, data)
    if b"endobj" in data and _OBJECT.search(data, 0, _LOOKED_AT):
        raise UnreadablePaperError(f"{path}: is a damaged PDF; fetch the file again")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadablePaperError(f"{path}: is an old or encrypted Word file; save it as DOCX without a password")
    if data.startswith(b"{\\rtf"):
        raise UnreadablePaperError(f"{path}: is in Rich Text Format; save it as DOCX or PDF")
    text = decoded(data[: 4 * _LOOKED_AT])
    if text is None:
        raise UnreadablePaperError(f"{path}: is a binary file, no paper; give a {KNOWN_FORMS} file")
    return _written(path, text[:_LOOKED_AT])


def _packed(path: Path, data: bytes) -> Form:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadablePaperError(f"{path}: is a damaged or cut short DOCX or ZIP; fetch or save it again") from error
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Form.DOCX
    if _OPEN_DOCUMENT in data[:200]:
        raise UnreadablePaperError(f"{path}: is an OpenDocument file; save it as DOCX or PDF")
    raise UnreadablePaperError(f"{path}: is a ZIP file, but no DOCX; give a {KNOWN_FORMS} file")


def _written(path: Path, text: str) -> Form:
    """The form of a text, told by its first element or its first marks."""
    start = text.lstrip()
    if start.startswith("<"):
        form = _marked_up(path, start)
        if form:
            return form
    if _TEX.search(text):
        raise UnreadablePaperError(f"{path}: is LaTeX source; typeset it and give the PDF")
    marks = bool(_STRONG_MARKDOWN.search(text)) or len(_WEAK_MARKDOWN.findall(text)) >= _ENOUGH_WEAK
    return Form.MARKDOWN if marks else Form.TEXT


def _marked_up(path: Path, text: str) -> Form | None:
    """JATS, TEI or HTML; ``None`` for a text that only begins with a tag, as Markdown may."""
    bare = _behind_prologue(text)
    match = _ROOT.match(bare)
    root = match["root"] if match else ""
    if root in ("TEI", "TEI.2", "teiCorpus"):
        return Form.TEI
    if _JATS.search(bare) and _JATS_PARTS.search(text):
        return Form.JATS
    web = root.lower() in _HTML_ROOTS
    if (web or not text.startswith("<?xml")) and (_HTML.search(text) or (web and _is_mostly_html(text))):
        return Form.HTML
    if text.startswith("<?xml") or (not web and len(_CLOSING_TAG.findall(text)) >= _ENOUGH_TAGS):
        named = f" (its root is {root})" if root else ""
        raise UnreadablePaperError(f"{path}: is XML, but neither JATS nor TEI{named}; give a {KNOWN_FORMS} file")
    return None


def _behind_prologue(text: str) -> str:
    """What follows the XML declaration, comments and the document type with its own declarations."""
    while found := next(((head, end) for head, end in _PROLOGUE if text[:9].lower().startswith(head)), None):
        head, end = found
        stop = text.find(end)
        if head == "<!doctype" and 0 <= text.find("[") < stop:
            end, stop = "]", text.find("]")
        if stop < 0:
            return ""
        text = text[stop + len(end) :].lstrip(" \n\t>")
    return text


def _is_mostly_html(text: str) -> bool:
    return len(_HTML_TAGS.findall(text)) > len(_STRONG_MARKDOWN.findall(text))
