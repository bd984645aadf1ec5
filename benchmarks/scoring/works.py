"""References, citations and quotations: entries found, their fields, and where the citations point."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from scoring.likeness import ALIKE, holds, paired, plain, runs_from_to, same
from scoring.tally import Tally, tally_of_counts, tally_of_pairs

Row = Mapping[str, Any]
FIELDS = ("first_author", "year", "title", "type", "container", "volume", "issue", "first_page", "doi")
_EXACT = ("year", "type", "volume", "issue", "first_page", "doi")
_TYPES = {"web": "webpage"}  # what the gold calls otherwise than an audit does
_LOCATOR = re.compile(r"(?:(?P<label>[a-z]+)\.?\s*)?(?P<first>[^-]+)(?:-(?P<last>.+))?")


def entries_by_key(audit: Row, gold: Row) -> dict[str, str]:
    """The key in the gold of each entry of an audit that is one, by the entry's id."""
    given, wanted = audit["references"], gold["references"]
    return {given[g]["id"]: wanted[w]["key"] for g, w in paired(given, wanted, _same_entry)}


def _same_entry(entry: Row, wanted: Row) -> float:
    """How surely an entry is the one meant; one that swallowed another is the less sure the longer it is."""
    raw = plain(entry["raw"])
    title = fuzz.partial_ratio(plain(wanted["title"]), raw)
    author, year = holds(raw, wanted["first_author"]), str(wanted["year"]) in raw
    if title < ALIKE or not (author or year):
        return 0.0
    return title + 20 * author + 20 * year - len(raw) / 1000


def reference_scores(audit: Row, gold: Row, keys: Mapping[str, str]) -> dict[str, Tally]:
    """Entries found, and for those that are found each field that the gold or the audit gives."""
    found = set(keys.values())
    entries = Tally(
        right=len(found),
        wrong=[entry["raw"][:70] for entry in audit["references"] if entry["id"] not in keys],
        missed=[f"{w['first_author']} {w['year']}" for w in gold["references"] if w["key"] not in found],
    )
    scores = {"references": entries, **{f"references: {name}": Tally() for name in FIELDS}}
    wanted = {row["key"]: row for row in gold["references"]}
    for entry in audit["references"]:
        if entry["id"] in keys:
            target = wanted[keys[entry["id"]]]
            for name in FIELDS:
                given, want = _field(entry, name), target.get(name)
                alike = _same_author(entry, want) if name == "first_author" else _same_field(name, given, want)
                scores[f"references: {name}"].judge(target["key"], given, want, alike)
    return scores


def _field(entry: Row, name: str) -> Any:
    if name != "first_author":
        return entry.get(name)
    first: Row = next(iter(entry.get("authors") or []), {})
    return first.get("family") or first.get("literal")


def _same_author(entry: Row, wanted: object) -> bool:
    """A particle may count as the given name's end, as lists that sort by "Broeck, Ann van den" print it."""
    first: Row = next(iter(entry.get("authors") or []), {})
    particle = re.search(r"(?: [a-z]+)*$", f" {first.get('given') or ''}")
    name = str(_field(entry, "first_author") or "")
    return same(name, wanted) or (particle is not None and same(f"{particle.group().strip()} {name}", wanted))


def _same_field(name: str, given: object, wanted: object) -> bool:
    if name == "type":
        wanted = _TYPES.get(str(wanted), wanted)
    return plain(given) == plain(wanted) if name in _EXACT else same(given, wanted)


def citation_scores(audit: Row, gold: Row, keys: Mapping[str, str]) -> dict[str, Tally]:
    """Citations with their page and entry; the same with the place in the work, and with the form, that they give."""
    given = [((row["page"], _target(row, keys)), row) for row in audit["citations"]]
    wanted = [((row["page"], row["reference"]), row) for row in gold["citations"]]
    return {
        "citations": tally_of_counts([key for key, _ in given], [key for key, _ in wanted]),
        "citations: locators": tally_of_counts(
            [(*key, place) for key, row in given if (place := _locator(row))],
            [(*key, place) for key, row in wanted if (place := _parsed(row["locator"]))],
        ),
        "citations: forms": tally_of_counts(
            [(*key, row["form"]) for key, row in given], [(*key, row["form"]) for key, row in wanted]
        ),
    }


def _target(citation: Row, keys: Mapping[str, str]) -> str:
    """The key of the entry that a citation points to: "" for none, as in the gold."""
    if citation["reference"] is None:
        return ""
    return keys.get(citation["reference"], f"an entry that is none ({citation['text'][:30]})")


def _locator(citation: Row) -> str:
    """The place that a citation names in its work, "page 45-47"; "" for none."""
    locator = citation.get("locator")
    if not locator:
        return ""
    return _place(locator["label"], locator["first"], locator.get("last") or locator["first"])


def _parsed(printed: str) -> str:
    """The same, from a locator as the gold writes it: "45", "45-47", "para. 13"."""
    match = _LOCATOR.fullmatch(plain(printed))
    if not match:
        return ""
    return _place(match["label"] or "page", match["first"], match["last"] or match["first"])


def _place(label: str, first: str, last: str) -> str:
    ends = plain(first) if plain(first) == plain(last) else f"{plain(first)}-{plain(last)}"
    return f"{plain(label)[:4]} {ends}"


def quotation_scores(audit: Row, gold: Row, keys: Mapping[str, str]) -> dict[str, Tally]:
    """Quotations found with their whole extent, and the citation of those found.

    The gold marks what is quoted from a work; quoted words of its faults and traps are neither right nor wrong.
    """
    marked = [(row["page"], row["quote"]) for row in (*gold["findings"], *gold["not_findings"]) if "quote" in row]
    text = audit["text"]
    wanted = gold["quotations"]
    given = [
        quotation
        for quotation in audit["quotations"]
        if any(_same_quotation(quotation, row) for row in wanted)
        or not any(quotation["page"] == page and holds(_sentence(text, quotation), quote) for page, quote in marked)
    ]
    pairs = paired(given, wanted, _same_quotation)
    citations = {row["id"]: row for row in audit["citations"]}
    sources = Tally()
    for g, w in pairs:
        cited = citations.get(given[g]["citation"])
        one = (_target(cited, keys), _locator(cited)) if cited else None
        other = (wanted[w]["reference"], _parsed(wanted[w]["locator"])) if wanted[w]["reference"] else None
        sources.judge(f"p. {wanted[w]['page']} {wanted[w]['begins'][:40]}", one, other, one == other)
    return {
        "quotations": tally_of_pairs(pairs, [q["text"] for q in given], [w["begins"] for w in wanted]),
        "quotations: sources": sources,
    }


def _sentence(text: str, quotation: Row) -> str:
    """A quotation with the words that lead to it."""
    start, end = quotation["span"]
    return text[max(0, start - 160) : end]


def _same_quotation(quotation: Row, wanted: Row) -> float:
    alike = runs_from_to(quotation["text"], wanted["begins"], wanted["ends"], margin=12)
    return float(quotation["page"] == wanted["page"] and alike)
