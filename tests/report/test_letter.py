"""The reviewer's letter: what becomes one point, in which order, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from papers import make_findings, make_paper, make_view

from claimtrace.check import CHECKS
from claimtrace.check.not_built import NOT_BUILT
from claimtrace.knowledge.advice import advice_on
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.report.letter import Letter, letter


def letter_on(findings: Sequence[Finding]) -> Letter:
    return letter(make_view(findings=findings))


OLD, NONE, TWICE, ROW, PAGE = make_findings(make_paper())


def test_errors_are_major_points_all_else_minor_and_each_part_goes_by_page() -> None:
    late = replace(OLD, page=2, span=TWICE.span, message="Later.")
    written = letter_on([PAGE, late, TWICE, OLD])
    assert [(point.number, point.message[:10]) for point in written.major] == [(1, "Quill 2012"), (2, "Later.")]
    assert [(point.number, point.message[:6]) for point in written.minor] == [(3, "Page 2"), (4, "This p")]


def test_the_same_message_in_two_places_is_one_point_with_both_passages() -> None:
    other = replace(OLD, page=2, quote=TWICE.quote, span=TWICE.span)
    (point,) = letter_on([OLD, other]).major
    assert point.where == "Page 1, folio 101; page 2, folio 102"
    assert point.quotes == (f"Page 1, folio 101: {OLD.quote}", f"Page 2, folio 102: {TWICE.quote}")
    assert len(point.evidence) == 2


def test_findings_of_one_cause_are_one_point_that_says_all_and_asks_for_each_check() -> None:
    cause = "the entry Quill 2012"
    other = replace(NONE, cause=cause, page=2)
    written = letter_on([replace(OLD, cause=cause), other])
    (point,) = written.major
    assert point.message == f"{OLD.message} {other.message} All this may have one cause: {cause}."
    assert [question.points for question in written.questions] == [(1,), (1,)]


def test_of_many_messages_of_one_cause_the_first_are_told() -> None:
    many = [replace(OLD, cause="the entry", message=f"Message {number}.", page=number) for number in range(1, 8)]
    (point,) = letter_on(many).major
    assert "Message 3. There are 4 more of the kind. All this" in point.message
    assert "Message 4" not in point.message


def test_equal_words_are_quoted_once_and_a_short_quote_within_its_sentence() -> None:
    (point,) = letter_on([OLD, replace(OLD, page=2)]).major
    assert point.quotes == (OLD.quote,)
    (point,) = letter_on([NONE]).major
    assert point.quotes == ("Ferries ran on Sundays, it is said (Marsh, 2001).",)


def test_a_table_row_is_quoted_cell_by_cell_and_a_page_not_at_all() -> None:
    page, row = letter_on([ROW, PAGE]).minor
    assert row.quotes == ("Lamps burned | on every quay.",)
    assert page.quotes == ()


def test_of_another_place_of_a_repeat_only_the_differences_are_told() -> None:
    (point,) = letter_on([TWICE]).minor
    assert point.evidence == ("The other place, page 1, folio 101: without “always”",)
    same = replace(TWICE.evidence[0], text=TWICE.quote)
    (point,) = letter_on([replace(TWICE, evidence=(same,))]).minor
    assert point.evidence == ("The other place, page 1, folio 101: the same words",)


@pytest.mark.parametrize(
    ("verdict", "said"),
    [(Verdict.CONFIRMED, ""), (Verdict.LIKELY, "This is likely, but not certain."),
     (Verdict.POSSIBLE, "This is a possibility only.")],
)  # fmt: skip
def test_doubt_is_told(verdict: Verdict, said: str) -> None:
    assert letter_on([replace(OLD, verdict=verdict)]).major[0].doubt == said


def test_each_check_asks_one_question_that_names_its_points() -> None:
    rows = [replace(ROW, id=f"finding-{n}", message=f"Row {n} has no source.") for n in range(3)]
    questions = letter_on([OLD, *rows]).questions
    assert [question.behind for question in questions] == ["point 1", "points 2, 3 and\xa04"]
    assert questions[1].words == "On which sources do the statements rest that give none?"


def test_nothing_found_asks_nothing() -> None:
    written = letter_on([])
    assert (written.major, written.minor, written.questions) == ((), (), ())
    assert "found nothing to ask the author about" in written.opening[1]
    assert "2 of 2 entries of the list are cited" in written.sound


def test_what_was_not_read_is_said() -> None:
    assert "No cited work was read." in letter_on([]).opening[0]
    assert any(line.startswith("2 checks did not run: it needs the full text") for line in letter_on([]).unchecked)


@pytest.mark.parametrize("check", [*(check.name for check in CHECKS), *(name for name, _, _ in NOT_BUILT)])
def test_every_check_has_its_advice_its_question_and_what_holds_without_findings(check: str) -> None:
    record = advice_on(check)
    assert record.question.endswith("?") and record.advice.endswith(".") and record.items
    for number in (1, 7):
        held = record.held_of(number)
        assert held.isprintable() and not set(held) & set("{}[]|")


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 of 1 citation matches an entry"), (1204, "1,204 of 1,204 citations match an entry")]
)
def test_what_holds_is_told_of_one_and_of_many(number: int, said: str) -> None:
    assert advice_on("citation-without-reference").held_of(number).startswith(said)


def test_a_passage_told_again_in_other_words_is_quoted_not_compared() -> None:
    view = make_view()
    (twice,) = [finding for finding in view.findings if finding.duplicate]
    (evidence,) = twice.evidence
    other = replace(evidence, text="Nobody on the quay worked for nothing but the harbour clerk.")
    told = letter(replace(view, findings=(replace(twice, evidence=(other,)),))).minor[0].evidence
    assert told == ("The other place, page 1, folio 101: Nobody on the quay worked for nothing but the harbour clerk.",)


def test_pages_and_folios_are_explained_where_they_differ() -> None:
    assert letter_on([]).opening[1].endswith("the folio is the number printed on the page.")


def test_info_is_minor() -> None:
    assert len(letter_on([replace(OLD, severity=Severity.INFO)]).minor) == 1
