"""The date of a paper is read to the day where its first page gives it, and its year is not led astray."""

from __future__ import annotations

import pytest
from drawn_pages import Line, Sheet, poured, prose, read

from claimtrace.model.dated import DateEvent, PaperDate, date_from
from claimtrace.read.dating import date_among

_TITLE = Line("Ports of the North in a Long Winter of War", 50, 60, 18, "Times-Bold")
_BYLINE = Line("Ada Halloran and Bo Voss", 50, 84, 11)


def _iso(*lines: Line, text: str = "") -> tuple[str, str] | None:
    sheets = [Sheet(list(page)) for page in poured(f"{text} {prose(60, 3)}", 30, top=150)]
    sheets[0].lines[:0] = [_TITLE, _BYLINE, *lines]
    date = read(sheets).date
    return (date.iso, str(date.event)) if date else None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        (Line("Received 3 May 2017; accepted 4 June 2018; published 12 June 2018", 50, 105, 8), "2018-06-12 published"),
        (Line("June 2018", 50, 105, 11), "2018-06 stated"),
        (Line("Port Selwyn, 12 June 2018", 50, 105, 11), "2018-06-12 stated"),
        (Line("Tidal Papers 12 (2018), 44–61", 50, 40, 8), "2018 stated"),
        (Line("Manuscript received 3 May 2017", 50, 105, 8), "2017-05-03 received"),
        (Line("tides.ports/1806.00321v2 [north] 12 Jun 2018", 30, 500, 14, turned=90), "2018-06-12 stated"),
    ],
)
def test_the_first_page_dates_the_paper(line: Line, date: str) -> None:
    assert _iso(line) == tuple(date.split())


def test_dates_in_the_text_are_not_the_papers() -> None:
    assert _iso(text="The harbour closed on 12 June 2018, as was published in 2019.") is None


@pytest.mark.parametrize(
    ("texts", "date"),
    [
        (["Received: May 2015", "Accepted: Jun 2015", "Copyright © 2017 by Port Press"], "2017 published"),
        (["Accepted 14 April 2016", "© 2016 Ada Halloran"], "2016-04-14 accepted"),
        (["Accepted 14 April 2016", "Published online 3 May 2016", "Tidal Papers, June 2016"], "2016-05-03 published"),
        (["First published 3 December 2016", "Published 4 January 2017"], "2017-01-04 published"),
        (["Published on 29 November 2019. Downloaded on 3 December 2020"], "2019-11-29 published"),
        (["First version: May 2016. This version: June 2018"], "2018-06 stated"),
        (["Paper of the meeting held in Port Selwyn, 12 June 2018"], "2018 stated"),
        (["Work on this paper was funded by grant 7 of 2014"], "2014 stated"),
    ],
)
def test_what_is_surest_dates_the_paper(texts: list[str], date: str) -> None:
    found = date_among(texts)
    assert found is not None
    assert f"{found.iso} {found.event}" == date


@pytest.mark.parametrize(
    ("iso", "date"),
    [
        ("2018", PaperDate(2018)),
        ("2018-06", PaperDate(2018, 6)),
        ("2018-06-12T09:30:00Z", PaperDate(2018, 6, 12)),
        ("2018-13", None),
        ("June 2018", None),
        ("", None),
    ],
)
def test_a_date_in_iso_form(iso: str, date: PaperDate | None) -> None:
    assert date_from(iso) == date
    assert date is None or date_from(date.iso, DateEvent.ACCEPTED) == PaperDate(
        date.year, date.month, date.day, DateEvent.ACCEPTED
    )
