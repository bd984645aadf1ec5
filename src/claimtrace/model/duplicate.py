"""Passages that stand twice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.place import Span


class DuplicateKind(StrEnum):
    """How alike two passages are."""

    VERBATIM = "verbatim"
    NEAR = "near"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two passages of one paper that say the same in the same or nearly the same words.

    ``similarity`` runs from 0 to 1; ``words`` counts those of the longer passage, without citations. A passage that
    stands in three places or more makes several pairs, which have one ``group``.
    """

    id: str
    kind: DuplicateKind
    similarity: float
    words: int
    first: Span
    second: Span
    group: str
