"""What an audit says in one place holds in all others: ids, spans, pages, links in both directions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from small_audits import NAMES, audit, data

from claimtrace.check import CHECKS
from claimtrace.check.not_built import NOT_BUILT

ID = re.compile(r"(section|table|reference|citation|quotation|claim|entity|duplicate|finding)-[0-9a-f]{12}")
Json = dict[str, Any]


def leaves(node: object, key: str = "") -> Iterator[tuple[str, object]]:
    """All values of an audit with the names of their fields."""
    if isinstance(node, dict):
        for name, child in node.items():
            yield from leaves(child, name)
    elif isinstance(node, list):
        for child in node:
            yield from leaves(child, key)
    else:
        yield key, node


def rows(audit_data: Json) -> Iterator[tuple[str, Json]]:
    """All rows of all parts, each with the name of its part."""
    for part, found in audit_data.items():
        if isinstance(found, list):
            yield from ((part, row) for row in found)


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_one_row_and_every_row_that_is_named_exists(name: str) -> None:
    found = data(name)
    own = Counter(row["id"] for _, row in rows(found) if "id" in row)
    named = {value for key, value in leaves(found) if key != "id" and isinstance(value, str) and ID.fullmatch(value)}
    assert [identity for identity, times in own.items() if times > 1] == []
    assert named <= set(own)
    assert {row["paper"] for duplicate in found["duplicates"] for row in duplicate["passages"]} <= {
        found["paper"]["id"]
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_unknown_is_null_or_absent(name: str) -> None:
    counts = {"checked", "abstained", "value"}  # nothing was looked at, "0 per cent": that is known
    places = {"rows", "columns", "span", "spans", "boxes"}
    bad = [(key, value) for key, value in leaves(data(name)) if key not in counts | places and value in ("", 0)]
    assert [item for item in bad if item[1] is not False] == []


@pytest.mark.parametrize("name", NAMES)
def test_spans_hold_the_words_that_the_rows_give(name: str) -> None:
    found = data(name)
    text = found["text"]
    mentions = [mention for entity in found["entities"] for mention in entity["mentions"]]
    passages = [passage for duplicate in found["duplicates"] for passage in duplicate["passages"]]
    placed = [
        *((row["text"], row) for part in ("citations", "quotations", "claims") for row in found[part]),
        *((row["raw"], row) for row in found["references"]),
        *((row["text"], row) for row in (*mentions, *passages)),
    ]
    for words, row in placed:
        start, end = row["span"]
        assert one_line(text[start:end]) == one_line(words)
    for _, row in rows(found):
        start, end = row.get("span") or (0, 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("name", NAMES)
def test_boxes_stand_on_the_page_that_the_row_gives(name: str) -> None:
    found = data(name)
    sizes = {page.number: (page.width, page.height) for page in audit(name).paper.document.pages}
    for part in ("references", "citations", "findings"):
        for row in found[part]:
            if not row["boxes"]:
                assert row.get("span") is None
                continue
            assert row["boxes"][0][0] == row["page"]
            for page, x0, top, x1, bottom in row["boxes"]:
                width, height = sizes[page]
                assert 0 <= x0 < x1 <= width
                assert 0 <= top < bottom <= height


@pytest.mark.parametrize("name", NAMES)
def test_links_hold_in_both_directions(name: str) -> None:
    found = data(name)
    claims = {row["id"]: row for row in found["claims"]}
    quotations = {row["id"]: row for row in found["quotations"]}
    for citation in found["citations"]:
        if citation["claim"]:
            assert citation["id"] in claims[citation["claim"]]["citations"]
        if citation["quotation"]:
            assert quotations[citation["quotation"]]["citation"] == citation["id"]
        if citation["reference"] and citation["candidates"]:
            assert citation["reference"] in [candidate["reference"] for candidate in citation["candidates"]]
    spoken_for = {identity for claim in found["claims"] for identity in claim["citations"]}
    assert {citation["id"] for citation in found["citations"] if citation["claim"]} == spoken_for


@pytest.mark.parametrize("name", NAMES)
def test_coverage_has_one_row_for_every_check_there_is(name: str) -> None:
    found = data(name)
    checks = [row["check"] for row in found["coverage"]]
    assert checks == [*(check.name for check in CHECKS), *(missing for missing, _, _ in NOT_BUILT)]
    ran = {row["check"] for row in found["coverage"] if row["state"] != "skipped"}
    assert ran <= set(found["generator"]["settings"]["checks"])
    assert {finding["check"] for finding in found["findings"]} <= ran


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_rectangles(name: str) -> None:
    for table in data(name)["tables"]:
        assert {len(row) for row in table["rows"]} <= {len(table["columns"])}
