"""What kind of thing a sentence asserts, and how firmly."""

from __future__ import annotations

import re

from claimtrace.knowledge.wordings import worded
from claimtrace.model.claim import Certainty, ClaimKind
from claimtrace.model.entity import EntityType
from claimtrace.text.quantities import states_figure

_DATE = re.compile(
    r"\b(?:in|since|until|by|from|after|before|during|of|on)\s+(?:(?:early|late|mid-?|the\s+\w+\s+of|spring|summer|autumn|winter|"
    r"\d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December|and)\s+){0,4}"
    r"(?:1[5-9]\d\d|20\d\d)\b|\b(?:between|from)\s+(?:1[5-9]\d\d|20\d\d)\s+(?:and|to)\s+(?:1[5-9]\d\d|20\d\d)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+(?:1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)


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
    kinds: list[ClaimKind] = []
    if own or worded("own", text):
        kinds.append(ClaimKind.OWN)
    if worded("norm", text) or worded("modal", text):
        kinds.append(ClaimKind.NORM)
    if states_figure(text) or worded("study", text):
        kinds.append(ClaimKind.NUMBER)
    if entities & {EntityType.INCIDENT, EntityType.AGREEMENT} or _DATE.search(text):
        kinds.append(ClaimKind.EVENT)
    if (worded("attribution", text) or worded("deed", text)) and entities:
        kinds.append(ClaimKind.ATTRIBUTION)
    if worded("prior-work", text):
        kinds.append(ClaimKind.PRIOR_WORK)
    if worded("causal", text):
        kinds.append(ClaimKind.CAUSAL)
    if quotes:
        kinds.append(ClaimKind.QUOTATION)
    return tuple(kinds)


def certainty(text: str) -> Certainty:
    """Whether a sentence is put as a fact or hedged."""
    return Certainty.HEDGED if worded("hedge", text) else Certainty.STATED
