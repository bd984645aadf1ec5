"""Relations that a sentence states, by the patterns of the knowledge base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from claimtrace.annotate.relations.patterns import Pattern, patterns, words_of
from claimtrace.annotate.relations.placed import Place, Placed
from claimtrace.annotate.relations.skeleton import Skeleton, skeleton
from claimtrace.knowledge.records import record_of
from claimtrace.knowledge.responses import response_kind
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.claim import Sentence
from claimtrace.model.document import Document
from claimtrace.model.entity import EntityType, Relation, RelationCertainty, RelationType
from claimtrace.model.place import Span

_MARK = re.compile(r"‹([SOGIAP])\d+›")
_INCIDENT = re.compile(r"‹I(\d+)›")
_AGREEMENT = re.compile(r"‹A(\d+)›")
_POINTER = re.compile(r"(?:the|this|that)\s", re.IGNORECASE)
_TO_COME = re.compile(r"(?<!thought)(?<!believed)(?<!said)(?<!suspected)(?<!alleged)(?<!known)(?<!held) to\s*$")
_TWO = 2
_REACH = 2  # sentences between an incident and who is said to be behind it
_CLAUSE = re.compile(r"[,;:](?!\s*(?:which|who|that)\b)|›")
_SAYS = re.compile(
    r"[Aa]ccording to (?:[\w-]+ ){0,3}?‹[SOG](?P<a>\d+)›|‹[SOG](?P<b>\d+)›(?:['’]s)?(?: [\w-]+){0,3}? "
    r"(?:said|says?|insist(?:s|ed)?|concluded?s?|claim(?:s|ed)?|alleged?s?|allege|believe[sd]?|announced|found|declared|stated"
    r"|confirmed|determined|disclosed|reported)(?: (?:in|on) [^‹.;:]{0,25}?)?(?: (?:\w+ )?that\b|[.,]?\s*$| ‹)"
)
_DISPUTED = re.compile(
    r"\b(?:although|though|but|while|which)\b[^.;]{0,40}\b(?:denie[sd]|rejected|rejects|dismissed|disputed?s?)\b"
)
_LEFT_OUT = re.compile(r"\b(?:but not|except(?: for)?|not|unlike|excluding|other than|save|apart from)\s+$")
_ASIDE = re.compile(
    r",?\s*(?:but not|unlike|except(?: for)?|excluding|other than|apart from)\s[^‹]{0,20}‹\w\d+›,?"
    r"|,\s+wh(?:ich|o)\s[^,‹]{0,60},"
)
_ALLEGES = re.compile(r"‹[SOG]\d+›(?: [\w-]+){0,3} (?:alleged?|claim(?:ed|s)?|suspect(?:ed|s)?)[.,]?\s*$")
_TAIL_ENDS = re.compile(r"[,(;:.]|\s(?:and|but|which|who|in|for|by|on|after|over|was|is|has|had|of|with|as)\s")
_WEAK = (RelationType.VIOLATED,)
_DEEDS = (RelationType.ATTRIBUTED_TO, RelationType.TARGETED, RelationType.VIOLATED)
_TREATY_ACTS = (
    RelationType.PARTY_TO,
    RelationType.SIGNED,
    RelationType.ADOPTED,
    RelationType.WITHDREW,
    RelationType.VIOLATED,
)
_GROUPS = frozenset(("intergovernmental", "alliance", "un-body", "expert-body"))
Key = tuple[RelationType, str, str | None]


def sentence_relations(document: Document, sentences: Sequence[Sentence], placed: Placed) -> Iterator[Relation]:
    """The relations of all sentences, in text order."""
    text = document.text.string
    at_hand: Place | None = None
    treaty: Place | None = None
    block, age, since = None, 0, 0
    for sentence in sentences:
        if sentence.block != block:
            at_hand = treaty = None
        at_hand, treaty = (None if age > _REACH else at_hand), (None if since > _REACH else treaty)
        places = placed.within(sentence.span)
        if len(places) > 1 or (places and (at_hand or treaty)):
            yield from _relations(text, skeleton(text, sentence.span, places), at_hand, treaty)
        told = [place for place in places if place.entity.type is EntityType.INCIDENT]
        at_hand, age = (told[-1], 0) if told else (at_hand, age + 1)
        agreed = [place for place in places if place.entity.type is EntityType.AGREEMENT]
        treaty, since = (_only(agreed), 0) if agreed else (treaty, since + 1)
        block = sentence.block


def _only(places: Sequence[Place]) -> Place | None:
    """The one thing that all these mentions mean, by its last mention."""
    return places[-1] if len({place.entity.id for place in places}) == 1 else None


def _relations(text: str, bare: Skeleton, at_hand: Place | None, treaty: Place | None) -> list[Relation]:
    """What one sentence says; of two patterns that tell the same of the same names the first one counts."""
    marks = set(_MARK.findall(bare.words))
    found: dict[Key, list[Relation]] = {}
    for pattern in patterns():
        if not all(kinds & marks for kinds in pattern.kinds):
            continue
        for match in pattern.form.finditer(bare.words):
            heads = _heads(bare, match, at_hand)
            tails = _tails(bare, pattern, match, treaty)
            certainty, qualifier = _certainty(pattern, match, bare.words)
            if certainty is None or not heads:
                continue
            told: dict[Key, list[Relation]] = {}
            for relation in _told(text, bare, pattern, match, (heads, tails), certainty, qualifier):
                told.setdefault((relation.type, relation.head, relation.tail), []).append(relation)
            for key, relations in told.items():
                found.setdefault(key, relations)
    return [relation for relations in found.values() for relation in relations]


def _heads(bare: Skeleton, match: re.Match[str], at_hand: Place | None) -> tuple[Place, ...]:
    """What a pattern speaks of: the head that it names, or else the incident that was told last."""
    if match.groupdict().get("head"):
        return bare.marks[int(match["head"])]
    if behind := _INCIDENT.search(bare.words, match.start("verb")):
        meant = bare.marks[int(behind[1])]
        return meant if _points_back(meant[0]) else ()
    before = list(_INCIDENT.finditer(bare.words, 0, match.start("verb")))
    return bare.marks[int(before[-1][1])] if before else ((at_hand,) if at_hand else ())


def _tails(bare: Skeleton, pattern: Pattern, match: re.Match[str], treaty: Place | None) -> tuple[Place, ...]:
    """To whom or what something is done: the tail that a pattern names, or else the agreement that was told last."""
    if match.groupdict().get("tail"):
        return bare.marks[int(match["tail"])]
    if pattern.relation not in _TREATY_ACTS:
        return ()
    marks = list(_AGREEMENT.finditer(bare.words))
    if not marks:
        return (treaty,) if treaty else ()
    told = _only([place for mark in marks for place in bare.marks[int(mark[1])]])
    return (told,) if told and marks[0].start() < match.start("verb") else ()


def _points_back(place: Place) -> bool:
    """Whether a mention is a noun that points back: "the breach"."""
    return place.mention.why is not None and _POINTER.match(place.mention.text) is not None


def _certainty(pattern: Pattern, match: re.Match[str], words: str) -> tuple[RelationCertainty | None, str | None]:
    """How the sentence puts it, with the word that says so; ``None`` where it speaks of what is not, or not yet, so."""
    if match.groupdict().get("head") and _LEFT_OUT.search(words, 0, match.start("head") - 2):
        return None, None
    clause = 0
    for mark in _CLAUSE.finditer(words, 0, match.start()):
        clause = mark.end()
    before = _ASIDE.sub("", words[clause : match.start("verb")])
    verb = match["verb"]
    openly = words_of("open").search(before)
    denied = words_of("denied").search(before) or words_of("denied").search(verb)
    hedged = words_of("alleged").search(before)
    if pattern.certainty or denied:
        certainty = pattern.certainty or RelationCertainty.DENIED
        return certainty, str(certainty)
    if openly and verb and not _is_plain_to(openly, before):
        return None, None
    if hedged and pattern.relation in _DEEDS:
        return RelationCertainty.ALLEGED, hedged.group()
    if pattern.relation in _DEEDS and (_DISPUTED.search(words, match.end()) or _ALLEGES.search(words)):
        return RelationCertainty.ALLEGED, "disputed"
    widely = re.search(r"\bwidely\b", before)
    if pattern.relation in _WEAK and (re.search(r"\baccus", words[: match.end()]) or _SAYS.search(words)):
        return RelationCertainty.ALLEGED, "alleged"
    return RelationCertainty.STATED, widely.group() if widely else None


def _is_plain_to(found: re.Match[str], before: str) -> bool:
    """Whether "to" belongs to a deed that was done: "moved to expel", "thought to come from"."""
    return found.group().casefold() == "to" and not _TO_COME.search(before)


def _told(
    text: str,
    bare: Skeleton,
    pattern: Pattern,
    match: re.Match[str],
    ends: tuple[Sequence[Place], Sequence[Place]],
    certainty: RelationCertainty,
    qualifier: str | None,
) -> Iterator[Relation]:
    groups = match.groupdict()
    heads, tails = ends
    kind = _kind(pattern, match, heads)
    named = groups.get("by") and not _only_observes(bare.words, match)
    by = bare.marks[int(groups["by"])] if named else _says(bare, pattern, match)
    for head, sayer in product(heads, by or (None,)):
        who = sayer.entity.id if sayer else None
        if groups.get("what"):
            start, end = (bare.original(at) for at in match.span("what"))
            words = " ".join(text[start:end].split())
            yield Relation(
                pattern.relation,
                head.entity.id,
                None,
                words,
                qualifier,
                _span(text, (head,), start, end),
                None,
                certainty,
                who,
                response_kind(words),
            )
        for tail in tails:
            if _is_out(pattern.relation, tail) or tail.entity.id == head.entity.id:
                continue
            words = _tail_words(text, tail)
            span = _span(text, (head, tail), tail.span.start, tail.span.start + len(words))
            yield Relation(kind, head.entity.id, tail.entity.id, words, qualifier, span, None, certainty, who)


def _only_observes(words: str, match: re.Match[str]) -> bool:
    """Whether it is not the state that says so but those who study it there: "analysts in X", "X's newspapers"."""
    before, behind = words[: match.start("by") - 2], words[match.end("by") + 1 : match.start("verb")]
    return bool(_observers(r"\s+(?:in|from|at|of)\s+$").search(before) or _observers("").search(behind))


@cache
def _observers(end: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?i:{alternatives('role_words', 'observer')})(?![\w-]){end}")


def _kind(pattern: Pattern, match: re.Match[str], heads: Sequence[Place]) -> RelationType:
    """The relation that a pattern tells; what two conclude they sign, what many conclude they are parties to."""
    if pattern.relation is RelationType.SIGNED and match["verb"] == "concluded" and len(heads) > _TWO:
        return RelationType.PARTY_TO
    return pattern.relation


def _says(bare: Skeleton, pattern: Pattern, match: re.Match[str]) -> tuple[Place, ...]:
    """Who says it, where the sentence tells that outside the pattern: "according to ...", "..., Warsaw concluded"."""
    if pattern.relation is not RelationType.ATTRIBUTED_TO:
        return ()
    for said in _SAYS.finditer(bare.words):
        number = said["a"] or said["b"]
        if number not in (match.groupdict().get("head"), match["tail"]):
            return bare.marks[int(number)]
    return ()


def _is_out(relation: RelationType, tail: Place) -> bool:
    """A state joins and leaves organisations that states make, not firms."""
    if relation not in (RelationType.MEMBER_OF, RelationType.WITHDREW) or tail.entity.type is EntityType.AGREEMENT:
        return False
    record = record_of(tail.entity)
    return record is None or not _GROUPS & set(record.kind)


def _tail_words(text: str, tail: Place) -> str:
    """The words of a tail with the nouns behind it: "North Korean soldiers"."""
    if tail.entity.type is not EntityType.STATE:
        return text[tail.span.start : tail.span.end]
    behind = text[tail.span.end : tail.span.end + 40]
    end = _TAIL_ENDS.search(behind)
    return text[tail.span.start : tail.span.end] + (behind[: end.start()] if end else "").rstrip()


def _span(text: str, places: Sequence[Place], start: int, end: int) -> Span:
    return Span(min(start, *(p.span.start for p in places)), max(end, *(p.span.end for p in places)))
