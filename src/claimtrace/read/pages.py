"""The words of one page, and what was set aside: turned text, and text that no reader sees."""

from __future__ import annotations

from collections.abc import Container
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from claimtrace.read.accents import join_accents
from claimtrace.read.back_links import BACK_LINKS, drop_back_links
from claimtrace.read.clipping import clipped
from claimtrace.read.gibberish import is_gibberish
from claimtrace.read.placing import Turn
from claimtrace.read.right_to_left import LAM, right_ligatures
from claimtrace.read.visibility import unseen
from claimtrace.read.word_cutting import Tokens
from claimtrace.read.word_reader import WordReader
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import LEGIBLE, UNMAPPED, Word
from claimtrace.text.accents import has_loose_accents

_FEW_WORDS = 10  # a page with fewer may be a picture


@dataclass(slots=True)
class PageWords:
    """The words of a page in the order of its content stream, and what was set aside."""

    number: int
    width: float
    height: float
    words: WordTable = field(default_factory=WordTable)
    turned: WordTable = field(default_factory=WordTable)  # of a page that is to be read sideways
    rotated: WordTable = field(default_factory=WordTable)
    hidden: WordTable = field(default_factory=WordTable)
    unmapped: int = 0  # characters whose font gives no text for them
    gibberish: bool = False  # its fonts give other letters than they show
    pictures: float = 0.0  # share of the page that images cover
    broken: bool = False  # it could not be opened, or its text not be made out
    blank: bool = False  # nothing at all is drawn on it


def page_words(document: pdfium.PdfDocument, index: int, known: Tokens) -> PageWords:
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
    width, height = found.width, found.height
    if has_loose_accents(reader.characters.text):
        join_accents(reader)
    if BACK_LINKS.search(reader.characters.text):
        drop_back_links(reader)
    if LAM in reader.characters.text:
        right_ligatures(reader)
    out_of_sight = clipped(page, reader)
    out_of_sight |= unseen(page, reader, out_of_sight)
    if not out_of_sight and _is_all_seen(reader, width, height):
        found.words = reader.words
    else:
        _sort(found, reader.words, out_of_sight)
    _take_turned(found)
    found.gibberish = is_gibberish(found.words.texts or found.turned.texts, reader.characters.text)
    if UNMAPPED in reader.characters.text:
        found.unmapped = sum(text.count(UNMAPPED) for text in [*found.words.texts, *found.turned.texts])
    if len(found.words) + len(found.turned) < _FEW_WORDS:
        found.blank = not raw.FPDFPage_CountObjects(page)
        found.pictures = _picture_share(page, width, height)
        _take_recognised(found)
    return found


def _is_all_seen(reader: WordReader, width: float, height: float) -> bool:
    """Whether all words stand upright within a page of this size, and none is hidden: so it is nearly always."""
    words = reader.words
    if not words.texts or any(face.hidden or face.turn is not Turn.UPRIGHT for face in reader.characters.faces.all):
        return False
    return min(words.bases) > 0 and max(words.bases) < height and min(words.x1) > 0 and max(words.x0) < width


def _sort(page: PageWords, words: WordTable, out_of_sight: Container[int]) -> None:
    """Put the words where they belong: into the text, or aside."""
    width, height, upright = page.width, page.height, Turn.UPRIGHT
    for at, word in enumerate(words):
        face = word.face
        if face.hidden or at in out_of_sight or _beside(word, width, height):
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
    rotated = page.rotated
    if len(rotated) < _FEW_WORDS:
        return
    upright = sum(map(len, page.words.texts))
    for turn in (Turn.UP, Turn.DOWN):
        places = [at for at, face in enumerate(rotated.faces) if face.turn is turn]
        if len(places) >= _FEW_WORDS and sum(len(rotated.texts[at]) for at in places) > upright:
            page.turned, page.rotated = rotated.taken(places), rotated.without(set(places))
            return


def _take_recognised(page: PageWords) -> None:
    """Take the invisible words upon a scanned page for its words: a program has recognised them there."""
    places = [
        at
        for at, face in enumerate(page.hidden.faces)
        if face.hidden and face.turn is Turn.UPRIGHT and face.size >= LEGIBLE
    ]
    if page.pictures > 0.5 and len(places) >= _FEW_WORDS:
        page.words.extend(page.hidden.taken(places), 0, len(places))
        page.hidden = page.hidden.without(set(places))
        page.pictures = 0.0


def _picture_share(page: pdfium.PdfPage, width: float, height: float) -> float:
    """Which share of the page the largest image covers, 0 to 1."""
    share = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        share = max(share, (right - left) * (top - bottom) / max(width * height, 1))
    return min(share, 1.0)
