"""Words cut to the stem that their forms share."""

from __future__ import annotations

from functools import cache

import Stemmer


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def stem(word: str) -> str:
    """The stem of an English word in small letters: "halved" and "halve" give "halv".

    The method is Porter's second algorithm for English, as the Snowball project publishes it.
    """
    return str(_stemmer().stemWord(word))
