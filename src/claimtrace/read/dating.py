"""The date of the paper itself, by what its first page, its heads and its own citation say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimtrace.knowledge.dates import PrintedDate, printed_dates, with_order
from claimtrace.model.dated import DateEvent, PaperDate, date_from
from claimtrace.model.document import BlockKind, Furniture, FurnitureKind
from claimtrace.read.blocks import LayoutBlock
from claimtrace.text.fold import fold

_HEAD_PAGES = 3  # a left and a right page behind the first
_SPACED_YEAR = re.compile(r"(?<!\S)(1|2) (9|0) (\d) (\d)(?!\S)")
_IMPRINT = re.compile(r"\bdoi\b|©|copyright|creative commons|received|accepted|correspond", re.IGNORECASE)
_PUBLISHED = ("published", "copyright")
_RANKS: tuple[tuple[tuple[str | None, ...], DateEvent], ...] = (
    (_PUBLISHED, DateEvent.PUBLISHED),
    (("accepted",), DateEvent.ACCEPTED),
    ((None,), DateEvent.STATED),
    (("received",), DateEvent.RECEIVED),
)


def date_of(
    blocks: Sequence[LayoutBlock],
    furniture: Sequence[Furniture],
    set_aside: Sequence[Furniture],
    title: Sequence[LayoutBlock],
) -> PaperDate | None:
    """The date of a PDF's paper; a stamp up the margin of the first page dates one that nothing else does.

    Args:
        blocks: those of the paper.
        furniture: its heads and feet.
        set_aside: what was never part of its text.
        title: the blocks of its title.
    """
    named = fold(" ".join(block.text for block in title))
    heads = [
        item.text for item in furniture if item.box and item.box.page <= _HEAD_PAGES and fold(item.text) not in named
    ]
    stamps = [i.text for i in set_aside if i.kind is FurnitureKind.ROTATED and i.box and i.box.page == 1]
    return date_among([*_imprints(blocks, title), *heads]) or date_among(stamps)


def _imprints(blocks: Sequence[LayoutBlock], title: Sequence[LayoutBlock]) -> Iterator[str]:
    """What is printed about the paper rather than in it, on its first page and, of its front matter, on its last."""
    last = max((block.page for block in blocks), default=1)
    for block in blocks:
        beside = block.kind is BlockKind.MARGIN or (block.kind is BlockKind.NOTE and _IMPRINT.search(block.text))
        in_front = block.kind is BlockKind.FRONT and block.page in (1, last)
        if block not in title and (in_front or (block.page == 1 and beside)):
            yield _SPACED_YEAR.sub(r"\1\2\3\4", block.text)


def date_among(texts: Sequence[str]) -> PaperDate | None:
    """The date of publication that imprints and heads give, as exactly as they do.

    The year comes first: the latest in which the paper is said to be published, else accepted or protected, else the
    commonest. Of the dates in that year the one that says most surely that the paper came out is taken.
    """
    printed = {text: printed_dates(text) for text in dict.fromkeys(texts)}  # heads come back on several pages
    dates = with_order([dated for text in texts for dated in printed[text]])
    year = _year(dates)
    if year is None:
        return None
    exact = [dated for dated in dates if dated.year == year and dated.month]
    for events, said in _RANKS:
        if at := max(((d.month or 0, d.day or 0) for d in exact if d.event in events), default=None):
            return PaperDate(year, at[0], at[1] or None, said)
    published = any(dated.year == year and dated.event in _PUBLISHED for dated in dates)
    return PaperDate(year, event=DateEvent.PUBLISHED if published else DateEvent.STATED)


def stated_date(text: str, event: DateEvent = DateEvent.PUBLISHED) -> PaperDate | None:
    """The date that a field of a file gives, in figures or in words; ``None`` where it gives none."""
    if exact := date_from(text, event):
        return exact
    found = with_order(printed_dates(text))
    return PaperDate(found[0].year, found[0].month, found[0].day, event) if found else None


def _year(dates: Sequence[PrintedDate]) -> int | None:
    for events in (("published",), ("accepted", "copyright")):
        if stated := [dated.year for dated in dates if dated.event in events]:
            return max(stated)
    years = Counter(dated.year for dated in dates)
    return max(years, key=lambda year: (years[year], year)) if years else None
