"""The parts of states in a deed: told by the words around their names, and left open where these say too little."""

from __future__ import annotations

import pytest

from claimtrace.annotate.relations.placed import Placed
from claimtrace.annotate.relations.roles import names_of
from claimtrace.annotate.roles.cues import gathered, standings
from claimtrace.annotate.roles.decision import decide, role, weights
from claimtrace.annotate.roles.tellings import tellings
from claimtrace.model.paper import Paper
from set_documents import paper_of

BEHIND, ORIGIN, HIT = "behind", "origin", "hit"
TEXTS: list[tuple[str, dict[str, str]]] = [
    ("Iranian state hackers wiped the disks of two Greek ministries.", {"IR": BEHIND, "GR": HIT}),
    ("The mail of the Chilean navy was read by agents of the Peruvian army.", {"PE": BEHIND, "CL": HIT}),
    ("Firms in Spain, Italy and Malta were hacked by a unit of the Libyan secret service.",
     {"LY": BEHIND, "ES": HIT, "IT": HIT, "MT": HIT}),
    # told a sentence or two behind the deed
    ("The Finnish parliament was hacked in May. Nobody spoke for weeks. Then Helsinki blamed the Russian army.",
     {"RU": BEHIND, "FI": HIT}),
    ("A Czech bank lost its records in a cyberattack. The trail led to Belarus, and Minsk denied any involvement.",
     {"BY": BEHIND, "CZ": HIT}),
    # people of a state, no more
    ("Brazilian criminals hacked a bank in Portugal.", {"BR": ORIGIN, "PT": HIT}),
    # helpers, hosts, finders, and those who report it
    ("A Croatian hospital was hacked. Austria sent two experts.", {"HR": HIT}),
    ("Researchers in Japan found malware on the servers of an Indian ministry.", {"IN": HIT}),
    ("A Danish port was hit by ransomware, Swedish television reported.", {"DK": HIT}),
    # blame for something else
    ("A Norwegian bank was hacked. The late answer was attributed to Swiss law.", {"NO": HIT}),
    ("A Norwegian bank was hacked. Critics blamed Sweden for the price of the new machines.", {"NO": HIT}),
    # no deed at all
    ("Kenya and Ghana signed a treaty on trade, and Togo joined it.", {}),
    ("French and German scholars ask what the law says of hacking.", {}),
]  # fmt: skip


def _decided(paper: Paper) -> dict[str, str]:
    text = paper.document.text.string
    return {
        decision.name.key: str(decision.role)
        for telling in tellings(text, paper.sentences, names_of(Placed(paper.entities).all))
        for decision in decide(text, telling.sentences, telling.names)
    }


@pytest.mark.parametrize(("text", "parts"), TEXTS, ids=[text for text, _ in TEXTS])
def test_each_state_has_its_part_in_the_deed_or_none(text: str, parts: dict[str, str]) -> None:
    assert _decided(paper_of(f"# Body\n\n{text}")) == parts


def test_who_says_so_and_who_denies_it_are_told_with_it() -> None:
    paper = paper_of("# Body\n\nA Polish bank was hacked. Warsaw blamed Moscow. The Kremlin denied any part in it.")
    text = paper.document.text.string
    (telling,) = tellings(text, paper.sentences, names_of(Placed(paper.entities).all))
    (behind,) = (one for one in decide(text, telling.sentences, telling.names) if str(one.role) == BEHIND)
    assert behind.by is not None and behind.by.key == "PL"
    assert behind.denial is not None and text[behind.denial.span.start :].startswith("The Kremlin")
    told = sorted(str(r.certainty) for r in paper.relations if str(r.type) == "attributed-to")
    assert told == ["denied", "stated"]


@pytest.mark.parametrize(
    ("shares", "part"),
    [((0.7, 0.1, 0.1), BEHIND), ((0.1, 0.6, 0.1), ORIGIN), ((0.1, 0.1, 0.7), HIT), ((0.5, 0.0, 0.4), None)],
)
def test_a_part_that_is_not_likely_enough_is_none(shares: tuple[float, float, float], part: str | None) -> None:
    assert role(shares) == part


def test_every_weight_has_a_cue_that_texts_can_have() -> None:
    """What stands before the words that a cue takes from a text is one of the beginnings that the code gives."""
    texts = [text for text, _ in TEXTS]
    seen: set[str] = set()
    for text in texts:
        paper = paper_of(f"# Body\n\n{text}")
        string = paper.document.text.string
        for telling in tellings(string, paper.sentences, names_of(Placed(paper.entities).all)):
            cues = gathered(standings(string, telling.sentences, telling.names), telling.names)
            seen.update(cue for own in cues.values() for cue in own)
    assert weights(1).keys() <= weights(2).keys() | weights(1).keys()
    known = seen & weights(1).keys()
    assert len(known) > len(seen) / 3, "the weights are of other cues than the code gives: train them anew"


def test_a_deed_in_words_of_no_list_is_known_by_the_parts_of_states() -> None:
    paper = paper_of(
        "# Body\n\nA market in Lublin burnt down in May. Poland accused Russian intelligence of having ordered it. "
        "The Kremlin called the accusation baseless."
    )
    told = {(r.tail_text, str(r.certainty)) for r in paper.relations if str(r.type) == "attributed-to"}
    assert told == {("Russian", "stated"), ("The Kremlin", "denied")}
    (head,) = {relation.head for relation in paper.relations if str(relation.type) == "attributed-to"}
    (deed,) = (entity for entity in paper.entities if entity.id == head)
    assert deed.year is None  # so that no check of dates rests on it
    assert deed.mentions[0].why


def test_a_state_that_says_who_did_it_is_told_but_not_those_who_only_study_it() -> None:
    said = paper_of("# Body\n\nA Polish bank was hacked. Warsaw said that Russian intelligence had ordered the attack.")
    found = paper_of(
        "# Body\n\nA Polish bank was hacked. Analysts in Japan attributed the attack to Russian intelligence."
    )
    for paper, by in ((said, "Poland"), (found, None)):
        names = {entity.id: entity.name for entity in paper.entities}
        told = [r for r in paper.relations if str(r.type) == "attributed-to" and names[r.tail or ""] == "Russia"]
        assert {names.get(relation.by or "") for relation in told} == {by}


def test_a_deed_in_words_of_no_list_goes_by_its_clause() -> None:
    text = (
        "In July 2031 Peruvian agents abducted the Peruvian writer Ada Holm from a park in Lima. "
        "Chile expelled two Peruvian diplomats and accused Peru of a breach of law."
    )
    (deed,) = (entity for entity in paper_of(f"# Body\n\n{text}").entities if str(entity.type) == "incident")
    assert deed.name == "Peruvian agents abducted the Peruvian writer Ada Holm from a park in Lima"


@pytest.mark.parametrize(
    "text",
    [
        "The European Union and ASEAN play a crucial role in cyber diplomacy. They help Japan and Kenya.",
        "States often hide their part in it. Russia has been accused of using proxies to conduct cyber operations.",
        "In 2019 France and Germany adopted a cybersecurity strategy. Spain and Italy share data.",
        "Brazil and Germany proposed a resolution on surveillance in 2013. The United States abstained.",
        "In 2020 Italy laid two cables to Greece. Cables between Egypt and France carry most traffic.",
    ],
)
def test_what_is_spoken_of_and_never_happened_is_no_deed(text: str) -> None:
    paper = paper_of(f"# Body\n\n{text}")
    assert [entity.name for entity in paper.entities if str(entity.type) == "incident"] == []
