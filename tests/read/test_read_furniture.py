"""Running heads, folios, line numbers and imprints belong to the page; the text runs on without them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drawn_pages import Line, Sheet, blocks, flat, poured, prose, read

from claimtrace.model.document import BlockKind, FurnitureKind

_TEXT = prose(190, 3)
_PAGES = 5
_ROMAN = ["i", "ii", "iii", "iv", "v"]

Edge = Callable[[int], list[Line]]


def _sheets(edge: Edge, rows: int = 26) -> list[Sheet]:
    pages = poured(_TEXT, rows)
    assert len(pages) == _PAGES
    return [Sheet([*edge(at), *page]) for at, page in enumerate(pages)]


def _outside(at: int) -> list[Line]:
    """Folios at the outer edge, the journal on left pages and the authors on right ones."""
    if at % 2:
        return [Line(str(at + 211), 50, 50, 9), Line("Tidal Papers 12 (3)", 200, 50, 9, "Times-Italic")]
    return [Line("Halloran and Voss", 200, 50, 9, "Times-Italic"), Line(str(at + 211), 415, 50, 9)]


_EDGES: dict[str, tuple[Edge, list[str | None]]] = {
    "none": (lambda at: [], [None] * 5),
    "outside": (_outside, ["211", "212", "213", "214", "215"]),
    "foot": (lambda at: [Line(str(at + 1), 238, 640, 9)], ["1", "2", "3", "4", "5"]),
    "dashes": (lambda at: [Line(f"– {at + 98} –", 230, 640, 9)], ["98", "99", "100", "101", "102"]),
    "roman": (lambda at: [Line(_ROMAN[at], 238, 640, 9)], [*_ROMAN]),
    "page of": (lambda at: [Line(f"Page {at + 1} of 5", 200, 50, 9)], ["1", "2", "3", "4", "5"]),
    "one line": (lambda at: [Line(f"{at + 4} | Ports of the North", 50, 50, 9)], ["4", "5", "6", "7", "8"]),
    "first page bare": (lambda at: [Line(str(at + 1), 238, 640, 9)] if at else [], [None, "2", "3", "4", "5"]),
    "folio and a head in two lines": (
        lambda at: [
            Line("Tidal Papers", 200, 40, 9),
            Line("Vol. 12, No. 3", 200, 52, 8),
            Line(str(at + 7), 238, 640, 9),
        ],
        ["7", "8", "9", "10", "11"],
    ),
    "own pages beside the journal's": (
        lambda at: [Line(str(at + 301), 415, 50, 9), Line(str(at + 1), 238, 640, 9)],
        ["301", "302", "303", "304", "305"],
    ),
}


@pytest.mark.parametrize("name", _EDGES)
def test_the_text_runs_on_over_the_edges_of_pages(name: str) -> None:
    edge, _ = _EDGES[name]
    document = read(_sheets(edge))
    assert flat(document) == _TEXT
    kept = " ".join(item.text for item in document.furniture)
    assert all(line.text in kept for at in range(_PAGES) for line in edge(at))


@pytest.mark.parametrize("name", [name for name in _EDGES if name != "own pages beside the journal's"])
def test_the_folio_of_each_page_is_known(name: str) -> None:
    edge, folios = _EDGES[name]
    document = read(_sheets(edge))
    assert [page.folio for page in document.pages] == folios
    assert [document.folio(page.number) for page in document.pages] == folios


def test_of_two_rising_numbers_one_is_the_folio() -> None:
    document = read(_sheets(_EDGES["own pages beside the journal's"][0]))
    assert [page.folio for page in document.pages] in ([str(n) for n in range(301, 306)], [str(n) for n in range(1, 6)])


def test_a_running_head_that_stands_on_one_page_only_is_told_by_its_folio() -> None:
    pages = poured(_TEXT, 45)
    assert len(pages) == 3
    assert flat(read([Sheet([*_outside(at), *page]) for at, page in enumerate(pages)])) == _TEXT


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("through", [True, False])
@pytest.mark.parametrize("edges", [(25,), (445,), (25, 445)])
def test_line_numbers_of_a_manuscript_are_set_aside(step: int, through: bool, edges: tuple[float, ...]) -> None:
    sheets = []
    count = 0
    for page in poured(_TEXT):
        lines = []
        count = count if through else 0
        for line in page:
            count += 1
            lines += [Line(str(count), x, line.base, 7) for x in edges if count % step == 0]
            lines.append(line)
        sheets.append(Sheet(lines))
    document = read(sheets)
    assert flat(document) == _TEXT
    assert {item.kind for item in document.furniture} == {FurnitureKind.LINE_NUMBER}


def test_line_numbers_are_not_taken_for_folios() -> None:
    sheets = []
    for at, page in enumerate(poured(_TEXT)):
        numbers = [Line(str(row), 25, line.base, 7) for row, line in enumerate(page, start=1)]
        sheets.append(Sheet([*numbers, *page, Line(str(at + 17), 238, 640, 9)]))
    assert [page.folio for page in read(sheets).pages] == [str(17 + at) for at in range(len(sheets))]


def test_furniture_keeps_its_place() -> None:
    document = read(_sheets(_EDGES["foot"][0]))
    for number, item in enumerate(document.furniture, start=1):
        line = Line(str(number), 238, 640, 9)
        assert (item.kind, item.text, item.box.page) == (FurnitureKind.FOLIO, line.text, number)
        assert item.box.x0 == pytest.approx(238, abs=0.5)
        assert item.box.x1 == pytest.approx(238 + line.width, abs=1)
        assert item.box.top < 640 < item.box.bottom


@pytest.mark.parametrize(
    "imprint",
    [
        "© 2024 The Author. This is an open access article under the CC BY 4.0 licence.",
        "Received 3 March 2024; accepted 5 May 2024; published 6 June 2024.",
        "Copyright: Tide Press. Corresponding author: ada@ports.example",
    ],
)
def test_the_imprint_of_the_first_page_does_not_break_a_sentence(imprint: str) -> None:
    title = [
        Line("Ports of the North in a Long Winter of War", 50, 55, 18, "Times-Bold"),
        Line("Ada Halloran", 200, 75, 11),
    ]
    first, *rest = poured(_TEXT)
    sheets = [Sheet([*title, *first, Line(imprint, 50, 610, 7)]), *(Sheet(page) for page in rest)]
    document = read(sheets)
    assert " ".join(blocks(document, BlockKind.PARAGRAPH)) == _TEXT
    assert not any(imprint in paragraph for paragraph in blocks(document, BlockKind.PARAGRAPH))
    assert imprint in flat(document) + " ".join(item.text for item in document.furniture)
    assert document.title == title[0].text
    if "2024" in imprint:
        assert document.year == 2024


def test_a_number_that_stands_on_one_page_only_is_no_folio() -> None:
    pages = poured(_TEXT)
    sheets = [Sheet([Line("1815", 50, 50, 9)] if at == 1 else []).add(*page) for at, page in enumerate(pages)]
    assert all(page.folio is None for page in read(sheets).pages)


@pytest.mark.parametrize("pages", [1, 3])
def test_a_note_set_apart_from_its_number_is_no_running_foot(pages: int) -> None:
    notes = ["For an early survey see Marsh (2011).", "The cranes are told of by Reef.", "Not so in the north."][:pages]
    feet = [[Line(str(at), 50, 610, 8), Line(note, 66, 610, 8)] for at, note in enumerate(notes, start=1)]
    document = read([Sheet([*page, *foot]) for page, foot in zip(poured(_TEXT)[:pages], feet, strict=True)])
    assert all(page.folio is None for page in document.pages)
    assert [note for note in notes if note not in document.text.string] == []


def test_the_head_of_a_chapter_with_a_single_page_is_known_by_its_place() -> None:
    heads = ["The Quays", "The Quays", "The Quays", "The Cranes", "The Keepers of the Lamps"]
    document = read(_sheets(lambda at: [Line(heads[at], 180, 50, 9, "Times-Italic"), Line(str(at + 1), 238, 640, 9)]))
    assert flat(document) == _TEXT
    assert [item.text for item in document.furniture if item.kind is FurnitureKind.RUNNING_HEAD] == heads
