"""Which passages that stand twice are worth telling, and in what they differ: shared by the checks of repeats.

Each pair is told by one check: by duplicate-differs where citations, numbers or names differ, else by
passage-duplicated.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimtrace.check.alignment import Difference, Differences, are_at_odds, differences
from claimtrace.check.base import place_named
from claimtrace.knowledge.wordings import worded
from claimtrace.model.document import SectionRole
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.text.span_index import SpanIndex
from claimtrace.text.spans import without

_LEAST_WORDS = 12
_WHOLE = 20  # words; what is shorter must be a whole sentence
_BROKEN = 31  # words; what is shorter and breaks off within a sentence must be plain words
_WELL_LIKE = ((25, 0.85), (40, 0.8), (60, 0.7))  # a passage of fewer words than the first must be as like as the second
_LIKE = 0.65
_VERBATIM = 0.95  # in a section on methods or results, less is told in like words on purpose
_MORE_THAN_A_FORMULA = 20  # words; "tides were measured as in the first year" is told of each group
_PROSE = 0.7  # share of words that are words
_QUOTED = 0.6  # share of a passage
_THESIS = 60  # words; a longer passage is more than the paper's thesis
_ALIKE = Differences((), parallel=False)
_PARALLEL = Differences((), parallel=True)
_AROUND = ".,;:!?()[]“”‘’'\"⁰¹²³⁴⁵⁶⁷⁸⁹"
_APART = (SectionRole.REFERENCES, SectionRole.BACK, SectionRole.APPENDIX)
_SAME_WAYS = (SectionRole.METHOD, SectionRole.RESULTS)
_FIGURED = re.compile(r"[\d()\[\]]")
_EMPTY = re.compile(r"[(\[][\s;,.]*[)\]]")
_CAPTION = re.compile(
    r"(?:supplement\w*\s+|suppl\.\s*)?(?:fig(?:ure)?|table|scheme|plate|box|chart)\b[\s.:-]*s?\d", re.I
)


class Repeat(NamedTuple):
    """A passage that stands in several places, with the pairs that it makes; it is told at its last place."""

    pairs: tuple[Duplicate, ...]  # those that lead to its last place come first
    differences: tuple[Difference, ...]  # between the two places of the first pair
    echo: bool  # of the abstract, or of the paper's thesis

    @property
    def place(self) -> Span:
        """Where it is told."""
        return self.pairs[0].second

    @property
    def others(self) -> tuple[Span, ...]:
        """Its other places, in text order."""
        spans = sorted({span for pair in self.pairs for span in (pair.first, pair.second)})
        apart = [span for span in spans if not span.overlaps(self.place)]
        return tuple(span for at, span in enumerate(apart) if not any(span.overlaps(other) for other in apart[:at]))

    def elsewhere(self, ask: Questions) -> str:
        """The other places, as a message says them."""
        named = list(dict.fromkeys(place_named(ask, span.start) for span in self.others))
        return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]


def repeats(ask: Questions, least_words: float, *, differing: bool) -> Iterator[Repeat]:
    """The repeats that a check tells, those that differ or those that do not: one for each passage."""
    surroundings = _Surroundings(ask)
    groups: defaultdict[str, list[Repeat]] = defaultdict(list)
    for duplicate in ask.paper.duplicates:
        if duplicate.words < max(least_words, _LEAST_WORDS) or not _is_told(surroundings, duplicate):
            continue
        if duplicate.kind is DuplicateKind.REWORDED:  # what is said in other words differs throughout
            found = _PARALLEL if are_at_odds(ask, surroundings.citations, duplicate) else _ALIKE
        else:
            found = differences(ask, surroundings.citations, duplicate)
        if not found.parallel and bool(found.told) == differing:
            groups[duplicate.group].append(Repeat((duplicate,), found.told, surroundings.is_echo(duplicate)))
    yield from sorted((_as_one(group) for group in groups.values()), key=lambda repeat: repeat.place)


def _as_one(group: Sequence[Repeat]) -> Repeat:
    """The repeats of one passage as one; the longest of those that lead to its last place is shown."""
    last = max(repeat.place for repeat in group)
    ranked = sorted(group, key=lambda r: (not r.place.overlaps(last), -r.pairs[0].words, r.pairs[0].first))
    pairs = tuple(pair for repeat in ranked for pair in repeat.pairs)
    return Repeat(pairs, ranked[0].differences, all(repeat.echo for repeat in group))


class _Surroundings:
    """What stands where in the paper, to be asked for many passages."""

    def __init__(self, ask: Questions) -> None:
        """Index the layers of the paper."""
        self.document = ask.paper.document
        self.citations = SpanIndex(ask.paper.citations, lambda citation: citation.anchor)
        self._blocks = SpanIndex(self.document.blocks, lambda block: block.span)
        self._quotations = SpanIndex(ask.paper.quotations, lambda quotation: quotation.span)
        self._begun = {sentence.span.start for sentence in ask.paper.sentences}
        echoed = [
            other
            for pair in ask.paper.duplicates
            for here, other in ((pair.first, pair.second), (pair.second, pair.first))
            if self._in_abstract(here)
        ]
        self._echoed = SpanIndex(echoed, lambda span: span)

    def role(self, span: Span) -> SectionRole | None:
        """What the section does in which a passage begins."""
        section = self.document.section_at(span.start)
        return section.role if section else None

    def is_echo(self, duplicate: Duplicate) -> bool:
        """Whether a passage is the abstract's, which sums up the rest, or comes back there as the thesis does."""
        sides = (duplicate.first, duplicate.second)
        if any(self._in_abstract(span) for span in sides):
            return True
        return duplicate.words < _THESIS and all(self._echoed.overlapping(span) for span in sides)

    def is_sentence(self, span: Span) -> bool:
        """Whether a passage is one or more sentences from capital to full stop."""
        text = self.document.text.at(span).rstrip("”’\"')]⁰¹²³⁴⁵⁶⁷⁸⁹ ")
        begun = text[:1].isalnum() or text[:1] in "“‘\"'("
        return begun and text.endswith((".", "!", "?", "…")) and span.start in self._begun

    def is_caption(self, span: Span) -> bool:
        """Whether a passage or its paragraph begins as a caption does, whatever it was read as."""
        block = self._blocks.at(span.start)
        starts = (span.start, block.span.start) if block else (span.start,)
        return any(_CAPTION.match(self.document.text.string, at) for at in starts)

    def is_plain(self, span: Span) -> bool:
        """Whether a passage has no figures and no brackets but for citations, as results, formulas and lists have."""
        cited = (citation.anchor for citation in self.citations.overlapping(span))
        return not _FIGURED.search(_EMPTY.sub("", without(self.document.text.string, span, cited)))

    def quoted(self, span: Span) -> int:
        """How many characters of a passage are quoted."""
        marked = (quotation.span for quotation in self._quotations.overlapping(span))
        return sum(min(other.end, span.end) - max(other.start, span.start) for other in marked)

    def _in_abstract(self, span: Span) -> bool:
        return self.role(span) is SectionRole.ABSTRACT


def _is_told(paper: _Surroundings, duplicate: Duplicate) -> bool:
    sides = (duplicate.first, duplicate.second)
    roles = [paper.role(span) for span in sides]
    if any(role in _APART for role in roles) or not _is_like(duplicate, roles):
        return False
    texts = [paper.document.text.at(span) for span in sides]
    if any(paper.is_caption(span) for span in sides) or not all(_is_prose(text) for text in texts):
        return False
    whole = duplicate.words >= _BROKEN or all(paper.is_sentence(span) for span in sides)
    if not whole and (duplicate.words < _WHOLE or not all(paper.is_plain(span) for span in sides)):
        return False
    shorter = min(len(span) for span in sides)
    quoted = any(
        paper.quoted(span) > _QUOTED * shorter for span in sides
    )  # quotation-unmarked looks at the other place
    return not quoted and not _is_formula(texts[0], duplicate.words)


def _is_like(duplicate: Duplicate, roles: Sequence[SectionRole | None]) -> bool:
    """Whether the two are alike enough for their length; what is done in the same way is told in like words."""
    same_way = roles[0] == roles[1] and roles[0] in _SAME_WAYS
    if same_way and (duplicate.similarity < _VERBATIM or duplicate.words < _MORE_THAN_A_FORMULA):
        return False
    if duplicate.kind is DuplicateKind.REWORDED:
        return not any(role in (*_SAME_WAYS, SectionRole.ABSTRACT) for role in roles)
    return duplicate.similarity >= next((least for words, least in _WELL_LIKE if duplicate.words < words), _LIKE)


def _is_prose(text: str) -> bool:
    words = [word.strip(_AROUND).replace("-", "") for word in text.split()]
    return sum(word.isalpha() for word in words) > _PROSE * len(words)


def _is_formula(text: str, words: int) -> bool:
    return (words < 25 and worded("own", text)) or (words < 40 and worded("table note", text))
