"""What a claim rests on: its own citations, its note's, or those of a neighbour on which it leans."""

from __future__ import annotations

from functools import cache

import pytest

from claimtrace.model.claim import Claim
from claimtrace.model.paper import Paper
from set_documents import paper_of

BODY = """
# Ports and pilots

Ports keep a ledger (Keel, 2014, p. 3). This ledger is read by nobody. However, gulls can count.

The pilots say that “no tide keeps its hour for long” (Marlow, 2011). Estonia rebuilt a pier in 2009. Estonia then sold
it to a bank (Keel, 2014; Marlow, 2011).

Table 1. Ships in harbours

Port | Ships
Selwyn | 40

Source: Marlow (2011, p. 12).

Table 1 shows that ships are many.

The pilots of the northern coast are paid in apples.

Ropes are sold by weight.¹ Short one.

¹See Bram Keel, Ships and Rules (Leeds: Quay Press, 2014), 12.

## Lamps

Lamps burn oil, and the oil is dear.

# References
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
"""


@cache
def _paper() -> Paper:
    return paper_of(BODY)


def _claim(start: str) -> Claim:
    return next(claim for claim in _paper().claims if claim.text.startswith(start))


def _texts(identities: tuple[str, ...]) -> list[str]:
    texts = {citation.id: citation.text for citation in _paper().citations}
    return [texts[identity] for identity in identities]


@pytest.mark.parametrize(
    ("start", "own", "leans_on"),
    [
        ("Ports keep a ledger", ["(Keel, 2014, p. 3)"], []),
        ("This ledger is read", [], ["(Keel, 2014, p. 3)"]),
        ("However, gulls can", [], []),
        ("The pilots say that", ["(Marlow, 2011)"], []),
        ("Estonia rebuilt a pier", [], ["Keel, 2014", "Marlow, 2011"]),
        ("Estonia then sold it", ["Keel, 2014", "Marlow, 2011"], []),
        ("Table 1 shows that", [], ["Marlow (2011, p. 12)"]),
        ("The pilots of the northern", [], []),
        ("Lamps burn oil", [], []),
    ],
)
def test_what_a_claim_rests_on(start: str, own: list[str], leans_on: list[str]) -> None:
    claim = _claim(start)
    assert (_texts(claim.citations), _texts(claim.leans_on)) == (own, leans_on)
    assert (claim.lean is not None) == bool(leans_on)


@pytest.mark.parametrize(
    ("sentence", "note", "entries"),
    [
        ("The pier burned down in 2009.¹", "¹See Keel (2014, p. 3).", "Keel, B. (2014). Ships and rules. Quay Press."),
        (
            "The pier burned down in 2009.¹",
            "¹See [1, p. 3].",
            "[1] Keel, B. Ships and rules. 2014.\n[2] Osei, K. Buoys in fog. 2018.",
        ),
    ],
    ids=["names", "numbers"],
)
def test_what_a_note_cites_speaks_for_the_sentence_that_calls_it(sentence: str, note: str, entries: str) -> None:
    body = f"# Body\n\nPorts grow (Keel, 2014) [1]. Ropes wear [2].\n\n{sentence}\n\n{note}\n\n# References\n{entries}"
    paper = paper_of(body)
    claim = next(claim for claim in paper.claims if claim.text.startswith("The pier"))
    (cited,) = (citation for citation in paper.citations if citation.id in claim.citations)
    assert cited.locator
    assert paper.document.text.at(cited.anchor) == "¹"


def test_a_claim_knows_its_quotation_its_entities_and_its_section() -> None:
    paper = _paper()
    assert [q.text for q in paper.quotations if q.id in _claim("The pilots say").quotations] == [
        "no tide keeps its hour for long"
    ]
    assert [e.name for e in paper.entities if e.id in _claim("Estonia rebuilt").entities] == ["Estonia"]
    titles = {section.id: section.title for section in paper.document.sections}
    assert titles[_claim("Ports keep").section or ""] == "Ports and pilots"
    assert titles[_claim("Lamps burn").section or ""] == "Lamps"


def test_fragments_entries_captions_and_notes_are_no_claims() -> None:
    starts = [claim.text.split()[0] for claim in _paper().claims]
    assert starts == ["Ports", "This", "However,", "The", "Estonia", "Estonia", "Table", "The", "Ropes", "Lamps"]


def test_claims_come_in_order_and_a_second_run_names_them_alike() -> None:
    first, second = _paper().claims, paper_of(BODY).claims
    assert first == second
    assert [claim.span for claim in first] == sorted(claim.span for claim in first)
    assert len({claim.id for claim in first}) == len(first)
