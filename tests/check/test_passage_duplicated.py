"""passage-duplicated: passages that stand twice, and echoes that belong to a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrace.model.finding import Severity, Verdict
from written_papers import audit_of, findings_of

CHECK = "passage-duplicated"
OFFICE = "The harbour office was moved twice before anyone thought of asking the pilots where they would like it to be."
LIST = "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
FILLER = "Ferries ran on Sundays, when the chapel was full and the quays were empty (Quill, 2012)."
ROPES = (
    "Ropes were bought in spring, when hemp was cheap, and sold in autumn, when every skipper who had lost one at sea "
    "came to the shed with his purse already open. The clerk wrote both prices into one book and was never asked why "
    "the two columns did not agree."
)


def found(*paragraphs: str) -> list[str]:
    return [finding.quote for finding in findings_of("\n\n".join((*paragraphs, LIST)), CHECK)]


@pytest.mark.parametrize(
    "again",
    [
        OFFICE,
        OFFICE.replace("like it to be", "have it"),
        OFFICE.replace("twice", "a second time").replace("anyone", "somebody"),
        f"It is an old story. {OFFICE} Nothing came of it in the end.",
    ],
    ids=["word for word", "another end", "words changed", "within a paragraph"],
)
def test_a_sentence_that_stands_twice(again: str) -> None:
    assert len(found(OFFICE, FILLER, again)) == 1


def test_a_longer_passage_is_one_finding_at_its_second_place() -> None:
    again = ROPES.replace("The clerk", "The second clerk")
    (quote,) = found(ROPES, FILLER, again)
    assert quote == again


def test_three_copies_are_one_finding_at_the_last() -> None:
    (finding,) = findings_of("\n\n".join((ROPES, OFFICE, "---", FILLER, OFFICE, "---", OFFICE, LIST)), CHECK)
    assert finding.page == 3
    assert [(evidence.text, evidence.page) for evidence in finding.evidence] == [(OFFICE, 1), (OFFICE, 2)]
    assert "stands on page 1 and on page 2 too" in finding.message


def test_what_the_abstract_shares_with_the_text_is_information_told_once() -> None:
    text = (
        f"= On Offices\n\n# Abstract\n\n{OFFICE} {FILLER}",
        f"# 1. Introduction\n\n{ROPES} {FILLER}",
        f"# 2. Conclusion\n\n{OFFICE}",
        LIST,
    )
    (finding,) = findings_of("\n\n".join(text), CHECK)
    assert (finding.severity, finding.quote) == (Severity.INFO, OFFICE)
    assert {evidence.text for evidence in finding.evidence} == {OFFICE, FILLER}


def test_evidence_is_the_other_place_also_on_another_page() -> None:
    (finding,) = findings_of("\n\n".join((ROPES, "---", FILLER, ROPES, LIST)), CHECK)
    assert finding.page == 2
    assert [(e.kind, e.text, e.page) for e in finding.evidence] == [("the other place", ROPES, 1)]
    assert finding.duplicate


PILOTS = (
    "Pilots are elected on the first day of spring by the skippers of the town. Each swears on the bell of the old "
    "chapel that he will not drink before noon, and whoever breaks the oath pays a barrel of tar."
)
PILOTS_AGAIN = (
    "Skippers choose the pilots when spring begins. An oath on the bell of the chapel forbids drinking until noon; "
    "a barrel of tar is the price for those who violate what they swore."
)


def between_other_passages(passage: str, again: str) -> str:
    lamps = "Lamps burn whale oil on the northern pier, and the smell of it hangs over the sheds until evening."
    salt = "Salt comes from the marshes in flat carts, drawn by oxen whose horns are painted blue."
    return "\n\n".join((ROPES, passage, lamps, FILLER, OFFICE, salt, again, LIST))


def test_what_seems_said_in_other_words_is_information_for_a_reader_to_judge() -> None:
    (finding,) = findings_of(between_other_passages(PILOTS, PILOTS_AGAIN), CHECK)
    assert (finding.severity, finding.verdict, finding.quote) == (Severity.INFO, Verdict.POSSIBLE, PILOTS_AGAIN)
    assert "in other words" in finding.message


@pytest.mark.parametrize(
    ("passage", "again"),
    [
        (
            PILOTS.replace("a barrel", "four barrels").replace("skippers", "skippers of Port Selwyn"),
            PILOTS_AGAIN.replace("a barrel of tar is", "six barrels of tar are"),
        ),
        (
            PILOTS.replace("the town", "Port Selwyn"),
            PILOTS_AGAIN.replace("Skippers", "In Port Marlow, skippers"),
        ),
    ],
    ids=["other numbers", "other names"],
)
def test_like_words_on_different_things_are_no_rewording(passage: str, again: str) -> None:
    assert findings_of(between_other_passages(passage, again), CHECK) == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The boats came home late that year.", FILLER, "The boats came home late that year."),
        (
            OFFICE,
            FILLER,
            "Another office was built on the mole, and before anyone moved into it the pilots were asked, twice.",
        ),
        (
            "The paper is structured as follows: the first part is on ropes, the second on lamps.",
            FILLER,
            "The paper is structured as follows: the first part is on ropes, the second on lamps.",
        ),
        (
            f"Quill writes: “{OFFICE}” (Quill, 2012, p. 4).",
            FILLER,
            f"It bears saying again: “{OFFICE}” (Quill, 2012, p. 4).",
        ),
        (f"# Results\n\n{OFFICE}", FILLER, f"Here too {OFFICE.replace('the pilots', 'the clerks').lower()}"),
        (
            "# Methods\n\nTides and lamps were measured as told for the first year of the lower basin.",
            FILLER,
            "Tides and lamps were measured as told for the first year of the lower basin.",
        ),
        (
            "The lower basin was given a sluice with a width of 14.5 m (upper gate) and a depth of 3.2 m at low water "
            "in the dry years after the war.",
            FILLER,
            "Pilots feared a sluice with a width of 14.5 m (upper gate) and a depth of 3.2 m at low water in the dry "
            "season when colliers came.",
        ),
        (
            "By the end of its first year the northern register had received 97 notices from its members.",
            FILLER,
            "By the end of its first year the estuary register had received 148 notices from its members.",
        ),
        (f"{FILLER}\n\n# Acknowledgements\n\n{OFFICE}", OFFICE),
        (
            "The sheds were held by the crews of the boats that came home first in the spring.",
            FILLER,
            "The inner mole was held by the crews of the boats that came home first in the autumn.",
        ),
        (
            "Values are means of three tides; different letters stand for differences that matter.",
            FILLER,
            "Values are means of three tides; different letters stand for differences that matter.",
        ),
    ],
    ids=[
        "seven words",
        "the same subject",
        "a formula",
        "a quotation",
        "alike within results",
        "a formula of methods",
        "figures within a sentence",
        "other figures in a short sentence",
        "thanks",
        "part of a short sentence",
        "a note to a table",
    ],
)
def test_silent(paragraphs: tuple[str, ...]) -> None:
    assert found(*paragraphs) == []


def test_entries_of_one_author_are_no_passages() -> None:
    listed = "\n".join(
        f"Quill, B. ({year}). Tides and tallies of the northern harbours and their keepers. Port Selwyn Press."
        for year in (2012, 2014)
    )
    assert findings_of(f"Ferries ran on Sundays (Quill, 2012, 2014).\n\n# References\n{listed}", CHECK) == []


def test_the_bound_of_words_can_be_set(tmp_path: Path) -> None:
    text = "\n\n".join((OFFICE, FILLER, OFFICE, LIST))
    pipeline = tmp_path / "long.toml"
    pipeline.write_text(
        'description = "Long passages only"\nstages = ["read", "structure", "sentences", "references", "citations", '
        '"links", "quotations", "duplicates", "graph", "checks"]\nchecks = ["passage-duplicated"]\n'
        "[bounds.passage-duplicated]\nwords = 40\n",
        encoding="utf-8",
    )
    assert audit_of(text).findings
    assert not audit_of(text, pipeline).findings
