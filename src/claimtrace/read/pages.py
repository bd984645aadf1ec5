"""The words of one page, and what was set aside: turned text, and text that no reader sees."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read.visibility import unseen
from claimtrace.read.words import LEGIBLE, UNMAPPED, Word, WordReader
from claimtrace.text.accents import compose, has_loose_accents

_FEW_WORDS = 10  # a page with fewer may be a picture


@dataclass(slots=True)
class PageWords:
    """The words of a page in the order of its content stream, and what was set aside."""

    number: int
    width: float
    height: float
    label: str | None
    words: list[Word]
    rotated: list[Word] = field(default_factory=list)
    hidden: list[Word] = field(default_factory=list)
    unmapped: int = 0  # characters whose font gives no text for them
    pictures: float = 0.0  # share of the page that images cover


def page_words(document: pdfium.PdfDocument, index: int) -> PageWords:
    """Read one page (``index`` counts from 0)."""
    page = document[index]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        label = document.get_page_label(index) or None
        found = PageWords(index + 1, width, height, label, [])
        reader = WordReader(page, text_page)
        loose_accents = has_loose_accents(reader.text)
        words = reader.words()
        out_of_sight = unseen(page, words)
        for word in words:
            if loose_accents:
                word.text = compose(word.text)
            face = word.face
            beside = word.x1 <= 0 or word.x0 >= width or not 0 < word.base + 0.25 * face.size < height + face.size
            if face.hidden or beside or id(word) in out_of_sight:
                found.hidden.append(word)
            elif not face.upright:
                found.rotated.append(word)
            else:
                found.words.append(word)
        if UNMAPPED in reader.text:
            found.unmapped = sum(word.text.count(UNMAPPED) for word in found.words)
        if len(found.words) < _FEW_WORDS:
            found.pictures = _picture_share(page, width, height)
            _take_recognised(found)
        return found
    finally:
        text_page.close()
        page.close()


def _take_recognised(page: PageWords) -> None:
    """Take the invisible words upon a scanned page for its words: a program has recognised them there."""
    words = [word for word in page.hidden if word.face.hidden and word.face.upright and word.size >= LEGIBLE]
    if page.pictures > 0.5 and len(words) >= _FEW_WORDS:
        taken = {id(word) for word in words}
        page.words.extend(words)
        page.hidden = [word for word in page.hidden if id(word) not in taken]
        page.pictures = 0.0


def _picture_share(page: pdfium.PdfPage, width: float, height: float) -> float:
    """Which share of the page the largest image covers, 0 to 1."""
    share = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        share = max(share, (right - left) * (top - bottom) / max(width * height, 1))
    return min(share, 1.0)
