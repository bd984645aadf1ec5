"""What kind of thing a claim asserts."""

from __future__ import annotations

import re

from claimtrace.knowledge.wordings import worded
from claimtrace.model.claim import ClaimKind
from claimtrace.model.entity import EntityType
from claimtrace.text.quantities import states_figure

_DATE = re.compile(
    r"\b(?:in|since|until|by|from|after|before|during|of|on)\s+(?:(?:early|late|mid-?|the\s+\w+\s+of|spring|summer|autumn|winter|"
    r"\d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December|and)\s+){0,4}"
    r"(?:1[5-9]\d\d|20\d\d)\b|\b(?:between|from)\s+(?:1[5-9]\d\d|20\d\d)\s+(?:and|to)\s+(?:1[5-9]\d\d|20\d\d)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+(?:1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)

_EVENTS = {EntityType.INCIDENT, EntityType.AGREEMENT}


def claim_kinds(
    text: str, entities: frozenset[EntityType], *, quotes: bool, own: bool = False
) -> tuple[ClaimKind, ...]:
    """The kinds of a claim.

    Args:
        text: the sentence without its citations.
        entities: the types of the entities that it names.
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
        (ClaimKind.NUMBER, states_figure(text) or worded("study", text)),
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
