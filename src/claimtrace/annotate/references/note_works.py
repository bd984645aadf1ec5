"""Works that notes give in full, as where a paper has no reference list.

A note is cut at its semicolons. A piece gives a work in full where a name, a title and an imprint stand in it, or where
it names a law or a judgment and where that is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrace.annotate.references.entries import Entry
from claimtrace.annotate.references.laws import read_law
from claimtrace.annotate.references.parse import Fields, parse_entry
from claimtrace.annotate.references.vocabulary import MONTHS
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.text.letters import UPPER

_WORD = rf"[{UPPER}][\w'’.-]*"
_LINK = r"(?:van|von|de|der|den|di|da|del|la|le|el|al|of|for|and|the|on|to|in)"
NAME = rf"{_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD}){{0,7}}"
_HEAD = r"(?!(?:See|Cf|Compare|Quoted|Vgl|Siehe|Zit|Dazu)\b)(?:(?:van|von|de|der|den)\s+){0,2}"
_FULL = re.compile(
    rf"{_HEAD}{NAME}(?:,\s+(?:and\s+)?{NAME}){{0,6}}(?:\s+et\s+al\.|,\s+eds?\.)?,\s+"
    rf"(?:(?:[“\"‘][^”\"]{{6,300}}[”\"’]|'.{{6,300}}?'(?!\w))[^;]{{0,300}}?|[{UPPER}][^(“”;]{{3,250}})\([^()]*?(?:1[5-9]|20)\d\d[a-z]?\)"
)
_YEAR_OPEN = r"\b(?:1[5-9]|20)\d\d(?=\s*(?:[,.]|$))"  # outside brackets, as German notes have it
_FULL_OPEN = re.compile(
    rf"{_HEAD}(?!\S+[,:])(?P<names>{NAME}(?:(?:\s*/\s*|,\s+|\s+und\s+){NAME}){{0,3}}(?:\s+\((?:Hrsg|Hg|eds?)\.\))?)"
    rf"[,:]\s+[{UPPER}„“»][^;:]{{3,250}}?,\s+"
    rf"(?:[Ii]n:\s+[^;]{{3,250}}?(?:\((?:1[5-9]|20)\d\d\)|{_YEAR_OPEN})"
    rf"|(?:[{UPPER}][\w.-]+[\s/]+){{1,3}}{_YEAR_OPEN}|[{UPPER}][\w.-]+(?:\s[{UPPER}][\w.-]+)*:\s+[{UPPER}][^,;:]{{2,60}}\s{_YEAR_OPEN})"
)
_NAMES = rf"{_HEAD}{NAME}(?:,\s+(?:and\s+)?{NAME}){{0,6}}(?:\s+et\s+al\.|,\s+eds?\.)?,\s+"
_TITLE = r"(?:“[^”]{6,300}”|«[^»]{6,300}»|\"[^\"]{6,300}\"|‘.{6,300}?’(?!\w)|'.{6,300}?'(?!\w))"
_NO_PAGE = r"(?!,?\s\d{1,4}(?:[-–]\d{1,4})?(?:[,.;:]|$))"  # a page behind the title is that of a short form
_SAID_OF_IT = r"(?:(?!\b(?:that|who|which|where|notes|says|argues|writes)\b)[^“\"]){0,200}?"
_DATED = (
    re.compile(  # pages of the web, news, reports: "Ada Ray, “Quiet Ports,” Lamp (blog), April 3, 2019, https://..."
        rf"(?:{_NAMES})?{_TITLE}{_NO_PAGE}{_SAID_OF_IT}(?:(?<![/\d–-])(?:1[5-9]|20)\d\d(?![\d/])|https?://)"
        rf"|{_NAMES}[{UPPER}][^“”«\";()]{{6,200}},\s+(?:[{UPPER}]\w+\s)?(?:\d{{1,2}},\s)?(?:1[5-9]|20)\d\d,\s+"
        r"(?:https?://|www\.|(?:pp?|S|art)\.\s?\d|n[°o]\.?\s?\d|vol\.)"
    )
)
_DAY = re.compile(rf"(?i:\b{MONTHS}\b\.?\s\d{{1,2}},|\b\d{{1,2}}\.?\s{MONTHS}\b)|https?://|\bwww\.")
_BEFORE_FULL = re.compile(
    r"(?:^|[.:,]\s+|\b(?:see|also|in|by|from|of|is|cf\.|e\.g\.,?|compare|with|quoted in|cited in|siehe|auch|nach)\s+)$",
    re.IGNORECASE,
)
_SIGNAL = re.compile(  # what lawyers put before a source
    r"(?:(?:but\s+|and\s+)?(?:see|cfr?\.|accord|contra|compare|siehe|vgl\.|voir|v\.|véase)"
    r"(?:\s+(?:also|generally|auch|aussi|notamment|en\s+ce\s+sens|también))?"
    r"(?:,?\s+e\.g\.)?,?\s+|(?:quoted|cited)\s+in:?\s+)?",
    re.IGNORECASE,
)
_PAGE_CITED = re.compile(r"\s\d{1,4}(?:[-–]\d{1,4})?$")
_ESPECIALLY = re.compile(r",\s(?:spéc\.|esp(?:ecially|\.)|hier|here)\s(?:at\s|pp?\.\s|S\.\s)?\d[\d–-]*\.?$")
_PAGE_BEHIND = re.compile(  # the page that is cited, behind the imprint or the address
    r"(?<=[)\w/]),\s(?:pp?\.\s|(?<=\),\s)|(?<=[a-z/],\s)(?!(?:1[5-9]|20)\d\d\b))\d{1,4}(?:[-–]\d{1,4})?(?=\.?$|,\shttps?:)"
)
_SMALL_CAPITALS = re.compile(rf"(?:[{UPPER}][{UPPER}.'’-]+\s)+[{UPPER}]{{2}}[{UPPER}'’-]*(?=,\s[{UPPER}]{{2}})")
_REMARK = re.compile(
    rf"(?<!\b[{UPPER}])\.\s+"
    r"(?=(?:See|On|For|Compare|Cf|But see|Contrast|Also|A|An|The|This|In|It|His|Her|Their)\b)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a note or of a source line, between semicolons."""

    span: Span
    text: str


def pieces(document: Document, within: Span) -> Iterator[Piece]:
    """The parts of a note, cut at semicolons outside quotation marks and brackets, and before a remark."""
    text = document.text.at(within)
    cuts = [0]
    depth = 0
    quoted = False
    for at, sign in enumerate(text):
        if sign in "“«":
            quoted = True
        elif sign in "”»":
            quoted = False
        elif sign == '"':
            quoted = not quoted
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(depth - 1, 0)
        elif not quoted and not depth and (sign == ";" or _REMARK.match(text, at)):
            cuts.append(at + 1)
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        words = text[start:end].rstrip("; ")
        lead = len(words) - len(words.lstrip())
        if words.strip():
            yield Piece(Span(within.start + start + lead, within.start + start + len(words)), words.strip())


def works_in_notes(document: Document) -> Iterator[tuple[Entry, Fields]]:
    """The works that notes and source lines give in full, in text order, each as often as it is given."""
    for span in _places(document):
        for piece in pieces(document, span):
            start = full_citation(piece.text)
            if start is None:
                start = law_citation(piece.text)
            if start is not None:
                raw = piece.text[start:]
                yield Entry(Span(piece.span.end - len(raw), piece.span.end), raw, None), _read(raw)


def stand_in_notes(document: Document, references: Sequence[Reference]) -> bool:
    """Whether none of these references stands in a list: all were given in notes or source lines."""
    places = _places(document)
    return all(any(span.covers(reference.span) for span in places) for reference in references)


def _places(document: Document) -> list[Span]:
    source_lines = document.blocks_of(BlockKind.SOURCE_LINE)
    return [*(note.span for note in document.notes), *(block.span for block in source_lines)]


def _read(raw: str) -> Fields:
    """The fields of a work in a note, whose last page is the one that is cited, not one of the work's own."""
    printed = _PAGE_BEHIND.sub("", _ESPECIALLY.sub("", _SMALL_CAPITALS.sub(lambda names: names.group().title(), raw)))
    fields = parse_entry(printed)
    fields = replace(fields, last_page=None, first_page=fields.first_page if _by_law_review(fields, raw) else None)
    if fields.title and fields.volume is None and fields.type in (None, "book"):
        fields = replace(fields, title=_PAGE_CITED.sub("", fields.title))
    return fields


def _by_law_review(fields: Fields, raw: str) -> bool:
    """Whether the first page stands behind the journal, as in "92 Sea L. Rev. 401, 417 (1999)"."""
    return bool(fields.volume and fields.first_page and re.search(rf"\s{fields.first_page},\s\d[\d–-]*\s\(", raw))


def came_out_on_a_day(text: str) -> bool:
    """Whether a citation in full names a day or an address, as those of news and of pages do that lists leave out."""
    return bool(_DAY.search(text))


def signal_end(text: str) -> int:
    """Where the words end that lead to a source: "See also", "Quoted in"; 0 where there are none."""
    signal = _SIGNAL.match(text)
    return signal.end() if signal else 0


def law_citation(text: str) -> int | None:
    """Where in a piece of a note a law or a judgment is given with the place where it is printed."""
    start = signal_end(text)
    return start if read_law(text[start:], named=True) else None


def full_citation(text: str) -> int | None:
    """Where in a piece of a note a work is given in full: a name, a title, an imprint; ``None`` if nowhere.

    The imprint is a year in brackets, a place or journal with a year ("Bremen: Seeverlag 2011"), or, behind a title in
    quotation marks, where and when it came out; there the name may be missing.
    """
    start = signal_end(text)
    if _DATED.match(text, start):
        return start
    for pattern in (_FULL, _FULL_OPEN):
        for match in pattern.finditer(text):
            if _BEFORE_FULL.search(text[: match.start()]):
                return match.start()
    return None
