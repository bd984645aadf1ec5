"""The lines of a typed reference list cut into entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claimtrace.knowledge.wordings import undated
from claimtrace.text.letters import UPPER

_LABEL = re.compile(r"\s*[\[(]?(\d{1,4})(?:[\])]\.?|\.)\s+\S")
_NAMED = re.compile(rf"(?:[a-z]{{1,4}}\s){{0,2}}[{UPPER}—–_]")
_YEAR = re.compile(rf"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|{undated('no date', 'to come')}", re.IGNORECASE)
_ENDED = re.compile(r"[.)\]”\"]$|(?:https?:|doi)\S*$")
_HANGING = 2  # blanks


def cut_entries(lines: Sequence[str]) -> list[list[str]]:
    """The entries of a stretch of the list: by their labels, by a hanging indent, else by how lines begin and end."""
    if not lines:
        return []
    starts = _labelled(lines) or _hanging(lines) or _by_content(lines)
    bounds = sorted({0, *starts, len(lines)})
    return [list(lines[start:end]) for start, end in pairwise(bounds)]


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def _labelled(lines: Sequence[str]) -> list[int]:
    """Lines whose labels count up; a year at a line's head does not."""
    starts: list[int] = []
    last = 0
    for at, line in enumerate(lines):
        label = _LABEL.match(line)
        if label and (not starts or int(label[1]) in (last + 1, last + 2)):
            starts.append(at)
            last = int(label[1])
    return starts if starts[:1] == [0] else []


def _hanging(lines: Sequence[str]) -> list[int]:
    left = min(indent_of(line) for line in lines)
    starts = [at for at, line in enumerate(lines) if indent_of(line) < left + _HANGING]
    return starts if starts[0] == 0 and len(starts) < len(lines) else []


def _by_content(lines: Sequence[str]) -> list[int]:
    """Lines that begin with a name, have a year near, and stand behind a line that ends as entries do."""
    starts = [0]
    for at, (before, line) in enumerate(pairwise(lines), start=1):
        head = " ".join(lines[at : at + 2])
        if _ENDED.search(before.rstrip()) and _NAMED.match(line.lstrip()) and _YEAR.search(head[:160]):
            starts.append(at)
    return starts
