"""What the words around the names of states tell of their part in a deed, as cues that can be read and weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimtrace.annotate.roles.phrases import BODIES, NOUNS, VERBS, Phrase, phrases
from claimtrace.annotate.roles.telling import Name, Word, words_of
from claimtrace.model.place import Span
from claimtrace.text.stems import stem

_WINDOW = 7  # words looked at on either side of a phrase
_CHAIN = 6  # words before "of" and the like among which its nouns stand
_NEAR, _FAR = 4, 12  # words between a phrase and a deed
_MANY = 3  # members of a long list; more mentions or states than this are not told apart
_OPENINGS = (",", "and", "or", "(", "–", "—", "but", ";", ":", "that", "“", '"')
_BE = ("was", "were", "been", "being", "be", "is", "are", "got")
ELSEWHERE = "blamed for something else"
"""The cue of a place that speaks of something else than a deed."""
_OF_DEEDS = frozenset(("deed", "deed noun", "harm", "actor", "incident", "suffer"))
_POINTING = frozenset(("it", "this", "they", "them", "these", "both"))
_DEEDS = frozenset(("deed", "deed noun", "incident"))
_TELLING = frozenset(
    (
        "head organ", "head actor", "head house", "before by", "is group", "is organ", "tied group", "tied incident",
        "with linked", "verb right deny, head bare", "verb left blame, before <blame>", "verb left blame, before on",
    )
)  # fmt: skip
"""Cues that tell something of the other states in the text, too."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A name at one place, the cues that stand with it, and the keys of all names of its list."""

    name: Name
    cues: frozenset[str]
    list: tuple[str, ...]


def standings(text: str, sentences: Sequence[Span], names: Sequence[Name]) -> list[Standing]:
    """The names of states and bodies of a telling with the cues of their places, in order."""
    told = [words_of(text, span, [name for name in names if span.covers(name.span)]) for span in sentences]
    tells = [any(word.kinds & (_DEEDS | {"harm"}) for word in words) for words in told]
    first = tells.index(True) if True in tells else 0
    found: list[Standing] = []
    for number, words in enumerate(told):
        where = {f"sentence {'before' if number < first else 'of' if number == first else 'behind'} deed"}
        if not tells[number]:
            where.add("sentence without deed")
        if number == len(told) - 1 > 0:
            where.add("last sentence")
        where.update(f"sentence has {kind}" for kind in ("blame", "hint", "deny", "punish", "deed", "bound")
                     if any(kind in word.kinds for word in words))  # fmt: skip
        for phrase in list(phrases(words)):
            keys = tuple(member.name.key for member in phrase.members)
            found.append(Standing(phrase.name, frozenset((*where, *_cues(words, phrase))), keys))
    return found


def gathered(told: Iterable[Standing], names: Sequence[Name]) -> dict[str, set[str]]:
    """The cues of each state and body from all its places, with those that the whole telling gives it."""
    found: dict[str, set[str]] = {}
    places: Counter[str] = Counter()
    for standing in told:
        if ELSEWHERE in standing.cues:
            continue
        found.setdefault(standing.name.key, {"any"}).update(standing.cues)
        places[standing.name.key] += 1
    states = [name.key for name in dict.fromkeys(names) if name.kind == "state" and name.key in found]
    order = list(dict.fromkeys(states))
    for key, cues in found.items():
        cues.add(f"named {min(places[key], _MANY)}")
        if key in order:
            cues.add(f"states {min(len(order), _MANY + 1)}")
            cues.add(("first", "second", "later")[min(order.index(key), 2)])
        cues.update(f"tied {name.kind}" for name in names if key in name.ties and name.key != key)
        cues.update("known hit" for name in names if key in name.hit)
    telling = {key: cues & _TELLING for key, cues in found.items()}
    for key, cues in found.items():
        cues.update(f"another: {cue}" for other, has in telling.items() if other != key for cue in has)
    return found


def _cues(words: Sequence[Word], phrase: Phrase) -> Iterator[str]:
    members = phrase.members
    first, last = members[0].first, members[-1].last
    if len(members) > 1:
        yield "in list"
    if len(members) >= _MANY:
        yield "in long list"
    head = "bare"
    for cue in _of_phrase(words, phrase):
        head = cue.removeprefix("head ") if cue.startswith("head ") and head == "bare" else head
        yield cue
    before = _before(words, first)
    yield f"before {before}"
    yield f"before {before}, head {head}"
    yield from _governors(words, first)
    yield from _beside(words, first, last)
    of = (
        "deed"
        if any(word.kinds & _DEEDS for word in words)
        else "it"
        if any(w.text in _POINTING for w in words)
        else "nothing"
    )
    left = _verb(words, range(first - 1, -1, -1))
    right = _verb(words, range(last + 1, len(words)))
    yield f"verbs {left} | {right}"
    for side, verb in (("left", left), ("right", right)):
        yield f"verb {side} {verb}"
        yield f"verb {side} {verb}, before {before}"
        yield f"verb {side} {verb}, head {head}"
        yield f"verb {side} {verb}, of {of}"
    if left.startswith(("blame", "hint")) and _is_of_something_else(words, first, last, left):
        yield ELSEWHERE
    for place in _deed(words, phrase):
        yield place
        yield f"{place}, head {head}"
        yield f"{place}, before {before}"


def _is_of_something_else(words: Sequence[Word], first: int, last: int, blame: str) -> bool:
    """Whether what is blamed is no deed: "the delay was attributed to X", "blamed X for the new tax"."""
    for at in range(last + 1, min(len(words) - 1, last + 3)):
        if words[at].text in ("for", "of", "over", "as") and not words[at + 1].text.endswith("ing"):
            behind = words[at + 1 : at + 1 + _WINDOW]
            return not any(_tells(word) or word.kinds & {"blame", "hint"} for word in behind)
    return blame.endswith(" passive") and not any(map(_tells, words[:first]))


def _tells(word: Word) -> bool:
    return bool(word.kinds & _OF_DEEDS) or word.text in _POINTING


def _of_phrase(words: Sequence[Word], phrase: Phrase) -> Iterator[str]:
    """What the name is, and what nouns it goes with, its head first."""
    name = phrase.name
    yield f"is {'demonym' if name.demonym else name.kind}"
    if name.within:
        yield f"in deed {name.within}"
    while name.demonym and phrase.last == phrase.at and phrase.behind is not None:
        phrase = phrase.behind  # "Russian and Chinese spies" are Russian spies, too
    own = words[phrase.at + 1 : phrase.last + 1]
    nouns = [word for word in own if word.text not in ("'s", "'")]
    if len(nouns) < len(own):
        yield "owns"
    if not nouns:
        yield "head bare"
    else:
        yield from (f"head {kind}" for kind in _kinds(nouns[-1], (*NOUNS, *BODIES, "linked", "lean")) or ["other"])
        yield f"head “{nouns[-1].text}”"
    for word in nouns:
        yield from (f"with {kind}" for kind in _kinds(word, (*NOUNS, *BODIES, "linked", "lean", "deed noun", "deed")))
        yield f"with “{word.text}”"
    for word in words[phrase.first : phrase.at]:
        yield from (f"fore {kind}" for kind in _kinds(word, ("organ", "actor", "lean", "official", "observer")))


def _before(words: Sequence[Word], first: int) -> str:
    """The word before a phrase: a preposition or sign as it is, of others their kind."""
    if first == 0:
        return "start"
    word = words[first - 1]
    if "prep" in word.kinds or word.text in _OPENINGS:
        return word.text
    kinds = _kinds(word, ("aux", *VERBS, "joint"))
    return f"<{kinds[0]}>" if kinds else "<name>" if word.name else "<word>"


def _governors(words: Sequence[Word], first: int) -> Iterator[str]:
    """What a phrase with a preposition belongs to: "banks in", "hackers from", "the work of"."""
    if first < 2 or "prep" not in words[first - 1].kinds:
        return
    prep, noun = words[first - 1].text, words[first - 2]
    yield from (f"{kind} {prep} it" for kind in _kinds(noun, (*NOUNS, *VERBS, "incident", *BODIES)))
    yield f"“{noun.text} {prep}” it"
    for at in range(first - 2, max(-1, first - 2 - _CHAIN), -1):
        word = words[at]
        if word.name or not word.text[0].isalnum() or word.kinds & {"aux", "deed", "blame", "say", "deny"}:
            return
        yield from (f"of {kind}, {prep}" for kind in _kinds(word, (*NOUNS, "deed noun")))


def _beside(words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """The words right beside a phrase, and those a little farther by kind and stem."""
    for far in (1, 2):
        if first - far >= 0:
            yield f"left{far} “{words[first - far].text}”"
        if last + far < len(words):
            yield f"right{far} “{words[last + far].text}”"
    if first > 1:
        yield f"left “{words[first - 2].text} {words[first - 1].text}”"
    sides = {
        "before": range(first - 1, max(-1, first - 1 - _WINDOW), -1),
        "behind": range(last + 1, min(len(words), last + 1 + _WINDOW)),
    }
    for side, window in sides.items():
        for at in window:
            word = words[at]
            if word.text in (";", ":"):
                break
            if word.text[0].isalpha() and not word.kinds & {"prep", "joint", "det"}:
                yield f"shortly {side} “{stem(word.text)}”"
            yield from (f"shortly {side} {kind}" for kind in _kinds(word, (*VERBS, *NOUNS)))


def _verb(words: Sequence[Word], order: range) -> str:
    """The kind and voice of the nearest word that governs a clause on one side."""
    for at in order:
        word = words[at]
        if word.text == ";":
            break
        if "incident" in word.kinds:
            return "incident"
        if kinds := _kinds(word, VERBS):
            return f"{kinds[0]}{_voice(words, at)}"
    return "none"


def _deed(words: Sequence[Word], phrase: Phrase) -> Iterator[str]:
    """Where the nearest deed of the sentence stands, how far away, and in which voice."""
    deeds = [at for at, word in enumerate(words) if word.kinds & _DEEDS]
    if not deeds:
        return
    far, at = min((min(abs(at - phrase.first), abs(at - phrase.last)), at) for at in deeds)
    side = "before" if at < phrase.first else "within" if at <= phrase.last else "behind"
    yield f"deed {side} {'near' if far < _NEAR else 'far' if far > _FAR else 'on'}"
    yield f"deed {side}{_voice(words, at)}"


def _voice(words: Sequence[Word], at: int) -> str:
    for back in range(at - 1, max(-1, at - 4), -1):
        word = words[back]
        if word.text in _BE:
            return " passive"
        if not word.text.endswith("ly") and "aux" not in word.kinds:
            break
    return " by" if at + 1 < len(words) and words[at + 1].text == "by" else ""


def _kinds(word: Word, among: Sequence[str]) -> list[str]:
    return [kind for kind in among if kind in word.kinds]
