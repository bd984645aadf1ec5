"""What an importer is, and how the words of other projects become ours."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimtrace.knowledge.tables import Row, remembered, several, table
from claimtrace.text.fold import fold

Cells = Mapping[str, str]
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"\b(?P<y>(?:1[89]|20)\d\d)-(?P<m>0[1-9]|1[0-2])\b",  # 2031-03-04
        r"\b(?P<m>\d{1,2})/(?P<other>\d{1,2})/(?P<y>(?:1[89]|20)\d\d)\b",  # 3/4/2031, also 31/3/2031
        r"\b\d{1,2}\.(?P<m>\d{1,2})\.(?P<y>(?:1[89]|20)\d\d)\b",  # 4.3.2031
        rf"\b(?i:(?P<name>{'|'.join(_MONTHS)}))[a-z]*\.?,?\s+(?:\d{{1,2}},?\s+)?(?P<y>(?:1[89]|20)\d\d)\b",
        r"\b(?P<y>(?:1[89]|20)\d\d)\b",
    )
)
NOBODY = frozenset(("not available", "unknown", "not attributed", "none", ""))
"""What stands in a cell that names nobody."""
_TURNED = re.compile(r"(?P<name>[^,(]+?)(?:,\s*|\s*\()(?P<kind>[^()]*\bof(?: the)?)\)?")
_IN_TURN = r"(?!(?:[\w'’ ]+ )?(?:Republic|State|States|Kingdom|Federation) of\b|The\b)"


@dataclass(frozen=True, slots=True)
class Source:
    """A table of a file: its columns and its rows, each as column to text."""

    columns: tuple[str, ...]
    rows: Sequence[Cells]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a project publishes its data: the columns that are needed, and what becomes of its rows.

    ``states`` are the columns that name states in words.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    advice: str
    records: Callable[[Sequence[Cells]], list[Row]]
    states: tuple[str, ...] = ()


def parts(cell: str) -> list[str]:
    """The values of a cell that holds a list, also one of lists: "['a', 'b']", "a; b" or "a, b"."""
    if cell.startswith("["):
        try:
            values: Sequence[object] = list(_flat(ast.literal_eval(cell)))
        except (ValueError, SyntaxError):
            values = cell.strip("[]").split(",")
    else:
        values = re.split(rf"\s*;\s*|\s*,\s+{_IN_TURN}", cell)
    return [text for value in values if (text := str(value).strip(" '\""))]


def _flat(values: Iterable[object]) -> Iterator[object]:
    for value in values:
        if isinstance(value, list | tuple | set):
            yield from _flat(value)
        else:
            yield value


def date(cell: str) -> str:
    """The first of the dates in a cell as we write it, a year with its month where that is told; ``""`` for none."""
    return min(_dates(cell), default="")


def last_date(cell: str) -> str:
    """The last of the dates in a cell: of a range its end."""
    return max(_dates(cell), default="")


def _dates(cell: str) -> Iterator[str]:
    """The dates in a cell, each in the first form that fits it."""
    for form in _FORMS:
        for found in form.finditer(cell):
            told = found.groupdict()
            month = _MONTHS.index(told["name"].casefold()) + 1 if told.get("name") else int(told.get("m") or 0)
            if month > len(_MONTHS):
                month = int(told.get("other") or 0)
            yield f"{told['y']}-{month:02d}" if 0 < month <= len(_MONTHS) else told["y"]
        cell = form.sub(" ", cell)


def states(names: Iterable[str]) -> list[str]:
    """The codes of states by their names, each once; "Korea, Republic of" is turned round, "China and Iran" parted.

    A name that is no state's is left out.
    """
    return list(dict.fromkeys(code for name in names for code in _named(name)))


def unknown_states(layout: Layout, rows: Sequence[Cells]) -> list[str]:
    """The names in a layout's columns of states that are no state's, each once, in order."""
    names = (name for row in rows for column in layout.states for name in parts(row.get(column, "")))
    return [name for name in dict.fromkeys(names) if not _named(name) and name.casefold() not in NOBODY]


def _named(name: str) -> list[str]:
    turned = _TURNED.fullmatch(name)
    whole = [name, f"{turned['kind']} {turned['name']}"] if turned else [name]
    for form in whole:
        if code := _codes().get(fold(form)):
            return [code]
    return [code for part in re.split(r"\s+(?:and|&)\s+|\s*/\s*", name) if (code := _codes().get(fold(part)))]


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
