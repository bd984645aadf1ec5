"""What the columns of a table hold, told by the words of their heads or, where it has none, by what stands in them."""

from __future__ import annotations

import re
from functools import cache

from claimtrace.knowledge.tables import several, table
from claimtrace.model.document import Table
from claimtrace.text.fold import fold


def column_role(head: str) -> str | None:
    """The role of a column ("incident", "agreement", "year", "attributed", "target", ...), ``None`` for others."""
    words = fold(head)
    return next((role for role, pattern in _roles() if pattern.search(words)), None)


def column_roles(table_: Table) -> list[str | None]:
    """The role of each column of a table; in a table of agreements "Signed" is their year.

    A table whose first line holds a year has no head: that line is its first row, and no column has a role.
    """
    if any(re.fullmatch(r"\s*(?:1[89]|20)\d\d\s*", column) for column in table_.columns):
        return [None] * len(table_.columns)
    roles = [column_role(column) for column in table_.columns]
    if roles and roles[0] == "agreement" and "year" not in roles:
        return ["year" if role == "signature" else role for role in roles]
    return roles


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["role"], re.compile(rf"\b(?:{'|'.join(several(row['words']))})\b")) for row in table("table_columns")
    )
