"""Which year a sentence gives to an incident or an agreement: not the nearest number, but the one bound to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.wordings import event_words
from claimtrace.model.place import Span

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SEASON = (
    r"(?:(?:early|mid|late)[\s-]+|(?:the\s+)?(?:spring|summer|autumn|winter|fall)\s+of\s+"
    rf"|(?:\d{{1,2}}\s+)?(?:{_MONTHS}),?\s+)?"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]\d)"
_BEFORE = re.compile(rf"(?<![-–/\d]){_YEAR}\s+$")
_OPENING = re.compile(rf"^\s*[Ii]n\s+{_SEASON}{_YEAR},?\s+(?:an?\s+|the\s+)?$")
_WHEN_IT = re.compile(rf"\b(?:[Ss]ince|[Ii]n)\s+{_YEAR},?\s+when\s+(?:the\s+)?$")
_PARTICIPLE = re.compile(
    rf"^\s*(?:First\s+)?(?:Signed|Adopted|Concluded|Agreed|Launched|Drafted|Published|Discovered|Uncovered|Disclosed|Seen|Detected)\s+"
    rf"in\s+{_SEASON}{_YEAR},?\s+(?:an?\s+|the\s+)?$"
)
_WITHIN = re.compile(rf"(?<![/\d]){_YEAR}")
_BRACKETS = re.compile(rf"\s*\((?:(?:{_MONTHS})\s+)?{_YEAR}\)")
_OF = re.compile(rf"\s+(?:of|from)\s+{_SEASON}{_YEAR}")
_IN = re.compile(rf"(?:\s+for\s+signature)?,?\s+(?:in|during)\s+{_SEASON}{_YEAR}")


@dataclass(frozen=True, slots=True)
class Dated:
    """What is to be dated: its name's place and sentence; whether it is an agreement, and one of few states."""

    span: Span
    sentence: Span
    agreement: bool
    of_few: bool


def year_given(text: str, what: Dated, others: Iterable[Span]) -> int | None:
    """The year that a sentence gives to the thing named in it; what stands behind another name is that one's.

    Args:
        text: the paper's text.
        what: the thing and its sentence.
        others: places of other events and of citations, in any order.
    """
    span, sentence = what.span, what.sentence
    near = [other for other in others if other.overlaps(sentence) and not other.overlaps(span)]
    end = min((other.start for other in near if other.start >= span.end), default=sentence.end)
    start = max((other.end for other in near if other.end <= span.start), default=sentence.start)
    before, behind = text[start : span.start], text[span.end : end]
    found = (
        _BEFORE.search(before)
        or _WITHIN.search(text, span.start, span.end)
        or _BRACKETS.match(behind)
        or _OF.match(behind)
        or _told(what.agreement).match(behind)
        or _WHEN_IT.search(before)
        or (_PARTICIPLE.match(before) if start == sentence.start else None)
    )
    if not found and start == sentence.start and _occurs(behind):
        found = _OPENING.match(before)
    if not found and _dates_itself(before, what):
        found = _IN.match(behind)
    return int(found["year"]) if found else None


@cache
def _told(agreement: bool) -> re.Pattern[str]:
    """What tells of it ("which spread in May 2017", "signed in 2015"); by whom it was signed then is another thing."""
    link = r"(?:,?\s+(?:which|that)|,)?\s+(?:(?:had|has|was|were|been|first|publicly|only|finally)\s+)*"
    gap = r"(?:(?!\bby\b)[^,.;:]){0,40}?" if agreement else r"[^,.;:]{0,60}?"
    done = event_words("made") if agreement else f"{event_words('occurred')}|{event_words('public')}"
    verb = rf"{link}(?:{done})\b{gap}\s(?:in|on|between)"
    by_all = rf",\s+(?:{event_words('agreed')})\s+(?:by|between)\s[^.,;:]{{2,60}}?\s(?:in|on)"
    what = rf"(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:{event_words('event')})"
    noun = rf",?\s+{what}\s+(?:(?:{done})\b{gap}\s)?(?:of|in|from|between)"
    since = r",\s+[^,.;:]{3,80}?\bsince"
    forms = (verb, noun, by_all) if agreement else (verb, noun, since)
    return re.compile(rf"(?:{'|'.join(forms)})\s+{_SEASON}{_YEAR}")


@cache
def _occurrence() -> re.Pattern[str]:
    told = f"{event_words('occurred')}|{event_words('public')}|{event_words('made')}"
    return re.compile(
        rf"\s+(?:(?:(?:was|were|had|first|suddenly)\s+)*(?:{told})\b|(?!(?:{event_words('later')})\b)(?:cut|took|made|[a-z]+ed)\b)"
    )


def _occurs(behind: str) -> bool:
    """Whether the sentence goes on with what the event did, not with what came of it."""
    return bool(_occurrence().match(behind))


@cache
def _makers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{event_words('maker')})\s+(?:(?:the|an?|its|their|both)\s+)*(?:\w+\s+)?$")


@cache
def _later() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{event_words('later')})\b[^,;:]{{0,60}}$", re.IGNORECASE)


def _dates_itself(before: str, what: Dated) -> bool:
    """Whether "in 2015" behind the name dates the thing: the Union adopted it then; who left it then left it."""
    if not what.agreement:
        return not _later().search(before)
    if re.search(r"\bsign(?:s|ed)\b[^,;:]{0,30}$", before):
        return what.of_few
    return bool(_makers().search(before)) or not before.strip(" \t\nTthe“(")
