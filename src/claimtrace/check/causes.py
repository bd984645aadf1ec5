"""Which findings have one cause, so that a reader may judge them at once.

Findings have one cause when they are about what one entry of the list says (its year, its pages), when they stand in
two places that are called a repeat of each other, when the same two sections share several passages, when the list
holds several entries twice, and when words are hidden in several places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimtrace.check.base import place_named
from claimtrace.model.finding import Finding, Severity
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span

_OF_ENTRIES = {
    "citation-near-miss",
    "citation-ambiguous",
    "reference-duplicated",
    "reference-incomplete",
    "reference-in-future",
    "doi-malformed",
    "page-outside-source",
    "source-predates-event",
}
_MOST_ENTRIES = 2  # of a finding that one of them may cause
_MANY_TWICE = 3


class _Cause(NamedTuple):
    """What several findings may come from, and how it is called."""

    key: tuple[str, ...]
    words: str


def with_causes(ask: Questions, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of one cause each with its name; of one severity they stand behind the first of them."""
    possible = _possible_causes(ask, findings)
    roots = _joined([[cause.key for cause in causes] for causes in possible])
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at, root in enumerate(roots):
        members[root].append(at)
    names = {
        root: _name(possible[at] for at in members[root]) if len(members[root]) > 1 else None for root in set(roots)
    }
    first: dict[tuple[int, Severity], int] = {}
    for at, root in enumerate(roots):
        first.setdefault((root, findings[at].severity), at)
    order = sorted(range(len(findings)), key=lambda at: first[roots[at], findings[at].severity])
    return [replace(findings[at], cause=names[roots[at]]) for at in order]


def _possible_causes(ask: Questions, findings: Sequence[Finding]) -> list[list[_Cause]]:
    repeats = [finding for finding in findings if finding.duplicate and finding.severity is not Severity.INFO]
    twice = sum(finding.check == "reference-duplicated" for finding in findings)
    return [
        [
            *_of_entries(ask, finding),
            *_of_repeats(ask, finding, repeats),
            *([_Cause(("list",), "the list holds several entries twice")] if _is_twice(finding, twice) else ()),
            *([_Cause(("hidden",), "words are hidden in several places")] if finding.check == "hidden-text" else ()),
        ]
        for finding in findings
    ]


def _is_twice(finding: Finding, twice: int) -> bool:
    return finding.check == "reference-duplicated" and twice >= _MANY_TWICE


def _of_entries(ask: Questions, finding: Finding) -> Iterator[_Cause]:
    if finding.check in _OF_ENTRIES and len(finding.references) <= _MOST_ENTRIES:
        for identity in finding.references:
            yield _Cause(("entry", identity), f"the entry {ask.reference(identity).short}")


def _of_repeats(ask: Questions, finding: Finding, repeats: Iterable[Finding]) -> Iterator[_Cause]:
    """The repeats in whose places a finding stands with its evidence, and the sections that share a repeat."""
    places = _places(finding)
    if finding.duplicate and finding.severity is not Severity.INFO:
        sections = [ask.paper.document.section_at(place.start) for place in places]
        if None not in sections and len({section.id for section in sections if section}) > 1:
            titles = [section.title for section in sections if section]
            yield _Cause(
                ("sections", *sorted(s.id for s in sections if s)),
                f"the sections “{titles[-1]}” and “{titles[0]}” share passages",
            )
    for repeat in repeats:
        held = [_place_around(place, repeat) for place in places]
        if repeat is finding or (len(places) > 1 and None not in held and len(set(held)) > 1):
            where = place_named(ask, _places(repeat)[-1].start)
            yield _Cause(("repeat", repeat.id), f"the passage {place_named(ask, places[0].start)} stands {where} too")


def _places(finding: Finding) -> list[Span]:
    """Where a finding stands in the text, and then its evidence."""
    spans = [finding.span, *(evidence.span for evidence in finding.evidence)]
    return [span for span in spans if span]


def _place_around(span: Span, repeat: Finding) -> int | None:
    """Which of the places of a repeat holds a passage."""
    return next((at for at, place in enumerate(_places(repeat)) if place.overlaps(span)), None)


def _joined(keys: Sequence[Sequence[tuple[str, ...]]]) -> list[int]:
    """For each list of keys the position of the first one with which it is bound by keys that they share."""
    roots = list(range(len(keys)))

    def root(at: int) -> int:
        while roots[at] != at:
            at = roots[at]
        return at

    first: dict[tuple[str, ...], int] = {}
    for at, own in enumerate(keys):
        for key in own:
            one, other = sorted((root(at), root(first.setdefault(key, at))))
            roots[other] = one
    return [root(at) for at in range(len(keys))]


def _name(causes: Iterable[Sequence[_Cause]]) -> str:
    """The words of the cause that most of some findings share."""
    all_ = [cause for own in causes for cause in own]
    counts = Counter(cause.key for cause in all_)
    return max(all_, key=lambda cause: counts[cause.key]).words
