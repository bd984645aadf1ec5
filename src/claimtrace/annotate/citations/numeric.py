"""Numeric pointers: "[3, 7-9]", "[12, p. 891]", "(3)", superscript "³,⁷⁻⁹", "ref. 7".

A paper uses one of the first three ways of printing; which one is told by how much of the reference list each would
account for. Superscripts that call a note, or are an exponent, a charge or an isotope, are no citations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from claimtrace.annotate.citations.groups import Group, expand
from claimtrace.annotate.citations.locators import read_locator
from claimtrace.annotate.citations.pointer import Pointer
from claimtrace.annotate.citations.superscripts import raised_groups
from claimtrace.model.citation import CitationForm
from claimtrace.model.document import Block, BlockKind, Document
from claimtrace.model.place import Span

_NUMBERS = r"\d{1,4}(?:\s*(?:[,;]|[-–—−]|\band\b|&)\s*\d{1,4})*"
_LOCATOR = (
    r"(?:\s*[,;:]\s*(?P<locator>(?:pp?|[Cc]h|[Ss]ec|§|[Pp]ar|[Aa]rt|[Ff]ig|[Tt]able|[Vv]ol|[Aa]pp)[^\]\);]{1,40}))?"
)
_ANY_PLACE = r"(?:\s*[,;:]\s*(?P<locator>(?:p\b|[^\W\d_]{2,}|§|¶)[^\[\];]{0,40}))?"  # "[5, Thm. 2]", "[5, p. 891]"
_SQUARE = re.compile(rf"\[\s*(?P<numbers>{_NUMBERS}){_ANY_PLACE}\s*\]")
_ELEMENT = re.compile(r"(?<![^\W_])[^\W\d_]$")  # "A[2]" is the second of a row
_SQUARE_RANGE = re.compile(r"\[(\d{1,4})\]\s*[-–—]\s*\[(\d{1,4})\]")
_WORDED = re.compile(rf"\b(?:[Rr]efs?\.?|[Rr]eferences?)\s+(?P<numbers>{_NUMBERS})(?![\w%(]|\.\d)")
_ROUND = re.compile(rf"\((?:refs?\.?\s*)?(?P<numbers>{_NUMBERS}){_LOCATOR}\)")


def numeric_pointers(document: Document, labels: Collection[str], kinds: tuple[BlockKind, ...]) -> list[Pointer]:
    """The numeric pointers of a paper whose entries carry these labels, in text order.

    Gives nothing where no way of printing accounts for a third of the labels.
    """
    known = {int(label) for label in labels if label.isdecimal()}
    if len(known) < 2:
        return []
    blocks = document.blocks_of(*kinds)
    calls = {note.call for note in document.notes if note.call}
    ways: list[tuple[float, list[Group]]] = []
    for find in (_square_groups, raised_groups, _round_groups):
        groups = [group for block in blocks for group in find(document, block)]
        groups = [group for group in groups if group.span not in calls and _believed(group, known)]
        hit = {number for group in groups for number in group.numbers} & known
        ways.append((len(hit) / len(known), groups))
    share, groups = max(ways, key=lambda way: way[0])
    if share < 0.33 and not (share > 0.15 and len(known) < 8):
        return []
    worded = [group for block in blocks for group in _worded_groups(document, block) if known.issuperset(group.numbers)]
    groups += [group for group in worded if not any(group.span.overlaps(other.span) for other in groups)]
    source_lines = [block.span for block in document.blocks_of(BlockKind.SOURCE_LINE)]
    return [pointer for group in groups for pointer in _rows(document, group, source_lines)]


def _square_groups(document: Document, block: Block) -> Iterator[Group]:
    text = document.text.string
    taken: list[Span] = []
    for match in _SQUARE_RANGE.finditer(text, block.span.start, block.span.end):
        span = Span(*match.span())
        taken.append(span)
        yield Group(span, expand(f"{match[1]}-{match[2]}"), None, True)
    for match in _SQUARE.finditer(text, block.span.start, block.span.end):
        span = Span(*match.span())
        if not any(other.covers(span) for other in taken) and not _ELEMENT.search(
            text, max(span.start - 2, 0), span.start
        ):
            plain = not text[span.start - 1 : span.start].isalnum()
            yield Group(span, expand(match["numbers"]), match["locator"], plain)


def _round_groups(document: Document, block: Block) -> Iterator[Group]:
    for match in _ROUND.finditer(document.text.string, block.span.start, block.span.end):
        numbers = expand(match["numbers"])
        before = document.text.string[max(match.start() - 12, 0) : match.start()]
        if re.search(r"\b(?:[Ee]qs?\.?|[Ff]ig\.?|[Tt]able|[Ss]tep|no\.?|n)\s*$|^\s*$|\n\s*$", before):
            continue
        if not any(1500 < number < 2100 for number in numbers):
            yield Group(Span(*match.span()), numbers, match["locator"], False)


def _worded_groups(document: Document, block: Block) -> Iterator[Group]:
    """Labels that a word announces, in whichever way a paper prints its others: "see ref. 7", "References 3 and 5"."""
    for match in _WORDED.finditer(document.text.string, block.span.start, block.span.end):
        yield Group(Span(*match.span()), expand(match["numbers"]), None, True)


def _believed(group: Group, known: set[int]) -> bool:
    """Whether the numbers may be labels: none is 0, one is a label or all could be labels that the list lacks."""
    most = max(known)
    if any(not 0 < number <= 3 * most + 20 for number in group.numbers):
        return False
    furthest = max(group.numbers)
    return (
        any(number in known for number in group.numbers) or furthest <= most + 10 or (group.plain and furthest < 1000)
    )


def _rows(document: Document, group: Group, source_lines: list[Span]) -> Iterator[Pointer]:
    """One pointer for each number; a locator belongs to the last."""
    text = document.text.at(group.span)
    in_source = any(span.covers(group.span) for span in source_lines)
    form = CitationForm.SOURCE_LINE if in_source else CitationForm.NUMERIC
    for at, number in enumerate(group.numbers):
        last = at == len(group.numbers) - 1
        locator = read_locator(group.locator.strip()) if group.locator and last else None
        yield Pointer(form, group.span, text, label=str(number), locator=locator)
