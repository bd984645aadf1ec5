"""Words that are packed come out as they went in."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.read.placing import Turn
from claimtrace.read.runs import Run
from claimtrace.read.word_table import WordTable
from claimtrace.read.words import Face, Word

FACES = [Face(10.0, bold, False, turn, False) for bold in (False, True) for turn in (Turn.UPRIGHT, Turn.UP)]
SMALL = Face(8.0, False, False, Turn.UPRIGHT, False)
places = st.integers(-4000, 4000).map(lambda quarters: quarters / 4)  # single floats hold them
words = st.builds(
    Word,
    st.text("harbour12-", min_size=1, max_size=6),
    places,
    places,
    st.sampled_from([100.0, 112.5]),
    st.sampled_from(FACES),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(words, min_size=1, max_size=6))
def test_words_come_out_as_they_went_in(given_words: list[Word]) -> None:
    run = Run.of(given_words)
    expected = [asdict(word) for word in given_words]
    assert [asdict(word) for word in run] == expected
    assert [asdict(run[at]) for at in range(-len(run), 0)] == expected
    assert [asdict(word) for word in run[1:]] == expected[1:]
    assert asdict(run.first) == expected[0]
    assert list(run.spelling) == [(word.text, word.glued, word.raised) for word in given_words]


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=3))
def test_runs_are_joined_word_by_word(given_runs: list[list[Word]]) -> None:
    run = Run.joined([Run.of(given_words) for given_words in given_runs])
    assert [asdict(word) for word in run] == [asdict(word) for given_words in given_runs for word in given_words]


@given(st.lists(words, min_size=1, max_size=6))
def test_a_table_of_words_holds_what_it_was_given(given_words: list[Word]) -> None:
    table = WordTable.of(given_words)
    expected = [asdict(word) for word in given_words]
    assert [asdict(word) for word in table] == expected
    assert [asdict(word) for word in table.run(0, len(table), alike=False)] == expected
    assert [asdict(word) for word in table.without([0])] == expected[1:]


@pytest.mark.parametrize("turn", Turn)
def test_places_are_those_of_the_words_on_the_page(turn: Turn) -> None:
    small, large = Face(8.0, False, False, turn, False), Face(10.0, False, False, turn, False)
    given_words = [Word("tide", 50.0, 70.0, 100.0, large), Word("2", 71.0, 74.0, 96.5, small)]
    assert list(zip(*Run.of(given_words).boxes(), strict=True)) == [word.on_page for word in given_words]


@pytest.mark.parametrize(
    ("second", "level"),
    [
        (Word("tides", 80.0, 100.0, 100.0, FACES[0]), True),
        (Word("ti-", 80.0, 100.0, 100.0, FACES[0], broken=True), True),
        (Word("tides", 80.0, 100.0, 98.0, FACES[0]), False),
        (Word("tides", 80.0, 100.0, 100.0, FACES[2]), True),
        (Word("tides", 80.0, 100.0, 100.0, SMALL), False),
        (Word("2", 80.0, 82.0, 100.0, FACES[0], raised=True), False),
        (Word("tides", 80.0, 100.0, 100.0, FACES[0], glued=True), False),
    ],
)
def test_words_on_one_baseline_in_one_size_are_level(second: Word, level: bool) -> None:
    assert Run.of([Word("high", 50.0, 70.0, 100.0, FACES[0]), second]).is_level is level
