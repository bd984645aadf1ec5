"""What a person decided about a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DecisionState(StrEnum):
    """What a person made of a finding."""

    DISMISSED = "dismissed"  # it is no fault
    ACCEPTED = "accepted"  # it is one


@dataclass(frozen=True, slots=True)
class FindingKey:
    """What names a finding in every version of its paper, until the passage changes.

    ``passage`` is the sentence or entry around what the finding quotes, in single spaces; ``occurrence`` tells findings
    of one check on equal passages apart, from 1 in the order of the text.
    """

    check: str
    quote: str
    passage: str
    occurrence: int = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a finding."""

    state: DecisionState
    reason: str
