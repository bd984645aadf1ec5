"""Files for the command line to read: a small paper, and papers that cannot be read."""

from __future__ import annotations

import functools
import io
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from written_papers import pdf_of

# One error (Brandt is not in the list) and one warning (Quill is never cited).
PAPER = """
= Lamps on the Quay

# Introduction
Lamps were lit at dusk by the keepers of the quay (Holm, 2015). Ferries ran on Sundays only (Adler, 2001, p. 12).
The harbour was dredged twice in those years (Brandt, 1999). Nobody has counted the boats of the northern shore.

# Winters
Ice closed the northern basin for weeks, and the pilots stayed ashore (Holm, 2015). The price of oil rose each winter.

# References
Adler, P. (2001). Timetables of the estuary. Port Selwyn Press.
Holm, S. (2015). Lamps and pilots. Port Selwyn Press.
Quill, B. (2012). Tides and tallies. Port Selwyn Press.
"""


QUICK = """
description = "Two checks without reports"
stages = ["read", "structure", "references", "citations", "links", "graph", "checks"]
checks = ["citation-without-reference", "reference-never-cited"]
"""


@functools.cache
def paper() -> bytes:
    """The small paper."""
    return pdf_of(PAPER)


@functools.cache
def faultless() -> bytes:
    """The small paper without its error and its warning."""
    lines = [line for line in PAPER.splitlines() if not line.startswith("Quill")]
    return pdf_of("\n".join(lines).replace(" (Brandt, 1999)", " (Adler, 2001)"))


def put(folder: Path, name: str, data: bytes | None = None) -> Path:
    """A file of this name: the small paper unless other bytes are given."""
    path = folder / name
    path.write_bytes(paper() if data is None else data)
    return path


def quick(folder: Path, settings: str = "") -> Path:
    """A pipeline file with two checks, without the stages and reports that take time; ``settings`` are added to it."""
    return put(folder, "quick.toml", (QUICK + settings).encode())


def encrypted() -> bytes:
    """The small paper, to be opened with a password only."""
    return _encrypted(pikepdf.Encryption(owner="harbour", user="lamp"))


def restricted() -> bytes:
    """The small paper, which anybody may open but not copy from."""
    return _encrypted(pikepdf.Encryption(owner="harbour", user="", allow=pikepdf.Permissions(extract=False)))


def in_a_ring() -> bytes:
    """The small paper, whose tree of pages holds itself."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as pdf:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        pdf.save(out)
    return out.getvalue()


def _encrypted(how: pikepdf.Encryption) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as pdf:
        pdf.save(out, encryption=how)
    return out.getvalue()


def scanned() -> bytes:
    """Two pages that are pictures, without a text layer."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 595), invariant=1)
    for grey in (200, 210):
        canvas.drawImage(ImageReader(Image.new("L", (42, 60), grey)), 0, 0, 420, 595)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def blank() -> bytes:
    """One page with nothing on it."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()
