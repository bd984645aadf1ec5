"""Running text cut into sentences, citations kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nupunkt

from claimtrace.knowledge.wordings import plain_words
from claimtrace.model.claim import Sentence
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.place import Span

RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTATION)
_SUPERSCRIPT = re.compile(r"⁽[^⁽⁾\s]{1,12}⁾|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾]")
_ENDS_EARLY = re.compile(
    r"(?:\bet al|\b(?:e\.g|i\.e|cf|viz|ca|vs|pp?|vol|no|nos|ch|chap|sec|art|para|paras|fig|figs|eq|ed|eds|resp|approx)"
    r"|\bn\.\s?d|\b[A-Z])\.[,;]?$",
    re.IGNORECASE,
)
_BRACKET_AHEAD = re.compile(  # "... hour.” (p. 45) Others ...", but no "(2) Others ..." of a list
    r"(?!\(\d{1,2}\))[(\[][^()\[\]]{0,200}\d[^()\[\].!?]{0,20}[)\]][.,;]?(?=\s+\S)"
)
_WORD_AND_STOP = re.compile(r"(?<![\w.-])(?P<word>[a-z]{2,})\.[”\"’)]*\s+(?=[“\"‘(]?[A-Z])")
_ONLY_BRACKET = re.compile(r"^[(\[][^()\[\]]{1,200}[)\]][.,;]?$")


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of paragraphs, list items and block quotations, in text order."""
    for position, block in enumerate(document.blocks):
        if block.kind in RUNNING:
            for span in sentence_spans(document.text.at(block.span)):
                yield Sentence(Span(block.span.start + span.start, block.span.start + span.end), position)


def sentence_spans(text: str) -> list[Span]:
    """Where the sentences of a paragraph begin and end.

    A superscript marker belongs to the sentence before it, and so does a bracket with a year or a page behind the
    full stop. No cut is made within brackets or behind an abbreviation that citations use.
    """
    masked = _SUPERSCRIPT.sub(lambda marker: " " * len(marker.group()), text)  # behind a full stop it would hide it
    found: list[Span] = []
    for start, end in _cuts(masked):
        span = _trimmed(text, start, end)
        ahead = _BRACKET_AHEAD.match(text, span.start, span.end) if span and found else None
        if ahead:
            found[-1] = Span(found[-1].start, ahead.end())
            span = _trimmed(text, ahead.end(), end)
        if span is None:
            continue
        if found and _belongs(text, found[-1], span):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """The cuts of nupunkt, and those that it misses: it takes "bank", "ten" or "works" for abbreviations."""
    for start, end in nupunkt.sent_spans(text):
        for match in _WORD_AND_STOP.finditer(text, start, end):
            if match["word"] not in plain_words("shortened"):
                yield start, match.end()
                start = match.end()
        yield start, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _belongs(text: str, before: Span, span: Span) -> bool:
    """Whether a piece goes on with the sentence before it."""
    left, right = text[before.start : before.end], text[span.start : span.end]
    if _SUPERSCRIPT.sub("", right).strip(" .,;") == "":
        return True
    if _ENDS_EARLY.search(left) and not _begins_sentence(left, right):
        return True
    if left.count("(") > left.count(")") and left.rfind("(") > len(left) - 240 and ")" in right:
        return True
    if left.count("[") > left.count("]") and left.rfind("[") > len(left) - 120 and "]" in right:
        return True
    return bool(_ONLY_BRACKET.match(right)) or right[:1].islower() or right[:1] in ",;)]”"


def _begins_sentence(left: str, right: str) -> bool:
    """A single capital letter may well end a sentence ("in World War I. The"); an abbreviation may not."""
    return bool(re.search(r"\b[A-Z]\.$", left)) and bool(
        re.match(r"(?:The|This|These|In|It|A|An|However|But|For|As|Such)\b", right)
    )
