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
from claimtrace.read.placing import turned_back
from claimtrace.read.runs import Edges, Run
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
class _Pending:
    """Words of one block: the spaces before each, its length, its page and its edges. They go to the trace together."""

    start: int
    end: int = field(init=False)
    spaces: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    pages: array[int] = field(default_factory=lambda: array("I"))
    edges: tuple[Edges, ...] = field(default_factory=lambda: tuple(array("f") for _ in range(4)))

    def __post_init__(self) -> None:
        self.end = self.start


@dataclass(slots=True)
class _Builder:
    """The text so far; its last words are ``pending``: they have no place in the trace yet."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    trace: Trace = field(default_factory=Trace)
    pending: _Pending = field(default_factory=lambda: _Pending(0))

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
            self.pending.lengths[-1] -= count
            self.pending.end -= count

    def write(self, line: LineOfWords, page: int) -> None:
        """Append the words of a line."""
        words, pending = line.words, self.pending
        if words.marks:
            texts, spaces = _spelt(words)
            spaces[0] = 0
            text = "".join([" " * space + text for text, space in zip(texts, spaces, strict=True)])
        else:
            texts, spaces, text = words.texts, [0] + [1] * (len(words) - 1), line.text
        spaces[0] = self.length - pending.end
        pending.spaces += spaces
        pending.lengths += map(len, texts)
        pending.pages += array("I", [page]) * len(texts)
        for edges, own in zip(pending.edges, words.boxes(), strict=True):
            edges += own
        self.add(text)
        pending.end = self.length

    def trace_words(self) -> None:
        """Give the pending words their place in the trace."""
        pending = self.pending
        ends = array("I", accumulate(map(add, pending.spaces, pending.lengths), initial=pending.start))[1:]
        self.trace.extend(array("I", map(sub, ends, pending.lengths)), ends, pending.pages, *pending.edges)
        self.pending = _Pending(self.length)


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
    builder.pending = _Pending(builder.length)
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
    x0, top, x1, bottom = turned_back(line.first.face.turn, line.x0, line.top, line.x1, line.bottom)
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
