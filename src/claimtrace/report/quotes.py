"""The passage that a finding speaks of, within its sentence or its table row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrace.model.document import Document
from claimtrace.model.finding import Finding
from claimtrace.model.paper import Paper
from claimtrace.model.place import Span

_SHORT = 90  # characters; a shorter quote is shown within its sentence
_LONGEST_SENTENCE = 900


@dataclass(frozen=True, slots=True)
class Quote:
    """The passage concerned, with the words of its sentence around it where it is short.

    ``cells`` holds the row of a table instead: the head and the words of each column.
    """

    before: str
    words: str
    after: str
    cells: tuple[tuple[str, str], ...] = ()


class Quoter:
    """Finds the passages of one paper's findings."""

    def __init__(self, paper: Paper) -> None:
        """Remember where the rows of the paper's tables stand."""
        self._paper = paper
        self._rows = dict(_table_rows(paper.document))

    def quote(self, finding: Finding) -> Quote | None:
        """The passage of a finding; ``None`` where it speaks of a page or of the paper as a whole."""
        if not finding.quote:
            return None
        span = finding.span
        if span in self._rows:
            return Quote("", finding.quote, "", self._rows[span])
        if span is not None and len(finding.quote) <= _SHORT:
            text = self._paper.document.text
            around = next((s.span for s in self._paper.sentences if s.span.covers(span)), None)
            if around and len(around) <= _LONGEST_SENTENCE:
                before, after = Span(around.start, span.start), Span(span.end, around.end)
                return Quote(text.at(before), text.at(span), text.at(after))
        return Quote("", finding.quote, "")


def _table_rows(document: Document) -> Iterator[tuple[Span, tuple[tuple[str, str], ...]]]:
    """The rows of all tables by the span from their first cell to their last, each cell with the head of its column."""
    for table in document.tables:
        for row in table.rows:
            spans = [cell.span for cell in row if cell.span]
            if spans:
                heads = (*table.columns, *("" for _ in row))
                cells = tuple((head, cell.text) for head, cell in zip(heads, row, strict=False))
                yield Span(min(at.start for at in spans), max(at.end for at in spans)), cells
