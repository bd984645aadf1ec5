"""Pointers by number: in brackets, raised, with pages, in ranges; and figures that are none."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import NUMERIC, Row, rows_of

LIST = "\n".join(
    f"[{number}] {name}, A.: {title}. Journal of Ports {number} ({1999 + number}), {number}0–{number}9."
    for number, (name, title) in enumerate(
        (
            ("Adeyemi", "Pilots and tides"), ("Brandt", "Buoys in fog"), ("Crane", "Ropes of hemp"),
            ("Dole", "Lamps on quays"), ("Eames", "The slow ferry"), ("Falk", "Two lamps"), ("Gorse", "Gulls counted"),
            ("Hale", "Rules of the sound"), ("Innes", "Dykes and sluices"), ("Keel", "Ships and rules"),
            ("Lind", "Harbour dues"), ("Marlow", "The slow harbour"),
        ),
        start=1,
    )
)  # fmt: skip
SHORT = dict(
    enumerate(
        ["Adeyemi", "Brandt", "Crane", "Dole", "Eames", "Falk", "Gorse", "Hale", "Innes", "Keel", "Lind", "Marlow"],
        start=1,
    )
)


def _rows(text: str, *numbers: int, page: str | None = None) -> list[Row]:
    """One row for each number; a page belongs to the last."""
    return [
        (text, NUMERIC, page if at == len(numbers) else None, f"{SHORT[n]} {1999 + n}" if n in SHORT else None)
        for at, n in enumerate(numbers, start=1)
    ]


SQUARE: dict[str, list[Row]] = {
    "Ports grow [3].": _rows("[3]", 3),
    "Ports shrink [3, 7].": _rows("[3, 7]", 3, 7),
    "Ports close [3,7–9].": _rows("[3,7–9]", 3, 7, 8, 9),
    "Ports open [3, 7-9, 12].": _rows("[3, 7-9, 12]", 3, 7, 8, 9, 12),
    "Ports wait [3]–[6].": _rows("[3]–[6]", 3, 4, 5, 6),
    "Ports sleep [1], [4].": [*_rows("[1]", 1), *_rows("[4]", 4)],
    "Ports wake [1][4].": [*_rows("[1]", 1), *_rows("[4]", 4)],
    "Ports sing [1; 4].": _rows("[1; 4]", 1, 4),
    "Ports pay [11 and 12].": _rows("[11 and 12]", 11, 12),
    "Tides turn [12, p. 121].": _rows("[12, p. 121]", 12, page="page 121"),
    "Tides rise [12, pp. 121–5].": _rows("[12, pp. 121–5]", 12, page="page 121-125"),
    "Tides fall [10, ch. 4].": _rows("[10, ch. 4]", 10, page="chapter 4"),
    "Tides rest [10, Section 4].": _rows("[10, Section 4]", 10, page="section 4"),
    "Tides roar [10, Fig. 2].": _rows("[10, Fig. 2]", 10, page="figure 2"),
    "As Gorse [7] says, gulls wait.": _rows("[7]", 7),
    "Gorse et al. [7, p. 71] count gulls.": _rows("[7, p. 71]", 7, page="page 71"),
    "Ports end [14].": _rows("[14]", 14),  # a number that the list lacks
    "The range of values is [0, 1].": [],
    "Lamps were lit [sic] early.": [],
    "Lamps were lit [in 2014] early.": [],
    "The year [2014] was dry.": [],
    "Rope is sold (3) by the metre.": [],
    "Exports grew in 2004 (see Table 3).": [],
    "The bound is tight [10, Thm. 2].": _rows("[10, Thm. 2]", 10),
    "The fourth is A[2] of the row.": [],
    "The values lie in [1, n].": [],
}

RAISED: dict[str, list[Row]] = {
    "Ports grow.³": _rows("³", 3),
    "Ports shrink,³ we hear.": _rows("³", 3),
    "Harbours close³,⁷⁻⁹ at night.": _rows("³,⁷⁻⁹", 3, 7, 8, 9),
    "Harbours open³–⁶ by day.": _rows("³–⁶", 3, 4, 5, 6),
    "Harbours wait.¹⁰,¹²": _rows("¹⁰,¹²", 10, 12),
    "Harbours sing in 2004.¹¹": _rows("¹¹", 11),
    "Gulls count.¹ ² Nobody knows why.": [*_rows("¹", 1), *_rows("²", 2)],
    "Pilots row.⁵⁽p⁴⁵⁾ They tire.": _rows("⁵⁽p⁴⁵⁾", 5, page="page 45"),
    "The deck is 40 m² wide.": [],
    "The tank is 12 cm³ small.": [],
    "A gull weighs 10³ grams.": [],
    "The fog is 10⁻⁶ thick.": [],
    "The formula is x² over y.": [],
    "Salt is Na⁺ and more.": [],
}

ROUND: dict[str, list[Row]] = {
    "Ports grow (3).": _rows("(3)", 3),
    "Ports shrink (3, 7).": _rows("(3, 7)", 3, 7),
    "Ports close (7–9).": _rows("(7–9)", 7, 8, 9),
    "Ports open (refs. 1, 2).": _rows("(refs. 1, 2)", 1, 2),
    "Ports wait (10, p. 101).": _rows("(10, p. 101)", 10, page="page 101"),
    "Pilots sing (4–6, 11, 12).": _rows("(4–6, 11, 12)", 4, 5, 6, 11, 12),
    "Tides are high (see Fig. 3).": [],
    "Tides are low in Eq. (3) only.": [],
    "Tides are even in Table (4) only.": [],
    "It closed (2014) and opened (2016).": [],
}


@cache
def _read(way: str) -> dict[str, list[Row]]:
    return rows_of({"square": SQUARE, "raised": RAISED, "round": ROUND}[way], LIST)


@pytest.mark.parametrize("sentence", SQUARE)
def test_numbers_in_square_brackets(sentence: str) -> None:
    assert _read("square")[sentence] == SQUARE[sentence]


@pytest.mark.parametrize("sentence", RAISED)
def test_raised_numbers(sentence: str) -> None:
    assert _read("raised")[sentence] == RAISED[sentence]


@pytest.mark.parametrize("sentence", ROUND)
def test_numbers_in_round_brackets(sentence: str) -> None:
    assert _read("round")[sentence] == ROUND[sentence]
