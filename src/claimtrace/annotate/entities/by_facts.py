"""Known incidents that a sentence tells of without their name: "In January 2007 China destroyed a satellite"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimtrace.annotate.entities.gazetteer import Hit
from claimtrace.annotate.entities.open_names import OpenName
from claimtrace.knowledge.months import english_months
from claimtrace.knowledge.told import incident_told
from claimtrace.knowledge.wordings import worded
from claimtrace.model.claim import Sentence
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span

_DATE = re.compile(
    rf"\b(?:in|on|of|since|from)\s+(?:early\s+|late\s+|mid-?\s?)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:and\s+\d{{1,2}}\s+)?)?"
    rf"(?P<month>{'|'.join(english_months())})\s+(?:\d{{1,2}},\s+)?(?P<year>(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)

_MARK = re.compile(r"[,;:(]|\.\s*$")


def told_by_facts(
    text: str, sentences: Sequence[Sentence], hits: Sequence[Hit], named: Sequence[Span], deeds: Sequence[Span]
) -> Iterator[OpenName]:
    """The sentences that name no incident, give one month, and fit one incident of that month alone.

    Args:
        text: the paper's text.
        sentences: its sentences.
        hits: the known names in it, in order.
        named: where incidents are named.
        deeds: where deeds in cyberspace are told without a name.
    """
    starts = [hit.span.start for hit in hits]
    events = sorted(named)
    event_starts = [span.start for span in events]
    for sentence in sentences:
        span = sentence.span
        dates = list(_DATE.finditer(text, span.start, span.end))
        if len({(date["month"], date["year"]) for date in dates}) != 1:
            continue
        if bisect_left(event_starts, span.start) != bisect_left(event_starts, span.end):
            continue
        within = hits[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        states = [hit.record.iso3166 for hit in within if hit.record and hit.record.iso3166]
        (date,) = dates[:1]
        month = english_months()[date["month"].title()]
        cyber = any(span.covers(deed) for deed in deeds)
        record = incident_told((int(date["year"]), month), text[span.start : span.end], states, cyber)
        if record and not worded("ahead", text[span.start : span.end]):
            why = f"told by its month, its kind and where it was, as the knowledge base has them of {record.name}"
            yield OpenName(EntityType.INCIDENT, _clause(text, span, date), record.name, int(date["year"]), record, why)


def _clause(text: str, sentence: Span, date: re.Match[str]) -> Span:
    """The words that tell of it: the sentence up to its first mark behind the date, without a date that opens it."""
    start = date.end() if date.start() - sentence.start < 4 else sentence.start
    start += len(text[start : sentence.end]) - len(text[start : sentence.end].lstrip(" ,"))
    end = _MARK.search(text, max(start, date.end()) + 1, sentence.end)
    return Span(start, end.start() if end else sentence.end)
