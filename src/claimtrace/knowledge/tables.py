"""Loads the tables of this folder and of packs: tab-separated, first line the columns, ``#`` a comment.

A pack is a folder with tables of the same names. While it is in use its records stand beside the built-in ones, and
one of the same name takes the place of the built-in one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from importlib.resources import files
from pathlib import Path
from typing import ParamSpec, TypeVar

from claimtrace.model.errors import KnowledgeError

P = ParamSpec("P")
T = TypeVar("T")
Row = dict[str, str]
PACKED = ("states", "organizations", "incidents", "agreements")
"""The tables that a pack may hold."""
_in_use: ContextVar[tuple[Path, ...]] = ContextVar("packs", default=())


class TableError(KnowledgeError):
    """A table that does not keep to its own columns."""


@contextmanager
def using(packs: Sequence[Path]) -> Iterator[None]:
    """Read the tables of these folders, too, for as long as it lasts."""
    token = _in_use.set(tuple(packs))
    try:
        yield
    finally:
        _in_use.reset(token)


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function makes of tables, for each set of packs in use; its arguments must be hashable."""
    kept: dict[object, T] = {}

    @wraps(function)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        key = (_in_use.get(), args, tuple(sorted(kwargs.items())))
        if key not in kept:
            kept[key] = function(*args, **kwargs)
        return kept[key]

    return asked


@remembered
def table(name: str) -> tuple[Row, ...]:
    """The records of a table, as column name to text; an empty field is ``""``.

    Args:
        name: the file's name without its suffix.

    Raises:
        TableError: a line has more or fewer fields than the first one; the message names file and line.
    """
    own = _own(name)
    if name not in PACKED:
        return own
    found = {_key(row): row for row in own}
    for folder in _in_use.get():
        if (path := folder / f"{name}.tsv").is_file():
            found.update((_key(row), row) for row in pack_table(path))
    return tuple(found.values())


@cache
def _own(name: str) -> tuple[Row, ...]:
    text = (files(__package__) / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(_rows(f"{name}.tsv", text))


def pack_table(path: Path) -> tuple[Row, ...]:
    """The records of a table of a pack; columns that it leaves out are empty.

    Raises:
        TableError: it lacks the column of names, has one that the built-in table does not have, or a line of another
            length; the message says what to do.
    """
    columns = list(_own(path.stem)[0])
    text = path.read_text(encoding="utf-8-sig")
    rows = list(_rows(str(path), text))
    given = _columns(text) or columns
    needed = [name for name in ("iso3166", "name") if name in columns]
    if len(given) == 1 and re.search(r"[,;]", given[0]):
        raise TableError(f"{path}: its columns are not parted by tabs; save it as text with tabs")
    for column in given:
        if column not in columns:
            raise TableError(f"{path}: unknown column {column!r}; there are {', '.join(columns)}")
    for column in needed:
        if column not in given:
            raise TableError(f"{path}: the column {column!r} is missing; add it")
    return tuple({column: row.get(column, "") for column in columns} for row in rows)


def _columns(text: str) -> list[str]:
    """What the first line of a table names."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return next((line.split("\t") for line in lines), [])


def _rows(file: str, text: str) -> Iterator[Row]:
    columns: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if not columns:
            columns = fields
        elif len(fields) != len(columns):
            told = f"{len(fields)} fields where the head names {len(columns)}"
            raise TableError(f"{file}, line {number}: {told}; part them by tabs")
        else:
            yield dict(zip(columns, (field.strip() for field in fields), strict=True))


def _key(row: Row) -> str:
    return row.get("iso3166") or row["name"]


def several(field: str) -> tuple[str, ...]:
    """The parts of a field that holds a list (``a; b; c``)."""
    return tuple(part for part in (piece.strip() for piece in field.split(";")) if part)
