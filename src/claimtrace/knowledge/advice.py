"""What reports add to the findings of a check: what to do, what to ask, and what is true where nothing was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.tables import table

_ONE_OR_MANY = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")


@dataclass(frozen=True, slots=True)
class Advice:
    """The record of one check; a field is ``""`` where nobody wrote it.

    Attributes:
        items: what the check judges, in the plural.
        held: what is true where the check found nothing, as the table has it; :meth:`held_of` fills it in.
        advice: what a reader of the report can do about a finding.
        question: what a reviewer may ask the author, once for all findings of the check.
    """

    items: str = ""
    held: str = ""
    advice: str = ""
    question: str = ""

    def held_of(self, number: int) -> str:
        """What is true where the check judged so many items and found nothing; ``""`` where nobody wrote it."""
        words = _ONE_OR_MANY.sub(r"\1" if number == 1 else r"\2", self.held)
        return words.replace("{n}", f"{number:,}")


def advice_on(check: str) -> Advice:
    """The record of a check, by its name; an empty one where there is none."""
    return _records().get(check, Advice())


@cache
def _records() -> dict[str, Advice]:
    return {row["check"]: Advice(row["items"], row["held"], row["advice"], row["question"]) for row in table("advice")}
