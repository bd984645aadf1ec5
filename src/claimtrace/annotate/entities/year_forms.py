"""The forms in which sentences give a year to what they name; the words in them lie in ``event_words.tsv``.

Each expression has the year in its group ``year``. Those for what stands before a name end at it (``search``), those
for what stands behind begin at it (``match``).
"""

from __future__ import annotations

import re
from functools import cache

from claimtrace.knowledge.months import date_told
from claimtrace.knowledge.wordings import event_words, name_heads

DATE = date_told()
ON = rf"(?:in|on|during|at|by)\s+{DATE}"
THE = r"(?:an?\s+|the\s+)?"
_TIME = "in|on|by|since|until|till|before|after|during|from|to|for|than|around|about"
_PLACE = r"(?:\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})?"
_OBJECT = r"\s+(?:(?:the|an?|its|their|both)\s+)*(?:\w+\s+)?$"
_ON_OPENING = rf"(?i:(?:(?:back|early|late|only|later)\s+)?(?:in|on|during|at|by|as\s+early\s+as)\s+){DATE}"

BEFORE = re.compile(rf"(?<![-–/\d]){DATE}(?:['’]s)?\s+$")
IN_BEFORE = re.compile(rf"\b(?i:{_TIME}|between\s+\d{{4}}\s+and)\s+(?!the\s){DATE}\s+$")
WITHIN = re.compile(rf"(?<![/\d]){DATE}")
BRACKETS = re.compile(rf"\s*[(\[](?:(?P<place>[A-Z][\w ]{{2,20}}),\s+)?{DATE}(?:[)\]]|[,;]\s)")
OF = re.compile(rf"\s+(?:of|from)\s+{DATE}")
IN = re.compile(rf"(?:\s+for\s+signature)?{_PLACE},?\s+{ON}")
SINCE = re.compile(rf",\s+[^,.;:]{{3,80}}?\bsince\s+{DATE}")
TOLD_BEFORE = (
    # since 2017, when X; it was in 2017 that X; in 2017 came X; 2017 was the year of X
    re.compile(rf"\b(?:[Ss]ince|[Ii]n)\s+{DATE},?\s+when\s+(?:the\s+)?$"),
    re.compile(
        rf"\b[Ii]t\s+was\s+(?:only\s+|not\s+until\s+)?(?:(?:in|on|during|at)\s+)?{DATE}\s+(?:that|when)\s+{THE}$"
    ),
    re.compile(
        rf"(?:\b(?i:(?:(?:early|late)\s+)?(?:in|on|during|at)|the\s+year)\s+|^\s*){DATE}\s+(?:came|brought|saw)\s+{THE}$"
    ),
    re.compile(rf"\b{DATE}\s+(?:was|is)\s+the\s+year\s+(?:of|when|in\s+which|that)\s+{THE}$"),
)
OPENING = re.compile(rf"(?:^\s*|^[^.;:]{{3,60}},\s+){_ON_OPENING},?\s+{THE}$")
OPENS = re.compile(rf"\s*{_ON_OPENING},?\s")


@cache
def head() -> re.Pattern[str]:
    """The noun of what is named, where it is no part of the name: "the NotPetya malware attack"."""
    modifiers = "|".join(re.escape(word) for word in name_heads("modifier") + name_heads("code"))
    return re.compile(rf"(?:\s+(?:(?:{modifiers})\s+)?(?:{event_words('event')}))\b")


@cache
def about() -> re.Pattern[str]:
    """A thing with a date of its own, named after the event: "the 2018 WannaCry report"."""
    return re.compile(rf"\s+(?:(?!and\b|or\b|of\b|in\b)[\w-]+\s+)?(?:{event_words('apart')})\b")


@cache
def apart() -> re.Pattern[str]:
    """The same before the name: "the report on", "an anniversary of"."""
    link = "of|for|on|about|into|over|from|after|to"
    return re.compile(rf"\b(?:{event_words('apart')})\s+(?:{link})\s+{THE}$", re.IGNORECASE)


@cache
def unreal() -> re.Pattern[str]:
    """What never was: "had it struck in 2015", "it is wrongly said that it struck in 2015"."""
    return re.compile(
        rf"(?:^|[\s,;])(?:{event_words('unreal')})\s+{THE}$|\b(?:{event_words('wrongly')})\b", re.IGNORECASE
    )


@cache
def named_before() -> tuple[re.Pattern[str], ...]:
    """An incident told with its date and then named: "an attack in 2017, later called", "the 2017 outbreak of"."""
    event = rf"\b(?:{event_words('event')})"
    named = rf"(?:\s+(?:later|since|now|widely|better|also|first)){{0,2}}\s+(?:{event_words('named')})(?:\s+as)?"
    opens = rf"\s+[“\"‘]?{THE}$"
    behind = rf"{event}(?:\s+[\w-]+){{0,4}}?\s+(?:of|in|from)\s+{DATE},?{named}{opens}"
    before = rf"(?<![-–/\d])\b{DATE}\s+(?:[\w-]+\s+){{0,2}}?{event}(?:,?{named}|\s+(?:of|with|by|using))?{opens}"
    return re.compile(behind), re.compile(before)


@cache
def opening() -> tuple[re.Pattern[str], ...]:
    """The beginning of a sentence up to the name, by a word of what befell it: "Signed in Paris in 2015, the"."""
    first = rf"^\s*(?:First\s+)?(?:{event_words('opening')}){_PLACE}\s+{ON},?\s+{THE}$"
    its = rf"^\s*(?:Since|After|Following|Until|With)\s+its\s+(?:{event_words('happening')})\s+{ON},?\s+{THE}$"
    return re.compile(first), re.compile(its)


@cache
def made(agreement: bool) -> re.Pattern[str]:
    """Who did or made it between a date and the name: "In 2009 two students uncovered", "in 2017 wards were hit by"."""
    verbs = event_words("maker") if agreement else event_words("did")
    if not agreement:
        verbs += rf"|(?:was|were)\s+(?:\w+ly\s+)?(?:{event_words('occurred')})\s+by|fell\s+(?:victim\s+)?to"
    return re.compile(rf"^\s*(?i:{ON}),?\s+[^;:]{{3,90}}?\b(?:{verbs}){_OBJECT}")


@cache
def which_many() -> re.Pattern[str]:
    """Who made an agreement between "which" and the year: "which 195 states adopted in 2015"."""
    return re.compile(
        rf",?\s+(?:which|that)\s+(?P<who>[^,.;:]{{3,60}}?)\s+(?:{event_words('made')})\b[^,.;:]{{0,20}}?\s{ON}"
    )


@cache
def told(agreement: bool) -> tuple[re.Pattern[str], ...]:
    """What tells of it ("which spread in May 2017", "signed in 2015"); by whom it was signed then is another thing."""
    helpers = r"(?:(?:had|has|was|were|been|being|first|publicly|only|finally|initially|originally|long)\s+)*"
    mark = r"(?:\s*[,(–—]\s*|\s+-\s+|\s+)"
    turn = rf"{event_words('later')}|that|which|who|whose|(?:and|but)\s+(?:later\s+)?(?:was|were|is|has|had|[a-z]+ed)"
    gap = rf"(?:(?!\b(?:{f'{turn}|by' if agreement else turn})\b)[^,.;:]){{0,60}}?"
    learnt = f"{event_words('public')}|{event_words('noticed')}"
    done = event_words("made") if agreement else f"{event_words('occurred')}|{learnt}"
    noun = rf"(?:the|an?)\s+(?:[\w-]+\s+){{0,3}}?(?:{event_words('event')})"
    happening = event_words("happening")
    forms = (
        rf"{mark}(?:(?:which|that)\s+)?{helpers}(?:{done})\b{gap}\s{ON}",
        rf"['’]s\s+(?:\w+\s+)?(?:{happening})\s+(?:of|in|from|on)\s+{DATE}",
        rf"['’]s\s+{DATE}\s+(?:{happening})\b",
        rf"(?:,\s+(?:which,?\s+)?|\s+(?:which|that)\s+){ON},?\s+{helpers}(?:{done})\b",
        rf"\s+(?:dates?|dated|dating|goes|go|went)(?:\s+back)?\s+(?:from|to)\s+{DATE}",
        rf"{mark}{noun}\s+(?:[^,.;:]{{0,40}}?\b(?:{done})\b{gap}\s)?(?:of|in|from)\s+{DATE}",
    )
    by_all = rf",\s+(?:{event_words('agreed')})\s+(?:by|between)\s[^.,;:]{{2,60}}?\s{ON}"
    found = rf",\s+which\s+[^,.;:]{{3,60}}?\s(?:{learnt}|stumbled\s+upon)\s[^,.;:]{{0,20}}?{ON}"
    return tuple(map(re.compile, (*forms, by_all if agreement else found)))


@cache
def occurrence() -> re.Pattern[str]:
    """The sentence goes on with what the event did, not with what came of it."""
    done = "|".join(map(event_words, ("occurred", "public", "noticed", "made")))
    return re.compile(
        rf"\s+(?:(?:(?:was|were|had|first|suddenly)\s+)*(?:{done})\b|(?!(?:{event_words('later')})\b)(?:cut|took|made|[a-z]+ed)\b)"
    )


@cache
def makers() -> re.Pattern[str]:
    """Words that make the agreement named behind them."""
    return re.compile(rf"\b(?:{event_words('maker')}|{event_words('making')}){_OBJECT}")


@cache
def later() -> re.Pattern[str]:
    """Words before a name that tell of what came after it."""
    return re.compile(rf"\b(?:{event_words('later')})\b[^,;:]{{0,60}}$", re.IGNORECASE)
