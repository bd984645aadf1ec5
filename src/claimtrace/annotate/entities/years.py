"""Which year a sentence gives to an incident or an agreement: not the nearest number, but the one bound to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.wordings import event_words
from claimtrace.model.place import Span
from claimtrace.text.months import MONTHS

_MONTH = rf"(?:{MONTHS})"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]\d)"
_DATE = (  # "early May 2021", "the end of 2020", "12 and 13 May 2017", "May 12, 2017", "the spring of 2015"
    r"(?:(?:(?:the\s+)?(?:beginning|start|middle|end|turn)\s+of|early|mid|late)[\s-]+(?:in\s+)?)?"
    r"(?:(?:the\s+)?(?:spring|summer|autumn|winter|fall)(?:\s+of)?\s+"
    rf"|(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:(?:and|to|or)\s+\d{{1,2}}\s+)?(?:of\s+)?)?{_MONTH}(?:\s+\d{{1,2}})?,?\s+))?{_YEAR}"
)
_ON = rf"(?:in|on|during|at|by)\s+{_DATE}"
_THE = r"(?:an?\s+|the\s+)?"
_PLACE = r"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})?"
_BEFORE = re.compile(rf"(?<![-–/\d]){_YEAR}\s+$")
_WITHIN = re.compile(rf"(?<![/\d]){_YEAR}")
_BRACKETS = re.compile(rf"\s*\((?:[A-Z][\w ]{{2,20}},\s+)?(?:{_MONTH}\s+)?{_YEAR}\)")
_OF = re.compile(rf"\s+(?:of|from)\s+{_DATE}")
_WHEN_IT = re.compile(rf"\b(?:[Ss]ince|[Ii]n)\s+{_YEAR},?\s+when\s+(?:the\s+)?$")
_IT_WAS = re.compile(rf"\b[Ii]t\s+was\s+(?:only\s+|not\s+until\s+)?{_ON}\s+that\s+{_THE}$")
_CAME = re.compile(rf"(?i:\b(?:early|late)\s+)?(?i:\b{_ON})\s+(?:came|brought|saw)\s+{_THE}$")
_OPENING = re.compile(rf"(?:^\s*|^[^.;:]{{3,60}},\s+)(?i:{_ON}),?\s+{_THE}$")
_OPENS = re.compile(rf"\s*(?i:{_ON}),?\s")
_IN = re.compile(rf"(?:\s+for\s+signature)?{_PLACE},?\s+{_ON}")
_STEP = re.compile(rf"\b(?:accession|ratification|withdrawal|membership|adherence|exit)\s+(?:to|of|from|in)\s+{_THE}$")
_AFTER = re.compile(rf"\s*(?:After|Before|Following|Since)\s+{_THE}")
_MANY = re.compile(
    r"\b(?:states|countries|nations|parties|powers|governments|members|negotiators|delegates|all|both"
    r"|(?:\w+\s)?(?:Assembly|Council|Conference|Union))\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """What is to be dated, and whether it is an agreement, one of few states, or a deed without a name."""

    span: Span
    sentence: Span
    agreement: bool
    of_few: bool
    told: bool = False


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
    if what.agreement and _STEP.search(before):
        return None
    found = (
        _BEFORE.search(before)
        or _WITHIN.search(text, span.start, span.end)
        or _BRACKETS.match(behind)
        or _OF.match(behind)
        or next((told for form in _told(what.agreement) if (told := form.match(behind))), None)
        or _WHEN_IT.search(before)
        or _IT_WAS.search(before)
        or _CAME.search(before)
        or (_by_many(behind) if what.agreement else None)
        or (_by_its_opening(before, behind, what) if start == sentence.start else None)
    )
    if not found and _dates_itself(before, what):
        found = _IN.match(behind)
    return int(found["year"]) if found else None


def _by_its_opening(before: str, behind: str, what: Dated) -> re.Match[str] | None:
    """A date with which the sentence begins: "Signed in 2015, the ...", "In 2017 the ... struck"."""
    if what.told:
        return _OPENS.match(before)
    found = _participle().match(before) or (_made(what.agreement).match(before) if _is_made(before, what) else None)
    return found or (_OPENING.match(before) if _occurs(behind) else None)


def _by_many(behind: str) -> re.Match[str] | None:
    """Who made an agreement between "which" and the year: "which 195 states adopted in 2015"; one state only joins."""
    found = _which_many().match(behind)
    return found if found and _MANY.search(found["who"]) else None


@cache
def _participle() -> re.Pattern[str]:
    made = "Signed|Adopted|Concluded|Agreed|Launched|Drafted|Published|Discovered|Uncovered|Disclosed|Seen|Detected"
    return re.compile(
        rf"^\s*(?:First\s+)?(?:{made}|Opened\s+for\s+signature|Negotiated|Noticed|Spotted|Unleashed){_PLACE}\s+{_ON},?\s+{_THE}$"
    )


@cache
def _made(agreement: bool) -> re.Pattern[str]:
    verbs = event_words("maker") if agreement else event_words("did")
    return re.compile(
        rf"^\s*(?i:{_ON}),?\s+[^;:]{{3,90}}?\b(?:{verbs})\s+(?:(?:the|an?|its|their|both)\s+)*(?:\w+\s+)?$"
    )


def _is_made(before: str, what: Dated) -> bool:
    """Whether the words before a name may tell of its making: one of several states that sign only joins."""
    return not what.agreement or what.of_few or not re.search(r"\bsign(?:s|ed)\b", before)


@cache
def _which_many() -> re.Pattern[str]:
    return re.compile(
        rf",?\s+(?:which|that)\s+(?P<who>[^,.;:]{{3,60}}?)\s+(?:{event_words('made')})\b[^,.;:]{{0,20}}?\s{_ON}"
    )


@cache
def _told(agreement: bool) -> tuple[re.Pattern[str], ...]:
    """What tells of it ("which spread in May 2017", "signed in 2015"); by whom it was signed then is another thing."""
    link = r"(?:,?\s+(?:which|that)|,)?\s+(?:(?:had|has|was|were|been|first|publicly|only|finally|long)\s+)*"
    gap = r"(?:(?!\bby\b)[^,.;:]){0,40}?" if agreement else r"[^,.;:]{0,60}?"
    done = event_words("made") if agreement else f"{event_words('occurred')}|{event_words('public')}"
    verb = rf"{link}(?:{done})\b{gap}\s(?:in|on|during|at|by|between)\s+{_DATE}"
    goes_back = rf"\s+(?:dates?|dated|dating|goes|go|went)(?:\s+back)?\s+(?:from|to)\s+{_DATE}"
    what = rf"(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:{event_words('event')})"
    noun = rf",?\s+{what}\s+(?:[^,.;:]{{0,40}}?\b(?:{done})\b{gap}\s)?(?:of|in|from|between)\s+{_DATE}"
    by_all = rf",\s+(?:{event_words('agreed')})\s+(?:by|between)\s[^.,;:]{{2,60}}?\s{_ON}"
    found = rf",\s+which\s+[^,.;:]{{3,60}}?\s(?:{event_words('public')}|stumbled\s+upon)\s[^,.;:]{{0,20}}?{_ON}"
    since = rf",\s+[^,.;:]{{3,80}}?\bsince\s+{_DATE}"
    forms = (verb, goes_back, noun, by_all) if agreement else (verb, goes_back, noun, found, since)
    return tuple(map(re.compile, forms))


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
        return not _later().search(before) or bool(_AFTER.fullmatch(before))
    if re.search(r"\bsign(?:s|ed)\b[^,;:]{0,30}$", before):
        return what.of_few
    return bool(_makers().search(before)) or not before.strip(" \t\nTthe“(")
