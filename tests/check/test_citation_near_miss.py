"""citation-near-miss: a letter or a year off, and the differences that are none."""

from __future__ import annotations

import pytest
from paragraph_cases import ENTRIES, found_by_case

from written_papers import findings_of

CHECK = "citation-near-miss"

FOUND = {
    "a letter too many": ("The port kept no log (Holme, 2015).", "Holm, A."),
    "another letter": ("Quell (2012) doubts the tallies.", "Quill, B."),
    "another year": ("Moored boats were counted twice (Adeyemi, 2019).", "Adeyemi, D."),
    "letters swapped in one of three": ("Lamps came late (Bradnt et al., 2020).", "Brandt, G."),
    "another year of a body": ("Moorings rose each year (Harbour Statistics Office, 2018).", "Harbour Statistics"),
}
SILENT = {
    "a citation that lost a word": "Lamps came late (Brandt al., 2018).",
    "the same": "The port kept no log (Holm, 2015).",
    "without accents": "The mole was lit by whale oil (Nunez & Ferry, 2017).",
    "an accent of another kind": "The mole was lit by whale oil (Nùñéz & Ferry, 2017).",
    "the particle left out": "Pilots were paid by the tide (Meer, 2010).",
    "the particle in capitals": "Van der Meer (2010) says so, and VAN DER MEER (2010) says it twice.",
    "all in capitals": "The port kept no log (HOLM, 2015).",
    "initials": "The port kept no log (A. Holm, 2015).",
    "et al. for three": "Lamps came late (Brandt et al., 2020).",
    "an acronym": "Moorings rose each year (Harbour Statistics Office [HSO], 2019). They fell at last (HSO, 2019).",
    "nothing like it": "The harbour was closed twice (Ostrander, 2011).",
    "possessive": "Holm's (2015) count is the best, and Quill's (2012) the next.",
}


@pytest.mark.parametrize("case", FOUND)
def test_a_near_miss_names_the_entry(case: str) -> None:
    found = found_by_case(CHECK, {name: text for name, (text, _) in FOUND.items()})[case]
    assert len(found) == 1
    assert [evidence.kind for evidence in found[0].evidence] == ["entry"]
    assert found[0].evidence[0].text.startswith(FOUND[case][1])
    assert len(found[0].references) == 1


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found_by_case(CHECK, SILENT)[case] == []


def test_a_neighbour_in_the_list_is_taken_for_itself() -> None:
    entries = (
        ENTRIES + "Holt, A. (2015). Ropes of hemp. Port Selwyn Press.\nHolm, A. (2016). Later logs. Port Selwyn Press."
    )
    text = "Logs were kept (Holt, 2015), then lost (Holm, 2016), then found (Holm, 2015).\n\n# References"
    assert findings_of(f"{text}\n{entries.strip()}", CHECK) == []


@pytest.mark.parametrize("cited", ["World Lamp Organisation", "World Lamp Organization"])
def test_a_body_may_be_spelt_as_its_writer_spells(cited: str) -> None:
    entries = ENTRIES + "World Lamp Organization. (2017). Guide to lamps. World Lamp Organization."
    text = f"Lamps are dear ({cited} [WLO], 2017). They were dearer once (WLO, 2017).\n\n# References\n"
    assert findings_of(text + entries.strip(), CHECK) == []


def test_the_same_slip_in_two_places_makes_one_finding() -> None:
    text = "The port kept no log (Holme, 2015). It kept none later (Holme, 2015, p. 14).\n\n# References\n"
    found = findings_of(text + ENTRIES.strip(), CHECK)
    assert len(found) == 1
    assert len(found[0].citations) == 2
