"""Pictures of the pages on which something was found: greyscale, compact, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pypdfium2 as pdfium
from PIL import Image

from claimtrace.model.finding import Finding
from claimtrace.model.paper import Paper
from claimtrace.model.place import Span
from claimtrace.report.view import PagePicture

_SCALE = 1.5  # pixels for each point: 108 dpi
_GREYS = 16  # four bits for each pixel: half the size of 256 greys, and no difference on print
_LONGEST = 2000  # pixels; a poster is shown smaller
_TO_GREY = [round(value * (_GREYS - 1) / 255) for value in range(256)]
_PALETTE = [round(grey * 255 / (_GREYS - 1)) for grey in range(_GREYS) for _ in "rgb"]


def pages_to_show(paper: Paper, findings: Iterable[Finding], limit: int = 120) -> tuple[int, ...]:
    """The pages on which findings, their evidence and both sides of duplicates stand, in order.

    Where these are more than ``limit``, the pages of the findings that come first are kept.
    """
    duplicates = {duplicate.id: duplicate for duplicate in paper.duplicates}
    pages: dict[int, None] = {}
    for finding in findings:
        if finding.page:
            pages.setdefault(finding.page)
        duplicate = duplicates.get(finding.duplicate or "")
        spans = [finding.span, *(evidence.span for evidence in finding.evidence)]
        spans += [duplicate.first, duplicate.second] if duplicate else []
        for span in spans:
            pages.update(dict.fromkeys(_pages(paper, span)))
        pages.update(dict.fromkeys(item.page for item in finding.evidence if item.page))
    return tuple(sorted(list(pages)[:limit]))


def page_pictures(pdf: bytes, pages: Iterable[int]) -> tuple[PagePicture, ...]:
    """Pictures of these pages (counted from 1) of a PDF; a page that cannot be drawn is left out.

    Raises:
        pypdfium2.PdfiumError: the bytes cannot be opened as a PDF.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        drawn = (_draw(document, number) for number in pages if 0 < number <= len(document))
        return tuple(picture for picture in drawn if picture)
    finally:
        document.close()


def _pages(paper: Paper, span: Span | None) -> list[int]:
    """The pages of a span; of a long one the first two, for no more of it is shown."""
    if span is None:
        return []
    return list(dict.fromkeys(box.page for box in paper.document.text.boxes(span)))[:2]


def _draw(document: pdfium.PdfDocument, number: int) -> PagePicture | None:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        scale = min(_SCALE, _LONGEST / max(width, height, 1))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            return PagePicture(number, round(width, 2), round(height, 2), _png(bitmap.to_pil()))
        finally:
            bitmap.close()
    except (pdfium.PdfiumError, ValueError):
        return None
    finally:
        page.close()


def _png(picture: Image.Image) -> bytes:
    greys = picture.convert("L").point(_TO_GREY)
    indexed = Image.frombytes("P", greys.size, greys.tobytes())
    indexed.putpalette(_PALETTE)
    out = io.BytesIO()
    indexed.save(out, "PNG", bits=4, compress_level=1)
    return out.getvalue()
