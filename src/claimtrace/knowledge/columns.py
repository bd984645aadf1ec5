"""What the columns of a table hold, told by the words of their heads."""

from __future__ import annotations

import re

from claimtrace.knowledge.tables import several, table
from claimtrace.text.fold import fold


def column_role(head: str) -> str | None:
    """The role of a column ("incident", "year", "attributed", "target", "response", "state"), ``None`` for others."""
    words = fold(head)
    for row in table("table_columns"):
        if any(re.search(rf"\b{form}\b", words) for form in several(row["words"])):
            return row["role"]
    return None
