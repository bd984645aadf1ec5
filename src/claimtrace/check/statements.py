"""Claims made comparable: their words, figures and works, and which of them say the same.

Two statements say the same where they share nearly all words that matter, cut to stems: in another order, in another
voice, with another verb that carries the finding. They do not where each has a word that the other lacks, since that
is how two sentences speak of two things ("at the Leeds site", "at the Ghent site").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.reporting import reporting_verbs
from claimtrace.knowledge.wordings import plain_words
from claimtrace.model.claim import Claim
from claimtrace.model.document import SectionRole
from claimtrace.model.graph import Questions
from claimtrace.text.fold import without_accents
from claimtrace.text.spans import without
from claimtrace.text.stems import stem

_APART = (SectionRole.REFERENCES, SectionRole.BACK, SectionRole.APPENDIX)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)")
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+")
_COMMON = 40  # statements; a word that more of them hold leads to no pairs
_LEAST_SHARED = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in comparable form.

    ``words`` are the stems that matter, ``behind_than`` those of the second side of a comparison.
    """

    claim: Claim
    at: int  # position among the claims of the paper
    words: frozenset[str]
    behind_than: frozenset[str]
    years: frozenset[int]


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


def statements(ask: Questions, wanted: Callable[[Claim], bool]) -> list[Statement]:
    """The claims of the running text that are wanted, in comparable form."""
    found = []
    for at, claim in enumerate(ask.paper.claims):
        section = ask.paper.document.section_at(claim.span.start)
        if (section is None or section.role not in _APART) and wanted(claim):
            found.append(_statement(ask, claim, at))
    return found


def _statement(ask: Questions, claim: Claim, at: int) -> Statement:
    cited = [ask.citation(identity).span for identity in claim.citations]
    taken = [*cited, *(figure.span for figure in claim.figures)]
    plain = _SUPERSCRIPT.sub("", without(ask.paper.document.text.string, claim.span, taken))
    years = frozenset(int(year) for year in _YEAR.findall(plain))
    _, _, behind = plain.partition(" than ")
    return Statement(claim, at, _words(plain), _words(behind), years)


def _words(text: str) -> frozenset[str]:
    words = _WORD.findall(without_accents(text))
    told = (word.casefold() for word in words if len(word) > 2 or word.isupper())
    return frozenset(stem(word.removesuffix("'s").removesuffix("’s")) for word in told if word not in _empty())


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
    if likeness.share < least or one.claim.negated != other.claim.negated or (years and one.years != other.years):
        return False
    if (likeness.left and likeness.right) or (likeness.left | likeness.right) & _scope():
        return False
    return one.behind_than == other.behind_than or not one.behind_than.isdisjoint(other.behind_than)


def in_repeat(ask: Questions, one: Statement, other: Statement) -> bool:
    """Whether a longer passage that stands twice holds both; the checks of repeats tell in what it differs."""
    return any(
        repeat.first.covers(one.claim.span)
        and repeat.second.covers(other.claim.span)
        and len(repeat.second) > 1.5 * len(other.claim.span)
        for repeat in ask.paper.duplicates
    )
