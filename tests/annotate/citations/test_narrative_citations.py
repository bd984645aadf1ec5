"""Pointers whose names stand in the sentence, with the page before or behind what is quoted."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import AUTHOR_YEAR_LIST, N, P, Row, rows_of

CASES: dict[str, list[Row]] = {
    "Marlow (2011) counts the ships.": [("Marlow (2011)", N, None, "Marlow 2011")],
    "Marlow (2011, p. 14) counts the sailors.": [("Marlow (2011, p. 14)", N, "page 14", "Marlow 2011")],
    "Marlow (2011: 14–16) counts the gulls.": [("Marlow (2011: 14–16)", N, "page 14-16", "Marlow 2011")],
    "Marlow [2011] counts the ropes.": [("Marlow [2011]", N, None, "Marlow 2011")],
    "As Marlow (2011) has it, all ropes wear.": [("Marlow (2011)", N, None, "Marlow 2011")],
    "In the view of A. Marlow (2011) ropes last.": [("A. Marlow (2011)", N, None, "Marlow 2011")],
    "For van der Berg (2013) dykes are walls.": [("van der Berg (2013)", N, None, "van der Berg 2013")],
    "Van der Berg (2013) saw them built.": [("Van der Berg (2013)", N, None, "van der Berg 2013")],
    "O'Shea (n.d.) ties them well.": [("O'Shea (n.d.)", N, None, "O'Shea n.d.")],
    # possessives
    "Marlow's (2011) harbour is slow.": [("Marlow's (2011)", N, None, "Marlow 2011")],
    "Marlow’s (2011, p. 11) harbour is quiet.": [("Marlow’s (2011, p. 11)", N, "page 11", "Marlow 2011")],
    "Singh and Falk’s (2016) lamps are two.": [("Singh and Falk’s (2016)", N, None, "Singh and Falk 2016")],
    "Brandt et al.'s (2018) fog is thick.": [("Brandt et al.'s (2018)", N, None, "Brandt et al. 2018")],
    "In Marlow's long account (2011), harbours are slow.": [("(2011)", N, None, "Marlow 2011")],
    # several years, a year of first printing
    "Adeyemi (2006: 12; 2012: 44) asks twice.": [
        ("Adeyemi (2006: 12", N, "page 12", "Adeyemi 2006"),
        ("2012: 44", P, "page 44", "Adeyemi 2012"),
    ],
    "Keel (1921 [2014]: 20-1) rules the ships.": [("Keel (1921 [2014]: 20-1)", N, "page 20-21", "Keel 2014")],
    # two, several, organisations
    "Singh and Falk (2016) light two lamps.": [("Singh and Falk (2016)", N, None, "Singh and Falk 2016")],
    "Singh & Falk (2016) dim two lamps.": [("Singh & Falk (2016)", N, None, "Singh and Falk 2016")],
    "Brandt et al. (2018) hear the fog.": [("Brandt et al. (2018)", N, None, "Brandt et al. 2018")],
    "Brandt and colleagues (2018) map the fog.": [("Brandt and colleagues (2018)", N, None, "Brandt et al. 2018")],
    "Brandt, Osei, and Vance (2018) chart the fog.": [
        ("Brandt, Osei, and Vance (2018)", N, None, "Brandt et al. 2018")
    ],
    "The Ministry of Harbours (2020) counts every ship.": [
        ("Ministry of Harbours (2020)", N, None, "Ministry of Harbours 2020")
    ],
    "The Office of Port Statistics (OPS, 2019) prints figures.": [
        ("(OPS, 2019)", P, None, "Office of Port Statistics 2019")
    ],
    "The OPS (2019, p. 8) prints tables.": [("OPS (2019, p. 8)", N, "page 8", "Office of Port Statistics 2019")],
    "Adeyemi (2006, 2012) writes of pilots.": [
        ("Adeyemi (2006, 2012)", N, None, "Adeyemi 2006"),
        ("Adeyemi (2006, 2012)", N, None, "Adeyemi 2012"),
    ],
    "Tarrow (2017a; 2017b, p. 90) writes of ferries.": [
        ("Tarrow (2017a; 2017b, p. 90)", N, None, "Tarrow 2017a"),
        ("Tarrow (2017a; 2017b, p. 90)", N, "page 90", "Tarrow 2017b"),
    ],
    "Both Marlow (2011) and Keel (2014) count gulls.": [
        ("Marlow (2011)", N, None, "Marlow 2011"),
        ("Keel (2014)", N, None, "Keel 2014"),
    ],
    "According to Keel (2014), the tide is law.": [("Keel (2014)", N, None, "Keel 2014")],
    "Singh/Falk (2016) sehen zwei Lampen.": [("Singh/Falk (2016)", N, None, "Singh and Falk 2016")],
    # the page behind the quotation
    "Keel (2014) notes that “the rules of a harbour outlive its ships” (p. 45).": [
        ("Keel (2014)", N, "page 45", "Keel 2014")
    ],
    "As Keel (2014) puts it, “rules outlive ships” (pp. 45–6), and few object.": [
        ("Keel (2014)", N, "page 45-46", "Keel 2014")
    ],
    "Keel (2014) doubts the tide. “No tide,” we read, “keeps its hour” (p. 51).": [
        ("Keel (2014)", N, "page 51", "Keel 2014")
    ],
    "Keel (2014) calls it “a slow law” (p. 9), while Marlow (2011) calls it “no law at all” (p. 19).": [
        ("Keel (2014)", N, "page 9", "Keel 2014"),
        ("Marlow (2011)", N, "page 19", "Marlow 2011"),
    ],
    "Keel (2014, p. 9) calls it a law (see p. 3 above).": [("Keel (2014, p. 9)", N, "page 9", "Keel 2014")],
    "As Keel puts it, “rules outlive ships” (2014, p. 45).": [("(2014, p. 45)", N, "page 45", "Keel 2014")],
    "Singh and Falk saw “two lamps” first (2016: 203).": [("(2016: 203)", N, "page 203", "Singh and Falk 2016")],
    "Keel (2014) counts the gulls on his own (Table 3).": [("Keel (2014)", N, None, "Keel 2014")],
    # names in the sentence, another work in the bracket
    "Keel was the first to doubt it (Marlow, 2011).": [("(Marlow, 2011)", P, None, "Marlow 2011")],
    "Marlow (2011, as cited in Keel, 2014, p. 3) saw it first.": [
        ("Marlow (2011", N, None, "Marlow 2011"),
        ("as cited in Keel, 2014, p. 3", P, "page 3", "Keel 2014"),
    ],
    "Marlow (2011; see also Keel, 2014, p. 3; OPS, 2019) saw it last.": [
        ("Marlow (2011", N, None, "Marlow 2011"),
        ("see also Keel, 2014, p. 3", P, "page 3", "Keel 2014"),
        ("OPS, 2019", P, None, "Office of Port Statistics 2019"),
    ],
    # names that no entry has, told by the words around them
    "Ostrander (2003) argues that gulls vote.": [("Ostrander (2003)", N, None, None)],
    "The point was made by Ostrander (2003).": [("Ostrander (2003)", N, None, None)],
    "Ostrander and Pike (2003) count again.": [("Ostrander and Pike (2003)", N, None, None)],
    "Ostrander et al. (2003) count once more.": [("Ostrander et al. (2003)", N, None, None)],
}


@cache
def _rows() -> dict[str, list[Row]]:
    return rows_of(CASES, AUTHOR_YEAR_LIST)


@pytest.mark.parametrize("sentence", CASES)
def test_names_in_the_sentence(sentence: str) -> None:
    assert _rows()[sentence] == CASES[sentence]
