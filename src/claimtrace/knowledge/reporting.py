"""Verbs that say what somebody holds, found or did."""

from __future__ import annotations

import re
from functools import cache

from claimtrace.knowledge.tables import several, table


@cache
def reporting_verbs(*kinds: str) -> frozenset[str]:
    """The verbs of these kinds ("view", "finding", "deed"), in every form."""
    return frozenset(verb for row in table("reporting_verbs") if row["kind"] in kinds for verb in several(row["verbs"]))


def is_reporting(text: str) -> bool:
    """Whether a text goes on with a verb that says what somebody holds or found ("argues that ...")."""
    match = re.match(r"\s*(?:also|has|have|had|further|rightly|later|first|then)?\s*([a-z]+)", text)
    return match is not None and match.group(1) in reporting_verbs("view", "finding")
