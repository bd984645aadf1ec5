"""What a paper says that it holds ("see Table 4", "Section 3.1"), and what of it was found there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimtrace.knowledge.wordings import worded
from claimtrace.model.document import Block, BlockKind, Document
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.text.letters import UPPER
from claimtrace.text.numbers import roman_value
from claimtrace.text.span_index import SpanIndex

KINDS = ("table", "figure", "section", "appendix", "note")
_SPOKEN = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.CAPTION,
    BlockKind.SOURCE_LINE,
    BlockKind.NOTE,
)
_ARABIC = r"\d{1,3}(?:\.\d{1,2}){0,3}"
_NUMBER = rf"(?:{_ARABIC}|[IVX]{{1,5}})(?![\w–-]*\d)"
_POINTERS = {
    "table": re.compile(
        rf"\b(?:[Tt]ables?|TABLES?|Tab\.)\s(?P<numbers>{_NUMBER}[a-z]?(?:\s?(?:,|and|&|or)\s{_NUMBER}[a-z]?)*)\b"
    ),
    "figure": re.compile(
        rf"\b(?:[Ff]igures?|FIGURES?|[Ff]igs?\.?)\s(?P<numbers>{_NUMBER}[A-Za-z]?(?:\s?(?:,|and|&|or)\s{_NUMBER}[A-Za-z]?)*)\b"
    ),
    "section": re.compile(rf"\b(?:[Ss]ections?|Sec\.)\s(?P<numbers>{_NUMBER}(?:\s?(?:,|and|&|or)\s{_NUMBER})*)\b"),
    "appendix": re.compile(
        r"\b(?:[Aa]ppendix|[Aa]ppendices)\s(?P<numbers>(?:[A-H]|\d|[IVX]{1,4})(?:\s?(?:,|and|&)\s(?:[A-H]|\d))*)\b"
    ),
    "note": re.compile(
        r"\b(?:(?:see|cf\.|in|supra)\s(?:foot|end)?notes?|(?:foot|end)notes?)\s(?P<numbers>\d{1,3})\b(?!\s?[-–]\s?\d)",
        re.I,
    ),
}
_LABELS = {
    kind: re.compile(rf"(?:{words})\s*(?P<number>\d{{1,3}}|[IVX]{{1,5}}(?!\w)|[A-H](?!\w))", re.IGNORECASE)
    for kind, words in (
        ("table", r"tables?|tab\.|tabelle|tableau|tabla|cuadro"),
        ("figure", r"figures?|figs?\.?|abbildung|abb\.|figura"),
        ("appendix", r"appendix|annex|anhang"),
    )
}
_CAPTION_GOES_ON = re.compile(rf"[a-z]?\s?(?:[.:|–—)(]|[{UPPER}]|$)")
_CAPTION_COLON = re.compile(r"\s?[:|]\s")
_CAPTION_MARK = re.compile(rf"\s?[.:|–—]\s*[{UPPER}]")
_SET_ASIDE = re.compile(r"\b(?:table|figure|fig\.|appendix)\s*\w{1,3}", re.IGNORECASE)
_LABELLED = (BlockKind.CAPTION, BlockKind.HEADING, BlockKind.TABLE, BlockKind.FIGURE, BlockKind.MARGIN)
_HEAD = 60  # characters
_HEADED = re.compile(
    r"^(?:(?:section|chapter|part)\s)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?=\.))\.?\s+\S", re.I
)
_ENDS = re.compile(r"[.!?:;)\]”\"’]\s*$")
_OF_ANOTHER = re.compile(
    r"(?:[’']s?|\b(?:their|his|her|its|supplement\w*|suppl\.|supporting|extended data|online|additional|web|appendix|"
    r"annex|refs?\.?))\s*\(?$",
    re.IGNORECASE,
)
_IN_ANOTHER = re.compile(
    r"[a-z]?\)?,?\s(?:of|in|from|by)\s(?!(?:this|the present|our)\b)"
    r"(?:(?:the|that|their|his|her|its)\b|\[|\(|[A-Z])"
)
_AROUND = 120  # characters
_NEAR = 4  # characters between a pointer and a citation that may belong together


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place where the paper speaks of a part of itself; ``number`` is as printed, without the letter of a panel."""

    kind: str
    number: str
    span: Span


def pointers(ask: Questions) -> Iterator[Pointer]:
    """The places where the running text, notes and captions point to a part of the paper, in text order."""
    document = ask.paper.document
    text = document.text.string
    foreign = SpanIndex((citation.span for citation in ask.paper.citations), lambda span: span)
    quoted = SpanIndex((quotation.span for quotation in ask.paper.quotations), lambda span: span)
    for block in document.blocks_of(*_SPOKEN):
        for kind in KINDS:
            for match in _POINTERS[kind].finditer(text, block.span.start, block.span.end):
                span = Span(*match.span())
                if _is_label(text, block, span):
                    continue
                around = Span(max(span.start - _NEAR - 1, 0), span.end + _NEAR + 1)
                if any(_beside(text, span, other) for other in foreign.overlapping(around)):
                    continue
                if any(other.covers(span) for other in quoted.overlapping(span)):
                    continue
                if _of_another(text, block.span, span) or (kind == "section" and _of_law(text, block.span, span)):
                    continue
                for number in re.split(r"\s?(?:,|and|&|or)\s", match["numbers"]):
                    yield Pointer(kind, number.rstrip(".") if kind == "appendix" else _plain(number), span)


def _is_label(text: str, block: Block, span: Span) -> bool:
    """Whether what looks like a pointer begins a caption, be it one that was read into a paragraph."""
    begins = span.start == block.span.start
    if begins and block.kind is BlockKind.CAPTION:
        return True
    before = text[max(span.start - 3, 0) : span.start].rstrip()
    return (begins or before.endswith(".")) and bool(_CAPTION_MARK.match(text, span.end))


def _beside(text: str, span: Span, citation: Span) -> bool:
    """Whether a pointer stands in a citation, or so near to one that it may be a part of the work cited."""
    if span.overlaps(citation):
        return True
    between = text[citation.end : span.start] if citation.end <= span.start else text[span.end : citation.start]
    return len(between) <= _NEAR and not between.strip(" ,;()[]")


def _plain(number: str) -> str:
    return number if number[:1] in "IVX" else re.sub(r"[A-Za-z]$", "", number)


def _of_another(text: str, block: Span, span: Span) -> bool:
    """Whether the words around a pointer make it one of another work, or of a supplement."""
    if _OF_ANOTHER.search(text[max(span.start - 24, block.start) : span.start]):
        return True
    if _IN_ANOTHER.match(text, span.end):
        return True
    return worded("supplement", text[max(span.start - _AROUND, block.start) : min(span.end + _AROUND, block.end)])


def _of_law(text: str, block: Span, span: Span) -> bool:
    """Whether the words around a section speak of laws, which have sections of their own."""
    return worded("statute", text[max(span.start - _AROUND, block.start) : min(span.end + _AROUND, block.end)])


def numbers_found(document: Document) -> dict[str, set[str]]:
    """For each kind the numbers of those that the paper holds, told by captions, headings, notes and heads of lines."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for head, sure in _heads(document):
        for kind, label in _LABELS.items():
            match = label.match(head)
            if match and (sure or _CAPTION_GOES_ON.match(head, match.end())):
                found[kind].add(match["number"].upper())
        if headed := _HEADED.match(head):
            found["section"].add(headed["number"].upper())
    for kind, label in _LABELS.items():
        for match in label.finditer(document.text.string):
            before = document.text.string[max(match.start() - 3, 0) : match.start()]
            if (_CAPTION_MARK if before.rstrip().endswith(".") else _CAPTION_COLON).match(
                document.text.string, match.end()
            ):
                found[kind].add(match["number"].upper())  # a caption that was read into a paragraph
    for table in document.tables:
        if table.label:
            found["table"].add(table.label.split()[-1].upper())
    found["note"] = {note.marker for note in document.notes if note.marker.isdecimal()}
    return found


def headings_numbered(document: Document) -> set[str]:
    """The numbers of the headings ("3", "3.1", "IV"), told by headings alone."""
    heads = (document.text.at(block.span) for block in document.blocks_of(BlockKind.HEADING))
    return {match["number"].upper() for head in heads if (match := _HEADED.match(head))}


def _heads(document: Document) -> Iterator[tuple[str, bool]]:
    """The heads of blocks and of lines that begin anew, and labels among what was set aside.

    With each, whether a label that stands there is one of a caption or heading: elsewhere it may begin a sentence.
    """
    text = document.text.string
    for block in document.blocks:
        if block.kind is BlockKind.ENTRY:
            continue
        yield text[block.span.start : block.span.start + _HEAD], block.kind in _LABELLED
    begins = {block.span.start for block in document.blocks}
    loose = SpanIndex((block.span for block in document.blocks_of(*_LABELLED)), lambda span: span)
    listed = SpanIndex((block.span for block in document.blocks_of(BlockKind.ENTRY)), lambda span: span)
    for before, line in pairwise(document.lines):
        if line.span.start in begins or any(span.covers(line.span) for span in listed.overlapping(line.span)):
            continue
        inside = any(span.covers(line.span) for span in loose.overlapping(line.span))
        if inside or line.bold or _ENDS.search(text, before.span.start, before.span.end):
            yield text[line.span.start : min(line.span.end, line.span.start + _HEAD)], inside
    for item in document.furniture:
        for match in _SET_ASIDE.finditer(item.text):
            yield match.group(), True


def counted(number: str) -> int:
    """The place of a number in its series: 4 for "4", "IV" and, of appendices, "D"; 0 for one with dots."""
    if number.isdecimal():
        return int(number)
    letter = len(number) == 1 and number in "ABCDEFGH"
    return ord(number) - ord("A") + 1 if letter else roman_value(number) or 0
