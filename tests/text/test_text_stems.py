"""Stems: forms of one word meet."""

from __future__ import annotations

import pytest

from claimtrace.text.stems import stem


@pytest.mark.parametrize(
    ("one", "other"), [("halved", "halve"), ("adapting", "adapts"), ("raised", "raises"), ("harbours", "harbour")]
)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_other_words_do_not() -> None:
    assert stem("contributor") != stem("contract")
