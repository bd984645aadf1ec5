"""Pointers within brackets, sentence by sentence."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import AUTHOR_YEAR_LIST, N, P, Row, rows_of

CASES: dict[str, list[Row]] = {
    # one work
    "Ports grow by habit (Marlow, 2011).": [("(Marlow, 2011)", P, None, "Marlow 2011")],
    "Ports shrink by habit (Marlow 2011).": [("(Marlow 2011)", P, None, "Marlow 2011")],
    "Ports close by habit [Marlow, 2011].": [("[Marlow, 2011]", P, None, "Marlow 2011")],
    "Harbours teach (van der Berg, 2013).": [("(van der Berg, 2013)", P, None, "van der Berg 2013")],
    "Harbours learn (Van der Berg, 2013).": [("(Van der Berg, 2013)", P, None, "van der Berg 2013")],
    "Lighthouses wait (García-Løve, 2015).": [("(García-Løve, 2015)", P, None, "García-Løve 2015")],
    "Lighthouses sleep (Garcia-Love, 2015).": [("(Garcia-Love, 2015)", P, None, "García-Løve 2015")],
    "Knots hold (O’Shea, n.d.).": [("(O’Shea, n.d.)", P, None, "O'Shea n.d.")],
    "Ink stays (Quill, in press).": [("(Quill, in press)", P, None, "Quill n.d.")],
    "Ink fades (E. Quill, forthcoming).": [("(E. Quill, forthcoming)", P, None, "Quill n.d.")],
    # two authors, many authors
    "Two lamps are seen (Singh & Falk, 2016).": [("(Singh & Falk, 2016)", P, None, "Singh and Falk 2016")],
    "Two lamps are lit (Singh and Falk 2016).": [("(Singh and Falk 2016)", P, None, "Singh and Falk 2016")],
    "Fog is thick (Brandt et al., 2018).": [("(Brandt et al., 2018)", P, None, "Brandt et al. 2018")],
    "Fog is thin (Brandt et al. 2018).": [("(Brandt et al. 2018)", P, None, "Brandt et al. 2018")],
    "Fog is grey (Brandt, Osei, & Vance, 2018).": [("(Brandt, Osei, & Vance, 2018)", P, None, "Brandt et al. 2018")],
    "Fog is loud (Brandt and others, 2018).": [("(Brandt and others, 2018)", P, None, "Brandt et al. 2018")],
    # organisations, in full and by their abbreviation
    "Ships are counted (Ministry of Harbours, 2020).": [
        ("(Ministry of Harbours, 2020)", P, None, "Ministry of Harbours 2020")
    ],
    "Figures are kept (Office of Port Statistics [OPS], 2019).": [
        ("(Office of Port Statistics [OPS], 2019)", P, None, "Office of Port Statistics 2019")
    ],
    "Figures are lost (OPS, 2019, p. 7).": [("(OPS, 2019, p. 7)", P, "page 7", "Office of Port Statistics 2019")],
    "Rules are old (World Union of Pilots, 2008).": [
        ("(World Union of Pilots, 2008)", P, None, "World Union of Pilots 2008")
    ],
    "Rules are dry (WUP, 2008).": [("(WUP, 2008)", P, None, "World Union of Pilots 2008")],
    # locators
    "Tides turn (Keel, 2014, p. 45).": [("(Keel, 2014, p. 45)", P, "page 45", "Keel 2014")],
    "Tides rise (Keel, 2014, pp. 45–47).": [("(Keel, 2014, pp. 45–47)", P, "page 45-47", "Keel 2014")],
    "Tides fall (Keel 2014: 45-7).": [("(Keel 2014: 45-7)", P, "page 45-47", "Keel 2014")],
    "Tides stand (Keel 2014, 45).": [("(Keel 2014, 45)", P, "page 45", "Keel 2014")],
    "Tides wait (Keel, 2014, at 45).": [("(Keel, 2014, at 45)", P, "page 45", "Keel 2014")],
    "Tides pass (Keel, 2014, ch. 3).": [("(Keel, 2014, ch. 3)", P, "chapter 3", "Keel 2014")],
    "Tides sing (Keel, 2014, Chapter 3).": [("(Keel, 2014, Chapter 3)", P, "chapter 3", "Keel 2014")],
    "Tides roar (Keel, 2014, § 12).": [("(Keel, 2014, § 12)", P, "section 12", "Keel 2014")],
    "Tides rest (Keel, 2014, para. 8).": [("(Keel, 2014, para. 8)", P, "paragraph 8", "Keel 2014")],
    "Tides open (Keel, 2014, pp. ix–xii).": [("(Keel, 2014, pp. ix–xii)", P, "page ix-xii", "Keel 2014")],
    "Tides go on (Keel, 2014, p. 45 f.).": [("(Keel, 2014, p. 45 f.)", P, "page 45", "Keel 2014")],
    "Tides run on (Keel 2014: 45ff.).": [("(Keel 2014: 45ff.)", P, "page 45", "Keel 2014")],
    "Tides are drawn (Keel, 2014, fig. 4).": [("(Keel, 2014, fig. 4)", P, "figure 4", "Keel 2014")],
    "Tides are listed (Keel, 2014, Table 2).": [("(Keel, 2014, Table 2)", P, "table 2", "Keel 2014")],
    "Tides fill books (Keel, 2014, vol. 2, p. 45).": [("(Keel, 2014, vol. 2, p. 45)", P, "page 45", "Keel 2014")],
    "Tides close (Keel, 2014, p. 45, emphasis added).": [
        ("(Keel, 2014, p. 45, emphasis added)", P, "page 45", "Keel 2014")
    ],
    # several works in one bracket
    "Old habits last (Marlow, 2011; Keel, 2014, p. 50).": [
        ("Marlow, 2011", P, None, "Marlow 2011"),
        ("Keel, 2014, p. 50", P, "page 50", "Keel 2014"),
    ],
    "New habits last (Singh & Falk, 2016, pp. 203-4; Brandt et al., 2018; OPS, 2019).": [
        ("Singh & Falk, 2016, pp. 203-4", P, "page 203-204", "Singh and Falk 2016"),
        ("Brandt et al., 2018", P, None, "Brandt et al. 2018"),
        ("OPS, 2019", P, None, "Office of Port Statistics 2019"),
    ],
    "Bad habits last (Marlow, 2011, Keel, 2014).": [
        ("Marlow, 2011", P, None, "Marlow 2011"),
        ("Keel, 2014", P, None, "Keel 2014"),
    ],
    "Good habits last (Marlow 2011 and Keel 2014).": [
        ("Marlow 2011", P, None, "Marlow 2011"),
        ("Keel 2014", P, None, "Keel 2014"),
    ],
    # several works of one author
    "Pilots change (Adeyemi, 2006, 2012).": [
        ("(Adeyemi, 2006, 2012)", P, None, "Adeyemi 2006"),
        ("(Adeyemi, 2006, 2012)", P, None, "Adeyemi 2012"),
    ],
    "Pilots drift (Adeyemi, 2006; 2012, p. 4).": [
        ("Adeyemi, 2006", P, None, "Adeyemi 2006"),
        ("2012, p. 4", P, "page 4", "Adeyemi 2012"),
    ],
    "The first ferry left (Tarrow, 2017a, p. 9).": [("(Tarrow, 2017a, p. 9)", P, "page 9", "Tarrow 2017a")],
    "The last ferry left (Tarrow, 2017b).": [("(Tarrow, 2017b)", P, None, "Tarrow 2017b")],
    "Both ferries left (Tarrow, 2017a, 2017b).": [
        ("(Tarrow, 2017a, 2017b)", P, None, "Tarrow 2017a"),
        ("(Tarrow, 2017a, 2017b)", P, None, "Tarrow 2017b"),
    ],
    "All ferries left (Tarrow, 2017a, b).": [
        ("(Tarrow, 2017a, b)", P, None, "Tarrow 2017a"),
        ("(Tarrow, 2017a, b)", P, None, "Tarrow 2017b"),
    ],
    # other languages
    "Häfen ruhen (siehe auch Singh/Falk 2016: 203–205).": [
        ("(siehe auch Singh/Falk 2016: 203–205)", P, "page 203-205", "Singh and Falk 2016")
    ],
    "Häfen gehen (ebd.: 33).": [("(ebd.: 33)", P, "page 33", "Singh and Falk 2016")],
    "Häfen bleiben (vgl. ebenda, S. 34).": [("(vgl. ebenda, S. 34)", P, "page 34", "Singh and Falk 2016")],
    "Häfen liegen (vgl. Brandt/Osei/Vance 2018, S. 33).": [
        ("(vgl. Brandt/Osei/Vance 2018, S. 33)", P, "page 33", "Brandt et al. 2018")
    ],
    "Häfen stehen (Brandt u. a. 2018: 31).": [("(Brandt u. a. 2018: 31)", P, "page 31", "Brandt et al. 2018")],
    "Häfen warten (Singh und Falk 2016, Kap. 3).": [
        ("(Singh und Falk 2016, Kap. 3)", P, "chapter 3", "Singh and Falk 2016")
    ],
    "Les ports dorment (cf. Singh et Falk, 2016, p. 203).": [
        ("(cf. Singh et Falk, 2016, p. 203)", P, "page 203", "Singh and Falk 2016")
    ],
    "Los puertos duermen (véase Singh y Falk, 2016, pág. 203).": [
        ("(véase Singh y Falk, 2016, pág. 203)", P, "page 203", "Singh and Falk 2016")
    ],
    "I porti dormono (cfr. Singh e Falk 2016).": [("(cfr. Singh e Falk 2016)", P, None, "Singh and Falk 2016")],
    "Os portos crescem (SINGH; FALK, 2016, p. 203).": [
        ("(SINGH; FALK, 2016, p. 203)", P, "page 203", "Singh and Falk 2016")
    ],
    # words around the pointer
    "Some doubt it (see Marlow, 2011, p. 12).": [("(see Marlow, 2011, p. 12)", P, "page 12", "Marlow 2011")],
    "Some ask why (see also Marlow, 2011).": [("(see also Marlow, 2011)", P, None, "Marlow 2011")],
    "Some ask how (e.g., Marlow, 2011; cf. Keel, 2014).": [
        ("e.g., Marlow, 2011", P, None, "Marlow 2011"),
        ("cf. Keel, 2014", P, None, "Keel 2014"),
    ],
    "Some know (for a review, see Marlow, 2011).": [("(for a review, see Marlow, 2011)", P, None, "Marlow 2011")],
    "Some hear (but see Keel, 2014).": [("(but see Keel, 2014)", P, None, "Keel 2014")],
    "Some repeat it (as cited in Keel, 2014, p. 3).": [("(as cited in Keel, 2014, p. 3)", P, "page 3", "Keel 2014")],
    "It was heard twice (Marlow, 2011, as cited in Keel, 2014, p. 3).": [
        ("Marlow, 2011", P, None, "Marlow 2011"),
        ("as cited in Keel, 2014, p. 3", P, "page 3", "Keel 2014"),
    ],
    "Some read on (for reviews, see Marlow, 2011, and Keel, 2014).": [
        ("for reviews, see Marlow, 2011", P, None, "Marlow 2011"),
        ("Keel, 2014", P, None, "Keel 2014"),
    ],
    "It was told (Marlow 2011 cited in Keel 2014).": [
        ("Marlow 2011", P, None, "Marlow 2011"),
        ("cited in Keel 2014", P, None, "Keel 2014"),
    ],
    "It was asked (Marlow, A., 2011).": [("(Marlow, A., 2011)", P, None, "Marlow 2011")],
    "Ships wait (on average for six days; Marlow, 2011).": [("Marlow, 2011", P, None, "Marlow 2011")],
    "Ships turn (Marlow, 2011; own count).": [("Marlow, 2011", P, None, "Marlow 2011")],
    "Ships (in the sense of Marlow, 2011) are rare.": [("(in the sense of Marlow, 2011)", P, None, "Marlow 2011")],
    "Ships rust (see Keel [2014, p. 2] and Marlow [2011]).": [
        ("Keel [2014, p. 2]", N, "page 2", "Keel 2014"),
        ("Marlow [2011]", N, None, "Marlow 2011"),
    ],
    "Ships were lost (Keel, 1921/2014, p. 45).": [("(Keel, 1921/2014, p. 45)", P, "page 45", "Keel 2014")],
    "Ships were found (Keel, [1921] 2014).": [("(Keel, [1921] 2014)", P, None, "Keel 2014")],
    "Ships were built (Keel, 2014 [1921], p. 45).": [("(Keel, 2014 [1921], p. 45)", P, "page 45", "Keel 2014")],
    "Ships float (Marlow, 2011, p. 9, and Keel, 2014, p. 10).": [
        ("Marlow, 2011, p. 9", P, "page 9", "Marlow 2011"),
        ("Keel, 2014, p. 10", P, "page 10", "Keel 2014"),
    ],
}


@cache
def _rows() -> dict[str, list[Row]]:
    return rows_of(CASES, AUTHOR_YEAR_LIST)


@pytest.mark.parametrize("sentence", CASES)
def test_pointers_within_brackets(sentence: str) -> None:
    assert _rows()[sentence] == CASES[sentence]
