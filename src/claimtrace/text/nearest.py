"""What somebody meant who wrote a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LEAST = 0.5


def nearest(name: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """The end of a sentence that refuses a name: "; did you mean 'page-reused'?".

    Where nothing is near, it is ``otherwise``, or else all names there are.
    """
    names = sorted(known)
    best = process.extractOne(name, names, scorer=OSA.normalized_similarity, score_cutoff=_LEAST)
    return f"; did you mean {best[0]!r}?" if best else f"; {otherwise or 'there are ' + ', '.join(names)}"
