"""Figures read as values: what they measure, what they may stand for, and what is no figure."""

from __future__ import annotations

import pytest

from claimtrace.knowledge.wordings import numbers_in_words
from claimtrace.text.figures import Figure, figures

WORDS = numbers_in_words()


def read(text: str) -> list[Figure]:
    return list(figures(text, WORDS))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It paid $10 billion.", 1e10, "dollar"),
        ("It paid 3.5 million euros.", 3.5e6, "euro"),
        ("It held 22 million records.", 2.2e7, ""),
        ("It held 8,379 records.", 8379, ""),
        ("It held twenty-five records.", 25, ""),
        ("It held a dozen records.", 12, ""),
        ("It held two hundred records.", 200, ""),
        ("It lost 65 per cent of its records.", 65, "%"),
        ("It lost 65% of its records.", 65, "%"),
        ("It lost two thirds of its records.", 66.66, "%"),
        ("It lost a quarter of its records.", 25, "%"),
        ("It lost half of its records.", 50, "%"),
        ("It held 2000 records.", 2000, ""),
    ],
)
def test_a_figure_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    (found,) = read(text)
    assert (found.value, found.unit) == (pytest.approx(value), unit)
    assert text[found.span.start : found.span.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1987.",
        "It closed on 12 May.",
        "It closed on May 12.",
        "See Table 3 and section 4.",
        "The effect was small (p = 0.03).",
        "It was (1) long.",
        "A ship came.",
        "It fled to a third country.",
        "The 21st ship came.",
        "It was sold in 2000 and bought by 2010.",
    ],
)
def test_years_dates_labels_and_statistics_are_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("over 150 ships", "163 ships", True),
        ("over 150 ships", "120 ships", False),
        ("up to 40 ships", "38 ships", True),
        ("about 400 ships", "412 ships", True),
        ("22 million ships", "21.7 million ships", True),
        ("22 million ships", "23 million ships", False),
        ("3,400 ships", "3,428 ships", True),
        ("3,400 ships", "3,528 ships", False),
        ("9.4 ships", "9.42 ships", True),
        ("a third of ships", "33 per cent of ships", True),
        ("30 to 40 ships", "412 ships", False),
        ("30–40 ships", "35 ships", True),
        ("412 ships", "421 ships", False),
    ],
)
def test_figures_agree_within_what_they_may_stand_for(one: str, other: str, agree: bool) -> None:
    assert read(one)[0].agrees(read(other)[0]) is agree
    assert read(other)[0].agrees(read(one)[0]) is agree


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("884 external readers by the end", ("extern", "reader")),
        ("65 per cent of the pilots", ("pilot",)),
        ("65 per cent.", ()),
        ("5-point scale", ("point", "scale")),
    ],
)
def test_a_figure_knows_what_it_counts(text: str, counted: tuple[str, ...]) -> None:
    assert read(text)[0].counted == counted
