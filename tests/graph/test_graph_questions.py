"""What checks ask of the graph."""

from __future__ import annotations

from functools import cache

import pytest

from claimtrace.graph.build import build_graph
from claimtrace.graph.questions import PaperGraph
from set_documents import paper_of

TEXT = """
# Body

Ports grow (Keel, 2014; Marlow, 2011). This growth is slow. Estonia sold a pier in 2009 (Keel, 2014).

# References
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
Vance, O. (2001). The unread book. Quay Press.
"""


@cache
def _questions() -> PaperGraph:
    paper = paper_of(TEXT)
    return PaperGraph(paper, build_graph(paper))


def test_items_are_found_by_their_ids() -> None:
    ask = _questions()
    paper = ask.paper
    assert [ask.reference(item.id) for item in paper.references] == list(paper.references)
    assert [ask.citation(item.id) for item in paper.citations] == list(paper.citations)
    assert [ask.claim(item.id) for item in paper.claims] == list(paper.claims)
    assert [ask.entity(item.id) for item in paper.entities] == list(paper.entities)
    assert [ask.link(item.id).citation for item in paper.citations] == [item.id for item in paper.citations]
    with pytest.raises(KeyError):
        ask.reference("reference-unknown")


def test_citations_of_an_entry_come_in_text_order() -> None:
    ask = _questions()
    keel, marlow, vance = ask.paper.references
    assert [c.text for c in ask.citations_of(keel.id)] == ["Keel, 2014", "(Keel, 2014)"]
    assert [c.text for c in ask.citations_of(marlow.id)] == ["Marlow, 2011"]
    assert ask.citations_of(vance.id) == []


def test_claims_and_the_works_behind_them() -> None:
    ask = _questions()
    grow, slow, sold = ask.paper.claims
    first, _, third = ask.paper.citations
    assert ask.claims_on(first.id) == [grow]
    assert ask.claims_on(third.id) == [sold]
    assert [work.short for work in ask.works_behind(grow)] == ["Keel 2014", "Marlow 2011"]
    assert ask.works_behind(slow) == ask.works_behind(grow)  # it leans on the sentence before it
    assert [entity.name for entity in ask.entities_in(sold)] == ["Estonia"]
    assert ask.page(sold.span.start) == 1
