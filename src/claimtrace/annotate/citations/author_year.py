"""Author-year pointers: "(Nye, 2017, p. 50)", "Nye (2017: 50)", "Kello (2017) notes, "..." (p. 45)".

Every pair of brackets with a year in it is looked at. What stands in front of the year, within the brackets or
before them, must read as names; names of the reference list are known as such, others must look the part, because a
year in brackets behind an agreement, an event or a house is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimtrace.annotate.citations.index import ReferenceIndex
from claimtrace.annotate.citations.locators import read_locator
from claimtrace.annotate.citations.parts import (
    HAS_YEAR,
    ONE_YEAR,
    YEAR,
    YEARS,
    brackets,
    further,
    is_own_part,
    joined_names,
    pieces,
    read_rest,
    read_year,
    trim,
)
from claimtrace.annotate.citations.pointer import Pointer
from claimtrace.knowledge.places import place_names
from claimtrace.knowledge.records import event_names
from claimtrace.knowledge.reporting import is_reporting
from claimtrace.knowledge.tables import several, table
from claimtrace.knowledge.wordings import plain_words
from claimtrace.model.citation import CitationForm
from claimtrace.model.document import Block, BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.text.letters import LOWER, UPPER
from claimtrace.text.names import Names

_FIRST_PRINTED = re.compile(rf"[\[(]{YEAR}[\])]\s*(?={YEAR})")  # "[1921] 2014": the reprint is the one that is listed
_PRINTED_AGAIN = re.compile(r"\s*[\[(](?P<year>(?:1[5-9]|20)\d\d)[\])]")  # "1921 [2014]", listed by either year
_LEADS = re.compile(
    r"^(?:(?:e\.g\.|i\.e\.|cf\.|(?:see(?:\s+also|\s+for\s+example)?|also|cf|compare|contra|but\s+see|and|as\s+(?:cited|quoted)\s+in"
    r"|cited\s+(?:in|by)|quoted\s+(?:in|by)|according\s+to|following|after|based\s+on|adapted\s+from|for\s+(?:example|instance|details?|more|(?:an?\s+)?(?:reviews?|overviews?|summar(?:y|ies)|discussions?))"
    r"|in|by|from|reviewed\s+(?:in|by)|sources?|particularly|especially|notably|most\s+recently|data\s+from)\b)[\s,:]*)+",
    re.IGNORECASE,
)
_QUOTED_IN = re.compile(r"\s*[,;]\s*(?=(?:as\s+)?(?:cited|quoted)\s+(?:in|by)\s)")
_OWNED = re.compile(r"(?:['’]s|s['’])\s+(?:[\w-]+\s+){1,3}$")  # "in Keel's view (2014)"
_ELIDED = re.compile(rf"[LlDd]['’](?=[{UPPER}]{{2}})")  # "L'INSEE (2015)"
_NAME = (
    r"(?:(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ten|ter|dos|du)\s+)*(?:[dl]['’])?"
    rf"[{UPPER}][\w'’-]*[{LOWER}][\w'’-]*"
)
_SHAPE = re.compile(
    rf"(?:(?P<pair>{_NAME}(?:\s+(?:and|und|et|y|&)\s+|/){_NAME})|"
    rf"(?P<list>{_NAME}(?:,\s+{_NAME})+,?\s+(?:and|und|et|y|&)\s+{_NAME}|{_NAME}(?:/{_NAME}){{2,}})|"
    rf"(?P<et_al>{_NAME}\s+et\s+al\.?)|(?P<one>{_NAME}))(?:['’]s)?\s*$"
)
_IBID = re.compile(r"(?:vgl\.\s|cf\.\s|see\s|siehe\s)?(?:ib[ií]d(?:em)?|idem|ebd|ebenda)\b\.?", re.IGNORECASE)
_PAGE_BEHIND = re.compile(r",\s+(?=pp?\.\s*\d)")
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTATION)
_SENTENCE_END = re.compile(rf"[.!?][”\"’)\]]*\s+(?=[{UPPER}“\"‘(])")
_SPOKEN_BEFORE = re.compile(
    r"\b(?:by|see|following|per|unlike|both|according\s+to|cf\.|and|in\s+line\s+with|work\s+of|study\s+of|account\s+of|paper\s+by)\s+$",
    re.IGNORECASE,
)


def author_year_pointers(document: Document, index: ReferenceIndex, kinds: tuple[BlockKind, ...]) -> Iterator[Pointer]:
    """The author-year pointers in the blocks of these kinds, in text order.

    Acronyms that the text introduces ("United Nations [UN], 2015") are added to the index on the way.
    """
    given = 0
    last: int | None = None  # the place of the last pointer of the running text, which "ibid." repeats
    for block in document.blocks_of(*kinds, BlockKind.FRONT):
        finder = _Finder(document.text.string, block, index)
        for pointer in finder.pointers():
            if block.kind is BlockKind.FRONT and not (pointer.names and index.has(pointer.names, pointer.year)):
                continue  # how to cite the paper itself
            if pointer.names is None:
                if last is None:
                    continue
                pointer.same_as = last
            if block.kind in _RUNNING:
                last = given
            given += 1
            yield pointer


class _Finder:
    """Goes through the brackets of one block."""

    def __init__(self, text: str, block: Block, index: ReferenceIndex) -> None:
        self._text = text
        self._block = block
        self._index = index
        self._open: Pointer | None = None  # the last narrative pointer without a locator

    def pointers(self) -> Iterator[Pointer]:
        found: list[Pointer] = []
        for start, end in brackets(self._text, self._block.span):
            if any(pointer.span.start < end and start < pointer.span.end for pointer in found):
                continue
            inner = self._text[start + 1 : end - 1]
            if first := _FIRST_PRINTED.match(inner):
                inner = " " * first.end() + inner[first.end() :]
            dated = bool(YEARS.match(inner.lstrip()))
            if not dated and self._later_locator(inner, start):
                continue
            if not HAS_YEAR.search(inner) and not _IBID.search(inner):
                continue
            read = self._narrative if dated else self._parenthetical
            found.extend(read(start, end, inner))
        if self._block.kind in (BlockKind.SOURCE_LINE, BlockKind.TABLE):
            found.extend(self._bare([pointer.span for pointer in found]))
            found.sort(key=lambda pointer: pointer.span)
        for pointer in found:
            if self._block.kind is BlockKind.SOURCE_LINE:
                pointer.form = CitationForm.SOURCE_LINE
            yield pointer

    def _bare(self, taken: list[Span]) -> Iterator[Pointer]:
        """Listed works that a source line or a cell names without brackets: "Nye, 2017, p. 50; Rid 2013"."""
        for part in re.finditer(r"[^;\t\n]+", self._text[self._block.span.start : self._block.span.end]):
            for years in YEARS.finditer(part.group()):
                names, at = known_names(self._index, part.group()[: years.start()].rstrip(" ,"))
                year, _, _ = read_year(years.group(), None, None)
                if names is None or not self._index.has(names, year):
                    continue
                rest = part.group()[years.end() :]
                locator = read_rest(rest)
                end = years.end() + (rest.find(locator.text) + len(locator.text) if locator else 0)
                begin = self._block.span.start + part.start()
                span = Span(begin + at, begin + end)
                if not any(span.overlaps(other) for other in taken):
                    yield from self._rows(CitationForm.PARENTHETICAL, span, names, years.group(), rest)

    def _later_locator(self, inner: str, start: int) -> bool:
        """A locator alone in brackets belongs to the narrative pointer before it in the same or next sentence."""
        locator = read_locator(inner.strip())
        if locator is None or len(locator.text) < len(inner.strip()) - 2:
            return False
        before = None if is_own_part(locator) else self._open
        if before is not None and start - before.span.end < 700 and "\n\n" not in self._text[before.span.end : start]:
            before.locator = locator
            self._open = None
        return True

    def _narrative(self, start: int, end: int, inner: str) -> Iterator[Pointer]:
        """Names before the bracket, a year at its head: "Nye (2017, p. 50)"."""
        years = YEARS.match(inner.lstrip())
        assert years
        rest = inner.lstrip()[years.end() :]
        left = self._text[max(self._block.span.start, start - 160) : start]
        names, begin = self._names_before(left, self._text[end : end + 40])
        begin += start - len(left)
        if names is None and (read_rest(rest) or _OWNED.search(left)):
            year = read_year(years.group(), None, None)[0]
            names, begin = names_in_sentence(self._text, self._block, start, self._index, year), start
        if names is None:
            if quoted := _QUOTED_IN.match(rest):  # "(1998, cited in Keel, 2014, p. 8)" of a work that is not listed
                at = start + 1 + inner.index(rest) + quoted.end()
                yield from self._item(Span(at, end - 1), rest[quoted.end() :], [])
            return
        if rest.strip() and not read_rest(rest) and not rest.lstrip().startswith((",", ":", ";")):
            return
        rest, _, later = rest.partition(";")
        rest, tail = further(rest)
        span = Span(begin, end)
        if tail or HAS_YEAR.search(later):
            span = trim(self._text, Span(begin, end - 1 - (len(later) + 1 if later else 0)), tail)
        behind = _PAGE_BEHIND.match(self._text, end) if not rest.strip() and not tail else None
        page = read_locator(self._text[behind.end() : behind.end() + 40].split(";")[0]) if behind else None
        if behind and page:  # "Nye (2017), p. 50"
            rest = f", {page.text}"
            span = Span(begin, behind.end() + len(page.text))
        pointers = list(self._rows(CitationForm.NARRATIVE, span, names, years.group(), rest))
        yield from pointers
        if pointers:
            self._open = pointers[-1] if pointers[-1].locator is None else None
        behind_it = f"{tail};{later}"
        for offset, piece in pieces(behind_it):
            at = end - 1 - len(behind_it) + (0 if later else 1) + offset
            yield from self._item(Span(at, at + len(piece)), piece, pointers if offset > len(tail) else [])

    def _names_before(self, left: str, after: str) -> tuple[Names | None, int]:
        """The longest stretch before the bracket that the reference list knows as names, else one of their shape."""
        known, at = known_names(self._index, left)
        return (known, at) if known else self._unknown_names(left.rstrip(), after)

    def _unknown_names(self, left: str, after: str) -> tuple[Names | None, int]:
        """Names that no entry has; one name alone needs words around it that speak of an author."""
        match = _SHAPE.search(left)
        if not match or _is_thing(match.group(), left):
            return None, 0
        before = left[: match.start()]
        if match["one"] and not _SPOKEN_BEFORE.search(before):
            opens = not before.strip() or before.rstrip().endswith((".", ":", ";", "?", "!"))
            if not (opens and is_reporting(after)):
                return None, 0
        if re.search(rf"[{UPPER}][\w'’-]*\s+$", before) and not re.search(r"[.:;!?]\s+\S+\s+$", before):
            return None, 0  # the tail of a longer name in capitals
        names = self._index.names(match.group())
        return (names, match.start()) if names else (None, 0)

    def _parenthetical(self, start: int, end: int, inner: str) -> Iterator[Pointer]:
        """Names and year within the bracket: "(see Rid, 2013, ch. 2; Nye 2017a, 2017b)"."""
        parts = joined_names(list(pieces(inner)), inner)
        rows: list[Pointer] = []
        for offset, piece in parts:
            span = Span(start + 1 + offset, start + 1 + offset + len(piece))
            rows.extend(self._item(span, piece, rows))
        if rows and len(parts) == 1 and len({row.span for row in rows}) == 1:
            whole = Span(start, end)
            for row in rows:
                row.span, row.text = whole, self._text[start:end]
        yield from rows

    def _item(self, span: Span, piece: str, rows: list[Pointer]) -> Iterator[Pointer]:
        lead = _LEADS.match(piece)
        body = piece[lead.end() :] if lead else piece
        again = _IBID.match(body)
        if again:
            yield Pointer(CitationForm.PARENTHETICAL, span, piece, locator=read_rest(body[again.end() :]))
            return
        first = _FIRST_PRINTED.search(body)
        years = YEARS.search(body, first.end() if first else 0)
        if not years:
            return
        printed = body[: first.start() if first else years.start()]
        if any(printed.count(left) > printed.count(right) for left, right in ("()", "[]")):
            return  # "(see Keel [2014])": the inner bracket is read by itself
        who = printed.strip(" ,:")
        if not who and rows and rows[-1].names:  # "(Nye, 2017; 2018)"
            names: Names | None = rows[-1].names
        else:
            names = self._index.names(who) if who else None
        if names is None or not self._names_believed(names, printed, years.group()):
            return
        if names.acronym and names.families and names.families[0] != names.acronym:
            self._index.add_acronym(names.acronym, names.families[0])
        rest, tail = further(body[years.end() :])
        yield from self._rows(CitationForm.PARENTHETICAL, trim(self._text, span, tail), names, years.group(), rest)
        if tail:
            begin = span.end - len(tail)
            yield from self._item(Span(begin, span.end), tail, rows)

    def _names_believed(self, names: Names, printed: str, year: str) -> bool:
        """Names of the list are believed; others must be followed by the year as a citation has it."""
        if self._index.fits(names, 0.7):
            return True
        if names.families[0].isupper() and year[:4].isdecimal() and int(year[:4]) < self._index.oldest:
            return False  # the number of a strain, a standard or a model: "(MTCC, 1893)"
        if _is_thing(" ".join(names.families), printed):
            return False
        comma = printed.rstrip().endswith(",") or names.et_al or len(names.families) > 1
        short = all(len(name.split()) <= 4 for name in names.families) or bool(names.acronym)
        return short and (comma or len(names.families[0].split()) == 1)

    def _rows(self, form: CitationForm, span: Span, names: Names, years: str, rest: str) -> Iterator[Pointer]:
        locator = read_rest(rest)
        text = self._text[span.start : span.end]
        printed = list(ONE_YEAR.finditer(years))
        last_year: int | None = None
        for at, match in enumerate(printed):
            year, suffix, undated = read_year(match.group(1) or "", match.group(2), last_year)
            last_year = year
            again = _PRINTED_AGAIN.match(rest) if at == len(printed) - 1 else None
            if again and self._index.has(names, int(again["year"])):
                year = int(again["year"])
            where = locator if at == len(printed) - 1 else None
            yield Pointer(form, span, text, names, year, suffix, undated, locator=where)


def names_in_sentence(text: str, block: Block, at: int, index: ReferenceIndex, year: int | None = None) -> Names | None:
    """The author last named in the sentence before this place: "Keel says that ... (2014, p. 45)".

    An entry must have the name, and this year where there is one.
    """
    left = text[max(block.span.start, at - 400) : at]
    ends = [match.end() for match in _SENTENCE_END.finditer(left)]
    sentence = left[ends[-1] :] if ends else left
    for word in reversed(list(re.finditer(rf"[{UPPER}][\w'’-]+", sentence))):
        names, _ = known_names(index, sentence[: word.end()])
        if names and (year is None or index.has(names, year)):
            return names
    return None


def known_names(index: ReferenceIndex, left: str) -> tuple[Names | None, int]:
    """The longest stretch at the end of a string that the reference list knows as names, and where it begins."""
    stripped = left.rstrip()
    words = list(re.finditer(r"\S+", stripped))
    best, most, at = None, 0.0, 0
    for count in range(1, min(len(words), 14) + 1):
        begin = words[-count].start()
        candidate = _ELIDED.sub("", stripped[begin:].lstrip("(“\"'‘["))
        if candidate.split(" ", 1)[0] in plain_words("opening"):
            continue
        names = index.names(candidate)
        score = index.best(names) if names else 0.0
        if names and score >= max(most, 0.8):
            best, most, at = names, score, begin + len(stripped[begin:]) - len(candidate)
    return best, at


def _is_thing(name: str, left: str) -> bool:
    """Whether a name is one of an agreement, an event, a place or a month, behind which a year is its date."""
    words = {word.casefold().strip("'’.,") for word in name.split()}
    return (
        bool(words & _things())
        or name in place_names()
        or name in event_names()
        or bool(re.search(r"\b(?:in|on|since|until|of|version|v\.)\s+$", left[: -len(name)] or ""))
    )


@cache
def _things() -> frozenset[str]:
    return frozenset(word for row in table("dated_things") for word in several(row["words"]))
