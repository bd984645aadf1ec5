"""Page ranges and volumes that carry a label, and last pages that are printed short."""

from __future__ import annotations

import re

_DASH = r"\s?[-–—‐‑]+\s?"
_LABELLED_PAGES = re.compile(
    r"\b(?:[Pp]p?\.?|págs?\.|[Pp]ages?|Seiten?|S\.|ss\.|str\.)\s?(?P<first>[A-Za-z]?\d[\w.:]*|[ivxl]+\b)"
    rf"(?:{_DASH}(?P<last>[A-Za-z]?\d\w*|[ivxl]+\b))?"
)
_LABELLED_VOLUME = re.compile(r"\b(?:[Vv]ol(?:ume)?|Bd|Band|[Tt]ome?)\b\.?\s?(?P<volume>\d+\w?|[IVXLC]+\b)")
_LOOSE_PAGES = re.compile(
    r"[,.:)]\s(?P<first>\d{1,4})\s?[-–]\s?(?P<last>\d{1,4})\b(?=[.,;]|\s\(|$)|"
    r"\s(?P<bare>\d{1,4})\s?[-–]\s?(?P<bare_last>\d{1,4})(?=\s\()"
)
_AROUND_DASH = re.compile(r"\s?[-–—‐‑−]+\s?")
_THOUSANDS = re.compile(r"\d{1,2} \d{3}")
_PAGE = re.compile(r"(\D*)(\d+)(\D*)")
PAGES_LAST = re.compile(
    r"[.,]?\s\(?(?:[Pp]ages?|[Pp]p?\.?|S\.)\s?(?P<first>\w?\d+)(?:\s?[–‑-]\s?(?P<last>\w?\d+))?\)?[.,]?$"
)

Pages = tuple[str, str | None]


def expanded(first: str, last: str) -> str:
    """The last page in full.

    >>> expanded("221", "37"), expanded("S396", "8")
    ('237', 'S398')
    """
    head, tail = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if not head or not tail or len(tail[2]) >= len(head[2]) or tail[1] not in ("", head[1]):
        return last
    digits = head[2][: len(head[2]) - len(tail[2])] + tail[2]
    return f"{head[1]}{digits}{tail[3]}" if digits >= head[2] else last


def first_and_last(pages: str) -> Pages:
    """The two ends of a page range, or the one page.

    >>> first_and_last("14 112–14 120")
    ('14112', '14120')
    """
    first, *rest = _AROUND_DASH.split(pages, maxsplit=1)
    first = first.replace(" ", "") if _THOUSANDS.fullmatch(first) else first
    return first, expanded(first, rest[0].replace(" ", "")) if rest else None


def labelled_pages(text: str) -> Pages | None:
    """First and last page where they carry their label: "pp. 11-19"."""
    match = _LABELLED_PAGES.search(text)
    if not match:
        return None
    first, last = match["first"].rstrip(".:"), match["last"]
    return first, expanded(first, last) if last else None


def loose_pages(text: str) -> Pages | None:
    """Pages behind the name of a book, without a label: "Tides and time, 11-19. Oxford"."""
    match = _LOOSE_PAGES.search(text)
    if not match:
        return None
    first, last = match["first"] or match["bare"], match["last"] or match["bare_last"]
    return first, expanded(first, last)


def labelled_volume(text: str) -> str | None:
    """The volume where it carries its label: "Vol. 3"."""
    match = _LABELLED_VOLUME.search(text)
    return match["volume"] if match else None
