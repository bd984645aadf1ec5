"""The Dyadic Cyber Incident and Campaign Data, 2.0 (XLSX; states by the numbers of the Correlates of War)."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.knowledge.imports.layout import Cells, Layout, date, last_date
from claimtrace.knowledge.tables import Row, table

_METHODS = {"1": "defacement", "2": "ddos", "3": "espionage", "4": "espionage"}


def _records(rows: Sequence[Cells]) -> list[Row]:
    return [_record(row) for row in rows]


def _record(row: Cells) -> Row:
    one, other, initiator = (_code(row[column]) for column in ("StateA", "StateB", "initiator"))
    return {
        "name": row["Name"],
        "start": date(row["interactionstartdate"]),
        "end": last_date(row.get("interactionenddate", "")),
        "targets": "; ".join(code for code in (one, other) if code and code != initiator),
        "attributed_to": initiator,
        "attributed_by": "as the data set has it" if initiator else "",
        "kind": _METHODS.get(row["method"].partition(".")[0], ""),
        "source": "DCID 2.0",
    }


def _code(cell: str) -> str:
    """The code of a state by its number in the Correlates of War project, or by its name."""
    number = cell.partition(".")[0].strip()
    return next((row["iso3166"] for row in table("cow_states") if number in (row["number"], row["iso3166"])), "")


LAYOUT = Layout(
    "DCID",
    "incidents",
    ("Name", "StateA", "StateB", "interactionstartdate", "initiator", "method"),
    "both sheets of release 2.0 have it",
    _records,
)
