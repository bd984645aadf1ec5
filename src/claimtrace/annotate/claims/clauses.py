"""Sentences cut where they assert several things, each with its own citation.

A citation at the end of a clause covers that clause, one at the end of a sentence the sentence. So a cut is made only
at the end of a clause that cites, before another that cites as well: "Ropes rot in salt (Holm, 2015), while lamps smoke
in fog (Quill, 2012)." gives two claims, "Ropes and sails (Holm, 2015) rot in salt and fog (Quill, 2012)." one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrace.knowledge.reporting import reporting_verbs
from claimtrace.model.citation import Citation, CitationForm
from claimtrace.model.place import Span
from claimtrace.text.spans import without

_LEAST_WORDS = 4
_CLAUSE_END = re.compile(r"(?P<sure>,?\s+(?=(?:while|whereas|although|though|but|yet)\b))|;\s+|,\s+(?=(?:and|or|so)\b)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|does|do|did|can|could|will|would|may|might|must|shall|should|[a-z]{3,}ed)\b"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}


def clauses(text: str, sentence: Span, citations: Sequence[Citation]) -> list[Span]:
    """The pieces of a sentence that have citations of their own; the sentence itself where it asserts one thing.

    Args:
        text: the paper's text.
        sentence: where the sentence stands.
        citations: those that speak for the sentence.
    """
    found, start = [], sentence.start
    for end in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
        left, right = Span(start, end.start()), Span(end.end(), sentence.end)
        if _is_open(text[left.start : left.end]) or any(end.start() in citation.anchor for citation in citations):
            continue
        behind = any(right.covers(citation.anchor) for citation in citations)
        if behind and _ends_cited(left, citations) and _are_clauses(text, left, right, citations, bool(end["sure"])):
            found.append(left)
            start = right.start
    return [*found, Span(start, sentence.end)]


def _ends_cited(piece: Span, citations: Sequence[Citation]) -> bool:
    """Whether a piece names its author, or a citation stands at its very end."""
    inside = [citation for citation in citations if piece.covers(citation.anchor)]
    return any(c.form is CitationForm.NARRATIVE or piece.end - c.anchor.end <= 1 for c in inside)


def _is_open(text: str) -> bool:
    """Whether brackets or quotation marks are still open at the end of a text."""
    return any(text.count(opening) > text.count(closing) for opening, closing in _PAIRS.items())


def _are_clauses(text: str, left: Span, right: Span, citations: Sequence[Citation], sure: bool) -> bool:
    """Whether both pieces have words enough, and the right one a verb where no conjunction makes it a clause."""
    taken = [citation.span for citation in citations]
    before, behind = (_WORD.findall(without(text, piece, taken)) for piece in (left, right))
    verbs = reporting_verbs("view", "finding", "deed")
    clause = sure or any(word in verbs or _VERB.fullmatch(word) for word in behind)
    return clause and min(len(before), len(behind)) >= _LEAST_WORDS
