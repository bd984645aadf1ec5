"""Words that the paper quotes: between quotation marks of any style, or set off as a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrace.model.claim import Quotation
from claimtrace.model.document import Block, BlockKind, Document, SectionRole
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span

RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTATION)
LEAST_WORDS = 4  # fewer are a term, a title or scare quotes
_PAIRS = (("„", "“”"), ("“", "”"), ("‚", "‘’"), ("``", ("''",)))  # an opening mark, and those that may close it
_POINTED = (("«", "»"), ("‹", "›"))  # outwards in French, inwards in German and Danish
_SINGLE_OPEN = re.compile(r"(?<![\w’'])(?:‘(?=\S)(?!\d\d)|'(?=[^\W\d]))")  # no "‘90s"
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,;:!?)\]”\"…%-])[’‘'](?!\w)")
_POSSESSIVE = re.compile(r"(?<=s)[’'](?=\s+[a-z])")  # "the pilots’ lamps" closes nothing where a mark follows that can
_STRAIGHT_OPEN = re.compile(r'(?<![\w"])"(?=[\w(\[\'‘…])')
_STRAIGHT_CLOSE = re.compile(r'(?<=[\w.,;:!?)\]\'’…%-])"(?!\w)')
_INTRODUCES_TITLE = re.compile(
    r"\b(?:entitled|titled|called|chapter|article|essay|paper|report|book|speech|lecture|section|named|dubbed|song|film)\b"
    r"[^.]{0,40}[,:]?\s*$",
    re.IGNORECASE,
)
_NAMES_TITLE = re.compile(
    r"\b(?:(?:entitled|titled|named)[,:]?|chapter|article|essay|paper|book|lecture|song|film|poem|novel)\s+$",
    re.IGNORECASE,
)


def find_quotations(document: Document) -> Iterator[Quotation]:
    """The quotations of the running text, in text order; titles and single terms are left out."""
    before: Block | None = None
    for block in document.blocks_of(*RUNNING):
        section = document.section_at(block.span.start)
        set_off = block.kind is BlockKind.BLOCK_QUOTATION
        if set_off and section is not None and section.role is SectionRole.ABSTRACT:
            continue  # an abstract is often set like a quotation
        spans = list(_marked(document.text.string, block))
        if set_off and not any(len(span) > 0.5 * len(block.span) for span in spans):
            set_off = _is_introduced(document, before) and _is_prose(document.text.at(block.span))
            spans = [_without_source(document, block)] if set_off else spans
        before = block
        for span in sorted(spans):
            text = " ".join(document.text.at(span).split())
            if len(text.split()) >= LEAST_WORDS and not _is_title(document, span, text):
                yield Quotation(content_id("quotation", span.start, text), text, span, set_off)


def _is_introduced(document: Document, before: Block | None) -> bool:
    """Whether a paragraph leads to what is set off below it; without marks, only that tells a quotation."""
    return before is not None and document.text.at(before.span).rstrip().endswith((":", ",", ":”", "–", "—"))


def _is_prose(text: str) -> bool:
    """Whether a block reads as sentences rather than as the labels of a figure or as code."""
    words = text.split()
    plain = sum(word.strip(".,;:!?()“”’").isalpha() for word in words)
    return plain > 0.7 * len(words) and bool(re.search(r"[.!?…]", text))


def _marked(text: str, block: Block) -> Iterator[Span]:
    """What stands between marks, the outermost pair of each."""
    start, end = block.span.start, block.span.end
    taken: list[Span] = []
    for opening, closings in _pairs(text[start:end]):
        at = start
        while (begin := text.find(opening, at, end)) >= 0:
            at = inner = begin + len(opening)
            if any(begin in span or begin == span.end for span in taken):
                continue  # within another, or the mark that closes it
            closes = [close for closing in closings if (close := text.find(closing, inner, end)) >= 0]
            if closes:
                at = min(closes) + 1
                taken.append(Span(inner, min(closes)))
    taken.extend(_by_pattern(text, start, end, _STRAIGHT_OPEN, _STRAIGHT_CLOSE, taken))
    taken.extend(list(_single(text, start, end, taken)))
    last = start
    for span in sorted(taken, key=lambda span: (span.start, -span.end)):
        if span.start >= last:
            last = span.end
            yield span


def _pairs(text: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The marks that open and close quotations in a paragraph; its first pointed mark tells which way they point."""
    yield from _PAIRS
    for left, right in _POINTED:
        inwards = right in text and (left not in text or text.index(right) < text.index(left))
        yield (right, left) if inwards else (left, right)
    if "“" not in text and "„" not in text:
        yield "”", "”"  # Swedish and Finnish


def _single(text: str, start: int, end: int, taken: list[Span]) -> Iterator[Span]:
    """What stands between single marks, double ones within them included."""
    at = start
    while begin := _SINGLE_OPEN.search(text, at, end):
        at = begin.end()
        following = _SINGLE_OPEN.search(text, at, end)
        closes = list(_SINGLE_CLOSE.finditer(text, at, following.start() if following else end))
        close = next((close for close in closes if not _POSSESSIVE.match(text, close.start())), None)
        close = close or next(iter(closes), None)
        if close is None:
            continue  # a mark that was never closed
        span = Span(begin.end(), close.start())
        if all(span.covers(other) or not span.overlaps(other) for other in taken):
            at = close.end()
            yield span


def _by_pattern(
    text: str, start: int, end: int, opening: re.Pattern[str], closing: re.Pattern[str], taken: list[Span]
) -> Iterator[Span]:
    at = start
    while begin := opening.search(text, at, end):
        close = closing.search(text, begin.end(), end)
        if not close:
            return
        at = close.end()
        span = Span(begin.end(), close.start())
        if opening.search(text, span.start, span.end):
            at = span.start  # a mark that was never closed
            continue
        if not any(span.overlaps(other) for other in taken):
            yield span


def _without_source(document: Document, block: Block) -> Span:
    """A block quotation without the brackets behind it that name its source."""
    text = document.text.at(block.span)
    match = re.search(r"\s*[(\[][^()\[\]]{3,120}[)\]]\.?\s*$|[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*$", text)
    return Span(block.span.start, block.span.start + (match.start() if match else len(text)))


def _is_title(document: Document, span: Span, text: str) -> bool:
    """Whether quoted words are a title: nearly all in capitals, or introduced as one ("her essay “On lamps” was")."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    if words and capitals > 0.7 * len(words):
        return True
    before = document.text.string[max(0, span.start - 70) : span.start - 1]
    if not text[:1].isupper():
        return False
    named = _NAMES_TITLE.search(before) and not text.endswith((".", "!"))
    return bool(named or (_INTRODUCES_TITLE.search(before) and capitals > 0.4 * len(words)))
