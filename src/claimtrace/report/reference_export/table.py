"""The entries as a table for spreadsheets, a row for each, with the words that they were read from."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrace.model.reference import Author
from claimtrace.report.reference_export.items import Item
from claimtrace.report.spreadsheet import spreadsheet

HEADER = (
    "paper", "page", "label", "key", "type", "authors", "et_al", "year", "suffix", "title", "container", "publisher",
    "volume", "issue", "first_page", "last_page", "doi", "arxiv", "url", "entry",
)  # fmt: skip


def table(items: Sequence[Item]) -> str:
    """The entries as CSV text, unknown cells empty; the year of a work that says it has none is "n.d."."""
    return spreadsheet(HEADER, (_row(item) for item in items))


def _row(item: Item) -> tuple[object, ...]:
    reference = item.reference
    return (
        item.paper,
        reference.page,
        reference.label,
        item.key,
        reference.type,
        "; ".join(_name(author) for author in reference.authors if author.name),
        "yes" if reference.authors_elided else None,
        reference.year or ("n.d." if reference.undated else None),
        reference.suffix,
        reference.title,
        reference.container,
        reference.publisher,
        reference.volume,
        reference.issue,
        reference.first_page,
        reference.last_page,
        reference.doi,
        reference.arxiv,
        reference.url,
        reference.raw,
    )


def _name(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.family and author.given else author.name
