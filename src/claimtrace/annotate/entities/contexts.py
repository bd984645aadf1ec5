"""Names that look like those of states or incidents and are none here: persons, towns, newspapers, plain words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimtrace.annotate.entities.gazetteer import Hit
from claimtrace.knowledge.tables import several, table
from claimtrace.text.letters import LOWER, UPPER

_REACH = 60  # characters looked at on either side
_NEAR = 300  # characters of its paragraph on either side within which must stand what tells that a name is meant
_HYPHENS = ("-", "‐", "‑", "–")
_WORD = rf"[{UPPER}][{LOWER}'’-]+"
_WORD_BEFORE = re.compile(rf"(?:^|[^\w'’-])(?P<word>{_WORD})[^\S\t\n]+$")
_WORD_BEHIND = re.compile(rf"^[^\S\t\n]+(?P<word>{_WORD})\b")
_IN_A_PLACE = re.compile(
    r"(?<!pointed )(?<!pointing )(?<!aimed )(?<!directed )\b(?:in|at|near|outside|around|visited|reached)\s+$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:in|at|near|outside|around|from|to|of|through|via|over|for)\s+$", re.IGNORECASE)
_JOINED = re.compile(r"^(?:,|\s+and|\s+or|\s+nor|,\s+and)\s+$")


def names_meant(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits without names that mean something else: a person, a town, a part of a longer name, a plain word."""
    states = {hit.span.start for hit in hits if _is_state(hit)}
    kept = [hit for hit in hits if (_is_meant(text, hit, states) if _is_state(hit) else not _is_other(text, hit))]
    acting = {hit.span for hit in kept if hit.is_capital and _acts(text, hit)}
    for one, other in pairwise(kept):  # "Berlin and Paris sent notes"
        if _JOINED.match(text[one.span.end : other.span.start]):
            governs = other.span in acting or (other.is_seat and not other.is_capital)
            if one.is_capital and governs and not _WHERE.search(_before(text, one)):
                acting.add(one.span)
            if other.is_capital and _is_state(one) and (not one.is_capital or one.span in acting):
                acting.add(other.span)
    return [
        hit for hit in kept if not hit.is_seat or (hit.span in acting if hit.is_capital else _is_seat_here(text, hit))
    ]


def _is_state(hit: Hit) -> bool:
    return hit.record is not None and hit.record.iso3166 is not None


def _is_meant(text: str, hit: Hit, states: Collection[int]) -> bool:
    """Whether a state's name means the state; given is where those of all states begin."""
    if hit.is_combining:
        return _is_compound(text, hit, states)
    return not (_is_beside("longer name", text, hit) or _is_beside("language", text, hit) or _is_other(text, hit))


def _is_compound(text: str, hit: Hit, states: Collection[int]) -> bool:
    """Whether a combining form stands before a hyphen and another state ("Sino-Russian", not "Indo-European")."""
    return text[hit.span.end : hit.span.end + 1] in _HYPHENS and hit.span.end + 1 in states


def _before(text: str, hit: Hit) -> str:
    """What stands before it, in its block and cell."""
    return re.split(r"[\t\n]", text[max(0, hit.span.start - _REACH) : hit.span.start])[-1]


def _behind(text: str, hit: Hit) -> str:
    return re.split(r"[\t\n]", text[hit.span.end : hit.span.end + _REACH], maxsplit=1)[0]


def _is_seat_here(text: str, hit: Hit) -> bool:
    """A seat of government in which something merely happens ("met in Moscow") is a town."""
    before = _before(text, hit)
    return bool(_beside("house", "before").search(before)) or not _IN_A_PLACE.search(before)


def _acts(text: str, hit: Hit) -> bool:
    """Whether the government of a capital acts or is acted on: "Oslo denied", "blamed by Warsaw"."""
    behind, before = _behind(text, hit), _before(text, hit)
    return bool(
        (_beside("acts", "behind").match(behind) and not _WHERE.search(before))
        or _beside("acted on", "before").search(before)
        or _beside("house", "before").search(before)
    )


def _is_beside(kind: str, text: str, hit: Hit) -> bool:
    """Whether words of a kind stand right behind the name or right before it."""
    return bool(_beside(kind, "behind").match(_behind(text, hit)) or _beside(kind, "before").search(_before(text, hit)))


@dataclass(frozen=True, slots=True)
class _Other:
    person: bool
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    near: re.Pattern[str] | None


@cache
def _others() -> dict[str, _Other]:
    rows: dict[str, list[dict[str, str]]] = {}
    for row in table("ambiguous_names"):
        rows.setdefault(row["name"], []).append(row)
    return {
        name: _Other(
            any(row["also"] == "person" for row in same),
            _pattern("before", same, r"(?:{})$"),
            _pattern("behind", same, r"(?:{})"),
            _pattern("near", same, r"\b(?:{})"),
        )
        for name, same in rows.items()
    }


@cache
def _beside(kind: str, side: str) -> re.Pattern[str]:
    rows = [row for row in table("name_contexts") if (row["kind"], row["side"]) == (kind, side)]
    words = "|".join(part for row in rows for part in several(row["patterns"]))
    return re.compile(f"(?:{words})$" if side == "before" else f"(?:{words})")


def _pattern(side: str, rows: Sequence[dict[str, str]], frame: str) -> re.Pattern[str] | None:
    parts = [part for row in rows for part in several(row[side])]
    return re.compile(frame.format("|".join(parts))) if parts else None


def _is_other(text: str, hit: Hit) -> bool:
    """Whether a name that is also a person's, a town's or a plain word is one here."""
    other = _others().get(hit.phrase)
    if other is None:
        return False
    before, behind = _before(text, hit), _behind(text, hit)
    if (other.before and other.before.search(before)) or (other.behind and other.behind.match(behind)):
        return True
    if other.near and not other.near.search(_paragraph(text, hit)):
        return True
    return other.person and (_is_surname(text, hit, before) or _is_given_name(behind))


def _paragraph(text: str, hit: Hit) -> str:
    """What stands around a name in its paragraph."""
    start, end = max(0, hit.span.start - _NEAR), hit.span.end + _NEAR
    return text[start : hit.span.start].rpartition("\n")[2] + text[hit.span.start : end].partition("\n")[0]


def _is_surname(text: str, hit: Hit, before: str) -> bool:
    """A capitalised word before it that does not begin the sentence and is no known word ("Michael Jordan")."""
    match = _WORD_BEFORE.search(before)
    return match is not None and match["word"].casefold() not in _no_given_names()


def _is_given_name(behind: str) -> bool:
    """A capitalised word behind it that is not a role, a month or a state's people ("Chad Thornton")."""
    match = _WORD_BEHIND.match(behind)
    return match is not None and match["word"].casefold() not in _no_surnames()


@cache
def _no_given_names() -> frozenset[str]:
    return frozenset(word for row in table("name_words") if row["kind"] == "before" for word in several(row["words"]))


@cache
def _no_surnames() -> frozenset[str]:
    return frozenset(word for row in table("name_words") if row["kind"] == "behind" for word in several(row["words"]))
