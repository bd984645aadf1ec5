"""One paper reads alike in every form: entries, citations and their links, quotations, sections, tables, notes."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest
from drafts import audit
from same_docx import docx_file
from same_paper import (
    CAPTION,
    COLUMNS,
    ENTRIES,
    FIRST_AUTHOR,
    NOTE,
    ROWS,
    SECOND_AUTHOR,
    SOURCE,
    TITLE,
    html,
    jats,
    markdown,
    plain_text,
    tei,
)
from same_pdf import pdf_file

from claimtrace.pipeline.audit import Audit

FORMS: dict[str, Callable[[], bytes | str]] = {
    "pdf": pdf_file, "docx": docx_file, "jats": jats, "tei": tei, "html": html, "markdown": markdown, "text": plain_text
}  # fmt: skip
TABLED = [name for name in FORMS if name != "text"]  # plain text has no tables
CITED = {  # by the words that are cited: the entry, and the locator
    ("Brandt and Ives (2009)", "Brandt and Ives 2009", None),
    ("(Quill, 2012, p. 4)", "Quill 2012", "p. 4"),
    ("(Adler, 2001, p. 12)", "Adler 2001", "p. 12"),
    ("(Ives, 2010, p. 214)", "Ives 2010", "p. 214"),
    ("Adler, 2001", "Adler 2001", None),
    ("Ives, 2010", "Ives 2010", None),
    ("Brandt and Ives (2009, p. 88)", "Brandt and Ives 2009", "p. 88"),
    ("(Quill, 2012)", "Quill 2012", None),
}


@functools.cache
def audited(form: str) -> Audit:
    return audit(FORMS[form]())


@pytest.mark.parametrize("form", FORMS)
def test_title_and_authors(form: str) -> None:
    document = audited(form).paper.document
    assert document.title == TITLE
    assert [(author.given, author.family) for author in document.authors] == [FIRST_AUTHOR, SECOND_AUTHOR]
    assert document.language == "en"


@pytest.mark.parametrize("form", FORMS)
def test_entries(form: str) -> None:
    references = audited(form).paper.references
    assert tuple(reference.raw for reference in references) == ENTRIES
    assert [reference.short for reference in references] == [
        "Adler 2001",
        "Brandt and Ives 2009",
        "Ives 2010",
        "Quill 2012",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_citations_and_what_they_point_to(form: str) -> None:
    paper = audited(form).paper
    short = {reference.id: reference.short for reference in paper.references}
    found = {
        (citation.text, short.get(link.reference or ""), citation.locator.text if citation.locator else None)
        for citation, link in zip(paper.citations, paper.links, strict=True)
    }
    assert found == (
        CITED if form in TABLED else CITED - {("Brandt and Ives (2009, p. 88)", "Brandt and Ives 2009", "p. 88")}
    )


@pytest.mark.parametrize("form", FORMS)
def test_quotations(form: str) -> None:
    paper = audited(form).paper
    assert [(quotation.text[:26], quotation.set_off) for quotation in paper.quotations] == [
        ("the sea keeps no office ho", False),
        ("No keeper ever slept befor", True),
    ]
    assert all(link.citation for link in paper.quotation_links)


@pytest.mark.parametrize("form", FORMS)
def test_sections(form: str) -> None:
    sections = audited(form).paper.document.sections
    named = [(section.title.casefold(), section.level, section.role.value) for section in sections]
    own = [("notes", 1, "back")] if form == "text" else []
    assert named == [
        ("introduction", 1, "body"), ("counting the keepers", 1, "body"), *own, ("references", 1, "references")
    ]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_note_and_its_call(form: str) -> None:
    document = audited(form).paper.document
    [note] = document.notes
    assert (note.marker, document.text.at(note.span)) == ("1", NOTE)
    assert note.call is not None
    assert document.text.string[: note.call.end].endswith("the harbour office alone¹")


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_in_the_note_speaks_for_the_sentence_that_calls_it(form: str) -> None:
    paper = audited(form).paper
    noted = next(citation for citation in paper.citations if citation.text == "(Adler, 2001, p. 12)")
    claim = next(claim for claim in paper.claims if claim.text.startswith("Lamps were lit at dusk"))
    assert noted.id in claim.citations


@pytest.mark.parametrize("form", TABLED)
def test_the_table(form: str) -> None:
    document = audited(form).paper.document
    [table] = document.tables
    assert f"{table.label}. {table.caption}" == CAPTION
    assert table.columns == COLUMNS
    assert tuple(tuple(cell.text for cell in row) for row in table.rows) == ROWS
    assert table.source is not None
    assert document.text.at(table.source) == SOURCE
    assert all(cell.span and document.text.at(cell.span) == cell.text for row in table.rows for cell in row)


@pytest.mark.parametrize("form", FORMS)
def test_findings(form: str) -> None:
    assert audited(form).findings == ()
