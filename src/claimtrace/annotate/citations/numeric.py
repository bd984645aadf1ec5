"""Numeric pointers: "[3, 7-9]", "[12, p. 891]", "(3)", superscript "³,⁷⁻⁹".

A paper uses one of the three ways of printing; which one is told by how much of the reference list each would
account for. Superscripts that call a note, or are an exponent, a charge or an isotope, are no citations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimtrace.annotate.citations.locators import read_locator
from claimtrace.annotate.citations.pointer import Pointer
from claimtrace.model.citation import CitationForm
from claimtrace.model.document import Block, BlockKind, Document
from claimtrace.model.place import Span
from claimtrace.text.fold import LOWER

_NUMBERS = r"\d{1,4}(?:\s*(?:[,;]|[-–—−]|\band\b|&)\s*\d{1,4})*"
_LOCATOR = (
    r"(?:\s*[,;:]\s*(?P<locator>(?:pp?|[Cc]h|[Ss]ec|§|[Pp]ar|[Aa]rt|[Ff]ig|[Tt]able|[Vv]ol|[Aa]pp)[^\]\);]{1,40}))?"
)
_SQUARE = re.compile(rf"\[\s*(?P<numbers>{_NUMBERS}){_LOCATOR}\s*\]")
_SQUARE_RANGE = re.compile(r"\[(\d{1,4})\]\s*[-–—]\s*\[(\d{1,4})\]")
_ROUND = re.compile(rf"\((?:refs?\.?\s*)?(?P<numbers>{_NUMBERS}){_LOCATOR}\)")
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(
    rf"(?P<numbers>[{_DIGITS}]{{1,3}}(?:\s?[,;]\s?(?=[{_DIGITS}])[{_DIGITS}]{{1,3}}|\s?[-–—⁻]\s?[{_DIGITS}]{{1,3}})*)"
    rf"(?:⁽p(?P<locator>[{_DIGITS}]+(?:[-–⁻][{_DIGITS}]+)?)⁾)?"
)
_UNIT_BEFORE = re.compile(
    r"(?:(?<![^\W\d_])(?:[kcmdnμµpMG]?(?:m|g|s|l|L|b|h|W|Hz|Pa|J|V|A|K|mol|min|in|ft|yr|day|cm|km|mm)|[A-Za-zχαβσρλ])|\d|[)×·=])$"
)


_ENDS_WORDS = re.compile(r"[^\W\d_]{4,}$|[^\W\d_][.,;:!?”\"’)]+$")


@dataclass(frozen=True, slots=True)
class _Group:
    span: Span
    numbers: tuple[int, ...]
    locator: str | None
    plain: bool  # it stands where a citation stands, not behind a variable or a figure


def numeric_pointers(document: Document, labels: Collection[str], kinds: tuple[BlockKind, ...]) -> list[Pointer]:
    """The numeric pointers of a paper whose entries carry these labels, in text order.

    Gives nothing where no way of printing accounts for a third of the labels.
    """
    known = {int(label) for label in labels if label.isdecimal()}
    if len(known) < 2:
        return []
    blocks = document.blocks_of(*kinds)
    calls = {note.call for note in document.notes if note.call}
    ways: list[tuple[float, list[_Group]]] = []
    for find in (_square_groups, _raised_groups, _round_groups):
        groups = [group for block in blocks for group in find(document, block)]
        groups = [group for group in groups if group.span not in calls and _believed(group, known)]
        hit = {number for group in groups for number in group.numbers} & known
        ways.append((len(hit) / len(known), groups))
    share, groups = max(ways, key=lambda way: way[0])
    if share < 0.33 and not (share > 0.15 and len(known) < 8):
        return []
    source_lines = [block.span for block in document.blocks_of(BlockKind.SOURCE_LINE)]
    return [pointer for group in groups for pointer in _rows(document, group, source_lines)]


def _square_groups(document: Document, block: Block) -> Iterator[_Group]:
    text = document.text.string
    taken: list[Span] = []
    for match in _SQUARE_RANGE.finditer(text, block.span.start, block.span.end):
        span = Span(*match.span())
        taken.append(span)
        yield _Group(span, _expand(f"{match[1]}-{match[2]}"), None, True)
    for match in _SQUARE.finditer(text, block.span.start, block.span.end):
        span = Span(*match.span())
        if not any(other.covers(span) for other in taken):
            plain = not text[span.start - 1 : span.start].isalnum()
            yield _Group(span, _expand(match["numbers"]), match["locator"], plain)


def _round_groups(document: Document, block: Block) -> Iterator[_Group]:
    for match in _ROUND.finditer(document.text.string, block.span.start, block.span.end):
        numbers = _expand(match["numbers"])
        before = document.text.string[max(match.start() - 12, 0) : match.start()]
        if re.search(r"\b(?:[Ee]qs?\.?|[Ff]ig\.?|[Tt]able|[Ss]tep|no\.?|n)\s*$|^\s*$|\n\s*$", before):
            continue
        if not any(1500 < number < 2100 for number in numbers):
            yield _Group(Span(*match.span()), numbers, match["locator"], False)


def _raised_groups(document: Document, block: Block) -> Iterator[_Group]:
    text = document.text.string
    for match in _RAISED.finditer(text, block.span.start, block.span.end):
        before = text[max(match.start() - 12, block.span.start) : match.start()]
        numbers = _expand(match["numbers"].translate(LOWER))
        if not before.strip() or before.endswith(("⁻", "⁺")) or text[match.end() : match.end() + 1] in ("⁺", "⁻"):
            continue
        if _is_exponent(before, numbers):
            continue
        locator = match["locator"]
        plain = bool(_ENDS_WORDS.search(before))
        yield _Group(Span(*match.span()), numbers, f"p. {locator.translate(LOWER)}" if locator else None, plain)


def _is_exponent(before: str, numbers: tuple[int, ...]) -> bool:
    """Whether a superscript belongs to a unit, a variable, a number or a formula in front of it."""
    if len(numbers) > 1:
        return before[-1:].isdigit() and not before[-5:-1].isalpha()
    if before[-1:].isdigit():
        return not re.search(r"[A-Za-z]{3,}[\d-]*$|(?:19|20)\d\d$|%$", before)
    return numbers[0] in (1, 2, 3, 4) and bool(_UNIT_BEFORE.search(before))


def _believed(group: _Group, known: set[int]) -> bool:
    """Whether the numbers may be labels: none is 0, one is a label or all could be labels that the list lacks."""
    most = max(known)
    if any(not 0 < number <= 3 * most + 20 for number in group.numbers):
        return False
    furthest = max(group.numbers)
    return (
        any(number in known for number in group.numbers) or furthest <= most + 10 or (group.plain and furthest < 1000)
    )


def _expand(numbers: str) -> tuple[int, ...]:
    """The numbers of "3, 7-9": 3, 7, 8, 9; a range of more than sixty is taken for its two ends."""
    found: list[int] = []
    for part in re.split(r"\s*(?:[,;&]|\band\b)\s*", numbers):
        ends = [int(end) for end in re.split(r"\s*[-–—−⁻]\s*", part.strip()) if end.isdecimal()]
        if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 60:
            found.extend(range(ends[0], ends[1] + 1))
        else:
            found.extend(ends)
    return tuple(dict.fromkeys(found))


def _rows(document: Document, group: _Group, source_lines: list[Span]) -> Iterator[Pointer]:
    """One pointer for each number; a locator belongs to the last."""
    text = document.text.at(group.span)
    in_source = any(span.covers(group.span) for span in source_lines)
    form = CitationForm.SOURCE_LINE if in_source else CitationForm.NUMERIC
    for at, number in enumerate(group.numbers):
        last = at == len(group.numbers) - 1
        locator = read_locator(group.locator.strip()) if group.locator and last else None
        yield Pointer(form, group.span, text, label=str(number), locator=locator)
