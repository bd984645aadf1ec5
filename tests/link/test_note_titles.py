"""A title in a note tells the work: a title that no entry has is another work, whoever wrote it and when."""

from __future__ import annotations

import pytest

from claimtrace.model.paper import Paper
from set_documents import paper_of

LIST = """# Bibliography
Keel, Bram. “Pilots at Law.” Journal of Ports 9, no. 1 (2019): 1–18.
Keel, Bram. “Ships and Their Rules.” Journal of Ports 4, no. 2 (2014): 40–66.
Marlow, Ada. The Slow Harbour: A History. London: Quay Press, 2011."""
OTHER_NOTES = (
    "Ada Marlow, The Slow Harbour: A History (London: Quay Press, 2011), 12.",
    "Ibid., 14.",
    "Keel, “Pilots at Law,” 5.",
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def paper_with(note: str) -> Paper:
    notes = (*OTHER_NOTES, note)
    raised = [str(number).translate(_RAISED) for number in range(1, len(notes) + 1)]
    body = [f"Statement {number} says that harbours are slow.{mark}" for number, mark in enumerate(raised, start=1)]
    foot = [f"{mark}{words}" for mark, words in zip(raised, notes, strict=True)]
    return paper_of("\n\n".join(("# Body", *body, *foot, LIST)))


@pytest.mark.parametrize(
    ("note", "entry"),
    [
        ("Bram Keel, “Ships and Their Rules,” Journal of Ports 4, no. 2 (2014): 45.", "Keel 2014"),
        ("Bram Keel, “Ships and Thier Rules,” Journal of Ports 4, no. 2 (2014): 45.", "Keel 2014"),
        ("Bram Keel, “Ships and Their Rules: A Reply,” Journal of Ports 4, no. 2 (2014): 45.", "Keel 2014"),
        ("Bram Keel, “Lanterns for the Blind,” Letters on Lamps 2, no. 1 (2014): 3.", None),
        ("Bram Keel, “Lanterns for the Blind,” Letters on Lamps 2, no. 1 (2015): 3.", None),
        ("Marlow, “Slow.”", "Marlow 2011"),
        ("Keel, “Ships and Their Rules,” 45: “lanterns were for the blind, and for nobody else.”", "Keel 2014"),
    ],
    ids=[
        "as listed",
        "misspelt",
        "with a subtitle",
        "same year",
        "another year",
        "a word of it",
        "words quoted from it",
    ],
)
def test_the_title_decides(note: str, entry: str | None) -> None:
    paper = paper_with(note)
    by_id = {reference.id: reference.short for reference in paper.references}
    last = max(paper.citations, key=lambda citation: citation.span)
    link = next(link for link in paper.links if link.citation == last.id)
    assert (by_id[link.reference] if link.reference else None) == entry
    assert (link.near is None) if entry else "title" in (link.why or "")


def test_a_misspelt_author_of_a_listed_title_is_a_near_miss() -> None:
    paper = paper_with("Marlowe, “The Slow Harbour,” 45.")
    link = next(link for link in paper.links if link.near)
    assert link.near == "name"
    assert next(r.short for r in paper.references if r.id == link.reference) == "Marlow 2011"
