"""Notes that give pages of the web, news and reports, as policy papers without a list do."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import place, work

from claimtrace.model.paper import Paper
from set_documents import paper_of

Told = tuple[str | None, str | None]
"""The entry to which a pointer in a note leads, and its locator."""

NOTES: list[tuple[str, list[Told]]] = [
    ("Ada Marlow and Tom Hill, “Why Harbours Are Slow,” Lampfront (blog), April 3, 2019, https://lamp.example/slow.",
     [("Marlow and Hill 2019", None)]),
    ("“Joint Statement on Quiet Ports,” Ministry of Harbours, September 23, 2019, https://ministry.example/quiet.",
     [("Joint Statement on Quiet Ports 2019", None)]),
    ("Bram Keel, “Public Lamps,” Selwyn Analyses no. 244 (Zurich: Kai, May 2019), 2, https://selwyn.example/244.pdf.",
     [("Keel 2019", None)]),
    ("Una Roth, “Minister Denies Fog,” Harbour Times, October 5, 2018.", [("Roth 2018", None)]),
    ("Harbour Board, National Strategy for Lamps, September 2018, https://board.example/lamps.pdf.",
     [("Harbour Board 2018", None)]),
    ("Marlow and Hill, “Why Harbours Are Slow”; see also Keel, “Public Lamps,” 3.",
     [("Marlow and Hill 2019", None), ("Keel 2019", "page 3")]),
    ("Quoted in Roth, “Minister Denies Fog.”", [("Roth 2018", None)]),
    ("Ibid.", [("Roth 2018", None)]),
    ("The minister had said, “We shall see it through to the end,” and left in 2018.", []),
]  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LIST = """

# Bibliography
Lindqvist, Eva. Lamps at Sea. Leeds: Lamp House, 2011.
Osei, Kofi. Ships and Rules. Leeds: Lamp House, 2012.
Tarrow, Jon. The First Ferry. Leeds: Lamp House, 2013.
"""


def _paper_of(notes: list[str], after: str = "") -> Paper:
    markers = [str(number).translate(_RAISED) for number in range(1, len(notes) + 1)]
    body = [f"Statement {at} says that harbours are slow.{marker}" for at, marker in enumerate(markers)]
    foot = [f"{marker}{words}" for marker, words in zip(markers, notes, strict=True)]
    return paper_of("\n\n".join(["# Body", *body, *foot]) + after)


@cache
def _paper() -> Paper:
    return _paper_of([words for words, _ in NOTES])


@pytest.mark.parametrize("number", range(1, len(NOTES) + 1))
def test_pointers_of_a_note(number: int) -> None:
    paper = _paper()
    note = next(note for note in paper.document.notes if note.marker == str(number))
    inside = [c for c in paper.citations if note.span.covers(c.span)]
    assert [(work(paper, c), place(c.locator)) for c in inside] == NOTES[number - 1][1]


def test_a_list_of_books_need_not_have_news_and_pages() -> None:
    books = [
        "Eva Lindqvist, Lamps at Sea (Leeds: Lamp House, 2011), 12.",
        "Kofi Osei, Ships and Rules (Leeds: Lamp House, 2012), 3.",
        "Jon Tarrow, The First Ferry (Leeds: Lamp House, 2013), 5.",
    ]
    paper = _paper_of([*books, *(words for words, _ in NOTES)], LIST)
    assert [work(paper, c) for c in paper.citations] == ["Lindqvist 2011", "Osei 2012", "Tarrow 2013"]
