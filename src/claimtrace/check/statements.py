"""Claims made comparable: their words, figures and works, and which of them say the same.

Two statements say the same where they share nearly all words that matter, cut to stems: in another order, in another
voice, with another verb that carries the finding. They do not where each has a word that the other lacks, since that
is how two sentences speak of two things ("at the Leeds site", "at the Ghent site").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claimtrace.knowledge.reporting import reporting_verbs
from claimtrace.knowledge.wordings import plain_words, worded
from claimtrace.model.claim import Claim, Figure
from claimtrace.model.document import SectionRole
from claimtrace.model.duplicate import DuplicateKind
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.text.fold import without_accents
from claimtrace.text.spans import without
from claimtrace.text.stems import stem

_APART = (SectionRole.REFERENCES, SectionRole.BACK, SectionRole.APPENDIX)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+")
_TO_COMMA = r"(?:[^,;:]|,(?=\d)){8,}"
_CLAUSE = re.compile(
    r",\s+(?P<says>(?:(?:(?:in|of|on|for|at|to|by|from|during)\s+)?(?:which|who|whom|whose|where)|with|\w+(?:ing|ed))\b"
    rf"{_TO_COMMA})(?=[,;:]|\.?$)"
)
_THING = re.compile(
    r"(?P<thing>(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his)\s+|\b(?=[A-Z]))(?:[^\s,;:]+\s+){0,5}[^\s,;:]+)\s*$"
)
_OPENING = re.compile(rf"(?P<says>With\s{_TO_COMMA}),\s+(?P<thing>(?:the\s+|(?=[A-Z]))(?:[A-Z]\S*\s+){{0,3}}[^\s,;:]+)")
_WHERE = re.compile(r"\b(?:at|in|on|to|from|into|near|during|after|before)\s+$", re.IGNORECASE)
_LONGEST_WHERE = 8  # characters
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?\w+(?:ed|en|n|t)\b|\bby\b")
_COMMON = 40  # statements; a word that more of them hold leads to no pairs
_LEAST_SHARED = 3
_TOLD_WORDS = 30  # of a repeat, as the checks of repeats are sure of it


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, or a part of one that says something by itself, in comparable form.

    ``words`` are the stems that matter, ``names`` those that are names, ``order`` those that are of no place or time
    in their order, ``behind_than`` those of the second side of a comparison.
    """

    claim: Claim
    at: int  # position among the claims of the paper
    words: frozenset[str]
    names: frozenset[str]
    order: tuple[str, ...]
    behind_than: frozenset[str]
    years: frozenset[int]
    figures: tuple[Figure, ...]
    passive: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two statements share, and what only one of them has; verbs that carry a finding are left out."""

    shared: frozenset[str]
    left: frozenset[str]
    right: frozenset[str]

    @property
    def share(self) -> float:
        """The shared words as a share of all, 0 to 1."""
        return len(self.shared) / (len(self.shared) + len(self.left) + len(self.right) or 1)


def statements(ask: Questions, wanted: Callable[[Claim], bool], *, parts: bool = False) -> list[Statement]:
    """The claims of the running text that are wanted, in comparable form.

    Args:
        ask: the paper.
        wanted: which claims.
        parts: whether what a clause adds about a thing ("the fire, which destroyed 40 barges, ...") is a statement
            too, and the sentence without the clause another.
    """
    found = []
    for at, claim in enumerate(ask.paper.claims):
        section = ask.paper.document.section_at(claim.span.start)
        if (section is None or section.role not in _APART) and wanted(claim):
            found.append(_statement(ask, claim, at, [claim.span]))
            if parts:
                pieces = _parts(ask.paper.document.text.string, claim.span)
                found.extend(_statement(ask, claim, at, part) for part in pieces)
    return found


def _parts(text: str, span: Span) -> Iterator[list[Span]]:
    """The thing that a clause is about with the clause, and the sentence without the clause."""
    for clause in _CLAUSE.finditer(text, span.start, span.end):
        if thing := _THING.search(text, span.start, clause.start()):
            yield [Span(*thing.span("thing")), Span(*clause.span("says"))]
        yield [Span(span.start, clause.start()), Span(clause.end("says"), span.end)]
    if opening := _OPENING.match(text, span.start, span.end):
        yield [Span(*opening.span("says")), Span(*opening.span("thing"))]


def _statement(ask: Questions, claim: Claim, at: int, where: Sequence[Span]) -> Statement:
    figures = tuple(figure for figure in claim.figures if any(part.covers(figure.span) for part in where))
    taken = [*(ask.citation(identity).span for identity in claim.citations), *(figure.span for figure in figures)]
    text = ask.paper.document.text.string
    plain = _SUPERSCRIPT.sub("", " ".join(without(text, part, taken) for part in where))
    years = frozenset(int(year) for year in _YEAR.findall(plain))
    _, _, behind = plain.partition(" than ")
    told = _told(plain)
    return Statement(
        claim=claim,
        at=at,
        words=frozenset(word.stem for word in told),
        names=frozenset(word.stem for word in told if word.named),
        order=tuple(word.stem for word in told if not word.placed),
        behind_than=frozenset(word.stem for word in _told(behind)),
        years=years,
        figures=figures,
        passive=bool(_PASSIVE.search(plain)),
        negated=worded("negation", plain),
    )


class _Told(NamedTuple):
    """A stem, whether it is written as a name within a sentence, and whether it tells where or when."""

    stem: str
    named: bool
    placed: bool


def _told(text: str) -> list[_Told]:
    """The words of a text that matter, in their order."""
    plain = without_accents(text)
    told = []
    for match in _WORD.finditer(plain):
        word = match.group()
        folded = word.casefold()
        if (len(word) > 2 or word.isupper()) and folded not in _empty():
            root = stem(folded.removesuffix("'s").removesuffix("’s"))
            named = word[0].isupper() and match.start() > 0
            told.append(
                _Told(root, named, bool(_WHERE.search(plain, max(0, match.start() - _LONGEST_WHERE), match.start())))
            )
    return told


@cache
def _empty() -> frozenset[str]:
    return plain_words("little") | plain_words("carrying") | reporting_verbs("view", "finding")


@cache
def _scope() -> frozenset[str]:
    return frozenset(stem(word) for word in plain_words("scope"))


def pairs(found: list[Statement]) -> Iterator[tuple[Statement, Statement, Likeness]]:
    """The pairs of statements that share some words few others hold, in text order, each once."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, statement in enumerate(found):
        earlier = Counter(other for word in statement.words if len(holders[word]) <= _COMMON for other in holders[word])
        for other in sorted(earlier):
            if earlier[other] >= _LEAST_SHARED:
                yield found[other], statement, _likeness(found[other], statement)
        for word in statement.words:
            holders[word].append(at)


def _likeness(one: Statement, other: Statement) -> Likeness:
    return Likeness(one.words & other.words, one.words - other.words, other.words - one.words)


def says_the_same(one: Statement, other: Statement, likeness: Likeness, least: float, *, years: bool = True) -> bool:
    """Whether two statements speak of the same thing in the same way, whatever figures they give.

    Args:
        one: a statement.
        other: another.
        likeness: what they share.
        least: the share of their words that must be shared, 0 to 1.
        years: whether they must give the same years.
    """
    if likeness.share < least or one.negated != other.negated or (years and one.years != other.years):
        return False
    if (likeness.left and likeness.right) or (likeness.left | likeness.right) & _scope():
        return False
    if one.passive == other.passive and _turned_round(one, other):
        return False
    return one.behind_than == other.behind_than or not one.behind_than.isdisjoint(other.behind_than)


def _turned_round(one: Statement, other: Statement) -> bool:
    """Whether two names change places: "Denmark expelled the pilots of Norway" is not what Norway did to Denmark's."""
    names = one.names | other.names
    first, second = ([word for word in side.order if word in names] for side in (one, other))
    return len(first) > 1 and first == second[::-1] and first != second


def are_enough(one: Statement, other: Statement, likeness: Likeness, least: float) -> bool:
    """Whether two statements share so many words that they can be compared; fewer do where nothing else is said.

    A year tells as much as a word; three words do where they are all, and one of them is a name.
    """
    shared = len(likeness.shared) + len(one.years & other.years)
    whole = likeness.share == 1 and not (one.names | other.names).isdisjoint(likeness.shared)
    return shared >= (min(least, _LEAST_SHARED) if whole else least)


def in_repeat(ask: Questions, one: Statement, other: Statement) -> bool:
    """Whether a passage that stands twice holds both, and is so long that the checks of repeats tell how it differs."""
    return any(
        repeat.kind is not DuplicateKind.REWORDED  # of these they tell no differences
        and repeat.first.covers(one.claim.span)
        and repeat.second.covers(other.claim.span)
        and (repeat.words >= _TOLD_WORDS or len(repeat.second) > 1.5 * len(other.claim.span))
        for repeat in ask.paper.duplicates
    )
