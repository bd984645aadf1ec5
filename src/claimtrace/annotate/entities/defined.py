"""Abbreviations that the paper itself defines: "the Northern Harbours Pact (NHP)", and "the NHP" ever after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimtrace.model.place import Span
from claimtrace.text.fold import without_accents
from claimtrace.text.letters import UPPER

_DEFINED = re.compile(
    rf"\s*[(\[](?:[^()\[\]]{{0,25}}?\b(?:or|as|the|called)\s+)?[“\"'‘]?(?P<short>[{UPPER}][\w-]{{1,11}})[”\"'’]?[)\]]"
)
_SMALL = frozenset(("of", "on", "for", "and", "the", "to", "in", "against", "with", "de", "la", "du", "des"))


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form, with the mention behind which it was defined."""

    short: str
    defined: Span
    long: Span


def abbreviations(text: str, names: Iterable[Span]) -> Iterator[Abbreviation]:
    """The short forms in brackets behind these names, where their letters come from the name's words."""
    for name in names:
        match = _DEFINED.match(text, name.end, name.end + 60)
        if match and _abbreviates(match["short"], text[name.start : name.end]):
            yield Abbreviation(match["short"], Span(*match.span("short")), name)


def later_uses(text: str, found: Abbreviation, blocks: Sequence[Span]) -> Iterator[Span]:
    """Where a short form stands behind its definition."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(found.short)}(?![\w]|-\w)")
    for block in blocks:
        if block.end > found.defined.end:
            for match in pattern.finditer(text, max(block.start, found.defined.end), block.end):
                yield Span(*match.span())


def _abbreviates(short: str, name: str) -> bool:
    """Whether the capitals of a short form are the first letters of the name's words, small words left out or not."""
    words = re.findall(r"[^\W\d_]+", without_accents(name))
    capitals = "".join(letter for letter in without_accents(short) if letter.isupper()).casefold()
    if len(capitals) < 2:
        return False
    every = "".join(word[0] for word in words).casefold()
    large = "".join(word[0] for word in words if word.casefold() not in _SMALL).casefold()
    return capitals in (every, large) or large.endswith(capitals)
