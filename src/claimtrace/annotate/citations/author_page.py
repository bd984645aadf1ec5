"""Author-page pointers, as the MLA's style has them: "(Kello 45)", "(Nye, “Deterrence” 50-55)", "Kello says ... (45)".

A bracket counts only if its names are those of an entry, or if it gives the first words of one entry's title
("(Hinges 19)", where the sentence names the author or the work has none): nothing else tells it from any other
bracket that ends with a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrace.annotate.citations.author_year import names_in_sentence
from claimtrace.annotate.citations.index import ReferenceIndex, author_names
from claimtrace.annotate.citations.locators import read_bare_locator
from claimtrace.annotate.citations.parts import HAS_YEAR, brackets, pieces
from claimtrace.annotate.citations.pointer import Pointer
from claimtrace.model.citation import CitationForm
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.text.names import Names

_LEAD = re.compile(r"(?:(?:see(?:\s+also)?|cf\.|qtd\.\s+in|e\.g\.,?|also)\s+)+", re.IGNORECASE)
_PAGED = re.compile(
    r"(?P<names>[^\d“\"(),]*[^\s\d“\"(),](?:, [^\d“\"(),]+)*?(?:,? (?:and|&) [^\d“\"(),]+)?)"
    r"(?:,? [“\"](?P<quoted>[^”\"]{3,80})[”\"]|, (?P<title>[^\d“\"(),]{3,80}))?,? (?P<page>\d{1,4}.*)"
)


def author_page_pointers(document: Document, index: ReferenceIndex, kinds: tuple[BlockKind, ...]) -> Iterator[Pointer]:
    """The pointers that give an entry's author and a page, in text order; a page alone, if its sentence names one."""
    for block in document.blocks_of(*kinds):
        text = document.text.string
        for start, end in brackets(text, block.span):
            inner = text[start + 1 : end - 1]
            if HAS_YEAR.search(inner):
                continue
            found = list(_named(start, inner, index))
            if len(found) == 1 and found[0].span == Span(start + 1, end - 1):
                found[0].span = Span(start, end)
            page = None if found else read_bare_locator(inner)
            if page and page.text == inner and (names := names_in_sentence(text, block, start, index)):
                found = [Pointer(CitationForm.NARRATIVE, Span(start, end), "", names, locator=page)]
            for pointer in found:
                pointer.text = document.text.at(pointer.span)
                yield pointer


def _named(start: int, inner: str, index: ReferenceIndex) -> Iterator[Pointer]:
    for offset, piece in pieces(inner):
        lead = _LEAD.match(piece)
        paged = _PAGED.fullmatch(piece, lead.end() if lead else 0)
        locator = read_bare_locator(paged["page"]) if paged else None
        if not paged or not locator or len(locator.text) < len(paged["page"]) - 1:
            continue
        names = index.names(paged["names"])
        title = paged["quoted"] or paged["title"]
        if not names or not index.fits(names):
            work = None if title else index.titled(paged["names"])
            if work is None:
                continue
            names, title = Names((author_names(work)[0],)), work.title
        span = Span(start + 1 + offset, start + 1 + offset + len(piece))
        yield Pointer(CitationForm.PARENTHETICAL, span, piece, names, title=title, locator=locator)
