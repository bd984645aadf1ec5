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
from claimtrace.annotate.citations.locators import read_bare_locator, read_locator
from claimtrace.annotate.citations.pointer import Pointer
from claimtrace.knowledge.places import place_names
from claimtrace.knowledge.reporting import is_reporting
from claimtrace.knowledge.tables import several, table
from claimtrace.knowledge.wordings import plain_words
from claimtrace.model.citation import CitationForm, Locator
from claimtrace.model.document import Block, BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.text.letters import LOWER, UPPER
from claimtrace.text.names import Names

_YEAR = (
    r"(?:(?:1[5-9]|20)\d\d(?:/(?:1[5-9]|20)?\d\d)?[a-z]?(?![\w%-]*\d)|n\.\s?d\.(?:-?[a-z]\b)?"
    r"|forthcoming|in press|undated)"
)
_HAS_YEAR = re.compile(rf"(?<![\w.]){_YEAR}")
_YEARS = re.compile(rf"(?<![\w.]){_YEAR}(?:\s*(?:,|;|,?\s*and|&)\s*(?:{_YEAR}|[a-z](?![\w.])))*")
_ONE_YEAR = re.compile(rf"({_YEAR})|(?<![\w])([a-z])(?![\w.])")
_LEADS = re.compile(
    r"^(?:(?:see(?:\s+also|\s+for\s+example|,?\s+e\.g\.,?)?|also|e\.g\.,?|i\.e\.,?|cf\.?|compare|contra|but\s+see|and|as\s+(?:cited|quoted)\s+in"
    r"|cited\s+(?:in|by)|quoted\s+(?:in|by)|according\s+to|following|after|based\s+on|adapted\s+from|for\s+(?:example|instance|a\s+review),?"
    r"|in|by|from|reviewed\s+(?:in|by)|sources?:?|particularly|especially|notably|most\s+recently|data\s+from)\b[\s,:]*)+",
    re.IGNORECASE,
)
_NAME = rf"(?:(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ten|ter|dos|du)\s+)*[{UPPER}][\w'’-]*[{LOWER}][\w'’-]*"
_SHAPE = re.compile(
    rf"(?:(?P<pair>{_NAME}\s+(?:and|&)\s+{_NAME})|(?P<list>{_NAME}(?:,\s+{_NAME})+,?\s+(?:and|&)\s+{_NAME})|"
    rf"(?P<et_al>{_NAME}\s+et\s+al\.?)|(?P<one>{_NAME}))(?:['’]s)?\s*$"
)
_LONGEST_BRACKET = 600  # characters
_SPOKEN_BEFORE = re.compile(
    r"\b(?:by|see|following|per|unlike|both|according\s+to|cf\.|and|in\s+line\s+with|work\s+of|study\s+of|account\s+of|paper\s+by)\s+$",
    re.IGNORECASE,
)


def author_year_pointers(document: Document, index: ReferenceIndex, kinds: tuple[BlockKind, ...]) -> Iterator[Pointer]:
    """The author-year pointers in the blocks of these kinds, in text order.

    Acronyms that the text introduces ("United Nations [UN], 2015") are added to the index on the way.
    """
    for block in document.blocks_of(*kinds):
        finder = _Finder(document.text.string, block, index)
        yield from finder.pointers()


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
            if self._later_locator(inner, start):
                continue
            if not _HAS_YEAR.search(inner):
                continue
            if _YEARS.match(inner.lstrip()):
                new = list(self._narrative(start, end, inner))
            else:
                new = list(self._parenthetical(start, end, inner))
            found.extend(new)
        for pointer in found:
            if self._block.kind is BlockKind.SOURCE_LINE:
                pointer.form = CitationForm.SOURCE_LINE
            yield pointer

    def _later_locator(self, inner: str, start: int) -> bool:
        """A locator alone in brackets belongs to the narrative pointer before it in the same or next sentence."""
        locator = read_locator(inner.strip())
        if locator is None or len(locator.text) < len(inner.strip()) - 2:
            return False
        before = self._open
        if before is not None and start - before.span.end < 700 and "\n\n" not in self._text[before.span.end : start]:
            before.locator = locator
            self._open = None
        return True

    def _narrative(self, start: int, end: int, inner: str) -> Iterator[Pointer]:
        """Names before the bracket, a year at its head: "Nye (2017, p. 50)"."""
        left = self._text[max(self._block.span.start, start - 160) : start]
        names, begin = self._names_before(left, self._text[end : end + 40])
        if names is None:
            return
        begin += start - len(left)
        years = _YEARS.match(inner.lstrip())
        assert years
        rest = inner.lstrip()[years.end() :]
        if rest.strip() and not _read_rest(rest) and not rest.lstrip().startswith((",", ":", ";")):
            return
        span = Span(begin, end)
        pointers = list(self._rows(CitationForm.NARRATIVE, span, names, years.group(), rest))
        yield from pointers
        if pointers:
            self._open = pointers[-1] if pointers[-1].locator is None else None

    def _names_before(self, left: str, after: str) -> tuple[Names | None, int]:
        """The longest stretch before the bracket that the reference list knows as names, else one of their shape."""
        stripped = left.rstrip()
        words = list(re.finditer(r"\S+", stripped))
        best, most, at = None, 0.0, 0
        for count in range(1, min(len(words), 14) + 1):
            begin = words[-count].start()
            candidate = stripped[begin:].lstrip("(“\"'‘[")
            if candidate.split(" ", 1)[0] in plain_words("opening"):
                continue
            names = self._index.names(candidate)
            score = self._index.best(names) if names else 0.0
            if names and score >= max(most, 0.8):
                best, most, at = names, score, begin + len(stripped[begin:]) - len(candidate)
        return (best, at) if best else self._unknown_names(stripped, after)

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
        pieces = list(_pieces(inner))
        rows: list[Pointer] = []
        for offset, piece in pieces:
            span = Span(start + 1 + offset, start + 1 + offset + len(piece))
            rows.extend(self._item(span, piece, rows))
        if rows and len(pieces) == 1 and len({row.span for row in rows}) == 1:
            whole = Span(start, end)
            for row in rows:
                row.span, row.text = whole, self._text[start:end]
        yield from rows

    def _item(self, span: Span, piece: str, rows: list[Pointer]) -> Iterator[Pointer]:
        lead = _LEADS.match(piece)
        body = piece[lead.end() :] if lead else piece
        years = _YEARS.search(body)
        if not years:
            return
        who = body[: years.start()].strip(" ,:")
        if not who and rows and rows[-1].names:  # "(Nye, 2017; 2018)"
            names: Names | None = rows[-1].names
        else:
            names = self._index.names(who) if who else None
        if names is None or not self._names_believed(names, body[: years.start()]):
            return
        if names.acronym and names.families and names.families[0] != names.acronym:
            self._index.add_acronym(names.acronym, names.families[0])
        rest = body[years.end() :]
        following = re.match(rf"\s*[,;]?\s*(?:and\s+|&\s+)?(?=[{UPPER}][^;]{{1,80}}?{_YEAR})", rest)
        tail = ""
        if following and not read_locator(rest.lstrip(" ,")):
            rest, tail = "", rest[following.end() :]
        yield from self._rows(CitationForm.PARENTHETICAL, _trim(self._text, span, tail), names, years.group(), rest)
        if tail:
            begin = span.end - len(tail)
            yield from self._item(Span(begin, span.end), tail, rows)

    def _names_believed(self, names: Names, printed: str) -> bool:
        """Names of the list are believed; others must be followed by the year as a citation has it."""
        if self._index.fits(names, 0.7):
            return True
        if _is_thing(" ".join(names.families), printed):
            return False
        comma = printed.rstrip().endswith(",") or names.et_al or len(names.families) > 1
        short = all(len(name.split()) <= 4 for name in names.families) or bool(names.acronym)
        return short and (comma or len(names.families[0].split()) == 1)

    def _rows(self, form: CitationForm, span: Span, names: Names, years: str, rest: str) -> Iterator[Pointer]:
        locator = _read_rest(rest)
        text = self._text[span.start : span.end]
        printed = list(_ONE_YEAR.finditer(years))
        last_year: int | None = None
        for at, match in enumerate(printed):
            year, suffix, undated = _read_year(match.group(1) or "", match.group(2), last_year)
            last_year = year
            where = locator if at == len(printed) - 1 else None
            yield Pointer(form, span, text, names, year, suffix, undated, locator=where)


def brackets(text: str, within: Span) -> Iterator[tuple[int, int]]:
    """Round and square brackets with all that they hold, at most 600 characters long, outer ones before inner ones."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at in range(within.start, within.end):
        sign = text[at]
        if sign in "([":
            opened.append(at)
        elif sign in ")]" and opened:
            start = opened.pop()
            if at + 1 - start <= _LONGEST_BRACKET:
                found.append((start, at + 1))
    yield from sorted(found, key=lambda pair: (pair[0], -pair[1]))


def _pieces(inner: str) -> Iterator[tuple[int, str]]:
    """The parts of a bracket between its semicolons, with where they begin."""
    depth = offset = 0
    for at, sign in enumerate(inner + ";"):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == ";" and depth <= 0:
            piece = inner[offset:at]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                yield offset + lead, piece.strip()
            offset = at + 1


def _trim(text: str, span: Span, tail: str) -> Span:
    """A span without what another pointer takes from its end."""
    end = span.end - len(tail)
    while end > span.start and text[end - 1] in " ,;":
        end -= 1
    return Span(span.start, end)


def _read_year(year: str, letter: str | None, last: int | None) -> tuple[int | None, str | None, bool]:
    """Year, suffix and whether the work is undated, of "2017a", "n.d.", or of the "b" in "2017a, b"."""
    if letter:
        return last, letter, False
    digits = re.match(r"\d{4}", year)
    if not digits:
        return None, None, True
    suffix = year[-1] if year[-1].isalpha() else None
    return int(digits.group()), suffix, False


def _read_rest(rest: str) -> Locator | None:
    """The locator behind the year: ", p. 45", ": 45-7", ", 45"."""
    tail = rest.lstrip(" ,:;")
    locator = read_locator(tail)
    if locator:
        return locator
    if rest.lstrip().startswith((",", ":")):
        bare = read_bare_locator(tail)
        if bare and len(bare.text) >= len(tail.rstrip(" .)")) - 1:
            return bare
    return None


def _is_thing(name: str, left: str) -> bool:
    """Whether a name is one of an agreement, an event, a place or a month, behind which a year is its date."""
    words = {word.casefold().strip("'’.,") for word in name.split()}
    return (
        bool(words & _things())
        or name in place_names()
        or bool(re.search(r"\b(?:in|on|since|until|of|version|v\.)\s+$", left[: -len(name)] or ""))
    )


@cache
def _things() -> frozenset[str]:
    return frozenset(word for row in table("dated_things") for word in several(row["words"]))
