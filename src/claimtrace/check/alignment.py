"""Two passages that say the same, word by word: where they give other citations, numbers or names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein, Opcode

from claimtrace.knowledge.wordings import number_words
from claimtrace.model.citation import Citation
from claimtrace.model.duplicate import Duplicate
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.text.fold import LOWER, without_accents
from claimtrace.text.span_index import SpanIndex

_WORD = re.compile(r"\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+(?:['’-][^\W_]+)*")
_RAISED = str.maketrans(dict.fromkeys(map(chr, LOWER), " "))
_LABELS = re.compile(r"(?:fig(?:ure)?s?|tables?|sections?|chapters?|eq(?:uation)?s?|appendix|parts?|boxe?s?)\.?", re.I)
_ENDS = ".?!:;“\"‘('•–—"  # behind these a capital may be the sentence's own
_SHORT = 6  # tokens that differ between ...
_EMBEDDING = 4  # ... as many that do not
_LEAST_WORDS = 20
_LEAST_FOR_NAMES = 40
_ALIKE_FOR_NAMES = 0.93
_TWO_APART = 30  # words for each difference; where they stand closer, the passages are parallel


class Difference(NamedTuple):
    """What one place gives in the stead of the other; either may be empty. ``kind``: citations, numbers or names."""

    kind: str
    first: str
    second: str
    citations: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


class Differences(NamedTuple):
    """What is to be told, and whether the passages are parallel statements on different things."""

    told: tuple[Difference, ...]
    parallel: bool


class _Token(NamedTuple):
    key: str
    kind: str  # citation, number, name, word
    shown: str
    citation: str | None = None
    reference: str | None = None
    page: str | None = None


def differences(ask: Questions, citations: SpanIndex[Citation], duplicate: Duplicate) -> Differences:
    """Where the two places of a repeat differ in what matters, if they are alike in nearly all else.

    ``citations`` are the paper's, by their anchors.
    """
    first, second = (list(_tokens(ask, citations, span)) for span in (duplicate.first, duplicate.second))
    count = max(len([token for token in side if token.kind != "citation"]) for side in (first, second))
    found = [
        difference
        for one, other in _unlike(first, second)
        for difference in (_of_citations(one, other), _of("number", one, other), _of("name", one, other))
        if difference
    ]
    kinds = [difference.kind for difference in found]
    apart = len(found) - kinds.count("citations")
    short = count < _LEAST_WORDS and _give_other("number", first, second)
    parallel = short or (apart >= 2 and apart * _TWO_APART > count) or ("names" in kinds and count < _LEAST_FOR_NAMES)
    if duplicate.similarity < _ALIKE_FOR_NAMES:  # where words were changed throughout, a name may be one of them
        found = [difference for difference in found if difference.kind != "names"]
    return Differences(tuple(found) if count >= _LEAST_WORDS and not parallel else (), parallel)


def are_at_odds(ask: Questions, citations: SpanIndex[Citation], duplicate: Duplicate) -> bool:
    """Whether each of two passages gives numbers, or names, that the other lacks: then they tell of different things.

    ``citations`` are the paper's, by their anchors.
    """
    one, other = (list(_tokens(ask, citations, span)) for span in (duplicate.first, duplicate.second))
    return any(_give_other(kind, one, other) for kind in ("number", "name"))


def _give_other(kind: str, one: Sequence[_Token], other: Sequence[_Token]) -> bool:
    return _lacks(kind, one, other) and _lacks(kind, other, one)


def _lacks(kind: str, tokens: Sequence[_Token], there: Sequence[_Token]) -> bool:
    """Whether a number or name of one place stands in no form in the other: "web-based" holds "Web"."""
    known = {part for token in there for part in (token.key, *token.key.split("-"))}
    return any(token.kind == kind and known.isdisjoint((token.key, *token.key.split("-"))) for token in tokens)


def _tokens(ask: Questions, citations: SpanIndex[Citation], span: Span) -> Iterator[_Token]:
    """The words and citations of a passage; of a citation one token stands for all that it is written with."""
    document = ask.paper.document
    cited = sorted(citations.overlapping(span), key=lambda citation: (citation.anchor.start, citation.span.start))
    pointers = [(citation.anchor.start, _pointer(ask, citation.id)) for citation in cited]
    text = document.text.string[span.start : span.end].translate(_RAISED)
    before = ""
    for match in _WORD.finditer(text):
        at = span.start + match.start()
        while pointers and pointers[0][0] <= at:
            yield pointers.pop(0)[1]
        if not any(at in citation.anchor for citation in cited):
            yield _word(match, text, before)
            before = match.group()
    yield from (pointer for _, pointer in pointers)


def _pointer(ask: Questions, identity: str) -> _Token:
    citation, reference = ask.citation(identity), ask.link(identity).reference
    shown = ask.reference(reference).short if reference else citation.text.strip("()[]")
    page = citation.locator.first if citation.locator else None
    name = f"{shown}, p. {page}" if page and citation.locator and citation.locator.label == "page" else shown
    return _Token(f"@{reference or without_accents(citation.text)}", "citation", name, identity, reference, page)


def _word(match: re.Match[str], text: str, before: str) -> _Token:
    word = match.group()
    key = without_accents(word).casefold()
    if word[0].isdigit() and not _LABELS.fullmatch(before):
        return _Token(key.replace(",", ""), "number", word)
    if key in number_words("number"):
        return _Token(f"{number_words('number')[key]:g}", "number", word)
    lead = text[: match.start()].rstrip()
    named = word[0].isupper() and len(word) > 1 and bool(lead) and lead[-1] not in _ENDS
    return _Token(key, "name" if named else "word", word)


def _unlike(first: Sequence[_Token], second: Sequence[_Token]) -> Iterator[tuple[list[_Token], list[_Token]]]:
    """The short stretches in which the two go apart between words that are the same."""
    ops = list(Levenshtein.opcodes([token.key for token in first], [token.key for token in second]))
    for same, group in groupby(ops, key=lambda op: op.tag == "equal"):
        part = list(group)
        one, other = first[part[0].src_start : part[-1].src_end], second[part[0].dest_start : part[-1].dest_end]
        if same:
            yield from _pages(one, other)
        elif max(len(one), len(other)) <= _SHORT and _is_embedded(ops, part[0], part[-1]):
            yield list(one), list(other)


def _is_embedded(ops: Sequence[Opcode], first: Opcode, last: Opcode) -> bool:
    """Whether enough equal words stand around a stretch; at the ends of the passages fewer will do."""
    at, end = ops.index(first), ops.index(last)
    around = [side for side in (at - 1, end + 1) if 0 <= side < len(ops)]
    long = [ops[side].src_end - ops[side].src_start >= _EMBEDDING or side in (0, len(ops) - 1) for side in around]
    return bool(around) and all(long)


def _pages(first: Sequence[_Token], second: Sequence[_Token]) -> Iterator[tuple[list[_Token], list[_Token]]]:
    """Citations of one work that give different pages."""
    for one, other in zip(first, second, strict=True):
        if one.page and other.page and one.page != other.page:
            yield [one], [other]


def _of_citations(one: Sequence[_Token], other: Sequence[_Token]) -> Difference | None:
    """Other works, or a citation in one place only where nothing else differs."""
    a, b = ([token for token in side if token.kind == "citation"] for side in (one, other))
    alone = bool(a) != bool(b) and len(a) == len(one) and len(b) == len(other)
    if not alone and (not a or not b or {_same(t) for t in a} == {_same(t) for t in b}):
        return None
    return Difference(
        "citations",
        _shown(a),
        _shown(b),
        tuple(t.citation for t in (*a, *b) if t.citation),
        tuple(t.reference for t in (*a, *b) if t.reference),
    )


def _same(token: _Token) -> tuple[str, str | None]:
    return token.key, token.page


def _of(kind: str, one: Sequence[_Token], other: Sequence[_Token]) -> Difference | None:
    """Numbers or names of which each place has one that the other lacks."""
    a, b = ([token for token in side if token.kind == kind] for side in (one, other))
    keys = [{token.key for token in side} for side in (a, b)]
    if not keys[0] - keys[1] or not keys[1] - keys[0]:
        return None
    return Difference(f"{kind}s", _shown(a), _shown(b))


def _shown(tokens: Sequence[_Token]) -> str:
    return "; ".join(dict.fromkeys(token.shown for token in tokens))
