"""Nouns that point back to an entity: "the breach", "this agreement", "both countries".

Each is bound to the nearest entity before it that fits, in its own paragraph and at most two sentences back; where two
fit in one sentence it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.records import Record
from claimtrace.knowledge.tables import several, table
from claimtrace.model.claim import Sentence
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span
from claimtrace.text.fold import fold

_NOT_AHEAD = r"(?!\s+(?:of|on|against|into|between|at|with|in\s+\w+\s+\d|in\s+\d|surface|vector)\b|[\w-]|['’]s\s+own)"
_REACH = 2  # sentences looked back
_TYPES = {"incident": EntityType.INCIDENT, "code": EntityType.INCIDENT, "agreement": EntityType.AGREEMENT}
_GENERIC = frozenset(("agreement", "accord", "deal"))
_TREATIES = frozenset(("treaty", "convention", "pact", "protocol", "accord", "agreement"))
Key = tuple[EntityType, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name: which entity, where, and its record if it has one."""

    key: Key
    span: Span
    name: str
    record: Record | None


@dataclass(frozen=True, slots=True)
class Link:
    """A pointing noun with the entity that it means, and why."""

    key: Key
    span: Span
    why: str


def chained(text: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> Iterator[Link]:
    """The nouns of a text that point back to what was named, in text order."""
    by_sentence = _by_sentence(sentences, named)
    for at, sentence in enumerate(sentences):
        before = [
            by_sentence[back]
            for back in range(at, max(-1, at - _REACH - 1), -1)
            if sentences[back].block == sentence.block
        ]
        if not any(before):
            continue
        for match in _pointing().finditer(text, sentence.span.start, sentence.span.end):
            span, words = Span(*match.span()), match.group()
            if any(span.overlaps(name.span) for name in by_sentence[at]):
                continue
            kind = str(match.lastgroup)
            earlier = [[name for name in names if name.span.end <= span.start] for names in before]
            yield from _states(words, span, earlier) if kind == "states" else _things(kind, words, span, earlier)


def _by_sentence(sentences: Sequence[Sentence], named: Sequence[Named]) -> list[list[Named]]:
    found: list[list[Named]] = [[] for _ in sentences]
    at = 0
    for name in sorted(named, key=lambda n: n.span):
        while at < len(sentences) and sentences[at].span.end <= name.span.start:
            at += 1
        if at < len(sentences) and sentences[at].span.covers(name.span):
            found[at].append(name)
    return found


@cache
def _pointing() -> re.Pattern[str]:
    """The nouns, each kind in a group of its own; "the attack on" and "the agreement of" tell of another thing."""
    parts = []
    for row in table("chain_words"):
        words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in several(row["words"]))
        if row["of"] == "states":
            parts.append(f"(?P<states>(?i:{words}))")
        else:
            parts.append(f"(?P<{row['of']}>(?:[Tt]he|[Tt]his|[Tt]hat)\\s+(?:{words})\\b{_NOT_AHEAD})")
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")\b")


def _things(kind: str, words: str, span: Span, earlier: Sequence[Sequence[Named]]) -> Iterator[Link]:
    head = fold(words.split(None, 1)[1])
    for names in earlier:
        fitting = {name.key: name for name in names if name.key[0] is _TYPES[kind] and _fits(kind, head, name)}
        if len(fitting) == 1:
            (name,) = fitting.values()
            yield Link(name.key, span, f"“{words}” refers back to {name.name}, the nearest {name.key[0]} before it")
        if fitting:
            return


def _fits(kind: str, head: str, name: Named) -> bool:
    """Whether a thing may be called so: a manual is no treaty, and not every incident a worm."""
    if kind == "incident" or head in _GENERIC:
        return kind == "incident" or not (name.record and name.record.kind and name.record.kind[0] in ("act", "manual"))
    called = {
        word for phrase in (name.name, *(name.record.phrases if name.record else ())) for word in fold(phrase).split()
    }
    kinds = set(name.record.kind) if name.record else set()
    return head in called | kinds or (head == "treaty" and bool(kinds & _TREATIES))


def _states(words: str, span: Span, earlier: Sequence[Sequence[Named]]) -> Iterator[Link]:
    for names in earlier:
        states = {name.key: name for name in names if name.key[0] is EntityType.STATE}
        if len(states) == 2:
            one, other = (name.name for name in states.values())
            for key in states:
                yield Link(key, span, f"“{words}” refers back to {one} and {other}, the two states named before it")
        if len(states) >= 2:
            return
