"""Reference lists for other programs: CSL-JSON, BibTeX, RIS, CSV; the same lists give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimtrace.model.reference import Reference
from claimtrace.report.reference_export.bibtex import bibtex
from claimtrace.report.reference_export.csl_json import csl_json
from claimtrace.report.reference_export.items import Item, items
from claimtrace.report.reference_export.ris import ris
from claimtrace.report.reference_export.table import table

WRITERS: dict[str, Callable[[Sequence[Item]], str]] = {
    "csl-json": csl_json,
    "bibtex": bibtex,
    "ris": ris,
    "csv": table,
}


def export(lists: Iterable[tuple[str, Sequence[Reference]]], form: str) -> bytes:
    """The entries of reference lists in a form that reference managers read.

    Args:
        lists: the name of each paper and its entries.
        form: one of the names in ``WRITERS``.

    Returns:
        The file's bytes, in UTF-8; the keys of the entries are unique in it.
    """
    return WRITERS[form](items(lists)).encode()
