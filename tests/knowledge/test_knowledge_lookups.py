"""What the knowledge base answers: records, headings, columns, verbs, wordings, places."""

from __future__ import annotations

import pytest

from claimtrace.knowledge.columns import column_role
from claimtrace.knowledge.headings import clean_heading, heading_role, numbering_depth, run_in_abstract, title_cased
from claimtrace.knowledge.places import place_names
from claimtrace.knowledge.records import Record, records, tokens
from claimtrace.knowledge.reporting import is_reporting, reporting_verbs
from claimtrace.knowledge.wordings import plain_words, worded
from claimtrace.model.entity import EntityType


def _record(name: str, kind: EntityType) -> Record:
    return next(record for record in records() if record.name == name and record.type is kind)


def test_states_come_first_and_every_record_can_be_found_by_its_name() -> None:
    kinds = [record.type for record in records()]
    assert kinds[0] is EntityType.STATE
    assert kinds == sorted(kinds, key=[*dict.fromkeys(kinds)].index)
    assert all(record.name in record.phrases for record in records())


def test_a_state_goes_by_many_names() -> None:
    estonia = _record("Estonia", EntityType.STATE)
    assert estonia.iso3166 == "EE"
    assert {"Estonia", "Estonian", "Republic of Estonia"} <= set(estonia.phrases)


def test_former_names_lose_their_years() -> None:
    states = [record for record in records() if record.type is EntityType.STATE]
    assert not any("(" in phrase for record in states for phrase in record.phrases)


def test_an_incident_knows_when_it_was_who_was_blamed_and_when_it_came_out() -> None:
    stuxnet = _record("Stuxnet", EntityType.INCIDENT)
    assert stuxnet.known == 2010
    assert stuxnet.began is not None and stuxnet.began <= stuxnet.known
    assert stuxnet.ended is not None and stuxnet.ended >= stuxnet.known


def test_an_agreement_knows_its_parties_as_states() -> None:
    agreements = [record for record in records() if record.type is EntityType.AGREEMENT]
    assert all(len(code) == 2 for record in agreements for code in record.states)
    abraham = _record("Abraham Accords", EntityType.AGREEMENT)
    assert abraham.began == 2020
    assert {"AE", "IL"} <= set(abraham.states)


def test_words_and_signs_are_compared_in_plain_form() -> None:
    assert tokens("Iran’s “Shamoon” – 2012") == ["Iran", "'", "s", '"', "Shamoon", '"', "-", "2012"]


def test_places_are_states_and_their_seats_but_not_their_people() -> None:
    assert {"Estonia", "Republic of Estonia", "Moscow"} <= place_names()
    assert "Estonian" not in place_names()
    assert "" not in place_names()


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Abstract", "abstract"),
        ("A B S T R A C T", "abstract"),
        ("REFERENCES", "references"),
        ("References:", "references"),
        ("7. References", "references"),
        ("VII. Bibliography", "references"),
        ("Works Cited", "references"),
        ("Literatur", "references"),
        ("Notes", "notes"),
        ("2 Methods", "method"),
        ("Conclusion", "conclusion"),
        ("5. Conclusions", "conclusion"),
        ("Acknowledgements", "back"),
        ("Appendix A", "appendix"),
        ("Annex 2: List of ports", "appendix"),
        ("The harbour at night", None),
        ("Appendix tables that run on and on over far more words than a heading ever has", None),
        ("", None),
    ],
)
def test_headings_have_roles(heading: str, role: str | None) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize(
    ("drawn", "clean"),
    [
        ("A B S T R A C T:", "ABSTRACT"),
        ("Results.", "Results"),
        ("  Two ports — ", "Two ports"),
        ("caSe StUdy", "case Study"),
    ],
)
def test_headings_are_cleaned(drawn: str, clean: str) -> None:
    assert clean_heading(drawn) == clean


@pytest.mark.parametrize(
    ("heading", "depth"),
    [("2 Ports", 1), ("2. Ports", 1), ("2.1 Quays", 2), ("2.1.3 Cranes", 3), ("IV. Ports", 1), ("B. Quays", 2)],
)
def test_numbered_headings_have_a_depth(heading: str, depth: int) -> None:
    assert numbering_depth(heading) == depth


@pytest.mark.parametrize("heading", ["Ports", "2017 and after", "A harbour", "I think so", "2.", ""])
def test_other_headings_have_no_number(heading: str) -> None:
    assert numbering_depth(heading) is None


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Abstract. This paper asks", "Abstract"),
        ("ABSTRACT—This paper asks", "Abstract"),
        ("Abstract This paper asks", "Abstract"),
        ("Abstract nouns are rare", None),
        ("Abstraction. This paper", None),
    ],
)
def test_an_abstract_may_begin_in_the_line_of_its_heading(text: str, heading: str | None) -> None:
    assert run_in_abstract(text) == heading


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("The Harbour at Night", True),
        ("Harbours and Their Masters", True),
        ("The harbour at night was calm", False),
        ("To be", True),
        ("to be", False),
    ],
)
def test_title_case_is_told_from_sentence_case(text: str, cased: bool) -> None:
    assert title_cased(text) is cased


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Incident", "incident"),
        ("Attributed to", "attributed"),
        ("Year", "year"),
        ("Target(s)", "target"),
        ("Victim", "target"),
        ("Response", "response"),
        ("Country", "state"),
        ("Tonnage", None),
        ("", None),
    ],
)
def test_columns_have_roles(head: str, role: str | None) -> None:
    assert column_role(head) == role


@pytest.mark.parametrize("text", [" argues that", " has argued that", "also found that", " rightly notes"])
def test_a_text_that_goes_on_with_a_reporting_verb(text: str) -> None:
    assert is_reporting(text)


@pytest.mark.parametrize("text", ["", " harbour masters", " attacked the port", "Argues"])
def test_a_text_that_goes_on_otherwise(text: str) -> None:
    assert not is_reporting(text)


def test_verbs_are_asked_for_by_kind() -> None:
    assert {"argues", "argued"} <= reporting_verbs("view")
    assert "shows" in reporting_verbs("finding")
    assert "shows" not in reporting_verbs("view")
    assert reporting_verbs("view", "finding") == reporting_verbs("view") | reporting_verbs("finding")
    assert not reporting_verbs("nothing")


@pytest.mark.parametrize(
    ("kind", "sentence", "told"),
    [
        ("own", "This paper asks who owns the harbour.", True),
        ("own", "We asked the harbour masters.", True),
        ("own", "The harbour was closed.", False),
        ("norm", "States should close their harbours.", True),
        ("norm", "States closed their harbours.", False),
        ("contrast", "However, the harbour stayed open.", True),
        ("contrast", "The harbour, however small, stayed open.", False),
        ("example", "For instance, one harbour stayed open.", True),
    ],
)
def test_wordings_tell_what_a_sentence_does(kind: str, sentence: str, told: bool) -> None:
    assert worded(kind, sentence) is told


def test_plain_words_are_asked_for_by_kind() -> None:
    assert "the" in plain_words("little")
    assert not plain_words("little") & {"harbour", "cyber"}
    assert plain_words("counting")
