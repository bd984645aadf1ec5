"""What the columns of a table hold, told by the words of their heads or, where it has none, by what stands in them."""

from __future__ import annotations

import re
from functools import cache

from claimtrace.knowledge.tables import several, table
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.document import Table
from claimtrace.text.fold import fold


def column_role(head: str) -> str | None:
    """The role of a column ("incident", "agreement", "year", "attributed", "target", ...), ``None`` for others."""
    words = fold(head)
    return next((role for role, pattern in _roles() if pattern.search(words)), None)


def column_roles(table_: Table) -> list[str | None]:
    """The role of each column of a table; in a table of agreements "Signed" is their year."""
    roles = [column_role(column) for column in table_.columns]
    if roles and roles[0] == "agreement" and "year" not in roles:
        return ["year" if role == "signature" else role for role in roles]
    return roles


def cell_value(words: str) -> str | None:
    """What a cell says of a state's standing ("yes", "no", "partly", "signed", "gone", "nothing"), if it does."""
    told = words.strip().casefold()
    return next((kind for kind, pattern in _values() if pattern.match(told)), None)


@cache
def _values() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [row for row in table("table_values") if row["kind"] != "except"]
    return tuple((row["kind"], re.compile("|".join(several(row["patterns"])))) for row in rows)


@cache
def excepting() -> re.Pattern[str]:
    """Words in a list of parties behind which those stand that are none."""
    return re.compile(alternatives("table_values", "except"), re.IGNORECASE)


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["role"], re.compile(rf"\b(?:{'|'.join(several(row['words']))})\b")) for row in table("table_columns")
    )
