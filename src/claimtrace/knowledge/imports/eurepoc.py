"""The Global Database of the European Repository of Cyber Incidents (CSV; several columns hold lists)."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.knowledge.imports.layout import NOBODY, Cells, Layout, date, kinds, last_date, parts, states
from claimtrace.knowledge.tables import Row


def _records(rows: Sequence[Cells]) -> list[Row]:
    return [_record(row) for row in rows]


def _record(row: Cells) -> Row:
    blamed = states(parts(row["attributed_initiator_country"]))
    sayers = [name for name in parts(row["attributing_country"]) if name.casefold() not in NOBODY]
    year = date(row["attribution_date"])[:4]
    contested = len(blamed) > 1
    by = " ".join(filter(None, (", ".join(dict.fromkeys(sayers)), year)))
    responses = [text for text in parts(row.get("political_response_type", "")) if text.casefold() not in NOBODY]
    return {
        "name": row["name"],
        "start": date(row["start_date"]),
        "end": last_date(row["end_date"]),
        "targets": "; ".join(states(parts(row["receiver_country"]))),
        "attributed_to": "" if contested else "; ".join(blamed),
        "attributed_by": f"contested: {by}" if contested else by,
        "kind": kinds(row["incident_type"]),
        "responses": "; ".join(dict.fromkeys(responses)),
        "source": "EuRepoC",
    }


LAYOUT = Layout(
    "EuRepoC",
    "incidents",
    (
        "name", "start_date", "end_date", "incident_type", "receiver_country",
        "attribution_date", "attributing_country", "attributed_initiator_country",
    ),
    "the Global Database holds it; the data sets of attributions and receivers alone name no incidents",
    _records,
    ("receiver_country", "attributed_initiator_country"),
)  # fmt: skip
