"""Incidents that a sentence tells without a name: "Hackers backed by Iran broke into the Albanian parliament in 2022".

The deed itself stands for the incident, and a state or organisation within its words was hit by it. Verbs that may
mean anything count only where the text speaks of computers or of hackers, or where somebody acts who is bound to a
state: a known hacker group, an agency, "hackers working for the X army".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimtrace.annotate.entities.deed_words import Deed, deed_voice, deeds_of, did_it, words_of, written
from claimtrace.annotate.entities.gazetteer import Hit
from claimtrace.annotate.entities.open_names import OpenName
from claimtrace.model.claim import Sentence
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span

_OWN = frozenset(("hacker-group", "agency", "armed-force"))
_MANY = 24  # names looked at in a sentence
_FAR = 110  # characters before a deed that may charge somebody with it
_BEFORE = 50  # characters before a name that may say who comes from there
_BLAME_REACH = 2  # sentences between a deed and who is said to be behind it
_ACCUSED = re.compile(r"\b(?:accus|blam|suspect)\w+\s*$")
_BLAMED_AFTER = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:blam|accus|suspect)\w+\s(?!by\b)[^.;:]{2,50}?\s(?:after|when|over|for)\s+$"
)
_IN = re.compile(r"(?:In|During|Through|With)\s+(?:the\s+)?(?:\d{4}\s+)?")
_BY = re.compile(r"\s*(?:(?:[\w-]+\s+){0,4}?(?:by|of|in|from)\s+)?(?:the\s+)?")
_UNDER = re.compile(r",?\s+(?:under|in|through|as\s+part\s+of|with|using|by)\s+(?:(?!and\b)[\w-]+\s+){0,5}?")


def told_deeds(
    text: str, sentences: Sequence[Sentence], hits: Sequence[Hit], incidents: Sequence[OpenName]
) -> Iterator[OpenName]:
    """The deeds of a paper's sentences; one that an incident with a name did goes by that name.

    Args:
        text: the paper's text.
        sentences: its sentences in order.
        hits: where known names stand, in order.
        incidents: the cyber incidents that have names.
    """
    actors = [hit for hit in hits if _is_actor(hit)]
    signs = sorted([*(named.span for named in incidents), *(hit.span for hit in actors if _is_group(hit))])
    at = 0
    for number, sentence in enumerate(sentences):
        while at < len(actors) and actors[at].span.end <= sentence.span.start:
            at += 1
        here = [hit for hit in actors[at : at + _MANY] if hit.span.end <= sentence.span.end]
        if here:
            around = _around(sentences, number)
            told = _any_within(signs, around) or bool(words_of("cyber").search(text, around.start, around.end))
            named = [name for name in incidents if sentence.span.covers(name.span)]
            reach = _around(sentences, number, 0, _BLAME_REACH)
            later = [hit for hit in actors[at : at + _MANY] if hit.span.end <= reach.end]
            yield from _Telling(text, sentence.span, here, named, told, later).deeds()


def tells_of_another(name: str) -> bool:
    """Whether a deed hit somebody whom the sentence names before it: "its network was breached"."""
    return deed_voice(name) == "P" or bool(words_of("its").search(name))


class _Telling:
    """A sentence with the names in it.

    ``cyber`` says that it or one beside it speaks of hackers and the like; ``later`` are the names up to the end of
    where somebody may be held responsible.
    """

    def __init__(
        self,
        text: str,
        sentence: Span,
        hits: Sequence[Hit],
        named: Sequence[OpenName],
        cyber: bool,
        later: Sequence[Hit],
    ) -> None:
        self._text, self._sentence, self._hits, self._named = text, sentence, hits, named
        self._cyber, self._later = cyber, later
        self._computers = cyber or bool(words_of("computers").search(text, sentence.start, sentence.end))

    def deeds(self) -> Iterator[OpenName]:
        """Its deeds; one whose actor is not told anew is the same incident as the one before it."""
        last: OpenName | None = None
        subjects = [*(name.span for name in self._named), *(hit.span for hit in self._hits if _is_group(hit))]
        for deed in map(self._behind_its_name, deeds_of(self._text, self._sentence, subjects)):
            at = deed.words.start
            if (last and at < last.span.end) or any(name.span.start <= at < name.span.end for name in self._named):
                continue
            acting = [hit for hit in self._hits if deed.actors.covers(hit.span)]
            if not self._counts(deed, acting):
                continue
            name = " ".join(self._text[deed.words.start : deed.words.end].split())
            last = self._by_its_name(deed, OpenName(EntityType.INCIDENT, deed.words, name, None), acting, last)
            yield last

    def _behind_its_name(self, deed: Deed) -> Deed:
        """A deed told in the passive without the name before it: "In the X hack ... were carried off"."""
        for name in self._named:
            if (
                deed.passive
                and deed.words.covers(name.span)
                and _IN.fullmatch(self._text, deed.words.start, name.span.start)
            ):
                words = self._text[name.span.end : deed.words.end].lstrip(" ,\n")
                return replace(deed, words=Span(deed.words.end - len(words), deed.words.end))
        return deed

    def _counts(self, deed: Deed, acting: Sequence[Hit]) -> bool:
        """Whether the words tell of a deed, and of whom it hit or who did it."""
        bound = self._is_bound(deed, acting)
        acts = bound or self._acts(deed, acting)
        house = bool(self._find("victim", deed.words))
        if deed.kind == "suffered" and self._find("finder", deed.words):
            return False
        if deed.kind == "hack" or (deed.kind == "intrude" and (self._computers or acts or (house and deed.passive))):
            told = True
        else:
            told = (
                self._cyber
                or bound
                or (acts and self._computers)
                or (deed.kind == "noun" and bool(self._find("plain noun", deed.words)))
            )
        hurt = any(deed.words.covers(hit.span) for hit in self._hits) or self._hits_its_own(deed)
        charged = self._is_charged(deed)
        likely = house and (deed.kind in ("intrude", "noun") or self._computers)
        told = told or charged or (likely and self._is_blamed(deed, self._sentence.start))
        blamed = charged or (not self._named and self._is_blamed(deed, deed.words.end))
        return told and (hurt or blamed or (deed.kind in ("hack", "intrude") and acts))

    def _is_bound(self, deed: Deed, acting: Sequence[Hit]) -> bool:
        """Whether an actor acts for itself, or is told or known to be bound to a state."""
        return bool(acting) and (any(map(_is_own, acting)) or bool(self._find("link", deed.actors)))

    def _acts(self, deed: Deed, acting: Sequence[Hit]) -> bool:
        """Whether one of these names makes somebody who does such things: "Iranian hackers", "accused Iran of"."""
        before = self._text[max(self._sentence.start, deed.actors.start - _BEFORE) : deed.actors.start]
        if acting and _ACCUSED.search(before):
            return True
        return any(
            _somebody().match(self._text, hit.span.end, deed.actors.end)
            or _from().search(self._text[max(deed.actors.start, hit.span.start - _BEFORE) : hit.span.start])
            for hit in acting
        )

    def _is_blamed(self, deed: Deed, start: int) -> bool:
        """Whether somebody is held responsible around or behind the deed: "... was wiped. Prague blamed Russia."."""
        named = [hit.span for hit in self._later if hit.span.start >= start and not deed.words.covers(hit.span)]
        return bool(named) and bool(self._find("blame", Span(start, named[-1].end)))

    def _is_charged(self, deed: Deed) -> bool:
        """Whether the words before charge somebody with it: "is behind the theft from", "blamed X after Y was hit"."""
        before = self._text[max(self._sentence.start, deed.words.start - _FAR) : deed.words.start]
        return bool(_charged_with().search(before) if deed.kind == "noun" else _BLAMED_AFTER.search(before))

    def _hits_its_own(self, deed: Deed) -> bool:
        """Whether whom it hit is named before it: "the ministry admitted that its network was breached"."""
        if self._hits[0].span.end >= deed.words.start:
            return False
        return bool(self._find("its", deed.words) or self._find("admits", Span(self._sentence.start, deed.words.start)))

    def _by_its_name(self, deed: Deed, told: OpenName, acting: Sequence[Hit], last: OpenName | None) -> OpenName:
        """The deed under the name of its incident: "Stuxnet struck ...", "was hit by NotPetya", "in Operation X"."""
        for name in self._named:
            start, end = name.span.start, name.span.end
            if not deed.words.overlaps(name.span) and (
                _UNDER.fullmatch(self._text, deed.words.end, start)
                or (deed.passive and _BY.fullmatch(self._text, deed.words.end, start))
                or (deed.passive and not self._text[end : deed.words.start].strip(" ,\n") and end <= deed.words.start)
                or (
                    not deed.passive
                    and deed.actors.covers(name.span)
                    and (
                        not any(hit.span.start > end for hit in acting)
                        or did_it(self._text, name.span, deed.words.start)
                    )
                )
            ):
                why = f"“{told.name}” tells of {name.name}, which is named beside it"
                return replace(name, span=deed.words, year=None, why=why)
        if last and not deed.passive and not any(hit.span.start >= last.span.end for hit in acting):
            return replace(last, span=deed.words)
        return told

    def _find(self, kind: str, where: Span) -> re.Match[str] | None:
        return words_of(kind).search(self._text, where.start, where.end)


def _is_actor(hit: Hit) -> bool:
    return hit.record is not None and hit.record.type in (EntityType.STATE, EntityType.ORGANIZATION)


def _is_group(hit: Hit) -> bool:
    return hit.record is not None and "hacker-group" in hit.record.kind


def _is_own(hit: Hit) -> bool:
    """Whether an actor acts for itself or is known to be tied to a state: a hacker group, an agency, an army."""
    return hit.record is not None and bool(_OWN & set(hit.record.kind))


def _around(sentences: Sequence[Sentence], at: int, before: int = 1, behind: int = 1) -> Span:
    """A sentence with those beside it in its paragraph."""
    near = [s.span for s in sentences[max(0, at - before) : at + behind + 1] if s.block == sentences[at].block]
    return Span(near[0].start, near[-1].end)


def _any_within(spans: Sequence[Span], around: Span) -> bool:
    at = bisect_left(spans, Span(around.start, around.start))
    return at < len(spans) and spans[at].start < around.end


@cache
def _charged_with() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{written('charged with')})$")


@cache
def _somebody() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?(?:[ -][\w'’-]+){{0,4}}?[ -](?:{written('actor')})(?![\w-])")


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{written('actor')})\s+(?:in|from|based\s+in)\s+(?:\w+\s+)?$")
