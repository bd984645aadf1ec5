"""CSL-JSON: the format of the Citation Style Language, which Zotero, pandoc and most others read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from claimtrace.model.reference import Author
from claimtrace.report.reference_export.items import Item

_TYPES = {
    "article": "article-journal",
    "preprint": "article",
    "news": "article-newspaper",
    **{
        name: name
        for name in ("book", "chapter", "report", "thesis", "paper-conference", "webpage", "dataset", "software")
    },
}
_LAWS = {"case": "legal_case", "treaty": "treaty", "legislation": "legislation"}


def csl_json(items: Sequence[Item]) -> str:
    """The entries as a CSL-JSON array; what is unknown is left out."""
    return json.dumps([_entry(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def _entry(item: Item) -> dict[str, Any]:
    reference = item.reference
    entry = {
        "id": item.key,
        "type": _LAWS[item.law] if reference.type == "legal" else _TYPES.get(reference.type or "", "document"),
        "author": [_name(author) for author in reference.authors if author.name],
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "title": reference.title,
        "container-title": item.container,
        "collection-title": item.series,
        "publisher": reference.publisher,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": "-".join(filter(None, item.pages)),
        "number": f"arXiv:{reference.arxiv}" if reference.arxiv else None,
        "DOI": reference.doi,
        "URL": reference.url,
        "note": item.note,
    }
    return {name: value for name, value in entry.items() if value}


def _name(author: Author) -> dict[str, str]:
    if author.family is None:
        return {"literal": author.name}
    return {"family": author.family, **({"given": author.given} if author.given else {})}
