"""Page numbers and ranges as citations and references give them."""

from __future__ import annotations

import re

from claimtrace.text.numbers import roman_value

_SPLIT = re.compile(r"^([A-Za-z]*)(\d+)([A-Za-z]?)$")


def expand_last(first: str, last: str) -> str:
    """The last page written out: "221" and "37" give "237", "45" and "7" give "47"; else ``last`` as it is."""
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        whole = first[: len(first) - len(last)] + last
        return whole if int(whole) >= int(first) else last
    return last


def page_value(page: str | None) -> int | None:
    """A page as a number: arabic ("45"), with a letter before or behind ("D36", "45a"), or roman ("xiv")."""
    if not page:
        return None
    match = _SPLIT.match(page.strip())
    if match:
        return int(match.group(2))
    return roman_value(page.strip())


def page_prefix(page: str | None) -> str:
    """The letters before a page number ("e" of "e1234", "S" of "S12"), lower case; ``""`` without any."""
    match = _SPLIT.match(page.strip()) if page else None
    return match.group(1).casefold() if match else ""
