"""What a check is, and what it gives back."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimtrace.model.claim import Claim
from claimtrace.model.finding import Coverage, CoverageState, Evidence, Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.identity import content_id
from claimtrace.model.place import Box, Span
from claimtrace.text.spans import without

_NOTE_MARKER = re.compile(r"[^\W\d_][.,;:!?”\"’)]*[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_CLOSING = " ”’\"')]»⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾,"
Bounds = Mapping[str, int | float]


class Needs(StrEnum):
    """What a check must have."""

    PAPER = "P"
    FULL_TEXT = "F"
    KNOWLEDGE = "K"
    BIBLIOGRAPHY = "B"
    CORPUS = "C"


NEEDS_IN_WORDS = {
    Needs.PAPER: "the paper",
    Needs.FULL_TEXT: "the full text of the cited works",
    Needs.KNOWLEDGE: "the knowledge base of states, incidents and agreements",
    Needs.BIBLIOGRAPHY: "a bibliographic database",
    Needs.CORPUS: "other papers",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A small paper of one or two paragraphs and a list, as text: what sets a check off, and what does not."""

    bad: str
    good: str


@dataclass(slots=True)
class Result:
    """What a check found, and how much it looked at.

    ``checked`` counts the items judged, ``abstained`` those it could not judge; ``skipped`` says why the check did
    not run at all.
    """

    findings: list[Finding] = field(default_factory=list)
    checked: int = 0
    abstained: int = 0
    why: str | None = None
    skipped: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of a paper. Its module's docstring says what it finds, when it is silent, and why.

    ``needs`` is what must be at hand, ``layers`` what the stages before it must have made.
    """

    name: str
    needs: tuple[Needs, ...]
    layers: tuple[str, ...]
    severity: Severity
    finds: str
    run: Callable[[Questions, Bounds], Result]
    example: Example
    bounds: Bounds = field(default_factory=dict)

    @property
    def explanation(self) -> str:
        """The docstring of the check's module."""
        return (sys.modules[self.run.__module__].__doc__ or "").strip()

    @property
    def why(self) -> str:
        """Why the check matters: the part of the explanation that says so."""
        _, _, why = self.explanation.partition("Why: ")
        return " ".join(why.partition("\n\n")[0].split())

    def coverage(self, result: Result) -> Coverage:
        """How much the check looked at, as the audit tells it."""
        if result.skipped:
            return Coverage(self.name, CoverageState.SKIPPED, why=result.skipped)
        nothing = result.abstained and not result.checked
        state = CoverageState.ABSTAINED if nothing else CoverageState.RUN
        return Coverage(self.name, state, result.checked, result.abstained, result.why)


def finding(
    ask: Questions,
    check: str,
    severity: Severity,
    verdict: Verdict,
    message: str,
    span: Span | None,
    *,
    quote: str | None = None,
    page: int | None = None,
    evidence: Iterable[Evidence] = (),
    citations: Iterable[str] = (),
    references: Iterable[str] = (),
    claims: Iterable[str] = (),
    duplicate: str | None = None,
    places: Iterable[Box] = (),
) -> Finding:
    """A finding, named by its check, its paper and its quote; the quote is the span's text unless it is given."""
    document = ask.paper.document
    text = " ".join(document.text.at(span).split()) if span else ""
    shown = quote if quote is not None else text
    return Finding(
        id=content_id("finding", check, document.id, shown, page or (span.start if span else 0)),
        check=check,
        severity=severity,
        verdict=verdict,
        message=message,
        page=page if page is not None else (document.text.page_of(span.start) if span else None),
        span=span,
        quote=shown,
        evidence=tuple(evidence),
        citations=tuple(dict.fromkeys(citations)),
        references=tuple(dict.fromkeys(references)),
        claims=tuple(dict.fromkeys(claims)),
        duplicate=duplicate,
        places=tuple(places),
    )


def entry_evidence(ask: Questions, reference: str, kind: str = "entry") -> Evidence:
    """An entry of the reference list as evidence."""
    entry = ask.reference(reference)
    return Evidence(kind, entry.raw, entry.page, entry.span)


def passage_evidence(ask: Questions, span: Span, kind: str = "passage") -> Evidence:
    """A passage of the paper as evidence."""
    text = " ".join(ask.paper.document.text.at(span).split())
    return Evidence(kind, text, ask.page(span.start), span)


def context_evidence(ask: Questions, citations: Iterable[str]) -> list[Evidence]:
    """The sentences of the running text that call the notes in which these citations stand."""
    found = []
    for identity in citations:
        citation = ask.citation(identity)
        if citation.anchor != citation.span:
            found.append(passage_evidence(ask, sentence_at(ask, citation.anchor), "in the text"))
    return found


def sentence_at(ask: Questions, span: Span) -> Span:
    """The sentence in which something stands; the thing itself where it stands in none (a note, a table)."""
    sentences = ask.paper.sentences
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.end)
    return sentences[at].span if at < len(sentences) and sentences[at].span.overlaps(span) else span


def own_words(ask: Questions, claim: Claim) -> str:
    """The words of a claim without those of its citations."""
    taken = (ask.citation(identity).span for identity in claim.citations)
    return without(ask.paper.document.text.string, claim.span, taken)


def calls_note(text: str) -> bool:
    """Whether a sentence carries a note marker; what the note says may be a source that was not read."""
    return bool(_NOTE_MARKER.search(text))


def is_whole(text: str) -> bool:
    """Whether a text is a whole statement: no question, no lead to a list, nothing that a figure or page cut short."""
    return text.rstrip(_CLOSING).endswith((".", "!", "…"))


def place_named(ask: Questions, offset: int) -> str:
    """Where a character stands, as a message says it: its page, else its section."""
    page = ask.page(offset)
    if page is not None:
        return f"on page {page}"
    section = ask.paper.document.section_at(offset)
    return f"under “{section.title}”" if section else "elsewhere"


def unbracketed(text: str) -> str:
    """A citation without the brackets around it: "(Holm, 2015)" is "Holm, 2015"; "Holm (2015)" stays."""
    inner = text[1:-1]
    return inner if text[:1] in "([" and text[-1:] in ")]" and not set("()[]") & set(inner) else text


def shown_place(ask: Questions, span: Span) -> Span:
    """What to quote for a citation: its own words, or its sentence where these are few ("[12]")."""
    return span if len(span) >= 12 else sentence_at(ask, span)
