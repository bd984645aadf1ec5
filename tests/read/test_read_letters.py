"""Letters that a file writes in its own way: ligatures, accents set apart, letters drawn one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn_pages import Line, Sheet, flat, prose, read, set_text, words_of
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont

pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))  # comes with reportlab
_REST = prose(6, 1)


def _row(pieces: list[str], x: float = 50, base: float = 78, spacing: float = 0.0) -> list[Line]:
    """Pieces drawn one after the other with nothing between them but the white asked for."""
    found = []
    for piece in pieces:
        line = Line(piece, x, base)
        found.append(line)
        x += line.width + spacing
    return found


def _read_with(lines: list[Line]) -> str:
    return flat(read([Sheet([*lines, *set_text(_REST, 50, 90, 380)])])).removesuffix(_REST).strip()


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        ("The ofﬁce ﬂag", "The office flag"),
        ("ﬁve ﬁshers", "five fishers"),
        ("Łukasz’s “quay” – 3 µm", "Łukasz’s “quay” – 3 µm"),
    ],
)
def test_ligatures_are_letters(drawn: str, read_as: str) -> None:
    line = Line(f"{drawn} {'and the harbour was closed again'}", 50, 78, 9, "Vera")
    assert _read_with([line]) == f"{read_as} and the harbour was closed again"


@pytest.mark.parametrize(
    ("before", "letter", "accent", "after", "whole"),
    [
        ("K", "u", "¨", "hn", "Kühn"),
        ("Ren", "e", "´", "", "René"),
        ("Fran", "c", "¸", "ois", "François"),
        ("H", "o", "ˆ", "tel", "Hôtel"),
        ("Pe", "n", "˜", "a", "Peña"),
        ("Kova", "c", "´", "", "Kovać"),
        ("Go", "d", "¯", "evac", "Gođevac"),
    ],
)
@pytest.mark.parametrize("accent_first", [True, False])
def test_an_accent_drawn_over_its_letter_joins_it(
    before: str, letter: str, accent: str, after: str, whole: str, accent_first: bool
) -> None:
    head = Line(f"They met {before}", 50, 78)
    base = Line(letter, 50 + head.width, 78)
    mark = replace(base, text=accent, x=base.x + (base.width - stringWidth(accent, base.font, base.size)) / 2)
    tail = Line(f"{after} in the harbour of the island", base.x + base.width, 78)
    lines = [head, mark, base, tail] if accent_first else [head, base, mark, tail]
    assert _read_with(lines) == f"They met {whole} in the harbour of the island"


@pytest.mark.parametrize("spacing", [0.0, 0.3, 0.8])
def test_letters_drawn_one_by_one_make_words(spacing: float) -> None:
    lines: list[Line] = []
    x = 50.0
    for word in ("Nobody", "came", "to", "the", "quay"):
        lines += _row(list(word), x, spacing=spacing)
        x = lines[-1].x + lines[-1].width + 3.2
    assert _read_with(lines) == "Nobody came to the quay"


def test_words_with_little_white_between_them_stay_apart() -> None:
    lines: list[Line] = []
    for line in words_of([Line("Nobody came to the quay in winter", 50, 78)]):
        x = lines[-1].x + lines[-1].width + 1.8 if lines else 50
        lines.append(replace(line, x=x))
    assert _read_with(lines) == "Nobody came to the quay in winter"


@pytest.mark.parametrize("text", ["naïve Señor Ødegård", "“Quay” – ‘mole’ — … •", "€ 5 £ 4 § 3", "a & b < c > d"])
def test_letters_and_signs_are_kept_as_they_are(text: str) -> None:
    assert _read_with([Line(f"They said {text} and nobody laughed", 50, 78)]) == f"They said {text} and nobody laughed"


def test_a_number_raised_by_itself_touches_the_word_before() -> None:
    word = Line("in the harbour", 50, 78)
    rest = Line("of the island", 50 + word.width + 8, 78)
    mark = Line("14", 50 + word.width, 78, 6.5, rise=3.5)
    assert _read_with([word, mark, rest]) == "in the harbour¹⁴ of the island"


def test_a_lowered_number_is_no_note() -> None:
    word = Line("they measured CO", 50, 78)
    mark = Line("2", 50 + word.width, 78, 6.5, rise=-2)
    rest = Line(" in the harbour of the island", 50 + word.width + 4, 78)
    assert _read_with([word, mark, rest]) == "they measured CO2 in the harbour of the island"
