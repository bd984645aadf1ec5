"""The reference list cut into entries: by labels, by indents, by white, by what entries look like."""

from __future__ import annotations

import pytest

from claimtrace.annotate.references import find_references
from claimtrace.annotate.references.entries import entries
from claimtrace.model.document import Block, BlockKind, Document, Line, Page, Section, SectionRole
from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text, Trace
from set_documents import set_document
from written_papers import document_of

LONG = [
    "Adeyemi, K. (2006). Pilots and tides: What the keepers of the northern harbours wrote and what they left out. "
    "Quay Press.",
    "Brandt, L., Osei, K., & Vance, M. (2018). Buoys in fog, and other marks that nobody sees when they are needed. "
    "Journal of Ports, 11(1), 30–61. https://doi.org/10.5555/jp.2018.11",
    "Keel, B. (2014). Ships and rules. Quay Press.",
    "Office of Port Statistics. (2019). Harbour figures of the four northern ports in summer and winter. Port Selwyn.",
    "van der Berg, H. (2013). Dykes. Quay Press.",
]


def _raw(document: Document) -> list[str]:
    return [entry.raw for entry in entries(document)]


def _drawn(*rows: tuple[str, float, float]) -> Document:
    """A list drawn line by line: words, how far they are set in, how much white stands above them."""
    text, lines, blocks, trace, top = "References", [], [], Trace(), 40.0
    for words, indent, white in rows:
        top += 12.0 + white
        span = Span(len(text) + 2, len(text) + 2 + len(words))
        text += "\n\n" + words
        box = Box(1, 50.0 + indent, top, min(50.0 + indent + 5.5 * len(words), 350.0), top + 10)
        trace.append(span, box)
        lines.append(Line(span, box, 10.0, False, False))
        blocks.append(Block(BlockKind.ENTRY, span, 1))
    section = Section("section-1", "References", 1, 1, Span(0, len(text)), SectionRole.REFERENCES)
    return Document(
        "document-1", "paper.pdf", None, (), None, "en", Text(text, trace), (Page(1, None, 400, 600),),
        tuple(lines), tuple(blocks), (section,), (), (), (),
    )  # fmt: skip


HANGING, SET_IN = (0.0, 14.0), (14.0, 0.0)
ENTRIES = [
    ("Adeyemi, K. (2006). Pilots and tides: What the keepers of the", "northern harbours wrote. Quay Press."),
    ("Brandt, L., & Osei, K. (2018). Buoys in fog. Journal of Ports,", "11(1), 30–61."),
    ("Keel, B. (2014). Ships and rules and what came of them in the", "end. Quay Press."),
    ("Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2),", "10–29. https://quay.example/2011/4"),
]
WHOLE = [" ".join(pair) for pair in ENTRIES]


def test_layout_and_words_agree_on_entries_or_say_that_they_do_not() -> None:
    rows = [(words, indent, 0.0) for pair in ENTRIES for words, indent in zip(pair, HANGING, strict=True)]
    assert [entry.agreed for entry in entries(_drawn(*rows))] == [True] * 4
    titled = [
        ("Tides at night: What the lamps of four ports told", 0.0, 0.0),
        ("the sailors. (2009). Quay Press.", 14.0, 0.0),
    ]
    doubted = [entry.agreed for entry in entries(_drawn(*rows[:2], *titled, *rows[2:]))]
    assert doubted == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("first", "other", "white"),
    [(0, 14, 0), (14, 0, 0), (0, 0, 6), (0, 14, 6)],
    ids=["hanging", "set in", "white", "both"],
)
def test_layout_tells_where_an_entry_begins(first: float, other: float, white: float) -> None:
    rows = [row for head, rest in ENTRIES for row in ((head, first, white), (rest, other, 0.0))]
    assert _raw(_drawn(*rows)) == WHOLE


def test_content_tells_where_layout_does_not() -> None:
    rows = [row for head, rest in ENTRIES for row in ((head, 0.0, 0.0), (rest, 0.0, 0.0))]
    assert _raw(_drawn(*rows)) == WHOLE


def test_the_ends_of_lines_tell_where_neither_layout_nor_full_stops_do() -> None:
    listed = [
        ("Adler, Ruth (1998): Hafen und Stadt. Zur Geschichte einer Nachbarschaft,", "Kiel: Nordverlag"),
        ("Dahl, R. (1965): Gesellschaft und Hafen im Norden vor und nach der Flut.", "München: Kai"),
        ("Esser, Hart 1990: Rahmen und Gewohnheiten im Hafen. In: Hefte für Häfen", "19: 231-247"),
        ("Haber, Jan: Strukturwandel des Hafens. Untersuchungen zu einer Kategorie", "Kiel 1962"),
        ("Ders. (1964): Theorie und Hafen. Sozialphilosophische Studien zum Kai und", "zur Mole. Kiel: Nordverlag"),
    ]
    rows = [row for pair in listed for row in ((pair[0], 0.0, 0.0), (pair[1], 0.0, 0.0))]
    assert _raw(_drawn(*rows)) == [" ".join(pair) for pair in listed]


@pytest.mark.parametrize("label", ["[{}] ", "({}) ", "{}. ", "{} "])
def test_labels_count_up(label: str) -> None:
    rows = [
        row
        for at, (head, rest) in enumerate(ENTRIES, start=1)
        for row in ((label.format(at) + head, 0.0, 0.0), (rest, 0.0, 0.0))
    ]
    found = list(entries(_drawn(*rows)))
    assert [entry.label for entry in found] == ["1", "2", "3", "4"]
    assert [entry.raw for entry in found] == [label.format(at) + words for at, words in enumerate(WHOLE, start=1)]


def test_a_label_lost_in_print_leaves_the_others() -> None:
    kept = [(f"[{at}] {head} {rest}", 0.0, 0.0) for at, (head, rest) in enumerate(ENTRIES, start=1) if at != 3]
    assert [entry.label for entry in entries(_drawn(*kept))] == ["1", "2", "4"]


def test_a_year_or_volume_at_the_head_of_a_line_is_no_label() -> None:
    rows = [
        ("[1] Keel, B.: Ships and rules. Journal of Ports", 0.0, 0.0),
        ("12. 2014, pp. 3–9.", 0.0, 0.0),
        ("[2] Marlow, A.: The slow harbour. Journal of Ports", 0.0, 0.0),
        ("[3] Osei, K.: Fog. Ports (2018).", 0.0, 0.0),
    ]
    assert [entry.label for entry in entries(_drawn(*rows))] == ["1", "2", "3"]


@pytest.mark.parametrize("label", ["", "[{}] "])
@pytest.mark.parametrize(
    "notice", ["Publisher's note: the harbour remains neutral.", "© 2014 The Keepers. Open access."]
)
def test_a_notice_behind_the_list_is_no_entry(label: str, notice: str) -> None:
    heads = [label.format(at) + head for at, (head, _) in enumerate(ENTRIES, start=1)]
    rows = [
        row for head, (_, rest) in zip(heads, ENTRIES, strict=True) for row in ((head, 0.0, 0.0), (rest, 14.0, 0.0))
    ]
    found = _raw(_drawn(*rows, (notice, 0.0, 0.0), ("It may be copied by all who keep a lamp.", 0.0, 0.0)))
    assert found == [label.format(at) + words for at, words in enumerate(WHOLE, start=1)]


def test_an_author_may_be_called_as_notices_begin() -> None:
    rows = [("Copyright Office. (2019). Lamps and letters. Quay Press.", 0.0, 0.0), *((w, 0.0, 0.0) for w in WHOLE)]
    assert _raw(_drawn(*rows)) == [rows[0][0], *WHOLE]


def test_a_typeset_list_over_two_pages_is_whole() -> None:
    tide = "The tide came in and went out again, as it does on most days of the year here.\n\n"
    cut = False
    for filled in range(8, 22):
        document = document_of(f"= On Tides\n\n# 1. Introduction\n\n{tide * filled}# References\n" + "\n".join(LONG))
        found = find_references(document)
        assert [reference.raw for reference in found] == LONG
        assert all(reference.boxes[0].page == reference.page for reference in found)
        cut = cut or any(len({box.page for box in reference.boxes}) == 2 for reference in found)
    assert cut


def test_two_lists_of_one_paper_are_both_read() -> None:
    document = set_document("# Body\n\nText.\n\n# References\n" + LONG[0] + "\n\n# Bibliography\n" + LONG[2])
    assert [reference.short for reference in find_references(document)] == ["Adeyemi 2006", "Keel 2014"]


def test_dashes_repeat_the_authors_of_the_entry_before() -> None:
    document = set_document(
        "# References\nAdeyemi, K. (2006). Pilots and tides. Quay Press.\n———. (2012). Pilots and lamps. Quay Press."
    )
    assert [reference.short for reference in find_references(document)] == ["Adeyemi 2006", "Adeyemi 2012"]


def test_the_same_entry_twice_has_two_ids() -> None:
    document = set_document(f"# References\n{LONG[2]}\n{LONG[2]}\n{LONG[4]}")
    assert len({reference.id for reference in find_references(document)}) == 3
