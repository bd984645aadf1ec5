"""Pointers that give an author and a page, as the MLA's style has them."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import N, P, Row, rows_of

LIST = """
Falk, Tom, and Rana Singh. Two Lamps. Lamp House, 2016.
Keel, Bram. “Pilots at Law.” Journal of Ports, vol. 9, no. 1, 2019, pp. 1–18.
Keel, Bram. “Ships and Their Rules.” Journal of Ports, vol. 4, no. 2, 2014, pp. 40–66.
Marlow, Ada. The Slow Harbour: A History. Quay Press, 2011.
The Lamp Book of Harbours. Edited by Una Ost, Lamp House, 1985.
van der Berg, Hanne. Dykes. Sluis, 2013.
"""
CASES: dict[str, list[Row]] = {
    "Harbours are slow (Marlow 45).": [("(Marlow 45)", P, "page 45", "Marlow 2011")],
    "Harbours rest (see Marlow 45-7).": [("(see Marlow 45-7)", P, "page 45-47", "Marlow 2011")],
    "Dykes are walls (van der Berg 12–14).": [("(van der Berg 12–14)", P, "page 12-14", "van der Berg 2013")],
    "Two lamps burn (Falk and Singh 7).": [("(Falk and Singh 7)", P, "page 7", "Falk and Singh 2016")],
    "Some say so (qtd. in Marlow 50).": [("(qtd. in Marlow 50)", P, "page 50", "Marlow 2011")],
    "Both agree (Marlow 45; Falk and Singh 9).": [
        ("Marlow 45", P, "page 45", "Marlow 2011"),
        ("Falk and Singh 9", P, "page 9", "Falk and Singh 2016"),
    ],
    # the title tells two works of one author apart
    "Rules last (Keel, “Ships and Their Rules” 45).": [
        ("(Keel, “Ships and Their Rules” 45)", P, "page 45", "Keel 2014")
    ],
    "Pilots go to court (Keel, “Pilots” 3).": [("(Keel, “Pilots” 3)", P, "page 3", "Keel 2019")],
    # the title alone, where the work has no author or the sentence names it
    "Harbours fill books (Lamp Book 3).": [("(Lamp Book 3)", P, "page 3", "The Lamp Book of Harbours 1985")],
    "Keel later thinks otherwise (Pilots 3).": [("(Pilots 3)", P, "page 3", "Keel 2019")],
    "The pier is long (Fig 3).": [],
    # the author stands in the sentence
    "Marlow says that harbours are slow (46).": [("(46)", N, "page 46", "Marlow 2011")],
    # no pointers
    "Ships are many (about 45).": [],
    "Ships are few (Ostrander 45).": [],
    "Nobody is named here (46).": [],
}


@cache
def _rows() -> dict[str, list[Row]]:
    return rows_of(CASES, LIST)


@pytest.mark.parametrize("sentence", CASES)
def test_an_author_and_a_page(sentence: str) -> None:
    assert _rows()[sentence] == CASES[sentence]
