"""Who is said to have done what: relations from sentences, from names, from the rows of tables."""

from __future__ import annotations

import pytest

from claimtrace.model.paper import Paper
from set_documents import paper_of

Told = tuple[str, str, str | None, str | None]
"""Type, head, tail, qualifier."""


def _told(paper: Paper) -> list[Told]:
    names = {entity.id: entity.name for entity in paper.entities}
    return [(str(r.type), names[r.head], names.get(r.tail or ""), r.qualifier) for r in paper.relations]


def _attributed(incident: str, state: str, qualifier: str | None = None) -> Told:
    return ("attributed-to", incident, state, qualifier)


SENTENCES: list[tuple[str, list[Told]]] = [
    ("WannaCry was attributed to North Korea.", [_attributed("WannaCry", "North Korea")]),
    ("WannaCry, which closed hospitals, has been attributed to North Korean soldiers.",
     [_attributed("WannaCry", "North Korea")]),
    ("WannaCry was publicly blamed on Pyongyang.", [_attributed("WannaCry", "North Korea")]),
    ("NotPetya was traced back to Russia.", [_attributed("NotPetya", "Russia")]),
    ("The Sony Pictures hack was carried out by North Korea.", [_attributed("Sony Pictures hack", "North Korea")]),
    ("NotPetya, allegedly launched by Russia, was dear.", [_attributed("NotPetya", "Russia", "allegedly")]),
    ("WannaCry was widely attributed to North Korea.", [_attributed("WannaCry", "North Korea", "widely")]),
    ("WannaCry was attributed to North Korea, and NotPetya was attributed to Russia.",
     [_attributed("WannaCry", "North Korea"), _attributed("NotPetya", "Russia")]),
    ("The 2031 Port Selwyn breach was attributed to Estonia.", [_attributed("2031 Port Selwyn breach", "Estonia")]),
    ("Attributed to North Korea, WannaCry closed hospitals.", [_attributed("WannaCry", "North Korea")]),
    # who attributes, and how
    ("Britain blamed NotPetya on Russia.", [_attributed("NotPetya", "Russia")]),
    ("Investigators believe that Pyongyang ordered the Sony Pictures hack.",
     [_attributed("Sony Pictures hack", "North Korea", "believe")]),
    ("WannaCry was attributed to North Korea, although Pyongyang denied it.",
     [_attributed("WannaCry", "North Korea", "disputed")]),
    # no attribution
    ("WannaCry closed hospitals in the United Kingdom.", [("targeted", "WannaCry", "United Kingdom", None)]),
    ("Russia denied any part in NotPetya.", [_attributed("NotPetya", "Russia", "denied")]),
    ("WannaCry was attributed to a careless clerk.", []),
    ("The delay was attributed to Russia.", []),
    ("WannaCry was not attributed to Russia.", [_attributed("WannaCry", "Russia", "denied")]),
    ("WannaCry has never been publicly attributed to Russia.", [_attributed("WannaCry", "Russia", "denied")]),
    ("WannaCry could not be attributed to Russia.", [_attributed("WannaCry", "Russia", "denied")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "relations"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_attributions_of_a_sentence(sentence: str, relations: list[Told]) -> None:
    assert _told(paper_of(f"# Body\n\n{sentence}")) == relations


TREATY_ACTS: list[tuple[str, list[Told]]] = [
    ("The Tacna Agreement was opened in 2031. Peru signed at once; Chile ratified it in 2032.",
     [("signed", "Peru", "Tacna Agreement", None), ("party-to", "Chile", "Tacna Agreement", None)]),
    ("The Tacna Agreement has few friends. Peru and Chile are parties to it. Bolivia was the first to sign.",
     [("party-to", "Peru", "Tacna Agreement", None), ("party-to", "Chile", "Tacna Agreement", None),
      ("signed", "Bolivia", "Tacna Agreement", None)]),
    ("The Tacna Agreement was ratified by Peru and signed by Chile.",
     [("party-to", "Peru", "Tacna Agreement", None), ("signed", "Chile", "Tacna Agreement", None)]),
    ("Under the Tacna Agreement Peru and Chile undertook to share water.",
     [("party-to", "Peru", "Tacna Agreement", None), ("party-to", "Chile", "Tacna Agreement", None)]),
    ("The Tacna Agreement has few friends. Peru did not sign. Chile has never ratified it.",
     [("party-to", "Peru", "Tacna Agreement", "denied"), ("party-to", "Chile", "Tacna Agreement", "denied")]),
    ("Peru left the Tacna Agreement in 2035. Chile withdrew two years later.",
     [("withdrew", "Peru", "Tacna Agreement", None), ("withdrew", "Chile", "Tacna Agreement", None)]),
    ("The parties to the Tacna Agreement, among them Peru and Chile, met.",
     [("party-to", "Peru", "Tacna Agreement", None), ("party-to", "Chile", "Tacna Agreement", None)]),
    ("Among the parties to the Tacna Agreement is Peru.", [("party-to", "Peru", "Tacna Agreement", None)]),
    ("The accession of Peru to the Tacna Agreement was late.", [("party-to", "Peru", "Tacna Agreement", None)]),
    ("Non-parties to the Tacna Agreement include Peru. Chile has yet to ratify the Tacna Agreement.",
     [("party-to", "Peru", "Tacna Agreement", "denied"), ("party-to", "Chile", "Tacna Agreement", "denied")]),
    ("Peru stayed out of the Tacna Agreement.", [("party-to", "Peru", "Tacna Agreement", "denied")]),
    # another thing is signed, or which agreement is meant cannot be told
    ("The Tacna Agreement was opened in 2031. Peru signed a contract with a firm.", []),
    ("The Tacna Agreement was opened in 2031, like the Arica Accord. Peru signed at once.", []),
    ("Peru signed at once.", []),
    ("NATO, of which Estonia is a member, sent ships.", [("member-of", "Estonia", "NATO", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relations"), TREATY_ACTS, ids=[text for text, _ in TREATY_ACTS])
def test_what_states_do_with_an_agreement_named_before(text: str, relations: list[Told]) -> None:
    assert sorted(map(repr, _told(paper_of(f"# Body\n\n{text}")))) == sorted(map(repr, relations))


def test_what_two_conclude_they_sign_and_what_many_conclude_they_are_parties_to() -> None:
    two = _told(paper_of("# Body\n\nPeru and Chile concluded the Tacna Agreement in 2031."))
    many = _told(paper_of("# Body\n\nPeru, Chile and Bolivia concluded the Tacna Agreement in 2031."))
    assert {kind for kind, *_ in two} == {"signed"}
    assert {kind for kind, *_ in many} == {"party-to"}


def test_an_attribution_does_not_reach_into_the_next_sentence() -> None:
    assert _told(paper_of("# Body\n\nWannaCry was loud. The delay was attributed to Russia.")) == []


INCIDENTS = """
# Body

Table 1. Attacks and answers

Incident | Year | Attributed to | Target | Response
WannaCry | 2017 | North Korea | United Kingdom | Charges against one man
NotPetya | 2017 | Russia (GRU) | Ukraine; Denmark | none
Breach of the lamp office | 2031 | unknown | Estonia |
"""


def test_rows_of_an_incident_table() -> None:
    paper = paper_of(INCIDENTS)
    assert set(_told(paper)) == {
        _attributed("WannaCry", "North Korea"),
        ("targeted", "WannaCry", "United Kingdom", None),
        ("responded-with", "WannaCry", None, None),
        _attributed("NotPetya", "Russia"),
        _attributed("NotPetya", "GRU"),
        ("targeted", "NotPetya", "Ukraine", None),
        ("targeted", "NotPetya", "Denmark", None),
        ("targeted", "Breach of the lamp office", "Estonia", None),
    }
    assert {r.table for r in paper.relations} == {paper.document.tables[0].id}
    answers = [r.tail_text for r in paper.relations if str(r.type) == "responded-with"]
    assert answers[0] == "Charges against one man"


def test_a_table_of_states_against_agreements() -> None:
    paper = paper_of(
        "# Body\n\nThe Budapest Convention and the Tallinn Manual are compared.\n\nTable 1. Parties\n\n"
        "State | Budapest Convention | Agreement joined\nEstonia | Yes | Antarctic Treaty\nRussia | No | none\n"
        "Brazil | Partial | none"
    )
    assert set(_told(paper)) == {
        ("party-to", "Estonia", "Budapest Convention", None),
        ("party-to", "Estonia", "Antarctic Treaty", None),
        ("party-to", "Russia", "Budapest Convention", "denied"),
        ("party-to", "Brazil", "Budapest Convention", "partly"),
    }


def test_an_agreement_named_after_its_parties() -> None:
    paper = paper_of("# Body\n\nThe US-China Cyber Agreement was short. China and the US kept it for a while.")
    parties = {(kind, head) for kind, head, _, _ in _told(paper)}
    assert parties == {("party-to", "United States"), ("party-to", "China")}


def test_relations_point_to_their_words_and_come_in_order() -> None:
    paper = paper_of(INCIDENTS + "\n\nNotPetya was attributed to Russia, and WannaCry was attributed to North Korea.")
    spans = [relation.span for relation in paper.relations]
    assert spans == sorted(spans)
    names = {entity.id: [mention.text for mention in entity.mentions] for entity in paper.entities}
    for relation in paper.relations:
        words = paper.document.text.at(relation.span)
        assert any(name in words for name in names[relation.head])
        assert relation.tail_text in words


DEEDS: list[tuple[str, set[tuple[str, str | None]]]] = [
    ("Chinese state-sponsored hackers broke into the networks of the Belgian government in 2031.",
     {("attributed-to", "China"), ("targeted", "Belgium")}),
    ("The Albanian parliament was hacked by Iranian state hackers.",
     {("attributed-to", "Iran"), ("targeted", "Albania")}),
    ("North Korean state hackers targeted researchers in South Korea and Japan.",
     {("attributed-to", "North Korea"), ("targeted", "South Korea"), ("targeted", "Japan")}),
    ("The Iranian group MuddyWater targeted firms in Egypt.",
     {("attributed-to", "Iran"), ("attributed-to", "MuddyWater"), ("targeted", "Egypt")}),
    ("Espionage against ministries in Kenya, Ghana and Togo was traced to a group that works for Beijing.",
     {("attributed-to", "China"), ("targeted", "Kenya"), ("targeted", "Ghana"), ("targeted", "Togo")}),
    ("The Latvian railway said that its servers had been breached.", {("targeted", "Latvia")}),
    ("NotPetya wiped the disks of Danish firms.", {("targeted", "Denmark")}),
    ("Researchers at an Israeli firm found that hackers from Iran had broken into Turkish ministries.",
     {("attributed-to", "Iran"), ("targeted", "Türkiye")}),
    ("The Polish space agency took its systems off line after an intrusion; evidence pointed to Russia.",
     {("attributed-to", "Russia"), ("targeted", "Poland")}),
    ("Swiss intelligence said that it had broken into the servers of a Serbian firm.",
     {("attributed-to", "Switzerland"), ("targeted", "Serbia")}),
    ("Glass Reed, a spying campaign, took files from embassies in Peru.", {("targeted", "Peru")}),
    ("Two Chinese nationals were charged by the US with having hacked into firms in Chile.",
     {("attributed-to", "China"), ("targeted", "Chile"), ("responded-with", None)}),
    # told by the house that was hit, or by who is blamed for it behind or before it
    ("Malta's parliament was breached in 2031.", {("targeted", "Malta")}),
    ("The Maltese tax office lost the data of all payers. Valletta's minister hinted at Libyan spies.",
     {("attributed-to", "Libya"), ("targeted", "Malta")}),
    ("Albanian police blamed Serbian officers after the mail of the tax office had been hacked.",
     {("attributed-to", "Serbia"), ("targeted", "Albania")}),
    ("Cuba is believed to have had a hand in the theft of letters from a Bolivian ministry.",
     {("attributed-to", "Cuba"), ("targeted", "Bolivia")}),
    ("The mail of the Omani navy was read for two years. Muscat put it down to Yemeni spies.",
     {("attributed-to", "Yemen"), ("targeted", "Oman")}),
    ("The servers of a Nepalese bank were wiped by intruders. The minister laid the blame on Bhutan.",
     {("attributed-to", "Bhutan"), ("targeted", "Nepal")}),
    ("The Irish health service was hacked. Six men in the pay of the Cuban army were charged.",
     {("attributed-to", "Cuba"), ("targeted", "Ireland")}),
    ("The Irish health service was hacked. Prosecutors found that officers of the Cuban army had ordered it.",
     {("attributed-to", "Cuba"), ("targeted", "Ireland")}),
    ("The Irish health service was hacked. A Cuban service had done it, an inquiry showed.",
     {("attributed-to", "Cuba"), ("targeted", "Ireland")}),
    ("The Irish health service was hacked, presumably by the Cuban army.",
     {("attributed-to", "Cuba"), ("targeted", "Ireland")}),
    ("The Irish health service was hacked. The intrusion had been part of a Cuban espionage effort.",
     {("attributed-to", "Cuba"), ("targeted", "Ireland")}),
    ("Cyberattacks by Cuban hackers on Peruvian dams went on for years.",
     {("attributed-to", "Cuba"), ("targeted", "Peru")}),
    ("A spying campaign against teachers in Ghana and Togo was found.", {("targeted", "Ghana"), ("targeted", "Togo")}),
    ("Officials blamed Peru after the pages of the coast guard had been defaced.", {("attributed-to", "Peru")}),
    ("Stuxnet, which nobody claimed, laid bare the plans of a Peruvian dam.", {("targeted", "Peru")}),
    ("In the Sony Pictures hack the letters of Peruvian actors were stolen.", {("targeted", "Peru")}),
    ("Two men in Nairobi sold stolen Kenyan files on line.", set()),
    ("The Irish health service was hacked; Dutch analysts regard it as the work of the Cuban army.",
     {("attributed-to", "Cuba"), ("targeted", "Ireland")}),
    ("The Irish health service was hacked. London sanctioned officers of the Cuban army for it.",
     {("attributed-to", "Cuba"), ("targeted", "Ireland"), ("responded-with", None)}),
    # hackers of a nation: their state is no more than alleged
    ("Russian hackers stole the files of a film studio.", {("attributed-to", "Russia")}),
    # bound to no state, or no such deed
    ("Turkish students attacked the Greek author.", set()),
    ("Germany attacked the French proposal.", set()),
    ("The Estonian army targeted recruits in June.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), DEEDS, ids=[sentence for sentence, _ in DEEDS])
def test_a_deed_without_a_name_has_its_actor_and_its_target(sentence: str, told: set[tuple[str, str | None]]) -> None:
    found = _told(paper_of(f"# Body\n\n{sentence}"))
    assert {(kind, tail) for kind, _, tail, _ in found} == told


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Hackers of the Russian army broke into the mail of a Polish bank.", "stated"),
        ("Russian hackers broke into the mail of a Polish bank.", "alleged"),
        ("Suspected Russian state hackers broke into the mail of a Polish bank.", "alleged"),
        ("The mail of a Polish bank was hacked. Warsaw blamed Moscow.", "stated"),
        ("The mail of a Polish bank was hacked. The attackers are thought to work for Moscow.", "alleged"),
        ("The mail of a Polish bank was hacked. Moscow denied any involvement.", "denied"),
        ("The mail of a Polish bank was hacked. Moscow rejected the accusation.", "denied"),
        ("The mail of a Polish bank was hacked. Officials suspected the Russian state.", "alleged"),
        ("The mail of a Polish bank was hacked. Clues pointed to Russia, and nobody was surprised.", "alleged"),
    ],
)
def test_who_is_behind_a_deed_and_how_sure_that_is(text: str, certainty: str) -> None:
    paper = paper_of(f"# Body\n\n{text}")
    names = {entity.id: entity.name for entity in paper.entities}
    behind = [(names[r.tail or ""], str(r.certainty)) for r in paper.relations if str(r.type) == "attributed-to"]
    assert behind == [("Russia", certainty)]
    assert [names[r.tail or ""] for r in paper.relations if str(r.type) == "targeted"] == ["Poland"]


def test_a_hacker_group_brings_the_state_to_which_public_attributions_tie_it() -> None:
    paper = paper_of("# Body\n\nAPT28 broke into the mail of a Polish bank.")
    (behind,) = (r for r in paper.relations if str(r.type) == "attributed-to")
    (group,) = (entity for entity in paper.entities if entity.id == behind.tail)
    assert (group.name, group.iso3166, group.state) == ("APT28", None, "RU")


@pytest.mark.parametrize(
    "text",
    [
        "The mail of a Polish bank was hacked. The delay was attributed to German law.",
        "The mail of a Polish bank was hacked. Germany was responsible for aid to the region.",
        "The mail of a Polish bank was hacked. The study is the work of Italian scholars.",
        "The mail of a Polish bank was hacked. Berlin accused Rome of slowness.",
        "The mail of a Polish bank was hacked, French officials said.",
        "The mail of a Polish bank was hacked. Warsaw named German firms as helpers.",
        "The mail of a Polish bank was hacked. Critics blamed France for the new tax.",
        "The mail of a Polish bank was hacked. Money had gone to accounts in Spain.",
        "Researchers at a French firm described malware that hit a Polish bank.",
        "The mail of a Polish bank was hacked.\n\nWarsaw blamed Moscow.",
    ],
)
def test_what_stands_beside_a_deed_is_no_attribution(text: str) -> None:
    paper = paper_of(f"# Body\n\n{text}")
    assert [r for r in paper.relations if str(r.type) == "attributed-to"] == []


OTHERS: list[tuple[str, list[Told]]] = [
    ("Japan acceded to the Budapest Convention.", [("party-to", "Japan", "Budapest Convention", None)]),
    (
        "Neither India nor Pakistan is party to the Budapest Convention.",
        [
            ("party-to", "India", "Budapest Convention", "denied"),
            ("party-to", "Pakistan", "Budapest Convention", "denied"),
        ],
    ),
    ("Russia withdrew from the Treaty on Open Skies.", [("withdrew", "Russia", "Treaty on Open Skies", None)]),
    ("The Port Selwyn Accord was signed by Ghana.", [("signed", "Ghana", "Port Selwyn Accord", None)]),
    ("Moscow violated the INF Treaty, Washington said.", [("violated", "Russia", "INF Treaty", "alleged")]),
    ("Iran accused Israel of sabotage.", [("accused", "Iran", "Israel", None)]),
    ("Estonia is a member of NATO.", [("member-of", "Estonia", "NATO", None)]),
    ("Russia should join the Budapest Convention.", []),
    ("Russia joined the talks on the Budapest Convention.", []),
]


@pytest.mark.parametrize(("sentence", "told"), OTHERS, ids=[sentence for sentence, _ in OTHERS])
def test_agreements_accusations_and_members(sentence: str, told: list[Told]) -> None:
    assert _told(paper_of(f"# Body\n\n{sentence}")) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The Netherlands expelled four officers after the Viasat hack.",
        "In response to the Viasat hack, the Netherlands expelled four officers.",
        "The Netherlands answered the Viasat hack with the expulsion of four officers.",
    ],
)
def test_answers_to_an_incident_have_words_and_an_actor(sentence: str) -> None:
    paper = paper_of(f"# Body\n\n{sentence}")
    names = {entity.id: entity.name for entity in paper.entities}
    (answer,) = (r for r in paper.relations if str(r.type) == "responded-with")
    assert "four officers" in answer.tail_text
    assert names[answer.by or ""] == "Netherlands"
    assert answer.response == "expulsion"


def test_an_answer_in_the_next_sentence() -> None:
    paper = paper_of("# Body\n\nThe mail of a Polish bank was hacked. Warsaw recalled its ambassador from Minsk.")
    (answer,) = (r for r in paper.relations if str(r.type) == "responded-with")
    assert (answer.tail_text, answer.response) == ("recalled its ambassador from Minsk", "diplomatic")


STANDINGS = [
    (
        "Country | Budapest Convention\nJapan | Party since 2012\nRussia | \u2717",
        {("party-to", "Japan", None), ("party-to", "Russia", "denied")},
    ),
    (
        "Country | Budapest Convention\nJapan | Partial\nRussia | Observer",
        {("party-to", "Japan", "partly"), ("party-to", "Russia", "partly")},
    ),
    (
        "Country | Budapest Convention\nIreland | Signatory (not ratified)\nIndia | Non-party",
        {("signed", "Ireland", None), ("party-to", "India", "denied")},
    ),
    ("Country | INF Treaty\nRussia | Withdrawn (2019)\nIndia | n/a", {("withdrew", "Russia", None)}),
    (
        "Agreement | Year | Parties\nBudapest Convention | 2001 | Japan, Chile, but not Russia",
        {("party-to", "Japan", None), ("party-to", "Chile", None), ("party-to", "Russia", "denied")},
    ),
    (
        "Agreement | Year | Parties | Non-parties\nBudapest Convention | 2001 | Japan | Russia; India",
        {("party-to", "Japan", None), ("party-to", "Russia", "denied"), ("party-to", "India", "denied")},
    ),
    (
        "Year | Incident | State behind it\n2017 | NotPetya | Russia\n2017 | WannaCry | North Korea",
        {("attributed-to", "NotPetya", None), ("attributed-to", "WannaCry", None)},
    ),
    (
        "2017 | NotPetya | Russia\n2017 | WannaCry | North Korea",
        {("attributed-to", "NotPetya", None), ("attributed-to", "WannaCry", None)},
    ),
]


@pytest.mark.parametrize(("rows", "told"), STANDINGS, ids=[rows for rows, _ in STANDINGS])
def test_what_the_cells_of_a_table_say(rows: str, told: set[tuple[str, str, str | None]]) -> None:
    paper = paper_of(f"# Body\n\nTable 1. Who stands where\n\n{rows}")
    assert {(kind, head, qualifier) for kind, head, _, qualifier in _told(paper)} == told
