"""The scorer of the corpus: an audit that says what the gold says is perfect, and each flaw lowers its own part."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from scoring.tally import Tally, tally_of_counts
from scoring.whole import score, together

GOLD: dict[str, Any] = {
    "sections": ["Introduction", "Ropes and Lamps"],
    "references": [
        {"key": "holm", "first_author": "Holm", "year": 2015, "title": "Harbours without logs", "type": "book"},
        {"key": "quill", "first_author": "van Quill", "year": 2012, "title": "Tides and tallies", "type": "web"},
    ],
    "citations": [
        {"page": 1, "reference": "holm", "locator": "45-47", "form": "parenthetical"},
        {"page": 1, "reference": "quill", "locator": "", "form": "narrative"},
        {"page": 2, "reference": "quill", "locator": "para. 13", "form": "parenthetical"},
        {"page": 2, "reference": "", "locator": "", "form": "parenthetical"},
    ],
    "quotations": [
        {"page": 1, "begins": "no lamp was", "ends": "lit in fog", "reference": "holm", "locator": "45-47"},
    ],
    "tables": [{"label": "Table 1", "caption": "Ropes", "pages": [1], "columns": ["Year"], "rows": [["1911"]]}],
    "findings": [
        {
            "check": "page-reused",
            "page": 1,
            "quote": "Pilots were paid by the tide",
            "alternatives": [{"page": 2, "quote": "Lamps burned whale oil until midnight"}],
        },
        {"check": "extraction-unreliable", "page": 3},
    ],
    "not_findings": [
        {"checks": ["claim-without-citation"], "page": 2, "quote": "This charge was denied", "trap": "leans"},
    ],
    "duplicates": [
        {
            "planted": False,
            "passages": [
                {"page": 1, "begins": "The office was", "ends": "moved twice.", "end_page": 1},
                {"page": 2, "begins": "The office was", "ends": "moved twice.", "end_page": 2},
            ],
        }
    ],
    "events": [{"name": "NotPetya", "year": 2017, "type": "incident", "states": ["Russia"]}],
}


def perfect() -> dict[str, Any]:
    """What an audit of that paper would hold, in other typography and other order."""

    def cited(at: int, page: int, entry: str | None, form: str, place: tuple[str, str, str] | None) -> dict[str, Any]:
        locator = dict(zip(("label", "first", "last"), place, strict=True)) if place else None
        return {"id": f"c{at}", "text": "x", "page": page, "reference": entry, "form": form, "locator": locator}

    return {
        "text": "",
        "sections": [{"title": "Abstract"}, {"title": "1. Introduction"}, {"title": "2. Ropes and Lamps"}],
        "references": [
            {
                "id": "r2",
                "raw": "Quill, B. van. (2012). Tides and tallies. https://quay.example",
                "authors": [{"family": "Quill", "given": "B. van"}],
                "year": 2012,
                "title": "Tides and tallies",
                "type": "webpage",
            },
            {
                "id": "r1",
                "raw": "Holm, A. (2015). Harbours without logs. Port Selwyn Press.",
                "authors": [{"family": "Holm", "given": "A."}],
                "year": 2015,
                "title": "Harbours Without Logs",
                "type": "book",
            },
        ],
        "citations": [
            cited(1, 1, "r2", "narrative", None),
            cited(2, 1, "r1", "parenthetical", ("page", "45", "47")),
            cited(3, 2, "r2", "parenthetical", ("paragraph", "13", "13")),
            cited(4, 2, None, "parenthetical", None),
        ],
        "quotations": [{"page": 1, "text": "no lamp was ever lit in fog", "span": [0, 9], "citation": "c2"}],
        "tables": [{"label": "TABLE 1", "caption": "Ropes", "pages": [1], "columns": ["Year"], "rows": [["1911 [2]"]]}],
        "duplicates": [
            {
                "passages": [
                    {"page": 1, "end_page": 1, "span": [20, 60], "text": "The office was sold and moved twice."},
                    {"page": 2, "end_page": 2, "span": [70, 110], "text": "The office was old and moved twice."},
                ]
            }
        ],
        "entities": [
            {"id": "e1", "type": "incident", "name": "NotPetya", "year": 2017, "mentions": []},
            {"id": "e2", "type": "state", "name": "Russia", "mentions": []},
        ],
        "relations": [{"type": "attributed-to", "head": "e1", "tail": "e2"}],
        "findings": [
            {"check": "extraction-unreliable", "page": 3, "quote": None},
            {"check": "page-reused", "page": 1, "quote": "Pilots were paid by the tide (Holm, 2015, p. 39)."},
            {"check": "passage-duplicated", "page": 2, "quote": "The office was old and moved twice."},
        ],
    }


def test_an_audit_that_says_what_the_gold_says_is_perfect() -> None:
    scores = score(perfect(), GOLD)
    assert {name: (tally.wrong, tally.missed) for name, tally in scores.items() if tally.wrong or tally.missed} == {}
    assert {name for name, tally in scores.items() if tally.f is None} == {
        f"references: {name}" for name in ("container", "volume", "issue", "first_page", "doi")
    } | ({"findings: passage-duplicated"} & set(scores))


def _drop(part: str, at: int) -> Callable[[dict[str, Any]], None]:
    return lambda audit: audit[part].pop(at)


def _set(part: str, at: int, **fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda audit: audit[part][at].update(fields)


@pytest.mark.parametrize(
    ("flaw", "parts"),
    [
        (_set("references", 1, year=2016), {"references: year"}),
        (_set("references", 1, title="Harbours"), {"references: title"}),
        (_set("references", 1, volume="4"), {"references: volume"}),
        (_set("citations", 0, page=2), {"citations", "citations: forms"}),
        (_set("citations", 3, reference="r1"), {"citations", "citations: forms"}),
        (_set("citations", 0, form="note"), {"citations: forms"}),
        (_set("citations", 2, locator=None), {"citations: locators"}),
        (_set("citations", 1, locator=None), {"citations: locators", "quotations: sources"}),
        (_set("quotations", 0, text="lit in fog"), {"quotations"}),
        (_set("quotations", 0, citation=None), {"quotations: sources"}),
        (_drop("sections", 1), {"sections"}),
        (_set("tables", 0, caption="Lamps"), {"tables"}),
        (_set("tables", 0, rows=[["1912"]]), {"tables: cells"}),
        (_drop("duplicates", 0), {"duplicates"}),
        (_set("entities", 0, year=2016), {"events", "events: states"}),
        (_drop("relations", 0), {"events: states"}),
        (_drop("findings", 1), {"findings", "findings: page-reused"}),
        (_set("findings", 1, page=2), {"findings", "findings: page-reused"}),
        (
            _set("findings", 2, check="claim-without-citation", quote="This charge was denied by all."),
            {"findings", "findings: claim-without-citation", "traps"},
        ),
    ],
)
def test_a_flaw_lowers_its_own_part(flaw: Callable[[dict[str, Any]], None], parts: set[str]) -> None:
    audit = deepcopy(perfect())
    flaw(audit)
    scores = score(audit, GOLD)
    assert {name for name, tally in scores.items() if tally.wrong or tally.missed} == parts


def test_a_finding_at_an_alternative_place_is_as_good_and_a_second_one_is_not() -> None:
    audit = perfect()
    audit["findings"][1].update(page=2, quote="Lamps burned whale oil until midnight (Holm, 2015, p. 39).")
    assert score(audit, GOLD)["findings"].f == 1
    audit["findings"].append({"check": "page-reused", "page": 1, "quote": "Pilots were paid by the tide."})
    assert len(score(audit, GOLD)["findings"].wrong) == 1


def test_precision_recall_and_f() -> None:
    tally = tally_of_counts(["a", "a", "b"], ["a", "b", "b", "c"])
    assert (tally.right, tally.wrong, tally.missed) == (2, ["a"], ["b", "c"])
    assert (tally.precision, tally.recall, tally.f) == (2 / 3, 2 / 4, 4 / 7)
    assert (Tally().precision, Tally().recall, Tally().f) == (None, None, None)


def test_papers_together_are_counted_as_one() -> None:
    worse = perfect()
    worse["references"].pop()
    both = together([score(perfect(), GOLD), score(worse, GOLD)])["references"]
    assert (both.right, len(both.missed)) == (3, 1)
