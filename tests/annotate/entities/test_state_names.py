"""States by name, demonym, seat of government; and words that only look like them."""

from __future__ import annotations

from functools import cache

import pytest

from claimtrace.model.entity import EntityType
from set_documents import paper_of

LIST = """
Georgia, P. (2011). Tides. Quay Press.
Jordan, M. (2014). Ropes. Quay Press.
Keel, B. (2014). Ships and rules. Quay Press.
"""

# a sentence and the codes of the states that it names
CASES: list[tuple[str, list[str]]] = [
    # their own names
    ("Estonia built a pier.", ["EE"]),
    ("The Republic of Estonia built a pier.", ["EE"]),
    ("The United States and the United Kingdom agreed.", ["US", "GB"]),
    ("The US and the UK agreed.", ["US", "GB"]),
    ("The U.S. and the U.K. agreed.", ["US", "GB"]),
    ("The USA agreed.", ["US"]),
    ("The People's Republic of China agreed.", ["CN"]),
    ("The People’s Republic of China objected.", ["CN"]),
    ("The DPRK tested it.", ["KP"]),
    ("North Korea and South Korea met.", ["KP", "KR"]),
    ("Côte d’Ivoire signed.", ["CI"]),
    ("Türkiye and Turkey are one.", ["TR"]),
    ("Russia’s pier is long.", ["RU"]),
    ("RUSSIA AND CHINA MET.", ["RU", "CN"]),
    ("The Soviet Union built it.", ["RU"]),
    # demonyms and seats of government
    ("Estonian pilots are quick.", ["EE"]),
    ("The Russians denied it, and so did the Chinese.", ["RU", "CN"]),
    ("Moscow denied it, Beijing was silent.", ["RU", "CN"]),
    ("The Kremlin denied it and the White House wondered.", ["RU", "US"]),
    ("Georgia was attacked in 2008, and Tbilisi protested.", ["GE"]),
    ("The Georgian port was closed.", ["GE"]),
    ("US-China talks failed.", ["US", "CN"]),
    ("Sino-Russian trade grew.", ["CN", "RU"]),
    ("Anglo-American and Franco–German talks went on.", ["GB", "US", "FR", "DE"]),
    ("The central bank is the Bank of Israel.", ["IL"]),
    ("Ministers in Oslo objected, and so did Lisbon.", ["NO", "PT"]),
    ("It is the wind, says Minsk.", ["BY"]),
    ("The foreign ministry in Beijing was silent.", ["CN"]),
    ("The Emirates paid; the Emirates flight was late.", ["AE"]),
    ("Seoul named the North, and the South's banks closed.", ["KR", "KP"]),
    # look-alikes
    ("Talks in Oslo failed, and the train from Lisbon was late.", []),
    ("They met in Beijing.", []),
    ("The North of the island and the South are dry.", []),
    ("The pilot speaks Russian; the crew is Portuguese-speaking.", []),
    ("A gang called Cuba opened the locks, and the Cuba ransomware spread.", []),
    ("Let us know if they saw us.", []),
    ("They told us and the pilots told us.", []),
    ("Atlanta, Georgia, has no sea.", []),
    ("She teaches at the University of Georgia and at Georgia Tech.", []),
    ("The State of Georgia passed a bill.", []),
    ("The paper stood in the China Quarterly.", []),
    ("New Mexico and the Gulf of Mexico are far.", []),
    ("Michael Jordan sold the ropes.", []),
    ("The turkey was eaten, the china was broken.", []),
    ("Northern Ireland has a port.", []),
    ("The Indian Ocean and the English Channel are wet.", []),
    ("The Washington Post wrote about it.", []),
    ("It costs four million US dollars.", []),
    ("The South China Sea is deep.", []),
    ("Indo-European and Anglo-Saxon words; Franco ruled.", []),
    ("Polish the surface, then sell Panama hats and Guinea pigs.", []),
    ("Polish pilots met the Chad mission.", ["PL", "TD"]),
    ("Indian tribes in Oklahoma sued.", []),
    ("The Times of India and Washington Irving agree.", []),
    ("She banked with the Bank of America in Panama City.", []),
    # authors
    ("Ropes wear (Jordan, 2014).", []),
    ("Jordan (2014) sells ropes.", []),
    ("Tides turn (Georgia, 2011; Keel, 2014).", []),
]


@cache
def _named() -> dict[str, list[str]]:
    paper = paper_of("# Body\n\n" + "\n\n".join(text for text, _ in CASES) + f"\n\n# References\n{LIST.strip()}")
    found: dict[str, list[str]] = {}
    for text, _ in CASES:
        start = paper.document.text.string.index(text)
        inside = sorted(
            (mention.span, entity.iso3166 or "")
            for entity in paper.entities
            if entity.type is EntityType.STATE
            for mention in entity.mentions
            if start <= mention.span.start < start + len(text)
        )
        found[text] = list(dict.fromkeys(code for _, code in inside))
    return found


@pytest.mark.parametrize(("text", "codes"), CASES, ids=[text for text, _ in CASES])
def test_the_states_of_a_sentence(text: str, codes: list[str]) -> None:
    assert _named()[text] == codes


def test_all_names_of_a_state_are_mentions_of_one_entity() -> None:
    paper = paper_of("# Body\n\nEstonia and its Estonian pilots met in Tallinn. The Republic of Estonia paid.")
    (estonia,) = (entity for entity in paper.entities if entity.iso3166 == "EE")
    assert [m.text for m in estonia.mentions][:2] == ["Estonia", "Estonian"]
    assert estonia.mentions[-1].text == "Republic of Estonia"
    assert all(paper.document.text.at(m.span) == m.text for m in estonia.mentions)


def test_entries_of_the_list_name_no_states() -> None:
    paper = paper_of("# Body\n\nPorts grow.\n\n# References\nKeel, B. (2014). Russia and China at sea. Quay Press.")
    assert paper.entities == ()


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Langley denied the charge, and spies kept silent.", {"United States"}),
        ("Cheltenham had intercepted the cables of the embassy.", {"United Kingdom"}),
        ("Foggy Bottom protested against the raid.", {"United States"}),
        ("Rashtrapati Bhavan received the envoy.", {"India"}),
        # a surname, a town, a station, a shrine
        ("Langley has long been admired for her method.", set()),
        ("The Cheltenham festival drew crowds.", set()),
        ("Foggy Bottom is a station of the underground.", set()),
        ("The minister went to Yasukuni with his staff.", set()),
    ],
)
def test_towns_and_houses_that_stand_for_a_government(sentence: str, states: set[str]) -> None:
    entities = paper_of(f"# Body\n\n{sentence}").entities
    assert {entity.name for entity in entities if entity.type is EntityType.STATE} == states
