"""RIS, written by rispy; for EndNote, Mendeley, Zotero and the databases of libraries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import rispy

from claimtrace.model.reference import Author
from claimtrace.report.reference_export.items import Item

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "thesis": "THES",
    "paper-conference": "CPAPER",
    "preprint": "UNPB",
    "webpage": "ELEC",
    "news": "NEWS",
    "dataset": "DATA",
    "software": "COMP",
}
_LAWS = {"case": "CASE", "treaty": "STAT", "legislation": "STAT"}


class _Unnumbered(rispy.RisWriter):  # type: ignore[misc]
    """Writes no number above a record; not every program skips it."""

    def set_header(self, count: int) -> str:
        return ""


def ris(items: Sequence[Item]) -> str:
    """The entries as RIS records; what is unknown is left out."""
    return str(rispy.dumps([_record(item) for item in items], implementation=_Unnumbered))


def _record(item: Item) -> dict[str, Any]:
    """A record by rispy's names; the tags stand in comments."""
    reference = item.reference
    first, last = item.pages
    record = {
        "type_of_reference": _LAWS[item.law] if reference.type == "legal" else _TYPES.get(reference.type or "", "GEN"),
        "id": item.key,
        "authors": [_name(author) for author in reference.authors if author.name],  # AU
        "year": str(reference.year or ""),  # PY
        "title": reference.title,  # TI
        "secondary_title": item.container or item.series,  # T2
        "publisher": reference.publisher,
        "volume": reference.volume,
        "number": reference.issue,  # IS
        "start_page": first,
        "end_page": last,
        "accession_number": f"arXiv:{reference.arxiv}" if reference.arxiv else None,
        "doi": reference.doi,
        "urls": [reference.url] if reference.url else None,
        "notes": [item.note] if item.note else None,
    }
    return {name: value for name, value in record.items() if value}


def _name(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family and author.given else author.name
