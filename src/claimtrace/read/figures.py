"""The words that stand in a figure or an unruled table: scraps, not text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimtrace.knowledge.headings import NUMBERING, heading_role
from claimtrace.model.document import BlockKind
from claimtrace.read.blocks import BodyType, LayoutBlock

_SCRAP = (BlockKind.PARAGRAPH, BlockKind.EQUATION, BlockKind.LIST_ITEM)
_WORDS_IN_LINE = 5


def mark_figure_words(blocks: Sequence[LayoutBlock], body: BodyType) -> None:
    """Set the kind of runs of small scraps without a sentence among them, and of scraps above a figure's caption."""
    run: list[LayoutBlock] = []
    for block in [*blocks, None]:
        if block is not None and _is_scrap(block, body):
            run.append(block)
            continue
        if len(run) >= 3 or (run and all(b.size < 0.85 * body.size for b in run)):
            for scrap in run:
                scrap.kind = BlockKind.FIGURE
        run = []
    looks = Counter(_look(block) for block in blocks if block.kind is BlockKind.HEADING)
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.CAPTION and not block.text.casefold().startswith("tab"):
            _mark_above(blocks[:at], block, body, looks)


def _is_scrap(block: LayoutBlock, body: BodyType) -> bool:
    if block.kind not in _SCRAP:
        return False
    words = block.text.split()
    per_line = len(words) / len(block.lines)
    return per_line <= _WORDS_IN_LINE and not block.finished and (block.size < 0.95 * body.size or len(words) <= 3)


def _look(block: LayoutBlock) -> tuple[int, float, bool, bool]:
    return block.lines[0].words[0].face.font, block.size, block.bold, block.italic


def _mark_above(
    above: Sequence[LayoutBlock], caption: LayoutBlock, body: BodyType, looks: Counter[tuple[int, float, bool, bool]]
) -> None:
    """Set the kind of what stands over a figure's caption and reads like no text, back to the first that does."""
    for block in reversed(above):
        if block.page != caption.page or block.lines[0].top > caption.lines[0].top:
            return
        lone_look = block.kind is BlockKind.HEADING and looks[_look(block)] == 1
        known = NUMBERING.match(block.text) or heading_role(block.text)
        words = len(block.text.split()) / len(block.lines)
        scrap = block.kind in _SCRAP and not block.finished and (block.size < 0.96 * body.size or words <= 3)
        if block.kind is not BlockKind.FIGURE and not scrap and not (lone_look and not known):
            return
        block.kind = BlockKind.FIGURE
