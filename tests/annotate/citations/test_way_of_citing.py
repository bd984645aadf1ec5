"""Which way of citing a paper keeps to, what is left of the others, and citations over a page's end."""

from __future__ import annotations

import pytest
from citation_tables import AUTHOR_YEAR_LIST, place, work

from claimtrace.model.paper import CitationStyle, Paper
from set_documents import layered, paper_of
from written_papers import document_of

LIST = AUTHOR_YEAR_LIST.strip()
NUMBERED = "\n".join(f"{at}. {entry}" for at, entry in enumerate(LIST.split("\n"), start=1))


def _paper(body: str, entries: str) -> Paper:
    return paper_of(f"# Body\n\n{body}\n\n# References\n{entries}")


@pytest.mark.parametrize(
    ("body", "entries", "style"),
    [
        ("Ports grow (Marlow, 2011) and shrink (Keel, 2014).", LIST, CitationStyle.AUTHOR_YEAR),
        ("Ports grow (Marlow, 2011), in 2 ways (1) and (2).", LIST, CitationStyle.AUTHOR_YEAR),
        ("Ports grow [6], shrink [3, 5], and close [1–10].", NUMBERED, CitationStyle.NUMERIC),
        ("Ports grow (Marlow, 2011), shrink (Keel, 2014) and close (Brandt et al., 2018).", NUMBERED,
         CitationStyle.AUTHOR_YEAR),
        ("Ports grow and shrink, as all know.", LIST, None),
    ],
)  # fmt: skip
def test_the_way_that_reaches_most_of_the_list(body: str, entries: str, style: CitationStyle | None) -> None:
    assert _paper(body, entries).citation_style is style


def test_a_paper_without_a_list_still_has_its_pointers() -> None:
    paper = paper_of("# Body\n\nPorts grow (Marlow, 2011). Keel and Pike (2014) agree.")
    assert [(c.text, work(paper, c)) for c in paper.citations] == [
        ("(Marlow, 2011)", None),
        ("Keel and Pike (2014)", None),
    ]


def test_a_chapter_whose_list_stands_elsewhere_has_no_references() -> None:
    body = "Ports grow (Marlow, 2011). Keel and Pike (2014) agree (Osei, 2018, p. 4).¹ Lamps burn (Roe, 2012).²"
    notes = "¹Ada Marlow, The Slow Harbour (London: Quay Press, 2009), 12.\n\n²Lamps are dear.\n\n³So is oil."
    paper = paper_of(f"# Body\n\n{body}\n\nOil is dear.³\n\n{notes}")
    assert paper.references == ()
    told = {"(Marlow, 2011)", "Keel and Pike (2014)", "(Osei, 2018, p. 4)", "(Roe, 2012)"}
    assert told <= {c.text for c in paper.citations}


def test_a_second_run_names_the_pointers_alike() -> None:
    body = "Ports grow (Marlow, 2011; Marlow, 2011). Ports shrink (Marlow, 2011; Adeyemi, 2006, 2012)."
    first, second = (_paper(body, LIST) for _ in range(2))
    assert [c.id for c in first.citations] == [c.id for c in second.citations]
    assert len({c.id for c in first.citations}) == len(first.citations) == 5


def test_a_pointer_cut_by_the_end_of_a_page_is_whole() -> None:
    told = "The harbour master wrote each of them down and kept the book under lock"
    cut: set[str] = set()
    for filled in range(20, 30):
        body = "The tide came in. " * filled * 3 + f"{told} (Marlow, 2011, p. 12; Keel, 2014). " * 12
        document = document_of(f"= On Tides\n\n# 1. Introduction\n\n{body}\n\n# References\n{LIST}")
        paper = layered(document)
        assert [(work(paper, c), place(c.locator)) for c in paper.citations] == [
            ("Marlow 2011", "page 12"), ("Keel 2014", None),
        ] * 12  # fmt: skip
        cut.update(c.text for c in paper.citations if len({box.page for box in document.text.boxes(c.span)}) == 2)
    assert cut == {"Marlow, 2011, p. 12"}
