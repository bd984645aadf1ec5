"""Which passages that stand twice are worth telling, and in what they differ: shared by the checks of repeats.

Each pair is told by one check: by duplicate-differs where citations, numbers or names differ, else by
passage-duplicated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrace.check.alignment import Difference, differences
from claimtrace.check.base import place_named
from claimtrace.knowledge.wordings import worded
from claimtrace.model.document import SectionRole
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span

_LEAST_WORDS = 12
_WHOLE = 20  # words; what is shorter must be a whole sentence
_WELL_LIKE = ((25, 0.85), (40, 0.8), (60, 0.7))  # a passage of fewer words than the first must be as like as the second
_LIKE = 0.65
_VERBATIM = 0.95  # in a section on methods or results, less is told in like words on purpose
_PROSE = 0.7  # share of words that are words
_APART = (SectionRole.REFERENCES, SectionRole.BACK, SectionRole.APPENDIX)
_SAME_WAYS = (SectionRole.METHOD, SectionRole.RESULTS)
_CAPTION = re.compile(
    r"(?:supplement\w*\s+|suppl\.\s*)?(?:fig(?:ure)?|table|scheme|plate|box|chart)\b[\s.:-]*s?\d", re.I
)


class Repeat(NamedTuple):
    """A passage that stands in several places: its last place, with the pairs that lead to the earlier ones."""

    pairs: tuple[Duplicate, ...]  # the longest first
    differences: tuple[Difference, ...]  # between the two places of the first pair

    @property
    def place(self) -> Span:
        """Where it is told."""
        return self.pairs[0].second

    def elsewhere(self, ask: Questions) -> str:
        """The other places, as a message says them."""
        named = list(dict.fromkeys(place_named(ask, pair.first.start) for pair in self.pairs))
        return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]


def repeats(ask: Questions, least_words: float, *, differing: bool) -> Iterator[Repeat]:
    """The repeats that a check tells: those that differ, or those that do not."""
    told = []
    for duplicate in ask.paper.duplicates:
        if duplicate.words < max(least_words, _LEAST_WORDS) or not _is_told(ask, duplicate):
            continue
        found = differences(ask, duplicate)
        if found.parallel or bool(found.told) != differing:
            continue
        if not _is_echo(ask, duplicate) or any(difference.kind == "numbers" for difference in found.told):
            told.append(Repeat((duplicate,), found.told))
    yield from _grouped(told)


def _grouped(told: Iterable[Repeat]) -> Iterator[Repeat]:
    """Repeats of the same place made one: a third copy repeats the first and the second."""
    groups: list[Repeat] = []
    for repeat in sorted(told, key=lambda r: (-r.pairs[0].words, r.place.start, r.pairs[0].first.start)):
        for at, group in enumerate(groups):
            if _same(group.place, repeat.place):
                groups[at] = group._replace(pairs=(*group.pairs, *repeat.pairs))
                break
        else:
            groups.append(repeat)
    yield from sorted(groups, key=lambda group: group.place)


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0.8 * max(len(one), len(other))


def _is_told(ask: Questions, duplicate: Duplicate) -> bool:
    sides = (duplicate.first, duplicate.second)
    roles = [section.role if (section := ask.paper.document.section_at(span.start)) else None for span in sides]
    if any(role in _APART for role in roles) or not _is_like(duplicate, roles):
        return False
    if any(_is_caption(ask, span) or not _is_prose(ask, span) for span in sides):
        return False
    if duplicate.words < _WHOLE and not all(_is_sentence(ask, span) for span in sides):
        return False
    return not _is_quoted(ask, sides) and not _is_formula(ask, duplicate)


def _is_like(duplicate: Duplicate, roles: Sequence[SectionRole | None]) -> bool:
    """Whether the two are alike enough for their length; what is done in the same way is told in like words."""
    if roles[0] == roles[1] and roles[0] in _SAME_WAYS and duplicate.similarity < _VERBATIM:
        return False
    if duplicate.kind is DuplicateKind.REWORDED:
        return False
    return duplicate.similarity >= next((least for words, least in _WELL_LIKE if duplicate.words < words), _LIKE)


def _is_sentence(ask: Questions, span: Span) -> bool:
    """Whether a passage is one or more sentences from capital to full stop."""
    text = ask.paper.document.text.at(span).rstrip("”’\"')]⁰¹²³⁴⁵⁶⁷⁸⁹ ")
    begun = text[:1].isalnum() or text[:1] in "“‘\"'("
    return (
        begun and text.endswith((".", "!", "?", "…")) and any(s.span.start == span.start for s in ask.paper.sentences)
    )


def _is_caption(ask: Questions, span: Span) -> bool:
    """Whether a passage or its paragraph begins as a caption does, whatever it was read as."""
    document = ask.paper.document
    block = next((block.span for block in document.blocks if span.start in block.span), span)
    return any(_CAPTION.match(document.text.string, at) for at in (span.start, block.start))


def _is_prose(ask: Questions, span: Span) -> bool:
    words = ask.paper.document.text.at(span).split()
    return sum(word.strip(".,;:!?()[]“”’‘'\"⁰¹²³⁴⁵⁶⁷⁸⁹").replace("-", "").isalpha() for word in words) > _PROSE * len(
        words
    )


def _is_quoted(ask: Questions, sides: tuple[Span, Span]) -> bool:
    """Whether what stands twice is for the most part a quotation; quotation-unmarked looks at the other place."""
    shorter = min(len(span) for span in sides)
    return any(_quoted(ask, span) > 0.6 * shorter for span in sides)


def _quoted(ask: Questions, span: Span) -> int:
    """How many characters of a passage are quoted."""
    return sum(max(0, min(q.span.end, span.end) - max(q.span.start, span.start)) for q in ask.paper.quotations)


def _is_formula(ask: Questions, duplicate: Duplicate) -> bool:
    text = ask.paper.document.text.at(duplicate.first)
    return (duplicate.words < 25 and worded("own", text)) or (duplicate.words < 40 and worded("table note", text))


def _is_echo(ask: Questions, duplicate: Duplicate) -> bool:
    """Whether a passage is the abstract's, which sums up the rest, or comes back there as the paper's thesis does."""
    sides = (duplicate.first, duplicate.second)
    if any(_in_abstract(ask, span) for span in sides):
        return True
    echoed = [
        other
        for pair in ask.paper.duplicates
        for here, other in ((pair.first, pair.second), (pair.second, pair.first))
        if _in_abstract(ask, here)
    ]
    return duplicate.words < 60 and all(any(span.overlaps(other) for other in echoed) for span in sides)


def _in_abstract(ask: Questions, span: Span) -> bool:
    section = ask.paper.document.section_at(span.start)
    return section is not None and section.role is SectionRole.ABSTRACT
