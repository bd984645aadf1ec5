"""Words that are quoted in one place stand in another as the author's own.

Finds seven words or more in a row, and most of a quotation, that stand elsewhere in the running text without
quotation marks.

Silent where the words are a name, where the other place is itself a quotation or a block quotation, and in the
abstract, which may sum up what the text quotes.

Why: in one of the two places the marks are wrong: either the words are somebody else's, or they are not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrace.check.base import (
    Bounds,
    Check,
    Example,
    Needs,
    Result,
    finding,
    passage_evidence,
    place_named,
    sentence_at,
)
from claimtrace.model.claim import Quotation
from claimtrace.model.document import SectionRole
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.text.fold import without_accents
from claimtrace.text.span_index import SpanIndex

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Words:
    folded: list[str]
    spans: list[Span]


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look for each quotation's words in the text outside quotations."""
    paper = ask.paper
    least = int(bounds["words"])
    words = _free_words(ask)
    quotations = [
        (quotation, [without_accents(m.group()).casefold() for m in _WORD.finditer(quotation.text)])
        for quotation in paper.quotations
    ]
    starts = _starts(words.folded, [quoted for _, quoted in quotations], least)
    named = SpanIndex((mention.span for entity in paper.entities for mention in entity.mentions), lambda span: span)
    result = Result(checked=len(paper.quotations))
    seen: set[Span] = set()
    for quotation, quoted in quotations:
        for span in _places(quoted, words, starts, least, bounds["share"]):
            place = sentence_at(ask, span)
            if place not in seen and not _is_name(ask, span, named):
                seen.add(place)
                result.findings.append(_finding(ask, quotation, span, place))
    return result


def _free_words(ask: Questions) -> _Words:
    """The words of the running text outside quotations and outside the abstract."""
    document = ask.paper.document
    text = document.text.string
    quotations = SpanIndex(ask.paper.quotations, lambda quotation: quotation.span)
    found = _Words([], [])
    for sentence in ask.paper.sentences:
        section = document.section_at(sentence.span.start)
        if section and section.role in (SectionRole.ABSTRACT, SectionRole.REFERENCES):
            continue
        quoted = [quotation.span for quotation in quotations.overlapping(sentence.span)]
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            free = not any(span.overlaps(other) for other in quoted)
            found.folded.append(without_accents(match.group()).casefold() if free else "\0")
            found.spans.append(span)
    return found


def _starts(words: Sequence[str], quoted: Sequence[Sequence[str]], least: int) -> dict[tuple[str, ...], list[int]]:
    """Where in the text runs of so many words stand that stand in quotations too."""
    found: dict[tuple[str, ...], list[int]] = {
        tuple(row[at : at + least]): [] for row in quoted for at in range(len(row) - least + 1)
    }
    for at, run in enumerate(zip(*(words[step:] for step in range(least)), strict=False)):
        if run in found:
            found[run].append(at)
    return found


def _places(
    quoted: Sequence[str], words: _Words, starts: dict[tuple[str, ...], list[int]], least: int, share: float
) -> list[Span]:
    """The longest stretches of free text that repeat enough of a quotation, one for each place."""
    found: list[Span] = []
    used: set[int] = set()
    for begin in range(len(quoted) - least + 1):
        for at in starts.get(tuple(quoted[begin : begin + least]), []):
            if at in used:
                continue
            length = least
            while begin + length < len(quoted) and words.folded[at + length : at + length + 1] == [
                quoted[begin + length]
            ]:
                length += 1
            used.update(range(at, at + length - least + 1))
            if length >= share * len(quoted):
                found.append(Span(words.spans[at].start, words.spans[at + length - 1].end))
    return found


def _is_name(ask: Questions, span: Span, mentions: SpanIndex[Span]) -> bool:
    """Whether the words are mostly the name of an entity, or a title in capitals."""
    text = ask.paper.document.text.at(span)
    named = sum(len(mention) for mention in mentions.overlapping(span) if span.covers(mention))
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return named > 0.4 * len(span) or sum(word[0].isupper() for word in words) > 0.6 * max(len(words), 1)


def _finding(ask: Questions, quotation: Quotation, span: Span, place: Span) -> Finding:
    count = len(_WORD.findall(ask.paper.document.text.at(span)))
    where = place_named(ask, quotation.span.start)
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.CONFIRMED if count >= 10 else Verdict.LIKELY,
        f"{count} words in a row stand here without quotation marks; {where} they are quoted.",
        place,
        evidence=[passage_evidence(ask, sentence_at(ask, quotation.span), "quoted here")],
        claims=[claim.id for claim in ask.paper.claims if claim.span.overlaps(place)],
    )


CHECK = Check(
    name="quotation-unmarked",
    needs=(Needs.PAPER,),
    layers=("quotations",),
    severity=Severity.WARNING,
    finds="words quoted in one place stand in another as the author's own",
    run=run,
    bounds={"words": 7, "share": 0.6},
    example=Example(
        bad="One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4).\n\nAs the "
        "crews knew, the "
        "sea keeps no office hours and never will.\n\n# References\nQuill, B. (2012). Tides and tallies. Port "
        "Selwyn Press.",
        good="One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4).\n\nThe "
        "saying that “the "
        "sea keeps no office hours and never will” was common (Quill, 2012, p. 4).\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
