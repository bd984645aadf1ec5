"""Names of states, of their seats of government, and of towns where conferences meet."""

from __future__ import annotations

from claimtrace.knowledge.tables import remembered, several, table


@remembered
def place_names() -> frozenset[str]:
    """Every name by which a state is called (its own, its former ones, its seat's), and the towns of conferences."""
    found: set[str] = set()
    for row in table("states"):
        found.update((row["name"], row["official"]))
        for column in ("aliases", "metonyms"):
            found.update(several(row[column]))
    found.update(row["name"] for row in table("meeting_places"))
    return frozenset(name for name in found if name)
