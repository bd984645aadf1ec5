"""The patterns of ``relation_patterns.tsv`` as regular expressions over skeletons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.tables import table
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.entity import RelationCertainty, RelationType

_KINDS = {"S": "SOG", "T": "S", "O": "OG", "I": "I", "A": "A"}
_APPOSITION = r"(?:,[^,‹›.;]{0,40}‹[SOG]\d+›[^,‹›.;]{0,25},)?"
_PARTS = re.compile(r"<(?P<role>head|tail|by):(?P<kind>\w)(?P<owns>!)?>|(?P<wide>\.{4})|(?P<gap>\.{3})|<<|>>| ")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say a relation; ``kinds`` are sets of marks of which a sentence must hold one each."""

    relation: RelationType
    certainty: RelationCertainty | None
    form: re.Pattern[str]
    kinds: tuple[frozenset[str], ...]


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of the table."""
    words = {"says": f"(?:{alternatives('deed_words', 'says')})"}
    found = []
    for row in table("relation_patterns"):
        written = re.sub(r"\{(\w+)\}", lambda match: words.get(match[1], match[0]), row["pattern"])
        if row["relation"].startswith("*"):
            words[row["relation"][1:]] = written
            continue
        kinds = tuple(frozenset(_KINDS[kind]) for kind in re.findall(r"<(?:head|tail|by):(\w)", written))
        certainty = RelationCertainty(row["certainty"]) if row["certainty"] else None
        found.append(Pattern(RelationType(row["relation"]), certainty, re.compile(_expression(written)), kinds))
    return tuple(found)


def _expression(written: str) -> str:
    return _PARTS.sub(_part, written)


def _part(match: re.Match[str]) -> str:
    if match["role"]:
        mark = rf"‹[{_KINDS[match['kind']]}](?P<{match['role']}>\d+)›"
        if match["owns"]:
            return rf"{mark}['’]s?"
        return rf"{mark}(?:['’]s?)?{_APPOSITION}" if match["kind"] in "STOG" else rf"{mark}(?:['’]s?)?"
    if match["wide"]:
        return r"(?:(?!‹I)[^.;:]){0,110}?"
    if match["gap"]:
        return r"[^‹›.;:]{0,60}?"
    return {"<<": r"(?<![\w-])(?P<verb>", ">>": r")(?![\w-])", " ": r"\s+"}[match[0]]


@cache
def words_of(kind: str) -> re.Pattern[str]:
    """The words of ``certainty_words.tsv`` of a kind ("denied", "alleged", "open")."""
    return re.compile(rf"(?<![\w-])(?:{alternatives('certainty_words', kind)})(?![\w-])", re.IGNORECASE)
