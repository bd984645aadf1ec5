"""Makes packs of incident data as public projects publish them: EuRepoC, CFR's tracker, DCID, MISP galaxy.

What a project holds and we have no column for is left out; what it says in other words is told in ours.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from claimtrace.knowledge.imports import cfr, dcid, eurepoc, misp
from claimtrace.knowledge.imports.layout import Layout, Source, unknown_states
from claimtrace.knowledge.imports.reading import read_source
from claimtrace.knowledge.tables import Row, table
from claimtrace.model.errors import KnowledgeError

LAYOUTS: tuple[Layout, ...] = (eurepoc.LAYOUT, cfr.LAYOUT, dcid.LAYOUT, misp.LAYOUT)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made: the name of the layout, how many records, and the names of states that are not known."""

    layout: str
    records: int
    unknown: tuple[str, ...]


def import_file(path: Path, folder: Path) -> Imported:
    """Write a pack of a file of incident data.

    Args:
        path: a file as its project publishes it (CSV, XLSX, JSON).
        folder: where the pack goes; it must not exist.

    Raises:
        KnowledgeError: the file cannot be read, is of no known layout or lacks a column, or the folder cannot be made.
    """
    sources = read_source(path)
    layout, source = _layout(path, sources)
    rows = _named_once(layout.records(source.rows))
    if not rows:
        raise KnowledgeError(f"{path}: holds no record that could be read; is it the file that the project publishes?")
    _write(folder, layout, rows, path.name)
    return Imported(layout.name, len(rows), tuple(unknown_states(layout, source.rows)))


def _layout(path: Path, sources: list[Source]) -> tuple[Layout, Source]:
    """The layout whose columns are all there; of none, the one that most of them fit says what is missing."""
    best: tuple[float, Layout, Source] | None = None
    for source in sources:
        for layout in LAYOUTS:
            share = sum(column in source.columns for column in layout.columns) / len(layout.columns)
            if best is None or share > best[0]:
                best = (share, layout, source)
    names = ", ".join(layout.name for layout in LAYOUTS)
    if best is None or best[0] < 0.3:
        raise KnowledgeError(f"{path}: is of no layout that is known ({names}); make a pack by hand instead")
    share, layout, source = best
    for column in layout.columns:
        if column not in source.columns:
            raise KnowledgeError(
                f"{path}: looks like {layout.name}, but its column {column!r} is missing; {layout.advice}"
            )
    return layout, source


def _named_once(rows: list[Row]) -> list[Row]:
    """The first of those with one name, without those that have none; a semicolon would part a name."""
    found: dict[str, Row] = {}
    for row in rows:
        if name := " ".join(row["name"].replace(";", ",").split()):
            found.setdefault(name, {**row, "name": name})
    return [found[name] for name in sorted(found, key=str.casefold)]


def _write(folder: Path, layout: Layout, rows: list[Row], file: str) -> None:
    columns = list(table(layout.table)[0])
    lines = [f"# From {file} ({layout.name}), imported by claimtrace.", "\t".join(columns)]
    lines += ["\t".join(" ".join(row.get(column, "").split()) for column in columns) for row in rows]
    if folder.exists():
        raise KnowledgeError(f"{folder}: exists already; name another folder with -o")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".import-", dir=folder.parent) as beside:
            new = Path(beside, "new")
            new.mkdir()
            (new / f"{layout.table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
            new.replace(folder)
    except OSError as error:
        raise KnowledgeError(f"{folder}: cannot be written ({error.strerror}); name another folder with -o") from error
