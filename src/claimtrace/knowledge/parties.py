"""How a state stands to an agreement or an organisation: party, signatory, gone, never in, or not known.

Read from ``agreement_parties.tsv``, from the lists of parties of agreements that few states made, and from the members
of organisations. Where a list is not known to be complete, a state that it does not name is not judged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from claimtrace.knowledge.records import Record
from claimtrace.knowledge.tables import remembered, several, table
from claimtrace.model.entity import EntityType

_DATED = re.compile(r"(?P<code>[A-Z]{2})(?:\s*\((?P<since>\d{4})?(?P<dash>-)?(?P<until>\d{4})?\))?")
_HEIRS = {"SU": "RU", "DD": "DE", "CS": "CZ", "YU": "RS"}
_JOINED = frozenset(("treaty", "convention", "accord", "arrangement", "protocol"))
_SOON = 5  # years within which a party to an agreement may have been there from the beginning
_CLOSED = frozenset(("alliance", "intergovernmental"))


class Standing(StrEnum):
    """How a state stands to an agreement or an organisation."""

    PARTY = "party"
    SIGNATORY = "signatory"  # signed, never ratified
    GONE = "gone"
    OUTSIDE = "outside"  # never signed, never joined


@dataclass(frozen=True, slots=True)
class Stands:
    """A standing with the years in which it began or ended, where these are known, and what settles it.

    ``began`` is the year of the agreement itself; ``late`` says that the state joined later than others.
    """

    standing: Standing
    since: int | None
    until: int | None
    source: str
    began: int | None = None
    late: bool = False


def stands(record: Record, iso3166: str) -> Stands | None:
    """How a state stands to an agreement or organisation of the knowledge base; ``None`` where that is not known."""
    if record.type is EntityType.AGREEMENT:
        row = _rows().get(record.name)
        found = _by_row(row, iso3166) if row else _by_parties(record, iso3166)
        late = found is not None and record.began is not None and (found.since or 0) > record.began + _SOON
        return replace(found, began=record.began, late=late) if found else None
    return _by_members(record, iso3166)


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["agreement"]: row for row in table("agreement_parties")}


def _by_row(row: dict[str, str], iso3166: str) -> Stands | None:
    for column, standing in (
        ("unsure", None), ("left", Standing.GONE), ("signed", Standing.SIGNATORY), ("never", Standing.OUTSIDE),
        ("parties", Standing.PARTY),
    ):  # fmt: skip
        listed = _years(row[column])
        if iso3166 in listed:
            since, until = listed[iso3166]
            if standing is Standing.GONE:
                since, until = None, since
            return Stands(standing, since, until, row["source"]) if standing else None
    rest = {"all": Standing.OUTSIDE, "all but": Standing.PARTY}.get(row["extent"])
    if rest is Standing.PARTY and iso3166 not in _members_of_un():
        return None
    return Stands(rest, None, None, row["source"]) if rest else None


def _by_parties(record: Record, iso3166: str) -> Stands | None:
    """Of an agreement that few states made the list of the record is the whole."""
    if not record.states or not record.closed or not _JOINED & set(record.kind):
        return None
    parties = {_HEIRS.get(code, code) for code in record.states} | set(record.states)
    standing = Standing.PARTY if iso3166 in parties else Standing.OUTSIDE
    return Stands(standing, record.began if standing is Standing.PARTY else None, None, record.source)


def _by_members(record: Record, iso3166: str) -> Stands | None:
    members = _years("; ".join(record.members))
    if not members or not _CLOSED & set(record.kind) or f"{iso3166} (unsure)" in record.members:
        return None
    if iso3166 not in members:
        return Stands(Standing.OUTSIDE, None, None, record.source)
    since, until = members[iso3166]
    late = since is not None and any(first is None or first < since for first, _ in members.values())
    return Stands(Standing.GONE if until else Standing.PARTY, since, until, record.source, late=late)


@cache
def _years(field: str) -> dict[str, tuple[int | None, int | None]]:
    """The codes of a field with the years in their brackets: (2004) since then, (1973-2020) from then to then."""
    found = {}
    for part in several(field):
        if match := _DATED.fullmatch(part):
            since, until = (int(match[name]) if match[name] else None for name in ("since", "until"))
            found[match["code"]] = (since, until)
    return found


@remembered
def _members_of_un() -> frozenset[str]:
    """The codes of states that are no territory of another one."""
    return frozenset(row["iso3166"] for row in table("states") if row["official"])
