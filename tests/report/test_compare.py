"""Two passages word by word."""

from __future__ import annotations

import pytest

from claimtrace.report.compare import Piece, PieceKind, changes, compare, little_in_common


def words(pieces: tuple[Piece, ...], kind: PieceKind) -> list[str]:
    return [piece.text for piece in pieces if piece.kind is kind]


def test_words_that_differ_are_told_on_their_side() -> None:
    first, second = compare("Lamps burned oil at night", "Lamps burned whale oil by night")
    assert words(first, PieceKind.DIFFERENT) == ["at"]
    assert words(second, PieceKind.DIFFERENT) == ["whale", "by"]


def test_capitals_and_punctuation_do_not_count() -> None:
    first, second = compare("The lamps, it is said, burned.", "the lamps it is said burned")
    assert not words(first, PieceKind.DIFFERENT) and not words(second, PieceKind.DIFFERENT)


def test_numbers_count() -> None:
    first, _ = compare("It cost 40 crowns in 2015.", "It cost 400 crowns in 2016.")
    assert words(first, PieceKind.DIFFERENT) == ["40", "2015."]


def test_a_long_shared_stretch_is_told_by_its_number_on_both_sides() -> None:
    same = " ".join(f"word{n}" for n in range(100))
    first, second = compare(f"one {same}", f"two {same}")
    assert words(first, PieceKind.LEFT_OUT) == words(second, PieceKind.LEFT_OUT) == ["72 words the same"]
    shown = sum(len(piece.text.split()) for piece in first if piece.kind is not PieceKind.LEFT_OUT)
    assert shown == 1 + 28


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Pilots were paid by the tide.", "pilots were paid, by the tide", ()),
        ("Pilots were always paid.", "Pilots were paid.", (("always", ""),)),
        ("Pilots were paid.", "Pilots were never paid.", (("", "never"),)),
        ("Two lamps burned all night.", "Three lamps burned all day.", (("Two", "Three"), ("night.", "day."))),
    ],
)
def test_changes_are_told_in_order(first: str, second: str, told: tuple[tuple[str, str], ...]) -> None:
    assert changes(first, second) == told


@pytest.mark.parametrize(
    ("first", "second", "little"),
    [
        ("Pilots were paid by the tide.", "Pilots were always paid by the tide.", False),
        ("Pilots were paid by the tide.", "The harbour gave them money for each tide.", True),
        ("Pilots slept.", "Pilots slept.", False),
    ],
)
def test_passages_in_other_words_have_little_in_common(first: str, second: str, little: bool) -> None:
    assert little_in_common(first, second) is little
