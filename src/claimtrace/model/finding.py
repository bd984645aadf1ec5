"""What a check found, how surely, and how much it looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.decision import Decision, DecisionState
from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text


class Severity(StrEnum):
    """How much a finding matters to somebody who decides about the paper."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """How sure a finding is."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: a passage, an entry, a table row, a record of the knowledge base.

    ``span`` is its place in the paper's text, ``None`` for what stands outside the paper.
    """

    kind: str
    text: str
    page: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reviewer should look at; ``quote`` is the passage concerned.

    ``places`` says where on the pages it stands, if that is not in the text. ``cause`` are the words for what it and
    other findings come from, the same in all of them. ``decision`` is what a person made of it.
    """

    id: str
    check: str
    severity: Severity
    verdict: Verdict
    message: str
    page: int | None
    span: Span | None
    quote: str
    evidence: tuple[Evidence, ...] = ()
    citations: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    duplicate: str | None = None
    places: tuple[Box, ...] = ()
    cause: str | None = None
    decision: Decision | None = None

    @property
    def dismissed(self) -> bool:
        """Whether a person decided that it is no fault."""
        return self.decision is not None and self.decision.state is DecisionState.DISMISSED

    def boxes(self, text: Text) -> tuple[Box, ...]:
        """Its places on the pages: those of its span in the paper's text, or else those that it gives."""
        return text.boxes(self.span) if self.span else self.places


class CoverageState(StrEnum):
    """Whether a check was run."""

    RUN = "run"
    SKIPPED = "skipped"
    ABSTAINED = "abstained"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much a check looked at: ``checked`` items judged, ``abstained`` items it could not judge, and why."""

    check: str
    state: CoverageState
    checked: int = 0
    abstained: int = 0
    why: str | None = None
