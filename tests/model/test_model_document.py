"""What a document can be asked, and names made from content."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.model.document import Block, BlockKind, Document, Page, Section, SectionRole
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.model.text import Text, Trace


def _section(title: str, level: int, start: int, end: int) -> Section:
    return Section(content_id("section", title), title, level, 1, Span(start, end), SectionRole.BODY)


@pytest.fixture
def document() -> Document:
    return Document(
        id="0" * 64,
        file="harbour.pdf",
        title=None,
        authors=(),
        date=None,
        language=None,
        text=Text("x" * 100, Trace()),
        pages=(Page(1, "i", 595, 842), Page(2, None, 595, 842), Page(3, "7", 595, 842)),
        lines=(),
        blocks=(
            Block(BlockKind.FRONT, Span(0, 8), 1),
            Block(BlockKind.HEADING, Span(10, 15), 1, 1),
            Block(BlockKind.PARAGRAPH, Span(17, 60), 1),
            Block(BlockKind.NOTE, Span(62, 100), 2),
        ),
        sections=(_section("Ports", 1, 10, 90), _section("Quays", 2, 30, 60), _section("Cranes", 3, 40, 50)),
        notes=(),
        tables=(),
        furniture=(),
    )


@pytest.mark.parametrize(
    ("offset", "title"),
    [
        (0, None),
        (9, None),
        (10, "Ports"),
        (29, "Ports"),
        (30, "Quays"),
        (45, "Cranes"),
        (50, "Quays"),
        (60, "Ports"),
        (90, None),
    ],
)
def test_the_innermost_section_of_a_place(document: Document, offset: int, title: str | None) -> None:
    section = document.section_at(offset)
    assert (section.title if section else None) == title


@pytest.mark.parametrize(
    ("page", "folio"), [(1, "i"), (2, None), (3, "7"), (0, None), (4, None), (None, None), (-1, None)]
)
def test_the_folio_printed_on_a_page(document: Document, page: int | None, folio: str | None) -> None:
    assert document.folio(page) == folio


def test_blocks_are_asked_for_by_kind_and_come_in_text_order(document: Document) -> None:
    found = document.blocks_of(BlockKind.NOTE, BlockKind.HEADING)
    assert [block.kind for block in found] == [BlockKind.HEADING, BlockKind.NOTE]
    assert document.blocks_of(BlockKind.TABLE) == ()


def test_a_name_made_from_content_is_short_and_tells_its_kind() -> None:
    assert re.fullmatch(r"claim-[0-9a-f]{12}", content_id("claim", "The harbour closed.", 17, None))


def test_a_name_made_from_content_is_the_same_tomorrow() -> None:
    assert content_id("claim", "The harbour closed.", 17) == "claim-1ae33a390c64"


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\x1f")), min_size=1, max_size=4))
def test_names_tell_apart_how_the_parts_are_cut(parts: list[str]) -> None:
    assert content_id("mark", *parts) != content_id("mark", *parts, "")
    assert content_id("mark", *parts) == content_id("mark", *parts)
    assert content_id("mark", *parts) != content_id("claim", *parts)


def test_letters_that_no_encoding_knows_have_a_name_too() -> None:
    assert content_id("mark", "\ud800") != content_id("mark", "\ud801")
