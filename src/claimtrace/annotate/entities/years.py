"""Which year a sentence gives to an incident or an agreement: not the nearest number, but the one bound to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimtrace.annotate.entities import year_forms as forms
from claimtrace.knowledge.places import place_names
from claimtrace.model.place import Span

_STEP = re.compile(
    rf"\b(?:accession|ratification|withdrawal|membership|adherence|exit)\s+(?:to|of|from|in)\s+{forms.THE}$"
)
_AFTER = re.compile(rf"\s*(?:[Aa]fter|[Bb]efore|[Ff]ollowing|[Ss]ince|[Ww]hen)\s+{forms.THE}")
_YEARS_AFTER = re.compile(rf"\b(?:years?|decades?|months?)\s+(?:after|since|before)\s+{forms.THE}$")
_OF_ANOTHER = re.compile(rf"(?<!arty)(?<!ignatory)(?<!ignatories)(?<!arties)\s(?:to|on)\s+{forms.THE}$")
_BELONGING = re.compile(
    rf"\b(?:behind|like|unlike|of|with|by|for|against|over|from|than|including|such\s+as)\s+{forms.THE}$"
)
_SET_OFF = re.compile(r"\s*[,(–—]|\s+-\s|\s+(?:which|that)\b|['’]s\b")
_HOLDS = re.compile(r"['’]s\b(?!\s+own)")
_SIGNS = re.compile(r"\bsign(?:s|ed)\b")
_MANY = re.compile(
    r"\b(?:states|countries|nations|parties|powers|governments|members|negotiators|delegates|all|both"
    r"|(?:\w+\s)?(?:Assembly|Council|Conference|Union))\b"
)
_Found = re.Match[str] | None


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
    head = forms.head().match(text, span.end, end)
    behind_from = head.end() if head else span.end
    before, behind, since_start = text[start : span.start], text[behind_from:end], text[sentence.start : span.start]
    if (what.agreement and _STEP.search(before)) or forms.unreal().search(before):
        return None
    found = (
        _just_before(before, behind)
        or forms.WITHIN.search(text, span.start, span.end)
        or _just_behind(before, behind)
        or _told_behind(before, behind, what)
        or _first(form.search(before) for form in forms.TOLD_BEFORE)
        or (None if what.agreement else _first(form.search(since_start) for form in forms.named_before()))
        or (_by_many(behind) if what.agreement else None)
        or (_by_its_opening(before, behind, what) if start == sentence.start else None)
        or _in(before, behind, what)
    )
    if not found:
        return None
    # a match knows the string that it was found in
    offset = {id(text): 0, id(since_start): sentence.start, id(before): start}.get(id(found.string), behind_from)
    return GivenYear(int(found["year"]), Span(offset + found.start("year"), offset + found.end("year")))


def _first(found: Iterable[_Found]) -> _Found:
    return next((match for match in found if match), None)


def _just_before(before: str, behind: str) -> _Found:
    """The year is a part of the name: "the 2017 NotPetya attack", but not "the 2018 NotPetya report"."""
    if forms.IN_BEFORE.search(before) or _HOLDS.match(behind) or forms.about().match(behind):
        return None
    return forms.BEFORE.search(before)


def _just_behind(before: str, behind: str) -> _Found:
    """A date right behind the name ("(2017)", "of 2017"), and not of what the name belongs to."""
    if forms.apart().search(before) or _OF_ANOTHER.search(before):
        return None
    found = None if _YEARS_AFTER.search(before) else forms.BRACKETS.match(behind)
    if found and found["place"] and found["place"] not in place_names():
        found = None
    return found or forms.OF.match(behind)


def _told_behind(before: str, behind: str, what: Dated) -> _Found:
    """What is told of the name behind it; "the group behind X struck" tells of the group."""
    if forms.apart().search(before) or (_BELONGING.search(before) and not _SET_OFF.match(behind)):
        return None
    return _first(form.match(behind) for form in forms.told(what.agreement))


def _by_many(behind: str) -> _Found:
    """Who made an agreement between "which" and the year; one state only joins."""
    found = forms.which_many().match(behind)
    return found if found and _MANY.search(found["who"]) else None


def _by_its_opening(before: str, behind: str, what: Dated) -> _Found:
    """A date with which the sentence begins: "Signed in 2015, the ...", "In 2017 the ... struck"."""
    if what.told:
        return forms.OPENS.match(before)
    found = _first(form.match(before) for form in forms.opening())
    if not found and (not what.agreement or what.of_few or not _SIGNS.search(before)):
        found = forms.made(what.agreement).match(before)  # one of several states that sign only joins
    return found or (forms.OPENING.match(before) if forms.occurrence().match(behind) else None)


def _in(before: str, behind: str, what: Dated) -> _Found:
    """ "In 2017" behind the name, where it dates what is named; behind "After X," it dates what came then."""
    if not what.agreement and not before.strip(" \t\nTthe") and (found := forms.SINCE.match(behind)):
        return found
    if not _dates_itself(before, what) or (_AFTER.fullmatch(before) and behind.startswith(",")):
        return None
    return forms.IN.match(behind)


def _dates_itself(before: str, what: Dated) -> bool:
    """Whether "in 2015" behind the name dates the thing: the Union adopted it then; who left it then left it."""
    if forms.apart().search(before) or _YEARS_AFTER.search(before):
        return False
    if not what.agreement:
        return not forms.later().search(before) or bool(_AFTER.fullmatch(before))
    if re.search(r"\bsign(?:s|ed)\b[^,;:]{0,30}$", before):
        return what.of_few
    return bool(forms.makers().search(before)) or not before.strip(" \t\nTthe“(")
