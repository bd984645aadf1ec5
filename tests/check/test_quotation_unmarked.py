"""quotation-unmarked: the same words with marks in one place and without in another."""

from __future__ import annotations

import pytest

from written_papers import findings_of

CHECK = "quotation-unmarked"
QUOTED = "One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4)."
LONG = (
    "The rule was that “whoever takes a rope that is not his own shall splice two for the mole before he sails and a "
    "third if he was told” (Quill, 2012, p. 9)."
)
LIST = "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."


def found(*paragraphs: str) -> list[str]:
    return [finding.quote for finding in findings_of("\n\n".join((*paragraphs, LIST)), CHECK)]


@pytest.mark.parametrize(
    "sentence",
    [
        "As the crews knew, the sea keeps no office hours and never will.",
        "No crew forgot it: THE SEA keeps no office hours and never will.",
        "It is true that the sea keeps no office hours, and never will (Quill, 2012).",
        "Nobody doubted that the sea keeps no office hours and never did.",
    ],
    ids=["all of it", "other capitals", "cited, a comma more", "most of it"],
)
def test_words_that_are_quoted_elsewhere(sentence: str) -> None:
    assert found(QUOTED, sentence) == [sentence]


def test_the_quotation_may_come_later() -> None:
    sentence = "As the crews knew, the sea keeps no office hours and never will."
    assert found(sentence, QUOTED) == [sentence]


def test_evidence_shows_where_it_is_quoted() -> None:
    text = "\n\n".join((QUOTED, "As the crews knew, the sea keeps no office hours and never will.", LIST))
    (finding,) = findings_of(text, CHECK)
    assert [(evidence.kind, evidence.text) for evidence in finding.evidence] == [("quoted here", QUOTED)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The saying that “the sea keeps no office hours and never will” was common (Quill, 2012, p. 4).",
        'The saying that "the sea keeps no office hours and never will" was common (Quill, 2012, p. 4).',
        "> The sea keeps no office hours and never will, and the men who sail on it keep none either (Quill, 2012).",
        "The sea keeps no office, and the hours never will be set.",
        "The sea keeps no office hours, said the cook.",
    ],
    ids=["marked too", "other marks", "set off", "other order", "six words"],
)
def test_silent(sentence: str) -> None:
    assert found(QUOTED, f"The saying was used often, for instance thus:\n\n{sentence}") == []


def test_a_small_part_of_a_long_quotation_is_no_copy() -> None:
    assert found(LONG, "Nobody knew who takes a rope that is not his own in such weather.") == []
    assert (
        len(found(LONG, "Whoever takes a rope that is not his own shall splice two for the mole before he sails.")) == 1
    )


def test_an_abstract_may_use_the_words() -> None:
    abstract = "# Abstract\n\nThis paper asks why the sea keeps no office hours and never will, and who was told of it."
    assert found(abstract, f"# Introduction\n\n{QUOTED}", "Ferries ran on Sundays (Quill, 2012).") == []


def test_a_name_is_no_quotation() -> None:
    named = "They signed “the Convention on the Law of the Sea of the United Nations” (Quill, 2012, p. 4)."
    assert found(named, "The Convention on the Law of the Sea of the United Nations is older.") == []
