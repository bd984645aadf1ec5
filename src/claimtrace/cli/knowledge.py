"""``claimtrace knowledge``: what the tool knows of the world, and packs of the user's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from claimtrace.cli.console import out
from claimtrace.model.errors import KnowledgeError, UnknownNameError

_KINDS = {"states": "state", "organizations": "organisation", "incidents": "incident", "agreements": "agreement"}
_MANY = 20  # aliases that are shown
_FEW = 5  # names that are given as examples

knowledge = typer.Typer(
    no_args_is_help=True,
    help="Show what is known of states, incidents, agreements and organisations, and add packs of your own.",
)


@knowledge.command()
def show(name: Annotated[str, typer.Argument(metavar="NAME", help="A name or an alias, in any case.")]) -> None:
    """Show the records that go by a name, with their sources."""
    found = [(kind, row) for kind, row in _rows() if name.casefold() in map(str.casefold, _names(row))]
    if not found:
        raise UnknownNameError(f"nothing is known by the name {name}; `claimtrace knowledge search WORDS` looks for it")
    for kind, row in found:
        out.print(Text(row["name"], style="bold"), Text(f"  ({kind})"))
        for column, value in row.items():
            if value and column != "name":
                out.print(f"  {column}: {_shortened(value)}")
        out.print()


@knowledge.command()
def search(words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words of a name.")]) -> None:
    """List the records whose names hold all of these words."""
    wanted = [word.casefold() for word in words]
    table = Table("Name", "Kind", "When", "Source", box=box.SIMPLE_HEAD, pad_edge=False)
    count = 0
    for kind, row in _rows():
        if any(all(word in name.casefold() for word in wanted) for name in _names(row)):
            count += 1
            table.add_row(row["name"], kind, row.get("start") or row.get("adopted") or "", row["source"])
    if not count:
        raise UnknownNameError(f"no name holds {' '.join(words)}; fewer words find more")
    out.print(table)


@knowledge.command()
def add(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder with tables of records.")]) -> None:
    """Add a pack: its records are used in every audit whose pipeline does not name its packs."""
    from claimtrace.knowledge.packs import add_pack

    pack = add_pack(folder)
    out.print(f"Added {pack.name} ({_counts(pack.folder)}); audits record it as {pack.digest}")
    out.print(f"To remove it, delete {pack.folder}", soft_wrap=True)


@knowledge.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file of EuRepoC, CFR's tracker, DCID or MISP galaxy.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Where the pack goes, by default FILE's name.")
    ] = None,
) -> None:
    """Make a pack of incident data as its project publishes it; look it through, then add it."""
    from claimtrace.knowledge.imports import import_file

    folder = output or Path(file.stem)
    made = import_file(file, folder)
    out.print(f"{made.layout}: {made.records} records in {folder}", soft_wrap=True)
    if made.unknown:
        more = f" and {len(made.unknown) - _FEW} more" if len(made.unknown) > _FEW else ""
        out.print(f"Left out, for no state has this name: {', '.join(made.unknown[:_FEW])}{more}", soft_wrap=True)
    out.print(f"Look them through, then: claimtrace knowledge add {folder}", soft_wrap=True)


def _rows() -> Iterator[tuple[str, dict[str, str]]]:
    """All records, those of added packs too, with what they are."""
    from claimtrace.knowledge.packs import added_packs
    from claimtrace.knowledge.tables import table, using

    with using([pack.folder for pack in added_packs()]):
        for name, kind in _KINDS.items():
            for row in table(name):
                yield kind, row


def _names(row: dict[str, str]) -> list[str]:
    from claimtrace.knowledge.tables import several

    columns = ("name", "official", "aliases", "demonyms", "metonyms", "capital", "iso3166")
    return [name for column in columns for name in several(row.get(column, ""))]


def _shortened(value: str) -> str:
    from claimtrace.knowledge.tables import several

    parts = several(value)
    return value if len(parts) <= _MANY else f"{'; '.join(parts[:_MANY])}; and {len(parts) - _MANY} more"


def _counts(folder: Path) -> str:
    from claimtrace.knowledge.tables import pack_table

    paths = [path for name in _KINDS if (path := folder / f"{name}.tsv").is_file()]
    if not paths:
        raise KnowledgeError(f"{folder}: holds no table")
    counts = [(len(pack_table(path)), path.stem) for path in paths]
    return ", ".join(f"{count} {kind if count != 1 else kind.removesuffix('s')}" for count, kind in counts)
