"""The year of what a sentence tells as a fact: "the dam broke in January 2019", "the 2013 floods drowned a valley"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrace.knowledge.months import date_told, english_months, seasons
from claimtrace.knowledge.reporting import is_reporting
from claimtrace.knowledge.wordings import alternatives, worded
from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.claim import Claim
from claimtrace.model.document import SectionRole
from claimtrace.model.entity import EntityType
from claimtrace.model.graph import Questions
from claimtrace.text.spans import masked, without

_ACTORS = (EntityType.STATE, EntityType.ORGANIZATION, EntityType.INCIDENT, EntityType.AGREEMENT)
_MONTH = re.compile(rf"{'|'.join(english_months())}|{seasons()}")
_WHEN = re.compile(
    rf"\b(?i:in|since|on|during|at|by|from|of(?=\s+(?:\d{{1,2}}\s+)?(?:{'|'.join(english_months())})))\s+{date_told()}"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ENDING = re.compile(r"[,;:–—]\s+(?P<clause>[^,;:–—]*)$")
_WAS = re.compile(r"\b(?:was|were|had)\b")
_RELATIVE = re.compile(
    r"(?:\b(?:that|which|who|whose|where)|,\s+(?:an?|one))\s+(?P<clause>(?:(?!\b(?:that|which|who|whose|where)\b).)*)$"
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Aa]s)\s+$")
_ASIDE = re.compile(r",\s+(?:which|who|whose|where|once|first|then|founded|built|an?)\b[^,;:]*$")
_GOES_ON = re.compile(r"[)\]]?\s*,")
_NOT_TOLD = ("planned", "older", "told tale", "product")


def deed_year(ask: Questions, claim: Claim) -> int | None:
    """The latest year in which a claim says that something happened, for which what it cites must be the source.

    ``None`` where it tells of plans, ideas, stories, methods or data, or cites for another part of the sentence.
    """
    section = ask.paper.document.section_at(claim.span.start)
    if section is not None and section.role in (SectionRole.METHOD, SectionRole.ABSTRACT):
        return None
    words = told_words(ask, claim)
    if any(worded(kind, words) for kind in ("norm", "ahead", "prediction", "own")) or speaks_otherwise(words):
        return None
    citations = [ask.citation(identity) for identity in claim.citations]
    acted = any(entity.type in _ACTORS for entity in ask.entities_in(claim)) or worded("actor", words)
    limit = ask.paper.document.year or 2100
    text = masked(ask.paper.document.text.string, claim.span, [citation.span for citation in citations])
    years = [
        year for year, at in _years(text, acted) if year <= limit and _answers(ask, citations, claim.span.start + at)
    ]
    return max(years, default=None)


def _years(text: str, acted: bool) -> Iterator[tuple[int, int]]:
    """Years given to something that happened, with where they stand."""
    small = text.casefold()
    befell = bool(_any("happening").search(small))
    if not (befell or _past().search(small)):
        return
    studied = _any("study").search(small)
    told = befell or bool(_any("occasion").search(small)) or (acted and not studied)
    for match in _WHEN.finditer(text):
        if told or (_MONTH.search(match.group()) and not studied):
            yield int(match["year"]), match.start("year")
    for form in _occasions():
        for match in form.finditer(text):
            yield int(match["year"]), match.start("year")


def told_words(ask: Questions, claim: Claim) -> str:
    """The words of a claim without its citations, in small letters."""
    cited = [ask.citation(identity).span for identity in claim.citations]
    return without(ask.paper.document.text.string, claim.span, cited).casefold()


def speaks_otherwise(words: str) -> bool:
    """Whether a sentence only speaks of a year: of plans, of what is older, of a story, or of what always holds."""
    return any(_any(kind).search(words) for kind in _NOT_TOLD) or ends_generally(words)


def ends_generally(words: str) -> bool:
    """Whether the last clause, for which a sentence cites, tells what holds at any time: "..., as prices always do"."""
    words = words.rstrip(" .()[]")
    ending = _ENDING.search(words)
    if ending and not _YEAR.search(ending["clause"]) and _any("general").search(ending["clause"]):
        return True
    last = _RELATIVE.search(words)
    return last is not None and not any(said.search(last["clause"]) for said in (_YEAR, _WAS, _past()))


def _answers(ask: Questions, citations: Sequence[Citation], year_at: int) -> bool:
    """Whether a citation speaks for the clause of the year: it stands behind it, or the sentence says who tells of it.

    One at the end of an aside ("the station, which was founded by monks (Holm, 1990), was closed") speaks for that.
    """
    text = ask.paper.document.text.string
    for citation in citations:
        if citation.form is CitationForm.NARRATIVE:
            before = text[max(0, citation.span.start - 20) : citation.span.start]
            if _ACCORDING.search(before) or is_reporting(text[citation.span.end : citation.span.end + 40]):
                return True
        elif citation.anchor.start > year_at:
            aside = _ASIDE.search(text, year_at, citation.anchor.start)
            if not (aside and _GOES_ON.match(text, citation.anchor.end)):
                return True
    return False


@cache
def _any(kind: str) -> re.Pattern[str]:
    words = alternatives("dated_deed_words", kind)
    return re.compile(rf"\b(?:{words})\b" if kind in ("occasion", "happening") else words)


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[a-z]{{2,}}ed|{alternatives('dated_deed_words', 'past')})\b")


@cache
def _occasions() -> tuple[re.Pattern[str], ...]:
    """The year as a part of what happened: "the 2013 floods", "the election of 2014"."""
    noun = rf"(?:{alternatives('dated_deed_words', 'occasion')})\b"
    year = r"(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]\d)"
    return (
        re.compile(
            rf"\b(?:the|an?|its|their|this|that|[a-z]+['’]s)\s+(?:[a-z]+\s+)?{year}\s+(?:[\w-]+\s+){{0,2}}?{noun}",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{noun}\s+of\s+{date_told()}", re.IGNORECASE),
    )
