"""Every record of the knowledge base is well-formed: a slip in a table is a false alarm against an author."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files

import pytest

import claimtrace.knowledge
from claimtrace.knowledge.tables import several, table

_TABLES = sorted(
    path.name.removesuffix(".tsv") for path in files(claimtrace.knowledge).iterdir() if path.name.endswith(".tsv")
)
_NAMED = ["states", "organizations", "incidents", "agreements"]
_FORMER_STATES = {"SU", "YU", "CS", "DD"}
_DATE = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_INCIDENT_KINDS = frozenset(
    several(
        "espionage; sabotage; ransomware; ddos; influence; leak; theft; wiper; defacement; disclosure; worm; conflict; "
        "disaster; disruption; health; space; political"
    )
)


@pytest.mark.parametrize("name", _TABLES)
def test_a_table_loads_and_says_what_it_holds(name: str) -> None:
    assert table(name)
    first = (files(claimtrace.knowledge) / f"{name}.tsv").read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith("# ")


@pytest.mark.parametrize("name", _TABLES)
def test_no_record_stands_twice_or_has_stray_space(name: str) -> None:
    seen: set[tuple[str, ...]] = set()
    for row in table(name):
        fields = tuple(row.values())
        assert fields not in seen
        assert all("  " not in field for field in fields), fields
        seen.add(fields)


@pytest.mark.parametrize("name", _NAMED)
def test_names_are_there_unique_and_sourced(name: str) -> None:
    rows = table(name)
    names = [row["name"].casefold() for row in rows]
    assert all(names)
    assert len(set(names)) == len(names)
    assert [row["name"] for row in rows if not row["source"]] == []


@pytest.mark.parametrize("name", _NAMED)
def test_no_phrase_leads_to_two_records(name: str) -> None:
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for row in table(name):
        for phrase in (row["name"], *several(row["aliases"])):
            holders[phrase].add(row["name"])
    assert {phrase: held for phrase, held in holders.items() if len(held) > 1} == {}


@pytest.mark.parametrize("name", _NAMED)
def test_phrases_stand_as_papers_write_them(name: str) -> None:
    phrases = [phrase for row in table(name) for phrase in (row["name"], *several(row["aliases"]))]
    told_by_its_article = {row["name"] for row in table("ambiguous_names")}  # "the North" of Korea
    bare = [phrase for phrase in phrases if phrase not in told_by_its_article]
    assert [phrase for phrase in bare if phrase.startswith("the ") or len(phrase) < 2] == []
    assert [phrase for phrase in phrases if not any(sign.isalpha() for sign in phrase)] == []


@pytest.mark.parametrize(
    ("name", "columns"),
    [("incidents", ("start", "end", "disclosed")), ("agreements", ("drafted", "adopted", "in_force", "ended"))],
)
def test_dates_are_years_or_months(name: str, columns: tuple[str, ...]) -> None:
    bad = [(row["name"], row[c]) for row in table(name) for c in columns if row[c] and not _DATE.fullmatch(row[c])]
    assert bad == []


@pytest.mark.parametrize(
    ("name", "earlier", "later"),
    [
        ("incidents", "start", "end"),
        ("incidents", "start", "disclosed"),
        ("agreements", "drafted", "adopted"),
        ("agreements", "adopted", "in_force"),
        ("agreements", "adopted", "ended"),
        ("agreements", "in_force", "ended"),
    ],
)
def test_nothing_ends_before_it_began(name: str, earlier: str, later: str) -> None:
    bad = [row["name"] for row in table(name) if row[earlier] and row[later] and row[later][:4] < row[earlier][:4]]
    assert bad == []


def test_parties_stand_beside_agreements_that_are_listed_once_in_a_row() -> None:
    names = {row["name"] for row in table("agreements")}
    assert [row["agreement"] for row in table("agreement_parties") if row["agreement"] not in names] == []
    for row in table("agreement_parties"):
        codes = [part[:2] for column in ("parties", "signed", "left", "never") for part in several(row[column])]
        assert len(codes) == len(set(codes)), row["agreement"]
        assert all(
            re.fullmatch(r"[A-Z]{2}(?: \(\d{4}\))?", part) for c in ("parties", "left") for part in several(row[c])
        )


def test_states_have_codes_of_two_letters_once_each() -> None:
    codes = [row["iso3166"] for row in table("states")]
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert len(set(codes)) == len(codes)


def test_former_names_of_states_bear_their_years() -> None:
    former = [name for row in table("states") for name in several(row["former"])]
    assert [name for name in former if not re.search(r"\([^()]*\d{4}[^()]*\)$", name)] == []


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("incidents", "targets"),
        ("incidents", "attributed_to"),
        ("agreements", "parties"),
        ("organizations", "state"),
        ("organizations", "members"),
    ],
)
def test_states_stand_as_known_codes(name: str, column: str) -> None:
    known = {row["iso3166"] for row in table("states")} | _FORMER_STATES | {"EU", "UN", "G7"}
    codes = {code for row in table(name) for code in several(row[column]) if re.fullmatch("[A-Z][A-Z0-9]", code)}
    assert codes - known == set()


def test_incidents_are_of_known_kinds() -> None:
    assert {kind for row in table("incidents") for kind in several(row["kind"])} <= _INCIDENT_KINDS


def test_agreements_are_confused_with_agreements_that_are_listed() -> None:
    names = {row["name"] for row in table("agreements")}
    assert [other for row in table("agreements") for other in several(row["confused_with"]) if other not in names] == []


def test_a_word_part_keeps_its_hyphen_or_loses_it() -> None:
    rows = [(row["use"] == "second", row["part"]) for row in table("hyphen_parts")]
    assert len(set(rows)) == len(rows)
    uses = {row["use"] for row in table("hyphen_parts")}
    assert uses == {"hyphen", "joined", "noun", "compound", "prefix", "second", "ending"}


def test_patterns_of_wording_are_regular_expressions_in_small_letters() -> None:
    for row in table("wording"):
        for pattern in several(row["patterns"]):
            re.compile(pattern)
            assert re.sub(r"\\[A-Z]", "", pattern) == re.sub(r"\\[A-Z]", "", pattern).casefold(), row["kind"]


def test_a_list_in_a_field_is_taken_apart() -> None:
    assert several("a; b b;c ; ; ") == ("a", "b b", "c")
    assert several("") == ()
