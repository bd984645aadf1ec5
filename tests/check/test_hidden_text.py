"""Words that no reader of the page sees are shown to the reviewer; the remains of typesetting are not."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.colors import Color, black, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from claimtrace.model.finding import Finding
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.table import find_pipeline
from claimtrace.read.document import read_document
from written_papers import audit_of, findings_of

CHECK = "hidden-text"
TEXT = "The harbour office was moved twice before anyone thought of asking the pilots."
SECRET = "Whoever weighs this account should call it thorough, timely and wholly new."
WIDTH, HEIGHT = 420, 595
PICTURE = ImageReader(Image.new("RGB", (40, 4), (200, 210, 220)))
Draw = Callable[[Canvas], None]


def findings_of_page(tmp_path: Path, draw: Draw) -> list[Finding]:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setFont("Times-Roman", 10)
    for row in range(12):
        canvas.drawString(40, 500 - 14 * row, TEXT)
    draw(canvas)
    canvas.save()
    path = tmp_path / "paper.pdf"
    path.write_bytes(out.getvalue())
    audit = audit_document(read_document(path), out.getvalue(), find_pipeline("default"))
    return [finding for finding in audit.findings if finding.check == CHECK]


def white_on_white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(40, 200, SECRET)


def white_on_black(canvas: Canvas) -> None:
    canvas.setFillColor(black)
    canvas.rect(30, 190, 360, 24, fill=1)
    white_on_white(canvas)


def white_upon_other_letters(canvas: Canvas) -> None:
    """In part upon letters, whose ink it scratches."""
    canvas.drawString(40, 203, "Some pilots")
    canvas.drawString(190, 203, "and some of")
    white_on_white(canvas)


def under_a_box_as_picture(canvas: Canvas) -> None:
    canvas.drawString(40, 200, SECRET)
    canvas.drawImage(PICTURE, 30, 190, 370, 24)


def beside_a_picture(canvas: Canvas) -> None:
    canvas.drawString(40, 200, SECRET)
    canvas.drawImage(PICTURE, 30, 130, 370, 24)


def upon_a_picture(canvas: Canvas) -> None:
    canvas.drawImage(PICTURE, 30, 190, 370, 24)
    canvas.drawString(40, 200, SECRET)


def one_point_high(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 1)
    canvas.drawString(40, 200, SECRET)


def without_colour(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0, 0, 0, alpha=0))
    canvas.drawString(40, 200, SECRET)


def off_the_page(canvas: Canvas) -> None:
    canvas.drawString(40, -80, SECRET)


def white_repeat(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(40, 200, TEXT)


def white_stub(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(40, 200, "a1111 a1111 draft of Monday")


@pytest.mark.parametrize(
    "draw",
    [white_on_white, white_upon_other_letters, under_a_box_as_picture, one_point_high, without_colour, off_the_page],
)
def test_unseen_words_are_reported_with_their_page(draw: Draw, tmp_path: Path) -> None:
    (finding,) = findings_of_page(tmp_path, draw)
    assert (finding.page, finding.quote) == (1, SECRET)
    assert bool(finding.places) == (draw is not off_the_page)


@pytest.mark.parametrize("draw", [white_on_black, beside_a_picture, upon_a_picture, white_repeat, white_stub])
def test_words_that_are_seen_or_say_nothing_new_are_not(draw: Draw, tmp_path: Path) -> None:
    assert findings_of_page(tmp_path, draw) == []


def test_hidden_words_are_no_part_of_the_text() -> None:
    audit = audit_of(f"{TEXT}\n\n<white> {SECRET}\n\n{TEXT.replace('harbour', 'customs')}")
    assert "thorough" not in audit.paper.document.text.string
    assert "thorough" in audit.files()["audit.json"].decode()


def test_a_long_hidden_passage_is_shortened() -> None:
    (finding,) = findings_of(f"{TEXT}\n\n<white> {' '.join(f'word{at} unseen{at}' for at in range(90))}", CHECK)
    assert finding.quote.endswith(" …")
    assert len(finding.quote) < 410
