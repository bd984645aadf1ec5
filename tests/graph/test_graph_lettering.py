"""How wide words will be, and how they are broken and cut to their room."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from claimtrace.graph.pictures.lettering import fitted, length_told, width


@pytest.mark.parametrize("words", ["Harbour-masters' (1999); 50 % & “more”", "~^|{}[]<>@#", "…–—", "MWQ fjord"])
def test_words_are_as_wide_as_in_helvetica(words: str) -> None:
    assert width(words) == pytest.approx(stringWidth(words, "Helvetica", 12))


def test_letters_with_marks_are_as_wide_as_without_and_other_scripts_as_wide_as_high() -> None:
    assert width("Ärø") == pytest.approx(width("Ar") + width("ø"))
    assert width("外交", 10) == 20


@pytest.mark.parametrize(
    ("words", "room", "lines", "shown"),
    [
        ("Ports", 100, 1, ["Ports"]),
        ("The ports and pilots of Port Selwyn", 100, 1, ["The ports and pi…"]),
        ("The ports and pilots of Port Selwyn", 100, 2, ["The ports and", "pilots of Port Sel…"]),
        ("The ports and pilots of Port Selwyn", 100, 3, ["The ports and", "pilots of Port", "Selwyn"]),
        ("Harbourmasterships of old", 60, 2, ["Harbour…"]),
        ("", 5, 1, [""]),
        ("W", 1, 1, ["…"]),
    ],
)
def test_words_are_broken_and_cut_to_their_room(words: str, room: float, lines: int, shown: list[str]) -> None:
    assert fitted(words, room, lines) == shown


def test_only_words_that_fill_their_room_are_told_how_long_to_be() -> None:
    assert length_told("Ports", 100) is None
    assert length_told("Ports", 30) == pytest.approx(width("Ports"))
