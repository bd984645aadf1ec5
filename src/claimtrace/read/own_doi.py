"""The DOI of the paper itself, told from those of the works that it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from claimtrace.model.document import BlockKind, Furniture, FurnitureKind
from claimtrace.read.blocks import LayoutBlock
from claimtrace.read.mend import Lexicon, joined_words
from claimtrace.read.own_citation import cites_itself

_DOI = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"“”<>]+")
_BEGINS = re.compile(r"\W*(?:doi\b|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)
_ANOTHERS = re.compile(
    r"\b(?:data(?:set)?|code|software|archived?|repository|supplement\w*|materials?(?!\s+\d)|correction|erratum|comment|reply|"
    r"response|version)\b[^.]{0,80}$",
    re.IGNORECASE,
)
_CITE_THIS = re.compile(r"\s*(?:please\s+)?cite this\b", re.IGNORECASE)
_PACKET, _PACKET_END = b"<x:xmpmeta", b"</x:xmpmeta>"
_STATED = re.compile(rb"10\.\d{4,9}/[^\s<\"']+")
_STATED_AS = re.compile(rb"\b(?:prism|pdfx|crossmark|dc):(?:doi|identifier)\b[^0-9]{0,120}$", re.IGNORECASE)
_LABEL_ROOM = 150  # bytes before a stated DOI in which its label stands


def doi_of(
    blocks: Sequence[LayoutBlock],
    furniture: Sequence[Furniture],
    title: str | None,
    lexicon: Lexicon,
    stated: Sequence[str],
) -> str | None:
    """The DOI that a paper prints as its own: at its head, beside its first page or at the edges of its pages.

    Args:
        blocks: those of the paper.
        furniture: that of the paper.
        title: that of the paper.
        lexicon: the paper's words, by which broken addresses are mended.
        stated: the DOIs that the file gives as its own; they decide between printed ones, and one of them stands where
            none is printed.

    Returns:
        The DOI as printed, without an address before it; ``None`` where there is none, or it is not clear which it is.
    """
    printed = [doi for text in _texts(blocks, furniture, lexicon) for _, doi in _own(text)]
    printed = printed or list(_cited(blocks, furniture, title, lexicon))
    return _chosen(printed, stated)


def doi_among(texts: Sequence[str]) -> str | None:
    """The DOI that the front matter of a draft gives as its own; ``None`` where it is not clear which it is."""
    return _chosen([doi for text in texts for _, doi in _own(text)], ())


def _chosen(printed: Sequence[str], stated: Sequence[str]) -> str | None:
    folded = {doi.casefold() for doi in stated}
    counts = Counter(doi.casefold() for doi in printed if not folded or doi.casefold() in folded)
    if not counts:
        return stated[0] if len(folded) == 1 and not printed else None
    (first, most), *others = counts.most_common(2)
    if any(count == most for _, count in others):
        return None
    return next(doi for doi in printed if doi.casefold() == first)


def stated_dois(data: bytes, subject: str | None) -> list[str]:
    """The DOIs that a PDF gives as its own: in its XMP packets, as far as they are not compressed, and its subject."""
    found = [_trimmed(doi) for doi in _DOI.findall(subject or "")]
    start = data.find(_PACKET)
    while start >= 0:
        end = data.find(_PACKET_END, start)
        if end < 0:
            break
        for doi in _STATED.finditer(data, start, end):  # much faster than to look for the labels first
            if _STATED_AS.search(data[max(doi.start() - _LABEL_ROOM, start) : doi.start()]):
                found.append(_trimmed(doi.group().decode(errors="replace")))
        start = data.find(_PACKET, end)
    return list({doi.casefold(): doi for doi in found}.values())


def _texts(blocks: Sequence[LayoutBlock], furniture: Sequence[Furniture], lexicon: Lexicon) -> Iterator[str]:
    """What is printed about the paper, rather than in it; a note may cite another work, unless a DOI begins it."""
    for block in blocks:
        beside = block.page == 1 and block.kind is BlockKind.MARGIN
        noted = block.page == 1 and block.kind is BlockKind.NOTE and _BEGINS.match(block.text)
        if block.kind is BlockKind.FRONT or beside or noted:
            yield joined_words(block.lines, lexicon)
    yield from (item.text for item in furniture if item.kind is not FurnitureKind.HIDDEN)


def _cited(
    blocks: Sequence[LayoutBlock], furniture: Sequence[Furniture], title: str | None, lexicon: Lexicon
) -> Iterator[str]:
    """The DOIs with which the paper cites itself, in whatever stands on its first page and its last."""
    last = max((block.page for block in blocks), default=1)
    edges = [block for block in blocks if block.page in (1, last)]
    for block, below in zip_longest(edges, edges[1:]):
        text = joined_words(block.lines, lexicon)
        for match, doi in _own(text):
            after = text[match.end() :] or (below.text if below else "")
            if _CITE_THIS.match(after) or cites_itself(text[: match.start()], furniture, title):
                yield doi


def _own(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _DOI.finditer(text):
        if not _ANOTHERS.search(text[: match.start()]):
            yield match, _trimmed(match.group())


def _trimmed(doi: str) -> str:
    """A DOI without the marks of the sentence that it ends."""
    doi = doi.rstrip(".,;:'’”")
    return doi.rstrip(").]") if doi.count("(") < doi.count(")") or doi.endswith("]") else doi
