"""Which incident of the knowledge base a sentence tells of without its name: by month, kind, and place or state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cache

from claimtrace.knowledge.records import ELSEWHERE, Record, records
from claimtrace.knowledge.tables import remembered, several, table
from claimtrace.model.entity import EntityType

_MONTH = re.compile(r"(\d{4})-(\d\d)")
_MANY = 4  # incidents; a word of more of their names tells nothing of which it is
_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")


def incident_told(month: tuple[int, int], words: str, states: Collection[str], cyber: bool) -> Record | None:
    """The one incident of a month that a sentence can mean.

    It is of a kind that the words speak of, and hit or was done by one of the states, or its name holds a name that
    the words have. None where there are none or several.

    Args:
        month: the year and the month that the sentence gives.
        words: the sentence.
        states: the ISO 3166 codes of the states that it names.
        cyber: whether the sentence is known to tell of a deed in cyberspace, by whatever words.
    """
    small = words.casefold()
    found = [
        record
        for record in _by_month().get(month, ())
        if _fits(record, words, set(states)) and _is_of_kind(record, small, cyber)
    ]
    return found[0] if len(found) == 1 else None


def _is_of_kind(record: Record, small: str, cyber: bool) -> bool:
    return any((cyber and kind not in ELSEWHERE) or _signs(kind).search(small) for kind in record.kind)


def _fits(record: Record, words: str, states: set[str]) -> bool:
    """Whether the words name whom it hit, or hold a name of its own, or name nobody but those who did it."""
    only = bool(states) and states <= {*record.states, *record.targets}
    return only or not states.isdisjoint(record.targets) or bool(_names_of(record) & _names(words))


def _names(words: str) -> set[str]:
    """The words with a capital, in small letters."""
    return {word.casefold() for word in _WORD.findall(words) if word[0].isupper()}


@remembered
def _by_month() -> dict[tuple[int, int], list[Record]]:
    """The incidents that began in a month or came to light in it."""
    known = {record.name: record for record in records() if record.type is EntityType.INCIDENT}
    found: defaultdict[tuple[int, int], list[Record]] = defaultdict(list)
    for row in table("incidents"):
        for date in dict.fromkeys((row["start"], row["disclosed"])):
            if match := _MONTH.fullmatch(date):
                found[int(match[1]), int(match[2])].append(known[row["name"]])
    return found


@remembered
def _names_of(record: Record) -> frozenset[str]:
    """The words of an incident's names that tell which it is: of no state, and held by few other incidents."""
    return frozenset(_names(" ".join(record.phrases)) - _plain_words())


@remembered
def _plain_words() -> frozenset[str]:
    of_states = {word for row in table("states") for field in row.values() for word in _names(field)}
    held: defaultdict[str, int] = defaultdict(int)
    for row in table("incidents"):
        for word in _names(f"{row['name']} {row['aliases']}"):
            held[word] += 1
    return frozenset(of_states | {word for word, times in held.items() if times > _MANY})


@cache
def _signs(kind: str) -> re.Pattern[str]:
    rows = [row for row in table("event_signs") if kind in several(row["kinds"])]
    patterns = [part for row in rows for part in several(row["patterns"])]
    return re.compile("|".join(patterns) or r"(?!)")
