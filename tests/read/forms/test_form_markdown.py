"""Markdown: front matter, headings, notes, quotations, tables, lists of references, the citations of pandoc."""

from __future__ import annotations

import pytest
from drafts import FILLER, audit, note_places, read, texts

from claimtrace.model.dated import PaperDate
from claimtrace.model.document import BlockKind, SectionRole

_TAIL = f"\n\n# Appendix\n\n{FILLER}\n"


@pytest.mark.parametrize(
    ("front", "title", "authors", "year"),
    [
        ("title: Lamps on the Quay\nauthor: Signe Holm and Bo Quill\ndate: 2019-05-01", "Lamps on the Quay",
         [("Signe", "Holm"), ("Bo", "Quill")], 2019),
        ('title: "Lamps: a history"\nauthor:\n  - name: Signe Holm\n    orcid: 0000\n  - Bo Quill', "Lamps: a history",
         [("Signe", "Holm"), ("Bo", "Quill")], None),
        ("title: Lamps\nauthors:\n  - family: Holm\n    given: Signe Marie\ndate: May 2019", "Lamps",
         [("Signe Marie", "Holm")], 2019),
        ("title: [a list\nauthor: {", None, [], None),
    ],
)  # fmt: skip
def test_front_matter(front: str, title: str | None, authors: list[tuple[str, str]], year: int | None) -> None:
    document = read(f"---\n{front}\n---\n\n# Introduction\n\nLamps burn.{_TAIL}")
    assert (document.title, document.year) == (title, year)
    assert [(author.given, author.family) for author in document.authors] == authors
    assert document.sections[0].title == "Introduction"


def test_title_and_authors_as_the_first_lines() -> None:
    head = "# Lamps on the Quay\n\nSigne Holm¹ and Bo Quill²\n\n1 March 2019, doi:10.5555/lamps.7\n\n"
    document = read(f"{head}## Introduction\n\nLamps burn.{_TAIL.replace('# ', '## ')}")
    assert (document.title, document.doi) == ("Lamps on the Quay", "10.5555/lamps.7")
    assert document.date == PaperDate(2019, 3, 1)
    assert [author.family for author in document.authors] == ["Holm", "Quill"]
    assert [(section.title, section.level) for section in document.sections] == [("Introduction", 1), ("Appendix", 1)]


def test_an_abstract_in_the_front_matter_is_a_section() -> None:
    document = read(
        f"---\ntitle: Lamps\nabstract: |\n  Lamps burn\n  on oil.\n---\n\n# Introduction\n\nBoats sail.{_TAIL}"
    )
    assert (document.sections[0].title, document.sections[0].role) == ("Abstract", SectionRole.ABSTRACT)
    assert "Lamps burn on oil." in texts(document)


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("Lamps *burn* on **the\nquay**.", "Lamps burn on the quay."),
        ("Lamps burn [@holm2015, p. 3; @quill2012].", "Lamps burn [@holm2015, p. 3; @quill2012]."),
        ("As [Holm](https://example.org) (2015, pp. 45--67) says.", "As Holm (2015, pp. 45–67) says."),
        ("Lamps &amp; boats \\*at\\* sea.", "Lamps & boats *at* sea."),
        ("Lamps burn<sup>3</sup>.", "Lamps burn³."),
        ("Lamps ~~never~~ always burn.", "Lamps always burn."),
    ],
)
def test_words_of_a_paragraph(printed: str, read_as: str) -> None:
    document = read(f"# Boats\n\n## Quays\n\n{printed}{_TAIL}")
    assert texts(document, BlockKind.PARAGRAPH)[0] == read_as


def test_notes_by_name_and_in_line() -> None:
    text = (
        "# Boats\n\nLamps were lit[^a] at dusk^[See Holm (2015).] and[^a] later.\n\n[^a]: By the *keepers*.\n\n    "
        "Not in winter."
    )
    assert note_places(read(text + _TAIL)) == [
        ("mps were lit", "1", "By the keepers. Not in winter."),
        ("lit¹ at dusk", "2", "See Holm (2015)."),
    ]


def test_headings_attributes_and_fences_of_pandoc() -> None:
    text = "# Boats {#boats .unnumbered}\n\nTwo.\n\nLamps\n-----\n\nThree.\n\n# References {-}\n\n::: {#refs}\n:::\n"
    titles = [section.title for section in read(text + _TAIL).sections]
    assert titles == ["Boats", "Lamps", "References", "Appendix"]


@pytest.mark.parametrize("mark", ["", "- ", "1. "])
def test_entries_and_what_stands_behind_the_list(mark: str) -> None:
    entries = (
        f"{mark}Holm, S. (2015). *Lamps and pilots*. Quay Press.\n\n{mark}Quill, B. (2012). *Tides*. Quay Press.\n"
    )
    paper = audit(f"# Boats\n\nLamps burn (Holm, 2015).\n\n# References\n\n{entries}{_TAIL}").paper
    assert [(reference.authors[0].family, reference.title) for reference in paper.references] == [
        ("Holm", "Lamps and pilots"), ("Quill", "Tides")
    ]  # fmt: skip
    assert [link.reference for link in paper.links] == [paper.references[0].id]
    assert texts(paper.document)[-1] == FILLER


def test_a_table_with_its_caption() -> None:
    text = "# Boats\n\nTable 1: Boats by port\n\n| Port | Boats |\n|:-----|------:|\n| *Selwyn* | 4 |\n| Carrick | |\n"
    [table] = read(text + _TAIL).tables
    assert (table.label, table.caption, table.columns) == ("Table 1", "Boats by port", ("Port", "Boats"))
    assert [[cell.text for cell in row] for row in table.rows] == [["Selwyn", "4"], ["Carrick", ""]]
