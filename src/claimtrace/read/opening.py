"""Opening a paper, and one clear line for each reason why it cannot be."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import Limits


def paper_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a file that may be a paper.

    Raises:
        UnreadablePaperError: it is missing, a folder, unreadable, empty, or too large.
    """
    try:
        if not path.exists():
            raise UnreadablePaperError(f"{path}: no such file; check the name")
        if path.is_dir():
            raise UnreadablePaperError(f"{path}: is a folder; name the papers in it, for example {path}/*.pdf")
        if not path.is_file():  # a device or a pipe may never end, and is read twice
            raise UnreadablePaperError(f"{path}: is a device or a pipe; save the paper as a file first")
        size = path.stat().st_size
        if size > limits.megabytes * 10**6:
            raise UnreadablePaperError(
                f"{path}: holds {size / 10**6:.0f} MB, more than the limit of {limits.megabytes}; "
                "raise `limits.megabytes` in a pipeline file"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadablePaperError(f"{path}: cannot be read ({error.strerror}); check name and permissions") from error
    if not data:
        raise UnreadablePaperError(f"{path}: is empty; fetch the file again")
    return data


def open_pdf(path: Path, data: bytes, limits: Limits) -> pdfium.PdfDocument:
    """The bytes as a PDF with at least one page.

    Raises:
        UnreadablePaperError: it is encrypted, damaged, has no pages or too many.
    """
    try:
        pdf = pdfium.PdfDocument(data)
        count = len(pdf)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() and b"/Encrypt" in data:  # pdfium may tell the error of an earlier file
            raise UnreadablePaperError(f"{path}: is encrypted and needs a password; save a copy without one") from error
        raise UnreadablePaperError(f"{path}: is damaged or cut short; fetch the file again") from error
    if count == 0:
        raise UnreadablePaperError(f"{path}: has no pages; fetch the file again")
    if count > limits.pages:
        pdf.close()
        raise UnreadablePaperError(
            f"{path}: has {count} pages, more than the limit of {limits.pages}; raise `limits.pages` in a pipeline file"
        )
    return pdf
