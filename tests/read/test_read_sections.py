"""Title, authors and sections: told by numbers, by type, by capitals, or by what the heading says."""

from __future__ import annotations

import pytest
from drawn_pages import Line, Sheet, blocks, prose, read, set_text

from claimtrace.model.dated import PaperDate
from claimtrace.model.document import BlockKind, Document, SectionRole

_TITLE = "Ports of the North in a Long Winter of War"
_BOLD, _ITALIC, _PLAIN, _BOLD_ITALIC = "Times-Bold", "Times-Italic", "Times-Roman", "Times-BoldItalic"

Heading = tuple[str, float, str]


def _front(byline: str = "Ada Halloran and Bo van der Voss") -> list[Line]:
    return [Line(_TITLE, 50, 60, 18, _BOLD), Line(byline, 150, 85, 11)]


def _under_headings(headings: list[Heading], top: float = 115) -> list[Sheet]:
    """A paragraph of its own under each heading, over as many pages as that takes."""
    lines, done = _front(), []
    for seed, (text, size, font) in enumerate(headings):
        if top > 560:
            done.append(Sheet(lines))
            lines, top = [], 90
        lines += [Line(text, 50, top, size, font), *set_text(prose(5, seed), 50, top + 18, 380)]
        top = lines[-1].base + 26
    return [*done, Sheet(lines)]


def _levels(document: Document) -> list[tuple[str, int]]:
    return [(section.title, section.level) for section in document.sections]


_STYLES: dict[str, list[tuple[Heading, int]]] = {
    "by size": [
        (("Abstract", 10, _BOLD), 1),
        (("The Harbours", 14, _BOLD), 1),
        (("Quays and cranes", 12, _BOLD), 2),
        (("The night shift", 11, _BOLD), 3),
        (("The Islands", 14, _BOLD), 1),
        (("Conclusion", 14, _BOLD), 1),
    ],
    "by number": [
        (("1 Introduction", 12, _BOLD), 1),
        (("2 Methods and sources", 12, _BOLD), 1),
        (("2.1 Ledgers", 10, _BOLD), 2),
        (("2.1.1 Old ledgers", 10, _ITALIC), 3),
        (("2.2. Letters", 10, _BOLD), 2),
        (("3. Results", 12, _BOLD), 1),
    ],
    "by roman number": [
        (("I. Introduction", 10, _BOLD), 1),
        (("II. THE HARBOURS", 10, _BOLD), 1),
        (("A. Quays", 10, _ITALIC), 2),
        (("B. Cranes", 10, _ITALIC), 2),
        (("III. CONCLUSION", 10, _BOLD), 1),
    ],
    "by capitals": [
        (("Abstract", 10, _BOLD), 1),
        (("INTRODUCTION", 10, _PLAIN), 1),
        (("THE HARBOURS IN WINTER", 10, _PLAIN), 1),
        (("Quays and cranes", 10, _ITALIC), 2),
        (("CONCLUSION", 10, _PLAIN), 1),
    ],
    "by slant": [
        (("The Harbours in Winter", 10, _BOLD), 1),
        (("Quays and cranes", 10, _ITALIC), 2),
        (("Who is afraid of the tide?", 10, _BOLD), 1),
    ],
}


@pytest.mark.parametrize("style", _STYLES)
def test_headings_and_their_levels(style: str) -> None:
    wanted = _STYLES[style]
    document = read(_under_headings([heading for heading, _ in wanted]))
    assert _levels(document) == [(text, level) for (text, _, _), level in wanted]
    assert len(blocks(document, BlockKind.PARAGRAPH)) == len(wanted)


@pytest.mark.parametrize("style", _STYLES)
def test_a_section_runs_to_the_next_heading_of_its_level(style: str) -> None:
    wanted = _STYLES[style]
    document = read(_under_headings([heading for heading, _ in wanted]))
    starts = [section.span.start for section in document.sections] + [len(document.text.string)]
    levels = [level for _, level in wanted] + [0]
    for at, section in enumerate(document.sections):
        end = next(other for other in range(at + 1, len(levels)) if levels[other] <= levels[at])
        assert section.span.end == starts[end]
        assert prose(5, at).split(".")[0] in " ".join(document.text.at(section.span).split())
        assert document.section_at(section.span.start + len(section.title) + 5) == section


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Abstract", SectionRole.ABSTRACT),
        ("Methods", SectionRole.METHOD),
        ("Results", SectionRole.RESULTS),
        ("Conclusions", SectionRole.CONCLUSION),
        ("Acknowledgements", SectionRole.BACK),
        ("Appendix A", SectionRole.APPENDIX),
        ("The Harbours", SectionRole.BODY),
    ],
)
def test_sections_have_roles(heading: str, role: SectionRole) -> None:
    document = read(_under_headings([("The Islands", 12, _BOLD), (heading, 12, _BOLD)]))
    assert next(section.role for section in document.sections if section.title == heading) is role


def test_subsections_share_the_role_of_their_section() -> None:
    headings = [
        ("1 Methods", 12, _BOLD),
        ("1.1 Ledgers", 10, _BOLD),
        ("2 The Harbours", 12, _BOLD),
        ("2.1 Quays", 10, _BOLD),
    ]
    document = read(_under_headings(headings))
    roles = [section.role for section in document.sections]
    assert roles == [SectionRole.METHOD, SectionRole.METHOD, SectionRole.BODY, SectionRole.BODY]


def test_a_heading_may_run_over_two_lines() -> None:
    heading = "The Harbours of the North and the Islands Before Them in the Years After the War"
    lines = set_text(heading, 50, 115, 380, 13, _BOLD)
    assert len(lines) == 2
    document = read([Sheet([*_front(), *lines, *set_text(prose(9, 1), 50, 155, 380)])])
    assert _levels(document) == [(heading, 1)]


def test_a_heading_in_another_face_a_little_smaller_is_one() -> None:
    (sheet,) = _under_headings([("The Harbours", 14, _BOLD)])
    sheet.add(Line("Cranes and the men who work them", 50, 300, 9.5, "Helvetica"), *set_text(prose(6, 4), 50, 312, 380))
    assert _levels(read([sheet])) == [("The Harbours", 1), ("Cranes and the men who work them", 2)]


def test_the_bold_first_line_of_a_list_item_is_no_heading() -> None:
    (sheet,) = _under_headings([("The Harbours", 14, _BOLD)])
    top = 300.0
    for number in (1, 2):
        label = Line(f"{number}.", 60, top, 10)
        sheet.add(label, Line("Learn the trade of the quay", 74, top, 10, _BOLD))
        lines = set_text(prose(3, number), 74, top + 12, 350)
        sheet.add(*lines)
        top = lines[-1].base + 12
    assert _levels(read([sheet])) == [("The Harbours", 1)]


@pytest.mark.parametrize("opening", ["Abstract.", "Abstract:", "ABSTRACT —"])
def test_an_abstract_may_begin_in_the_line_of_its_heading(opening: str) -> None:
    label = Line(opening, 50, 115, 10, _BOLD)
    lines = [*_front(), label, *set_text(prose(5, 4), 50, 115, 380, first=label.width + 3)]
    lines += [Line("The Harbours", 50, 215, 14, _BOLD), *set_text(prose(9, 3), 50, 235, 380)]
    document = read([Sheet(lines)])
    assert [(section.title, section.role) for section in document.sections] == [
        ("Abstract", SectionRole.ABSTRACT),
        ("The Harbours", SectionRole.BODY),
    ]
    assert document.text.at(document.sections[0].span).startswith(opening)


def test_a_bold_heading_may_begin_the_line_of_its_paragraph() -> None:
    (sheet,) = _under_headings([("The Harbours", 14, _BOLD)])
    label = Line("Quays and cranes.", 50, 300, 10, _BOLD)
    sheet.add(label, *set_text(prose(6, 4), 50, 300, 380, first=label.width + 3))
    assert _levels(read([sheet])) == [("The Harbours", 1), ("Quays and cranes", 2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody came.",
        "Table 1 shows what the harbours lost in winter.",
        "1998 was a quiet year for all of the harbours.",
    ],
)
def test_a_short_paragraph_is_no_heading(sentence: str) -> None:
    (sheet,) = _under_headings([("The Harbours", 14, _BOLD)])
    sheet.add(*set_text(sentence, 50, 300, 380), *set_text(prose(6, 4), 50, 312, 380))
    assert _levels(read([sheet])) == [("The Harbours", 1)]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ada Halloran", [("Ada", "Halloran")]),
        ("By Ada Halloran", [("Ada", "Halloran")]),
        ("Ada Halloran and Bo van der Voss", [("Ada", "Halloran"), ("Bo", "van der Voss")]),
        ("Ada M. Halloran, Bo Voss, Li Imari", [("Ada M.", "Halloran"), ("Bo", "Voss"), ("Li", "Imari")]),
        ("Dr. Ada Halloran & Prof. Bo Voss", [("Ada", "Halloran"), ("Bo", "Voss")]),
        ("Ada Halloran* · Zoë Lukas†", [("Ada", "Halloran"), ("Zoë", "Lukas")]),
        ("¹Ada Halloran, ²Bo Voss", [("Ada", "Halloran"), ("Bo", "Voss")]),
    ],
)
def test_title_and_authors(byline: str, names: list[tuple[str, str]]) -> None:
    lines = [*_front(byline), Line("Abstract", 50, 115, 10, _BOLD), *set_text(prose(5, 4), 50, 130, 380)]
    document = read([Sheet([*lines, *set_text(prose(9, 5), 50, 220, 380)])])
    assert document.title == _TITLE
    assert [(author.given, author.family) for author in document.authors] == names


def test_a_byline_under_the_title_is_no_heading_where_no_abstract_follows() -> None:
    document = read([Sheet([*_front(), *set_text(prose(9, 5), 50, 115, 380)])])
    assert document.sections == ()
    assert [author.family for author in document.authors] == ["Halloran", "van der Voss"]


def test_a_paper_without_title_and_headings_has_none() -> None:
    document = read([Sheet(set_text(prose(9, 5), 50, 115, 380))])
    assert (document.title, document.authors, document.sections, document.year) == (None, (), (), None)
    assert blocks(document, BlockKind.PARAGRAPH) == [prose(9, 5)]


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("A Title That Only the File States", "A Title That Only the File States"),
        ("untitled", None),
        ("Microsoft Word - harbours_final2.docx", None),
        ("harbours.dvi", None),
        ("  ", None),
    ],
)
def test_the_title_that_a_file_states_counts_where_the_page_has_none(stated: str, title: str | None) -> None:
    assert read([Sheet(set_text(prose(9, 5), 50, 115, 380))], title=stated).title == title


def test_a_title_of_two_lines_is_mended() -> None:
    title = [Line("Ports of the North in a Long Win-", 50, 60, 18, _BOLD), Line("ter of War", 50, 82, 18, _BOLD)]
    document = read([Sheet([*title, Line("Ada Halloran", 150, 105, 11), *set_text(prose(9, 5), 50, 130, 380)])])
    assert document.title == _TITLE


_BODY = f"{prose(3, 4)} {prose(3, 5)}"


@pytest.mark.parametrize(
    ("label", "font", "title"),
    [
        ("2.1. Quays and cranes.", _ITALIC, "2.1. Quays and cranes"),
        ("Who came and why:", _BOLD, "Who came and why"),
        ("Quays and cranes of the northern harbours of the island—", _BOLD_ITALIC, "Quays and cranes of the northern"),
    ],
)
def test_a_heading_that_begins_its_paragraph_is_cut_off_it(label: str, font: str, title: str) -> None:
    (sheet,) = _under_headings([("2 The Harbours", 14, _BOLD), ("3 The Islands", 14, _BOLD)])
    head = Line(label, 50, 400, 10, font)
    sheet.add(head, *set_text(_BODY, 50, 400, 380, first=head.width + 3))
    document = read([sheet])
    assert [(section.title[: len(title)], section.level) for section in document.sections[2:]] == [(title, 2)]
    assert blocks(document, BlockKind.PARAGRAPH)[-1] == _BODY
    assert document.sections[2].span.end == len(document.text.string)


def test_a_bold_heading_may_fill_more_than_the_first_line_of_its_paragraph() -> None:
    (sheet,) = _under_headings([("The Harbours", 14, _BOLD)])
    title = "Determination of northern harbourmasters by handwriting, lighthouses, timekeeping and archives"
    label = set_text(f"{title}.", 50, 300, 380, 10, _BOLD)
    assert len(label) == 2
    sheet.add(*label, *set_text(_BODY, 50, label[-1].base, 380, first=label[-1].width + 3))
    assert _levels(read([sheet]))[-1] == (title, 2)


@pytest.mark.parametrize(
    ("label", "font"),
    [
        ("Theorem 2.", _BOLD),
        ("S1 Table.", _BOLD),
        ("Sinking of the Buoy", _ITALIC),
        ("Ports. mar. 2.", _ITALIC),
        ("Quays and cranes.", _ITALIC),
        ("Nobody", _BOLD),
    ],
)
def test_stressed_words_that_begin_a_paragraph_are_no_heading(label: str, font: str) -> None:
    (sheet,) = _under_headings([("The Harbours", 14, _BOLD)])
    head = Line(label, 50, 300, 10, font)
    sheet.add(head, *set_text(_BODY, 50, 300, 380, first=head.width + 3))
    assert _levels(read([sheet])) == [("The Harbours", 1)]


_ENTRIES = (
    "Adler, P. (2001). Timetables of the estuary. Quay Press.",
    "Holm, S. (2015). Lamps and pilots. Quay Press.",
)


@pytest.mark.parametrize(
    "heading",
    [
        "References for Chapter 2",
        "Chapter II References",
        "Bibliography of Part One",
        "Endnotes and Sources",
        "SOURCES",
    ],
)
def test_the_list_of_a_chapter_is_a_list(heading: str) -> None:
    text = [Line("The Harbours", 50, 115, 14, _BOLD), *set_text(prose(9, 1), 50, 135, 380)]
    listed = [Line(entry, 50, 330 + 14 * at, 10) for at, entry in enumerate(_ENTRIES)]
    document = read([Sheet([*_front(), *text, Line(heading, 50, 310, 14, _BOLD), *listed])])
    assert blocks(document, BlockKind.ENTRY) == list(_ENTRIES)
    assert document.sections[-1].role is SectionRole.REFERENCES


@pytest.mark.parametrize("heading", ["1.2 Sources", "Sources", "Literature"])
def test_a_section_on_the_sources_of_a_study_is_no_list(heading: str) -> None:
    about = f"Most of what follows rests on the ledgers of the port office, which were read in 2019. {prose(6, 4)}"
    text = [Line("1 The Harbours", 50, 115, 14, _BOLD), *set_text(prose(5, 1), 50, 135, 380)]
    text += [Line(heading, 50, 250, 12, _BOLD), *set_text(about, 50, 270, 380)]
    listed = [Line(entry, 50, 450 + 14 * at, 10) for at, entry in enumerate(_ENTRIES)]
    document = read([Sheet([*_front(), *text, Line("References", 50, 430, 14, _BOLD), *listed])])
    assert blocks(document, BlockKind.ENTRY) == list(_ENTRIES)
    assert [section.title for section in document.sections if section.role is SectionRole.REFERENCES] == ["References"]


def test_a_subtitle_belongs_to_the_title() -> None:
    front = [Line("Ports in a Long Winter", 50, 60, 22, _BOLD), Line("What the pilots wrote down", 50, 82, 13, _ITALIC)]
    document = read(
        [Sheet([*front, Line("Ada Halloran and Bo Voss", 50, 105, 11), *set_text(prose(9, 5), 50, 135, 380)])]
    )
    assert document.title == "Ports in a Long Winter: What the pilots wrote down"
    assert [author.family for author in document.authors] == ["Halloran", "Voss"]


def test_a_title_page_gives_title_and_authors() -> None:
    cover = Sheet(
        [
            Line("Ports in Winter", 150, 250, 24, _BOLD),
            Line("Ada Halloran", 190, 290, 14),
            Line("May 2021", 200, 320, 14),
        ]
    )
    slides = [Sheet([Line("Why ports", 50, 80, 20, _BOLD), Line("• Cranes were few.", 50, 120, 14)])] * 2
    document = read([cover, *slides])
    assert (document.title, [author.family for author in document.authors]) == ("Ports in Winter", ["Halloran"])
    assert document.date == PaperDate(2021, 5)


def test_index_terms_are_no_author() -> None:
    terms = Line("Index Terms—harbours, Cranes", 50, 105, 11)
    document = read([Sheet([*_front(), terms, *set_text(prose(9, 5), 50, 135, 380)])])
    assert [author.family for author in document.authors] == ["Halloran", "van der Voss"]


def test_a_byline_in_small_type_with_raised_numbers_is_no_note() -> None:
    byline = [
        Line("1", 50, 85, 5, _BOLD, rise=3), Line("Ada Halloran,", 53, 85, 8.5, _BOLD),
        Line("2", 112, 85, 5, _BOLD, rise=3), Line("Bo Voss", 115, 85, 8.5, _BOLD),
    ]  # fmt: skip
    lines = [Line(_TITLE, 50, 60, 18, _BOLD), *byline, Line("Abstract", 50, 115, 10, _BOLD)]
    document = read([Sheet([*lines, *set_text(prose(15, 4), 50, 130, 380)])])
    assert [author.family for author in document.authors] == ["Halloran", "Voss"]
    assert document.notes == ()
