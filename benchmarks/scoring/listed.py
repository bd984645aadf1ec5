"""Gold that knows a paper's references and citations only, as JSON: what of it an audit found.

``NAME.json`` (``NAME.pdf`` beside it or in ``../pdf``) holds ``references``, each with an ``id`` and with those of its
fields that are known, and ``citations``, one row for each pointer to one reference, some with a ``locator``. A field
that the gold leaves out is not judged. The gold knows no places: pointers to one entry are counted.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from scoring.likeness import paired, plain
from scoring.tally import Tally, tally_of_counts

Row = Mapping[str, Any]
FIELDS = ("first_author", "year", "title", "container", "volume", "issue", "first_page", "doi")
_LEAST = {"title": 90, "container": 85}  # likeness, of 100; the others must be equal
_SAME_ENTRY = 75
_PAGE = re.compile(r"[0-9ivxlc]+")


def listed_papers(folder: Path) -> Iterator[tuple[Path, Row]]:
    """The PDF and the gold of each paper of a folder."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        beside = path.with_suffix(".pdf")
        paper = beside if beside.exists() else folder.parent / "pdf" / beside.name
        if "references" in gold and paper.exists():
            yield paper, gold


def listed_scores(audit: Row, gold: Row) -> dict[str, Tally]:
    """Entries found, their fields, the pointers to each and the places that these name."""
    given, wanted = audit["references"], gold["references"]
    pairs = [(given[g], wanted[w]) for g, w in paired(given, wanted, _likeness)]
    scores = {"references": _entries(given, wanted, pairs)}
    for name in FIELDS:
        tally = Tally()
        for entry, row in pairs:
            if row.get(name) not in (None, ""):
                value = _field(entry, name)
                tally.judge(entry["raw"][:70], value, row[name], _same(name, value, row))
        scores[f"references: {name}"] = tally
    if "citations" in gold:
        keys = {entry["id"]: row["id"] for entry, row in pairs}
        scores |= _pointers(audit["citations"], gold["citations"], keys)
    return scores


def _entries(given: list[Row], wanted: list[Row], pairs: list[tuple[Row, Row]]) -> Tally:
    found, met = {entry["id"] for entry, _ in pairs}, {row["id"] for _, row in pairs}
    return Tally(
        len(pairs),
        [entry["raw"][:70] for entry in given if entry["id"] not in found],
        [str(row.get("title") or row.get("raw"))[:70] for row in wanted if row["id"] not in met],
    )


def _likeness(entry: Row, row: Row) -> float:
    """How surely an entry is the one meant, to 100; 0 where it is another."""
    if row.get("doi") and plain(row["doi"]) == plain(entry.get("doi")):
        return 100.0
    raw, title = _letters(entry["raw"]), _letters(row.get("title"))
    if title:
        within = fuzz.partial_ratio(title, raw) - 3 if len(raw) >= len(title) else 0.0
        score = max(fuzz.ratio(title, _letters(entry.get("title"))), within)
        author = _letters(row.get("first_author"))
        score -= 15 * bool(author and author not in raw)
        score -= 10 * bool(row.get("year") and str(row["year"])[:4] not in (str(entry.get("year")), ""))
    else:
        score = fuzz.ratio(_letters(row.get("raw")), raw)
    return score if score >= _SAME_ENTRY else 0.0


def _field(entry: Row, name: str) -> Any:
    if name != "first_author":
        return entry.get(name)
    first: Row = next(iter(entry.get("authors") or []), {})
    return first.get("family") or first.get("literal")


def _same(name: str, value: object, row: Row) -> bool:
    wanted = str(row[name])
    if name == "year":
        return str(value or "")[:4] == wanted[:4]
    a, b = _letters(value), _letters(wanted)
    return a == b or bool(a and name in _LEAST and fuzz.ratio(a, b) >= _LEAST[name])


def _pointers(given: list[Row], wanted: list[Row], keys: Mapping[str, str]) -> dict[str, Tally]:
    """Pointers by their entry; of those that carry a place in the gold, the ones whose first page is there too."""
    targets = [(keys.get(row["reference"], ""), _page(row.get("locator"))) for row in given]
    rows = [(row["reference"] or "", _page(row.get("locator"))) for row in wanted]
    places = Counter(row for row in rows if row[1])
    found = places & Counter(targets)
    missed = [" p. ".join(row) for row in (places - found).elements()]
    return {
        "citations": tally_of_counts([key for key, _ in targets], [key for key, _ in rows]),
        "citations: locators": Tally(found.total(), [], missed),
    }


def _page(locator: object) -> str:
    first = locator.get("first") if isinstance(locator, Mapping) else locator
    match = _PAGE.search(str(first or ""))
    return match.group() if match else ""


def _letters(text: object) -> str:
    """Letters and digits alone, parted by single spaces."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))
