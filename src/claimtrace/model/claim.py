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
    DEED = "deed"  # an attribution of what somebody did
    VIEW = "view"  # an attribution of what somebody holds
    CAUSAL = "causal"
    COMPARISON = "comparison"
    DEFINITION = "definition"
    PRIOR_WORK = "prior-work"
    QUOTATION = "quotation"
    OWN = "own"  # the paper's own aim, method or result
    AIM = "aim"  # one of the paper's own
    METHOD = "method"  # one of the paper's own
    RESULT = "result"  # one of the paper's own
    NORM = "norm"  # what ought to be, or what may come
    PREDICTION = "prediction"  # what is said to come


class Certainty(StrEnum):
    """How firmly a claim is put."""

    STATED = "stated"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Claim:
    """Something the paper asserts, with what answers for it.

    ``citations`` stand in the claim itself or speak for it; ``leans_on`` are citations of a neighbouring
    sentence on which it rests, with ``lean`` the reason. ``hedge`` are the words that hedge it, ``negated`` says
    whether it denies something. ``entities`` are those that it names.
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
    hedge: str | None = None
    negated: bool = False
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a claim with what it counts; it stands for anything from ``low`` to ``high``.

    ``unit`` is "%" (two thirds are 66.7 %), a currency, or empty; ``counted`` are the stems of the words behind it.
    """

    text: str
    span: Span
    value: float
    low: float
    high: float
    unit: str
    counted: tuple[str, ...]

    def agrees(self, other: Figure) -> bool:
        """Whether both may be true of one thing: either is what the other may stand for."""
        return self.low <= other.value <= self.high or other.low <= self.value <= other.high
