"""Known incidents that are told by their month, kind and place, and sentences that only come near."""

from __future__ import annotations

import pytest

from claimtrace.model.entity import EntityType
from set_documents import paper_of


def told(sentence: str) -> set[str | None]:
    """The records of the incidents in a sentence."""
    entities = paper_of(f"# Body\n\n{sentence}").entities
    return {entity.record for entity in entities if entity.type is EntityType.INCIDENT}


@pytest.mark.parametrize(
    ("sentence", "record"),
    [
        ("On 11 January 2007 China destroyed one of its own weather satellites.", "Chinese ASAT test"),
        ("India struck a small satellite on 27 March 2019.", "Indian ASAT test"),
        ("In April 2007 the websites of Estonian banks were flooded with traffic.", "2007 cyberattacks on Estonia"),
        ("On 25 December 2024 the power cable Estlink 2 failed.", "2024 Estlink 2 incident"),
        ("In December 2006 an earthquake off Taiwan broke nine cables.", "2006 Hengchun earthquakes"),
        ("In January 2022 an eruption cut Tonga off from the world.", "2022 Hunga Tonga eruption"),
    ],
)
def test_the_record_that_a_sentence_fits(sentence: str, record: str) -> None:
    assert told(sentence) == {record}


@pytest.mark.parametrize(
    "sentence",
    [
        "In February 2007 China launched a weather satellite.",  # another month
        "In January 2007 China sold a satellite, and in March 2007 another.",  # two months
        "In January 2007 Chile destroyed one of its own weather satellites.",  # another state
        "In January 2007 China closed a harbour.",  # another kind
        "In January 2007 a weather satellite was lost.",  # no state
        "In April 2007 Estonia moved a statue.",
        "In January 2007 China launched a weather satellite.",
        "In March 2021 Norway published its data on cod.",
        "In April 2007 the networks of Estonia were new.",
        # a month in which China was held responsible for another deed
        "Finnish police said in March 2024 that a Chinese group had hacked the parliament.",
        "In May 2015 South Korea counted its influenza patients.",
    ],
)
def test_sentences_that_only_come_near(sentence: str) -> None:
    assert told(sentence) <= {None}
