"""The year that a sentence gives to an incident or an agreement."""

from __future__ import annotations

import pytest

from claimtrace.model.entity import EntityType
from set_documents import paper_of


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("NotPetya, unleashed on the eve of a holiday in June 2017, was dear.", 2017),
        ("The world learned of WannaCry on 12 May 2017.", 2017),
        ("It was in May 2017 that WannaCry reached the wards.", 2017),
        ("The SolarWinds hack came to light at the end of 2020.", 2020),
        ("Stuxnet, which a small firm stumbled upon in June 2010, had been at work for a year.", 2010),
        ("Early in May 2021 came the Colonial Pipeline attack.", 2021),
        ("Hours before, on 24 February 2022, the Viasat hack cut off modems.", 2022),
        ("In 2009 two students uncovered GhostNet.", 2009),
        ("In 2013, DarkSeoul wiped the disks of banks in Seoul.", 2013),
        ("After the Sony Pictures hack in November 2014, sanctions followed in January 2015.", 2014),
        ("In 2015, negotiators of six powers concluded the Iran nuclear deal.", 2015),
        ("The Iran nuclear deal, reached in Vienna in July 2015, was left three years later.", 2015),
        ("The Paris Agreement, which 195 states adopted on 12 December 2015, is in force.", 2015),
        ("Opened for signature in Budapest in November 2001, the Budapest Convention has many parties.", 2001),
        ("The Non-Proliferation Treaty goes back to 1968.", 1968),
        ("The INF Treaty (Washington, 1987) banned a class of missiles.", 1987),
        ("The Geneva Conventions, agreed by sixty states in 1949, are old.", 1949),
        # of something else
        ("Scholars debated Stuxnet in 2013 at length.", None),
        ("Japan ratified the Budapest Convention in 2012.", None),
        ("Britain's accession to the Budapest Convention took effect in 2011.", None),
        ("The Budapest Convention, which Japan signed in 2001, has many parties.", None),
        ("A programmer was charged over WannaCry in September 2018.", None),
    ],
)
def test_the_year_of_a_thing_is_told_from_other_years(sentence: str, year: int | None) -> None:
    entities = paper_of(f"# Body\n\n{sentence}").entities
    things = [entity for entity in entities if entity.type in (EntityType.INCIDENT, EntityType.AGREEMENT)]
    named = [mention for entity in things for mention in entity.mentions if mention.why is None]
    assert [mention.year for mention in named] == [year]
