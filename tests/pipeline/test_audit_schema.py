"""``audit.json`` is what its JSON Schema says, and the schema is strict enough to see when it is not."""

from __future__ import annotations

import copy
import functools
import importlib.resources
import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from small_audits import NAMES, audit, data

from claimtrace.knowledge.tables import table
from claimtrace.model.citation import CitationForm
from claimtrace.model.claim import Certainty, ClaimKind
from claimtrace.model.document import SectionRole
from claimtrace.model.duplicate import DuplicateKind
from claimtrace.model.entity import EntityType, RelationType
from claimtrace.model.finding import CoverageState, Severity, Verdict
from claimtrace.model.paper import CitationStyle
from claimtrace.report.audit_json import SCHEMA_VERSION

Json = dict[str, Any]


@functools.cache
def schema() -> Json:
    text = importlib.resources.files("claimtrace.report").joinpath("audit.schema.json").read_text(encoding="utf-8")
    found: Json = json.loads(text)
    return found


def faults(audit_data: Json) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema()).iter_errors(audit_data)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["properties"]["schema_version"] == {"const": SCHEMA_VERSION}


@pytest.mark.parametrize("name", NAMES)
def test_audits_keep_to_the_schema(name: str) -> None:
    assert faults(data(name)) == []


def test_the_audit_in_memory_is_the_one_that_is_written() -> None:
    assert audit("author-year").data() == data("author-year")


def test_the_papers_here_show_all_parts_of_an_audit() -> None:
    parts = ("sections", "tables", "references", "citations", "quotations", "claims", "entities", "relations",
             "duplicates", "findings", "coverage")  # fmt: skip
    for part in parts:
        assert any(data(name)[part] for name in NAMES), part


def enums_of(node: object, path: str = "") -> dict[str, list[str]]:
    """Every enum of the schema, by the name of its field with those of the objects around it."""
    found: dict[str, list[str]] = {}
    if isinstance(node, dict):
        if "enum" in node:
            found[path] = node["enum"]
        for key, child in node.items():
            inner = path if key in ("properties", "items", "$defs") else f"{path}.{key}".lstrip(".")
            found.update(enums_of(child, inner))
    return found


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("severity", Severity),
        ("finding.verdict", Verdict),
        ("coverage.state", CoverageState),
        ("citation.form", CitationForm),
        ("paper.citation_style", CitationStyle),
        ("section.role", SectionRole),
        ("claim.kinds", ClaimKind),
        ("claim.certainty", Certainty),
        ("entity.type", EntityType),
        ("relation.type", RelationType),
        ("duplicate.kind", DuplicateKind),
        ("locator.label", [row["label"] for row in table("locator_labels")]),
    ],
)
def test_the_schema_names_all_values_that_the_program_has(field: str, values: type[StrEnum] | list[str]) -> None:
    assert enums_of(schema())[field] == list(values)


def test_every_object_is_closed() -> None:
    def objects(node: object) -> list[Json]:
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        own = [node] if isinstance(node, dict) and node.get("type") == "object" else []
        return [*own, *(found for child in children for found in objects(child))]

    assert len(objects(schema())) > 15
    assert all("additionalProperties" in found for found in objects(schema()))


def changed(part: str, **fields: object) -> Callable[[Json], object]:
    """Sets fields of the first row of a part; of the part itself where that is no list."""
    return lambda audit_data: (audit_data[part][0] if isinstance(audit_data[part], list) else audit_data[part]).update(
        fields
    )


BROKEN: dict[str, Callable[[Json], object]] = {
    "another version": lambda found: found.update(schema_version="2"),
    "a part is missing": lambda found: found.pop("relations"),
    "a part that nobody knows": lambda found: found.update(extra=[]),
    "a field that nobody knows": changed("claims", note="x"),
    "a field is missing": lambda found: found["citations"][0].pop("why"),
    "no text": lambda found: found.update(text=""),
    "an unknown title is empty": changed("paper", title=""),
    "an unknown title is null": changed("paper", title=None),
    "an unknown year is 0": changed("references", year=0),
    "a year is a string": changed("references", year="2015"),
    "a number of pages is a float": changed("paper", pages=1.5),
    "an id is no id": changed("claims", id="claim-1"),
    "an id is of another kind": changed("citations", claim="reference-0123456789ab"),
    "a page is 0": changed("citations", page=0),
    "a folio is empty": changed("citations", folio=""),
    "a span has one end": changed("citations", span=[4]),
    "a span has three ends": changed("citations", span=[4, 5, 6]),
    "a box has no page": changed("citations", boxes=[[50.0, 60.0, 70.0, 80.0]]),
    "a form that nobody knows": changed("citations", form="footnote"),
    "no reason for a missing link": changed("citations", reference=None, score=None, why=None),
    "a score for a missing link": changed("citations", reference=None, score=0.4, why="no entry fits"),
    "a score of 0": changed("citations", score=0),
    "a locator without its text": changed("citations", locator={"label": "page", "first": "4", "last": "4"}),
    "an author without a name": changed("references", authors=[{"given": "S."}]),
    "a kind that nobody knows": changed("claims", kinds=["opinion"]),
    "one citation twice": lambda found: found["claims"][0].update(citations=[found["citations"][0]["id"]] * 2),
    "support without a verdict": changed("claims", support={"why": "not looked at"}),
    "a state that is too long": changed("entities", identifiers={"iso3166": "DNK"}),
    "an entity without a mention": changed("entities", mentions=[]),
    "a severity that nobody knows": changed("findings", severity="critical"),
    "a place without a page": changed("findings", span=[3, 9], page=None),
    "three passages that stand twice": lambda found: found["duplicates"][0]["passages"].append(
        found["duplicates"][0]["passages"][0]
    ),
    "skipped and nobody says why": changed("coverage", state="skipped", checked=0, abstained=0, why=None),
    "skipped and yet looked at": changed("coverage", state="skipped", checked=3, abstained=0, why="not wanted"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_the_schema_refuses(case: str) -> None:
    broken = copy.deepcopy(data("author-year"))
    BROKEN[case](broken)
    assert faults(broken)
