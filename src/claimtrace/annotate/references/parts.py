"""Parts of books and of proceedings: where the part's title ends, and what holds it."""

from __future__ import annotations

import itertools
import re

from claimtrace.annotate.references.books import Book, before_publisher
from claimtrace.annotate.references.containers import imprint_start
from claimtrace.annotate.references.editors import editors_first, editors_start, mentions_editors
from claimtrace.annotate.references.imprint import is_place_and_publisher, is_proceedings, publisher_of, without_edition
from claimtrace.annotate.references.names import editor_mark_at, open_list
from claimtrace.annotate.references.pages import PAGES_LAST
from claimtrace.annotate.references.sentences import stops
from claimtrace.annotate.references.vocabulary import EDITORS
from claimtrace.text.letters import UPPER

_IN_WORD = r"(?:In|in|IN|Dans|dans|En|em|Em|În|[İI]çinde|içinde)"
_IN = re.compile(rf"(?P<before>[.?!;,:”\"’)]|\b)\s*\b(?P<in>{_IN_WORD})\b\s?:?\s+(?=[{UPPER}\d\"“‘«„])")
_PAGES_IN = re.compile(
    r"[.,]\s(?P<pages>[Pp](?:ages?|p?\.)\s?\w?\d+(?:\s?[–‑-]\s?\w?\d+)?)\s(?:in|en|em|dans):?\s+(?=\S)"
)
_IN_COLON = re.compile(rf"(?P<before>[.,;?!\s])\s*\b{_IN_WORD}\s?:\s")
_HOLDS_PARTS = re.compile(r"\b[Ee]ds?\b|\bpp?\.\s?\d|\d[–-]\d|[Pp]roceedings|\bProc\b")
_EDITED_OR_PAGED = re.compile(rf"\b(?:{EDITORS}|[Ee]dited by|pp?\.|S\.)")
_MARKED = re.compile(r"\((?:Eds?|Hrsg)\.?\)|\bpp?\.\s?\d")
_CONFERENCE = re.compile(
    r"Proc(?:eedings|\.)|(?:19|20)\d\d\s(?:IEEE|ACM|\d|Int)|\d+(?:st|nd|rd|th)\s(?:Int|Annual|Conf|ACM|IEEE)"
)
_BOOK_ENDS = re.compile(
    r"[(\[]\s*(?:pp?|ss?|vol|bd|no|eds?|hrsg|págs?|\d+(?:st|nd|rd|th|\.))\b|"
    r"\b(?:(?:pp?|pages?|vol(?:ume)?|no|bd|págs?|seiten?|nr|chap(?:ter)?|ch|ser)\.?\s?\d|S\.\s?\d|"
    r"\d+(?:st|nd|rd|th)\s(?:rev\.?\s)?ed(?:n|ition)?\b|\d+\.?\s(?:ed|Aufl)\b|\d{1,4}[–-]\d{1,4}(?=\s\(|[.,;]|$))",
    re.IGNORECASE,
)
_VOLUME_FOLLOWS = re.compile(r"[\s,;.]*(?:vol|no|nr|bd|ser)\b", re.IGNORECASE)
_MARKS = " ,;:.("
_MOST_INS = 12  # that are looked at


def holding_book(text: str) -> Book:
    """The book or the proceedings from what stands behind "In".

    >>> holding_book("A. Ray (Ed.), Tides and time (pp. 1-20). Sea Press").container
    'Tides and time'
    """
    text = text[editors_first(text) :].rstrip(" ,;.")
    end = min(editors_start(text), _book_end(text))
    end = min(imprint_start(text, end), _series_start(text, end))
    if colon := before_publisher(text[:end]):
        end = colon[0]
    container = without_edition(text[:end].strip(_MARKS)).strip(" ,;:.")
    return Book(None, container or None, publisher_of(text[end:]), text[end:])


def split_at_in(text: str, closing: str) -> tuple[str, str] | None:
    """Title and what holds it, where "In" stands between them.

    >>> split_at_in("Ebb. In C. Lee (Ed.), Tides and time", "year")
    ('Ebb.', 'C. Lee (Ed.), Tides and time')
    """
    if paged := _PAGES_IN.search(text, 3):
        return text[: paged.end("pages")], text[paged.end() :]
    if (colon := _IN_COLON.search(text)) and colon.start() > 2:
        return text[: colon.start() + 1], text[colon.end() :]
    for match in itertools.islice(_IN.finditer(text), _MOST_INS):
        if match.start() > 2 and (cut := _cut(text, match, closing)):
            return text[:cut], text[match.end() :]
    return None


def split_at_editors(text: str) -> tuple[str, str, str | None] | None:
    """Title, what follows, and the book if it stands first, where editors stand behind the title without "In"."""
    if not mentions_editors(text):
        return None
    marks = [stop for stop in stops(text) if stop.strong][:4]
    for at, stop in enumerate(marks):
        names = open_list(text[stop.right :])
        named = stop.right + names.end if names else stop.right
        end = editor_mark_at(text, named)
        if end == named:
            continue
        if at:
            return text[: marks[at - 1].left], text[stop.right :], text[marks[at - 1].right : stop.left]
        behind = text[end:].lstrip(" .,:;")
        if not stops(behind) or is_place_and_publisher(behind):
            return None
        return text[: stop.left], text[stop.right :], None
    return None


def _cut(text: str, match: re.Match[str], closing: str) -> int | None:
    """Where the title ends if this "in" parts it from its book; ``None`` if it belongs to the title."""
    before, behind, start = match["before"], text[match.end() :], match.start()
    if before in (".", "?", "!"):
        if match["in"][0].isupper() or _HOLDS_PARTS.search(behind):
            return start + 1
    elif before in (",", ";") and (
        closing == "comma" or is_proceedings(behind[:60]) or _EDITED_OR_PAGED.search(behind)
    ):
        return start
    if _CONFERENCE.match(behind) or PAGES_LAST.search(text[:start]):
        return start
    if match["in"] == "In" and is_proceedings(behind[:60]) and _MARKED.search(behind):
        return start
    return None


def _book_end(text: str) -> int:
    """Where pages, volume or edition begin behind a book's title."""
    found = _BOOK_ENDS.search(text, 3)
    end = found.start() if found else len(text)
    while end > 0 and text[end - 1] in " ,;.":
        end -= 1
    return end


def _series_start(text: str, end: int) -> int:
    """Where a series begins that a volume ends, behind the book's title: "Tides 2010. LNCS, vol. 12"."""
    if not _VOLUME_FOLLOWS.match(text, end):
        return end
    return max((stop.left for stop in stops(text[:end]) if stop.strong and stop.left > 3), default=end)
