"""Where a paper cites itself: the line of its journal, and what it asks to be cited as."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrace.model.document import BlockKind, Furniture
from claimtrace.read.blocks import LayoutBlock
from claimtrace.text.fold import fold

_JOURNAL = re.compile(r"(?:[^\W\d_][\w&.-]*[ ]){0,6}[^\W\d_][\w&.-]+(?=,?\s+\D{0,6}\d|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERS = re.compile(r"\d+")
_LONGEST = 160  # characters of a line that cites the paper itself
_SHORTEST_HEAD = 5
_SHORTEST_TITLE = 20
_REACH = 60  # characters from the journal's name to the DOI
_ALIKE = 2  # numbers: year and volume


def mark_own_citations(blocks: Sequence[LayoutBlock], furniture: Sequence[Furniture]) -> None:
    """Set the kind of lines that cite the paper itself by its journal ("Tidal Papers 54, no. 1 (2024)"), wherever."""
    journals = _journals(furniture)
    for block in blocks:
        text = block.text.casefold() if len(block.text) < _LONGEST else ""
        if any(_begins(text, name, numbers) for name, numbers in journals.items()):
            block.kind = BlockKind.FRONT


def cites_itself(before: str, furniture: Sequence[Furniture], title: str | None) -> bool:
    """Whether the words before a DOI are those of the paper's own citation.

    Args:
        before: all that stands before the DOI in its block.
        furniture: the paper's; running heads name its journal with year and volume.
        title: that of the paper.
    """
    if title and len(title) >= _SHORTEST_TITLE and fold(title) in fold(before):
        return True
    text = before.casefold()
    for name, numbers in _journals(furniture).items():
        at = text.rfind(name)
        if at >= 0 and len(text) - at - len(name) <= _REACH and _begins(text[at:], name, numbers):
            return True
    return False


def _journals(furniture: Sequence[Furniture]) -> dict[str, frozenset[str]]:
    """The names with which running heads begin, as journals do, and the numbers that follow each."""
    found: dict[str, frozenset[str]] = {}
    for text in {item.text: None for item in furniture}:  # most come back on many pages
        match = _JOURNAL.match(text)
        if match and match.end() >= _SHORTEST_HEAD:
            name = match.group().casefold()
            found[name] = found.get(name, frozenset()) | frozenset(_NUMBERS.findall(text[match.end() :]))
    return found


def _begins(text: str, name: str, numbers: frozenset[str]) -> bool:
    """Whether a text begins with a journal's name, a year and other numbers, such as the heads have."""
    if not text.startswith(name) or not re.match(r"[\s,(]+\D{0,6}\d", text[len(name) :]):
        return False
    own = set(_NUMBERS.findall(text[len(name) : len(name) + _REACH]))
    return len(own & numbers) >= min(_ALIKE, len(numbers)) and any(_YEAR.fullmatch(number) for number in own)
