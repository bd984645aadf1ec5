"""Small drafts for the tests of forms: read from bytes, and put together around what a test is about."""

from __future__ import annotations

import tempfile
from pathlib import Path

from claimtrace.model.document import BlockKind, Document
from claimtrace.model.limits import USUAL, Limits
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.table import find_pipeline
from claimtrace.read.document import read_document

FILLER = "The ferries of the northern shore ran on Sundays only, and nobody in the capital ever asked the pilots why."
_LAYERS = """
description = "What is read of a paper, and one check"
stages = ["read", "structure", "sentences", "references", "citations", "links", "quotations", "entities", "claims",
          "graph", "checks"]
checks = ["citation-without-reference", "extraction-unreliable"]
"""


def read(data: bytes | str, limits: Limits = USUAL) -> Document:
    """A file of these bytes, or of this text as UTF-8; its name says nothing of its form."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.bin"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_document(path, limits)


def audit(data: bytes | str) -> Audit:
    """What is found out about a draft, with a check or two."""
    with tempfile.TemporaryDirectory() as folder:
        pipeline = Path(folder) / "layers.toml"
        pipeline.write_text(_LAYERS)
        raw = data.encode() if isinstance(data, str) else data
        return audit_document(read(raw), raw, find_pipeline(pipeline))


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    """The blocks of these kinds as text; without kinds, of all."""
    return [document.text.at(block.span) for block in document.blocks if not kinds or block.kind in kinds]


def note_places(document: Document) -> list[tuple[str, str, str]]:
    """Each note as the words that stand before its call, its marker, and what it says."""
    found = []
    for note in document.notes:
        before = document.text.string[: note.call.start].rpartition("\n")[2] if note.call else ""
        found.append((before[-12:], note.marker, document.text.at(note.span)))
    return found


def article(body: str, back: str = "", meta: str = "") -> str:
    """A JATS article around a body."""
    return (
        '<?xml version="1.0"?><article><front><article-meta><title-group><article-title>Lamps on the '
        "Quay</article-title>"
        f"</title-group>{meta}</article-meta></front><body>{body}<p>{FILLER}</p></body><back>{back}</back></article>"
    )


def tei(body: str, back: str = "", header: str = "") -> str:
    """A TEI file around a body."""
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Lamps on the Quay</title>'
        f"</titleStmt>{header}</fileDesc></teiHeader><text><body>{body}<p>{FILLER}</p></body><back>{back}</back>"
        "</text></TEI>"
    )


def page(body: str, head: str = "") -> str:
    """A web page around an article."""
    return (
        f"<!doctype html><html><head>{head}</head><body><article>{body}<h2>Appendix</h2><p>{FILLER}</p></article>"
        "</body></html>"
    )
