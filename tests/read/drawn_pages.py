"""Pages drawn word by word, so that a test knows where every word stands and in which order it was written.

Everything is measured from the page's top left corner, ``base`` is the baseline of a line of type.
"""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from claimtrace.model.document import BlockKind, Document
from claimtrace.read.document import read_document

WIDTH, HEIGHT = 480.0, 680.0

_NOUNS = (
    "harbour",
    "cable",
    "treaty",
    "ministry",
    "vessel",
    "island",
    "border",
    "tariff",
    "council",
    "archive",
    "river",
)
_VERBS = ("guards", "closes", "measures", "repairs", "forgets", "follows", "answers", "divides", "carries", "records")
_ADJECTIVES = (
    "small",
    "northern",
    "careful",
    "distant",
    "quiet",
    "early",
    "heavy",
    "common",
    "public",
    "narrow",
    "modest",
)
_PLACES = ("near the coast", "after the war", "in the capital", "without a vote", "for many years", "under the law")


@dataclass(frozen=True)
class Line:
    """A line of type (or a part of one), drawn by one text operator."""

    text: str
    x: float
    base: float
    size: float = 10.0
    font: str = "Times-Roman"
    turned: float = 0.0  # degrees against the clock
    mode: int = 0  # text render mode
    rise: float = 0.0
    spacing: float = 0.0  # after every character

    @property
    def width(self) -> float:
        """How far it reaches to the right."""
        return float(stringWidth(self.text, self.font, self.size))


@dataclass(frozen=True)
class Rule:
    """A thin line, mostly of a table."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Sheet:
    """One page: its lines in the order of the content stream, and its rules."""

    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    def add(self, *lines: Line) -> Sheet:
        """More lines at the end of the stream."""
        self.lines.extend(lines)
        return self


def sentences(count: int, seed: int = 1) -> list[str]:
    """Sentences of plain words; the same seed gives the same ones."""
    chance = random.Random(seed)
    return [
        f"The {chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)} {chance.choice(_VERBS)} every "
        f"{chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)} {chance.choice(_PLACES)}."
        for _ in range(count)
    ]


def prose(count: int, seed: int = 1) -> str:
    """A paragraph of so many sentences."""
    return " ".join(sentences(count, seed))


def set_text(
    text: str,
    x: float,
    top: float,
    width: float,
    size: float = 10.0,
    font: str = "Times-Roman",
    leading: float | None = None,
    first: float = 0.0,
) -> list[Line]:
    """A paragraph broken into lines; ``top`` is the first baseline, ``first`` the indent of the first line."""
    leading = leading or 1.2 * size
    found: list[Line] = []
    current = ""
    for word in text.split():
        indent = first if not found else 0.0
        longer = f"{current} {word}".strip()
        if current and stringWidth(longer, font, size) > width - indent:
            found.append(Line(current, x + indent, top + len(found) * leading, size, font))
            current = word
        else:
            current = longer
    return [*found, Line(current, x + (first if not found else 0.0), top + len(found) * leading, size, font)]


def given(lines: Sequence[str], x: float, top: float, size: float = 10.0, font: str = "Times-Roman") -> list[Line]:
    """Lines that are broken already, one under the other."""
    return [Line(text, x, top + at * 1.2 * size, size, font) for at, text in enumerate(lines)]


def words_of(lines: Iterable[Line]) -> list[Line]:
    """The same lines with every word drawn by itself."""
    found = []
    for line in lines:
        x = line.x
        space = stringWidth(" ", line.font, line.size)
        for word in line.text.split():
            found.append(replace(line, text=word, x=x))
            x += stringWidth(word, line.font, line.size) + space
    return found


def drawn(sheets: Sequence[Sheet], title: str | None = None, labels: Sequence[tuple[int, str, int]] = ()) -> bytes:
    """The sheets as a PDF; the same sheets give the same bytes.

    ``labels`` name its pages: from which one on (from 0), in what style of numbers, and the first of these.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    for page, style, first in labels:
        canvas.addPageLabel(page, style, first)
    if title:
        canvas.setTitle(title)
    for sheet in sheets:
        for rule in sheet.rules:
            canvas.line(rule.x0, HEIGHT - rule.y0, rule.x1, HEIGHT - rule.y1)
        for line in sheet.lines:
            canvas.saveState()
            canvas.translate(line.x, HEIGHT - line.base)
            canvas.rotate(line.turned)
            text = canvas.beginText(0, line.rise)
            text.setFont(line.font, line.size)
            text.setTextRenderMode(line.mode)
            text.setCharSpace(line.spacing)
            text.textOut(line.text)
            canvas.drawText(text)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(sheets: Sequence[Sheet], title: str | None = None) -> Document:
    """The sheets as the reader gives them."""
    return read_bytes(drawn(sheets, title))


def read_bytes(data: bytes) -> Document:
    """A PDF as the reader gives it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        return read_document(path)


def blocks(document: Document, *kinds: BlockKind) -> list[str]:
    """The text of the blocks of these kinds (of all, without any), line breaks as spaces."""
    return [
        " ".join(document.text.at(block.span).split()) for block in document.blocks if not kinds or block.kind in kinds
    ]


def flat(document: Document) -> str:
    """The whole text with single spaces."""
    return " ".join(document.text.string.split())


def poured(
    text: str, rows: int = 30, top: float = 90, x: float = 50, width: float = 380, first: float = 0
) -> list[list[Line]]:
    """One text poured over pages of so many lines."""
    lines = set_text(text, x, top, width, first=first)
    return [
        [replace(line, base=top + row * 12) for row, line in enumerate(lines[at : at + rows])]
        for at in range(0, len(lines), rows)
    ]
