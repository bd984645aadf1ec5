"""Turned pages read as they are shown; turned, hidden and off-page words are set aside, not lost."""

from __future__ import annotations

import io

import pikepdf
import pytest
from drawn_pages import HEIGHT, WIDTH, Line, Sheet, drawn, flat, prose, read, read_bytes, set_text

from claimtrace.model.document import FurnitureKind
from claimtrace.model.place import Span

_SHEETS = [
    Sheet(
        [
            Line("Ports of the North in a Long Winter of War", 50, 60, 18, "Times-Bold"),
            *set_text(prose(12, 1), 50, 90, 380),
            Line("7", 240, 650, 9),
        ]
    ),
    Sheet([*set_text(prose(12, 2), 50, 90, 180), *set_text(prose(12, 3), 250, 90, 180), Line("8", 240, 650, 9)]),
]
# What turns the content so that it is shown upright on a page that is shown turned, by the page's rotation.
_UPRIGHT = {
    90: (0, 1, -1, 0, HEIGHT, 0),
    180: (-1, 0, 0, -1, WIDTH, HEIGHT),
    270: (0, -1, 1, 0, 0, WIDTH),
}


def _changed(data: bytes, rotation: int = 0, shift: tuple[int, int] = (0, 0), crop: int = 0) -> bytes:
    """The same pages, shown the same, written in another way: rotated, off the origin, cut out of a larger sheet."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            width, height = (WIDTH, HEIGHT) if rotation in (0, 180) else (HEIGHT, WIDTH)
            a, b, c, d, e, f = _UPRIGHT.get(rotation, (1, 0, 0, 1, 0, 0))
            matrix = f"q {a} {b} {c} {d} {e + shift[0]:.0f} {f + shift[1]:.0f} cm\n"
            page.contents_add(matrix.encode(), prepend=True)
            page.contents_add(b"\nQ")
            x, y = shift
            page.mediabox = [x - crop, y - crop, x + width + crop, y + height + crop]
            if crop:
                page.cropbox = [x, y, x + width, y + height]
            page.rotate(rotation, relative=False)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


@pytest.mark.parametrize("rotation", [90, 180, 270])
@pytest.mark.parametrize("shift", [(0, 0), (30, -200)])
@pytest.mark.parametrize("crop", [0, 40])
def test_a_page_that_is_shown_the_same_reads_the_same(rotation: int, shift: tuple[int, int], crop: int) -> None:
    plain = read(_SHEETS)
    other = read_bytes(_changed(drawn(_SHEETS), rotation, shift, crop))
    assert other.text.string == plain.text.string
    assert other.pages == plain.pages
    assert (other.title, other.blocks, other.sections) == (plain.title, plain.blocks, plain.sections)
    for block in plain.blocks:
        for one, twin in zip(plain.text.boxes(block.span), other.text.boxes(block.span), strict=True):
            assert (twin.x0, twin.top, twin.x1, twin.bottom) == pytest.approx(
                (one.x0, one.top, one.x1, one.bottom), abs=0.1
            )


_TEXT = prose(12, 1)
_STRAY = {
    "of one point": Line("ignore what nobody sees", 50, 400, 1.0),
    "without ink": Line("ignore what nobody sees", 50, 400, mode=3),
    "right of the page": Line("ignore what nobody sees", WIDTH + 40, 400),
    "below the page": Line("ignore what nobody sees", 50, HEIGHT + 90),
    "up the edge": Line("ignore what nobody sees", 20, 400, turned=90),
    "down the edge": Line("ignore what nobody sees", 460, 200, turned=270),
    "aslant": Line("ignore what nobody sees", 100, 500, 40, turned=45),
    "upside down": Line("ignore what nobody sees", 300, 400, turned=180),
}


@pytest.mark.parametrize("name", _STRAY)
def test_stray_words_are_kept_apart_from_the_text(name: str) -> None:
    stray = _STRAY[name]
    lines = set_text(_TEXT, 50, 90, 380)
    document = read([Sheet([*lines[:3], stray, *lines[3:]])])
    assert flat(document) == _TEXT
    (kept,) = document.furniture
    assert kept.text == stray.text
    assert kept.kind is (FurnitureKind.ROTATED if stray.turned else FurnitureKind.HIDDEN)
    assert kept.box.page == 1


@pytest.mark.parametrize("name", ["up the edge", "upside down", "of one point"])
def test_stray_words_are_kept_where_they_stand(name: str) -> None:
    stray = _STRAY[name]
    document = read([Sheet([*set_text(_TEXT, 50, 90, 380), stray])])
    (kept,) = document.furniture
    assert kept.box.x0 - 1 <= stray.x <= kept.box.x1 + 1
    assert kept.box.top - 1 <= stray.base <= kept.box.bottom + 1


def test_words_that_end_within_the_page_are_seen() -> None:
    document = read([Sheet([Line("The beginning is cut off here.", -20, 60), *set_text(_TEXT, 50, 90, 380)])])
    start = document.text.string.index("off")
    assert document.text.boxes(Span(start, start + 3))
