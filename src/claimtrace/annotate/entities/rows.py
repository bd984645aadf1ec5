"""Rows of tables as names: of an incident or an agreement in the first column, its year in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrace.annotate.entities.open_names import OpenName
from claimtrace.annotate.entities.years import GivenYear
from claimtrace.knowledge.columns import column_roles
from claimtrace.knowledge.records import Record, records
from claimtrace.knowledge.tables import remembered
from claimtrace.model.document import Document, Table
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span
from claimtrace.text.fold import fold

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NOTHING = re.compile(
    r"(?:\s|[-–—/.,;]|\b(?:none|not|no|reported|known|unknown|available|applicable|n/?a|nil)\b)*", re.IGNORECASE
)
_TYPES = {"incident": EntityType.INCIDENT, "agreement": EntityType.AGREEMENT}


def named_rows(document: Document, taken: Sequence[Span]) -> Iterator[OpenName]:
    """The cells of a column of incidents or agreements that no record names, with the year of their row.

    "US presidential election interference" beside 2016 is looked up with its year before it is taken for unknown.
    """
    for table_ in document.tables:
        roles = column_roles(table_)
        role = _named_role(roles)
        if role is None:
            yield from _victims(table_, roles)
            continue
        for row in table_.rows:
            cell, year = row[roles.index(role)], _YEAR.search(row[roles.index("year")].text)
            named = cell.span is not None and any(cell.span.overlaps(span) for span in taken)
            if cell.span is None or not year or named or not 4 < len(cell.text) < 90 or _NOTHING.fullmatch(cell.text):
                continue
            record = _record(cell.text, int(year.group())) if role == "incident" else None
            yield OpenName(_TYPES[role], cell.span, cell.text, int(year.group()), record)


def _victims(table_: Table, roles: Sequence[str | None]) -> Iterator[OpenName]:
    """The rows of a table that names incidents by whom they hit, as far as the knowledge base knows them."""
    if "target" not in roles or "year" not in roles or "agreement" in roles:
        return
    for row in table_.rows:
        cell, year = row[roles.index("target")], _YEAR.search(row[roles.index("year")].text)
        record = _record(cell.text, int(year.group())) if year else None
        if record and cell.span and year:
            yield OpenName(EntityType.INCIDENT, cell.span, cell.text, int(year.group()), record)


def years_of_rows(document: Document) -> dict[Span, GivenYear]:
    """The year that a row gives to what stands in its column of incidents or agreements, by the cell's place.

    Where no column is headed as one of them, the first one whose head tells nothing is taken for it.
    """
    found: dict[Span, GivenYear] = {}
    for table_ in document.tables:
        roles = column_roles(table_)
        at = _named_column(roles)
        if at is None or roles.count("year") != 1:
            continue
        for row in table_.rows:
            cell, dated = row[at], row[roles.index("year")]
            years = _YEAR.findall(dated.text)
            if cell.span and dated.span and len(years) == 1:
                found[cell.span] = GivenYear(int(years[0]), dated.span)
    return found


def _named_column(roles: Sequence[str | None]) -> int | None:
    role = _named_role(roles)
    if role is not None:
        return roles.index(role)
    others = {"year", "attributed", "target", "response", "by"}
    return roles.index(None) if None in roles and set(roles) <= {None, *others} else None


def _named_role(roles: Sequence[str | None]) -> str | None:
    """What the rows of a table with a year are about; behind a column of states the year is that of their joining."""
    role = next((role for role in _TYPES if role in roles), None)
    if role is None or "year" not in roles:
        return None
    return None if role == "agreement" and "state" in roles[: roles.index(role)] else role


def _record(cell: str, year: int) -> Record | None:
    """The one known incident of that year whose name holds these words ("SolarWinds", "Estonia")."""
    name = fold(cell)
    found = {
        record.name: record
        for phrase, record in _with_word(name.split())
        if record.began and record.began <= year <= max(record.ended or year, record.known or 0)
        if f" {name} " in f" {phrase} "
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _with_word(words: Sequence[str]) -> Sequence[tuple[str, Record]]:
    """The phrases of incidents that hold the rarest of some words."""
    return min((_by_word().get(word, ()) for word in words), key=len, default=())


@remembered
def _by_word() -> dict[str, list[tuple[str, Record]]]:
    found: dict[str, list[tuple[str, Record]]] = {}
    for record in records():
        for phrase in map(fold, record.phrases if record.type is EntityType.INCIDENT else ()):
            for word in dict.fromkeys(phrase.split()):
                found.setdefault(word, []).append((phrase, record))
    return found
