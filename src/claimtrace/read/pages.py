"""The words of one page, and what was set aside: turned text, and text that no reader sees."""

from __future__ import annotations

from collections.abc import Container, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read.accents import with_accents
from claimtrace.read.clipping import clipped
from claimtrace.read.faces import Faces
from claimtrace.read.placing import Turn
from claimtrace.read.visibility import unseen
from claimtrace.read.word_reader import Token, WordReader
from claimtrace.read.words import LEGIBLE, UNMAPPED, Word
from claimtrace.text.accents import compose, has_loose_accents

_FEW_WORDS = 10  # a page with fewer may be a picture


@dataclass(slots=True)
class PageWords:
    """The words of a page in the order of its content stream, and what was set aside."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)  # of a page that is to be read sideways
    rotated: list[Word] = field(default_factory=list)
    hidden: list[Word] = field(default_factory=list)
    unmapped: int = 0  # characters whose font gives no text for them
    pictures: float = 0.0  # share of the page that images cover
    broken: bool = False  # it could not be opened, or its text not be made out
    blank: bool = False  # nothing at all is drawn on it


def page_words(document: pdfium.PdfDocument, index: int, known: dict[str, Token]) -> PageWords:
    """Read one page (``index`` counts from 0); ``known`` gathers the words of the paper's pages.

    A page that cannot be opened is broken, without words and without size.
    """
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return PageWords(index + 1, 0.0, 0.0, broken=True)
    width, height = page.get_size()
    try:
        with closing(page.get_textpage()) as text_page:
            return _sorted(PageWords(index + 1, width, height), page, WordReader(page, text_page, known))
    except pdfium.PdfiumError:
        return PageWords(index + 1, width, height, broken=True)
    finally:
        page.close()


def _sorted(found: PageWords, page: pdfium.PdfPage, reader: WordReader) -> PageWords:
    """The words of a page put where they belong."""
    words, width, height = reader.words, found.width, found.height
    out_of_sight = clipped(page, reader)
    out_of_sight |= unseen(page, reader, out_of_sight)
    if has_loose_accents(reader.text):
        words = with_accents(reader)
        for word in words:
            word.text = compose(word.text)
    if not out_of_sight and _is_all_seen(words, reader.faces, width, height):
        found.words = words
    else:
        _sort(found, words, out_of_sight)
    _take_turned(found)
    if UNMAPPED in reader.text:
        found.unmapped = sum(word.text.count(UNMAPPED) for word in [*found.words, *found.turned])
    if len(found.words) + len(found.turned) < _FEW_WORDS:
        found.blank = not raw.FPDFPage_CountObjects(page)
        found.pictures = _picture_share(page, width, height)
        _take_recognised(found)
    return found


def _is_all_seen(words: Sequence[Word], faces: Faces, width: float, height: float) -> bool:
    """Whether all words stand upright within a page of this size, and none is hidden: so it is nearly always."""
    if not words or any(face.hidden or face.turn is not Turn.UPRIGHT for face in faces.all):
        return False
    bases = [word.base for word in words]
    level = min(bases) > 0 and max(bases) < height
    return level and min([word.x1 for word in words]) > 0 and max([word.x0 for word in words]) < width


def _sort(page: PageWords, words: Sequence[Word], out_of_sight: Container[int]) -> None:
    """Put the words where they belong: into the text, or aside."""
    width, height, upright = page.width, page.height, Turn.UPRIGHT
    for word in words:
        face = word.face
        if face.hidden or (out_of_sight and id(word) in out_of_sight) or _beside(word, width, height):
            page.hidden.append(word)
        elif face.turn is upright:
            page.words.append(word)
        else:
            page.rotated.append(word)


def _beside(word: Word, width: float, height: float) -> bool:
    """Whether a word stands beside a page of this size."""
    if word.face.turn is Turn.UPRIGHT:
        return word.x1 <= 0 or word.x0 >= width or not 0 < word.bottom < height + word.face.size
    x0, top, x1, bottom = word.on_page
    return x1 <= 0 or x0 >= width or bottom <= 0 or top >= height


def _take_turned(page: PageWords) -> None:
    """Set apart the words that run up or down a page, if most of its letters do: a reader turns such a page."""
    if len(page.rotated) < _FEW_WORDS:
        return
    upright = sum(len(word.text) for word in page.words)
    for turn in (Turn.UP, Turn.DOWN):
        words = [word for word in page.rotated if word.face.turn is turn]
        if len(words) >= _FEW_WORDS and sum(len(word.text) for word in words) > upright:
            page.turned = words
            page.rotated = [word for word in page.rotated if word.face.turn is not turn]
            return


def _take_recognised(page: PageWords) -> None:
    """Take the invisible words upon a scanned page for its words: a program has recognised them there."""
    words = [
        word for word in page.hidden if word.face.hidden and word.face.turn is Turn.UPRIGHT and word.size >= LEGIBLE
    ]
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
