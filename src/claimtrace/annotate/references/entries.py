"""The reference list cut into entries.

Two witnesses tell where an entry begins, each without the other: the layout (``layout.py``) and the words
(``openings.py``). Where they differ, the cut whose pieces read more like one entry each is taken, and the entry says
so.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrace.annotate.references.layout import by_layout
from claimtrace.annotate.references.openings import (
    by_words,
    clearly_better,
    ended,
    goes_on,
    labelled_starts,
    without_label,
)
from claimtrace.model.document import BlockKind, Document, Line, SectionRole
from claimtrace.model.place import Span

_NOTICE = re.compile(
    r"©|(?:conflicts? of interest|copyright|publisher.s note|open access|this (?:is an open|article is)|received:|"
    r"disclaimer|competing interests|how to cite|cite this article)\b",
    re.IGNORECASE,
)
_BRACKETED_YEAR = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)")  # "Copyright Office. (2019)." is an author


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in the list: its span, its words on one line, its label.

    ``agreed`` is whether layout and words agree on where it begins and ends.
    """

    span: Span
    raw: str
    label: str | None
    agreed: bool = True


def entries(document: Document) -> Iterator[Entry]:
    """The entries of all reference lists of a document, in text order."""
    spans = [block.span for block in document.blocks_of(BlockKind.ENTRY)]
    for section in document.sections:
        if section.role is SectionRole.REFERENCES:
            inside = [span for span in spans if section.span.covers(span)]
            lines = [line for line in document.lines if any(span.covers(line.span) for span in inside)]
            if lines:
                yield from _cut(document, lines)
            elif not document.lines:  # a form without lines tells its entries apart itself
                yield from _as_given(document, inside)


def _as_given(document: Document, spans: Sequence[Span]) -> Iterator[Entry]:
    """Each block of the list as one entry."""
    labelled = bool(labelled_starts([document.text.at(span) for span in spans]))
    for span in spans:
        raw = " ".join(document.text.at(span).split())
        text, label = without_label(raw, labelled)
        if _reads_like_entry(text):
            yield Entry(span, raw, label)


def _cut(document: Document, lines: Sequence[Line]) -> Iterator[Entry]:
    words = [document.text.at(line.span).strip() for line in lines]
    labels = labelled_starts(words)
    starts, sure = (labels, set(labels)) if labels else _weighed(lines, words)
    behind = range(starts[-1] + 1, len(words))
    notice = next((at for at in behind if _NOTICE.match(words[at]) and ended(words[at - 1])), None)
    bounds = [*starts, *([] if notice is None else [notice]), len(lines)]
    for first, end in itertools.pairwise(bounds):
        span = Span(lines[first].span.start, lines[end - 1].span.end)
        raw = " ".join(document.text.at(span).split())
        text, label = without_label(raw, bool(labels))
        if _NOTICE.match(text) and not _BRACKETED_YEAR.search(text, 0, 160):
            return
        if _reads_like_entry(text):
            yield Entry(span, raw, label, first in sure and (end in sure or end not in starts))


def _weighed(lines: Sequence[Line], words: Sequence[str]) -> tuple[list[int], set[int]]:
    """The better supported of the two cuts, and the starts on which both agree.

    The words alone overlook entries that begin with a title, so they must be clearly better.
    """
    laid, told = by_layout(lines, words), by_words(words)
    laid = [at for at in laid if at == laid[0] or not goes_on(words[at])]
    return told if not laid or clearly_better(told, laid, words) else laid, set(laid) & set(told)


def _reads_like_entry(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    return letters >= 12 and letters > 0.3 * len(text)
