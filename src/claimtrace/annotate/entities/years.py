"""Which year a sentence gives to an incident or an agreement: not the nearest number, but the one bound to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.months import date_told
from claimtrace.knowledge.places import place_names
from claimtrace.knowledge.wordings import event_words
from claimtrace.model.place import Span

_DATE = date_told()
_ON = rf"(?:in|on|during|at|by)\s+{_DATE}"
_THE = r"(?:an?\s+|the\s+)?"
_PLACE = r"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})?"
_BEFORE = re.compile(rf"(?<![-–/\d]){_DATE}(?:['’]s)?\s+$")
_TIME = "in|on|by|since|until|till|before|after|during|from|to|for|than|around|about"
_IN_BEFORE = re.compile(rf"\b(?i:{_TIME})\s+(?!the\s){_DATE}\s+$")
_WITHIN = re.compile(rf"(?<![/\d]){_DATE}")
_BRACKETS = re.compile(rf"\s*[(\[](?:(?P<place>[A-Z][\w ]{{2,20}}),\s+)?{_DATE}(?:[)\]]|[,;]\s)")
_OF = re.compile(rf"\s+(?:of|from)\s+{_DATE}")
_WHEN_IT = re.compile(rf"\b(?:[Ss]ince|[Ii]n)\s+{_DATE},?\s+when\s+(?:the\s+)?$")
_IT_WAS = re.compile(
    rf"\b[Ii]t\s+was\s+(?:only\s+|not\s+until\s+)?(?:(?:in|on|during|at)\s+)?{_DATE}\s+(?:that|when)\s+{_THE}$"
)
_CAME = re.compile(
    rf"(?:\b(?i:(?:(?:early|late)\s+)?(?:in|on|during|at)|the\s+year)\s+|^\s*){_DATE}\s+(?:came|brought|saw)\s+{_THE}$"
)
_YEAR_OF = re.compile(rf"\b{_DATE}\s+(?:was|is)\s+the\s+year\s+(?:of|when|in\s+which|that)\s+{_THE}$")
_OPENING = re.compile(rf"(?:^\s*|^[^.;:]{{3,60}},\s+)(?i:{_ON}),?\s+{_THE}$")
_OPENS = re.compile(rf"\s*(?i:{_ON}),?\s")
_IN = re.compile(rf"(?:\s+for\s+signature)?{_PLACE},?\s+{_ON}")
_STEP = re.compile(rf"\b(?:accession|ratification|withdrawal|membership|adherence|exit)\s+(?:to|of|from|in)\s+{_THE}$")
_AFTER = re.compile(rf"\s*(?:[Aa]fter|[Bb]efore|[Ff]ollowing|[Ss]ince|[Ww]hen)\s+{_THE}")
_YEARS_AFTER = re.compile(rf"\b(?:years?|decades?|months?)\s+(?:after|since|before)\s+{_THE}$")
_OF_ANOTHER = re.compile(rf"(?<!party)(?<!signatory)(?<!signatories)\s(?:to|on)\s+{_THE}$")
_HOLDS = re.compile(r"['’]s\b(?!\s+own)")
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


@dataclass(frozen=True, slots=True)
class GivenYear:
    """A year, and where it is printed."""

    year: int
    span: Span


def year_given(text: str, what: Dated, others: Iterable[Span]) -> GivenYear | None:
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
    head = _head().match(text, span.end, end)
    behind_from = head.end() if head else span.end
    before, behind = text[start : span.start], text[behind_from:end]
    if what.agreement and _STEP.search(before):
        return None
    found = (
        _just_before(before, behind)
        or _WITHIN.search(text, span.start, span.end)
        or _just_behind(before, behind)
        or _told_behind(before, behind, what)
        or next((told for form in _told_before(what.agreement) if (told := form.search(before))), None)
        or (_by_many(behind) if what.agreement else None)
        or (_by_its_opening(before, behind, what) if start == sentence.start else None)
        or (_IN.match(behind) if _dates_itself(before, what) else None)
    )
    if not found:
        return None
    offset = 0 if found.string is text else start if found.string is before else behind_from
    return GivenYear(int(found["year"]), Span(offset + found.start("year"), offset + found.end("year")))


def _just_before(before: str, behind: str) -> re.Match[str] | None:
    """The year is a part of the name: "the 2017 NotPetya attack", but not "the 2018 NotPetya report"."""
    found = _BEFORE.search(before)
    return None if _IN_BEFORE.search(before) or _HOLDS.match(behind) or _about().match(behind) else found


def _just_behind(before: str, behind: str) -> re.Match[str] | None:
    """ "(2017)", "of 2017": a date of the name right before it, and not of what it is named in."""
    if _apart().search(before) or _OF_ANOTHER.search(before):
        return None
    found = None if _YEARS_AFTER.search(before) else _BRACKETS.match(behind)
    if found and found["place"] and found["place"] not in place_names():
        found = None
    return found or _OF.match(behind)


def _told_behind(before: str, behind: str, what: Dated) -> re.Match[str] | None:
    if _apart().search(before):
        return None
    return next((told for form in _told(what.agreement) if (told := form.match(behind))), None)


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
def _head() -> re.Pattern[str]:
    """The noun of what is named, where it is no part of the name: "the Log4Shell flaw"."""
    return re.compile(rf"(?:\s+(?:[a-z-]+\s+)?(?:{event_words('event')}))\b")


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?!and\b|or\b|of\b|in\b)[\w-]+\s+)?(?:{event_words('apart')})\b")


@cache
def _apart() -> re.Pattern[str]:
    """A thing with a date of its own that the name belongs to: "the report on", "an anniversary of"."""
    link = "of|for|on|about|into|over|from|after|to"
    return re.compile(rf"\b(?:{event_words('apart')})\s+(?:{link})\s+{_THE}$", re.IGNORECASE)


@cache
def _participle() -> re.Pattern[str]:
    made = "Signed|Adopted|Concluded|Agreed|Launched|Drafted|Published|Discovered|Uncovered|Disclosed|Seen|Detected"
    return re.compile(
        rf"^\s*(?:First\s+)?(?:{made}|Opened\s+for\s+signature|Negotiated|Noticed|Spotted|Unleashed){_PLACE}\s+{_ON},?\s+{_THE}$"
    )


@cache
def _told_before(agreement: bool) -> tuple[re.Pattern[str], ...]:
    """A date told before the name in words that bind it: "it was in 2017 that", "the 2017 attack known as"."""
    if agreement:
        return (_WHEN_IT, _IT_WAS, _CAME, _YEAR_OF)
    event = rf"\b(?:{event_words('event')})"
    named = rf"(?:\s+(?:later|since|now|widely|better|also|first)){{0,2}}\s+(?:{event_words('named')})(?:\s+as)?"
    opens = rf"\s+[“\"‘]?{_THE}$"
    behind = rf"{event}(?:\s+[\w-]+){{0,4}}?\s+(?:of|in|from)\s+{_DATE},?{named}{opens}"
    before = rf"(?<![-–/\d])\b{_DATE}\s+(?:[\w-]+\s+){{0,2}}?{event}(?:,?{named}|\s+(?:of|with|by|using))?{opens}"
    return (_WHEN_IT, _IT_WAS, _CAME, _YEAR_OF, re.compile(behind), re.compile(before))


@cache
def _made(agreement: bool) -> re.Pattern[str]:
    """Who did or made it between a date and the name: "In 2009 two students uncovered", "in 2017 wards were hit by"."""
    verbs = event_words("maker") if agreement else event_words("did")
    if not agreement:
        verbs += rf"|(?:was|were)\s+(?:\w+ly\s+)?(?:{event_words('occurred')})\s+by|fell\s+(?:victim\s+)?to"
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
    helpers = r"(?:(?:had|has|was|were|been|being|first|publicly|only|finally|initially|originally|long)\s+)*"
    link = rf"(?:\s*[,(–—]\s*|\s+)(?:(?:which|that)\s+)?{helpers}"
    turn = rf"(?:{event_words('later')}|(?:and|but)\s+(?:later\s+)?(?:was|were|is|has|had|[a-z]+ed))"
    stop = f"(?:{turn}|by)" if agreement else turn
    gap = rf"(?:(?!\b{stop}\b)[^,.;:]){{0,60}}?"
    done = event_words("made") if agreement else f"{event_words('occurred')}|{event_words('public')}"
    verb = rf"{link}(?:{done})\b{gap}\s{_ON}"
    aside = rf"(?:,\s+(?:which,?\s+)?|\s+(?:which|that)\s+){_ON},?\s+{helpers}(?:{done})\b"
    goes_back = rf"\s+(?:dates?|dated|dating|goes|go|went)(?:\s+back)?\s+(?:from|to)\s+{_DATE}"
    what = rf"(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:{event_words('event')})"
    noun = rf"(?:\s*[,(–—]\s*|\s+){what}\s+(?:[^,.;:]{{0,40}}?\b(?:{done})\b{gap}\s)?(?:of|in|from)\s+{_DATE}"
    by_all = rf",\s+(?:{event_words('agreed')})\s+(?:by|between)\s[^.,;:]{{2,60}}?\s{_ON}"
    found = rf",\s+which\s+[^,.;:]{{3,60}}?\s(?:{event_words('public')}|stumbled\s+upon)\s[^,.;:]{{0,20}}?{_ON}"
    since = rf",\s+[^,.;:]{{3,80}}?\bsince\s+{_DATE}"
    forms = (verb, aside, goes_back, noun, by_all) if agreement else (verb, aside, goes_back, noun, found, since)
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
    made = f"{event_words('maker')}|{event_words('making')}"
    return re.compile(rf"\b(?:{made})\s+(?:(?:the|an?|its|their|both)\s+)*(?:\w+\s+)?$")


@cache
def _later() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{event_words('later')})\b[^,;:]{{0,60}}$", re.IGNORECASE)


def _dates_itself(before: str, what: Dated) -> bool:
    """Whether "in 2015" behind the name dates the thing: the Union adopted it then; who left it then left it."""
    if _apart().search(before) or _YEARS_AFTER.search(before):
        return False
    if not what.agreement:
        return not _later().search(before) or bool(_AFTER.fullmatch(before))
    if re.search(r"\bsign(?:s|ed)\b[^,;:]{0,30}$", before):
        return what.of_few
    return bool(_makers().search(before)) or not before.strip(" \t\nTthe“(")
