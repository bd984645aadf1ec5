"""Runs of numbers and what each of their numbers is."""

from __future__ import annotations

import pytest

from claimtrace.annotate.references.numbering import numbers_in
from claimtrace.annotate.references.pages import expanded, first_and_last

# text, the year if known, then volume, issue, first page, last page, year
RUNS = [
    ("J Sea Res. 1990;21(4):5–23.", None, ("21", "4", "5", "23", 1990)),
    ("J Sea Res. 2010 Sep 10;329(27):112-3", None, ("329", "27", "112", "113", 2010)),
    ("J Sea Res 2012 July-Sept;2(5):31-44", None, ("2", "5", "31", "44", 2012)),
    ("Proc. 2014;9(Suppl 2):77", None, ("9", "Suppl 2", "77", None, 2014)),
    ("Sea 2001, 12(7 Spec No):501–511", None, ("12", "7 Spec No", "501", "511", 2001)),
    ("Sea 2004; (Suppl. 2)15-20", None, (None, "Suppl. 2", "15", "20", 2004)),
    ("Sea 2002;31(4-5):61-79.", None, ("31", "4-5", "61", "79", 2002)),
    ("Tides 2000 2013; 12: 31-46.", None, ("12", None, "31", "46", 2013)),
    ("Evid Based Med. 2013; 2013: 2–9", None, ("2013", None, "2", "9", 2013)),
    ("J Sea 2016;7(2016):231–40", None, ("7", "2016", "231", "240", 2016)),
    ("Sea Res 2000, 131(2):301-309", None, ("131", "2", "301", "309", 2000)),
    ("J. Sea Res. 71, 1301–1311", 2009, ("71", None, "1301", "1311", None)),
    ("J. Sea Res. 12, 34–56 (2010)", None, ("12", None, "34", "56", 2010)),
    ("J. Sea Res. 163 (2010) 51–59", None, ("163", None, "51", "59", 2010)),
    ("J. Sea Res., 2010, 4, 11–19", None, ("4", None, "11", "19", 2010)),
    ("J. Sea Res. 2010, 4 (2), 11–19", None, ("4", "2", "11", "19", 2010)),
    ("Sea Research 4, no. 2 (2010): 11–19", None, ("4", "2", "11", "19", 2010)),
    ("Sea Research 4, no. 2 (Winter 2010/11): 11–19", None, ("4", "2", "11", "19", 2010)),
    ("Sea Research, vol. 4, no. 2, 2010, pp. 11-19", None, ("4", "2", "11", "19", 2010)),
    ("Sea Research, vol. 4, no. 2, pp. 11–19, Feb. 2010", None, ("4", "2", "11", "19", 2010)),
    ("Sea Research 12.3 (2010): 1-20", None, ("12", "3", "1", "20", 2010)),
    ("Sea Research 12/3 (2010), 1-20", None, ("12", "3", "1", "20", 2010)),
    ("Sea Research, 4(2), 11", 2010, ("4", "2", "11", None, None)),
    ("Sea Research, 46(2)", 2010, ("46", "2", None, None, None)),
    ("Sea Research, e1234", 2022, (None, None, "e1234", None, None)),
    ("Sea Research, 353(6304), aad9837", 2016, ("353", "6304", "aad9837", None, None)),
    ("Sea Res. 121, no. 6, 1201S–1209S", 2001, ("121", "6", "1201S", "1209S", None)),
    ("Sea Research, (8), 15-31", 2017, (None, "8", "15", "31", None)),
    ("Sea Chem. 128, 12 301–12 311", 2003, ("128", None, "12301", "12311", None)),
    ("Zeitschrift, Jg. 12 (2003), H. 3, S. 45–67", None, ("12", "3", "45", "67", 2003)),
    ("Revista, v. 12, n. 3, p. 45-67, 2011", None, ("12", "3", "45", "67", 2011)),
    ("Revue, vol. 12, nᵒ 3, 2008, p. 45-67", None, ("12", "3", "45", "67", 2008)),
    ("Proceedings of the Harbour Conference, pp. 56–61", 2018, (None, None, "56", "61", None)),
    ("Mar. Sea Sci.31, 16–44", 2004, ("31", None, "16", "44", None)),
    ("CoRR, abs/2001.01234", 2020, ("abs/2001.01234", None, None, None, None)),
    ("Sea. 2011;41(3):99–108 quiz e12", None, ("41", "3", "99", "108", 2011)),
]


@pytest.mark.parametrize(("text", "year", "expected"), RUNS, ids=[run[0] for run in RUNS])
def test_roles(text: str, year: int | None, expected: tuple[object, ...]) -> None:
    found = numbers_in(text, year)
    assert found is not None
    assert (found.volume, found.issue, found.first_page, found.last_page, found.year) == expected


@pytest.mark.parametrize(
    ("text", "container"),
    [
        ("Revista de Estudios del Mar, 12(3), 45-67", "Revista de Estudios del Mar, "),
        ("J. Phys. Chem. C, 2007, 31, 12–19", "J. Phys. Chem. C, "),
        ("Comp. Biochem. B 31, 12–19", "Comp. Biochem. B "),
    ],
)
def test_where_the_run_begins(text: str, container: str) -> None:
    found = numbers_in(text, 2001)
    assert found is not None
    assert text[: found.start] == container


@pytest.mark.parametrize("text", ["Walls of the sea", "On COVID-19", "The role of p53 in NF-kB signalling", ""])
def test_no_numbers(text: str) -> None:
    assert numbers_in(text, None) is None


def test_a_year_alone_leaves_the_title_its_own() -> None:
    text = "Dredging for beginners winter 2025. 2026"
    found = numbers_in(text, None)
    assert found is not None
    assert (found.year, text[: found.start]) == (2026, "Dredging for beginners winter 2025")


@pytest.mark.parametrize(
    ("first", "last", "full"),
    [
        ("221", "37", "237"),
        ("185", "92", "192"),
        ("S396", "8", "S398"),
        ("ZC60", "3", "ZC63"),
        ("1031", "2014", "2014"),
    ],
)
def test_last_pages_in_full(first: str, last: str, full: str) -> None:
    assert expanded(first, last) == full


def test_one_page() -> None:
    assert first_and_last("e1234") == ("e1234", None)
