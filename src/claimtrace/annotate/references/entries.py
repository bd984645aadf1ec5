"""The reference list cut into entries.

Two kinds of witness tell where an entry begins: the layout (labels that count up, a hanging indent, white
between entries) and the content (a line that begins as entries do: names, then a year). Every way of cutting
that the layout offers is judged by how many of its pieces read like one entry, and the best is taken.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from claimtrace.model.document import BlockKind, Document, Line, SectionRole
from claimtrace.model.place import Span
from claimtrace.text.letters import UPPER

_LABEL = re.compile(
    r"^(?:\[(?P<bracket>\d{1,4})\]|\((?P<round>\d{1,4})\)|(?P<point>\d{1,4})\.(?!\d)|(?P<bare>\d{1,3})(?=\s+[^\W\d_]))\s*"
)
_KEY = re.compile(r"^\[(?P<key>[A-Z][A-Za-z+]{1,7}\d{2}[a-z]?)\]\s*")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\bn\.\s?d\.|\bin press\b|\bforthcoming\b", re.IGNORECASE)
_NAME_START = re.compile(
    rf"^(?:[—–_-]{{2,}}|(?:(?:van|von|de|der|den|di|da|del|la|le|el|al|ten|ter|bin|dos|du|st\.?)\s+|[dl]['’])*[{UPPER}][\w'’.-]*"
    rf"(?:[ -][{UPPER}][\w'’.-]*){{0,8}}[,.:;( ])"
)
_ADDRESS = re.compile(r"(?:https?:|www\.|doi:?\s*10\.|10\.\d{4})\S*(?:\s+\S*[/\d]\S*)?", re.IGNORECASE)
_NOTICE = re.compile(
    r"©|(?:conflicts? of interest|copyright|publisher.s note|open access|this (?:is an open|article is)|received:|"
    r"disclaimer|competing interests|how to cite|cite this article)\b",
    re.IGNORECASE,
)
_BRACKETED_YEAR = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)")  # "Copyright Office. (2019)." is an author
_INITIALS = re.compile(rf"^[^.]{{2,60}}?,\s*[{UPPER}]\.|^(?:[{UPPER}]\.[ -]?)+\s*[{UPPER}][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in the list: its span, its words on one line, its label."""

    span: Span
    raw: str
    label: str | None


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
    labelled = bool(_counting([document.text.at(span) for span in spans]))
    for span in spans:
        raw = " ".join(document.text.at(span).split())
        text, label = _without_label(raw, labelled)
        if _reads_like_entry(text):
            yield Entry(span, raw, label)


def _cut(document: Document, lines: Sequence[Line]) -> Iterator[Entry]:
    words = [document.text.at(line.span).strip() for line in lines]
    labelled = _counting(words)
    if labelled:
        starts = labelled
    else:
        ways = [way(lines, words) for way in _WAYS]
        starts = max((way for way in ways if way), key=lambda way: _plausible(way, words), default=[0])
        starts = [at for at in starts if at == starts[0] or not _goes_on(words[at])]
    behind = range(starts[-1] + 1, len(words))
    notice = next((at for at in behind if _NOTICE.match(words[at]) and _ended(words[at - 1])), None)
    bounds = [*starts, *([] if notice is None else [notice]), len(lines)]
    for first, end in itertools.pairwise(bounds):
        span = Span(lines[first].span.start, lines[end - 1].span.end)
        raw = " ".join(document.text.at(span).split())
        text, label = _without_label(raw, bool(labelled))
        if _NOTICE.match(text) and not _BRACKETED_YEAR.search(text, 0, 160):
            return
        if _reads_like_entry(text):
            yield Entry(span, raw, label)


def _without_label(raw: str, labelled: bool) -> tuple[str, str | None]:
    """The words of an entry and its label; without brackets a label is believed only in a list that counts."""
    label = _label_of(raw)
    return (raw[label[1] :], label[0]) if label and (labelled or "[" in raw[:2]) else (raw, None)


def _goes_on(text: str) -> bool:
    """Whether a line cannot begin an entry: it starts with a small letter that is no particle's."""
    return text[:1].islower() and not _NAME_START.match(text) and not re.match(r"[a-z]+[A-Z]|\w+\.", text)


def _label_of(text: str) -> tuple[str, int] | None:
    """The label with which an entry begins, and where its words start."""
    if match := _LABEL.match(text):
        return next(group for group in match.groups() if group), match.end()
    if match := _KEY.match(text):
        return match["key"], match.end()
    return None


def _counting(words: Sequence[str]) -> list[int]:
    """The lines whose labels count up by one, if the list is labelled at all."""
    best: list[int] = []
    for kind in ("bracket", "round", "point", "bare"):
        starts: list[int] = []
        expected: int | None = None
        for at, text in enumerate(words):
            match = _LABEL.match(text)
            if not match or match[kind] is None:
                continue
            number = int(match[kind])
            if (expected is None and number in (1, 2)) or number == expected or _skips(number, expected):
                starts.append(at)
                expected = number + 1
        if len(starts) > len(best):
            best = starts
    keyed = [at for at, text in enumerate(words) if _KEY.match(text)]
    best = max(best, keyed, key=len)
    return best if len(best) >= 2 and best[0] <= 3 else []


def _skips(number: int, expected: int | None) -> bool:
    """A label or two may be lost or printed amiss."""
    return expected is not None and expected < number <= expected + 2


def _hanging(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """Entries begin at the left edge of their column, their other lines are set in."""
    columns = list(_columns(lines))
    lefts = [min(lines[at].box.x0 for at in column) for column in columns if len(column) >= 4]
    indents = [
        lines[at].box.x0 - min(lines[i].box.x0 for i in column)
        for column in columns
        for at in column
        if lines[at].box.x0 - min(lines[i].box.x0 for i in column) > 3
    ]
    if len(indents) < 0.15 * len(lines):
        return []
    limit = min(median(indents) * 0.5, 12.0)
    starts: list[int] = []
    for column in columns:
        own = min(lines[at].box.x0 for at in column)
        left = min((edge for edge in lefts if 0 <= own - edge < 40), default=own) if len(column) < 4 else own
        starts.extend(at for at in column if lines[at].box.x0 - left < limit)
    return starts


def _set_in(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """Entries begin with an indent, their other lines at the left edge."""
    starts: list[int] = []
    for column in _columns(lines):
        left = min(lines[at].box.x0 for at in column)
        starts.extend(at for at in column if 6 < lines[at].box.x0 - left < 60)
    return starts


def _parted_by_white(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """More white stands above an entry's first line than between its lines."""
    starts: list[int] = []
    steps = [b.box.top - a.box.top for a, b in itertools.pairwise(lines) if _follows(a, b)]
    if not steps:
        return []
    least = min(steps)
    for column in _columns(lines):
        for at in column:
            first = at == column[0]
            wide = not first and lines[at].box.top - lines[at - 1].box.top > 1.18 * least
            if wide or (first and (at == 0 or (bool(_NAME_START.match(words[at])) and bool(_YEAR.search(words[at]))))):
                starts.append(at)
    return starts if len(starts) > 1 else []


def _by_content(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    """Lines that begin as entries do, behind a line that ends as entries do."""
    starts = [0]
    for at in range(1, len(lines)):
        head = " ".join(words[at : at + 2])
        if _ended(words[at - 1]) and _INITIALS.match(words[at]) and _YEAR.search(head):
            starts.append(at)
    return starts


def _ended(line: str) -> bool:
    """Whether a line ends as entries do."""
    return line.endswith((".", ")", "]")) or "http" in line or "doi" in line


def _each_line(lines: Sequence[Line], words: Sequence[str]) -> list[int]:
    return list(range(len(lines)))


_WAYS: tuple[Callable[[Sequence[Line], Sequence[str]], list[int]], ...] = (
    _hanging,
    _parted_by_white,
    _set_in,
    _by_content,
    _each_line,
)


def _columns(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The positions of lines that follow each other down one column of one page."""
    column: list[int] = []
    for at, line in enumerate(lines):
        if column and not _follows(lines[column[-1]], line):
            yield column
            column = []
        column.append(at)
    if column:
        yield column


def _follows(before: Line, line: Line) -> bool:
    return before.box.page == line.box.page and line.box.top > before.box.top and abs(line.box.x0 - before.box.x0) < 90


def _plausible(starts: Sequence[int], words: Sequence[str]) -> float:
    """How much the pieces read like one entry each: a name at the head, one year or so, a fair length."""
    bounds = [*starts, len(words)]
    score = 0.0
    for first, end in itertools.pairwise(bounds):
        text = " ".join(words[first:end])
        years = len(_YEAR.findall(_ADDRESS.sub(" ", text)))
        good = bool(_NAME_START.match(text)) and 1 <= years <= 4 and 30 <= len(text) <= 700
        score += 1.0 if good else -1.0
        if _INITIALS.match(text):
            score += 0.25
        score -= 0.4 * max(0, len(re.findall(r"\((?:19|20)\d\d[a-z]?\)\.", text)) - 1)
    return score - (1.0 if starts and starts[0] != 0 else 0.0)


def _reads_like_entry(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    return letters >= 12 and letters > 0.3 * len(text)
