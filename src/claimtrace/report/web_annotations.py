"""The findings as W3C Web Annotations, for Hypothes.is and other programs that show notes on a paper.

The model is that of https://www.w3.org/TR/annotation-model/: each finding is an annotation whose target is the paper,
with three selectors of the same place: the words with those around them, their offsets, and the page.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from claimtrace.model.document import Document
from claimtrace.model.finding import Finding
from claimtrace.report.view import ReportView

Json = dict[str, Any]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"  # by which the model names page fragments of PDF
_AROUND = 32  # characters before and after the words, by which they are found where they stand several times


def render_annotations(view: ReportView) -> str:
    """The findings as a collection of annotations, in JSON-LD; offsets are those of ``text`` in ``audit.json``."""
    document = view.paper.document
    items = [_annotation(view, finding) for finding in view.findings]
    collection = {
        "@context": _CONTEXT,
        "id": f"urn:claimtrace:findings:{document.id}",
        "type": "AnnotationCollection",
        "label": f"Findings of {view.made_by} in {document.title or document.file}",
        "total": len(items),
        "first": {
            "id": f"urn:claimtrace:findings:{document.id}:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotation(view: ReportView, finding: Finding) -> Json:
    document = view.paper.document
    target: Json = {"source": {"id": _name(document), "type": "Text", "label": document.file}}
    if document.pages:
        target["source"]["format"] = "application/pdf"
    if selectors := _selectors(document, finding):
        target["selector"] = selectors
    return {
        "id": f"urn:claimtrace:item:{finding.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"id": "urn:claimtrace", "type": "Software", "name": view.made_by},
        "body": [
            {"type": "TextualBody", "value": finding.message, "format": "text/plain", "purpose": "commenting"},
            *(
                {"type": "TextualBody", "value": tag, "format": "text/plain", "purpose": "tagging"}
                for tag in (finding.check, finding.severity, finding.verdict)
            ),
        ],
        "target": target,
    }


def _name(document: Document) -> str:
    """The paper by the SHA-256 of its file, as RFC 6920 writes such names."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.id)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _selectors(document: Document, finding: Finding) -> list[Json]:
    found: list[Json] = []
    if span := finding.span:
        text = document.text.string
        found.append(
            {
                "type": "TextQuoteSelector",
                "exact": document.text.at(span),
                "prefix": text[max(span.start - _AROUND, 0) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            }
        )
        found.append({"type": "TextPositionSelector", "start": span.start, "end": span.end})
    if finding.page:
        found.append({"type": "FragmentSelector", "conformsTo": _PDF_FRAGMENTS, "value": _fragment(document, finding)})
    return found


def _fragment(document: Document, finding: Finding) -> str:
    """The page, and the rectangle around what stands on it: left, top, width, height in points."""
    boxes = [box for box in finding.boxes(document.text) if box.page == finding.page]
    if not boxes:
        return f"page={finding.page}"
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    edges = (whole.x0, whole.top, whole.x1 - whole.x0, whole.bottom - whole.top)
    return f"page={finding.page}&viewrect={','.join(f'{edge:.0f}' for edge in edges)}"
