"""The same quotation stands twice with other words, another page or another source.

Finds quotations of five words or more that the paper quotes again in words that are not quite the same, or in the same
words from another page of the work or from another work.

Silent where one quotation is a part of the other, where what was left out or put in is marked ("...", "[the]"), for the
first letter and punctuation, for spellings and forms of a word ("organise", "organize"), for ranges of pages that
overlap, for pages that page-outside-source tells of, and for works that are cited as quoted in others.

Why: quoted words are the author's to the letter (APA Publication Manual, 7th edition, sections 8.25 and 8.31), so of
two wordings at most one is right, and of two pages mostly one. It is a warning: the work itself was not looked at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

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
from claimtrace.check.page_outside_source import inside
from claimtrace.model.citation import Citation
from claimtrace.model.claim import Quotation
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.text.fold import without_accents
from claimtrace.text.pages import page_value

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKED = re.compile(r"\[[^\]]*\]|…|(?:\. ?){3,}|\*{3}")
_SECOND_HAND = re.compile(
    r"\b(?:quoted|cited|qtd\.?|as (?:quoted|cited)) (?:in|by|from|after)\b|\breprint", re.IGNORECASE
)
_MANY = 8  # words; fewer may well stand in two works
_SAME_FORM = 0.75  # likeness of two words, by letters
_MUCH_SHORTER = 0.6  # of the words of the longer one
_PART_ALIKE = 0.8


class _Quoted(NamedTuple):
    quotation: Quotation
    citation: Citation | None
    reference: str | None
    words: tuple[str, ...]


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare each quotation with those before it."""
    links = ask.paper.quotation_links
    quoted = [
        row
        for quotation, link in zip(ask.paper.quotations, links, strict=True)
        if len((row := _quoted(ask, quotation, link.citation)).words) >= bounds["words"]
    ]
    result = Result(checked=len(quoted))
    for at, row in enumerate(quoted):
        told = [
            (other, what) for other in quoted[:at] if (what := _variation(ask, other, row, bounds["alike"])) is not None
        ]
        if told and all(what for _, what in told):
            result.findings.append(_finding(ask, told[0][0], row, told[0][1]))
    return result


def _quoted(ask: Questions, quotation: Quotation, citation: str | None) -> _Quoted:
    pointer = ask.citation(citation) if citation else None
    reference = ask.link(citation).reference if citation else None
    words = tuple(without_accents(word).casefold() for word in _WORD.findall(quotation.text.replace("-", "")))
    return _Quoted(quotation, pointer, reference, words)


def _variation(ask: Questions, one: _Quoted, other: _Quoted, alike: float) -> str | None:
    """What differs, in words; empty where nothing does, ``None`` where the two are not the same quotation."""
    same_work = bool(one.reference) and one.reference == other.reference
    there, here = _counterparts(one.words, other.words)
    if Indel.normalized_similarity(there, here) < (alike if same_work else max(alike, _PART_ALIKE)):
        return None
    words = _other_words(there, here)
    if words:
        both_marked = _MARKED.search(one.quotation.text) or _MARKED.search(other.quotation.text)
        return "" if both_marked else f"in other words: {words}"
    if same_work:
        return _other_page(ask, one.citation, other.citation)
    if one.reference and other.reference and min(len(one.words), len(other.words)) >= _MANY:
        return _other_work(ask, one, other)
    return ""


def _counterparts(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of two quotations to be compared: of a much longer one, the part that is most like the shorter."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _MUCH_SHORTER * len(long):
        return one, other
    windows = (long[at : at + len(short)] for at in range(len(long) - len(short) + 1))
    best = max(windows, key=lambda window: Indel.normalized_similarity(short, window))
    if Indel.normalized_similarity(short, best) < _PART_ALIKE:
        return one, ()
    return (one, best) if short is one else (best, other)


def _other_words(there: tuple[str, ...], here: tuple[str, ...]) -> str:
    """The words that differ, side by side; words before and behind the shorter one do not count."""
    ops = list(Levenshtein.opcodes(there, here))
    inner = [
        op
        for at, op in enumerate(ops)
        if op.tag != "equal" and not (at in (0, len(ops) - 1) and op.tag in ("insert", "delete") and len(ops) > 1)
    ]
    told = [(" ".join(there[op.src_start : op.src_end]), " ".join(here[op.dest_start : op.dest_end])) for op in inner]
    unlike = [(old, new) for old, new in told if not _same_form(old, new)]
    return "; ".join(f"“{old or '–'}” there, “{new or '–'}” here" for old, new in unlike[:3])


def _same_form(one: str, other: str) -> bool:
    """Whether two words are spellings or forms of one."""
    return one[:3] == other[:3] and Levenshtein.normalized_similarity(one, other) >= _SAME_FORM


def _other_page(ask: Questions, one: Citation | None, other: Citation | None) -> str:
    """The two places in a work, where they are pages that do not overlap and may both be right."""
    ranges = []
    for citation in (one, other):
        if not citation or not citation.locator or citation.locator.label != "page":
            return ""
        reference = ask.link(citation.id).reference
        if reference and inside(citation, ask.reference(reference)) is False:
            return ""  # page-outside-source tells of it
        first = page_value(citation.locator.first)
        ranges.append((first, page_value(citation.locator.last) or first, citation.locator.text))
    (begin, end, there), (from_, to, here) = ranges
    if begin is None or end is None or from_ is None or to is None or (begin <= to and from_ <= end):
        return ""
    return f"from another page: {there} there, {here} here"


def _other_work(ask: Questions, one: _Quoted, other: _Quoted) -> str:
    text = ask.paper.document.text
    for row in (one, other):
        if row.citation is None or _SECOND_HAND.search(
            text.at(sentence_at(ask, row.quotation.span)) + row.citation.text
        ):
            return ""
    there, here = (ask.reference(row.reference).short for row in (one, other) if row.reference)
    return f"from another work: {there} there, {here} here"


def _finding(ask: Questions, one: _Quoted, other: _Quoted, what: str) -> Finding:
    place = sentence_at(ask, other.quotation.span)
    pages = [row.citation.locator.text for row in (one, other) if row.citation and row.citation.locator]
    same_place = bool(one.reference) and one.reference == other.reference and len(pages) == 2 and pages[0] == pages[1]
    work = "from another work" in what
    where = place_named(ask, one.quotation.span.start)
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.CONFIRMED if same_place else Verdict.POSSIBLE if work else Verdict.LIKELY,
        f"This quotation stands {where} too, {what}.",
        place,
        evidence=[passage_evidence(ask, sentence_at(ask, one.quotation.span), "quoted here too")],
        citations=[row.citation.id for row in (one, other) if row.citation],
        references=[row.reference for row in (one, other) if row.reference],
        claims=[claim.id for claim in ask.paper.claims if other.quotation.id in claim.quotations],
    )


CHECK = Check(
    name="quotation-varies",
    needs=(Needs.PAPER,),
    layers=("quotations", "links"),
    severity=Severity.WARNING,
    finds="the same quotation stands twice with other words, another page or another source",
    run=run,
    bounds={"words": 5, "alike": 0.55},
    example=Example(
        bad="One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4).\n\nAs the pilots "
        "say, “the sea keeps no working hours and never will” (Quill, 2012, p. 4).\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="One pilot held that “the sea keeps no office hours and never will” (Quill, 2012, p. 4).\n\nAs the pilots "
        "say, “the sea keeps no [...] hours” (Quill, 2012, p. 4).\n\n# References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
