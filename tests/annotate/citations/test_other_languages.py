"""Citations and entries as German, French and Spanish papers print them, and works that were printed twice."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import N, P, Row, place, rows_of, work

from claimtrace.model.paper import Paper
from set_documents import paper_of

REFERENCES = """
Adler, Ruth (2007a): Nähe als Ressource, in: Zeitschrift für Hafenkunde, 36. Jg., H. 1, S. 5–28.
Dies. (2007b): Distanz und Amt. Wiesbaden: Kaiverlag.
CHAL (Comisión Hidrográfica de América) (2014), *Panorama de puertos*, Lima, Muelle.
IPM (2015), *Les quais en chiffres*, Paris, Muelle.
Lehm, Otto (1999 [1977]): Parteien im Hafen. Frankfurt: Kaiverlag.
N'Goma A. (à paraître), « Attendre », *Revue des quais*.
Statistische Hafenkommission (2016): Häfen in Zahlen. Wiesbaden: Kaiverlag.
Weil, Max ([1922] 1964), *Puerto y sociedad*, México, Muelle.
Zander, Tim (i. E.): Das digitale Hafenamt, in: Blätter für Hafenpolitik.
"""
CASES: dict[str, list[Row]] = {
    "Häfen altern (vgl. Adler 2007b).": [("(vgl. Adler 2007b)", P, None, "Adler 2007b")],
    "Häfen ruhen (Lehm [1977] 1999: 8).": [("(Lehm [1977] 1999: 8)", P, "page 8", "Lehm 1999")],
    "Häfen gehen (Zander i. E.).": [("(Zander i. E.)", P, None, "Zander n.d.")],
    "Nach Ansicht der Statistischen Hafenkommission (2016) sinkt die Zahl.": [
        ("Statistischen Hafenkommission (2016)", N, None, "Statistische Hafenkommission 2016")
    ],
    "L'IPM (2015) compte les quais.": [("IPM (2015)", N, None, "IPM 2015")],
    "Les quais attendent (N'Goma, à paraître).": [("(N'Goma, à paraître)", P, None, "N'Goma n.d.")],
    "El concepto procede de Weil ([1922] 1964).": [("Weil ([1922] 1964)", N, None, "Weil 1964")],
    "Véase CHAL (2014).": [("CHAL (2014)", N, None, "Comisión Hidrográfica de América 2014")],
    "In van Kade's words, the sea waits (1998, cited in Adler, 2007a, p. 8).": [
        ("cited in Adler, 2007a, p. 8", P, "page 8", "Adler 2007a")
    ],
}


@cache
def _rows() -> dict[str, list[Row]]:
    return rows_of(CASES, REFERENCES)


@pytest.mark.parametrize("sentence", CASES)
def test_pointers_in_other_languages(sentence: str) -> None:
    assert _rows()[sentence] == CASES[sentence]


FRENCH_NOTES: list[tuple[str, list[tuple[str | None, str | None]]]] = [
    ("A. Durand, Le régime des quais, Paris, Muelle, 1998, p. 45.", [("Durand 1998", "page 45")]),
    ("J. Combe, « La liberté de passage », RGQ, 2004, n° 2, pp. 301-330, spéc. p. 312.", [("Combe 2004", "page 312")]),
    ("A. Durand, op. cit., p. 50.", [("Durand 1998", "page 50")]),
    ("V. en ce sens J. Combe, art. préc., p. 315.", [("Combe 2004", "page 315")]),
    ("« Le quai reste ouvert », Le Phare du soir, 5 juin 1911, p. 3.", [("Le quai reste ouvert 1911", "page 3")]),
    ("Ibid.", [("Le quai reste ouvert 1911", None)]),
]


@cache
def _french() -> Paper:
    markers = "¹²³⁴⁵⁶"
    body = [f"La phrase {number} dit que les quais sont libres.{mark}" for number, mark in enumerate(markers, start=1)]
    foot = [f"{mark}{words}" for mark, (words, _) in zip(markers, FRENCH_NOTES, strict=True)]
    return paper_of("\n\n".join(["# Corps", *body, *foot]))


@pytest.mark.parametrize("number", range(1, len(FRENCH_NOTES) + 1))
def test_pointers_of_french_notes(number: int) -> None:
    note = next(note for note in _french().document.notes if note.marker == str(number))
    inside = [c for c in _french().citations if note.span.covers(c.span)]
    assert [(work(_french(), c), place(c.locator)) for c in inside] == FRENCH_NOTES[number - 1][1]
