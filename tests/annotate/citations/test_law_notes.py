"""Notes as lawyers write them, without a list: judgments, laws, law reviews, and what points back to them."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import place, work

from claimtrace.model.paper import Paper
from set_documents import paper_of

Told = tuple[str | None, str | None]
"""The entry to which a pointer in a note leads, and its locator."""

NOTES: list[tuple[str, list[Told]]] = [
    ("Ada Marlow, The Slow Harbour (3rd edn, Quay Press 2011) 44–46.", [("Marlow 2011", "page 44-46")]),
    ("Selwyn Channel (Arland v Norland) [1949] ICJ Rep 4, 22.",
     [("Selwyn Channel (Arland v Norland) 1949", "page 22")]),
    ("Rana Singh and Tom Falk, ‘Lamps Reconsidered’ (2018) 29 European Journal of Ports 113, 120; see also Bram Keel, "
     "‘Three Theories of Fog’ in Una Ost (ed), Fog and Its Limits (Lamp House 2012).",
     [("Singh and Falk 2018", "page 120"), ("Keel 2012", None)]),
    ("Marlow (n 1) 51.", [("Marlow 2011", "page 51")]),
    ("Singh and Falk (n 3) 131.", [("Singh and Falk 2018", "page 131")]),
    ("Council Decision (CFSP) 2019/797 [2019] OJ L129I/13.",
     [("Council Decision (CFSP) 2019/797 2019", None)]),
    ("ibid art 4.",
     [("Council Decision (CFSP) 2019/797 2019", "article 4")]),
    ("See, e.g., Orchard v. Lindqvist, 412 F.3d 88, 93–94 (2d Cir. 2005).",
     [("Orchard v. Lindqvist 2005", "page 93-94")]),
    ("Dana Whitlock, Warning Signs, 92 Harb. L. Rev. 401, 417 (1999).", [("Whitlock 1999", "page 417")]),
    ("JOAN PIKE, THE LAW OF NOTICE 23–25 (4th ed. 2011).", [("Pike 2011", "page 23-25")]),
    ("Whitlock, supra note 9, at 420.", [("Whitlock 1999", "page 420")]),
    ("Minutes of 4 June 1911, HO 371/1234, Harbour Archives.", []),
    ("Ibid., 105.", []),  # of what could not be read
    ("Harbour Archives (n 12) 7.", []),
    ("Ostrander (n 1) 12.", [(None, "page 12")]),
]  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@cache
def _paper() -> Paper:
    numbers = [str(number).translate(_RAISED) for number in range(1, len(NOTES) + 1)]
    body = [f"Statement {at} says that harbours are slow.{marker}" for at, marker in enumerate(numbers)]
    return paper_of(
        "\n\n".join(["# Body", *body, *(f"{n}{words}" for n, (words, _) in zip(numbers, NOTES, strict=True))])
    )


@pytest.mark.parametrize("number", range(1, len(NOTES) + 1))
def test_pointers_of_a_note(number: int) -> None:
    paper = _paper()
    note = next(note for note in paper.document.notes if note.marker == str(number))
    inside = [c for c in paper.citations if note.span.covers(c.span)]
    assert [(work(paper, c), place(c.locator)) for c in inside] == NOTES[number - 1][1]
