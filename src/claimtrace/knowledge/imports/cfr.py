"""The Cyber Operations Tracker of the Council on Foreign Relations (CSV; apostrophes became question marks)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrace.knowledge.imports.layout import Cells, Layout, date, kinds, parts, states
from claimtrace.knowledge.tables import Row

_LOST = re.compile(r"(?<=\w)\?(?=(?:s|t|re|ve|ll|d)\b)")


def _records(rows: Sequence[Cells]) -> list[Row]:
    return [_record({column: _LOST.sub("’", text) for column, text in row.items()}) for row in rows]


def _record(row: Cells) -> Row:
    when = date(row["Date"])
    return {
        "name": row["Title"],
        "start": "",
        "disclosed": when,
        "targets": "; ".join(states(parts(row["Victims"]))),
        "attributed_to": "; ".join(states(parts(row["Sponsor"]))),
        "attributed_by": "as the tracker has it" if row["Sponsor"] else "",
        "kind": kinds(row["Type"]),
        "responses": "; ".join(parts(row["Response"])) if len(row["Response"]) < 80 else "",
        "source": "CFR Cyber Operations Tracker",
    }


LAYOUT = Layout(
    "CFR Cyber Operations Tracker",
    "incidents",
    ("Title", "Date", "Victims", "Sponsor", "Type", "Response"),
    "export the tracker anew",
    _records,
    ("Victims", "Sponsor"),
)
