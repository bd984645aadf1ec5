"""Incidents that a sentence tells without a name: "Hackers backed by Iran broke into the Albanian parliament in 2022".

The deed itself stands for the incident: its verb with what it was done to ("broke into the Albanian parliament"), in
the passive voice the clause up to the verb ("the Albanian parliament was hacked"). A state or organisation within
these words was hit by it. Verbs that may mean anything count only where the text speaks of computers or of hackers,
or where somebody known acts: a hacker group, an agency, an actor bound to a state.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimtrace.annotate.entities.gazetteer import Hit
from claimtrace.annotate.entities.open_names import OpenName
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.claim import Sentence
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span

_OWN = frozenset(("hacker-group", "agency", "armed-force"))
_LONGEST = 220  # characters of a deed
_REACH = 120  # characters from an actor to the verb
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\s+(?:(?:\w+ly|also|first|then|all|both|later)\s+){0,2}$")
_REDUCED = re.compile(r"\s+(?:[\w-]+\s+){0,3}?by\s+(?!\w+ing\b)")
_NOT_A_VERB = re.compile(
    r"(?:^|[\s(“])(?:the|a|an|this|these|those|its|their|his|her|of|such|some|many|no|newly|previously)\s+$", re.IGNORECASE
)
_BEFORE_PLAIN_FORM = re.compile(
    r"\b(?:who|which|that|to|it|they|and|also|often|still|\w+ly|\w*(?:actors?|groups?|hackers?|gangs?|teams?|crews?"
    r"|malware|units?|operators?|campaigns?))\s+$"
)
_PLAIN_FORM = re.compile(r"(?!was|were|been|hit|struck|hurt|stole|took|sent|cut|shut|got|had|ran|broke|spied|went)\w+?(?<!ed)(?<!ing)(?<!en)$")
_JOINT = re.compile(r"(?:^|,?\s)(?:when|while|because|although|though|if|after|until|but|(?:(?:through|by|in|of|with)\s+)?which)\s+")
_PLAIN_NOUN = re.compile(r"cyber|hack|phishing|spying|espionage|murder|killing|assassination|poisoning|abduction|(?:\w+\s+of\s+)espionage")
_ADMITS = re.compile(r"\b(?:announced|confirmed|admitted|acknowledged|disclosed)\b[^.;:]{0,40}?\sthat\s*$")
_ANY = re.compile(r"(?<![\w-])(?!\w*(?:named|called|attributed|blamed|discovered|linked|tied|based|supposed|believed|claimed|denied|reported"
    r"|remained|emerged|appeared|became|seemed)\b)(?:[a-z]{3,}ed|took|spent|got|made|kept|put|sent|read|drew|hid|lay)(?!\s+by\b)(?![\w-])")
_DID = re.compile(r"(?:,\s[^;:.]*,)?\s+(?:(?:had|has|have|also|then|later|first|reportedly|\w+ly)\s+)*")
_ASIDE = re.compile(r",\s[^;:.]*,\s+(?:(?:had|has|have|also|then|later|is|was|were|are|been|\w+ly)\s+)*$")
_LOOSE_END = re.compile(r"(?:[\s,]+(?:and|or|but|the|an?))*[\s,]*$")
_BY = re.compile(r"\s*(?:(?:[\w-]+\s+){0,4}?(?:by|of|in|from)\s+)?(?:the\s+)?")
_UNDER = re.compile(r",?\s+(?:under|in|through|as\s+part\s+of|with|using|by)\s+(?:(?!and\b)[\w-]+\s+){0,5}?")
_ITS = re.compile(r"\b(?:its|their)\b|\bthe\s+(?:\w+\s+)?(?:ministry|government|parliament|central\s+bank)(?!\s+(?:of|in)\b)")
_NOUN = re.compile(r"\s+(?:on|against|of|at|in|from|by)\s")
_OPENING = re.compile(
    r"(?:In|By|On|Since)\s(?:(?:early|late|mid)[\s-])?(?:[A-Z]\w+\s(?:and\s[A-Z]\w+\s)?)?\d{4},?\s+(?=[A-Z])"
    r"|(?:In|On|By|Since|During|Between|From|After|Before|Throughout|At)\s[^,.;]{2,70}?,\s+"
)
_WHERE = re.compile(r"\s+(?:in|at|of|from|across|belonging\s+to|based\s+in)\s+[^.;:()]*")


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb of a deed with the words that stand for the incident; ``actors`` is where the one who did it may stand."""

    words: Span
    actors: Span
    passive: bool


def deed_voice(name: str) -> str | None:
    """Whether the name of an incident is a deed told in the active ("A") or the passive voice ("P") or as a noun ("N")."""
    if _nouns().match(f"{name} "):
        return "N"
    verb = _verbs().match(f"{name} ")
    if verb and not (_PLAIN_FORM.match(verb.group()) and _NOUN.match(name, verb.end())):
        return "A"
    return "P" if _was_done().search(f"{name} ") else None


def told_deeds(
    text: str, sentences: Sequence[Sentence], hits: Sequence[Hit], incidents: Sequence[OpenName]
) -> Iterator[OpenName]:
    """The deeds of a paper's sentences, active, passive and as nouns.

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
        here = [hit for hit in actors[at : at + 24] if hit.span.end <= sentence.span.end]
        if here:
            around = _around(sentences, number)
            told = bool(_spoken_of("cyber").search(text, around.start, around.end)) or _any_within(signs, around)
            named = [name for name in incidents if sentence.span.covers(name.span)]
            yield from _deeds(text, sentence.span, here, named, told)


def _is_actor(hit: Hit) -> bool:
    return hit.record is not None and hit.record.type in (EntityType.STATE, EntityType.ORGANIZATION)


def _around(sentences: Sequence[Sentence], at: int) -> Span:
    """A sentence with those beside it in its paragraph."""
    near = [s.span for s in sentences[max(0, at - 1) : at + 2] if s.block == sentences[at].block]
    return Span(near[0].start, near[-1].end)


def _any_within(spans: Sequence[Span], around: Span) -> bool:
    at = bisect_left(spans, Span(around.start, around.start))
    return at < len(spans) and spans[at].start < around.end


@cache
def _words(kind: str) -> str:
    return alternatives("deed_words", kind).replace(" ", r"\s+")


@cache
def _verbs() -> re.Pattern[str]:
    deeds = "|".join(f"(?P<{kind}>{_words(kind)})" for kind in ("hack", "intrude", "harm"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<with>(?:{_words('with')})\s+(?:[\w-]+\s+){{0,4}}?{_nouns().pattern})|{deeds})(?![\w-])"
    )


@cache
def _nouns() -> re.Pattern[str]:
    onto = _words("onto")
    return re.compile(
        rf"(?<![\w-])(?:(?:{_words('noun')})(?:\s+of\s+espionage)?\s+(?:{onto})|(?:{_words('taking')})\s+(?:of|from|at|in|{onto}))(?=\s)"
    )


@cache
def _was_done() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{_words('suffered')})(?![\w-])|\b(?:was|were|is|are|been|being|be|got)\s+(?:(?:\w+ly|also|first|then|all|both|later)\s+){{0,2}}"
        rf"(?:{_words('hack')}|{_words('intrude')}|{_words('harm')})\s"
    )


@cache
def _spoken_of(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words(kind)})(?![\w-])")


@cache
def _somebody() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?(?:[ -][\w'’-]+){{0,4}}?[ -](?:{_words('actor')})(?![\w-])")


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words('actor')})\s+(?:in|from|based\s+in)\s+(?:\w+\s+)?$")


@cache
def _suffered() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words('suffered')})(?![\w-])")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(
        r"[.;:(—–“”]|,(?!\d)(?!\s+(?:(?:(?:in|of|at)\s+)?(?:the\s+)?[A-Z]|and\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*(?=[\s.,;])"
        r"(?!\s+(?:\w+\s+){0,3}?(?:\w+ed|was|were|has|had|is)\b)|[\w'’-]+(?:\s+[\w'’-]+){0,2}(?:,|\s+and)\s))"
        rf"|(?<=[\s\d])(?:{_words('ends')})(?=\s)"
    )


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?<!was\s)(?<!were\s)(?<!been\s)(?:{_words('says')})(?![\w-])(?!\s+(?:by|to|of)\b)(?:(?:\s+(?:on|in|by|late|early|last)\s[^,.;:]{{0,25}}?)?\s+that\b)?|^According\s+to\s[^,]*,")


def _deeds(
    text: str, sentence: Span, hits: Sequence[Hit], named: Sequence[OpenName], cyber: bool
) -> Iterator[OpenName]:
    """The deeds of one sentence; one whose actor is not told anew is the same incident as the one before it.

    ``cyber`` says that the sentence or one beside it speaks of hackers and the like.
    """
    computers = cyber or bool(_spoken_of("computers").search(text, sentence.start, sentence.end))
    last: tuple[Span, str] | None = None
    subjects = [*(name.span for name in named), *(hit.span for hit in hits if _is_group(hit))]
    for deed, kind in _told(text, sentence, subjects):
        if last and deed.words.start < last[0].end:
            continue
        acting = [hit for hit in hits if deed.actors.covers(hit.span)]
        hurt = [hit for hit in hits if deed.words.covers(hit.span)]
        zone = text[deed.actors.start : deed.actors.end]
        bound = any(map(_is_own, acting)) or (bool(acting) and bool(_spoken_of("link").search(zone)))
        acts = bound or _acts(text, deed, acting)
        told = {"hack": True, "intrude": computers or acts, "noun": cyber or _tells(text, deed)}.get(kind, cyber)
        own = hits[0].span.end < deed.words.start and (
            _ITS.search(text, deed.words.start, deed.words.end) or _ADMITS.search(text, sentence.start, deed.words.start)
        )
        if not (told or bound) or not (hurt or own or (kind in ("hack", "intrude") and acts)):
            continue
        name = " ".join(text[deed.words.start : deed.words.end].split())
        if last and not deed.passive and not any(hit.span.start >= last[0].end for hit in acting):
            name = last[1]
        last = (deed.words, name)
        whose = _whose(text, deed, named, acting)
        if whose:
            why = f"“{name}” tells of {whose.name}, which is named beside it"
            yield replace(whose, span=deed.words, year=None, why=why)
        else:
            yield OpenName(EntityType.INCIDENT, deed.words, name, None)


def _whose(text: str, deed: _Deed, named: Sequence[OpenName], acting: Sequence[Hit]) -> OpenName | None:
    """The incident with a name whose deed this is: "Stuxnet struck ...", "was hit by NotPetya", "... in Operation X"."""
    for name in named:
        start, end = name.span.start, name.span.end
        if deed.words.overlaps(name.span):
            continue
        if deed.passive and _BY.fullmatch(text, deed.words.end, start):
            return name
        if not deed.passive and deed.actors.covers(name.span) and not any(hit.span.start > end for hit in acting):
            return name
        if _UNDER.fullmatch(text, deed.words.end, start):
            return name
    return None


def _acts(text: str, deed: _Deed, acting: Sequence[Hit]) -> bool:
    """Whether one of these names makes somebody who does such things: "Iranian hackers"."""
    return any(
        _somebody().match(text, hit.span.end, deed.actors.end)
        or _from().search(text[max(deed.actors.start, hit.span.start - 50) : hit.span.start])
        for hit in acting
    )


def _tells(text: str, deed: _Deed) -> bool:
    """Whether the noun of a deed tells of spying or computers by itself."""
    return bool(_PLAIN_NOUN.match(text, deed.words.start, deed.words.end))


def _told(text: str, sentence: Span, subjects: Sequence[Span]) -> Iterator[tuple[_Deed, str]]:
    """The verbs of a sentence that may tell of a deed, in order, with their kinds.

    Of an incident or a hacker group (``subjects``) every verb is taken: whatever it did, it did to somebody.
    """
    found = [(match, str(match.lastgroup)) for match in _verbs().finditer(text, sentence.start, sentence.end)]
    for kind, pattern in (("suffered", _suffered()), ("noun", _nouns())):
        found += [(match, kind) for match in pattern.finditer(text, sentence.start, sentence.end)]
    if subjects:
        found += [(match, "any") for match in _ANY.finditer(text, sentence.start, sentence.end)]
    for match, kind in sorted(found, key=lambda pair: pair[0].start()):
        before = text[max(sentence.start, match.start() - 40) : match.start()]
        if kind == "noun" or (kind == "any" and any(_DID.fullmatch(text, s.end, match.start()) for s in subjects)):
            yield _active(text, sentence, match), kind
        if kind in ("noun", "any"):
            continue
        if _NOT_A_VERB.search(before):
            continue
        passive = kind == "suffered" or (
            not match.group().endswith("ing")
            and kind != "with"
            and (_PASSIVE.search(before) or _REDUCED.match(text, match.end(), sentence.end)) is not None
        )
        if not passive and _PLAIN_FORM.match(match.group().split()[0]) and not _BEFORE_PLAIN_FORM.search(before):
            continue
        yield (_passive(text, sentence, match) if passive else _active(text, sentence, match)), kind


def _active(text: str, sentence: Span, match: re.Match[str]) -> _Deed:
    """The verb and what is behind it; who did it stands before it."""
    limit = min(sentence.end, match.start() + _LONGEST)
    end = _ends().search(text, match.end(), limit)
    words = Span(match.start(), end.start() if end else limit)
    return _Deed(_trimmed(text, words), Span(_clause(text, sentence, match.start()), match.start()), passive=False)


def tells_of_another(name: str) -> bool:
    """Whether a deed hit somebody whom the sentence names before it: "its network was breached"."""
    return deed_voice(name) == "P" or bool(_ITS.search(name))


def _passive(text: str, sentence: Span, match: re.Match[str]) -> _Deed:
    """The clause up to the verb, with where it happened; who did it stands behind "by"."""
    start = _clause(text, sentence, match.start())
    for joint in _JOINT.finditer(text, start, match.start()):
        start = joint.end()
    if opening := _OPENING.match(text, start, match.start()):
        start = opening.end()
    if match.end() - start > _LONGEST:
        start = max(text.rfind(",", start, match.start()) + 1, match.end() - _LONGEST)
    end = match.end()
    if where := _WHERE.match(text, end, min(sentence.end, end + _LONGEST)):
        stop = _ends().search(text, where.start() + 1, where.end())
        if not re.match(r"\s+in\s+(?:\w+\s+)?\d", text[end:]):
            end = stop.start() if stop else where.end()
    return _Deed(_trimmed(text, Span(start, end)), Span(end, min(sentence.end, end + _REACH)), passive=True)


def _clause(text: str, sentence: Span, verb: int) -> int:
    """Where the clause of a verb begins: behind a semicolon, or behind whoever says it."""
    start = max(text.rfind(sign, sentence.start, verb) for sign in ";:—") + 1
    start = max(start, sentence.start)
    aside = _ASIDE.search(text, start, verb)
    for said in _says().finditer(text, start, verb):
        if not (aside and aside.start() < said.start() and said.end() < aside.end()):
            start = said.end()
    return start


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    end = _LOOSE_END.search(words)
    return Span(span.start + len(words) - len(words.lstrip(" ,\n")), span.start + (end.start() if end else len(words)))


def _is_group(hit: Hit) -> bool:
    return hit.record is not None and "hacker-group" in hit.record.kind


def _is_own(hit: Hit) -> bool:
    """Whether an actor acts for itself or is known to be tied to a state: a hacker group, an agency, an army."""
    return hit.record is not None and bool(_OWN & set(hit.record.kind))
