"""Strings made comparable, letter classes, and accents that were set apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.text import letters
from claimtrace.text.accents import compose
from claimtrace.text.fold import LOWER, RAISE, fold, fold_name, straight, without_accents


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“Harbour” and ‘port’", "\"Harbour\" and 'port'"),
        ("„Hafen“ «port»", '"Hafen" "port"'),
        ("pp. 12–14 — or 12−14", "pp. 12-14 - or 12-14"),
        ("non\u2011state", "non-state"),
        ("10\u00a0000\u202fships", "10 000 ships"),
        ("har\u00adbour", "harbour"),
        ("plain text", "plain text"),
        ("", ""),
    ],
)
def test_straight_gives_marks_in_their_plainest_form(written: str, plain: str) -> None:
    assert straight(written) == plain


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Müller", "Muller"),
        ("Łukasik", "Lukasik"),
        ("Ørsted", "Orsted"),
        ("Đurić", "Duric"),
        ("Weiß", "Weiss"),
        ("İnönü Yıldız", "Inonu Yildiz"),
        ("Þór", "thor"),
        ("Æsa", "AEsa"),
        ("Œuvre", "OEuvre"),
        ("Nguyễn", "Nguyen"),
        ("efficient ﬁnal", "efficient final"),
    ],
)
def test_accents_are_left_out(name: str, bare: str) -> None:
    assert without_accents(name).casefold() == bare.casefold()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  The Baltic's  Cables (2nd ed.)", "the baltic s cables 2nd ed"),
        ("Æther & Œuvre", "aether oeuvre"),
        ("ISSUE—No.\u00a04", "issue no 4"),
        ("…!?", ""),
    ],
)
def test_fold_keeps_letters_and_figures(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("van der Aa", "Van der Aa"), ("O’Hara", "O'Hara"), ("García-Márquez", "Garcia Marquez"), ("McKay", "Mckay")],
)
def test_names_that_readers_take_for_the_same_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@given(st.text())
def test_fold_is_settled_after_one_turn(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="0123456789+-()"))
def test_raising_and_lowering_figures_undo_each_other(figures: str) -> None:
    raised = figures.translate(RAISE)
    assert raised.translate(LOWER) == figures
    assert not set(raised) & set("0123456789+-()")


def test_a_raised_page_range_keeps_its_dash() -> None:
    assert "3–5".translate(RAISE) == "³⁻⁵"


@pytest.mark.parametrize("letter", "AZÀÖØÞĀŁŽΑΩАЯЁ")
def test_capitals_are_in_the_class_of_capitals(letter: str) -> None:
    assert re.fullmatch(f"[{letters.UPPER}]", letter)
    assert not re.fullmatch(f"[{letters.LOWER}]", letter)


@pytest.mark.parametrize("letter", "azßàöøþāłžαωаяё")
def test_small_letters_are_in_the_class_of_small_letters(letter: str) -> None:
    assert re.fullmatch(f"[{letters.LOWER}]", letter)
    assert not re.fullmatch(f"[{letters.UPPER}]", letter)


@pytest.mark.parametrize("sign", "09_-., ×÷[]^\\")
def test_signs_and_figures_are_in_neither_class(sign: str) -> None:
    assert not re.fullmatch(f"[{letters.UPPER}{letters.LOWER}]", sign)


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("Arau´jo", "Araújo"),
        ("K¨uhn", "Kühn"),
        ("Mu¨ller", "Müller"),
        ("Franc¸ois", "François"),
        ("Dvorˇa´k", "Dvořák"),
        ("Milosˇevic´,", "Milošević,"),
        ("Qu´ımica", "Química"),
        ("Stevi´c,", "Stević,"),
        ("Or˘a¸stie", "Orăştie"),
        ("composic¸ão", "composição"),
        ("Sao˜", "São"),
        ("n˜ao", "não"),
        ("man˜ana", "mañana"),
        ("Belém—Para´—", "Belém—Pará—"),
        ("Sˇimek", "Šimek"),
        ("Pe˜na", "Peña"),
        ("A˚kesson", "Åkesson"),
        ("Garcı´a", "García"),
        ("Rene´, 2019", "René, 2019"),
        ("`a la carte", "à la carte"),
        ("no accent", "no accent"),
        ("5 ´ 6", "5 ´ 6"),
        ("37˚C", "37˚C"),
        ("author´s", "author´s"),
        ("d´Ivoire", "d´Ivoire"),
        ("``all``", "``all``"),
        ("`ports'", "`ports'"),
        ("`open'", "`open'"),
    ],
)
def test_an_accent_set_apart_joins_the_letter_that_can_carry_it(drawn: str, meant: str) -> None:
    assert compose(drawn) == meant


@given(st.text(alphabet=st.characters(exclude_characters="´`ˆ¨˜¸˚ˇ¯˘˙")))
def test_text_without_loose_accents_is_left_alone(text: str) -> None:
    assert compose(text) == text
