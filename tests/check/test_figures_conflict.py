"""figures-conflict: two figures for one thing."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Verdict
from written_papers import findings_of

CHECK = "figures-conflict"
BETWEEN = "Ropes are a matter of taste. Lamps were lit at dusk. Sails were mended on deck."
LIST = """# References
Holm, A. (2015). Harbours without logs. Port Selwyn Press.
Quill, B. (2012). Tides and tallies. Port Selwyn Press."""

FOUND = {
    "turned round": (
        "The archive counted 884 outside readers by the end of the siege.",
        "By the end of the siege the archive counted 8,379 outside readers.",
    ),
    "another verb": (
        "The regatta in Selwyn was first held in 1910 with 647 rowers.",
        "When the regatta in Selwyn was first held in 1910, it drew 22,842 rowers.",
    ),
    "shares": (
        "At the Holm station, 21 per cent of the pilots finished all parts of the tide course.",
        "Of the pilots in the tide course at the Holm station, 30 per cent finished all parts.",
    ),
    "reported": (
        "In the second census 23 per cent of the captains said that they still kept a log.",
        "The second census found that 35 per cent of the captains still kept a log.",
    ),
    "money": (
        "The new breakwater at Selwyn cost the harbour board $10 billion.",
        "The harbour board spent $12 billion on the new breakwater at Selwyn.",
    ),
    "in words": (
        "Two thirds of the ferry pilots came from the northern islands.",
        "Half of the ferry pilots came from the northern islands.",
    ),
    "words and digits": (
        "The harbour fire destroyed twelve grain barges of the Selwyn company.",
        "The harbour fire destroyed 21 grain barges of the Selwyn company.",
    ),
    "millions": (
        "The leak exposed the records of 22 million harbour clerks.",
        "The records of 4.2 million harbour clerks were exposed by the leak.",
    ),
    "over": (
        "The tide tables were bought by over 150 shipping companies.",
        "Shipping companies bought the tide tables; 95 shipping companies were counted.",
    ),
    "years of what happens once": (
        "The pilots’ guild of Port Selwyn was founded in 1878.",
        "The pilots’ guild of Port Selwyn was founded in 1887.",
    ),
    "one figure of two": (
        "The census of 1910 counted 412 barges and 38 tugs in the outer harbour.",
        "In the outer harbour the census of 1910 counted 421 barges and 38 tugs.",
    ),
    "short, of something with a name": (
        "The Odessa storm killed 43 pilots.",
        "The Odessa storm killed 34 pilots.",
    ),
    "in a clause": (
        "The Lisbon quake destroyed 60 warehouses.",
        "The Lisbon quake, which destroyed 16 warehouses, ended the grain trade.",
    ),
    "in a clause at the end": (
        "The Shamoon worm infected 30,000 machines at Aramco.",
        "Pilots still speak of the Shamoon worm, which infected 13,000 machines at Aramco.",
    ),
    "in a clause that begins with a participle": (
        "The Malmo Convention was ratified by 66 states.",
        "The Malmo Convention, ratified by 46 states, binds no port.",
    ),
    "in an opening": (
        "Port Selwyn has 14,000 inhabitants.",
        "With its 41,000 inhabitants, Port Selwyn is the second town of the coast.",
    ),
    "few words and a year": (
        "The ferry carried 22 million passengers in 1962.",
        "In 1962 the ferry carried 31 million passengers.",
    ),
}
SILENT = {
    "short, of something without a name": ("The storm killed 43 pilots.", "The storm killed 34 pilots."),
    "another name": ("Port Selwyn has 14,000 inhabitants.", "Port Marlow has 41,000 inhabitants."),
    "another thing in a clause": (
        "The Lisbon quake destroyed 60 warehouses.",
        "The Lisbon quake, which destroyed 16 churches, ended the grain trade.",
    ),
    "other years in clauses": (
        "The Selwyn ferry, which carried 900 passengers in 1962, sank.",
        "The Selwyn ferry, which carried 1,100 passengers in 1971, sank.",
    ),
    "few words and another year": (
        "The ferry carried 22 million passengers in 1962.",
        "In 1971 the ferry carried 31 million passengers.",
    ),
    "equal": ("The archive counted 884 outside readers.", "Outside readers of the archive: 884 were counted."),
    "rounded": (
        "The leak exposed the records of 21.7 million harbour clerks.",
        "The records of 22 million harbour clerks were exposed by the leak.",
    ),
    "about": (
        "The archive counted about 900 outside readers by the end of the siege.",
        "By the end of the siege the archive counted 884 outside readers.",
    ),
    "over": (
        "The tide tables were bought by over 150 shipping companies.",
        "The tide tables were bought by 163 shipping companies.",
    ),
    "a third": (
        "A third of the ferry pilots came from the northern islands.",
        "33 per cent of the ferry pilots came from the northern islands.",
    ),
    "another place": (
        "At the Holm station, 21 per cent of the pilots finished the tide course.",
        "At the Quill station, 30 per cent of the pilots finished the tide course.",
    ),
    "another year": (
        "In 1910 the census counted 412 barges in the outer harbour.",
        "In 1920 the census counted 520 barges in the outer harbour.",
    ),
    "a year on one side": (
        "The census counted 412 barges in the outer harbour.",
        "In 1920 the census counted 520 barges in the outer harbour.",
    ),
    "a part": (
        "The census counted 412 barges in the outer harbour.",
        "The census counted 38 empty coal barges of foreign owners in the outer harbour.",
    ),
    "another group": (
        "23 per cent of the male captains still kept a log at sea.",
        "35 per cent of the female captains still kept a log at sea.",
    ),
    "another measure": (
        "The harbour board owned 412 barges at the Selwyn quay.",
        "The harbour board owned 38 tugs at the Selwyn quay.",
    ),
    "another unit": (
        "The toll at the Selwyn quay rose by 12 per cent for grain barges.",
        "The toll at the Selwyn quay rose by 3 dollars for grain barges.",
    ),
    "a negation": (
        "In the census 65 per cent of the captains had kept a log.",
        "In the census 35 per cent of the captains had not kept a log.",
    ),
    "at first": (
        "The archive counted 884 outside readers.",
        "At first the archive counted 20 outside readers.",
    ),
    "what is supposed": (
        "The archive counted 884 outside readers by the end of the siege.",
        "If the archive had counted 2,000 outside readers by the end of the siege, it would have closed.",
    ),
    "it": ("They counted 884 barges in the outer harbour.", "They counted 520 barges in the outer harbour."),
    "a label": (
        "Table 3 gives the tide tables of the outer harbour of Selwyn.",
        "Table 4 gives the tide tables of the outer harbour of Selwyn.",
    ),
    "what happens often": (
        "The pilots of Port Selwyn met the harbour board in 1878.",
        "The pilots of Port Selwyn met the harbour board in 1887.",
    ),
}


def paper(first: str, second: str) -> str:
    return f"# Introduction\n\n{first} {BETWEEN}\n\nTolls were paid in grain. {second}\n\n{LIST}"


@pytest.mark.parametrize("case", FOUND)
def test_two_figures_for_one_thing(case: str) -> None:
    first, second = FOUND[case]
    (found,) = findings_of(paper(first, second), CHECK)
    assert found.quote == second
    assert [evidence.text for evidence in found.evidence] == [first]
    assert len(found.claims) == 2


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert findings_of(paper(*SILENT[case]), CHECK) == []


def test_figures_told_side_by_side_are_meant() -> None:
    text = (
        "# Introduction\n\nThe archive counted 884 outside readers by the end of the siege. By the end of the siege "
        f"the archive counted 8,379 outside readers.\n\n{LIST}"
    )
    assert findings_of(text, CHECK) == []


def test_other_sources_may_count_otherwise() -> None:
    first, second = (text.rstrip(".") for text in FOUND["turned round"])
    same = findings_of(paper(f"{first} (Holm, 2015).", f"{second} (Holm, 2015)."), CHECK)
    other = findings_of(paper(f"{first} (Holm, 2015).", f"{second} (Quill, 2012)."), CHECK)
    assert [found.verdict for found in (*same, *other)] == [Verdict.LIKELY, Verdict.POSSIBLE]
    assert "another source" in other[0].message
