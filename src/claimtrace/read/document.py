"""A paper read into a :class:`~claimtrace.model.document.Document`: a PDF here, other forms in ``read/forms``."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from claimtrace.knowledge.wordings import function_words
from claimtrace.model.document import Document, Furniture, FurnitureKind, Page
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import USUAL, Limits
from claimtrace.model.place import Box
from claimtrace.read.assemble import assemble
from claimtrace.read.blocks import PageLayout, body_type, layout_blocks
from claimtrace.read.damage import pages_with_lost_drawing
from claimtrace.read.dating import date_of
from claimtrace.read.drop_capitals import chunks_of_page
from claimtrace.read.flow import flow
from claimtrace.read.folios import with_labels
from claimtrace.read.forms.opening import draft_document
from claimtrace.read.forms.recognise import Form, recognised
from claimtrace.read.front import (
    authors_of,
    mark_front,
    stated_title,
    title_blocks,
    title_of,
)
from claimtrace.read.furniture import PageChunks, strip_furniture
from claimtrace.read.kinds import mark_kinds
from claimtrace.read.mend import Lexicon
from claimtrace.read.notes import notes
from claimtrace.read.opening import open_pdf, paper_bytes
from claimtrace.read.order import regions
from claimtrace.read.own_citation import mark_own_citations
from claimtrace.read.own_doi import doi_of, stated_dois
from claimtrace.read.pages import PageWords, page_words
from claimtrace.read.run_in import with_run_in_headings
from claimtrace.read.sections import sections, with_levels
from claimtrace.read.table_pages import take_tables
from claimtrace.read.table_places import place_tables
from claimtrace.read.tabled import documented
from claimtrace.read.tables import TableLayout
from claimtrace.read.unruled import take_unruled_tables
from claimtrace.read.word_cutting import Tokens
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import Word
from claimtrace.text.language import language_of

_FIGURE_CAPTION = re.compile(
    r"\b(?:Fig(?:ure|\.)|Map|Plate|Chart|Photo(?:graph)?|Abbildung|Figura)\s*\d", re.IGNORECASE
)
_LEAST_WORDS = 10
_DAMAGED = "the file is damaged there"
_NO_LETTERS = "the page's fonts do not tell which letters they show"
_FEWEST_UNMAPPED = 2  # characters that no font names
_UNMAPPED, _ILLEGIBLE = 0.05, 0.3  # shares of a page's characters: worth a word, and not to be used


@dataclass(slots=True)
class _ReadPage:
    """What is kept of a page: its words as chunks, ``problem`` and what was set aside, how many ``words`` it has."""

    number: int
    width: float
    height: float
    words: int
    pictures: float
    blank: bool
    problem: str | None
    set_aside: list[Furniture]
    upright: PageChunks
    sideways: PageChunks | None


@dataclass(slots=True)
class _LaidOut:
    """A paper's pages as lines in reading order; ``furniture`` was taken off them, ``set_aside`` was never on them."""

    pages: tuple[Page, ...]
    layouts: list[PageLayout]
    tables: list[TableLayout]
    furniture: list[Furniture]
    set_aside: list[Furniture]


def read_document(path: Path, limits: Limits = USUAL) -> Document:
    """Read a paper: a PDF, or a draft in any form that :mod:`~claimtrace.read.forms.recognise` knows.

    Args:
        path: the file; its content tells its form.
        limits: how large the file may be, and how many pages it may have.

    Returns:
        The document: one mended text in reading order, its structure, tables and notes; of a PDF its pages, trace and
        furniture too.

    Raises:
        UnreadablePaperError: the file is missing, in no form that can be read, too large, damaged, encrypted, or holds
            no text; the message says which, and what to do.
    """
    data = paper_bytes(path, limits)
    form = recognised(path, data)
    return _pdf_document(path, data, limits) if form is Form.PDF else draft_document(path, data, form, limits)


def _pdf_document(path: Path, data: bytes, limits: Limits) -> Document:
    with closing(open_pdf(path, data, limits)) as pdf:
        said = pdf.get_metadata_dict(skip_empty=True)
        laid_out = _lay_out(path, data, pdf)
    stated = stated_title(said.get("Title"))
    furniture, layouts = laid_out.furniture, laid_out.layouts
    tables = laid_out.tables + take_unruled_tables(layouts)
    body = body_type(layouts)
    blocks = [block for layout in layouts for block in layout_blocks(layout)]
    mark_kinds(blocks, body, tables)
    mark_front(blocks, body)
    blocks = with_run_in_headings(blocks, body)
    mark_own_citations(blocks, furniture)
    lexicon = Lexicon(line.words.texts for block in blocks for line in block.lines)
    title = title_blocks(blocks, furniture, stated)
    stream = place_tables(flow(blocks, body), tables)
    assembled = assemble(stream, lexicon)
    placed = with_levels(stream, assembled.blocks)
    found_sections = sections(assembled.text.string, placed)
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        file=os.fsencode(path.name).decode(errors="replace"),  # a name may hold bytes that are no text
        title=title_of(title, lexicon) or stated,
        authors=authors_of(blocks, title),
        date=date_of(blocks, furniture, laid_out.set_aside, title),
        language=language_of(assembled.text.string, function_words()),
        text=assembled.text,
        pages=laid_out.pages,
        lines=tuple(assembled.lines),
        blocks=tuple(placed),
        sections=tuple(found_sections),
        notes=tuple(notes(assembled.text, placed, found_sections)),
        tables=tuple(documented(stream, assembled)),
        furniture=(*furniture, *laid_out.set_aside),
        doi=doi_of(
            blocks, furniture, title_of(title, lexicon) or stated, lexicon, stated_dois(data, said.get("Subject"))
        ),
    )


def _lay_out(path: Path, data: bytes, pdf: pdfium.PdfDocument) -> _LaidOut:
    known = Tokens()
    pages = [_read_page(pdf, index, known) for index in range(len(pdf))]
    _mark_lost(pages, data)
    _refuse_wordless(path, pages)
    furniture, printed = strip_furniture([page.upright for page in pages])
    folios = with_labels(pdf, printed)
    parts = [part for page in pages for part in (page.upright, page.sideways) if part]
    tables = take_tables(pdf, parts)
    layouts: list[PageLayout] = []
    for part in parts:
        if part.chunks:
            layouts.append(PageLayout(part.number, part.turn, regions(part.chunks)))
        part.chunks = []  # a long paper has many, and lines take their place
    return _LaidOut(
        tuple(Page(p.number, folios.get(p.number), round(p.width, 2), round(p.height, 2), p.problem) for p in pages),
        layouts,
        tables,
        furniture,
        [item for page in pages for item in page.set_aside],
    )


def _read_page(pdf: pdfium.PdfDocument, index: int, known: Tokens) -> _ReadPage:
    page = page_words(pdf, index, known)
    problem = _problem(page)
    if not _is_legible(page):
        page.words, page.turned = WordTable(), WordTable()  # none of it may be taken for the paper's words
    return _ReadPage(
        page.number,
        page.width,
        page.height,
        len(page.words) + len(page.turned),
        page.pictures,
        page.blank,
        problem,
        _set_aside(page),
        PageChunks(page.number, page.width, page.height, chunks_of_page(page.words)),
        _sideways(page) if page.turned else None,
    )


def _mark_lost(pages: Sequence[_ReadPage], data: bytes) -> None:
    """Name the damage of pages whose drawing is lost, or ends too soon."""
    blank = {page.number for page in pages if page.blank}
    lost = pages_with_lost_drawing(data, blank)
    for page in pages:
        if page.number in lost:
            page.problem = _DAMAGED


def _refuse_wordless(path: Path, pages: Sequence[_ReadPage]) -> None:
    if all(page.problem == _DAMAGED for page in pages):
        raise UnreadablePaperError(f"{path}: none of its pages could be read; fetch the file again")
    if all(page.problem == _NO_LETTERS for page in pages):
        raise UnreadablePaperError(
            f"{path}: its fonts do not tell which letters they show; run it through OCR first: ocrmypdf --force-ocr"
        )
    words = sum(page.words for page in pages)
    if words < _LEAST_WORDS or all(page.pictures > 0.5 or not page.words for page in pages):
        raise UnreadablePaperError(
            f"{path}: holds no text (words: {words}, pages: {len(pages)}); "
            "it may be a scan: run it through OCR first, for example ocrmypdf"
        )


def _sideways(page: PageWords) -> PageChunks:
    """A page whose words run up or down it, turned so that they run to the right."""
    return PageChunks(
        page.number,
        page.height,
        page.width,
        chunks_of_page(page.turned),
        page.turned.faces[0].turn,
    )


def _problem(page: PageWords) -> str | None:
    """Why the text of a page cannot be trusted, if so."""
    if page.broken:
        return _DAMAGED
    if page.pictures > 0.5 and not _FIGURE_CAPTION.search(" ".join(page.words.texts)):
        return "the page is an image without a text layer"
    if page.unmapped and page.unmapped > max(_FEWEST_UNMAPPED, _UNMAPPED * _letters(page)):
        return _NO_LETTERS
    return None if _is_legible(page) else _NO_LETTERS


def _is_legible(page: PageWords) -> bool:
    """Whether most letters of a page are known."""
    return not page.gibberish and (not page.unmapped or page.unmapped <= _ILLEGIBLE * _letters(page))


def _letters(page: PageWords) -> int:
    return sum(map(len, [*page.words.texts, *page.turned.texts]))


def _set_aside(page: PageWords) -> list[Furniture]:
    runs: list[tuple[FurnitureKind, Sequence[Word]]] = [(FurnitureKind.ROTATED, page.rotated)] if page.rotated else []
    runs += [(FurnitureKind.HIDDEN, run) for run in _runs(page.hidden)]
    return [Furniture(kind, _spelt(run), _hull(page.number, run)) for kind, run in runs]


def _spelt(words: Sequence[Word]) -> str:
    """Words as text, those that a line's end has cut joined."""
    spaced = [word.text[:-1] if word.broken else f"{word.text} " for word in words]
    glued = [text.rstrip() if after.glued else text for text, after in zip(spaced, words[1:], strict=False)]
    return "".join([*glued, *spaced[-1:]]).strip()


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that follow each other; after a sentence's end white between their lines begins a new run."""
    run: list[Word] = []
    for word in words:
        ended = run and run[-1].text.endswith((".", "!", "?"))
        if ended and abs(word.base - run[-1].base) > 2.5 * max(word.size, run[-1].size):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _hull(page: int, words: Sequence[Word]) -> Box:
    lefts, tops, rights, bottoms = zip(*(word.on_page for word in words), strict=True)
    return Box(
        page,
        round(min(lefts), 2),
        round(min(tops), 2),
        round(max(rights), 2),
        round(max(bottoms), 2),
    )
