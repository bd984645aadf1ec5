"""Headings to sections: titles, levels, and the part that each section plays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimtrace.knowledge.headings import clean_heading, heading_role, numbering_depth, run_in_abstract
from claimtrace.model.document import Block, BlockKind, Section, SectionRole
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.read.flow import FlowBlock

_ROLES = {
    "abstract": SectionRole.ABSTRACT,
    "method": SectionRole.METHOD,
    "results": SectionRole.RESULTS,
    "conclusion": SectionRole.CONCLUSION,
    "references": SectionRole.REFERENCES,
    "appendix": SectionRole.APPENDIX,
    "back": SectionRole.BACK,
    "notes": SectionRole.BACK,
}
_PASSED_DOWN = (SectionRole.METHOD, SectionRole.RESULTS, SectionRole.APPENDIX)  # what is so of all parts of a section
_BEHIND = (SectionRole.REFERENCES, SectionRole.APPENDIX, SectionRole.BACK)  # what stands behind the text
_SHORTEST_ABSTRACT, _LONGEST_ABSTRACT = 30, 450  # words
_PART_OF_ABSTRACT = re.compile(
    r"(?:Background|Context|Purpose|Objectives?|Aims?|Methods?|Design|Setting|Participants|Data|Results|Findings|"
    r"Discussion|Interpretation|Conclusions?|Implications|Keywords?)(?:\s+and\s+\w+)?",
    re.IGNORECASE,
)
_Look = tuple[bool, float, bool, bool, bool]


def with_levels(flow: Sequence[FlowBlock], blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a level at every heading: by its number where it has one, else by its look.

    The abstract and the reference list are parts of the whole paper, in whatever type their headings are set.
    """
    heads = [item for item in flow if item.kind is BlockKind.HEADING]
    ranked = {_look(item) for item in heads if not _is_part_of_the_whole(item)}
    ranks = {look: rank for rank, look in enumerate(sorted(ranked, key=_weight), start=1)}
    own_lines = [item for item in heads if not item.parts[0].run_in]
    numbered = sum(numbering_depth(item.text) is not None for item in own_lines)
    by_number = numbered >= max(2, 0.4 * len(own_lines))
    found = []
    above = 0  # the level of the last heading in a line of its own, or with a number
    for item, block in zip(flow, blocks, strict=True):
        if item.kind is BlockKind.HEADING:
            depth = numbering_depth(item.text) if by_number else None
            run_in = item.parts[0].run_in and depth is None
            top = by_number or _is_part_of_the_whole(item)
            level = above + 1 if run_in and by_number else depth or (1 if top else ranks[_look(item)])
            above = above if run_in else level
            found.append(replace(block, level=level))
        else:
            found.append(block)
    return found


def _is_part_of_the_whole(item: FlowBlock) -> bool:
    return heading_role(item.text) in ("abstract", "references")


def _look(item: FlowBlock) -> _Look:
    part = item.parts[0]
    return (part.run_in, round(part.size * 2) / 2, part.bold, item.text.isupper(), part.italic)


def _weight(look: _Look) -> tuple[bool, float, bool, bool, bool]:
    run_in, size, bold, capitals, italic = look
    return (run_in, -size, not bold, not capitals, italic)


def sections(text: str, blocks: Sequence[Block], stated: Mapping[int, SectionRole] | None = None) -> list[Section]:
    """The sections in text order; each runs to the next heading of its level or a higher one.

    What a form states of a section, by where its heading starts, outweighs the words of the heading.
    """
    found: list[Section] = []
    heads = [block for block in blocks if block.kind is BlockKind.HEADING]
    for at, head in enumerate(heads):
        level = head.level or 1
        end = next((other.span.start for other in heads[at + 1 :] if (other.level or 1) <= level), len(text))
        title = clean_heading(" ".join(text[head.span.start : head.span.end].split()))
        role = (stated or {}).get(head.span.start) or _role(title)
        if role is SectionRole.REFERENCES and not any(
            block.kind is BlockKind.ENTRY and head.span.end <= block.span.start < end for block in blocks
        ):
            role = SectionRole.BODY
        if role is SectionRole.ABSTRACT:
            end = min(end, _end_of_abstract(text, head, heads[at + 1 :]))
        above = next((s for s in reversed(found) if s.level < level and head.span.start in s.span), None)
        if role is SectionRole.BODY and above is not None and above.role in _PASSED_DOWN:
            role = above.role
        found.append(_section(title, level, head.page, Span(head.span.start, end), role))
    if not any(section.role is SectionRole.ABSTRACT for section in found):
        found.extend(_unheaded_abstract(text, blocks))
    return sorted(found, key=lambda section: section.span)


def _end_of_abstract(text: str, abstract: Block, heads: Sequence[Block]) -> int:
    """Where an abstract ends, however large its heading is set: behind its own parts, if it is structured."""
    for head in heads:
        start = head.span.start
        own_part = _PART_OF_ABSTRACT.fullmatch(clean_heading(text[start : head.span.end]))
        if not own_part or len(text[abstract.span.end : start].split()) > _LONGEST_ABSTRACT:
            return start
    return len(text)


def _role(title: str) -> SectionRole:
    return _ROLES.get(heading_role(title) or "", SectionRole.BODY)


def _unheaded_abstract(text: str, blocks: Sequence[Block]) -> list[Section]:
    """An abstract that begins with its heading in the same line, or stands without one before the first heading.

    Where that heading is the reference list's, what stands before it is the paper.
    """
    opening: list[Block] = []
    parts = [_role(clean_heading(text[b.span.start : b.span.end])) for b in blocks if b.kind is BlockKind.HEADING]
    for block in blocks:
        if (block.page or 1) > 2 or block.kind is BlockKind.HEADING:
            break
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTATION):
            heading = run_in_abstract(text[block.span.start : block.span.end])
            if heading:
                return [_section(heading, 1, block.page, block.span, SectionRole.ABSTRACT)]
            opening.append(block)
    if not opening or not parts or parts[0] in _BEHIND:
        return []
    span = Span(opening[0].span.start, opening[-1].span.end)
    words = len(text[span.start : span.end].split())
    if not _SHORTEST_ABSTRACT <= words <= _LONGEST_ABSTRACT:
        return []
    return [_section("Abstract", 1, opening[0].page, span, SectionRole.ABSTRACT)]


def _section(title: str, level: int, page: int | None, span: Span, role: SectionRole) -> Section:
    return Section(content_id("section", title, span.start), title, level, page, span, role)
