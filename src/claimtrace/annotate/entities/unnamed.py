"""Deeds that are told in words of no list: known by the states that are said to be behind them or hit by them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrace.annotate.entities.deed_words import OPENING
from claimtrace.annotate.entities.open_names import OpenName
from claimtrace.annotate.roles.decision import Decision, Role, decide
from claimtrace.annotate.roles.telling import Name
from claimtrace.annotate.roles.tellings import Telling, tellings
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.claim import Sentence
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span

_SURE, _SURE_ALONE = 0.7, 0.9  # how sure a part must be for a deed to be told by it; where a sentence stands alone
_GENERAL = re.compile(r"\b(?:often|usually|generally|typically|tends? to|may|might|can|could|should|must|would)\b")
_DATED = re.compile(
    r"\b(?i:in|on|of|since|from|by|until|between|early|late)\s+(?:(?:\d{1,2}|[A-Z]\w+|mid|the)\s+){0,3}(?:1[89]|20)\d\d\b"
)
_LONGEST = 160  # characters of a deed
_LINK = re.compile(r"\A\s*(?:(?:of|to|for|with|by|in|on|from|over)\s+)?")
_LOOSE_END = re.compile(
    r"(?:\s+(?:of|to|for|with|by|in|on|at|from|over|against|the|an?|its|their|his|her|several|some|two|three))*\s*\Z"
)
_CLAUSE = re.compile(r"[;:—–]|,(?!\d)|\.(?!\d)|\s(?:and|but|while|which|who|that|when|after|before|because|although)\s")


def unnamed_deeds(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name], told: Sequence[Span]
) -> Iterator[OpenName]:
    """One deed for each telling that names no incident.

    Args:
        text: the paper's text.
        sentences: its sentences in order.
        names: the names of states, bodies and incidents in order.
        told: where incidents are named or told.
    """
    for telling in tellings(text, sentences, names):
        if any(telling.span.overlaps(span) for span in told):
            continue
        sure = _SURE_ALONE if len(telling.sentences) == 1 else _SURE
        decisions = [decision for decision in decide(text, telling.sentences, telling.names) if decision.share >= sure]
        if not _is_told(text, telling, decisions):
            continue
        clause, span = _clause(text, telling, max(decisions, key=lambda decision: decision.share))
        words = " ".join(text[clause.start : clause.end].split())
        why = f"“{words}” tells of a deed without naming it"
        yield OpenName(EntityType.INCIDENT, span, words, None, None, why)


def _is_told(text: str, telling: Telling, decisions: Sequence[Decision]) -> bool:
    """Whether a deed is told: by a word that says that something happened, or by who holds a state responsible for it.

    A deed of which nobody is said to be the author must be told in the sentence of whom it hit.
    """
    behind = [decision for decision in decisions if decision.role is Role.BEHIND]
    hit = [decision.name.span for decision in decisions if decision.role is Role.HIT]
    done = [span for span in telling.sentences if _tells(text, span)]
    if done:
        return bool(behind) or any(span.covers(name) for span in done for name in hit)
    return any(decision.by or decision.denial for decision in behind)


def _tells(text: str, sentence: Span) -> bool:
    """Whether a sentence says that something was done, rather than what is done as a rule or what is spoken of."""
    if _DATED.search(text, sentence.start, sentence.end):
        return bool(_hostile().search(text, sentence.start, sentence.end))
    done = _done().search(text, sentence.start, sentence.end)
    return bool(done) and not _GENERAL.search(text, sentence.start, sentence.end)


def _clause(text: str, telling: Telling, decision: Decision) -> tuple[Span, Span]:
    """The clause of the word for a deed that is nearest to the name of which it is told most surely, and its own words.

    Its own words are those around that word up to other names. Where there is no such word, the clause behind
    that name.
    """
    name = decision.name.span
    told = [span for span in telling.sentences if _tells(text, span)]
    found = (match for span in told for match in _hostile().finditer(text, span.start, span.end))
    signs = [Span(*match.span()) for match in found]
    sign = min(signs, key=lambda span: (abs(span.start - name.start), span.start), default=name)
    sentence = next(span for span in telling.sentences if span.start <= sign.start < span.end)
    start, end = max(sentence.start, sign.start - _LONGEST), min(sentence.end, sign.end + _LONGEST)
    for mark in _CLAUSE.finditer(text, start, sign.start):
        start = mark.end()
    if stop := _CLAUSE.search(text, sign.end, end):
        end = stop.start()
    opening = OPENING.match(text, start, sign.start)
    clause = _trimmed(text, opening.end() if opening else start, end)
    for other in telling.names:
        if other.span.end <= sign.start or other.span == sign:
            start = max(start, other.span.end)
        elif other.span.start >= sign.end:
            end = min(end, other.span.start)
    return clause, _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the words at its ends that lead from or to others: "of", "the"."""
    words = _LOOSE_END.sub("", text[start:end])
    bare = _LINK.sub("", words)
    return Span(start + len(words) - len(bare), start + len(words))


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?i:{alternatives('deed_words', 'done')})(?![\w-])")


@cache
def _hostile() -> re.Pattern[str]:
    words = f"{alternatives('deed_words', 'done')}|{alternatives('role_words', 'hostile')}"
    return re.compile(rf"(?<![\w-])(?i:{words})(?![\w-])")
