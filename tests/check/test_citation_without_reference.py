"""citation-without-reference: pointers to nothing, and the brackets that are none."""

from __future__ import annotations

import pytest
from paragraph_cases import ENTRIES, found_by_case

from claimtrace.model.finding import CoverageState, Verdict
from written_papers import audit_of, findings_of

CHECK = "citation-without-reference"

FOUND = {
    "in brackets": "The harbour was closed twice in that decade (Ostrander, 2011).",
    "in the sentence": "Pellew (2008) counted the ropes and found a third of them rotten.",
    "between two that are listed": "The tallies were burnt (Holm, 2015; Marlow, 2006; Quill, 2012).",
    "with a page": "No bell was rung in fog (Thackery, 1998, p. 14).",
    "of two authors": "The mole was raised by a foot (Ingram & Vesey, 2003).",
    "of a body": "Moorings were let by the week (Board of Lighters, 2014).",
}
SILENT = {
    "listed": "The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).",
    "an agreement and its year": "The Harbour Convention (2011) changed little, and the Mole Accord (2014) less.",
    "a war and its years": "The Rope War (1907-1911) emptied the sheds, and the peace (1911) filled them.",
    "a collection and a number": "The mould came from a collection (NRRL, 1998) and from another (MTCC, 1893).",
    "a year alone": "The second storm (1953) took the lamp, and the third (in 1961) took the house.",
    "a figure and a count": "Most ropes were hemp (see Figure 3), and a few were wire (N = 2011).",
    "no comma": "The port kept no log (Holm 2015).",
    "a page behind a colon": "The port kept no log (Holm, 2015: 17).",
    "words before and behind": "The port kept no log (cf. Holm, 2015, for the early years).",
    "possessive": "Holm's (2015) count is the best that there is.",
    "a particle in capitals": "Van der Meer (2010) doubts it, and others have followed (van der Meer, 2010).",
    "without an accent": "Nunez and Ferry (2017) doubt it too.",
    "et al.": "Lamps came late (Brandt et al., 2020).",
    "an acronym": "Moorings rose each year (Harbour Statistics Office [HSO], 2019). They fell at last (HSO, 2019).",
    "a misspelt name": "The port kept no log (Holmm, 2015).",
    "a number that could be a year": "A longer list (of 2030 entries) is in hand.",
    "a ship, a prize, a film": "The ship Aurora (1987) won the Mole Prize (2016) and the film Quayside (1953).",
    "an article, a case, a standard": "Article 51 (1945), Smith v. Jones (1998) and ISO 27001 (2013) were read out.",
    "a resolution and a body": "Resolution 2341 (2017) and the G7 (2017) say little of ropes.",
    "an incident": "NotPetya (2017) confirmed a fear. Stuxnet (2010) shows that ports are frail (WannaCry, 2017).",
    "years in office": "President Lund (1998-2004) never saw the mole; King Oskar (r. 1872-1907) did.",
    "where somebody was born": "She was born in Aarhus (Denmark, 1931) and died in Oslo (Norway, 2002).",
    "an interview and a survey": "A pilot (interview, May 2019) said the same, and the survey (March 2020) did not.",
    "a treaty and its changes": "The Treaty of Ropes (signed 1911, in force 1914) is short (as amended in 1921).",
    "several forms at once": "Others agree (cf. Holm, 2015; but compare Quill, 2012, on which more below).",
    "colleagues": "Brandt and colleagues (2020) agree, and Brandt et al.'s (2020) count was right.",
    "emphasis": "The rule was kept (Holm, 2015, emphasis added), or so it seems (Quill, 2012, my translation).",
}


@pytest.mark.parametrize("case", FOUND)
def test_a_citation_that_no_entry_answers_is_found_once(case: str) -> None:
    found = found_by_case(CHECK, FOUND)[case]
    assert len(found) == 1
    assert found[0].citations
    assert found[0].quote in " ".join(FOUND[case].split())


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found_by_case(CHECK, SILENT)[case] == []


def test_all_places_that_cite_a_missing_work_make_one_finding() -> None:
    text = (
        "The harbour was closed twice (Ostrander, 2011). The port kept no log (Holm, 2015).\n\n"
        "It was closed a third time (Ostrander, 2011, p. 9). Ostrander (2011) calls it a habit.\n\n# References\n"
    )
    found = findings_of(text + ENTRIES.strip(), CHECK)
    assert len(found) == 1
    assert len(found[0].citations) == 3
    assert sum(evidence.kind == "also cited here" for evidence in found[0].evidence) == 2


def test_a_number_beyond_the_list_is_found_and_those_of_the_list_are_not() -> None:
    text = (
        "The harbour was closed twice [1]. The port kept no log [2], [4]. Ropes were counted [1]-[3]. Pilots were paid "
        "by the tide [3, p. 7].\n\n# References\n"
        "[1] A. Holm, “Harbours without logs,” Annals of Ports, vol. 4, no. 1, pp. 12-40, 2015.\n"
        "[2] B. Quill, Tides and Tallies. Port Selwyn: Port Selwyn Press, 2012.\n"
        "[3] E. Osei, “Three tides,” Annals of Ports, vol. 9, no. 3, pp. 201-219, 2020."
    )
    found = findings_of(text, CHECK)
    assert [finding.quote for finding in found] == ["The port kept no log [2], [4]."]
    assert found[0].verdict is Verdict.CONFIRMED


def test_a_number_is_shown_with_the_sentence_before_it() -> None:
    text = (
        "The port kept no log [1]. As Marlow [4] said, ropes were counted [2].\n\n# References\n"
        "[1] A. Holm, “Harbours without logs,” Annals of Ports, vol. 4, no. 1, pp. 12-40, 2015.\n"
        "[2] B. Quill, Tides and Tallies. Port Selwyn: Port Selwyn Press, 2012."
    )
    (finding,) = findings_of(text, CHECK)
    assert [evidence.text for evidence in finding.evidence if evidence.kind == "around it"] == [
        "The port kept no log [1]. As Marlow [4] said, ropes were counted [2]."
    ]


def test_it_abstains_where_the_entry_was_not_parted_from_another() -> None:
    audit = audit_of(
        "The port kept no log (Holm, 2015). The tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40. https://doi.org/10.5555/ap.12 "
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press."
    )
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert not [finding for finding in audit.findings if finding.check == CHECK]
    assert row.abstained == 1
    assert "parted" in (row.why or "")


def test_a_paper_without_a_list_is_skipped_and_says_so() -> None:
    audit = audit_of("The harbour was closed twice (Ostrander, 2011), for want of rope and of men to haul it.")
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert row.state is CoverageState.SKIPPED
    assert "no reference list" in (row.why or "")
    assert not [finding for finding in audit.findings if finding.check == CHECK]
