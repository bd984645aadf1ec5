"""Items of lists stay whole, and apart from each other."""

from __future__ import annotations

import pytest
from drawn_pages import Line, Sheet, blocks, given, poured, prose, read

_TEXT = prose(12, 3)


@pytest.mark.parametrize("ending", ["(Quay:", "Quay."])
def test_an_item_goes_on_under_the_words_of_its_full_first_line(ending: str) -> None:
    first = f"Marta Ruiz and Olaf Stern, Counting Ships, in Trade and Its Shadows, ed. Lena Fox {ending}"
    (text,) = poured(_TEXT)
    number, words = Line("3.", 50, 500), Line(first, 62, 500)
    rest = Line("Lantern Press, 2004), and a later edition.", 62, 512)
    items = [number, words, rest, Line("4.", 50, 524), *given(["Next."], 62, 524)]
    assert words.x + words.width > 395  # the next word would not fit
    document = read([Sheet([*text, *items])])
    assert f"3. {first} Lantern Press, 2004), and a later edition." in blocks(document)
