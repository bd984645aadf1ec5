"""Ways to damage a file, each told by a number: the same number does the same damage."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

_LINES = (
    "The quiet harbour closes every narrow river near the coast, and nobody in the capital",
    "measures what the northern vessel carries after the war. The council guards every old",
    "archive under the law, so that the island follows every early signal for many years.",
)
_HEADINGS = ("Ports of the North in Winter", "What the Islands Remember")
_LENGTHS = (1, 8, 64, 512, 4096)


def small_paper(pages: int = 2) -> bytes:
    """A paper of a few lines on each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(480, 300), invariant=1)
    for page in range(pages):
        canvas.setFont("Times-Bold", 16)
        canvas.drawString(40, 250, _HEADINGS[page % 2])
        canvas.setFont("Times-Roman", 10)
        for row, line in enumerate(_LINES * 3):
            canvas.drawString(40, 220 - 12 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def damaged(data: bytes, number: int) -> bytes:
    """The file with one of its parts cut off, lost, doubled, blanked, moved, or full of noise."""
    chance = random.Random(number)
    kind = KINDS[number % len(KINDS)]
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice(_LENGTHS))
    return kind(data, start, end, chance)


def _cut_off(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data[:start]


def _without(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data[:start] + data[end:]


def _doubled(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data[:end] + data[start:end] * chance.choice((1, 3, 50)) + data[end:]


def _blanked(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data[:start] + bytes(end - start) + data[end:]


def _with_noise(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data[:start] + chance.randbytes(end - start) + data[start:]


def _with_flipped_bits(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        found[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _in_another_order(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    low, high = sorted((start, chance.randrange(len(data))))
    return data[:low] + data[high:] + data[low:high]


def _with_wrong_numbers(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    """Some figures of the file's own book-keeping (lengths, counts, offsets, references) are others."""
    found = bytearray(data)
    figures = [at for at, byte in enumerate(data) if chr(byte).isdigit()]
    for at in chance.sample(figures, min(len(figures), chance.choice((1, 4, 20)))):
        found[at] = ord(chance.choice("0123456789"))
    return bytes(found)


def _without_cross_references(data: bytes, start: int, end: int, chance: random.Random) -> bytes:
    return data.replace(chance.choice((b"xref", b"trailer", b"startxref", b"/Root")), b"\0\0\0\0")


KINDS: tuple[Callable[[bytes, int, int, random.Random], bytes], ...] = (
    _cut_off,
    _without,
    _doubled,
    _blanked,
    _with_noise,
    _with_flipped_bits,
    _in_another_order,
    _with_wrong_numbers,
    _without_cross_references,
)
