"""What kind of thing a claim asserts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrace.knowledge.months import english_months
from claimtrace.knowledge.wordings import worded
from claimtrace.model.claim import ClaimKind, Figure
from claimtrace.model.entity import EntityType

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTHS = "|".join(english_months())
_DATE = re.compile(
    r"\b(?:in|since|until|by|from|after|before|during|of|on)\s+(?:(?:early|late|mid-?|the\s+\w+\s+of|"
    rf"spring|summer|autumn|winter|\d{{1,2}}|{_MONTHS}|and)\s+){{0,4}}{_YEAR}\b"
    rf"|\b(?:between|from)\s+{_YEAR}\s+(?:and|to)\s+{_YEAR}\b|\b(?:{_MONTHS})\s+{_YEAR}\b",
    re.IGNORECASE,
)
_COUNTED = 10  # fewer are told, not counted
_EVENTS = {EntityType.INCIDENT, EntityType.AGREEMENT}


def claim_kinds(
    text: str, entities: frozenset[EntityType], figures: Sequence[Figure] = (), *, quotes: bool, own: bool = False
) -> tuple[ClaimKind, ...]:
    """The kinds of a claim.

    Args:
        text: the sentence without its citations.
        entities: the types of the entities that it names.
        figures: the figures that it gives.
        quotes: whether it holds a quotation.
        own: whether it begins with a name of the paper's own work or authors.
    """
    mine = own or worded("own", text)
    deed = bool(entities) and (worded("attribution", text) or worded("deed", text))
    view = worded("view", text) and not mine
    tests = (
        (ClaimKind.OWN, mine),
        (ClaimKind.AIM, mine and worded("aim", text)),
        (ClaimKind.METHOD, mine and worded("method", text)),
        (ClaimKind.RESULT, mine and worded("result", text)),
        (ClaimKind.NORM, worded("norm", text) or worded("modal", text)),
        (ClaimKind.PREDICTION, worded("prediction", text)),
        (ClaimKind.NUMBER, _counts(text, figures) or worded("study", text)),
        (ClaimKind.EVENT, bool(entities & _EVENTS or _DATE.search(text))),
        (ClaimKind.ATTRIBUTION, deed or view),
        (ClaimKind.DEED, deed),
        (ClaimKind.VIEW, view),
        (ClaimKind.PRIOR_WORK, worded("prior-work", text)),
        (ClaimKind.CAUSAL, worded("causal", text)),
        (ClaimKind.COMPARISON, worded("comparison", text)),
        (ClaimKind.DEFINITION, worded("definition", text)),
        (ClaimKind.QUOTATION, quotes),
    )
    return tuple(kind for kind, holds in tests if holds)


def _counts(text: str, figures: Sequence[Figure]) -> bool:
    """Whether a sentence states a quantity as a fact: a share, a sum, a count, "twice as many"."""
    told = any(figure.unit or (figure.value >= _COUNTED and figure.counted) for figure in figures)
    return told or worded("quantity", text)
