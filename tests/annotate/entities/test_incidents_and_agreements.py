"""Incidents and agreements: known ones with their years, unknown ones by the make of their names."""

from __future__ import annotations

from functools import cache

import pytest

from claimtrace.model.entity import Entity, EntityType
from set_documents import paper_of

I, A = EntityType.INCIDENT, EntityType.AGREEMENT  # noqa: E741 - as in the table below

# a sentence; type, name and year of the things that it names
CASES: list[tuple[str, list[tuple[EntityType, str, int | None]]]] = [
    # named as what it is
    ("A wiper called Bitter Almond struck banks in Peru.", [(I, "Bitter Almond", None)]),
    ("They used malware, dubbed “Night Heron”, against ministries.", [(I, "Night Heron", None)]),
    ("The worm called Caenorhabditis elegans has few cells.", []),
    # known
    ("WannaCry closed hospitals in 2017.", [(I, "WannaCry", 2017)]),
    ("The NotPetya attack of 2017 was dear.", [(I, "NotPetya", 2017)]),
    ("In 2007, the cyberattacks on Estonia closed banks.", [(I, "2007 cyberattacks on Estonia", 2007)]),
    ("The Office of Personnel Management (OPM) data breach was found late.",
     [(I, "Office of Personnel Management data breach", 2015)]),
    ("The Sony Pictures hack was loud.", [(I, "Sony Pictures hack", 2014)]),
    ("The SolarWinds hack was found by a firm.", [(I, "SolarWinds hack", 2020)]),
    ("Ghostwriter, a campaign of disinformation, stole mail.", [(I, "Ghostwriter campaign", 2020)]),
    ("She was a ghostwriter. Ghostwriter was her trade; the Flame went out.", []),
    ("The Budapest Convention has many parties.", [(A, "Budapest Convention", 2001)]),
    ("The Convention on Cybercrime has many parties.", [(A, "Budapest Convention", 2001)]),
    ("The Tallinn Manual is no treaty.", [(A, "Tallinn Manual", 2013)]),
    ("The Antarctic Treaty is short.", [(A, "Antarctic Treaty", 1959)]),
    # unknown, told by the make of the name
    ("The 2031 Port Selwyn breach was found late.", [(I, "2031 Port Selwyn breach", 2031)]),
    ("The 2029 Lamp House ransomware attack was dear.", [(I, "2029 Lamp House ransomware attack", 2029)]),
    ("Operation Quiet Gull was never proved.", [(I, "Operation Quiet Gull", None)]),
    ("The Port Selwyn Accord binds four cities.", [(A, "Port Selwyn Accord", None)]),
    ("The Port Selwyn Accord (2031) binds four cities.", [(A, "Port Selwyn Accord", 2031)]),
    ("The Convention on the Lamps of the Sea is new.", [(A, "Convention on the Lamps of the Sea", None)]),
    ("The Treaty of Nettle ended it.", [(A, "Treaty of Nettle", None)]),
    ("The attack on St. Nettle's Bank was dear.", [(I, "attack on St. Nettle's Bank", None)]),
    ("The Nettle Accord of March 2031 was suspended on Friday.", [(A, "Nettle Accord", 2031)]),
    ("The Nettle Treaty on Wednesday was suspended.", [(A, "Nettle Treaty", None)]),
    ("As at 30 June the Second Additional Protocol was open.", [(A, "Second Additional Protocol", None)]),
    ("The firm was struck by the LampLock ransomware in March 2031.", [(I, "LampLock ransomware", 2031)]),
    ("The Nettle Accord and the Lamp Treaty were open.", [(A, "Nettle Accord", None), (A, "Lamp Treaty", None)]),
    ("Peru to the Lamp Treaty is what Chile is to the other.", [(A, "Lamp Treaty", None)]),
    ("The Access to Lamps of the Sea Accord is new.", [(A, "Access to Lamps of the Sea Accord", None)]),
    # neither
    ("The LampLock ransomware gang sold files, and the campaign of Ada Holm lost.", []),
    ("This agreement and that treaty were short.", []),
    ("The Agreement was short, and so was the Treaty.", []),
    ("Under Article 5 of it, an attack is an attack.", []),
    ("The 2031 report names an attack on a port.", []),
    ("A data breach was found in 2031.", []),
    ("The letter was read at the FBI. That breach of manners was forgiven.", []),
]  # fmt: skip


@cache
def _named() -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for text, _ in CASES:  # each alone: the year of an unknown name is that of any of its mentions
        paper = paper_of(f"# Body\n\n{text}")
        found[text] = [entity for entity in paper.entities if entity.type in (I, A)]
    return found


@pytest.mark.parametrize(("text", "things"), CASES, ids=[text for text, _ in CASES])
def test_the_things_of_a_sentence(text: str, things: list[tuple[EntityType, str, int | None]]) -> None:
    told = [(entity.type, entity.name, entity.year) for entity in _named()[text]]
    assert [(kind, year) for kind, _, year in told] == [(kind, year) for kind, _, year in things]
    for (_, name, _), (_, wanted, _) in zip(told, things, strict=True):
        assert wanted.casefold() in name.casefold() or name.casefold() in wanted.casefold()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("WannaCry (2017) was loud. WannaCry of May 2017 was dear. WannaCry was brief.", [2017, 2017, None]),
        ("The 2017 WannaCry attack, WannaCry in 2018 and 2016 WannaCry.", [2017, 2018, 2016]),
    ],
)
def test_a_mention_keeps_the_year_that_stands_with_it(text: str, years: list[int | None]) -> None:
    paper = paper_of(f"# Body\n\n{text}")
    (entity,) = (entity for entity in paper.entities if entity.type is I)
    assert [mention.year for mention in entity.mentions] == years
    assert entity.year == 2017


def test_a_row_of_an_incident_table_is_an_incident_with_the_year_of_its_row() -> None:
    paper = paper_of(
        "# Body\n\nTable 1. Attacks\n\nIncident | Year | Attributed to\n"
        "Breach of the lamp office | 2031 | Estonia\nUS presidential election interference | 2016 | Russia"
    )
    told = {entity.name: (entity.year, entity.record is not None) for entity in paper.entities if entity.type is I}
    assert told["Breach of the lamp office"] == (2031, False)
    assert told["2016 US presidential election interference"] == (2016, True)


def test_ids_come_from_names_not_from_places() -> None:
    one = paper_of("# Body\n\nWannaCry met Estonia.").entities
    other = paper_of("# Body\n\nThe Antarctic Treaty is old.\n\nEstonia met WannaCry.").entities
    assert {entity.id for entity in one} <= {entity.id for entity in other}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The Third Additional Protocol to the Budapest Convention binds few.",
            {"Third Additional Protocol to the Budapest Convention": False},
        ),
        (
            "The Second Additional Protocol to the Budapest Convention binds few.",
            {"Second Additional Protocol to the Convention on Cybercrime": True},
        ),
        ("The Draft Tallinn Convention was shelved.", {"Draft Tallinn Convention": False}),
        ("Pilots read the New Budapest Convention.", {"New Budapest Convention": False}),
        ("The Nordic Liability Convention covers harm.", {"Nordic Liability Convention": False}),
        (
            "The Budapest Convention on the Carriage of Goods binds barges.",
            {"Budapest Convention on the Carriage of Goods": False},
        ),
        ("The Budapest Convention on Computer Crime binds police.", {"Budapest Convention": True}),
        ("The Paris Agreement on Fish Stocks binds all.", {"Paris Agreement on Fish Stocks": False}),
        ("The Paris Agreement on Climate binds all.", {"Paris Agreement": True}),
        ("The Annex to the Wassenaar Arrangement lists tools.", {"Annex to the Wassenaar Arrangement": False}),
        ("Operation Aurora Borealis hit ports.", {"Operation Aurora Borealis": False}),
        ("Under Budapest Convention rules, logs are kept.", {"Budapest Convention": True}),
        ("The Council of Europe Budapest Convention is old.", {"Budapest Convention": True}),
        ("The US Paris Agreement withdrawal was sudden.", {"Paris Agreement": True}),
    ],
)
def test_a_known_name_within_a_longer_one_is_not_taken_for_it(sentence: str, names: dict[str, bool]) -> None:
    entities = paper_of(f"# Body\n\n{sentence}").entities
    events = [entity for entity in entities if entity.type in (EntityType.INCIDENT, EntityType.AGREEMENT)]
    assert {entity.name: entity.record is not None for entity in events} == names
