"""A sentence with its names replaced by marks, so that one pattern fits all names.

"Britain and the United States blamed NotPetya on Russia" becomes "‹S0› blamed ‹I1› on ‹S2›": names of one kind that
are joined by "and" share a mark. The letter tells the kind: S a state (or several actors), O an organisation, G a
hacker group, I an incident, A an agreement. A deed that names nobody whom it hit shows "its" before its mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.annotate.entities.deeds import tells_of_another
from claimtrace.annotate.relations.placed import Place
from claimtrace.knowledge.records import record_of
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span

_JOINT = re.compile(
    r"(?P<comma>,\s+)?(?P<last>(?:and|or|nor|as well as|&)\s+)?(?:(?:both|also)\s+)?"
    r"(?:(?:to|by|on|of|from|with)\s+)?(?:the\s+)?"
)
_DETERMINER = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_LETTERS = {EntityType.STATE: "S", EntityType.ORGANIZATION: "O", EntityType.AGREEMENT: "A", EntityType.PERSON: "P"}
_ACTORS = ("S", "O", "G")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence in marks: its words, the names behind each mark, and for each character its place in the text."""

    words: str
    marks: tuple[tuple[Place, ...], ...]
    offsets: tuple[int, ...]

    def original(self, at: int) -> int:
        """The place in the text of a character of the skeleton."""
        return self.offsets[min(at, len(self.offsets) - 1)]


def skeleton(text: str, sentence: Span, places: list[Place]) -> Skeleton:
    """The skeleton of a sentence; of names within names the outer one is marked."""
    outer: list[Place] = []
    for place in places:
        if not outer or place.span.start >= outer[-1].span.end:
            outer.append(place)
        elif place.span == outer[-1].span:
            outer.append(place)  # "both countries"
    groups = [_with_own_states(group, places) for group in _grouped(text, outer)]
    words: list[str] = []
    offsets: list[int] = []
    at = sentence.start
    for number, group in enumerate(groups):
        before = text[at : group[0].span.start]
        shown = _DETERMINER.sub("", before)
        words.append(shown)
        offsets.extend(range(at, at + len(shown)))
        mark = f"{_owner(group, places)}‹{_letter(group)}{number}›"
        words.append(mark)
        offsets.extend([group[0].span.start] * len(mark))
        at = max(place.span.end for place in group)
    words.append(text[at : sentence.end])
    offsets.extend(range(at, sentence.end + 1))
    return Skeleton("".join(words).replace("\n", " "), tuple(map(tuple, groups)), tuple(offsets))


def _owner(group: list[Place], places: list[Place]) -> str:
    """The "its" of a deed that names nobody whom it hit: "said that its network was breached"."""
    deed = group[0]
    if not tells_of_another(deed.mention.text) or any(deed.span.covers(p.span) for p in places if _kind(p) in _ACTORS):
        return ""
    return "its "


def _with_own_states(group: list[Place], places: list[Place]) -> list[Place]:
    """What "Russian military intelligence" did its state did, too."""
    organizations = [place for place in group if place.entity.type is EntityType.ORGANIZATION]
    return group + [
        place
        for place in places
        if place.entity.type is EntityType.STATE and any(o.span.covers(place.span) for o in organizations)
    ]


def _letter(group: list[Place]) -> str:
    letters = {_kind(place) for place in group}
    if letters - {"S"} and group[0].entity.type is EntityType.ORGANIZATION and group[0].span.covers(group[-1].span):
        return _kind(group[0])
    return letters.pop() if len(letters) == 1 else "S"


def _kind(place: Place) -> str:
    record = record_of(place.entity)
    if record is not None and "hacker-group" in record.kind:
        return "G"
    return _LETTERS.get(place.entity.type, "I")


def _grouped(text: str, places: list[Place]) -> list[list[Place]]:
    """Names joined by "and", of three and more with commas before it; a comma alone joins nothing."""
    groups: list[list[Place]] = []
    at = 0
    while at < len(places):
        run, end = [places[at]], 1
        for place in places[at + 1 :]:
            between = text[run[-1].span.end : place.span.start]
            joint = _JOINT.fullmatch(between.lstrip()) if between[:1].isspace() or between[:1] == "," else None
            same_place = place.span == run[-1].span
            if joint and joint["comma"] and joint["last"] and len(run) == 1:
                break  # "..., and Poland protested" begins another clause
            if not (
                same_place
                or (joint and (joint["comma"] or joint["last"]) and _alike(run[-1], place, bool(joint["comma"])))
            ):
                break
            run.append(place)
            if same_place or (joint and joint["last"]):
                end = len(run)
        groups.append(run[:end])
        at += end
    return groups


def _alike(one: Place, other: Place, comma: bool) -> bool:
    """Whether two names may be of one list; "as members of the Union, France and Spain" are not one."""
    a, b = _kind(one), _kind(other)
    return a == b or (a in _ACTORS and b in _ACTORS and not (comma and a != "S"))
