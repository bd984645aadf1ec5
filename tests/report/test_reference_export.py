"""Exported reference lists, read back by the programs that own the formats."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from dataclasses import replace
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex import PybtexEngine
from pybtex.database import Person, parse_string

from claimtrace.model.place import Span
from claimtrace.model.reference import Author, Reference
from claimtrace.report.reference_export import WRITERS, export

HOLM = (Author("Holm", "S. B."),)
CSL_NAMES = {
    "id", "type", "author", "issued", "title", "container-title", "collection-title", "publisher", "volume", "issue",
    "page", "number", "DOI", "URL", "note",
}  # fmt: skip


def entry(**fields: Any) -> Reference:
    """An entry with these fields; its words are its title unless others are given."""
    known = {"raw": fields.get("title") or "Words", "id": "reference-0123456789ab", "authors": HOLM} | fields
    return Reference(span=Span(0, 5), page=9, boxes=(), **known)


ARTICLE = entry(
    type="article", year=2015, title="Lamps and pilots", container="Sea Research", volume="4", issue="2",
    first_page="11", last_page="19", doi="10.5555/sr.2015_04#2", url="https://example.org/a_b?c=%20d&e~f",
)  # fmt: skip
KINDS = {
    "article": (ARTICLE, "article-journal", "article", "JOUR"),
    "book": (entry(type="book", title="Lamps", year=2015, publisher="Quay & Co"), "book", "book", "BOOK"),
    "chapter": (entry(type="chapter", title="Lamps", container="The sea"), "chapter", "incollection", "CHAP"),
    "report": (entry(type="report", title="Lamps", publisher="Lamp Board"), "report", "techreport", "RPRT"),
    "thesis": (entry(type="thesis", title="Lamps", raw="PhD thesis", publisher="U"), "thesis", "phdthesis", "THES"),
    "master": (entry(type="thesis", title="Lamps", raw="MSc thesis", publisher="U"), "thesis", "mastersthesis", "THES"),
    "conference": (
        entry(type="paper-conference", title="Lamps", container="Proc. of Quays"),
        "paper-conference", "inproceedings", "CPAPER",
    ),
    "preprint": (entry(type="preprint", title="Lamps", arxiv="2001.00001"), "article", "misc", "UNPB"),
    "web page": (entry(type="webpage", title="Lamps", url="https://example.org"), "webpage", "misc", "ELEC"),
    "news": (entry(type="news", title="Lamps", container="The Quay"), "article-newspaper", "article", "NEWS"),
    "treaty": (entry(type="legal", title="Treaty on lamps"), "treaty", "misc", "STAT"),
    "case": (entry(type="legal", title="Holm v. The Harbour Board"), "legal_case", "misc", "CASE"),
    "law": (entry(type="legal", title="Directive (EU) 2015/11 on lamps"), "legislation", "misc", "STAT"),
    "data": (entry(type="dataset", title="Lamps", publisher="Archive"), "dataset", "misc", "DATA"),
    "software": (entry(type="software", title="Lamps", publisher="Lamp Room"), "software", "misc", "COMP"),
    "unknown": (entry(title="Lamps"), "document", "misc", "GEN"),
}  # fmt: skip
NAMES = {
    "a particle": ((Author("van der Berg", "J."),), "van der Berg, J."),
    "a body": ((Author(literal="Ministry of Lamps and Tides, Selwyn"),), "Ministry of Lamps and Tides, Selwyn"),
    "one name": ((Author("Plato"),), "Plato"),
    "two words, no given name": ((Author("Quill Adler"),), "Quill Adler"),
    "letters beyond ASCII": ((Author("Łęcka-Ñúñez", "Á."),), "Łęcka-Ñúñez, Á."),
    "braces": ((Author("Ho}lm{", "S&B"),), "Ho}lm{, S&B"),
}
HOSTILE = "}} @book{x, {\\%$&#_~^ \"'\r\nER  - \nTY  - JOUR\x00 <b>é“”</b> % -- =cmd()"
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


def csl(*references: Reference) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export([("a.pdf", references)], "csl-json"))
    return found


def bib(*references: Reference) -> list[dict[str, str]]:
    """The entries as bibtexparser reads them, LaTeX commands as what they print."""
    library = bibtexparser.parse_string(export([("a.pdf", references)], "bibtex").decode())
    assert not library.failed_blocks
    return [
        {"type": block.entry_type, "key": block.key, **{f.key: printed(f.value, f.key) for f in block.fields}}
        for block in library.entries
    ]


def printed(value: str, field: str) -> str:
    """What LaTeX makes of a field; addresses stand as they are."""
    if field in ("doi", "url"):
        return value
    for command, sign in (
        (r"\textbackslash{}", "\0"), (r"\textbraceleft{}", "\1"), (r"\textbraceright{}", "\2"),
        (r"\textasciitilde{}", "~"), (r"\textasciicircum{}", "^"),
    ):  # fmt: skip
        value = value.replace(command, sign)
    value = re.sub(r"\\([&%$#_])", r"\1", re.sub(r"[{}]", "", value))
    assert "\\" not in value
    return value.translate({0: "\\", 1: "{", 2: "}"})


def ris(*references: Reference) -> list[dict[str, Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return rispy.loads(export([("a.pdf", references)], "ris").decode())


def rows(*references: Reference) -> list[dict[str, str]]:
    text = export([("a.pdf", references)], "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_fields_of_an_article() -> None:
    assert csl(ARTICLE) == [
        {
            "id": "holm2015lamps", "type": "article-journal", "author": [{"family": "Holm", "given": "S. B."}],
            "issued": {"date-parts": [[2015]]}, "title": "Lamps and pilots", "container-title": "Sea Research",
            "volume": "4", "issue": "2", "page": "11-19", "DOI": ARTICLE.doi, "URL": ARTICLE.url,
        }
    ]  # fmt: skip
    assert bib(ARTICLE) == [
        {
            "type": "article", "key": "holm2015lamps", "author": "Holm, S. B.", "title": "Lamps and pilots",
            "journal": "Sea Research", "year": "2015", "volume": "4", "number": "2", "pages": "11--19",
            "doi": ARTICLE.doi, "url": ARTICLE.url,
        }
    ]  # fmt: skip
    assert ris(ARTICLE) == [
        {
            "id": "holm2015lamps", "type_of_reference": "JOUR", "authors": ["Holm, S. B."], "year": "2015",
            "title": "Lamps and pilots", "secondary_title": "Sea Research", "volume": "4", "number": "2",
            "start_page": "11", "end_page": "19", "doi": ARTICLE.doi, "urls": [ARTICLE.url],
        }
    ]  # fmt: skip
    row = rows(ARTICLE)[0]
    assert (row["paper"], row["page"], row["key"], row["year"], row["entry"]) == (
        "a.pdf", "9", "holm2015lamps", "2015", "Lamps and pilots",
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_types(kind: str) -> None:
    reference, for_csl, for_bibtex, for_ris = KINDS[kind]
    found = (csl(reference)[0]["type"], bib(reference)[0]["type"], ris(reference)[0]["type_of_reference"])
    assert found == (for_csl, for_bibtex, for_ris)


def test_processor_of_csl_sets_every_type() -> None:
    data = csl(*(reference for reference, *_ in KINDS.values()))
    assert all(set(item) <= CSL_NAMES for item in data)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(data), formatter.plain)
    for item in data:
        bibliography.register(Citation([CitationItem(item["id"])]))
    lines = [str(line) for line in bibliography.bibliography()]
    assert len(lines) == len(KINDS)
    assert all("Holm, S.B." in line for line in lines)


@pytest.mark.parametrize("kind", [kind for kind, (_, _, named, _) in KINDS.items() if named != "misc"])
def test_bibtex_style_sets_the_type(kind: str) -> None:
    reference = replace(KINDS[kind][0], year=2015, publisher="Lamp House")
    text = export([("a.pdf", [reference])], "bibtex").decode()
    line = PybtexEngine().format_from_string(text, "plain", output_backend="text")
    assert "Holm. Lamps" in line
    assert "2015" in line


@pytest.mark.parametrize("kind", NAMES)
def test_names(kind: str) -> None:
    authors, whole = NAMES[kind]
    reference = entry(title="Lamps", authors=(*authors, *HOLM))
    named = csl(reference)[0]["author"][0]
    assert ", ".join(named[part] for part in ("family", "given", "literal") if part in named) == whole
    assert ris(reference)[0]["authors"] == [whole, "Holm, S. B."]
    assert rows(reference)[0]["authors"] == f"{whole}; Holm, S. B."
    people = [str(person) for person in bibtex_people(reference)]
    assert [printed(name, "author") for name in people] == [whole, "Holm, S. B."]


def bibtex_people(reference: Reference) -> list[Person]:
    """The authors as BibTeX takes their field apart."""
    text = export([("a.pdf", [reference])], "bibtex").decode()
    return list(next(iter(parse_string(text, "bibtex").entries.values())).persons["author"])


def test_particle_is_no_given_name_for_bibtex() -> None:
    person = bibtex_people(entry(authors=NAMES["a particle"][0]))[0]
    assert (person.prelast_names, person.last_names) == (["van", "der"], ["Berg"])


def test_body_is_one_name_for_bibtex() -> None:
    person = bibtex_people(entry(authors=NAMES["a body"][0]))[0]
    assert (person.first_names, len(person.last_names)) == ([], 1)


def test_authors_left_out_are_told() -> None:
    reference = entry(title="Lamps", authors_elided=True)
    assert bib(reference)[0]["author"] == "Holm, S. B. and others"
    assert "et al." in csl(reference)[0]["note"]
    assert "et al." in ris(reference)[0]["notes"][0]
    assert rows(reference)[0]["et_al"] == "yes"


def test_undated_work_has_no_year() -> None:
    reference = entry(title="Lamps", undated=True)
    assert "issued" not in csl(reference)[0]
    assert "year" not in bib(reference)[0]
    assert "year" not in ris(reference)[0]
    assert rows(reference)[0]["year"] == "n.d."
    assert csl(reference)[0]["id"] == "holmndlamps"


def test_entry_without_a_title_keeps_its_words() -> None:
    reference = entry(raw="Holm, 15 lamps & a boat")
    assert csl(reference)[0]["note"] == bib(reference)[0]["note"] == ris(reference)[0]["notes"][0] == reference.raw


def test_page_cited_of_a_book_is_not_its_extent() -> None:
    reference = entry(type="book", title="Lamps", first_page="42")
    assert "page" not in csl(reference)[0]
    assert "pages" not in bib(reference)[0]
    assert "start_page" not in ris(reference)[0]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Lamps of the NATO harbour", ["NATO"]),
        ("The harbour of Selwyn: A history of lamps in Keelland", ["Selwyn", "Keelland"]),
        ("The Harbours of Northern Keelland and Their iLamps", ["iLamps"]),
        ("Lamps", []),
    ],
)
def test_bibtex_styles_keep_the_capitals_of_names(title: str, kept: list[str]) -> None:
    text = export([("a.pdf", [entry(title=title)])], "bibtex").decode()
    line = next(line for line in text.splitlines() if line.startswith("  title"))
    assert re.findall(r"(?<!= )\{([^{}]+)\}", line) == kept


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"title": "On the lamps of Selwyn", "year": 2015}, "holm2015lamps"),
        ({"title": "On the lamps of Selwyn", "year": 2015, "suffix": "b"}, "holm2015b"),
        ({"title": "War", "year": 2015}, "holm2015war"),
        ({"title": "Lamps", "authors": (Author("van der Berg-Łęcka"),)}, "vanderberglecka" + "ndlamps"),
        (
            {"title": "Lamps", "authors": (Author(literal="Board of the Selwyn Quays and Lamps"),)},
            "boardselwynquaysndlamps",
        ),
        ({"title": "The Selwyn lamps", "authors": (), "year": 1999}, "selwyn1999selwyn"),
        ({"title": "Лампы", "authors": (Author("Холм"),)}, "reference-0123456789ab"),
    ],
)
def test_keys_are_made_of_the_entry(fields: dict[str, Any], key: str) -> None:
    assert csl(entry(**fields))[0]["id"] == key


def test_keys_are_unique_over_all_papers() -> None:
    lists = [("a.pdf", [ARTICLE, ARTICLE]), ("b.pdf", [ARTICLE])]
    keys = [item["id"] for item in json.loads(export(lists, "csl-json"))]
    assert keys == ["holm2015lamps", "holm2015lamps-2", "holm2015lamps-3"]


@given(words)
def test_any_words_come_back_whole(text: str) -> None:
    reference = entry(
        raw=text, title=f"Lamps {text}", container=text, type="article", authors=(Author(literal=f"The {text}"),)
    )
    title = csl(reference)[0]["title"]
    assert "\n" not in title
    assert [item["title"] for item in bib(reference)] == [title]
    assert len(parse_string(export([("a.pdf", [reference])], "bibtex").decode(), "bibtex").entries) == 1
    assert [item["title"] for item in ris(reference)] == [title]
    assert [row["title"] for row in rows(reference)] == [title]


@pytest.mark.parametrize("form", WRITERS)
def test_hostile_words_make_no_entry_of_their_own(form: str) -> None:
    reference = entry(
        raw=HOSTILE, title=HOSTILE, container=HOSTILE, publisher=HOSTILE, doi=HOSTILE, url=HOSTILE, volume=HOSTILE,
        type="article", authors=(Author(HOSTILE, HOSTILE), Author(literal=HOSTILE)),
    )  # fmt: skip
    read = {"csl-json": csl, "bibtex": bib, "ris": ris, "csv": rows}[form]
    assert len(read(reference, ARTICLE)) == 2
    data = export([("a.pdf", [reference, ARTICLE])], form)
    assert b"\0" not in data
    assert data == export([("a.pdf", [reference, ARTICLE])], form)


def test_no_cell_is_a_formula() -> None:
    row = rows(entry(title="=HYPERLINK(1)", container="@lamps", raw="+1"))[0]
    assert (row["title"], row["container"], row["entry"]) == ("'=HYPERLINK(1)", "'@lamps", "'+1")


@pytest.mark.parametrize(("form", "empty"), [("csl-json", "[]\n"), ("bibtex", ""), ("ris", "")])
def test_no_entries(form: str, empty: str) -> None:
    assert export([("a.pdf", ())], form).decode().strip() == empty.strip()
