"""Groups of numbers that may be labels of the reference list: "[3, 7-9]", "(3)", "³,⁷⁻⁹"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.model.place import Span

_BETWEEN = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_DASH = re.compile(r"\s*[-–—−⁻]\s*")
_LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers printed together; ``plain`` is whether they stand where a citation does, not behind a variable."""

    span: Span
    numbers: tuple[int, ...]
    locator: str | None
    plain: bool


def expand(numbers: str) -> tuple[int, ...]:
    """The numbers of "3, 7-9": 3, 7, 8, 9; a range of more than sixty is taken for its two ends."""
    found: list[int] = []
    for part in _BETWEEN.split(numbers):
        ends = [int(end) for end in _DASH.split(part.strip()) if end.isdecimal()]
        if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + _LONGEST_RANGE:
            found.extend(range(ends[0], ends[1] + 1))
        else:
            found.extend(ends)
    return tuple(dict.fromkeys(found))
