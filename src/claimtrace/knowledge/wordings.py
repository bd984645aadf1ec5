"""What the wording of a sentence tells of it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from claimtrace.knowledge.months import english_months
from claimtrace.knowledge.tables import several, table
from claimtrace.text.stems import stem


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {row["kind"]: re.compile("|".join(several(row["patterns"]))) for row in table("wording")}


@cache
def undated(*kinds: str) -> str:
    """What stands in place of a year of these kinds, as one expression for either case."""
    return "|".join(alternatives("undated_words", kind) for kind in kinds)


@cache
def alternatives(name: str, kind: str) -> str:
    """The patterns of a kind in a table of words ("party_words"), as one regular expression."""
    return "|".join(next(several(row["patterns"]) for row in table(name) if row["kind"] == kind))


def event_words(kind: str) -> str:
    """The words of ``event_words.tsv`` for events and what befalls them ("event", "occurred"), in one expression."""
    return alternatives("event_words", kind)


def worded(kind: str, text: str) -> bool:
    """Whether a sentence is worded in one of the ways of ``wording.tsv`` ("own", "norm", "hedge", "back" ...)."""
    return bool(_patterns()[kind].search(text.casefold()))


def wording(kind: str, text: str) -> str | None:
    """The words by which a sentence is worded in one of the ways of ``wording.tsv``, ``None`` where it is not."""
    found = _patterns()[kind].search(text.casefold())
    return found.group().strip() if found else None


@cache
def plain_words(kind: str) -> frozenset[str]:
    """Words of ``plain_words.tsv`` that say little by themselves ("little", "counting", "opening")."""
    return frozenset(word for row in table("plain_words") if row["kind"] == kind for word in several(row["words"]))


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """The stems of the words that writers put for a word, by its stem, as ``synonyms.tsv`` has them."""
    related: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("synonyms"):
        stems = {stem(word) for word in several(row["words"])}
        for one in stems:
            related[one] |= stems - {one}
    return {one: frozenset(others) for one, others in related.items()}


@cache
def name_heads(kind: str) -> tuple[str, ...]:
    """The words of ``name_heads.tsv`` that names of incidents and agreements are made with ("incident", "addition")."""
    return next(several(row["words"]) for row in table("name_heads") if row["kind"] == kind)


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language that is known, by its code."""
    return {row["language"]: frozenset(several(row["words"])) for row in table("function_words")}


@cache
def numbers_in_words() -> dict[str, dict[str, float]]:
    """The words of ``number_words.tsv`` with their values, by kind, and the months."""
    kinds = {kind: number_words(kind) for kind in ("number", "part", "times")}
    return {**kinds, "month": {name: float(number) for name, number in english_months().items()}}


@cache
def number_words(kind: str) -> dict[str, float]:
    """The words of ``number_words.tsv`` with their values ("number", "part", "times")."""
    return {row["word"]: float(row["value"]) for row in table("number_words") if row["kind"] == kind}
