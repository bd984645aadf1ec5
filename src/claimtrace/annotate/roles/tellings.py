"""The stretches of a text that tell of a hostile deed: there it is asked who did it and whom it hit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from claimtrace.annotate.roles.telling import Name
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.claim import Sentence
from claimtrace.model.place import Span

_WHOLE = 6  # sentences of a paragraph that is one telling
_REACH = 2  # sentences behind a deed that may still tell who did it


@dataclass(frozen=True, slots=True)
class Telling:
    """Sentences that hang together by a deed, and the names in them."""

    sentences: tuple[Span, ...]
    names: tuple[Name, ...]

    @property
    def span(self) -> Span:
        """The stretch as a whole."""
        return Span(self.sentences[0].start, self.sentences[-1].end)


def tellings(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> Iterator[Telling]:
    """The tellings of a text in order; a short paragraph is one as a whole, of a long one what is near its deeds."""
    starts = [name.span.start for name in names]
    for _, block in groupby(sentences, key=lambda sentence: sentence.block):
        spans = [sentence.span for sentence in block]
        inside = names[bisect_left(starts, spans[0].start) : bisect_left(starts, spans[-1].end)]
        if not any(name.kind != "incident" for name in inside):
            continue
        for near in _near_deeds(text, spans, inside):
            here = tuple(name for name in inside if near[0].start <= name.span.start < near[-1].end)
            if any(name.kind != "incident" for name in here):
                yield Telling(tuple(near), here)


def _near_deeds(text: str, spans: Sequence[Span], names: Sequence[Name]) -> Iterator[Sequence[Span]]:
    if len(spans) <= _WHOLE:
        yield spans
        return
    telling = [at for at, span in enumerate(spans) if tells(text, span, names)]
    if not telling:
        return
    first = last = telling[0]
    for at in telling[1:]:
        if at - last > _REACH + 1:
            yield spans[max(0, first - 1) : last + _REACH + 1]
            first = at
        last = at
    yield spans[max(0, first - 1) : last + _REACH + 1]


def tells(text: str, span: Span, names: Sequence[Name]) -> bool:
    """Whether words tell of a hostile deed, or an incident or a group of hackers is named."""
    return bool(_signs().search(text, span.start, span.end)) or any(
        name.kind in ("incident", "group") and span.covers(name.span) for name in names
    )


@cache
def _signs() -> re.Pattern[str]:
    """The words by which a sentence tells of a hostile deed."""
    deeds = "|".join(alternatives("deed_words", kind) for kind in ("cyber", "intrude", "suffered", "noun", "taking"))
    return re.compile(rf"(?<![\w-])(?:{deeds}|(?i:{alternatives('role_words', 'hostile')}))(?![\w-])")
