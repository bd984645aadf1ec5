"""The language of a text, and what somebody meant who wrote a name that does not exist."""

from __future__ import annotations

import pytest

from claimtrace.knowledge.tables import several, table
from claimtrace.text.language import language_of
from claimtrace.text.nearest import nearest

_KNOWN = {row["language"]: frozenset(several(row["words"])) for row in table("function_words")}

_SENTENCES = {
    "en": "The harbour was closed by the office, and it is said that the ships in the bay have to wait for the tide.",
    "de": "Der Hafen ist auch in der Nacht nicht mit den Schiffen zu sehen, und die Stadt wird von dem Amt bewacht.",
    "fr": "Le port est fermé par les autorités et la ville ne peut pas ouvrir les quais dans la nuit pour les navires.",
    "es": "El puerto de la ciudad se cerró por la noche y los barcos que estaban en la bahía no salieron con la marea.",
}


@pytest.mark.parametrize("code", sorted(_SENTENCES))
def test_the_little_words_tell_the_language(code: str) -> None:
    assert language_of(" ".join([_SENTENCES[code]] * 4), _KNOWN) == code


@pytest.mark.parametrize(
    "text", ["", "The harbour was closed.", "Helsinki Tallinn Riga Vilnius Gdansk " * 30, "12 34 56 " * 100]
)
def test_too_little_or_wordless_text_has_no_language(text: str) -> None:
    assert language_of(text, _KNOWN) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("page-reusd", "page-reused"), ("reused-page", None), ("pagereused", "page-reused"), ("claim", None)],
)
def test_a_near_name_is_offered_and_else_all_are_listed(written: str, meant: str | None) -> None:
    known = ["page-reused", "doi-malformed"]
    answer = nearest(written, known)
    if meant:
        assert answer == f"; did you mean {meant!r}?"
    else:
        assert answer == "; there are doi-malformed, page-reused"


def test_two_letters_swapped_are_one_slip() -> None:
    assert "'read'" in nearest("raed", ["read", "road-map"])
