"""Pointers in notes: full first citations, short ones, "ibid.", "op. cit.", "supra note 4", "(n 4)".

A note is cut at its semicolons; each piece that names a work of the list by author and title, repeats the work
before it, or reads like a full citation of a work that is not listed, is a pointer. Remarks are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from claimtrace.annotate.citations.index import ReferenceIndex, author_names
from claimtrace.annotate.citations.locators import read_bare_locator, read_locator
from claimtrace.annotate.citations.pointer import Pointer
from claimtrace.model.citation import CitationForm, Locator
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold
from claimtrace.text.letters import UPPER
from claimtrace.text.names import Names, read_names
from claimtrace.text.pages import page_value

_IBID = re.compile(r"\b(?:ibid(?:em)?|id)\b\.?", re.IGNORECASE)
_BACK = re.compile(r"(?:\(|,\s*)(?:supra\s+)?(?:above\s+)?(?:nn?|notes?|fn)\.?\s*(?P<number>\d{1,4})\)?", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)[a-z]?(?!\d)")
_LEAD = re.compile(
    r"^(?:(?:see|see also|cf\.|compare|but see|e\.g\.,?|quoted in|cited in|for (?:a|an|the)\b[^,]{0,60},\s*see|as in)\s+)+",
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"^[{UPPER}][\w'’.-]*(?:\s+[\w'’.-]+){{0,12}}?(?:,\s+(?:and\s+)?[{UPPER}][^,]{{2,60}}){{0,6}},\s+"
    rf"(?:[“\"‘][^”\"]{{6,300}}[”\"’]|[{UPPER}][^(]{{4,250}})[^;]*?\(?[^()]*(?:1[5-9]|20)\d\d\)?"
)
_LAST_NUMBER = re.compile(
    r"(?:^|[,:)\]”\"’.]|\bat|\bpp?\.)\s*(?P<page>\d{1,4}[a-e]?|[ivxlc]{1,7})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?\s*\.?$"
)
_LABELLED = re.compile(r"(?:\bpp?\.|\bparas?\.|§+|\bch(?:ap)?\.|\barts?\.)\s*\d[^,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a note or of a source line, between semicolons."""

    span: Span
    text: str


def pieces(document: Document, within: Span) -> Iterator[Piece]:
    """The parts of a note, cut at semicolons outside quotation marks and brackets."""
    text = document.text.at(within)
    start = depth = 0
    quoted = False
    for at, sign in enumerate(text + ";"):
        if sign in "“":
            quoted = True
        elif sign in "”":
            quoted = False
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(depth - 1, 0)
        elif sign == ";" and not quoted and not depth:
            words = text[start:at]
            lead = len(words) - len(words.lstrip())
            if words.strip():
                span = Span(within.start + start + lead, within.start + start + len(words.rstrip()))
                yield Piece(span, words.strip())
            start = at + 1


def reads_like_full_citation(text: str) -> bool:
    """Whether a piece of a note gives a work in full: a name, a title, a year in the place where notes have it."""
    body = _LEAD.sub("", text)
    return bool(_FULL.match(body)) and bool(_YEAR.search(body)) and not _IBID.match(body) and not _BACK.search(body)


def note_pointers(document: Document, index: ReferenceIndex) -> list[Pointer]:
    """The pointers in the document's notes, and those that source lines and captions give in the same way."""
    found: list[Pointer] = []
    by_note: dict[str, list[int]] = {}
    works = [_Work(reference) for reference in index.references]
    for note in document.notes:
        for piece in pieces(document, note.span):
            pointer = _pointer(piece, note.call or piece.span, works, found, by_note)
            if pointer:
                by_note.setdefault(note.marker, []).append(len(found))
                found.append(pointer)
    for block in document.blocks_of(BlockKind.SOURCE_LINE, BlockKind.CAPTION):
        for piece in pieces(document, block.span):
            pointer = _pointer(piece, piece.span, works, [], {})
            if pointer and pointer.title:
                pointer.form = CitationForm.SOURCE_LINE
                found.append(pointer)
    return found


class _Work:
    """An entry, made ready for being found in a note."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        names = author_names(reference)
        self.names = [fold(name) for name in names]
        self.title = fold(reference.title or "").split()
        self.main_title = len(fold(re.split(r"[:?!.]\s", reference.title or "")[0]).split())
        self.acronym = fold(reference.acronym or "")

    def likeness(self, words: list[str]) -> float:
        """How surely a piece of a note means this work: its author and the head of its title stand there."""
        text = f" {' '.join(words)} "
        named = self.named(words)
        title = 0
        if self.title:
            for length in range(len(self.title), 0, -1):
                if f" {' '.join(self.title[:length])} " in text:
                    title = length
                    break
        if not named and title < min(4, len(self.title) or 9):
            return 0.0
        author = 0.45 if named else 0.25 if self.misspelt(words) else 0.0
        if not title:
            return author
        whole = title / len(self.title)
        return author + max(min(0.5, 0.12 * title + 0.2 * whole), 0.3 if title >= self.main_title else 0.0)

    def named(self, words: list[str]) -> bool:
        """Whether the first author stands in a piece, by name or by acronym."""
        text = f" {' '.join(words)} "
        first = self.names[0] if self.names else ""
        return bool(first and f" {first} " in text) or bool(self.acronym and f" {self.acronym} " in text)

    def misspelt(self, words: list[str]) -> str | None:
        """The word of a piece that is nearly the first author's name."""
        last = self.names[0].split()[-1] if self.names and self.names[0] else ""
        near = [word for word in words[:14] if len(last) > 4 and fuzz.ratio(word, last) >= 80]
        return max(near, key=lambda word: fuzz.ratio(word, last), default=None)


def _pointer(
    piece: Piece, anchor: Span, works: list[_Work], before: list[Pointer], by_note: dict[str, list[int]]
) -> Pointer | None:
    ibid = _IBID.search(piece.text)
    if ibid and before and len(piece.text) < 200:
        locator = _after(piece.text[ibid.end() :])
        return _made(piece, anchor, same_as=len(before) - 1, locator=locator)
    back = _BACK.search(piece.text)
    if back:
        target = _named_in_note(piece.text[: back.start()], by_note.get(back["number"], []), before)
        if target is not None:
            return _made(piece, anchor, same_as=target, locator=_after(piece.text[back.end() :]))
    words = fold(piece.text).split()
    scored = [(work.likeness(words), -at, work) for at, work in enumerate(works)]
    score, _, work = max(scored, default=(0.0, 0, None), key=lambda item: item[:2])
    if work is not None and score >= 0.6:
        names = _cited_names(work, words)
        pointer = _made(piece, anchor, names=names, locator=_locator(piece.text, work.reference))
        pointer.title = work.reference.title
        pointer.year = _year(piece.text)
        return pointer
    if reads_like_full_citation(piece.text):
        body = _LEAD.sub("", piece.text)
        names = read_names(re.split(r",\s+(?=[“\"‘])|,\s+", body)[0])
        if names:
            pointer = _made(piece, anchor, names=Names((names.families[0].split()[-1],)), locator=None)
            pointer.year = _year(body)
            return pointer
    return None


def _made(
    piece: Piece, anchor: Span, names: Names | None = None, same_as: int | None = None, locator: Locator | None = None
) -> Pointer:
    return Pointer(CitationForm.NOTE, piece.span, piece.text, names, same_as=same_as, locator=locator, anchor=anchor)


def _cited_names(work: _Work, words: list[str]) -> Names | None:
    """The first author as the piece prints the name."""
    names = author_names(work.reference)
    if not names:
        return None
    wrong = None if work.named(words) else work.misspelt(words)
    return Names((wrong.capitalize() if wrong else names[0],), len(names) > 1)


def _named_in_note(head: str, positions: list[int], before: list[Pointer]) -> int | None:
    """The pointer of an earlier note that a back reference means: the one whose author it names, else the first."""
    words = fold(head).split()
    for at in positions:
        names = before[at].names
        if names and any(fold(name).split()[-1:] and fold(name).split()[-1] in words for name in names.families):
            return at
    return positions[0] if positions else None


def _year(text: str) -> int | None:
    """The year of a full citation: the last one in brackets, else the last at all."""
    bracketed = re.findall(r"\([^()]*?(1[5-9]\d\d|20\d\d)[a-z]?\)", text)
    years = bracketed or _YEAR.findall(text)
    return int(years[-1]) if years else None


def _after(tail: str) -> Locator | None:
    """The locator behind "ibid." or a back reference: ", 45", " at 45", " 45.", ", para. 13"."""
    text = tail.lstrip(" ,:.")
    return read_locator(text) or read_bare_locator(text.split(". ")[0].rstrip(". "))


def _locator(text: str, reference: Reference) -> Locator | None:
    """The page cited in a full or short note: its last number, unless that is the work's own range or year."""
    labelled = _LABELLED.search(text.rstrip(". "))
    if labelled and (locator := read_locator(labelled.group())):
        return None if _is_own_range(locator, reference) else locator
    match = _LAST_NUMBER.search(text)
    if not match:
        return None
    locator = read_bare_locator(text[match.start("page") :].rstrip(". "))
    if locator is None or _is_own_range(locator, reference) or text[: match.start()].endswith(("no", "vol", "doi")):
        return None
    if locator.last is None and reference.year and locator.first == str(reference.year):
        return None
    return locator


def _is_own_range(locator: Locator, reference: Reference) -> bool:
    """Whether a range is the work's own pages rather than a place in it."""
    if locator.last is None or not reference.last_page:
        return False
    return page_value(locator.first) == page_value(reference.first_page) and page_value(locator.last) == page_value(
        reference.last_page
    )
