"""Flow to text: the one string of the document, its trace, its lines and blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimtrace.model.document import Block, Line
from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text, Trace
from claimtrace.read.flow import FlowBlock
from claimtrace.read.lines import LineOfWords
from claimtrace.read.mend import Lexicon, join
from claimtrace.read.placing import Turn, turned_back
from claimtrace.text.fold import RAISE

_BETWEEN_BLOCKS = "\n\n"


@dataclass(slots=True)
class Assembled:
    """The text with its trace, and the place of every line, block and table cell in it.

    ``cells`` holds for each block that is a table the spans of its rows' cells, by the block's position.
    """

    text: Text
    lines: list[Line]
    blocks: list[Block]
    cells: dict[int, list[list[Span | None]]]


@dataclass(slots=True)
class _Builder:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    trace: Trace = field(default_factory=Trace)

    def add(self, text: str) -> int:
        """Append characters; gives back where they start."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def last_word(self) -> str:
        """What stands behind the last space; a word may have been added in several pieces."""
        word = ""
        for part in reversed(self.parts):
            if part.isspace():
                break
            word = part + word
        return word

    def cut(self, count: int) -> None:
        """Take characters off the end; only the last part is ever cut."""
        if count:
            self.parts[-1] = self.parts[-1][:-count]
            self.length -= count
            self.trace.shorten(count)


def assemble(flow: Sequence[FlowBlock], lexicon: Lexicon) -> Assembled:
    """Write the blocks one after the other, parted by blank lines, every line end mended.

    The rows of a table are parted by line breaks, its cells by tabs.
    """
    builder = _Builder()
    lines: list[Line] = []
    blocks: list[Block] = []
    cells: dict[int, list[list[Span | None]]] = {}
    for block in flow:
        if blocks:
            builder.add(_BETWEEN_BLOCKS)
        start = builder.length
        if block.tables:
            cells[len(blocks)] = _write_table(builder, block, lexicon)
        else:
            placed = [(line, part.page) for part in block.parts for line in part.lines]
            lines.extend(_write_lines(builder, placed, lexicon))
        blocks.append(Block(block.kind, Span(start, builder.length), block.page))
    return Assembled(Text("".join(builder.parts), builder.trace), lines, blocks, cells)


def _write_table(builder: _Builder, block: FlowBlock, lexicon: Lexicon) -> list[list[Span | None]]:
    spans: list[list[Span | None]] = []
    for table in block.tables:
        for row in table.rows:
            if spans:
                builder.add("\n")
            spans.append([])
            for at, cell in enumerate(row):
                if at:
                    builder.add("\t")
                start = builder.length
                _write_lines(builder, [(line, table.page) for line in cell], lexicon)
                spans[-1].append(Span(start, builder.length) if cell else None)
    return spans


def _write_lines(builder: _Builder, placed: Sequence[tuple[LineOfWords, int]], lexicon: Lexicon) -> list[Line]:
    starts: list[int] = []
    for at, (line, page) in enumerate(placed):
        if at:
            _join(builder, line, lexicon)
        starts.append(builder.length)
        _write(builder, line, page)
    ends = [*starts[1:], builder.length] if starts else []
    return [
        Line(Span(start, end), _box(line, page), line.size, line.bold, line.italic)
        for (line, page), start, end in zip(placed, starts, ends, strict=True)
    ]


def _box(line: LineOfWords, page: int) -> Box:
    x0, top, x1, bottom = turned_back(line.words[0].face.turn, line.x0, line.top, line.x1, line.bottom)
    return Box(page, round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))


def _join(builder: _Builder, line: LineOfWords, lexicon: Lexicon) -> None:
    before = builder.last_word()
    separator, cut = join(before, line.words[0].text, lexicon)
    builder.cut(cut)
    if separator:
        builder.add(separator)


def _write(builder: _Builder, line: LineOfWords, page: int) -> None:
    words, parts, at = line.words, builder.parts, builder.length
    starts: list[int] = []
    ends: list[int] = []
    for word in words:
        text = word.text
        if word.raised and any(map(str.isdigit, text)):
            text = text.translate(RAISE)
        elif starts and not word.glued:
            parts.append(" ")
            at += 1
        parts.append(text)
        starts.append(at)
        at += len(text)
        ends.append(at)
    builder.length = at
    left, right = [word.x0 for word in words], [word.x1 for word in words]
    upper = [word.base - 0.75 * word.face.size for word in words]
    lower = [word.base + 0.25 * word.face.size for word in words]
    if words[0].face.turn is not Turn.UPRIGHT:
        left, upper, right, lower = map(list, zip(*[word.on_page for word in words], strict=True))
    builder.trace.extend(starts, ends, [page] * len(words), left, upper, right, lower)
