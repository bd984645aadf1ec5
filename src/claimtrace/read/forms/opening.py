"""A file whose form is known, read by that form's own reader; its libraries are loaded only then."""

from __future__ import annotations

from pathlib import Path

from claimtrace.model.document import Document
from claimtrace.model.limits import Limits
from claimtrace.read.forms.build import document_of
from claimtrace.read.forms.draft import Draft
from claimtrace.read.forms.recognise import Form


def draft_document(path: Path, data: bytes, form: Form, limits: Limits) -> Document:
    """The Document of a paper in any form but PDF.

    Raises:
        UnreadablePaperError: it is damaged, too large when unpacked, nested too deeply, or holds next to no words.
    """
    return document_of(path, data, _draft(path, data, form, limits))


def _draft(path: Path, data: bytes, form: Form, limits: Limits) -> Draft:
    match form:
        case Form.JATS:
            from claimtrace.read.forms.jats import jats_draft

            return jats_draft(path, data)
        case Form.TEI:
            from claimtrace.read.forms.tei import tei_draft

            return tei_draft(path, data)
        case Form.DOCX:
            from claimtrace.read.forms.docx import docx_draft

            return docx_draft(path, data, limits)
        case Form.HTML:
            from claimtrace.read.forms.html import html_draft

            return html_draft(path, data)
        case Form.MARKDOWN:
            from claimtrace.read.forms.markdown import markdown_draft

            return markdown_draft(path, data)
        case _:
            from claimtrace.read.forms.plain import plain_draft

            return plain_draft(data)
