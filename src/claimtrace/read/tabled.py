"""Tables as the document gives them: caption, columns, rows, source line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrace.model.document import BlockKind, Cell, Table
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.read.assemble import Assembled
from claimtrace.read.flow import FlowBlock
from claimtrace.read.tables import GOES_ON, SOURCE_LINE
from claimtrace.text.cells import has_head

_LABEL = re.compile(
    r"^(?P<label>[^\W\d]+\.?(?:\s+|(?=\d))[\dIVXLA-Z][\w.]*?)\s*[.:|–—]*\s+(?P<caption>\S.*)$", re.DOTALL
)
_GOES_ON = re.compile(rf"^{GOES_ON}", re.IGNORECASE)
_NEAR = 4  # blocks behind a table in which its source line is looked for


def documented(stream: Sequence[FlowBlock], assembled: Assembled) -> Iterator[Table]:
    """The tables of the flow, read off the assembled text."""
    text, blocks = assembled.text, assembled.blocks
    for at, block in enumerate(stream):
        if not block.tables:
            continue
        label = caption = None
        caption_span = _caption(stream, assembled, at)
        if caption_span:
            label, caption = label_and_caption(text.at(caption_span))
        rows = [[_cell(assembled, span) for span in row] for row in assembled.cells[at]]
        width = max(len(row) for row in rows)
        padded = [(*row, *([Cell("", None)] * (width - len(row)))) for row in rows]
        headed = has_head([[cell.text for cell in row] for row in padded])
        yield Table(
            id=content_id("table", label, caption, *(cell.text for cell in padded[0]), blocks[at].span.start),
            label=label,
            caption=caption,
            pages=tuple(sorted({part.page for part in block.tables})),
            columns=tuple(cell.text if headed else "" for cell in padded[0]),
            rows=tuple(padded[headed:]),
            caption_span=caption_span,
            source=_source(stream, assembled, at),
        )


def label_and_caption(words: str) -> tuple[str, str | None]:
    """ "Table 1. Boats by port" as "Table 1" and "Boats by port"; a label may stand alone."""
    words = _GOES_ON.sub("", words)
    match = _LABEL.match(words)
    return (match["label"], match["caption"]) if match else (words, None)


def _cell(assembled: Assembled, span: Span | None) -> Cell:
    return Cell(assembled.text.at(span), span) if span else Cell("", None)


def _caption(stream: Sequence[FlowBlock], assembled: Assembled, at: int) -> Span | None:
    if at and stream[at - 1].kind is BlockKind.CAPTION:
        return assembled.blocks[at - 1].span
    return None


def _source(stream: Sequence[FlowBlock], assembled: Assembled, at: int) -> Span | None:
    last_page = stream[at].tables[-1].page
    for position in range(at + 1, min(at + 1 + _NEAR, len(stream))):
        if stream[position].tables:
            return None
        block = stream[position]
        if block.kind is BlockKind.SOURCE_LINE and SOURCE_LINE.match(block.text) and block.page <= last_page + 1:
            return assembled.blocks[position].span
    return None
