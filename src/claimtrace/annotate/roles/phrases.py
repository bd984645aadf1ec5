"""The noun phrases that names of states and bodies stand in, and the lists that these make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrace.annotate.roles.telling import Name, Word

VERBS = (
    "bound",
    "deed",
    "blame",
    "hint",
    "deny",
    "punish",
    "suffer",
    "find",
    "deed noun",
    "harm",
    "help",
    "accord",
    "say",
)
"""The kinds of words that govern a clause; of several that fit a word the first one counts."""
NOUNS = ("organ", "actor", "state", "official", "observer", "national", "people", "house", "thing")
"""The kinds of nouns that a name goes with."""
BODIES = ("group", "organ", "body")
_OUTSIDE = frozenset(("prep", "joint", "aux", *VERBS)) - {"bound", "deed noun"}
_PAST = re.compile(r"[a-z]{3,}ed")
_JOINS = frozenset((",", "and", "or", "&", "nor", "both"))
_LONGEST = 5  # words behind a name that belong to it
_BEFORE = 4  # words before it that do
_BETWEEN = 3  # words and signs between two of a list


@dataclass(slots=True)
class Phrase:
    """A name with the words that belong to it, the first and the last one included, and its neighbours in a list."""

    name: Name
    at: int
    first: int
    last: int
    before: Phrase | None = None
    behind: Phrase | None = None

    @property
    def members(self) -> list[Phrase]:
        """All of its list, in order; itself where it stands alone."""
        one = self
        while one.before is not None:
            one = one.before
        found = [one]
        while found[-1].behind is not None:
            found.append(found[-1].behind)
        return found


def phrases(words: Sequence[Word]) -> Iterator[Phrase]:
    """The phrases of all states and bodies of a sentence, in order."""
    last: Phrase | None = None
    for at, word in enumerate(words):
        if word.name is None or word.name.kind == "incident":
            continue
        phrase = Phrase(word.name, at, _first(words, at), _last(words, at))
        if last and _joined(words[last.last + 1 : phrase.first]):
            phrase.before, last.behind = last, phrase
        yield phrase
        last = phrase


def _joined(between: Sequence[Word]) -> bool:
    """Whether two phrases are of one list: "ministries in Poland, in Latvia and the Estonian parliament"."""
    words = list(between)
    while len(words) > 1 and words[-1].kinds & {"prep", "det"}:
        words.pop()
    return 0 < len(words) <= _BETWEEN and all(word.text in _JOINS for word in words)


def _first(words: Sequence[Word], at: int) -> int:
    first = at
    while first > 0 and at - first < _BEFORE:
        word = words[first - 1]
        if word.name or not word.text[-1].isalnum() or word.kinds & _OUTSIDE:
            break
        first -= 1
    return first


def _last(words: Sequence[Word], at: int) -> int:
    """The end of "Russian military intelligence", "Iran's parliament", "China-linked group"; of a bare name itself."""
    name, last = words[at].name, at
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind and (behind.text in ("'s", "'") or (behind.text.startswith("-") and len(behind.text) > 2)):
        last += 1
    elif not (name and name.demonym) and not (behind and behind.kinds & set(NOUNS) and not behind.kinds & _OUTSIDE):
        return last
    while last + 1 < len(words) and last - at < _LONGEST:
        word = words[last + 1]
        if word.name is not None:
            return last + 1 if word.name.kind in BODIES else last
        if not word.text[0].isalnum() or word.kinds & {"prep", "joint", "aux", "det"}:
            break
        verb = word.kinds & _OUTSIDE and not word.text.endswith("ing")
        if (verb or _PAST.fullmatch(word.text)) and not word.kinds & set(NOUNS):
            break
        last += 1
    return last
