"""The decision for each state of a telling: behind the deed, hit by it, or neither.

A multinomial logistic regression over the cues, whose weights lie in ``role_weights.tsv``. It looks twice: the second
look weighs, besides the cues, what the first one made of the other states, for where one is clearly behind a deed
another one rarely is. ``benchmarks/train_roles.py`` makes the weights.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from claimtrace.annotate.roles.cues import ELSEWHERE, Standing, gathered, standings
from claimtrace.annotate.roles.telling import Name
from claimtrace.knowledge.tables import table
from claimtrace.model.place import Span

SURE = 0.6
"""The share from which a part is taken for told."""
VERY_SURE = 0.9
"""The share from which it is where the sentence names an incident: most that is said of such the patterns tell."""
_LITTLE = 10.0  # what a place where a state denies the deed counts less than another that tells of it
_HIT = 2  # the column of those hit
_STEPS = (0.2, 0.4, 0.6, 0.8)


_SAID = frozenset(("sentence has blame", "sentence has hint", "verb left say", "verb right say"))
_DENIES = frozenset(("verb right deny", "verb right deny by"))
_BLAMES = frozenset(("verb right blame", "verb right say"))
_OBSERVES = frozenset(("head observer", "with observer", "observer in it", "observer from it", "observer of it"))
_BLAMED_BY = frozenset(("before by", "verb left blame by"))
_STATE_ACTS = frozenset(("with organ", "with state", "with linked", "fore organ", "head bare"))


class Role(StrEnum):
    """What part a state has in a deed; ``ORIGIN`` is where those come from who did it, whoever sent them."""

    BEHIND = "behind"
    ORIGIN = "origin"
    HIT = "hit"


Shares = tuple[float, float, float]
"""How likely each role is, in the order of ``Role``; the rest is for none of them."""
Weights = Mapping[str, Shares]


@dataclass(frozen=True, slots=True)
class Decision:
    """The part of a state or body, how sure that is, and the place that tells it most clearly.

    ``said`` tells that it is given as what others say, ``by`` who says so, where the sentence names a state or body for
    it; ``denial`` is where the state itself denies it.
    """

    name: Name
    role: Role
    share: float
    said: bool
    by: Name | None = None
    denial: Name | None = None


def decide(text: str, sentences: Sequence[Span], names: Sequence[Name]) -> Iterator[Decision]:
    """The parts of the states and bodies of a telling that can be told surely enough, in text order.

    Args:
        text: the paper's text.
        sentences: those of the telling, in order.
        names: the names in them, in order.
    """
    told = standings(text, sentences, names)
    cues = gathered(told, names)
    states = {standing.name.key: state_of(standing.name) for standing in told}
    first = {key: shares(weights(1), own) for key, own in cues.items()}
    second = {key: shares(weights(2), cues[key] | seen) for key, seen in second_look(first, states).items()}
    for key, given in levelled(second, told).items():
        part = role(given)
        if part is None:
            continue
        column = tuple(Role).index(part)
        places = [standing for standing in told if standing.name.key == key and ELSEWHERE not in standing.cues]
        denial = next((place.name for place in places if place.cues & _DENIES), None) if column < _HIT else None
        best = max(
            places, key=lambda place: _sums(weights(2), place.cues)[column] - _LITTLE * bool(place.cues & _DENIES)
        )
        by = _sayer(told, best, sentences) if column < _HIT else None
        if part is Role.BEHIND and not best.cues & _STATE_ACTS:
            part = Role.ORIGIN
        share = max(given[0] + given[1], given[2])
        yield Decision(best.name, part, share, bool(best.cues & _SAID), by, denial)


def _sayer(told: Sequence[Standing], of: Standing, sentences: Sequence[Span]) -> Name | None:
    """Who holds a state responsible in the sentence: "Warsaw blamed Moscow", "blamed on Moscow by Warsaw"."""
    where = next(span for span in sentences if span.covers(of.name.span))
    for place in told:
        if where.covers(place.name.span) and state_of(place.name) != state_of(of.name):
            ahead = place.name.span.end <= of.name.span.start
            if place.cues & _OBSERVES:
                continue
            if (ahead and place.cues & _BLAMES) or (not ahead and place.cues >= _BLAMED_BY):
                return place.name
    return None


def state_of(name: Name) -> str | None:
    """The state that a name names or is tied to."""
    return name.key if name.kind == "state" else name.ties[0] if name.ties else None


def second_look(first: Mapping[str, Shares], states: Mapping[str, str | None]) -> dict[str, set[str]]:
    """The cues for the second look, by key: what the first one made of a name itself, of others, of its own bodies."""
    found: dict[str, set[str]] = {}
    for key, shares in first.items():
        others = [given for other, given in first.items() if states[other] != states[key]]
        bodies = [given for other, given in first.items() if other != key and states[other] == states[key]]
        mine, theirs = _behind_and_hit([shares]), _behind_and_hit(others)
        cues = {f"own bodies behind {step}" for step in _STEPS if _behind_and_hit(bodies)[0] > step}
        for whose, (behind, hit) in (("itself", mine), ("another", theirs)):
            cues.update(f"{whose} behind {step}" for step in _STEPS if behind > step)
            cues.update(f"{whose} hit {step}" for step in _STEPS if hit > step)
        if mine[0] >= theirs[0]:
            cues.add("likeliest behind")
        if mine[1] >= theirs[1]:
            cues.add("likeliest hit")
        found[key] = cues
    return found


def _behind_and_hit(given: Sequence[Shares]) -> tuple[float, float]:
    return max((one[0] + one[1] for one in given), default=0), max((one[2] for one in given), default=0)


@cache
def weights(look: int) -> Weights:
    """The weights of the first or the second look by cue."""
    return {
        row["cue"]: (float(row["behind"]), float(row["origin"]), float(row["hit"]))
        for row in table("role_weights")
        if row["look"] == str(look)
    }


def levelled(given: Mapping[str, Shares], told: Sequence[Standing]) -> dict[str, Shares]:
    """The shares where the names of a list that stand nowhere else have one part: the mean of theirs."""
    places = Counter(standing.name.key for standing in told)
    found = dict(given)
    for standing in told:
        mates = [key for key in standing.list if places[key] == 1 and key in given]
        if standing.name.key in mates and len(mates) > 1:
            behind, origin, hit = (sum(given[key][column] for key in mates) / len(mates) for column in range(3))
            found[standing.name.key] = behind, origin, hit
    return found


def shares(by_cue: Weights, cues: Set[str]) -> Shares:
    """How likely each role is by the weights of some cues."""
    exps = [math.exp(value) for value in _sums(by_cue, cues)]
    whole = 1 + sum(exps)
    return exps[0] / whole, exps[1] / whole, exps[2] / whole


def role(given: Shares) -> Role | None:
    """The role that is likely enough, if one is; states behind a deed and of mere origin are parted last."""
    behind, origin, hit = given
    if behind + origin >= SURE:
        return Role.BEHIND if behind >= origin else Role.ORIGIN
    return Role.HIT if hit >= SURE else None


def _sums(by_cue: Weights, cues: Set[str]) -> list[float]:
    sums = [0.0, 0.0, 0.0]
    for cue in sorted(cues & by_cue.keys()):  # in one order, for floats do not add up alike in another
        for column, weight in enumerate(by_cue[cue]):
            sums[column] += weight
    return sums
