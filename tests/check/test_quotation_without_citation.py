"""quotation-without-citation: whose words are these, and the marks that quote nobody."""

from __future__ import annotations

import pytest
from paragraph_cases import found_by_case

from written_papers import findings_of

CHECK = "quotation-without-citation"

FOUND = {
    "nobody named": "A saying had it that “the sea keeps no office hours at all”.",
    "straight marks": 'It was painted over the gate that "no rope is older than its knot".',
    "single marks": "It was painted over the gate that ‘no rope is older than its knot’.",
    "somebody new behind a citation": (
        "Ferries ran on Sundays (Quill, 2012). One of the pilots remarked that “the tide waits for the cook and for "
        "nobody else”."
    ),
    "set off": (
        "The harbour master put it on a board by the gate:\n\n> Whoever takes a rope that is not his own shall splice "
        "two for the mole before he sails, and a third if he has been told of it before."
    ),
}
SILENT = {
    "a label": "The box on the quay gives information on ‘how to read the log’ to crews.",
    "cited in its sentence": "One pilot remarked that “the sea keeps no office hours at all” (Quill, 2012, p. 4).",
    "cited at the head": "As Quill (2012) puts it, “the sea keeps no office hours at all”, and so it stayed.",
    "page behind the quotation": "Quill (2012) remarks that “no rope is older than its own knot” (p. 17).",
    "cited in the sentence behind": "“The lamp is lit for those who are lost.” So runs the rule (Holm, 2015, p. 14).",
    "cited in the sentence before": "Holm (2015) found the rule. It was that “the lamp is lit for the lost only”.",
    "fewer than five words": "They spoke of “the long wait” and meant the winter.",
    "a title": "The first talk was “The Long Wait Before the Outer Mole”.",
    "a title that is named as one": "Her essay “On the keeping of lamps” was never printed.",
    "a gloss": "The word on the crane is Tidewacht, meaning “the one who waits for water”.",
    "interviews of its own": "One interviewee said that “we never once saw the log of that year”.",
    "a respondent's number": "The log was missed: “we never once saw the log of that year” (R12).",
    "a questionnaire": "The questionnaire asked “how often did you see the log last year”.",
    "the author is named": "Quill never hid her view of it: “a tally is a tale with the jokes left out”.",
    "quoted with a citation elsewhere": "Again it is true that “the sea keeps no office hours at all”.",
    "scare quotes": "The “log” was a heap of slates, and the “office” a shed.",
    "a term": "The term “ports of refuge for one and all” is used loosely here.",
    "a slogan": "The slogan “no rope, no tide, no trade” hung in the shed.",
    "what the authors mean": "By “port of refuge for all” we mean any port that lets a ship in.",
    "an article of a treaty": "Article 5 has it that “no rope shall be taken without leave”.",
    "set off with its source": (
        "Holm gives the rule in full:\n\n> Whoever takes a rope that is not his own shall splice two for the mole "
        "before he sails, and a third if he has been told of it before (Holm, 2015, p. 31)."
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_a_quotation_that_nobody_answers_for(case: str) -> None:
    assert len(found_by_case(CHECK, FOUND)[case]) == 1


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found_by_case(CHECK, SILENT)[case] == []


def test_thanks_behind_the_text_may_quote() -> None:
    text = (
        "# Introduction\n\nFerries ran on Sundays (Quill, 2012).\n\n# Acknowledgements\n\nThe crew of the last "
        "ferry told the author to “write it down before it is gone”, and this is done here.\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press."
    )
    assert findings_of(text, CHECK) == []
