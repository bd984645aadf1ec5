"""Dates are read as papers print them, in several languages, and what is no date of the paper is told apart."""

from __future__ import annotations

import pytest

from claimtrace.knowledge.dates import printed_dates, with_order


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 June 2018", (2018, 6, 12)),
        ("June 12th, 2018", (2018, 6, 12)),
        ("the 1st of June 2018", (2018, 6, 1)),
        ("2018 Jun 12", (2018, 6, 12)),
        ("12-Jun-2018", (2018, 6, 12)),
        ("Sept. 2018", (2018, 9, None)),
        ("June, 2018", (2018, 6, None)),
        ("2018-06-12", (2018, 6, 12)),
        ("2018.06.12", (2018, 6, 12)),
        ("12. Juni 2018", (2018, 6, 12)),
        ("im März 2018", (2018, 3, None)),
        ("le 1er juin 2018", (2018, 6, 1)),
        ("12 de junio de 2018", (2018, 6, 12)),
        ("12 giugno 2018", (2018, 6, 12)),
        ("12 juni 2018", (2018, 6, 12)),
        ("May–August 2018", (2018, None, None)),
        ("June/July 2018", (2018, None, None)),
        ("12–14 June 2018", (2018, 6, None)),
        ("Tidal Papers (2018), 16(1)", (2018, None, None)),
        ("31 February 2018", (2018, None, None)),
        ("05/05/2018", (2018, 5, 5)),
        ("03-12-2018", (2018, None, None)),
    ],
)
def test_a_date_as_printed(text: str, date: tuple[int, int | None, int | None]) -> None:
    assert [(found.year, found.month, found.day) for found in with_order(printed_dates(text))] == [date]


@pytest.mark.parametrize(
    "text", ["doi:10.5555/2018/239508", "pp. 2018-2031", "ports2018", "20180612", "Vol.9/June-2018/3.pdf"]
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert printed_dates(text) == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Received 3 May 2017; accepted 4 June 2018; Published: 12 June 2018", ["received", "accepted", "published"]),
        ("Received Accepted Published 3 May 2017 4 June 2018 12 June 2018", ["received", "accepted", "published"]),
        ("Eingereicht am 3. Mai 2017, angenommen im Juni 2018", ["received", "accepted"]),
        ("Reçu le 3 mai 2017, accepté le 4 juin 2018", ["received", "accepted"]),
        ("Published on 3 May 2017. Downloaded on 4 June 2018", ["published", "apart"]),
        ("Presented at the workshop on tides, 4 June 2018", ["apart"]),
        ("Port Selwyn, 4 June 2018", [None]),
        ("© 2018 The Authors", ["copyright"]),
    ],
)
def test_what_the_words_before_a_date_say(text: str, events: list[str | None]) -> None:
    assert [found.event for found in printed_dates(text)] == events


def test_one_date_in_figures_shows_the_order_of_the_others() -> None:
    days_first = with_order(printed_dates("Received 03-12-2017, accepted 13-10-2018"))
    assert [(found.month, found.day) for found in days_first] == [(12, 3), (10, 13)]
    months_first = with_order(printed_dates("Received 03-12-2017, accepted 10-13-2018"))
    assert [(found.month, found.day) for found in months_first] == [(3, 12), (10, 13)]
