"""Sentences that assert several things, each with its own source."""

from __future__ import annotations

import pytest

from set_documents import paper_of

LIST = """
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
"""
CASES = {
    "a contrast": (
        "Ropes rot in salt water (Keel, 2014), while lamps smoke in the fog (Marlow, 2011).",
        ["Ropes rot in salt water (Keel, 2014)", "while lamps smoke in the fog (Marlow, 2011)."],
    ),
    "authors who disagree": (
        "Keel (2014) argues that ropes rot in salt, whereas Marlow (2011) holds that lamps smoke.",
        ["Keel (2014) argues that ropes rot in salt", "whereas Marlow (2011) holds that lamps smoke."],
    ),
    "a semicolon": (
        "Pilots rest in the winter months (Keel, 2014); the crews do not (Marlow, 2011).",
        ["Pilots rest in the winter months (Keel, 2014)", "the crews do not (Marlow, 2011)."],
    ),
    "and with a verb": (
        "Ropes were sold by weight (Keel, 2014), and lamps were lit by hand (Marlow, 2011).",
        ["Ropes were sold by weight (Keel, 2014)", "and lamps were lit by hand (Marlow, 2011)."],
    ),
    "three": (
        "Ropes rot in salt water (Keel, 2014), but sails dry in wind (Marlow, 2011); old nets do neither (Keel, 2014).",
        [
            "Ropes rot in salt water (Keel, 2014)",
            "but sails dry in wind (Marlow, 2011)",
            "old nets do neither (Keel, 2014).",
        ],
    ),
    "one citation for all": ("Ropes rot in salt water, while lamps smoke in the fog (Marlow, 2011).", None),
    "nothing for the rest": ("Ropes rot in salt water (Keel, 2014), while lamps smoke in the fog.", None),
    "a list": ("The quay has brass bells (Keel, 2014), slate (Marlow, 2011), and whale oil (Keel, 2014).", None),
    "two subjects": ("Ropes and sails (Keel, 2014) rot in salt and in fog (Marlow, 2011).", None),
    "in brackets": ("Ropes rot (in salt, while dry; Keel, 2014) in the fog of winter (Marlow, 2011).", None),
}


@pytest.mark.parametrize("case", CASES)
def test_a_citation_covers_its_clause(case: str) -> None:
    text, pieces = CASES[case]
    paper = paper_of(f"# Body\n\n{text}\n\n# References\n{LIST.strip()}")
    assert [claim.text for claim in paper.claims] == (pieces or [text])
    spoken = [identity for claim in paper.claims for identity in claim.citations]
    assert sorted(spoken) == sorted(citation.id for citation in paper.citations)
