"""A stretch of text that tells of a deed, cut into words, with the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrace.annotate.roles.words import kinds_of
from claimtrace.knowledge.records import Record
from claimtrace.knowledge.tables import remembered, several, table
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span

_WORD = re.compile(r"['’]s?(?![\w])|-?\w[\w’']*(?:[-.]\w+)*-?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: of a state, or of a group, organ or firm that is tied to one, or of an incident.

    ``key`` is what it names; ``kind`` "state", "group", "organ", "body" or "incident"; ``ties`` are the states that
    the knowledge base ties to it, ``hit`` those that an incident hit. ``within`` is the voice of the words by which a
    deed is told, where the name stands among them.
    """

    span: Span
    key: str
    kind: str
    demonym: bool = False
    ties: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign: in small letters, where it begins, what kinds it is of, and the name that it is, if it is one."""

    text: str
    start: int
    kinds: frozenset[str] = frozenset()
    name: Name | None = None


def words_of(text: str, sentence: Span, names: Sequence[Name]) -> list[Word]:
    """The words of a sentence, each name one word."""
    found = list(_words(text, sentence, names))
    for at, word in enumerate(found):
        if word.name is None:
            some = [w.text for w in found[at : at + 3] if w.name is None]
            kinds = {kind for many in (1, 2, 3) for kind in kinds_of(" ".join(some[:many]))}
            found[at] = Word(word.text, word.start, frozenset(kinds))
    return found


def _words(text: str, sentence: Span, names: Sequence[Name]) -> Iterator[Word]:
    at = sentence.start
    for name in names:
        if name.span.start < at:
            continue
        yield from _plain(text, at, name.span.start)
        yield Word(f"<{name.kind}>", name.span.start, frozenset((name.kind,)), name)
        at = name.span.end
    yield from _plain(text, at, sentence.end)


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        yield Word(match.group().casefold().replace("’", "'"), match.start())


def named(record: Record, span: Span, words: str, within: str | None = None) -> Name:
    """A name that the knowledge base knows; ``words`` are those of the text."""
    if record.type is EntityType.STATE:
        assert record.iso3166
        return Name(span, record.iso3166, "state", words in _demonyms(), within=within)
    if record.type is EntityType.INCIDENT:
        return Name(span, record.name, "incident", False, record.states, record.targets)
    kinds = set(record.kind)
    kind = "group" if "hacker-group" in kinds else "organ" if kinds & {"agency", "armed-force"} else "body"
    return Name(span, record.name, kind, False, record.states if len(record.states) == 1 else (), (), within)


@remembered
def _demonyms() -> frozenset[str]:
    return frozenset(word for row in table("states") for word in several(row["demonyms"]))
