"""claim-without-citation: what needs a source, and the many sentences that need none."""

from __future__ import annotations

import pytest
from paragraph_cases import found_by_case

from claimtrace.model.finding import Verdict
from written_papers import findings_of

CHECK = "claim-without-citation"

FOUND = {
    "a dated deed": "In 2014 the Danish government closed its harbours to grain for a month.",
    "an accusation": "In 2011 Denmark accused Russia of mapping the outer moles.",
    "a dated event with its number": "NotPetya cost the port of Odessa 300 million dollars in June 2017.",
    "a deed of a body": "The United Nations condemned the raids on the outer mole in 1998.",
    "a survey": "A survey of 412 pilots found that 61 per cent had never seen a log.",
    "a trial": "A controlled trial in Selwyn showed that lamps cut the number of wrecks by 30 per cent.",
    "a rise": "The number of licences sold in Spain doubled between 1990 and 1995.",
    "countries": "More than 40 countries have adopted lamps of this kind.",
    "a first": "Maria Lindqvist first described the undertow in 1998.",
    "others": "Researchers at the University of Oulu have shown that bells carry farther in fog.",
    "a cost": "The city of Selwyn spent 14 million euros on moles between 1991 and 1994.",
    "deaths": "The collapse of the bridge in 1987 killed 43 people.",
    "a great number": "By 1998 the line had carried 3.4 million passengers.",
    "what is dated behind a table": "Table 1 lists the lamps. Dropout of pilots fell from 61 to 30 per cent in 2012.",
    "tables of others": "The tables of the guild are lost. More than 40 countries have adopted lamps of this kind.",
    "a study behind a table": "Table 1 lists the lamps. A survey of 412 pilots found that 61 per cent had no log.",
}
SILENT = {
    "behind a table with its source": (
        "Table 1 draws on Quill (2012). In 2014 the Danish government closed 41 harbours to grain."
    ),
    "a figure before others of the kind": (
        "Over 400,000 people are at risk from undertow. Some 90 victims of undertow are counted yearly (Quill, 2012)."
    ),
    "the answers in a table": "Table 2 shows the answers. Of the 412 pilots asked, 61 per cent had no log.",
    "as a row shows": "Table 2 gives all cases. In two of them, Denmark closed its harbours in 2014, as row 3 shows.",
    "what may come by a year": "The government of Denmark may close 41 harbours before 2030.",
    "the course": "The course was taught to 35 pilots in 2011.",
    "its session": "In the second session 80 per cent of the pilots finished the exercise.",
    "its software": "The package was downloaded more than 3,000 times in its first year.",
    "its project": "The project began in 2005 as a work of the University of Selwyn.",
    "its funding": "Funding came from the harbour board in 2009.",
    "software that is written small": "ropewalk began in 1998 as a set of scripts at the University of Oslo.",
    "its version": "Version 2.0 was released in 2011 for 15 languages.",
    "a treaty by its year": "Rules of this kind follow the Budapest Convention (2001) and its later guidance.",
    "what will be": "In five walks, readers will be led through the wreckage of a storm of 2010.",
    "a mark": "The exercise is worth 20 per cent of the mark.",
    "an address": "Harbour Office, University of Selwyn, Box 2009, Selwyn, ada@example.org 2010.",
    "cited": "In 2014 the Danish government closed its harbours to grain for a month (Quill, 2012).",
    "cited in the sentence": "Holm (2015) tells how Denmark accused Russia of mapping the outer moles in 2011.",
    "leaning on the sentence before": (
        "In 2011 Denmark accused Russia of mapping the moles (Quill, 2012). This charge was denied by Russia in 2012."
    ),
    "the paper's aim": "This paper asks why Denmark closed its harbours in 2014.",
    "the paper's own count": "We counted 412 boats in 2014 and found 61 per cent of them empty.",
    "a norm": "Denmark should publish every such charge before 2030.",
    "a possibility": "Russia might map the moles again.",
    "a hedge that names nobody": "It is perhaps true that ropes are dearer than they were.",
    "nobody named": "Ropes wear out faster in salt water than in fresh.",
    "a question": "Why did Denmark accuse Russia of mapping the outer moles in 2011?",
    "talk of a table": "Table 1 gives the charges that Denmark made from 2009 to 2014.",
    "a lead to what follows": "In 2014 the Danish government did three things:",
    "a quotation": "“In 2014 Denmark closed its harbours to grain” is a line of the play.",
    "the plan of the paper": "Section 3 turns to the case of Denmark between 2009 and 2014.",
    "where the rest stands": "This is the puzzle: Denmark closed its harbours in 2014 (see above).",
    "what did not happen": "If Denmark had not closed its harbours in 2014, grain would have been cheap.",
    "what is supposed": "Suppose that in 2014 Denmark had closed its harbours for good.",
    "a definition": "In what follows, the United Nations is called the Organisation.",
    "the cases": "Denmark, Norway and Sweden are the three cases.",
    "a source named by its author": "Quill (2012) is the only study of Danish moles. She counted 412 of them in 1998.",
    "a list": "• Denmark closed its harbours in 2014",
}


@pytest.mark.parametrize("case", FOUND)
def test_a_statement_that_nothing_answers_for(case: str) -> None:
    found = found_by_case(CHECK, FOUND)[case]
    assert len(found) == 1
    assert FOUND[case].endswith(found[0].quote)
    assert len(found[0].claims) == 1


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found_by_case(CHECK, SILENT)[case] == []


def test_a_citation_beside_it_makes_it_a_possibility() -> None:
    text = (
        "# Introduction\n\nFerries ran on Sundays (Quill, 2012). In 2014 the Danish government closed 41 harbours."
        "\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
    )
    (finding,) = findings_of(text, CHECK)
    assert finding.verdict is Verdict.POSSIBLE
    assert "does not lean on the one beside it" in finding.message


@pytest.mark.parametrize("heading", ["Abstract", "Methods", "Acknowledgements", "Funding"])
def test_silent_in_parts_that_tell_of_the_paper_itself(heading: str) -> None:
    text = (
        "# Introduction\n\nFerries ran on Sundays (Quill, 2012).\n\n"
        f"# {heading}\n\nIn 2014 the Danish government closed its harbours to grain, with 41 exceptions.\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
    )
    assert findings_of(text, CHECK) == []


def test_figures_are_the_papers_own_from_its_methods_on() -> None:
    survey = "A survey of 412 pilots found that 61 per cent had never seen a log."
    text = (
        "# Introduction\n\nFerries ran on Sundays (Quill, 2012). {before}\n\n"
        "# Methods\n\nPilots were asked in writing.\n\n# Discussion\n\n{behind} Ropes are a matter of taste.\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
    )
    assert len(findings_of(text.format(before=survey, behind="Lamps are dear."), CHECK)) == 1
    assert findings_of(text.format(before="Lamps are dear.", behind=survey), CHECK) == []


def test_what_is_dated_beyond_the_papers_own_year_is_no_fact_yet() -> None:
    text = (
        "= Harbours and Their Books\n\nPublished 3 May 2024\n\n# Introduction\n\n"
        "In {year} the Danish government will have closed 12 harbours to grain. Ferries ran on Sundays (Quill, 2012), "
        "and the chapel was full when they ran, as it had been in the years when there was no ferry to be had.\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
    )
    assert findings_of(text.format(year=2031), CHECK) == []
    assert len(findings_of(text.format(year=2021), CHECK)) == 1
