"""Incidents that a sentence tells without a name: "Hackers backed by Iran broke into the Albanian parliament in 2022".

The deed itself stands for the incident: its verb with what it was done to. Only deeds of a state, of somebody bound to
one, or of a known hacker group are taken; "Russian hackers" alone are bound to no state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrace.annotate.entities.gazetteer import Hit
from claimtrace.annotate.entities.open_names import OpenName
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.claim import Sentence
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span

_ACTORS = (EntityType.STATE, EntityType.ORGANIZATION)
_OWN = frozenset(("hacker-group", "agency", "armed-force"))
_ENDS = re.compile(
    r"[.;:(—]|,(?!\s+(?:(?:and\s+)?(?:the\s+)?[A-Z]))|\s(?:in\s+(?:early|late|mid|the\s+\w+\s+of|[A-Z][a-z]+\s+\d|\d)|since|during|between|after|before|by|using|via|through|with|while|which|that|who|when|"
    r"as|throughout|until|from\s+\d|over|and\s+(?:\w+ed|stole|took|made))(?:\s|(?<=\d))"
)
_LONGEST = 110  # characters of a deed
_BETWEEN = 70  # characters from an actor to the verb
_PASSIVE = re.compile(r"\s+by\s+(?:[\w-]+\s+){0,6}?")


def deed_voice(name: str) -> str | None:
    """Whether the name of an incident is a deed told in the active ("A") or the passive voice ("P")."""
    if _deed().match(f"{name} "):
        return "A"
    return "P" if re.search(rf"{_was_done().pattern}$", name) else None


def told_deeds(text: str, sentences: Sequence[Sentence], hits: Sequence[Hit]) -> Iterator[OpenName]:
    """The deeds of a paper's sentences, active and passive."""
    actors = [hit for hit in hits if hit.record is not None and hit.record.type in _ACTORS]
    at = 0
    for sentence in sentences:
        while at < len(actors) and actors[at].span.end <= sentence.span.start:
            at += 1
        here = [hit for hit in actors[at : at + 12] if hit.span.end <= sentence.span.end]
        if here:
            yield from _active(text, sentence.span, here)
            yield from _passive(text, sentence.span, here)


@cache
def _words(kind: str) -> str:
    return alternatives("deed_words", kind).replace(" ", r"\s+")


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{_words('did')})|(?:{_words('with')})\s+(?:{_words('what')}))\s")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words('link')})(?![\w-])", re.IGNORECASE)


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('plain')}|(?:{_words('with')})\s+(?:{_words('what')}))\s")


@cache
def _was_done() -> re.Pattern[str]:
    done = (
        r"hacked|breached|penetrated|infiltrated|compromised|spied\s+on|defaced|targeted|attacked|infected|hit|struck"
    )
    return re.compile(rf"\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:{done})\b")


def _active(text: str, sentence: Span, actors: Sequence[Hit]) -> Iterator[OpenName]:
    for match in _deed().finditer(text, sentence.start, sentence.end):
        before = [hit for hit in actors if hit.span.end <= match.start()]
        if not before or match.start() - before[-1].span.end > _BETWEEN:
            continue
        actor = before[-1]
        between = text[actor.span.end : match.start()]
        if re.search(r"[.;:]|\b(?:was|were|been|be|to)\s+$", between):
            continue
        around = text[max(sentence.start, actor.span.start - 50) : match.start()]
        alone = re.fullmatch(r"(?:\s+(?:has|have|had|\w+ly|also|first|later|then))*\s+", between)
        if not (_is_own(actor) or _link().search(around) or (alone and _plain().match(text, match.start()))):
            continue
        end = _ENDS.search(text, match.end(), min(sentence.end, match.start() + _LONGEST))
        span = Span(match.start(), end.start() if end else min(sentence.end, match.start() + _LONGEST))
        if any(span.covers(hit.span) for hit in actors):
            yield OpenName(EntityType.INCIDENT, span, " ".join(text[span.start : span.end].split()), None)


def _passive(text: str, sentence: Span, actors: Sequence[Hit]) -> Iterator[OpenName]:
    """The Albanian parliament was hacked by ...: the clause before "by" stands for the incident."""
    for match in _was_done().finditer(text, sentence.start, sentence.end):
        by = _PASSIVE.match(text, match.end(), sentence.end)
        hit = next((hit for hit in actors if by and match.end() < hit.span.start <= by.end() + _BETWEEN), None)
        if hit is None or not (_is_own(hit) or _link().search(text, match.end(), min(sentence.end, hit.span.end + 40))):
            continue
        clause = max(text.rfind(sign, sentence.start, match.start()) for sign in ",;:") + 1
        start = max(sentence.start, clause, match.start() - _LONGEST)
        span = Span(start + len(text[start : match.end()]) - len(text[start : match.end()].lstrip()), match.end())
        if any(span.covers(other.span) for other in actors):
            yield OpenName(EntityType.INCIDENT, span, " ".join(text[span.start : span.end].split()), None)


def _is_own(hit: Hit) -> bool:
    """Whether an actor acts for itself or is known to be tied to a state: a hacker group, an agency, an army."""
    return hit.record is not None and bool(_OWN & set(hit.record.kind))
