"""duplicate-differs: passages that come back with another source, figure or name; each pair is told by one check."""

from __future__ import annotations

import pytest

from written_papers import audit_of

OFFICE = (
    "The harbour office was moved twice before anyone thought of asking the 14 pilots of the town where they would "
    "like it to be (Quill, 2012, p. 4)."
)
ROPES = (
    "Ropes were bought in spring, when hemp from Riga was cheap, and sold in autumn, when every skipper who had lost "
    "one at sea came to the shed with his purse already open. The clerk wrote both prices into one book and was never "
    "asked why the two columns did not agree."
)
FILLER = "Ferries ran on Sundays, when the chapel was full and the quays were empty (Quill, 2012)."
LIST = (
    "# References\nHolm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
    "Quill, B. (2012). Tides and tallies. Port Selwyn Press."
)


def told(*paragraphs: str) -> dict[str, list[str]]:
    audit = audit_of("\n\n".join((*paragraphs, LIST)))
    checks = ("passage-duplicated", "duplicate-differs")
    return {name: [found.message for found in audit.findings if found.check == name] for name in checks}


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Quill, 2012, p. 4", "Holm, 2015, p. 4", "other citations: “Quill 2012, p. 4” there, “Holm 2015, p. 4” here"),
        (
            "Quill, 2012, p. 4",
            "Quill, 2012, p. 9",
            "other citations: “Quill 2012, p. 4” there, “Quill 2012, p. 9” here",
        ),
        ("14 pilots", "19 pilots", "other numbers: “14” there, “19” here"),
        ("14 pilots", "nineteen pilots", "other numbers: “14” there, “nineteen” here"),
        (" (Quill, 2012, p. 4)", "", "other citations: “Quill 2012, p. 4” there, nothing here"),
    ],
    ids=["work", "page", "number", "number in words", "no source"],
)
def test_a_sentence_that_comes_back_changed(old: str, new: str, shown: str) -> None:
    found = told(OFFICE, FILLER, OFFICE.replace(old, new))
    assert len(found["duplicate-differs"]) == 1
    assert shown in found["duplicate-differs"][0]
    assert found["passage-duplicated"] == []


def test_a_name_in_a_longer_passage() -> None:
    found = told(ROPES, FILLER, ROPES.replace("Riga", "Memel"))
    assert "other names: “Riga” there, “Memel” here" in found["duplicate-differs"][0]
    assert found["passage-duplicated"] == []


def test_a_figure_in_a_passage_whose_words_were_changed_too() -> None:
    changed = ROPES.replace("from Riga", "of 1862").replace("already open", "open").replace("The clerk", "A clerk")
    found = told(ROPES.replace("from Riga", "of 1846"), FILLER, changed)
    assert "“1846” there, “1862” here" in found["duplicate-differs"][0]


def test_the_other_place_and_both_works_are_given() -> None:
    audit = audit_of("\n\n".join((OFFICE, FILLER, OFFICE.replace("Quill, 2012", "Holm, 2015"), LIST)))
    (finding,) = [found for found in audit.findings if found.check == "duplicate-differs"]
    assert [(e.kind, e.text) for e in finding.evidence] == [("the other place", OFFICE)]
    assert len(finding.citations) == len(finding.references) == 2
    assert finding.duplicate


def test_three_copies_are_told_at_the_last_for_both_others() -> None:
    other = OFFICE.replace("14 pilots", "19 pilots")
    found = told(ROPES, OFFICE, FILLER, OFFICE, other)
    assert len(found["passage-duplicated"]) == 1
    assert len(found["duplicate-differs"]) == 1


@pytest.mark.parametrize(
    "again",
    [
        OFFICE,
        OFFICE.replace("14 pilots", "fourteen pilots"),
        OFFICE.replace("like it to be", "have it"),
        OFFICE.replace("(Quill, 2012, p. 4)", "(see Quill, 2012, p. 4)"),
        OFFICE.replace("(Quill", "(see Table 2; Quill"),
    ],
    ids=["the same", "the same number", "other words", "the same source", "a table"],
)
def test_what_differs_in_nothing_that_matters_is_a_mere_repeat(again: str) -> None:
    found = told(OFFICE, FILLER, again)
    assert found["duplicate-differs"] == []
    assert len(found["passage-duplicated"]) == 1


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "In Selwyn the pilots were paid by the tide, kept 14 boats at the inner mole and met on the first Sunday "
            "of March.",
            "In Dunmore the pilots were paid by the tide, kept 19 boats at the inner mole and met on the first Sunday "
            "of April.",
        ),
        (
            "Of the lamps, 14 were lit at dusk and 3 before it, as the keepers wrote in the log of the year 1846.",
            "Of the lamps, 19 were lit at dusk and 7 before it, as the keepers wrote in the log of the year 1851.",
        ),
    ],
    ids=["two towns", "two years"],
)
def test_statements_on_different_things_that_are_worded_alike(paragraphs: tuple[str, str]) -> None:
    assert told(paragraphs[0], FILLER, paragraphs[1]) == {"passage-duplicated": [], "duplicate-differs": []}


def test_an_abstract_that_comes_back_is_compared_by_its_numbers() -> None:
    plain = OFFICE.replace(" (Quill, 2012, p. 4)", "")
    assert told(f"# Abstract\n\n{plain}", f"# Introduction\n\n{FILLER}", OFFICE)["duplicate-differs"] == []
    found = told(f"# Abstract\n\n{plain}", f"# Introduction\n\n{FILLER}", OFFICE.replace("14", "19"))
    assert len(found["duplicate-differs"]) == 1
