"""What an importer is, and how the words of other projects become ours."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrace.knowledge.tables import Row, remembered, several, table
from claimtrace.text.fold import fold

Cells = Mapping[str, str]
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DAY = re.compile(r"\b(?P<year>(?:1[89]|20)\d\d)-(?P<month>\d\d)\b|\b(?P<m>\d{1,2})/\d{1,2}/(?P<y>(?:1[89]|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Source:
    """A table of a file: its columns and its rows, each as column to text."""

    columns: tuple[str, ...]
    rows: Sequence[Cells]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a project publishes its data: the columns that are needed, and what becomes of its rows."""

    name: str
    table: str
    columns: tuple[str, ...]
    advice: str
    records: Callable[[Sequence[Cells]], list[Row]]


def parts(cell: str) -> list[str]:
    """The values of a cell that holds a list: "['a', 'b']", "a; b" or "a, b"."""
    if cell.startswith("["):
        try:
            values = ast.literal_eval(cell)
        except (ValueError, SyntaxError):
            values = cell.strip("[]").split(",")
    else:
        values = re.split(r"\s*;\s*|\s*,\s+(?!The\b)", cell)
    return [text for value in values if (text := str(value).strip(" '\""))]


def date(cell: str) -> str:
    """A date as we write it, a year with its month where that is told; ``""`` where there is none."""
    if match := _DAY.search(cell):
        return f"{match['year'] or match['y']}-{int(match['month'] or match['m']):02d}"
    year = _YEAR.search(cell)
    return year.group() if year else ""


def states(names: Iterable[str]) -> list[str]:
    """The codes of states by their names, each once; a name that is no state's is left out."""
    return list(dict.fromkeys(code for name in names if (code := _codes().get(fold(name)))))


@remembered
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("states"):
        for name in (row["iso3166"], row["name"], row["official"], *several(row["aliases"])):
            if name:
                found.setdefault(fold(name), row["iso3166"])
    return found


def kinds(words: str) -> str:
    """What kinds of incident some words tell of, as our tables name them."""
    told = fold(words)
    found = [
        row["kind"]
        for row in table("import_kinds")
        if any(f" {word} " in f" {told} " for word in several(row["words"]))
    ]
    return "; ".join(dict.fromkeys(found))
