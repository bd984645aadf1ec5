"""Plain text: paragraphs parted by blank lines, lines broken by hand joined again, headings told by their looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from claimtrace.knowledge.headings import NUMBERING, heading_role
from claimtrace.model.document import BlockKind
from claimtrace.read.forms.characters import clean
from claimtrace.read.forms.draft import Draft, Part
from claimtrace.read.forms.encoding import decoded
from claimtrace.read.forms.plain_entries import cut_entries, indent_of
from claimtrace.read.forms.structure import is_known_heading, level_of, may_be_heading, settle
from claimtrace.read.forms.words import words_of
from claimtrace.read.mend import Lexicon, join

_BULLET = re.compile(r"\s*(?:[•●▪◦■*·‣⁃–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)\s+(?=\S)")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,})\s*")
_ENDED = re.compile(r"[.!?:;…][\"”’)\]]*$")
_NOTE = re.compile(r"\s*[⁰¹²³⁴-⁹]{1,3}\s*\S")
_BY_HAND = 110  # characters; longer lines were not broken by hand
_FEW_BLOCKS = 0.3  # of the lines; more of them stand by themselves where blank lines part paragraphs
_LONGEST_QUIET = 10  # words of a heading that only its place tells
_LEAST_BELOW = 12  # words that stand under such a heading
_LEAST_QUOTED = 6  # words
_SET_IN = 2  # blanks
Begins = Callable[[str, str], bool]


def plain_draft(data: bytes) -> Draft:
    """The paper in a file of plain text."""
    lines = clean(decoded(data) or "").replace("\f", "\n\n").expandtabs(4).split("\n")
    blocks = [[line.rstrip() for line in group] for blank, group in groupby(lines, _is_blank) if not blank]
    every = [line for block in blocks for line in block]
    if len(blocks) < _FEW_BLOCKS * len(every) and max(map(len, every)) > 2 * _BY_HAND:
        blocks = [[line] for line in every]  # as word processors write text: a line is a paragraph
    return _Typed(blocks).read()


def _is_blank(line: str) -> bool:
    return not line.strip()


class _Typed:
    """Blocks of lines on their way to be a draft."""

    def __init__(self, blocks: Sequence[Sequence[str]]) -> None:
        self._blocks = blocks
        every = [line for block in blocks for line in block]
        lengths = sorted(len(line) for line in every)
        self._broken_by_hand = not lengths or lengths[int(0.9 * (len(lengths) - 1))] <= _BY_HAND
        self._left = min((indent_of(line) for line in every), default=0)
        self._indents = any(len(b) > 1 and indent_of(b[0]) > indent_of(b[1]) == self._left for b in blocks)
        self._lexicon = Lexicon(line.split() for line in every)

    def read(self) -> Draft:
        """The draft."""
        draft = Draft()
        listed = False
        for at, block in enumerate(self._blocks):
            below = self._blocks[at + 1] if at + 1 < len(self._blocks) else []
            heading, rest = self._heading(block, below, at == 0, listed)
            if heading:
                listed = heading_role(heading) == "references"
                draft.parts.append(Part(BlockKind.HEADING, words_of(heading), level_of(heading, 1)))
            if listed:
                draft.parts.extend(self._part(BlockKind.PARAGRAPH, lines) for lines in self._entries(rest))
            elif rest:
                draft.parts.extend(self._running(rest))
        settle(draft)
        return draft

    def _heading(
        self, block: Sequence[str], below: Sequence[str], is_first: bool, listed: bool
    ) -> tuple[str | None, Sequence[str]]:
        """The heading with which a block begins, if it does, and the lines under it."""
        line = block[0].strip()
        underlined = len(block) > 1 and _UNDERLINE.fullmatch(block[1]) is not None
        if underlined:
            return (None, [line]) if is_first and len(block) == 2 else (line, block[2:])
        loud = line.isupper() and sum(letter.isalpha() for letter in line) > 3 and may_be_heading(line)
        if is_known_heading(line) or (loud and not (listed and re.search(r"\d", line)) and not is_first):
            return line, block[1:]
        if len(block) > 1 or is_first or listed or not may_be_heading(line):
            return None, block
        words = sum(len(text.split()) for text in below)
        quiet = len(line.split()) <= _LONGEST_QUIET and words >= _LEAST_BELOW
        named = NUMBERING.match(line) or (quiet and indent_of(block[0]) == self._left)
        return (line, block[1:]) if named else (None, block)

    def _entries(self, lines: Sequence[str]) -> Iterable[Sequence[str]]:
        return cut_entries(lines) if self._broken_by_hand else ([line] for line in lines)

    def _running(self, block: Sequence[str]) -> Iterator[Part]:
        """The paragraphs, list items, quotations and notes of a block."""
        if _NOTE.match(block[0]):
            for note in _begun(block, lambda before, line: bool(_NOTE.match(line))):
                yield self._part(BlockKind.NOTE, note)
        elif _BULLET.match(block[0]):
            for item in _begun(block, lambda before, line: bool(_BULLET.match(line))):
                yield self._part(BlockKind.LIST_ITEM, [_BULLET.sub("", item[0], count=1), *item[1:]])
        elif self._is_set_off(block):
            yield self._part(BlockKind.BLOCK_QUOTATION, block)
        else:
            for paragraph in _begun(block, self._begins_paragraph):
                yield self._part(BlockKind.PARAGRAPH, paragraph)

    def _is_set_off(self, block: Sequence[str]) -> bool:
        set_in = all(indent_of(line) >= self._left + _SET_IN for line in block)
        words = sum(len(line.split()) for line in block)
        return set_in and words >= _LEAST_QUOTED and not (len(block) == 1 and self._indents)

    def _begins_paragraph(self, before: str, line: str) -> bool:
        if not self._broken_by_hand:
            return True
        return indent_of(line) >= indent_of(before) + _SET_IN and bool(_ENDED.search(before))

    def _part(self, kind: BlockKind, lines: Sequence[str]) -> Part:
        text = lines[0].strip()
        for line in (line.strip() for line in lines[1:]):
            separator, cut = join(text.rsplit(" ", 1)[-1], line.split()[0], self._lexicon)
            text = text[: len(text) - cut] + separator + line
        return Part(kind, words_of(text))


def _begun(lines: Sequence[str], begins: Begins) -> Iterator[list[str]]:
    """The lines in groups, a new one wherever a line begins something of its own."""
    group = [lines[0]]
    for before, line in pairwise(lines):
        if begins(before, line):
            yield group
            group = []
        group.append(line)
    yield group
