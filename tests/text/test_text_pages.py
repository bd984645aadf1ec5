"""Pages and numerals as papers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.text.numbers import roman_value
from claimtrace.text.pages import expand_last, page_prefix, page_value


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("i", 1), ("iv", 4), ("IX", 9), ("xiv", 14), ("XL", 40), ("xcix", 99), ("CD", 400), ("MCMXCIV", 1994)],
)
def test_roman_numerals_have_their_value(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize("text", ["", "iiii", "vx", "ic", "hello", "4", "x v", "mmmm"])
def test_other_letters_make_no_numeral(text: str) -> None:
    assert roman_value(text) is None


_ROMAN = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]


@given(st.integers(min_value=1, max_value=39))
def test_every_small_number_survives_being_written_as_a_numeral(number: int) -> None:
    numeral, rest = "", number
    for value, letters in _ROMAN:
        while rest >= value:
            numeral, rest = numeral + letters, rest - value
    assert roman_value(numeral) == number


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("221", "37", "237"),
        ("45", "7", "47"),
        ("1021", "2", "1022"),
        ("45", "47", "47"),
        ("98", "103", "103"),
        ("xi", "v", "v"),
        ("S12", "5", "5"),
    ],
)
def test_a_shortened_last_page_is_written_out(first: str, last: str, whole: str) -> None:
    assert expand_last(first, last) == whole


@pytest.mark.parametrize(
    ("page", "value"),
    [("45", 45), (" 45 ", 45), ("45a", 45), ("D36", 36), ("e1234", 1234), ("xiv", 14), ("XIV", 14)],
)
def test_a_page_has_its_number(page: str, value: int) -> None:
    assert page_value(page) == value


@pytest.mark.parametrize("page", [None, "", "n.p.", "45-47", "passim", "12.4"])
def test_what_is_no_single_page_has_none(page: str | None) -> None:
    assert page_value(page) is None


@pytest.mark.parametrize(("page", "prefix"), [("e1234", "e"), ("S12", "s"), ("45", ""), ("45a", ""), ("xiv", "")])
def test_the_letters_before_a_page_number(page: str, prefix: str) -> None:
    assert page_prefix(page) == prefix


def test_an_unknown_page_has_no_letters() -> None:
    assert page_prefix(None) == ""
