"""Short forms that the paper defines, and nouns that point back, with the reason."""

from __future__ import annotations

import pytest

from claimtrace.model.entity import EntityType
from set_documents import paper_of


def _mentions(text: str, name: str) -> list[str]:
    entities = paper_of(f"# Body\n\n{text}").entities
    return [mention.text for entity in entities if name in entity.name for mention in entity.mentions]


def test_an_abbreviation_is_understood_from_its_definition_on() -> None:
    text = "The Northern Harbours Pact (NHP) came first. Denmark left the NHP; the NHPs of others stayed."
    assert _mentions(text, "Northern Harbours Pact") == ["Northern Harbours Pact", "NHP"]
    assert _mentions("The Northern Harbours Pact (XYZ) came first. The XYZ stayed.", "Northern Harbours") == [
        "Northern Harbours Pact"
    ]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The 2031 Port Selwyn breach was found late. The breach cost millions.", "Port Selwyn", "The breach"),
        ("NotPetya spread fast. This attack cost firms dearly.", "NotPetya", "This attack"),
        ("The Port Selwyn Accord is short. This agreement binds four cities.", "Port Selwyn Accord", "This agreement"),
        ("The Tallinn Manual is no treaty. The manual has authors.", "Tallinn Manual", "The manual"),
    ],
)
def test_a_noun_that_points_back_says_why(text: str, name: str, words: str) -> None:
    (entity,) = (entity for entity in paper_of(f"# Body\n\n{text}").entities if name in entity.name)
    last = entity.mentions[-1]
    assert last.text == words
    assert "refers back to" in (last.why or "")


@pytest.mark.parametrize(
    "text",
    [
        "NotPetya and WannaCry spread fast. The attack cost firms dearly.",  # of which?
        "NotPetya spread fast. The attack on the lamp office was another.",
        "The Tallinn Manual is no treaty. The treaty came later.",
        "NotPetya spread fast.\n\nThe attack is told elsewhere.",
    ],
)
def test_a_noun_that_may_mean_another_thing_is_left_alone(text: str) -> None:
    entities = paper_of(f"# Body\n\n{text}").entities
    assert not any(mention.why for entity in entities for mention in entity.mentions)


def test_both_countries_are_the_two_that_were_named() -> None:
    entities = paper_of("# Body\n\nChina and Japan signed it. Both countries kept it.").entities
    found = {e.name: [m.text for m in e.mentions] for e in entities if e.type is EntityType.STATE}
    assert found == {"China": ["China", "Both countries"], "Japan": ["Japan", "Both countries"]}
    three = paper_of("# Body\n\nChina, Japan and Peru signed it. Both countries kept it.").entities
    assert all(len(entity.mentions) == 1 for entity in three)
