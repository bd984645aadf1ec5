"""Sections, tables, passages that stand twice, events: what the paper is made of and speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import zip_longest
from typing import Any

from scoring.likeness import holds, paired, plain, same, share_between
from scoring.tally import Tally, tally_of_pairs

Row = Mapping[str, Any]
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*|[ivx]+|[a-h])[.)]?\s+(?=\S)")


def section_scores(audit: Row, gold: Row) -> dict[str, Tally]:
    """Titles of sections in their order, without their numbers; the gold does not count an abstract as one."""
    given = [_NUMBER.sub("", plain(section["title"])) for section in audit["sections"]]
    given = [title for title in given if title != "abstract"]
    wanted = [plain(title) for title in gold["sections"]]
    blocks = SequenceMatcher(None, given, wanted, autojunk=False).get_matching_blocks()
    pairs = [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]
    return {"sections": tally_of_pairs(pairs, given, wanted)}


def table_scores(audit: Row, gold: Row) -> dict[str, Tally]:
    """Tables with label, caption and pages; cells of those that are found, head row included."""
    given, wanted = audit["tables"], gold["tables"]
    pairs = paired(given, wanted, _same_table)
    cells = Tally()
    for g, w in pairs:
        rows = zip_longest(_rows(given[g]), _rows(wanted[w]), fillvalue=())
        for at, (row, target) in enumerate(rows):
            for cell, want in zip_longest(row, target):
                what = f"{wanted[w]['label']}, row {at}"
                cells.judge(what, cell or None, want or None, bool(cell and want) and _same_cell(cell, want))
    names = [[f"{table.get('label')}: {table.get('caption')}" for table in tables] for tables in (given, wanted)]
    return {"tables": tally_of_pairs(pairs, *names), "tables: cells": cells}


def _same_table(table: Row, wanted: Row) -> float:
    label, caption = same(table.get("label"), wanted["label"]), same(table.get("caption"), wanted["caption"])
    return float(label and caption and table["pages"] == wanted["pages"])


def _rows(table: Row) -> list[list[str]]:
    return [list(table["columns"]), *(list(row) for row in table["rows"])]


def _same_cell(cell: str, wanted: str) -> bool:
    """The gold leaves callouts out of cells, an audit may keep them."""
    return same(cell, wanted) or same(re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", cell), wanted)


def duplicate_scores(audit: Row, gold: Row) -> dict[str, Tally]:
    """Passages that stand twice; of those found, which begin and end where they should in both places.

    The gold marks what was copied; what is quoted twice is neither right nor wrong.
    """
    wanted = gold["duplicates"]
    given = [
        row
        for row in audit["duplicates"]
        if not _quoted(row, audit["quotations"]) or any(_same_duplicate(row, want) for want in wanted)
    ]
    pairs = paired(given, wanted, _same_duplicate)
    extent = Tally()
    for g, w in pairs:
        begins = wanted[w]["passages"][1]["begins"]
        extent.judge(
            "extent", f"{given[g]['passages'][1]['text'][:60]}", begins, _same_duplicate(given[g], wanted[w]) > 1
        )
    shown = [row["passages"][1]["text"] for row in given], [row["passages"][1]["begins"] for row in wanted]
    return {"duplicates": tally_of_pairs(pairs, *shown), "duplicates: extent": extent}


def _quoted(duplicate: Row, quotations: Sequence[Row]) -> bool:
    """Whether one of the two passages is for the most part a quotation."""
    for passage in duplicate["passages"]:
        start, end = passage["span"]
        shared = sum(max(0, min(end, row["span"][1]) - max(start, row["span"][0])) for row in quotations)
        if shared > (end - start) / 2:
            return True
    return False


def _same_duplicate(duplicate: Row, wanted: Row) -> float:
    """1 where each passage shows the copied one in at least its half, 2 where it shows little else."""
    one, two = duplicate["passages"]
    orders = (wanted["passages"], wanted["passages"][::-1])
    return max(min(_shows(one, a), _shows(two, b)) for a, b in orders)


def _shows(passage: Row, wanted: Row) -> float:
    if (passage["page"], passage["end_page"]) != (wanted["page"], wanted["end_page"]):
        return 0.0
    share = share_between(passage["text"], wanted["begins"], wanted["ends"])
    return 2.0 if share >= 0.9 else 1.0 if share >= 0.5 else 0.0


def event_scores(audit: Row, gold: Row) -> dict[str, Tally]:
    """Incidents and agreements with their year, and the states behind those or party to them.

    The gold names the events that matter to the paper, not all that it mentions: more of them are not wrong.
    """
    events, states = Tally(), Tally()
    entities = [entity for entity in audit["entities"] if entity["type"] in ("incident", "agreement")]
    names = {entity["id"]: entity["name"] for entity in audit["entities"] if entity["type"] == "state"}
    pairs = {w: g for g, w in paired(entities, gold["events"], _same_event)}
    for at, event in enumerate(gold["events"]):
        if at not in pairs:
            events.missed.append(f"{event['name']} {event['year']}")
            states.missed.extend(f"{event['name']}: {state}" for state in event["states"])
            continue
        events.right += 1
        given = _states_of(entities[pairs[at]], audit["relations"], names)
        matched = paired(given, event["states"], lambda one, other: float(holds(one, other)))
        states.add(
            tally_of_pairs(
                matched, *([f"{event['name']}: {state}" for state in side] for side in (given, event["states"]))
            )
        )
    return {"events": events, "events: states": states}


def _same_event(entity: Row, event: Row) -> float:
    """How well the names fit; one that the knowledge base knows goes by all of its names there."""
    named = {entity["name"], *(mention["text"] for mention in entity["mentions"])}
    named |= set(_known_names().get((entity["type"], entity.get("identifiers", {}).get("record")), ()))
    years = {entity.get("year"), *(mention.get("year") for mention in entity["mentions"])}
    known = entity["type"] == event["type"] and event["year"] in years
    return max(float(same(name, event["name"])) + float(holds(name, event["name"])) for name in named) if known else 0.0


@cache
def _known_names() -> dict[tuple[str, str | None], tuple[str, ...]]:
    from claimtrace.knowledge.records import records

    return {(str(record.type), record.name): record.phrases for record in records()}


def _states_of(entity: Row, relations: list[Row], names: Mapping[str, str]) -> list[str]:
    """The states to which an incident is attributed, or that are party to an agreement, as relations say."""
    said = [r for r in relations if r.get("certainty") != "denied"]
    found = [r["tail"] for r in said if r["type"] == "attributed-to" and r["head"] == entity["id"]]
    found += [r["head"] for r in said if r["type"] == "party-to" and r["tail"] == entity["id"]]
    return [names[identity] for identity in dict.fromkeys(found) if identity in names]
