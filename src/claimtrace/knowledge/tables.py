"""Loads the tables of this folder: tab-separated, first line the columns, ``#`` a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


class TableError(ValueError):
    """A table of the knowledge base that does not keep to its own columns."""


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The records of a table, as column name to text; an empty field is ``""``.

    Args:
        name: the file's name without its suffix.

    Raises:
        TableError: a line has more or fewer fields than the first one; the message names file and line.
    """
    path = files(__package__) / f"{name}.tsv"
    records: list[dict[str, str]] = []
    columns: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if not columns:
            columns = fields
        elif len(fields) != len(columns):
            raise TableError(f"{name}.tsv, line {number}: {len(fields)} fields where the head names {len(columns)}")
        else:
            records.append(dict(zip(columns, (field.strip() for field in fields), strict=True)))
    return tuple(records)


def several(field: str) -> tuple[str, ...]:
    """The parts of a field that holds a list (``a; b; c``)."""
    return tuple(part for part in (piece.strip() for piece in field.split(";")) if part)
