"""Pointers in notes: full first citations, short ones, "ibid.", "op. cit.", "supra note 4", "(n 4)".

A note is cut at its semicolons; each piece that names a work of the list by author and title, repeats the work
before it, or reads like a full citation of a work that is not listed, is a pointer. Remarks are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from claimtrace.annotate.citations.index import ReferenceIndex, author_names
from claimtrace.annotate.citations.locators import read_bare_locator, read_locator
from claimtrace.annotate.citations.pointer import Pointer
from claimtrace.annotate.references.note_works import NAME, Piece, came_out_on_a_day, full_citation, pieces, signal_end
from claimtrace.model.citation import CitationForm, Locator
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold, without_article
from claimtrace.text.names import Names, read_names, same_name
from claimtrace.text.pages import page_value

_IBID = re.compile(r"\b(?:ib[ií]d(?:em)?|id|ebd|ebenda)\b\.?", re.IGNORECASE)
_BACK = re.compile(
    r"(?:\(|,\s*)(?:supra\s+)?(?:above\s+)?(?:nn?|notes?|fn|Fn|Anm)\.?\s*(?P<number>\d{1,4})\)?", re.IGNORECASE
)
_OP_CIT = re.compile(
    r",?\s*\b(?:(?:op|loc|art)\.?\s*cit\b\.?|(?:art\.\s*)?préc(?:\.|ité)|a\.\s?a\.\s?O\.)", re.IGNORECASE
)
_PRINTED_TITLE = re.compile(
    r"^[^“\"‘(\d]{2,160},\s+(?:[“\"](?P<double>[^”\"]{3,300})[”\"]|«\s?(?P<pointed>[^»]{3,300}?)\s?»|‘(?P<single>.{6,300}?)’(?![^\W\d_]))"
)
_SOURCE = re.compile(  # what tells that a piece gives a source rather than a remark
    r"\((?:[^()]*\s)?(?:1[5-9]|20)\d\d\)|\[(?:1[5-9]|20)\d\d\]|https?://|www\.|§|\d/\d|\sv\.?\s[A-Z]|\b(?:pp?|paras?|art|[Nn]o)\.?\s\d|"
    r",\s\d{1,4}(?:[-–]\d{1,4})?\.?$|[,.]?[”’]\s*[(,]|\b(?:1[5-9]|20)\d\d\.?$"
)
_OTHER_TITLE = 70  # likeness, of 100, below which two titles are those of two works
_LAST_NUMBER = re.compile(
    r"(?:^|[,:)\]”\"’.]|\bat|\bpp?\.)\s*(?P<page>[1-9]\d{0,4}[a-e]?|[ivxlc]{1,7})(?:n\d{1,3})?(?:\s*[-–—]\s*(?P<last>\d{1,5}))?\s*\.?$"
)
_IMPRINT_LAST = r"\s\((?:[^()]*\s)?(?:1[5-9]|20)\d\d\)\.?$"
_LAW_PAGE = re.compile(
    rf"\s\d+,\s(?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?){_IMPRINT_LAST}"
)  # "92 Sea L. Rev. 401, 417 (1999)"
_BOOK_PAGE = re.compile(
    rf"[^\W\d_]\s(?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?){_IMPRINT_LAST}"
)  # "The Law of Fog 23 (2011)"
_LABELLED = re.compile(r"(?:\bpp?\.|\bparas?\.|§+|\bch(?:ap)?\.|\barts?\.)\s*\d[^,;]*$", re.IGNORECASE)


def note_pointers(document: Document, index: ReferenceIndex) -> list[Pointer]:
    """The pointers in the document's notes, and those that source lines and captions give in the same way."""
    seen = _Seen(lists_pages=index.lists_pages)
    works = [_Work(reference) for reference in index.with_acronyms()]
    for note in document.notes:
        seen.words.setdefault(note.marker, set()).update(fold(document.text.at(note.span)).split())
        for piece in pieces(document, note.span):
            pointer = _pointer(piece, note.call or piece.span, works, seen)
            if pointer:
                seen.by_note.setdefault(note.marker, []).append(len(seen.pointers))
                seen.last = len(seen.pointers)
                seen.pointers.append(pointer)
            elif _SOURCE.search(piece.text):
                seen.last = None
                seen.unread.append(set(fold(piece.text).split()))
    for block in document.blocks_of(BlockKind.SOURCE_LINE, BlockKind.CAPTION):
        for piece in pieces(document, block.span):
            pointer = _pointer(piece, piece.span, works, seen)
            if pointer and ((pointer.title and pointer.listed) or pointer.same_as is not None):
                pointer.form = CitationForm.SOURCE_LINE
                seen.pointers.append(pointer)
    return seen.pointers


@dataclass(slots=True)
class _Seen:
    """What the notes before a piece hold.

    ``by_note`` are the positions of each note's pointers, ``words`` the folded words of each note, by its marker;
    ``last`` is the pointer that "ibid." repeats, ``None`` where the source before it could not be read; ``unread`` are
    the words of such sources. ``lists_pages`` is whether the reference list has news and pages of the web.
    """

    lists_pages: bool
    pointers: list[Pointer] = field(default_factory=list)
    by_note: dict[str, list[int]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    last: int | None = None
    unread: list[set[str]] = field(default_factory=list)


class _Work:
    """An entry, made ready for being found in a note."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        names = author_names(reference)
        self.names = [fold(name) for name in names]
        self.title = without_article(fold(reference.title or "")).split()
        self.main_title = len(without_article(fold(re.split(r"[:?!.]\s", reference.title or "")[0])).split())
        self.acronym = fold(reference.acronym or "")

    def dated(self, words: list[str]) -> bool:
        """Whether a piece gives the work's year, as "Report of 2015" does where the author has several."""
        return self.reference.year is not None and str(self.reference.year) in words

    def likeness(self, words: list[str], printed: str | None) -> float:
        """How surely a piece of a note means this work: its author and the head of its title stand there.

        ``printed`` is the title that the piece gives, if one can be told; a wholly different one is another work's.
        """
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
        if not title and printed and fuzz.partial_ratio(fold(printed), " ".join(self.title)) < _OTHER_TITLE:
            return 0.0
        author = 0.45 if named else 0.25 if self.misspelt(words) else 0.0
        told = 0.2 if self.dated(words) else 0.0
        if title:
            whole = title / len(self.title)
            headed = title >= self.main_title or " ".join(self.title[:title]) == without_article(fold(printed or ""))
            told += max(min(0.5, 0.12 * title + 0.2 * whole), 0.3 if headed else 0.0)
        return author + told

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


def _pointer(piece: Piece, anchor: Span, works: list[_Work], seen: _Seen) -> Pointer | None:
    before = seen.pointers
    ibid = _IBID.search(piece.text)
    if ibid and len(piece.text) < 200:
        again = seen.last
        return None if again is None else _made(piece, anchor, same_as=again, locator=_after(piece.text[ibid.end() :]))
    if back := _BACK.search(piece.text):
        note = back["number"]
        return _pointing_back(piece, anchor, back, seen.by_note.get(note, []), before, seen.words.get(note, ()))
    if cited := _OP_CIT.search(piece.text):
        return _pointing_back(piece, anchor, cited, list(reversed(range(len(before)))), before)
    words = fold(piece.text[signal_end(piece.text) :]).split()
    printed = _printed_title(piece.text)
    scored = [(work.likeness(words, printed), -at, work) for at, work in enumerate(works)]
    score, _, work = max(scored, default=(0.0, 0, None), key=lambda item: item[:2])
    if work is not None and score >= 0.6:
        pointer = _made(piece, anchor, _cited_names(work, words), locator=_locator(piece.text, work.reference))
        pointer.title = work.reference.title
        pointer.year = _year(piece.text)
        return pointer
    start = full_citation(piece.text)
    if start is not None:
        body = piece.text[start:]
        if came_out_on_a_day(body) and not seen.lists_pages:
            return None
        names = read_names(re.split(r",\s+", body)[0])
        if names:
            name = Names((names.families[0].split()[-1],))
            locator = _after(body.rpartition(")")[2])
            title = _printed_title(body)
            pointer = _made(piece, anchor, name, locator=locator)
            return replace(pointer, year=_year(body), title=title, listed=title is None)
    return None if any(set(words) <= source for source in seen.unread) else _unlisted_again(piece, anchor, before)


def _pointing_back(
    piece: Piece,
    anchor: Span,
    back: re.Match[str],
    positions: list[int],
    before: list[Pointer],
    words: Collection[str] = (),
) -> Pointer | None:
    """A back reference, "Harcourt (n 1) 142": to the pointer of that note whose author it names.

    A name that nobody in that note bears makes a pointer to nothing; one that is nearly right keeps its spelling. Where
    the note has the name among its words, it gives a source that could not be read, and the reference is left alone.
    """
    locator = _after(piece.text[back.end() :])
    head = piece.text[: back.start()]
    first = re.match(rf"(?:[Ss]ee |[Vv]gl\. |[Ss]iehe )?(?P<name>(?:(?:van|von|de|der|den)\s+)*{NAME}), ", head)
    printed = first or re.search(rf"(?P<name>(?:(?:van|von|de|der|den)\s+)*{NAME})\s*$", head)
    if not printed:
        return _made(piece, anchor, same_as=positions[0], locator=locator) if positions else None
    name = Names((printed["name"].strip(),))
    first_named = re.split(r"\s(?:and|und|et|&)\s", name.families[0])[0]
    alike = [(max(_likest(who, before, at) for who in (name.families[0], first_named)), at) for at in positions]
    best, at = max(alike, default=(0.0, -1))
    if best >= 0.75:
        return _made(piece, anchor, name, same_as=at, locator=locator)
    if set(fold(printed["name"]).split()) <= set(words):
        return None
    return _made(piece, anchor, name, locator=locator)


def _likest(name: str, before: list[Pointer], at: int) -> float:
    """How alike a printed name is to that of an earlier pointer; an acronym counts as its full name."""
    while (first := before[at]).same_as is not None:
        at = first.same_as
    if first.names is None:
        return 1.0
    full = first.names.families[0]
    initials = "".join(word[0] for word in full.split() if word[:1].isupper())
    return 1.0 if name.isupper() and name == initials else same_name(name, full)


def _unlisted_again(piece: Piece, anchor: Span, before: list[Pointer]) -> Pointer | None:
    """A short citation of a work that was given in full before but is not listed."""
    words = fold(piece.text).split()
    for at, pointer in enumerate(before):
        listed = pointer.title is not None and pointer.listed
        unlisted = not listed and pointer.same_as is None and pointer.names is not None
        if unlisted and pointer.names and fold(pointer.names.families[0]) in words[:6]:
            shared = set(words) & set(fold(pointer.text).split())
            if len(shared) >= max(3, 0.5 * len(words)):
                return _made(piece, anchor, pointer.names, same_as=at)
    title = _printed_title(piece.text) if re.match(rf"{NAME},\s+[“\"‘]", piece.text) else None
    if title is None:
        return None
    names = read_names(piece.text.split(",")[0])
    pointer = _made(piece, anchor, names, locator=_after(re.split(r"[”’\"]", piece.text)[-1]))
    return replace(pointer, title=title, listed=False) if names else None


def _made(
    piece: Piece,
    anchor: Span,
    names: Names | None = None,
    *,
    same_as: int | None = None,
    locator: Locator | None = None,
) -> Pointer:
    return Pointer(CitationForm.NOTE, piece.span, piece.text, names, same_as=same_as, locator=locator, anchor=anchor)


def _cited_names(work: _Work, words: list[str]) -> Names | None:
    """The first author as the piece prints the name."""
    names = author_names(work.reference)
    if not names:
        return None
    wrong = None if work.named(words) else work.misspelt(words)
    return Names((wrong.capitalize() if wrong else names[0],), len(names) > 1)


def _printed_title(text: str) -> str | None:
    """The title that stands in quotation marks behind the author, before any year or page."""
    match = _PRINTED_TITLE.match(text)
    return next(filter(None, match.groups())).rstrip(" ,.") if match else None


def _year(text: str) -> int | None:
    """The year of a full citation: the last one in brackets. A short citation has none."""
    bracketed = re.findall(r"\([^()]*?(1[5-9]\d\d|20\d\d)[a-z]?\)", text)
    return int(bracketed[-1]) if bracketed else None


def _after(tail: str) -> Locator | None:
    """The locator behind "ibid." or a back reference: ", 45", " at 45", " 45.", ", para. 13"."""
    text = tail.lstrip(" ,:.")
    return read_locator(text) or read_bare_locator(text.split(". ")[0].rstrip(". "))


def _locator(text: str, reference: Reference) -> Locator | None:
    """The page cited in a full or short note: its last number, unless that is the work's own range or year."""
    labelled = _LABELLED.search(text.rstrip(". "))
    if labelled and (locator := read_locator(labelled.group())):
        return None if _is_own_range(locator, reference) else locator
    if pinned := (_LAW_PAGE if reference.volume or reference.type == "legal" else _BOOK_PAGE).search(text):
        return read_bare_locator(pinned["page"])
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
