"""TOML for people: plain fields first, then lists of records as arrays of tables, one field a line."""

from __future__ import annotations

import json
from typing import Any

Record = dict[str, Any]


def toml_value(value: Any) -> str:
    """A value as TOML; dictionaries become inline tables, long lists take one line for each item."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        fields = [f"{key} = {toml_value(item)}" for key, item in value.items() if item is not None]
        return "{" + ", ".join(fields) + "}"
    items = [toml_value(item) for item in value]
    if sum(map(len, items)) > 90:
        return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
    return "[" + ", ".join(items) + "]"


def toml_text(record: Record) -> str:
    """A record as TOML: plain fields first, then lists of records as arrays of tables. None is left out."""
    plain = {key: value for key, value in record.items() if value is not None and not is_rows(value)}
    lines = [f"{key} = {toml_value(value)}" for key, value in plain.items()]
    for name, rows in record.items():
        if not is_rows(rows):
            continue
        for row in rows:
            lines += ["", f"[[{name}]]"]
            lines += [f"{key} = {toml_value(value)}" for key, value in row.items() if value is not None]
    return "\n".join(lines) + "\n"


def is_rows(value: Any) -> bool:
    """Whether a value is a list of records."""
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)
