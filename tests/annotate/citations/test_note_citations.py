"""Pointers in footnotes: full, short, ibid., back pointers; with a list at the end and without one."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import NOTE, SOURCE, place, work

from claimtrace.model.citation import Citation
from claimtrace.model.paper import CitationStyle, Paper
from set_documents import paper_of

Told = tuple[str | None, str | None]
"""The entry to which a pointer in a note leads, and its locator."""

NOTES: list[tuple[str, list[Told]]] = [
    ("Ada Marlow, The Slow Harbour: A History (London: Quay Press, 2011), 12.", [("Marlow 2011", "page 12")]),
    ("Ibid., 14.", [("Marlow 2011", "page 14")]),
    ("Ibid.", [("Marlow 2011", None)]),
    ("Bram Keel, “Ships and Their Rules,” Journal of Ports 4, no. 2 (2014): 45–47.", [("Keel 2014", "page 45-47")]),
    ("Ibid., 46; Marlow, The Slow Harbour, 19.", [("Keel 2014", "page 46"), ("Marlow 2011", "page 19")]),
    ("Ibid., pp. 20–21.", [("Marlow 2011", "page 20-21")]),
    ("Marlow (n 1) 33.", [("Marlow 2011", "page 33")]),
    ("Keel, supra note 4, at 46.", [("Keel 2014", "page 46")]),
    ("Keel, “Ships and Their Rules,” 47.", [("Keel 2014", "page 47")]),
    ("See Rana Singh and Tom Falk, Two Lamps (Leeds: Lamps, 2016), ch. 3.", [("Singh and Falk 2016", "chapter 3")]),
    ("Singh and Falk, Two Lamps, 7.", [("Singh and Falk 2016", "page 7")]),
    ("On pilots, who are left aside here, much could be said.", []),
    ("This figure leaves out the ferries of 1998.", []),
    ("Hanne van der Berg, Dykes (Utrecht: Sluis, 2013), ix.", [("van der Berg 2013", "page ix")]),
    ("Van der Berg (n 14) 88. The figure is disputed; see Keel (n 4) 45.",
     [("van der Berg 2013", "page 88"), ("Keel 2014", "page 45")]),
    ("Bram Keel, “Pilots at Law,” Journal of Ports 9, no. 1 (2019): 3.", [("Keel 2019", "page 3")]),
    ("Keel, “Pilots at Law,” 5.", [("Keel 2019", "page 5")]),
    ("Keel, “Ships and Their Rules,” 46.", [("Keel 2014", "page 46")]),
    ("Id. at 47.", [("Keel 2014", "page 47")]),
    ("Office of Port Statistics, Harbour Figures 2019 (Port Selwyn: OPS, 2019), 4.",
     [("Office of Port Statistics 2019", "page 4")]),
    ("Office of Port Statistics (n 20) 6.", [("Office of Port Statistics 2019", "page 6")]),
    ("OPS (n 20) 7.", [("Office of Port Statistics 2019", "page 7")]),
    ("Marlow, op. cit., p. 40.", [("Marlow 2011", "page 40")]),
    ("Marlow, The Slow Harbour (n 1) 34.", [("Marlow 2011", "page 34")]),
    ("Vgl. Marlow, The Slow Harbour (Anm. 1), S. 35.", [("Marlow 2011", "page 35")]),
    ("Ebd., S. 36.", [("Marlow 2011", "page 36")]),
    ("Marlow, a. a. O., S. 37.", [("Marlow 2011", "page 37")]),
    ("Vgl. Lena Ekwall (Hrsg.): Lampen im Norden, Kiel: Nordverlag 2015, S. 41.", [("Ekwall 2015", "page 41")]),
    ("Ekwall, Lampen im Norden, S. 43.", [("Ekwall 2015", "page 43")]),
    ("See Rob Teller, ed., Lamps and Law (Leeds: Lamps, 2017), 8.", [("Teller 2017", "page 8")]),
    ("Keel, “Ships,” 48n2.", [("Keel 2014", "page 48")]),
    ("Die Fähren fuhren, wie man sagt, in Bremen: Das war 2011 anders.", []),
    # so many capitals once kept a pattern busy for hours
    ("Oak R, Elm T. TO STUDY SLOW TIDES OF THE NORTHERN QUAYS AND THE KEEPERS OF THEIR QUIET TOWERS. Tide J. 2016;6:2.",
     []),
]  # fmt: skip

LIST = """
Ekwall, Lena, ed. Lampen im Norden. Kiel: Nordverlag, 2015.
Keel, Bram. “Pilots at Law.” Journal of Ports 9, no. 1 (2019): 1–18.
Keel, Bram. “Ships and Their Rules.” Journal of Ports 4, no. 2 (2014): 40–66.
Marlow, Ada. The Slow Harbour: A History. London: Quay Press, 2011.
Office of Port Statistics. Harbour Figures 2019. Port Selwyn: OPS, 2019.
Singh, Rana, and Tom Falk. Two Lamps. Leeds: Lamp House, 2016.
Teller, Rob, ed. Lamps and Law. Leeds: Lamps, 2017.
van der Berg, Hanne. Dykes. Utrecht: Sluis, 2013.
"""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@cache
def _paper(listed: bool) -> Paper:
    """Each note called by a sentence of its own, on one page."""
    body, foot = [], []
    for number, (words, _) in enumerate(NOTES, start=1):
        marker = str(number).translate(_RAISED)
        body.append(f"Statement {number} says that harbours are slow.{marker}")
        foot.append(f"{marker}{words}")
    table = "Table 1. Ships\n\nPort | Ships\nSelwyn | 4\n\nSource: Keel (n 4) 46; Marlow (n 1) 12."
    parts = ["# Body", *body, table, *foot]
    return paper_of("\n\n".join(parts) + (f"\n\n# Bibliography\n{LIST.strip()}" if listed else ""))


def _in_note(paper: Paper, number: int) -> list[Citation]:
    note = next(note for note in paper.document.notes if note.marker == str(number))
    return [c for c in paper.citations if note.span.covers(c.span)]


@pytest.mark.parametrize("listed", [True, False], ids=["with a list", "without a list"])
@pytest.mark.parametrize("number", range(1, len(NOTES) + 1))
def test_pointers_of_a_note(number: int, listed: bool) -> None:
    paper = _paper(listed)
    told = [(work(paper, c), place(c.locator)) for c in _in_note(paper, number)]
    assert told == NOTES[number - 1][1]


@pytest.mark.parametrize("listed", [True, False], ids=["with a list", "without a list"])
def test_notes_are_the_way_of_citing(listed: bool) -> None:
    paper = _paper(listed)
    assert paper.citation_style is CitationStyle.NOTES
    assert {c.form for c in paper.citations} == {NOTE, SOURCE}
    assert len(paper.references) == 8


def test_a_note_speaks_for_the_sentence_that_calls_it() -> None:
    paper = _paper(True)
    for number in range(1, len(NOTES) + 1):
        claim = next(c for c in paper.claims if c.text.startswith(f"Statement {number} "))
        assert list(claim.citations) == [c.id for c in _in_note(paper, number)]


def test_source_lines_point_as_notes_do() -> None:
    paper = _paper(True)
    told = [(work(paper, c), place(c.locator)) for c in paper.citations if c.form is SOURCE]
    assert told == [("Keel 2014", "page 46"), ("Marlow 2011", "page 12")]
