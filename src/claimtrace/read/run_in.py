"""Headings that begin the first line of their paragraph: "**Methods.** We counted", "*2.1. Places.* We went"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from claimtrace.knowledge.headings import NUMBERING, heading_role, run_in_abstract
from claimtrace.model.document import BlockKind
from claimtrace.read.blocks import BodyType, LayoutBlock
from claimtrace.read.captions import CAPTION
from claimtrace.read.lines import parted
from claimtrace.read.words import Word

_MOST_WORDS = 14
_LEAST_TEXT = 6  # words that follow
_ENDS_LABEL = re.compile(r"[^\W\d_][\w’'-]*[)”’\]]?(?:[.:]|[.:]?[—–])$")  # not behind a number: "Theorem 2."
_BEGINS_SENTENCE = re.compile(r"[“\"‘(\[]?[A-ZÀ-Þ\d]")
_LONGER_WORD = re.compile(r"[^\W\d_]{3}")
_SUPPLEMENT = re.compile(r"S\d+ ")  # "S1 Fig. Ships by year."
_WITHOUT_PARTS = (
    "abstract",
    "references",
    "notes",
    "back",
)  # sections whose paragraphs may begin with a label of their own


def with_run_in_headings(blocks: Sequence[LayoutBlock], body: BodyType) -> list[LayoutBlock]:
    """The blocks of a document, each heading that begins a paragraph cut off it.

    Such a heading is bold, or set in italics and numbered or not the only one, and ends with a mark.
    """
    labels = {id(block): length for block, length in _labelled(blocks, body)}
    slanted = sum(not block.lines[0].first.face.bold for block in blocks if id(block) in labels)
    found: list[LayoutBlock] = []
    for block in blocks:
        length = labels.get(id(block), 0)
        sure = length and (block.lines[0].first.face.bold or NUMBERING.match(block.text) or slanted > 1)
        found += _cut(block, length) if sure else [block]
    return found


def _labelled(blocks: Sequence[LayoutBlock], body: BodyType) -> Iterator[tuple[LayoutBlock, int]]:
    """The paragraphs that begin with a label in a type of its own, with the number of its words."""
    role = None
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            role = heading_role(block.text)
        elif (
            block.kind is BlockKind.PARAGRAPH
            and role not in _WITHOUT_PARTS
            and abs(block.size - body.size) < 0.06 * body.size
            and not CAPTION.match(block.text)
            and not run_in_abstract(block.text)
        ):
            face = block.lines[0].first.face
            length = (
                _label(list(chain.from_iterable(line.words for line in block.lines))) if face.bold or face.italic else 0
            )
            if length:
                yield block, length


def _label(words: Sequence[Word]) -> int:
    """How many words at the head of a paragraph are its heading, 0 without one."""
    type_ = words[0].face.bold, words[0].face.italic
    end = next((at for at, word in enumerate(words) if (word.face.bold, word.face.italic) != type_), 0)
    while end and not (_ENDS_LABEL.search(words[end - 1].text) and _LONGER_WORD.search(words[end - 1].text)):
        end -= 1
    text = " ".join(word.text for word in words[:end])
    title = NUMBERING.sub("", text)
    if (
        not 0 < end <= _MOST_WORDS
        or len(words) - end < _LEAST_TEXT
        or not title[:1].isupper()
        or _SUPPLEMENT.match(text)
    ):
        return 0
    return end if _BEGINS_SENTENCE.match(words[end].text) else 0


def _cut(block: LayoutBlock, length: int) -> list[LayoutBlock]:
    """A paragraph as its heading, which is so many words long, and its text."""
    lines = list(block.lines)
    head = []
    while length >= len(lines[0].words):
        head.append(lines.pop(0))
        length -= len(head[-1].words)
    if length:
        first, rest = parted(lines[0], length)
        head.append(first)
        lines[0] = rest
    heading = replace(block, lines=head, kind=BlockKind.HEADING, run_in=True, last=False)
    return [heading, replace(block, lines=lines, first=False, above=0.0)]
