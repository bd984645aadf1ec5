"""Sentences, quotations and claims: what the paper says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.place import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of running text; ``block`` is the position of its block in the document."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks or in a block quotation; ``span`` leaves the marks out."""

    id: str
    text: str
    span: Span
    set_off: bool  # a block quotation


@dataclass(frozen=True, slots=True)
class QuotationLink:
    """The citation that stands for a quotation; ``near`` are the citations of its surroundings, where none does."""

    quotation: str
    citation: str | None
    near: tuple[str, ...] = ()


class ClaimKind(StrEnum):
    """What kind of thing a claim asserts."""

    NUMBER = "number"
    EVENT = "event"  # something dated, or a known incident or agreement
    ATTRIBUTION = "attribution"  # somebody did, said or holds something
    CAUSAL = "causal"
    PRIOR_WORK = "prior-work"
    QUOTATION = "quotation"
    OWN = "own"  # the paper's own aim, method or result
    NORM = "norm"  # what ought to be, or what may come


class Certainty(StrEnum):
    """How firmly a claim is put."""

    STATED = "stated"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Claim:
    """Something the paper asserts, with what answers for it.

    ``citations`` stand in the claim itself or speak for it; ``leans_on`` are citations of a neighbouring
    sentence on which it rests, with ``lean`` the reason. ``entities`` are those that it names.
    """

    id: str
    text: str
    span: Span
    section: str | None
    kinds: tuple[ClaimKind, ...]
    certainty: Certainty
    citations: tuple[str, ...] = ()
    leans_on: tuple[str, ...] = ()
    lean: str | None = None
    quotations: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
