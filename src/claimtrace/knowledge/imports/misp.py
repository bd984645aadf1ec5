"""The cluster of threat actors of the MISP galaxy (JSON)."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.knowledge.imports.layout import Cells, Layout, states
from claimtrace.knowledge.tables import Row, several


def _records(rows: Sequence[Cells]) -> list[Row]:
    return [
        {
            "name": row["value"],
            "aliases": "; ".join(name for name in several(row.get("synonyms", "")) if name != row["value"]),
            "kind": "hacker-group",
            "state": "; ".join(states([row.get("country", "")])),
            "source": "MISP galaxy",
        }
        for row in rows
    ]


LAYOUT = Layout("MISP galaxy", "organizations", ("value", "uuid", "country"), "take the file of a cluster", _records)
