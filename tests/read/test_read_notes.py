"""Footnotes, endnotes and floats leave the sentence that they interrupt whole, and notes know where they are called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_pages import Line, Sheet, blocks, flat, poured, prose, read, set_text

from claimtrace.model.document import BlockKind, Document
from claimtrace.text.fold import LOWER

_TEXT = prose(60, 3)
_NOTE = "See the harbour register of that year, which lists every vessel, and the ledgers kept with it."


def _pages() -> tuple[list[Line], list[Line]]:
    first, second = poured(_TEXT, 26)
    return first, second


def _marked(lines: list[Line], calls: dict[int, str]) -> list[Line]:
    """The lines with a superscript marker at the end of some of them."""
    found = []
    for at, line in enumerate(lines):
        found.append(line)
        if at in calls:
            found.append(Line(calls[at], line.x + line.width, line.base, 6.5, rise=3.5))
    return found


def _footnote(marker: str, text: str, top: float, raised: bool) -> list[Line]:
    if not raised:
        return set_text(f"{marker}. {text}", 50, top, 370, 8)
    return [Line(marker, 50, top, 5.5, rise=3), *set_text(text, 55, top, 370, 8)]


def _without_markers(text: str) -> str:
    return "".join(sign for sign in text if sign not in "⁰¹²³⁴⁵⁶⁷⁸⁹*†")


def _called_at(document: Document) -> dict[str, str]:
    """The word before the call of each note."""
    string = document.text.string
    return {note.marker: string[: note.call.start].split()[-1] for note in document.notes if note.call}


@pytest.mark.parametrize("raised", [True, False])
def test_footnotes_become_notes_and_the_sentence_runs_on(raised: bool) -> None:
    first, second = _pages()
    sheets = [
        Sheet(_marked(first, {3: "1", 9: "2"}))
        .add(*_footnote("1", _NOTE, 560, raised))
        .add(*_footnote("2", "Halloran, Ports of the North, 45.", 584, raised)),
        Sheet(_marked(second, {5: "3"})).add(*_footnote("3", "Ibid., 47.", 600, raised)),
    ]
    document = read(sheets)
    assert [_without_markers(text) for text in blocks(document, BlockKind.PARAGRAPH)] == [_TEXT]
    assert [(note.marker, note.page, document.text.at(note.span)) for note in document.notes] == [
        ("1", 1, _NOTE),
        ("2", 1, "Halloran, Ports of the North, 45."),
        ("3", 2, "Ibid., 47."),
    ]
    assert _called_at(document) == {
        "1": first[3].text.split()[-1],
        "2": first[9].text.split()[-1],
        "3": second[5].text.split()[-1],
    }


def test_a_marker_is_written_as_a_superscript_and_touches_its_word() -> None:
    first, second = _pages()
    document = read([Sheet(_marked(first, {3: "12"})), Sheet(second)])
    word = first[3].text.split()[-1]
    assert f"{word}¹² " in document.text.string


def test_a_marker_with_a_sign_is_bound_too() -> None:
    first, second = _pages()
    first = [replace(line, text=line.text + "*") if at == 3 else line for at, line in enumerate(first)]
    document = read([Sheet(first).add(*set_text(f"* {_NOTE}", 50, 600, 370, 8)), Sheet(second)])
    assert [(note.marker, document.text.at(note.span)) for note in document.notes] == [("*", _NOTE)]
    assert _called_at(document) == {"*": first[3].text.split()[-1].rstrip("*")}


@pytest.mark.parametrize(
    "text", ["LAWS OF THE SEA (THIRD) (LANTERN PRESS 2012).", 'Quoted in Halloran, "Ports of the North."']
)
def test_a_note_that_looks_like_a_heading_is_a_note_among_notes(text: str) -> None:
    first, second = _pages()
    texts = ["See the harbour register of that year.", text, "Ibid., 12."]
    notes = [Line(f"{at} {note}", 50, 580 + 14 * at, 10) for at, note in enumerate(texts, start=1)]
    document = read([Sheet(_marked(first, {3: "1", 5: "2", 9: "3"})).add(*notes), Sheet(second)])
    assert [document.text.at(note.span) for note in document.notes] == texts


def test_the_heading_over_a_list_in_small_type_begins_no_notes() -> None:
    entries = [f"{at}. Carrick B. Ports of the {name} bay. Quay Press; 200{at}." for at, name in enumerate("abcd", 1)]
    list_ = [Line(entry, 50, 420 + 12 * at, 8) for at, entry in enumerate(entries)]
    house = [Line("1", 50, 378, 5), Line("Institute of Ports, Quay Road 3, Selwyn.", 54, 381, 8)]
    head = Line("References", 50, 400, 8, "Times-Bold")
    document = read([Sheet(set_text(prose(20, 4), 50, 90, 380)).add(*house, head, *list_)])
    assert blocks(document, BlockKind.ENTRY) == entries


def test_a_note_runs_on_at_the_foot_of_the_next_page() -> None:
    note = prose(8, 9)
    lines = _footnote("1", note, 570, raised=True)
    cut = len(lines) // 2
    rest = [replace(line, base=600 + 10 * row) for row, line in enumerate(lines[cut:])]
    first, second = _pages()
    document = read([Sheet(_marked(first, {3: "1"})).add(*lines[:cut]), Sheet([*second, *rest])])
    assert [document.text.at(note.span) for note in document.notes] == [note]
    assert [_without_markers(text) for text in blocks(document, BlockKind.PARAGRAPH)] == [_TEXT]


@pytest.mark.parametrize("raised", [True, False])
@pytest.mark.parametrize("text", ["Ibid., 47.", "Halloran, Ports of the North, 45.", _NOTE])
def test_a_note_that_comes_back_at_one_height_is_no_running_foot(text: str, raised: bool) -> None:
    lines = poured(prose(190, 3), 26)
    sheets = []
    for at, page in enumerate(lines):
        marker = str(at + 7)
        licence = Line("© 2024 The Author. CC BY 4.0.", 50, 650, 7)
        notes = _footnote(marker, text, 600, raised) if at in (1, 3) else []
        sheets.append(Sheet(_marked(page, {3: marker} if notes else {})).add(*notes, licence))
    document = read(sheets)
    assert [(note.marker, document.text.at(note.span)) for note in document.notes] == [("8", text), ("10", text)]
    assert len(document.furniture) == len(sheets)


@pytest.mark.parametrize("label", ["", "[{n}] "])
def test_a_note_on_a_page_of_references_is_no_entry(label: str) -> None:
    entries = [
        f"{label.format(n=at)}{name}, A. (2001). A history of the {name} quay. Tidal Papers, 4(2), 1–20."
        for at, name in enumerate(["Abel", "Brink", "Castle", "Dunn", "Erskine", "Falk"], start=1)
    ]
    text = set_text(prose(9, 4), 50, 90, 380)
    lines = [*_marked(text, {2: "1"}), Line("References", 50, 230, 12, "Times-Bold")]
    for at, entry in enumerate(entries):
        lines += set_text(entry, 50, 250 + 14 * at, 380)
    document = read([Sheet(lines).add(*_footnote("1", "See the harbour register.", 600, raised=False))])
    assert [document.text.at(note.span) for note in document.notes] == ["See the harbour register."]
    assert blocks(document, BlockKind.ENTRY) == entries


@pytest.mark.parametrize("size", [8, 10])
def test_endnotes_are_bound_to_their_calls_pages_before(size: float) -> None:
    first, second = _pages()
    notes = [
        Line("Notes", 50, 90, 12, "Times-Bold"),
        *set_text(f"1. {_NOTE}", 50, 112, 380, size),
        *set_text("2. Halloran, Ports of the North, 45.", 50, 150, 380, size),
        *set_text("3. Ibid., 47.", 50, 170, 380, size),
    ]
    sheets = [Sheet(_marked(first, {3: "1", 9: "2"})), Sheet(_marked(second, {5: "3"})), Sheet(notes)]
    document = read(sheets)
    assert [(note.marker, document.text.at(note.span)) for note in document.notes] == [
        ("1", _NOTE),
        ("2", "Halloran, Ports of the North, 45."),
        ("3", "Ibid., 47."),
    ]
    assert _called_at(document) == {
        "1": first[3].text.split()[-1],
        "2": first[9].text.split()[-1],
        "3": second[5].text.split()[-1],
    }


def test_an_exponent_is_raised_and_calls_no_note() -> None:
    lines = set_text("The island measures 45 km", 50, 90, 380)
    tail = set_text("and nobody lives on it. " + prose(6, 2), 50, 102, 380)
    exponent = Line("2", 50 + lines[0].width, 90, 6.5, rise=3.5)
    document = read([Sheet([*lines, exponent, *tail])])
    assert "45 km² and nobody" in flat(document)
    assert document.notes == ()


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("Figure 1. Ships in the harbour by year and by flag.", BlockKind.CAPTION),
        ("Fig. 2: Cables under the bay", BlockKind.CAPTION),
        ("Source: Port ledgers of the northern bay, 1998.", BlockKind.SOURCE_LINE),
    ],
)
@pytest.mark.parametrize("at_foot", [True, False])
def test_a_sentence_runs_on_over_a_float(caption: str, kind: BlockKind, at_foot: bool) -> None:
    first, second = _pages()
    if at_foot:
        sheets = [Sheet([*first, *set_text(caption, 50, 600, 380, 8)]), Sheet(second)]
    else:
        lower = [replace(line, base=line.base + 40) for line in second]
        sheets = [Sheet(first), Sheet([*set_text(caption, 50, 90, 380, 8), *lower])]
    document = read(sheets)
    assert blocks(document, BlockKind.PARAGRAPH) == [_TEXT]
    assert blocks(document, kind) == [caption]


def test_superscripts_can_be_read_as_figures_again() -> None:
    first, second = _pages()
    document = read([Sheet(_marked(first, {3: "7"})).add(*_footnote("7", _NOTE, 600, True)), Sheet(second)])
    (note,) = document.notes
    assert note.call is not None
    assert document.text.at(note.call).translate(LOWER) == note.marker == "7"
    assert document.text.page_of(note.call.start) == 1
    assert (
        note.id
        == read([Sheet(_marked(first, {3: "7"})).add(*_footnote("7", _NOTE, 600, True)), Sheet(second)]).notes[0].id
    )


def test_an_entry_that_ends_a_page_with_a_full_stop_goes_on_overleaf() -> None:
    first, second = "Halloran, A. (2001). A history of the northern quay.", "The second book. Tide Press, Northhaven."
    later = "Voss, B. (2003). A history of the mole. Tide Press, Northhaven and the islands."
    third, fourth = set_text(later, 50, 116, 250)
    upper = [*set_text(prose(9, 4), 50, 90, 380), Line("References", 50, 230, 12, "Times-Bold")]
    upper.append(Line(first, 50, 620))
    lower = [Line(second, 65, 90), third, replace(fourth, x=65)]
    assert blocks(read([Sheet(upper), Sheet(lower)]), BlockKind.ENTRY) == [f"{first} {second}", later]


def test_the_shortest_of_notes_is_one_where_it_comes_first() -> None:
    first, second = _pages()
    sheets = [
        Sheet(_marked(first, {3: "1"})).add(*_footnote("1", _NOTE, 560, raised=True)),
        Sheet(_marked(second, {5: "2"})).add(*_footnote("2", "Id.", 600, raised=True)),
    ]
    document = read(sheets)
    assert [(note.marker, document.text.at(note.span)) for note in document.notes] == [("1", _NOTE), ("2", "Id.")]
    assert set(_called_at(document)) == {"1", "2"}


@pytest.mark.parametrize("called", [True, False])
def test_a_note_as_large_as_the_text_is_one_if_the_text_calls_it(called: bool) -> None:
    first, second = _pages()
    lines = _marked(first, {3: "1"} if called else {})
    document = read([Sheet([*lines, *set_text(f"1 {_NOTE}", 50, 580, 380)]), Sheet(second)])
    assert [document.text.at(note.span) for note in document.notes] == ([_NOTE] if called else [])
    if called:
        assert [_without_markers(text) for text in blocks(document, BlockKind.PARAGRAPH)] == [_TEXT]
