"""Figures that a text states as facts: counts, shares, sums of money; not years, labels and enumerators."""

from __future__ import annotations

import re

_LABELLED = re.compile(
    r"\b(?:table|figure|fig\.?|section|chapter|page|pp?\.|part|step|article|art\.|rule|note|no\.|version|phase|appendix|"
    r"equation|hypothesis|resolution|regulation|directive|covid|unit|apt|python|level|week|day|question|theme|group)[\s-]*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?<![\w.§#/-])(?:US\$|[$€£¥])?\s?(?P<number>\d{1,3}(?:[,\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<unit>\s?(?:%|per\s?cent\b|percentage points?\b|million\b|billion\b|trillion\b|thousand\b|bn\b|"
    r"m\b(?!\w)))?(?![\w/-]|\.\d)"
)
_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|a|one)[ -](?:thirds?|quarters?|fifths?|tenths?|halves|half)\b"
    r"|\b(?:twice|three times|four times|five times|ten times) (?:as|more|the)\b|\bhalf of (?:the|all)\b"
    r"|\b(?:tens|dozens|hundreds|thousands|millions|billions) of (?:thousands|millions)?\b|\bdoubled\b|"
    r"\btripled\b|\bhalved\b",
    re.IGNORECASE,
)


def states_figure(text: str) -> bool:
    """Whether a sentence states a quantity as a fact, such as "71 per cent", "$10 billion", "443 instructors"."""
    return bool(_WORDS.search(text)) or any(_is_quantity(text, match) for match in _FIGURE.finditer(text))


def _is_quantity(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if match["unit"] or match.group().strip()[:1] in "$€£¥U":
        return True
    if _LABELLED.search(before) or (before.endswith(("(", "[")) and after[:1] in ")]"):
        return False
    number = match["number"].replace(",", "").replace(" ", "")
    if re.fullmatch(r"1[5-9]\d\d|20\d\d", number) and "," not in match["number"]:
        return False
    if re.match(
        r"\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", after
    ):
        return False
    counted = re.match(r"\s+(?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*s\b", after)
    return float(number) >= 10 and bool(counted)
