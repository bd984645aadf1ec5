"""Flow to text: the one string of the document, its trace, its lines and blocks."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add, sub

from claimtrace.model.document import Block, Line
from claimtrace.model.place import Box, Span
from claimtrace.model.text import Text, Trace
from claimtrace.read.flow import FlowBlock
from claimtrace.read.lines import LineOfWords
from claimtrace.read.mend import Lexicon, join
from claimtrace.read.placing import Turn, turned_back
from claimtrace.read.runs import Run
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
    """The text so far, and its trace.

    Words come line by line, and where they stand in the text is traced block by block, as that takes less time: until
    then ``spaces`` and ``lengths`` tell how many spaces stand before each, and how long it is. The first of them, or
    the spaces before it, begin at ``start``, the last ends at ``end``.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    trace: Trace = field(default_factory=Trace)
    start: int = 0
    end: int = 0
    spaces: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append characters."""
        self.parts.append(text)
        self.length += len(text)

    def last_word(self) -> str:
        """What stands behind the last space; a word may run over several lines."""
        word = ""
        for part in reversed(self.parts):
            if part[-1:].isspace():
                break
            tail = part.rsplit(None, 1)[-1] if part else ""
            word = tail + word
            if len(tail) < len(part):
                break
        return word

    def cut(self, count: int) -> None:
        """Take characters off the end; only the last part is ever cut, and only its last word."""
        if count:
            self.parts[-1] = self.parts[-1][:-count]
            self.length -= count
            self.end -= count
            self.lengths[-1] -= count

    def write(self, line: LineOfWords, page: int) -> None:
        """Append the words of a line."""
        words, trace = line.words, self.trace
        texts: Sequence[str] = words.texts
        spaces, text = [1] * len(texts), line.text
        if words.marks:
            texts, spaces = _spelt(words)
            text = "".join([" " * space + text for text, space in zip(texts, spaces, strict=True)]).removeprefix(" ")
        spaces[0] = self.length - self.end
        self.spaces += spaces
        self.lengths += map(len, texts)
        self.add(text)
        self.end = self.length
        x0, top, x1, bottom = words.boxes()
        trace.pages.extend(array("I", [page]) * len(texts))
        trace.x0.extend(x0)
        trace.top.extend(top)
        trace.x1.extend(x1)
        trace.bottom.extend(bottom)

    def trace_words(self) -> None:
        """Tell the trace where the words since the last time stand in the text."""
        ends = array("I", accumulate(map(add, self.spaces, self.lengths), initial=self.start))[1:]
        self.trace.starts.extend(array("I", map(sub, ends, self.lengths)))
        self.trace.ends.extend(ends)
        self.start = self.end
        self.spaces, self.lengths = [], []


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
            separator, cut = join(builder.last_word(), line.first.text, lexicon)
            builder.cut(cut)
            if separator:
                builder.add(separator)
        starts.append(builder.length)
        builder.write(line, page)
    builder.trace_words()
    ends = [*starts[1:], builder.length] if starts else []
    return [
        Line(Span(start, end), _box(line, page), line.size, line.bold, line.italic)
        for (line, page), start, end in zip(placed, starts, ends, strict=True)
    ]


def _box(line: LineOfWords, page: int) -> Box:
    size, turn = line.size, line.first.face.turn
    x0, top, x1, bottom = line.x0, line.base - 0.75 * size, line.x1, line.base + 0.25 * size
    if turn is not Turn.UPRIGHT:
        x0, top, x1, bottom = turned_back(turn, x0, top, x1, bottom)
    return Box(page, round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))


def _spelt(words: Run) -> tuple[Sequence[str], list[int]]:
    """The words as they are written, and how many spaces stand before each."""
    texts: list[str] = []
    spaces: list[int] = []
    for text, glued, raised in words.spelling:
        figures = raised and any(map(str.isdigit, text))
        texts.append(text.translate(RAISE) if figures else text)
        spaces.append(0 if figures or glued else 1)
    return texts, spaces
