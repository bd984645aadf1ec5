"""Pictures of a graph: all of it is on them, in order, in bounds, told in words, and safe whatever a paper says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from itertools import pairwise

import networkx as nx
import pytest

from claimtrace.graph.build import build_graph
from claimtrace.graph.pictures import PICTURES, draw
from claimtrace.graph.pictures.svg import Canvas, Picture
from claimtrace.model.graph import EdgeType
from corpus_audits import NAMES, corpus_audit
from set_documents import paper_of

SVG = "{http://www.w3.org/2000/svg}"
PAPER = """
# Ports

The convention of the Budapest Convention was signed early (Keel, 1999). NotPetya cost the quay a year (Marlow, 2019).

NotPetya was felt in the office (Keel, 1999; Pike, 2017). Stuxnet came first (Keel, 1999).

Pilots slept (Ostrander, 2003).

# Lamps

Pilots were paid by the tide (Pike, 2017). Pilots were paid again (Pike, 2017).

# References
Keel, B. (1999). Ships and rules. Quay Press.
Marlow, A. (2019). The slow harbour. Journal of Ports, 4(2), 10–29.
Pike, O. (2017). Rope and twine. Quay Press.
Vance, O. (2001). The unread book. Quay Press.
"""
each_picture = pytest.mark.parametrize("name", PICTURES)


@cache
def _graph() -> nx.MultiDiGraph[str]:
    return build_graph(paper_of(PAPER))


def _drawn(name: str, graph: nx.MultiDiGraph[str] | None = None) -> ET.Element:
    return ET.fromstring(draw(_graph() if graph is None else graph, name, lambda node: f"#{node}").svg())


def _of(root: ET.Element, kind: str) -> list[ET.Element]:
    return [e for e in root.iter() if kind in (e.get("class") or "").split()]


def _title(element: ET.Element) -> str:
    return element.findtext(f"{SVG}title") or ""


@each_picture
@pytest.mark.parametrize("paper", NAMES)
def test_every_picture_is_told_in_words_and_keeps_to_its_bounds(name: str, paper: str) -> None:
    picture = draw(corpus_audit(paper).graph, name)
    root = ET.fromstring(picture.svg())
    assert root.findtext(f"{SVG}title") == picture.title
    assert picture.shows in (root.findtext(f"{SVG}desc") or "")
    assert root.get("viewBox") == f"0 0 {round(picture.width, 1):g} {round(picture.height, 1):g}"
    for element in root.iter():
        for name_, most in (("x", picture.width), ("cx", picture.width), ("y", picture.height), ("cy", picture.height)):
            assert 0 <= float(element.get(name_, 0)) <= most


@each_picture
def test_the_same_graph_gives_the_same_picture(name: str) -> None:
    assert draw(_graph(), name) == draw(build_graph(paper_of(PAPER)), name)


@each_picture
def test_what_is_drawn_leads_to_its_node(name: str) -> None:
    graph = corpus_audit("naming-and-shaming").graph
    addresses = {a.get("href") for a in _drawn(name, graph).iter(f"{SVG}a")}
    assert addresses
    assert addresses <= {f"#{node}" for node in graph} | {"#unlinked"}


@each_picture
def test_without_links_nothing_is_clickable_and_without_style_it_is_fit_for_a_page(name: str) -> None:
    picture = draw(_graph(), name)
    assert list(ET.fromstring(picture.svg()).iter(f"{SVG}a")) == []
    assert "<style>" in picture.svg() and "<style>" not in picture.svg(alone=False)
    assert picture.svg(alone=False).startswith("<svg ")


@each_picture
def test_a_paper_in_which_nothing_was_found_has_a_picture(name: str) -> None:
    root = _drawn(name, build_graph(paper_of("# Ports\n\nIt is.")))
    assert list(root.iter(f"{SVG}a")) == []
    assert float(root.get("height", 0)) > 0


def test_the_map_has_a_line_for_each_citation() -> None:
    root = _drawn("map")
    lines = [a for a in root.iter(f"{SVG}a") if a.get("data-tail") and a.get("data-head")]
    points = [(t, h) for t, h, data in _graph().edges(data=True) if data["type"] == EdgeType.CITES]
    assert len(lines) == len(points) == 8
    assert [line.get("data-head") for line in lines].count("unlinked") == 1


def test_the_map_has_claims_in_reading_order_and_references_by_year() -> None:
    root = _drawn("map")
    names = ["".join(text.itertext()) for text in _of(root, "label")]
    assert names == ["Keel 1999", "Vance 2001", "Pike 2017", "Marlow 2019", "no entry in the list"]
    heights = [float(text.get("y", 0)) for text in _of(root, "label")]
    assert heights == sorted(heights)
    assert all(after - before >= 16 for before, after in pairwise(heights))
    dots = [float(dot.get("cy", 0)) for dot in _of(root, "claim")[1:]]  # but for that of the key
    assert dots == sorted(dots)


def test_lines_that_findings_speak_of_lie_on_top() -> None:
    root = _drawn("map", corpus_audit("naming-and-shaming").graph)
    kinds = [e.get("class") for e in _of(root, "edge") if (e.get("d") or "").count("C")]
    order = {"edge": 0, "edge info": 1, "edge warning": 2, "edge error": 3}
    ranks = [order[kind or ""] for kind in kinds]
    assert ranks == sorted(ranks)
    assert {0, 2, 3} == set(ranks)


def test_the_timeline_tells_older_sources_from_younger() -> None:
    root = _drawn("timeline")
    names = ["".join(text.itertext()) for text in _of(root, "label")]
    assert names == ["Budapest Convention", "Stuxnet", "NotPetya"]
    older = [_title(link) for link in root.iter(f"{SVG}a") if _of(link, "older")]
    younger = [_title(link) for link in root.iter(f"{SVG}a") if _of(link, "younger")]
    assert older == [
        "1999, 2 years before: Keel 1999", "1999, 11 years before: Keel 1999", "1999, 18 years before: Keel 1999"
    ]  # fmt: skip
    assert younger == ["2017: Pike 2017", "2019: Marlow 2019"]
    assert ["".join(text.itertext()) for text in _of(root, "note")] == [
        "1 claim, all older", "1 claim, all older", "2 claims"
    ]  # fmt: skip


def test_years_stand_in_their_order_and_named_ones_do_not_touch() -> None:
    root = _drawn("timeline", corpus_audit("naming-and-shaming").graph)
    named = [(int(text.text or 0), float(text.get("x", 0))) for text in _of(root, "number") if text.get("y") == "82"]
    assert named == sorted(named)
    assert all(after[1] - before[1] >= 32 for before, after in pairwise(named))


def test_the_dot_plot_has_a_line_for_each_repeat_below_the_diagonal() -> None:
    graph = corpus_audit("naming-and-shaming").graph
    root = _drawn("dotplot", graph)
    lines = [re.findall(r"[\d.]+", line.get("d") or "") for line in _of(root, "pair")][4:]  # behind those of the key
    assert len(lines) == sum(data["type"] == EdgeType.REPEATS for *_, data in graph.edges(data=True)) > 0
    for x0, y0, x1, y1 in lines:
        assert float(y0) - 96 >= float(x0) - 40
        assert float(x1) > float(x0) and float(y1) > float(y0)


def test_a_repeat_of_which_no_finding_speaks_leads_to_its_first_claim() -> None:
    twice = "The harbour master keeps a ledger in which every ship and every quarrel of the long quay is written down."
    graph = build_graph(paper_of(f"# Ports\n\n{twice}\n\nPilots slept.\n\n# Lamps\n\n{twice}\n\nNobody saw it."))
    later = max((c for c, d in graph.nodes(data=True) if d["label"] == twice), key=lambda c: graph.nodes[c]["start"])
    assert [a.get("href") for a in _drawn("dotplot", graph).iter(f"{SVG}a")] == [f"#{later}"]


def test_the_matrix_counts_every_citation_once() -> None:
    root = _drawn("matrix", corpus_audit("naming-and-shaming").graph)
    linked = sum(
        data["type"] == EdgeType.POINTS_TO for *_, data in corpus_audit("naming-and-shaming").graph.edges(data=True)
    )
    assert sum(int(text.text or 0) for text in _of(root, "count")) == linked
    totals = [int((text.text or "").replace("–", "0")) for text in _of(root, "number")]
    assert sum(totals) == linked
    assert totals == sorted(totals, reverse=True)


def test_a_matrix_of_many_sections_shows_those_of_the_highest_level() -> None:
    parts = "\n\n".join(f"## Quay {n}\n\nPilots were paid by the tide of quay {n} (Pike, 2017)." for n in range(30))
    text = f"# Ports\n\nIt is.\n\n{parts}\n\n# References\nPike, O. (2017). Rope and twine. Quay Press."
    root = _drawn("matrix", build_graph(paper_of(text)))
    assert ["".join(text.itertext()) for text in _of(root, "section")] == ["Ports"]
    assert [text.text for text in _of(root, "count")] == ["30"]


def test_words_of_a_paper_are_text() -> None:
    hostile = "</text><script>alert(1)</script> \"'><a> &lt; \x00\u202e"
    canvas = Canvas(lambda node: None)
    with canvas.linked(None, hostile, "x", key=hostile):
        canvas.text(hostile, "label", x=1, y=1)
    picture = Picture("map", hostile, hostile, hostile, 10, 10, canvas.finish())
    root = ET.fromstring(picture.svg())
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg", "title", "desc", "style", "rect", "g", "text"
    }  # fmt: skip
    assert "\u202e" not in picture.svg() and "\x00" not in picture.svg()


def test_a_long_title_of_the_paper_stays_within_its_room() -> None:
    long = "The very long name of a section on ropes and twine in the harbour of Port Selwyn, and on lamps"
    graph = build_graph(paper_of(PAPER.replace("# Lamps", f"# {long}")))
    said = ["".join(text.itertext()) for text in _of(_drawn("map", graph), "section")]
    assert said[1:3] == ["The very long name of a section on ropes", "and twine in the harbour of Port Selwyn, an…"]


def test_in_a_crowd_of_citations_only_those_of_findings_are_drawn_heavily() -> None:
    parts = " ".join(f"Pilots were paid by the tide of quay {n} (Pike, 2017)." for n in range(160))
    root = _drawn(
        "map", build_graph(paper_of(f"# Ports\n\n{parts}\n\n# References\nPike, O. (2017). Rope. Quay Press."))
    )
    assert len(_of(root, "faint")) == 160
    assert _of(_drawn("map"), "faint") == []
