"""Packs: folders with records of the user's own, in tables like those of this folder.

A pack is named as its folder. Added ones lie in the user's data folder; a pipeline may name others by their folder.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimtrace.knowledge.tables import PACKED, Row, TableError, pack_table, several, table
from claimtrace.model.errors import KnowledgeError
from claimtrace.text.nearest import nearest

_DATE = re.compile(r"(?:1[0-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_DATES = ("start", "end", "disclosed", "drafted", "adopted", "in_force", "ended")
_STATES = ("attributed_to", "state")
_MIXED = ("targets", "parties")  # states and others
_CODE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of tables; ``digest`` is the beginning of the SHA-256 of what they hold."""

    name: str
    folder: Path
    digest: str


def pack_at(folder: Path) -> Pack:
    """The pack in a folder, its tables looked through.

    Raises:
        KnowledgeError: the folder holds no table, or one that cannot be read, lacks a column, names no state that
            there is, or has a date of another form; the message says which and what to do.
    """
    try:
        if not folder.is_dir():
            raise KnowledgeError(f"{folder}: no such folder; check the name")
        tables = [path for name in PACKED if (path := folder / f"{name}.tsv").is_file()]
        if not tables:
            names = ", ".join(f"{name}.tsv" for name in PACKED)
            raise KnowledgeError(f"{folder}: holds no table; a pack is a folder with one or more of {names}")
        digest = hashlib.sha256()
        for path in tables:
            for problem in _problems(path):
                raise TableError(problem)
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    except UnicodeDecodeError:
        raise KnowledgeError(f"{folder}: a table is no text in UTF-8; save it as such") from None
    except OSError as error:
        raise KnowledgeError(f"{folder}: cannot be read ({error.strerror}); name the folder of a pack") from error
    return Pack(folder.resolve().name, folder.resolve(), digest.hexdigest()[:12])


def _problems(path: Path) -> Iterator[str]:
    """What is amiss with a table, in words."""
    rows = pack_table(path)
    if not rows:
        yield f"{path}: holds no record; write one in each line below the names of the columns"
    if path.stem == "states":
        return
    seen: set[str] = set()
    for row in rows:
        if not row["name"]:
            yield f"{path}: a record has no name; fill the column 'name'"
        if row["name"] in seen:
            yield f"{path}: {row['name']}: stands there twice; join the two"
        seen.add(row["name"])
        yield from (f"{path}: {row['name']}: {problem}" for problem in _amiss(row, path.stem))


def _amiss(row: Row, table_: str) -> Iterator[str]:
    """What is amiss with a record."""
    for column in _DATES:
        if row.get(column) and not _DATE.fullmatch(row[column]):
            yield f"{column} is {row[column]!r}; write a year, or a year and month: 2017-05"
    for first, last in (("start", "end"), ("adopted", "ended")):
        if row.get(first) and row.get(last) and row[last][:4] < row[first][:4]:
            yield f"{last} ({row[last]}) is before {first} ({row[first]})"
    for column in (*_STATES, *_MIXED):
        for part in several(row.get(column, "")):
            if part not in _codes() and (column in _STATES or _CODE.fullmatch(part)):
                yield f"{column} names {part!r}, which is no ISO 3166 code of a state"
    for kind in several(row["kind"]) if table_ == "incidents" else ():
        if kind not in _kinds():
            yield f"unknown kind {kind!r}{nearest(kind, _kinds())}"


def _codes() -> frozenset[str]:
    return frozenset(row["iso3166"] for row in table("states")) | {"SU", "YU", "CS", "DD", "EU"}


@cache
def _kinds() -> frozenset[str]:
    """The kinds of incidents that the built-in records are of."""
    return frozenset(kind for row in table("incidents") for kind in several(row["kind"]))


def data_folder() -> Path:
    """Where a user's data lie by the custom of the system; the variable CLAIMTRACE_DATA names another folder."""
    if named := os.environ.get("CLAIMTRACE_DATA"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "claimtrace"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "claimtrace"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "claimtrace"


def added_packs() -> tuple[Pack, ...]:
    """The packs that the user has added, by name."""
    folder = data_folder() / "packs"
    found = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return tuple(pack_at(path) for path in found if not path.name.startswith("."))


def find_pack(name: str) -> Pack:
    """A pack by its name among the added ones, or by its folder.

    Raises:
        KnowledgeError: there is none, or its tables are not in order.
    """
    if Path(name).is_dir():
        return pack_at(Path(name))
    added = {pack.name: pack for pack in added_packs()}
    if name not in added:
        otherwise = "`claimtrace knowledge add DIR` adds one"
        raise KnowledgeError(f"no pack named {name}{nearest(name, added, otherwise) if added else f'; {otherwise}'}")
    return added[name]


def add_pack(folder: Path) -> Pack:
    """Copy a pack into the user's data folder, whole or not at all; one of its name that is there is replaced.

    Raises:
        KnowledgeError: its tables are not in order, or it cannot be copied.
    """
    pack = pack_at(folder)
    target = data_folder() / "packs" / pack.name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".pack-", dir=target.parent) as beside:
            new = Path(beside, "new")
            new.mkdir()
            for name in PACKED:
                if (path := pack.folder / f"{name}.tsv").is_file():
                    shutil.copyfile(path, new / path.name)
            if target.is_dir():
                target.replace(Path(beside, "old"))
            new.replace(target)
    except OSError as error:
        raise KnowledgeError(
            f"{target}: cannot be written ({error.strerror}); set CLAIMTRACE_DATA to a folder"
        ) from error
    return Pack(pack.name, target, pack.digest)
