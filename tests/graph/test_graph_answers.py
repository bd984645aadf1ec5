"""Questions to the graph: which node is meant, what stands around it, what joins two, which keep to a condition."""

from __future__ import annotations

from functools import cache

import networkx as nx
import pytest

from claimtrace.graph.build import build_graph
from claimtrace.graph.conditions import parse, where
from claimtrace.graph.explore import around, part, paths
from claimtrace.graph.invariants import breaches
from claimtrace.graph.lookup import find_node
from claimtrace.graph.support import Support
from claimtrace.model.errors import UnknownNameError
from set_documents import paper_of

TEXT = """
# Ports and pilots

WannaCry was attributed to North Korea (Keel, 2014, p. 3). NotPetya cost the quay a year (Marlow, 2019; Keel, 2014).

NotPetya was felt in the harbour office as well. The pilots say that “no tide keeps its hour for long” (Marlow, 2019).

## Ropes

Ropes are sold by weight and by length. Nobody has counted the ropes of Port Selwyn.

# Lamps

The lamps of NotPetya burned for a year (Pike, 2003). Pilots were paid by the tide (Keel, 2014).

# References
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2019). The slow harbour. Journal of Ports, 4(2), 10–29.
Pike, O. (2003). Rope and twine. Quay Press.
Vance, O. (n.d.). Candles at dusk. Quay Press.
"""


@cache
def _graph() -> nx.MultiDiGraph[str]:
    return build_graph(paper_of(TEXT))


def _labels(nodes: list[str]) -> list[str]:
    return [_graph().nodes[node]["label"] for node in nodes]


def _found(*conditions: str) -> list[str]:
    return _labels(where(_graph(), [parse(text) for text in conditions]))


@pytest.mark.parametrize(
    ("words", "kind", "label"),
    [
        ("Keel 2014", "reference", "Keel 2014"),
        ("keel", "reference", "Keel 2014"),
        ("NotPetya", "incident", "NotPetya"),
        ("LAMPS", "section", "Lamps"),  # a whole label comes before words of one
        ("counted ropes", "claim", "Nobody has counted the ropes of Port Selwyn."),
        ("Ships and rules", "work", "Ships and rules"),
    ],
)
def test_a_node_is_found_by_words(words: str, kind: str, label: str) -> None:
    found = _graph().nodes[find_node(_graph(), words)]
    assert (found["type"], found["label"]) == (kind, label)


def test_a_node_is_found_by_its_id_and_by_the_beginning_of_it() -> None:
    for node in _graph():
        assert find_node(_graph(), node) == node
        assert find_node(_graph(), node[:-3]) == node


def test_what_several_nodes_hold_is_refused_with_their_ids() -> None:
    with pytest.raises(UnknownNameError, match=r"^2 nodes hold 'a year'; name one by its id: claim-\w+ \(NotPetya"):
        find_node(_graph(), "a year")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Keal 2014", "no node holds 'Keal 2014'; did you mean 'Keel 2014'?"),
        ("", "name one by its id, or by its words"),
    ],
)
def test_what_no_node_holds_is_refused_with_the_nearest(words: str, told: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_node(_graph(), words)
    assert told in str(caught.value)


def _steps(words: str) -> list[str]:
    graph = _graph()
    return [
        f"{'  ' * step.depth}{step.words} {graph.nodes[step.node]['type']}: {graph.nodes[step.node]['label'][:24]}"
        for step in around(graph, find_node(graph, words))
    ]


def test_what_rests_on_a_reference() -> None:
    assert _steps("Marlow 2019") == [
        " reference: Marlow 2019",
        "  names the work work: The slow harbour",
        "  is pointed to by citation: Marlow, 2019",
        "    is cited in claim: NotPetya cost the quay a",
        "  is pointed to by citation: (Marlow, 2019)",
        "    is cited in claim: The pilots say that “no ",
        "    stands for quotation: no tide keeps its hour f",
    ]


def test_what_a_claim_rests_on() -> None:
    assert _steps("cost the quay") == [
        " claim: NotPetya cost the quay a",
        "  cites citation: Marlow, 2019",
        "    points to reference: Marlow 2019",
        "      names the work work: The slow harbour",
        "  cites citation: Keel, 2014",
        "    points to reference: Keel 2014",
        "      names the work work: Ships and rules",
        "  mentions incident: NotPetya",
        "  is claimed in section: Ports and pilots",
    ]


def test_around_an_incident_stand_the_claims_about_it_and_their_works() -> None:
    steps = _steps("NotPetya")
    assert sum("is mentioned in claim" in step for step in steps) == 3
    assert "      points to reference: Pike 2003" in steps


def test_a_part_keeps_the_edges_between_its_nodes() -> None:
    graph = _graph()
    nodes = [step.node for step in around(graph, find_node(graph, "Marlow 2019"))]
    found = part(graph, nodes)
    assert list(found) == [node for node in graph if node in nodes]
    assert found.number_of_edges() == graph.subgraph(nodes).number_of_edges() > 5


def test_a_way_from_a_source_to_an_incident() -> None:
    graph = _graph()
    ways = paths(graph, find_node(graph, "Pike 2003"), find_node(graph, "NotPetya"))
    assert [[step.words for step in way] for way in ways] == [["", "is pointed to by", "is cited in", "mentions"]]


def test_no_way_leads_through_the_paper_or_a_section() -> None:
    graph = _graph()
    assert paths(graph, find_node(graph, "Vance"), find_node(graph, "NotPetya")) == []
    assert paths(graph, find_node(graph, "sold by weight"), find_node(graph, "counted the ropes")) == []


def test_references_stand_by_how_much_they_carry() -> None:
    assert _found("type=reference") == ["Keel 2014", "Marlow 2019", "Pike 2003", "Vance n.d."]


@pytest.mark.parametrize(
    ("conditions", "labels"),
    [
        (("type=section", "claims>0", "sources=0"), ["Ropes"]),
        (("type=claim", "about=NotPetya", "young=0", "sources>0"), [
            "The lamps of NotPetya burned for a year (Pike, 2003).",
        ]),
        (("type=claim", "youngest<event"), [
            "WannaCry was attributed to North Korea (Keel, 2014, p. 3).",
            "The lamps of NotPetya burned for a year (Pike, 2003).",
        ]),
        (("type=reference", "year=none"), ["Vance n.d."]),
        (("type=reference", "year!=none", "year<2010"), ["Pike 2003"]),
        (("type=reference", "claims=0"), ["Vance n.d."]),
        (("kinds~quotation",), ["The pilots say that “no tide keeps its hour for long” (Marlow, 2019)."]),
        (("type=incident", "known=yes"), ["NotPetya", "WannaCry"]),
        (("label=keel 2014", "type=reference"), ["Keel 2014"]),
        (("label~harbour slow",), ["The slow harbour"]),
        (("type=claim", "sources>=2"), ["NotPetya cost the quay a year (Marlow, 2019; Keel, 2014)."]),
        (("type=state", "claims>5"), []),
    ],
)  # fmt: skip
def test_nodes_that_keep_to_conditions(conditions: tuple[str, ...], labels: list[str]) -> None:
    assert _found(*conditions) == labels


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("claims", "'claims' is no condition; write it as type=claim, sources=0 or youngest<event"),
        ("clams=3", "nothing is called 'clams' in the graph; did you mean 'claims'?"),
        ("type=clam", "no node has the type 'clam'; did you mean 'claim'?"),
        ("label<3", "label holds words; ask for it with = or ~, not <"),
        ("claims~3", "claims is a number; ask for it with =, < or >, not ~"),
        ("claims=many", "'many' is neither a number nor the name of one in 'claims=many'"),
    ],
)
def test_what_is_no_condition_is_refused(condition: str, told: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        parse(condition)
    assert str(caught.value) == told


def test_measures() -> None:
    graph = _graph()
    support = Support(graph)
    assert support.measures(find_node(graph, "Keel 2014")) == {"citations": 3, "claims": 3, "findings": 0}
    assert support.measures(find_node(graph, "NotPetya")) == {
        "claims": 3, "sources": 3, "youngest": 2019, "findings": 0
    }  # fmt: skip
    assert support.measures(find_node(graph, "cost the quay")) == {
        "sources": 2, "youngest": 2019, "event": 2017, "young": 1, "findings": 0
    }  # fmt: skip


def test_this_graph_keeps_to_the_model() -> None:
    assert list(breaches(_graph())) == []
