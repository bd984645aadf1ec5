"""Plain text: paragraphs, lines broken by hand, headings, lists, quotations, notes, reference lists."""

from __future__ import annotations

import pytest
from drafts import FILLER, audit, note_places, read, texts

from claimtrace.model.document import BlockKind

_HEAD = "Lamps on the Quay\n\nSigne Holm\n\n"
_TAIL = f"\n\nAPPENDIX\n\n{FILLER}\n"


def test_title_and_author() -> None:
    document = read(f"{_HEAD}INTRODUCTION\n\nLamps burn.{_TAIL}")
    assert document.title == "Lamps on the Quay"
    assert [author.family for author in document.authors] == ["Holm"]


@pytest.mark.parametrize(
    "heading",
    ["INTRODUCTION", "1. Introduction", "2.1 The boats of winter", "Introduction", "The Boats of Winter",
     "Boats in winter", "Boats in winter\n===============", "II. BOATS"],
)  # fmt: skip
def test_headings(heading: str) -> None:
    below = "Lamps burn on the quay from dusk to dawn, and boats come in late on most days."
    document = read(f"{_HEAD}Abstract\n\nLamps.\n\n{heading}\n\n{below}{_TAIL}")
    assert [section.title for section in document.sections][1] == heading.partition("\n")[0]


def test_levels_are_those_of_the_numbers() -> None:
    document = read(f"{_HEAD}1. Introduction\n\nLamps.\n\n2. Boats\n\nTwo.\n\n2.1 Results\n\nOne came.{_TAIL}")
    assert [section.level for section in document.sections] == [1, 1, 2, 1]


@pytest.mark.parametrize(
    "line", ["We saw three lamps there.", "and boats came in", "1. We saw three lamps.", "“The sea keeps no hours.”"]
)
def test_short_lines_that_are_no_headings(line: str) -> None:
    below = "Lamps burn on the quay from dusk to dawn, and boats come in late on most days."
    document = read(f"{_HEAD}INTRODUCTION\n\n{line}\n\n{below}{_TAIL}")
    assert len(document.sections) == 2


def test_lines_broken_by_hand_are_joined() -> None:
    text = (
        "Lamps were lit at dusk by the keep-\ners of the quay, who knew the dual-\nuse oil of the north-east and "
        "said so at\n"
        "https://example.org/lamps/of-\nthe-quay for years. The keepers slept.\n\nThe dual-use oil was cheap."
    )
    assert texts(read(f"{_HEAD}INTRODUCTION\n\n{text}{_TAIL}"), BlockKind.PARAGRAPH)[0] == (
        "Lamps were lit at dusk by the keepers of the quay, who knew the dual-use oil of the north-east and said so at "
        "https://example.org/lamps/of-the-quay for years. The keepers slept."
    )


def test_lines_that_were_not_broken_are_paragraphs() -> None:
    long = (
        "Lamps burn on the quay from dusk to dawn, and boats come in late on most days of the year, in winter too, "
        "it is said."
    )
    document = read(f"INTRODUCTION\n{long}\n{long}\n{long}\n")
    assert texts(document, BlockKind.PARAGRAPH) == [long] * 3


def test_an_indent_begins_a_paragraph() -> None:
    text = (
        "   Lamps burn on the quay from dusk to\ndawn on most days.\n   Boats come in late on most days of\nthe year."
    )
    found = texts(read(f"INTRODUCTION\n\n{text}{_TAIL}"), BlockKind.PARAGRAPH)
    assert found[:2] == [
        "Lamps burn on the quay from dusk to dawn on most days.", "Boats come in late on most days of the year."
    ]  # fmt: skip


def test_lists_and_quotations() -> None:
    text = (
        "- Lamps of oil,\n  and of gas\n- Boats\n\n    The sea keeps no hours for anyone,\n    and never "
        "will.\n\nSo he said."
    )
    document = read(f"{_HEAD}INTRODUCTION\n\n{text}{_TAIL}")
    assert texts(document, BlockKind.LIST_ITEM) == ["Lamps of oil, and of gas", "Boats"]
    assert texts(document, BlockKind.BLOCK_QUOTATION) == ["The sea keeps no hours for anyone, and never will."]


def test_notes_at_the_end() -> None:
    text = "Lamps were lit¹ at dusk.²\n\nNotes\n\n¹ By the keepers.\n² See Holm (2015)."
    assert note_places(read(f"{_HEAD}INTRODUCTION\n\n{text}{_TAIL}")) == [
        ("mps were lit", "1", "By the keepers."),
        ("it¹ at dusk.", "2", "See Holm (2015)."),
    ]


_ONE = ("Holm, S. (2015). Lamps and pilots of the quay, with a map of the mole and a", "table of oil. Quay Press.")
_TWO = ("Quill, B. (2012). Tides and tallies. Journal of Quays, 15(1), 1–19.",)
_THREE = ("Port Selwyn Survey. 2009. The lamps of the mole counted anew, and what they", "cost in oil. Quay Press.")


@pytest.mark.parametrize(
    "listed",
    [
        "\n\n".join("\n".join(entry) for entry in (_ONE, _TWO, _THREE)),
        "\n".join("\n    ".join(entry) for entry in (_ONE, _TWO, _THREE)),
        "\n".join("\n".join(entry) for entry in (_ONE, _TWO, _THREE)),
        "\n".join(f"[{number}] " + "\n".join(entry) for number, entry in enumerate((_ONE, _TWO, _THREE), start=1)),
        "\n".join(f"{number}. " + "\n   ".join(entry) for number, entry in enumerate((_ONE, _TWO, _THREE), start=1)),
        "\n".join(" ".join(entry) for entry in (_ONE, _TWO, _THREE)),
    ],
    ids=["blank lines", "hanging", "flush", "brackets", "numbers", "one line each"],
)
def test_reference_lists(listed: str) -> None:
    paper = audit(f"{_HEAD}INTRODUCTION\n\nSo Holm (2015) says.\n\nREFERENCES\n\n{listed}{_TAIL}").paper
    assert [(reference.year, reference.raw[-12:]) for reference in paper.references] == [
        (2015, " Quay Press."), (2012, "15(1), 1–19."), (2009, " Quay Press.")
    ]  # fmt: skip


def test_a_line_is_a_paragraph_where_no_blank_lines_part_them() -> None:
    running = " ".join([FILLER] * 3)
    entries = ["Holm, S. (2015). Lamps and pilots. Quay Press.", "Quill, B. (2012). Tides and tallies. Quay Press."]
    lines = ["Lamps on the Quay", "Signe Holm", "Introduction", running, running, "References", *entries]
    document = read("\n".join(lines))
    assert [section.title for section in document.sections] == ["Introduction", "References"]
    assert texts(document, BlockKind.PARAGRAPH) == [running, running]
    assert texts(document, BlockKind.ENTRY) == entries
