"""Names of states and of their seats of government."""

from __future__ import annotations

from functools import cache

from claimtrace.knowledge.tables import several, table


@cache
def place_names() -> frozenset[str]:
    """Every name by which a state is called: its own, its former ones, its seat's."""
    found: set[str] = set()
    for row in table("states"):
        found.update((row["name"], row["official"]))
        for column in ("aliases", "metonyms"):
            found.update(several(row[column]))
    return frozenset(name for name in found if name)
