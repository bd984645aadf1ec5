"""Sentences and tables with their entities and relations marked by hand, and what a paper that holds them says of them.

``{KEY|words}`` marks a mention, ``{KEY@2017|words}`` one to which the sentence gives a year. KEY is the code of a state
(``US+CN`` of two, for "both countries"), or ``i1`` an incident, ``a1`` an agreement, ``o1`` an organisation of the
item; ``~`` is left open. Behind ``=>`` stand relations, parted by ``;``: ``TYPE HEAD TAIL [alleged|denied|partly] [by
KEY] [?]``, the tail a key or "words of the text"; ``?`` lets one be given or not. A state within a longer mention is
left open, too, and so are words that tell what an incident with a name did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimtrace.model.entity import EntityType, Mention
from claimtrace.model.paper import Paper
from scoring.tally import Tally

_TYPES = {"i": EntityType.INCIDENT, "a": EntityType.AGREEMENT, "o": EntityType.ORGANIZATION}
_MARK = re.compile(r"\{(?P<key>~|[A-Z]{2}(?:\+[A-Z]{2})*|[iao]\d)(?:@(?P<year>\d{4}))?\||\}")
_RELATION = re.compile(
    r'(?P<type>[\w-]+) (?P<head>\w+) (?P<tail>"[^"]+"|\w+)(?: (?P<first>alleged|denied|partly))?(?: by (?P<by>\w+))?'
    r"(?: (?P<then>alleged|denied|partly))?(?P<open> \?)?"
)
_SUCCESSORS = {"SU": "RU"}
PARTS = ("states", "incidents", "agreements", "dates", "relations", "relations: certainty", "relations: by whom")
_PART_OF = {EntityType.STATE: "states", EntityType.INCIDENT: "incidents", EntityType.AGREEMENT: "agreements"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention of the gold: where in the item's text, of what, with which year; ``open`` where it is not judged."""

    key: str
    start: int
    end: int
    year: int | None
    open: bool

    @property
    def type(self) -> EntityType:
        return _TYPES.get(self.key[0], EntityType.STATE)


@dataclass(frozen=True, slots=True)
class Told:
    """A relation, with keys of the gold or, where none fits, with names."""

    type: str
    head: str
    tail: str
    by: str | None = None
    certainty: str = "stated"
    open: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence or table: its text without marks (cells parted by tabs), what is marked in it, what it tells."""

    text: str
    mentions: tuple[Marked, ...]
    relations: tuple[Told, ...]


def items(path: Path) -> Iterator[Item]:
    """The items of a file: one a line in a file of sentences, parted by blank lines in one of tables."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    blocks = "\n".join(lines).split("\n\n") if path.stem.startswith("tables") else lines
    for block in filter(None, (block.strip() for block in blocks)):
        words, _, relations = block.partition("=>")
        text, mentions = _unmarked(words.strip().removeprefix("(no head)\n").replace(" | ", "\t"))
        yield Item(text, tuple(mentions), tuple(map(_relation, filter(None, map(str.strip, relations.split(";"))))))


def _unmarked(words: str) -> tuple[str, list[Marked]]:
    text, found, opened, at = "", [], [], 0
    for mark in _MARK.finditer(words):
        text += words[at : mark.start()]
        at = mark.end()
        if mark["key"]:
            opened.append((mark["key"], len(text), mark["year"]))
        else:
            key, start, year = opened.pop()
            aside = key == "~" or bool(opened)
            found.extend(Marked(k, start, len(text), int(year) if year else None, aside) for k in key.split("+"))
    assert not opened, words
    return text + words[at:], found


def _relation(words: str) -> Told:
    match = _RELATION.fullmatch(words)
    assert match, words
    head, tail, by = (_SUCCESSORS.get(key, key) if key else key for key in (match["head"], match["tail"], match["by"]))
    return Told(match["type"], head, tail, by, match["first"] or match["then"] or "stated", bool(match["open"]))


def score_item(item: Item, paper: Paper) -> dict[str, Tally]:
    """What the program got right of an item; the paper holds the item's text as it stands."""
    scores = {part: Tally() for part in PARTS}
    start = paper.document.text.string.index(item.text)
    keys = _score_mentions(item, paper, start, scores)
    aside = [mark for mark in item.mentions if mark.key == "~"]
    left_open = {e.id for e in paper.entities if all(any(_within(a, m, start) for a in aside) for m in e.mentions)}
    _score_relations(item, paper, keys, left_open, scores)
    return scores


def _score_mentions(item: Item, paper: Paper, start: int, scores: dict[str, Tally]) -> dict[str, str]:
    """Mentions by type and overlap; returns the keys of the entities that were met."""
    keys: dict[str, str] = {}
    left = [mention for mention in item.mentions if not mention.open]
    given = [(entity, mention) for entity in paper.entities for mention in entity.mentions if not _tells(mention)]
    for entity, mention in sorted(given, key=lambda pair: pair[1].span):
        same = [m for m in left if m.type is entity.type and _overlap(m, mention, start)]
        met = next((m for m in same if _SUCCESSORS.get(m.key, m.key) == entity.iso3166), next(iter(same), None))
        if met:
            left.remove(met)
            keys.setdefault(entity.id, entity.iso3166 or met.key)
            right = met.type is not EntityType.STATE or entity.iso3166 == _SUCCESSORS.get(met.key, met.key)
            if met.type in _PART_OF:
                name = f"{met.key} {mention.text!r} in {item.text!r}"
                scores[_PART_OF[met.type]].judge(name, mention.text, mention.text, right)
            if met.type in (EntityType.INCIDENT, EntityType.AGREEMENT):
                scores["dates"].judge(
                    f"{mention.text} in {item.text!r}", mention.year, met.year, met.year == mention.year
                )
        elif entity.type in _PART_OF and not any(_within(m, mention, start) for m in item.mentions):
            scores[_PART_OF[entity.type]].wrong.append(f"{mention.text!r} in {item.text!r}")
    for mention in left:
        if mention.type in _PART_OF:
            words = item.text[mention.start : mention.end]
            scores[_PART_OF[mention.type]].missed.append(f"{words!r} in {item.text!r}")
            scores["dates"].judge(item.text, None, mention.year, False)
    return keys


def _tells(mention: Mention) -> bool:
    return mention.why is not None and "tells of" in mention.why


def _overlap(marked: Marked, mention: Mention, start: int) -> bool:
    """Whether two mentions share more than half of the shorter one."""
    shared = min(marked.end + start, mention.span.end) - max(marked.start + start, mention.span.start)
    return shared > 0.5 * min(marked.end - marked.start, len(mention.span))


def _within(marked: Marked, mention: Mention, start: int) -> bool:
    """Whether a mention stands in one that is left open, or is part of a longer name."""
    inside = marked.start + start <= mention.span.start and mention.span.end <= marked.end + start
    return inside and (marked.open or marked.end - marked.start > len(mention.span))


def _score_relations(
    item: Item, paper: Paper, keys: dict[str, str], left_open: set[str], scores: dict[str, Tally]
) -> None:
    """Relations by type and ends; those of entities that are left open are not judged."""
    names = {entity.id: entity.iso3166 or keys.get(entity.id, entity.name) for entity in paper.entities}
    given = [
        Told(
            str(r.type), names[r.head], names.get(r.tail or "", r.tail_text), names.get(r.by or ""),
            "partly" if r.qualifier == "partly" else str(r.certainty), bool({r.head, r.tail} & left_open),
        )
        for r in paper.relations
    ]  # fmt: skip
    left = list(given)
    for wanted in item.relations:
        met = [told for told in left if _same(told, wanted)]
        best = max(met, key=lambda told: (told.by == wanted.by, told.certainty == wanted.certainty), default=None)
        if best is None:
            if not wanted.open:
                scores["relations"].missed.append(f"{_words(wanted)} in {item.text!r}")
            continue
        left.remove(best)
        if wanted.open:
            continue
        scores["relations"].right += 1
        told = f"{wanted.type} {wanted.head} {wanted.tail} in {item.text!r}"
        same = best.certainty == wanted.certainty
        scores["relations: certainty"].judge(told, best.certainty, wanted.certainty, same)
        scores["relations: by whom"].judge(told, best.by, wanted.by, best.by == wanted.by)
    for told in left:
        if not told.open and not any(_same(told, wanted) for wanted in item.relations):
            scores["relations"].wrong.append(f"{_words(told)} in {item.text!r}")


def _same(told: Told, wanted: Told) -> bool:
    if (told.type, told.head) != (wanted.type, wanted.head):
        return False
    if wanted.tail.startswith('"'):
        return wanted.tail.strip('"') in told.tail
    return told.tail == wanted.tail


def _words(told: Told) -> str:
    return " ".join(filter(None, (told.type, told.head, told.tail, f"by {told.by}" if told.by else "", told.certainty)))
