"""Pointers under tables, in captions and cells, and "ibid." in the running text of an author-year paper."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import AUTHOR_YEAR_LIST, SOURCE, P, Row, place, work

from claimtrace.model.paper import Paper
from set_documents import paper_of, span_of

BODY = """
# Body

Ports grow (Marlow, 2011, p. 3). Gulls follow (ibid., p. 4). Pilots watch (Ibid.).

Ropes wear (Keel, 2014). They are mended at night (ibid.: 45–7).

Table 1. Ships in harbours, after Keel (2014, p. 9)

Port | Ships | Source
Selwyn | 40 | Marlow (2011, p. 12)
Nettle | 12 | Tarrow, 2017a

Source: compiled by the author from Marlow (2011, p. 15), Singh and Falk (2016) and OPS (2019, Table 3).

Table 2. Lamps in harbours

Port | Lamps
Selwyn | 4

Source: Adapted from Keel (2014), p. 17; Brandt et al. (2018); Ministry of Harbours, 2020.

Figures are kept (Office of Port Statistics [OPS], 2019; Tarrow, 2017b).
"""

CASES: dict[str, list[Row]] = {
    "Ports grow (Marlow, 2011, p. 3). Gulls follow (ibid., p. 4). Pilots watch (Ibid.).": [
        ("(Marlow, 2011, p. 3)", P, "page 3", "Marlow 2011"),
        ("(ibid., p. 4)", P, "page 4", "Marlow 2011"),
        ("(Ibid.)", P, None, "Marlow 2011"),
    ],
    "Ropes wear (Keel, 2014). They are mended at night (ibid.: 45–7).": [
        ("(Keel, 2014)", P, None, "Keel 2014"),
        ("(ibid.: 45–7)", P, "page 45-47", "Keel 2014"),
    ],
    "Source: compiled by the author from Marlow (2011, p. 15), Singh and Falk (2016) and OPS (2019, Table 3).": [
        ("Marlow (2011, p. 15)", SOURCE, "page 15", "Marlow 2011"),
        ("Singh and Falk (2016)", SOURCE, None, "Singh and Falk 2016"),
        ("OPS (2019, Table 3)", SOURCE, "table 3", "Office of Port Statistics 2019"),
    ],
    "Source: Adapted from Keel (2014), p. 17; Brandt et al. (2018); Ministry of Harbours, 2020.": [
        ("Keel (2014), p. 17", SOURCE, "page 17", "Keel 2014"),
        ("Brandt et al. (2018)", SOURCE, None, "Brandt et al. 2018"),
        ("Ministry of Harbours, 2020", SOURCE, None, "Ministry of Harbours 2020"),
    ],
}


@cache
def _paper() -> Paper:
    return paper_of(f"{BODY}\n# References\n{AUTHOR_YEAR_LIST.strip()}")


@pytest.mark.parametrize("words", CASES)
def test_pointers_of_a_block(words: str) -> None:
    paper = _paper()
    span = span_of(paper.document, words)
    inside = [c for c in paper.citations if span.covers(c.span)]
    assert [(c.text, c.form, place(c.locator), work(paper, c)) for c in inside] == CASES[words]


def test_captions_and_cells_point_too() -> None:
    paper = _paper()
    around = (span_of(paper.document, "Table 1."), span_of(paper.document, "Source: compiled"))
    inside = [c for c in paper.citations if around[0].start <= c.span.start < around[1].start]
    assert [(work(paper, c), place(c.locator)) for c in inside] == [
        ("Keel 2014", "page 9"), ("Marlow 2011", "page 12"), ("Tarrow 2017a", None),
    ]  # fmt: skip
