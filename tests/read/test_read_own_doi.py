"""The DOI of the paper itself is told from those of the works that it cites."""

from __future__ import annotations

import pytest
from drawn_pages import Line, Sheet, drawn, given, poured, prose, read, read_bytes, set_text

from claimtrace.read.own_doi import stated_dois

_OWN, _OTHER = "10.5555/tides.2021.044", "10.5555/cranes.1999(3).7"
_TITLE = Line("Ports of the North in a Long Winter of War", 50, 60, 18, "Times-Bold")
_BYLINE = Line("Ada Halloran and Bo Voss", 50, 84, 11)


def _pages(*first: Line, foot: str | None = None, text: str = "") -> list[Sheet]:
    """A paper of a few pages; ``first`` stands on its first page, ``foot`` on all, ``text`` begins its text."""
    pages = poured(f"{text} {prose(90, 3)}", 30, top=150)
    feet = [Line(foot, 50, 655, 8)] if foot else []
    sheets = [Sheet([*page, *feet]) for page in pages]
    sheets[0].lines[:0] = [_TITLE, _BYLINE, *first]
    return sheets


@pytest.mark.parametrize(
    ("first", "foot"),
    [
        ([Line(f"DOI: {_OWN}", 50, 105, 9)], None),
        ([Line(f"https://doi.org/{_OWN}", 50, 105, 9)], None),
        ([Line(f"Tidal Papers 12 (2021), 44–61, doi:{_OWN}.", 50, 40, 8)], None),
        (given(["Tidal Papers 12 (2021), https://doi.org/10.5555/", "tides.2021.044"], 50, 105, 8), None),
        ([], f"Tidal Papers 12 (2021) https://doi.org/{_OWN}"),
        ([Line(f"Data are archived at https://doi.org/{_OTHER}", 50, 105, 8)], f"doi:{_OWN}"),
    ],
)
def test_the_doi_printed_about_the_paper_is_its_own(first: list[Line], foot: str | None) -> None:
    assert read(_pages(*first, foot=foot)).doi == _OWN


@pytest.mark.parametrize(
    "text",
    [
        f"The count of cranes was taken from an earlier list (Voss 1999, doi:{_OTHER}).",
        f"See https://doi.org/{_OTHER} for the cranes.",
    ],
)
def test_the_doi_of_a_cited_work_is_not_the_papers(text: str) -> None:
    assert read(_pages(text=text)).doi is None


_HEAD = "Journal of Materials 12 (2021), 44–61"


@pytest.mark.parametrize(
    "note",
    [
        f"* Corresponding author. {_HEAD} doi:{_OWN} © 2021 The Authors.",
        f"Please cite this article as: Halloran, Voss. {_TITLE.text}. J Mat 2021; 12:44. doi: {_OWN}",
        f"doi:{_OWN} Cite this article as: Halloran and Voss, J Mat 2021; 12:44.",
    ],
)
def test_a_paper_that_cites_itself_gives_its_own_doi(note: str) -> None:
    pages = [Sheet([Line(_HEAD, 50, 40, 8), *page]) for page in poured(prose(90, 3), 30, top=150)]
    pages[0].lines[:1] = [_TITLE, _BYLINE, *set_text(note, 50, 600, 380, 8)]
    assert read(pages).doi == _OWN


def test_another_work_of_the_same_journal_is_not_the_paper() -> None:
    pages = [Sheet([Line(_HEAD, 50, 40, 8), *page]) for page in poured(prose(90, 3), 30, top=150)]
    cited = f"Bo Voss, Cranes, Journal of Materials 3 (2012), doi:{_OTHER}."
    pages[0].lines[:1] = [_TITLE, _BYLINE, Line("1", 50, 600, 5), Line(cited, 54, 603, 8)]
    assert read(pages).doi is None


def test_a_footnote_of_the_first_page_cites_another_work() -> None:
    pages = _pages()
    pages[0].add(Line("1", 50, 600, 5), Line(f"Bo Voss, Cranes, 1999, doi:{_OTHER}.", 54, 603, 8))
    assert read(pages).doi is None


def test_two_printed_dois_that_nothing_decides_between_give_none() -> None:
    lines = [Line(f"doi:{_OWN}", 50, 100, 9), Line(f"doi:{_OTHER}", 50, 112, 9)]
    assert read(_pages(*lines)).doi is None


def test_the_file_itself_is_a_witness() -> None:
    packet = f"<x:xmpmeta><prism:doi>{_OWN}</prism:doi></x:xmpmeta>".encode()
    lines = [Line(f"doi:{_OWN}", 50, 100, 9), Line(f"doi:{_OTHER}", 50, 112, 9)]
    assert read_bytes(drawn(_pages(*lines)) + packet).doi == _OWN
    assert read_bytes(drawn(_pages()) + packet).doi == _OWN
    other = f"<x:xmpmeta><dc:identifier>doi:{_OTHER}</dc:identifier></x:xmpmeta>".encode()
    assert read_bytes(drawn(_pages()) + packet + other).doi is None  # of a picture, or of the paper?


@pytest.mark.parametrize(
    ("packet", "dois"),
    [
        ("<prism:doi>10.5555/a.1</prism:doi><pdfx:doi>10.5555/A.1</pdfx:doi>", 1),
        ('<rdf:Description prism:doi="10.5555/a.1"/>', 1),
        ("<dc:identifier>uuid:1234</dc:identifier>", 0),
        ("<dc:description>after doi:10.5555/a.1</dc:description>", 0),
    ],
)
def test_only_what_names_the_file_counts_in_its_packet(packet: str, dois: int) -> None:
    assert len(stated_dois(f"<x:xmpmeta>{packet}</x:xmpmeta>".encode(), None)) == dois


def test_a_packet_that_does_not_end_says_nothing() -> None:
    assert stated_dois(b"<x:xmpmeta><prism:doi>10.5555/a.1</prism:doi>", "of a journal") == []
