"""Known names within a longer name that is another's: the Budapest Convention on Goods is not that on Cybercrime."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimtrace.annotate.entities.gazetteer import Hit
from claimtrace.knowledge.records import Record
from claimtrace.knowledge.tables import several, table
from claimtrace.knowledge.wordings import name_heads
from claimtrace.model.entity import EntityType
from claimtrace.text.fold import fold
from claimtrace.text.letters import LOWER, UPPER

_ENDS = '.!?:;“"‘(•–—'  # behind them a capital begins a sentence or a title
_REACH = 120  # characters looked at on either side
_WORD = rf"[{UPPER}][\w’'-]*[{LOWER}][\w’'-]*"
_GAP = r"[^\S\t\n]+"
_WORD_BEFORE = re.compile(rf"(?P<before>\S){_GAP}(?P<word>{_WORD}){_GAP}$")
_SUBJECT = re.compile(
    rf"{_GAP}(?:on|for|against|concerning|relating{_GAP}to){_GAP}(?:the{_GAP}|an?{_GAP})?"
    rf"(?P<words>{_WORD}(?:{_GAP}(?:(?:of|and|the|for|in|to){_GAP}){{0,2}}{_WORD})*)"
)
_NUMBERED = re.compile(rf"{_GAP}{_WORD}")


def whole_names(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits without agreements and operations whose name goes on in the text, as no record has it."""
    ends = {hit.span.end for hit in hits}
    return [hit for hit in hits if hit.record is None or not _is_of_longer(text, hit, hit.record, ends)]


def _is_of_longer(text: str, hit: Hit, record: Record, ends: set[int]) -> bool:
    before = text[max(0, hit.span.start - _REACH) : hit.span.start]
    behind = text[hit.span.end : hit.span.end + _REACH]
    if record.type is EntityType.INCIDENT:
        return hit.phrase.startswith("Operation ") and bool(_NUMBERED.match(behind))
    if record.type is not EntityType.AGREEMENT:
        return False
    if _added_to().search(before) or _added_behind().match(behind):
        return True
    if (subject := _SUBJECT.match(behind)) and _is_called(hit.phrase):
        return not _speaks_of(record, subject["words"])
    word = _WORD_BEFORE.search(before)
    if word is None or word["before"] in _ENDS:
        return False
    if word["word"] in name_heads("another"):
        return True
    if word["word"].casefold() in _plain_before() or word["word"].endswith(("’s", "'s")):
        return False
    return hit.span.start - len(before) + word.end("word") not in ends


@cache
def _added_to() -> re.Pattern[str]:
    """What is made to an agreement is another one: "the Third Additional Protocol to the"."""
    return re.compile(rf"\b(?:{_any('addition')})(?:{_GAP}[IVX\d]+)?{_GAP}(?:to|under){_GAP}(?:the{_GAP})?$")


@cache
def _added_behind() -> re.Pattern[str]:
    return re.compile(rf"{_GAP}(?:{_WORD}{_GAP})?(?:{_any('addition')})\b")


def _any(kind: str) -> str:
    return "|".join(map(re.escape, name_heads(kind)))


@cache
def _plain_before() -> frozenset[str]:
    return frozenset(word for row in table("name_words") if row["kind"] == "before" for word in several(row["words"]))


def _is_called(phrase: str) -> bool:
    """Whether a phrase ends with what an agreement is ("Budapest Convention"), and does not tell what it is on."""
    return phrase.endswith(name_heads("agreement")) and " on " not in phrase


def _speaks_of(record: Record, subject: str) -> bool:
    """Whether a record's own names hold a word of what the name is said to be on ("Climate", "Crime")."""
    own = " ".join(map(fold, record.phrases))
    return any(len(word) > 3 and word in own for word in fold(subject).split())
