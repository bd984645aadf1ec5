"""The first page's front matter: where it ends; title and authors of the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from rapidfuzz import fuzz

from claimtrace.knowledge.dates import printed_dates
from claimtrace.knowledge.headings import heading_role, run_in_abstract
from claimtrace.model.document import BlockKind, Furniture
from claimtrace.model.reference import Author
from claimtrace.read.blocks import BodyType, LayoutBlock
from claimtrace.read.mend import Lexicon, joined_words
from claimtrace.text.fold import fold

_FRONT_PAGES = 2
_APART = (BlockKind.MARGIN, BlockKind.NOTE, BlockKind.CAPTION, BlockKind.SOURCE_LINE)  # also in the front
_NOT_A_NAME = re.compile(
    r"[\d@/]|\b(?:university|department|institute|school|faculty|college|centre|center|laboratory|hospital|"
    r"email|e-mail|received|accepted|published|correspondence|abstract|journal|vol|doi|author|authors|editor)\b",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"\b(?:Dr|Prof|Professor|Associate Professor|Assistant Professor|Senior Lecturer|Lecturer|PhD|Ph\.D|MD|M\.D|"
    r"MSc|BSc|MPH|HoD)\b\.?"
)
_MASTHEAD = re.compile(
    r"\b(?:journal|issn|vol(?:ume)?|doi|https?|www|research article|review article|original (?:research|article)|"
    r"short communication|view article|proceedings|materials \d{4})\b",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"^(?:OPEN|Open Access|Research Article|Review Article|Review|Article|Short Communication|Original "
    r"(?:Research|Article))\s+(?=[A-Z])"
)
_SHORT_SENTENCE = 12  # words
_ENDS_TITLE = ":?!.—–"
_LONGEST_ON_TITLE_PAGE = 40  # words
_MOST_ON_TITLE_PAGE = 8  # blocks
_OPENS_TEXT = ("abstract", "introduction")  # no titles, in however large a type they are set
_TITLE_OVER = 1.25  # times the size of a subtitle
_DATELINE = 7  # words
_LONGEST_MARK = 3  # characters: "1", "a,b", "*"
_NAMES_APART = re.compile(r"\s*(?:,|;|•|·|\band\b|&|\bund\b|\bet\b)\s*")
_BEGINS_PHRASE = re.compile(r"(?:The|An?|In|On|Of|From|Why|How|What|Two|Three)\b")
_NO_TITLE = re.compile(
    r"\s*(?:(?:untitled|unnamed|title|document|layout|microsoft (?:word|powerpoint))\b(?:\s*[-–]?\s*\d+)?\s*$|"
    r"microsoft word - |.*\.(?:docx?|indd|tex|dvi|pdf|rtf|odt|qx[dp])\s*$)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s*(?:abstract|key ?words|index terms|summary|article|received|correspond)", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|von|par|por)\s+", re.IGNORECASE)


def mark_front(blocks: Sequence[LayoutBlock], body: BodyType) -> None:
    """Set the kind of the blocks that stand before the paper's running text."""
    end = _front_end(blocks, body)
    for block in blocks[:end]:
        named = block.kind is BlockKind.NOTE and _names_only(block)  # "¹ Ada Holm, ² Bo Quill"
        if named or block.kind not in _APART:
            block.kind = BlockKind.FRONT


def _front_end(blocks: Sequence[LayoutBlock], body: BodyType) -> int:
    early = [block for block in blocks if block.page <= _FRONT_PAGES]
    largest = max((block.size for block in early), default=0.0)
    looks = {_look(block) for block in blocks if _heads_section(block)}
    for at, block in enumerate(early):
        if block.kind is BlockKind.HEADING and heading_role(block.text) in _OPENS_TEXT:
            return at
        if block.kind is BlockKind.HEADING and block.size < largest:
            titled = any(above.size == largest for above in early[:at])
            if _heads_section(block) or (titled and _look(block) in looks and _heads_text(early, at)):
                return at
        if run_in_abstract(block.text):
            block.kind = BlockKind.PARAGRAPH
            return at
        words = len(block.text.split())
        running = block.kind in (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTATION, BlockKind.LIST_ITEM)
        ends = block.finished or _goes_on(block, early[at + 1 :])
        if running and words >= 40 and ends and block.size > 0.85 * body.size and not _is_notice(block.text):
            return _with_what_leads_in(early, at, largest, blocks)
    return _end_of_title_page(blocks)


def _end_of_title_page(blocks: Sequence[LayoutBlock]) -> int:
    """Where a first page ends that opens with a title in the largest type and holds no text; 0 if it is none such."""
    first = [block for block in blocks if block.page == 1]
    largest = max((block.size for block in first), default=0.0)
    titled = first[:1] and first[0].size == largest and any(block.size < largest for block in first)
    short = all(len(block.text.split()) < _LONGEST_ON_TITLE_PAGE for block in first)
    return len(first) if titled and short and len(first) < len(blocks) and len(first) <= _MOST_ON_TITLE_PAGE else 0


def _heads_section(block: LayoutBlock) -> bool:
    """Whether a heading says itself that a part of the paper's text begins."""
    return block.kind is BlockKind.HEADING and heading_role(block.text) not in (None, "front", "back")


def _heads_text(early: Sequence[LayoutBlock], at: int) -> bool:
    """Whether a heading without a known name stands over a sentence, rather than over an address or a notice."""
    block, following = early[at], early[at + 1] if at + 1 < len(early) else None
    if following is None or following.kind is not BlockKind.PARAGRAPH or _is_notice(following.text):
        return False
    return not heading_role(block.text) and not _names_only(block) and len(following.text.split()) >= _SHORT_SENTENCE


def _look(block: LayoutBlock) -> tuple[float, bool, bool, bool]:
    return block.size, block.bold, block.italic, block.text.isupper()


def _with_what_leads_in(early: Sequence[LayoutBlock], at: int, largest: float, blocks: Sequence[LayoutBlock]) -> int:
    """Where the text begins whose first long paragraph is known: with its headings, or with that paragraph's head."""
    while at:
        before = early[at - 1]
        if before.kind is BlockKind.HEADING:
            apart = _is_dateline(before) or _is_byline(early, at - 1, blocks)
            leads_in = before.size < largest and not apart
        elif before.kind is BlockKind.PARAGRAPH:
            leads_in = not before.finished and _goes_on(before, early[at:])
        else:
            leads_in = before.kind is BlockKind.MARGIN
        if not leads_in:
            break
        at -= 1
    return at


def _is_byline(early: Sequence[LayoutBlock], at: int, blocks: Sequence[LayoutBlock]) -> bool:
    """Whether what seems a heading is the line of authors under the title: names only, set like no other heading."""
    block = early[at]
    above = next((other for other in reversed(early[:at]) if other.kind is not BlockKind.MARGIN), None)
    if above is None or above.size < 1.1 * block.size or heading_role(block.text) or _BEGINS_PHRASE.match(block.text):
        return False
    return _names_only(block) and not any(
        other is not block
        and other.kind is BlockKind.HEADING
        and _look(other) == _look(block)
        and not _is_dateline(other)
        for other in blocks
    )


def _is_dateline(block: LayoutBlock) -> bool:
    """Whether a line holds a date and hardly anything else ("Port Selwyn, 12 June 2018")."""
    return len(block.text.split()) <= _DATELINE and any(date.month for date in printed_dates(block.text))


def _names_only(block: LayoutBlock) -> bool:
    """Whether a block holds names, and hardly anything else."""
    pieces = [piece for piece in _NAMES_APART.split(_BY.sub("", block.text)) if len(piece) > _LONGEST_MARK]
    return 0 < len(pieces) <= 2 * len(_names_in(block))


def _goes_on(block: LayoutBlock, following: Sequence[LayoutBlock]) -> bool:
    """Whether a paragraph that fills its column to the end goes on in the next one."""
    last = block.lines[-1].words[-1]
    for rest in following:
        if rest.kind is BlockKind.HEADING:
            return False
        if _is_notice(rest.text):
            continue
        if rest.kind is BlockKind.PARAGRAPH and abs(rest.size - block.size) <= 0.5:
            runs_on = last.broken or (last.text.isalpha() and last.text.islower()) or rest.text[:1].islower()
            return runs_on and rest.region is not block.region
    return False


def _is_notice(text: str) -> bool:
    lowered = text.casefold()
    return any(
        sign in lowered for sign in ("creative commons", "all rights reserved", "cite this", "copyright", "open access")
    )


def stated_title(title: str | None) -> str | None:
    """The title that the file states of itself, ``None`` where it is only what a program put there."""
    return title.strip() or None if title and not _NO_TITLE.match(title) else None


def title_blocks(
    blocks: Sequence[LayoutBlock], furniture: Sequence[Furniture], stated: str | None
) -> list[LayoutBlock]:
    """The blocks of the paper's title: those that the file's own title names, else the largest words.

    Words that come back at the head of the pages are the journal's, unless the file calls them the title.
    """
    early = [block for block in blocks if block.page <= _FRONT_PAGES and block.kind is BlockKind.FRONT]
    heads = [fold(text) for text in {item.text for item in furniture}]  # most pages have the same
    page = _end_of_title_page(blocks)
    if page and len(early) == page and not stated:
        return list(takewhile(lambda block: _is_set_like(block, blocks[0]), blocks[:page]))
    candidates = [block for block in early if len(block.text) > 8 and sum(c.isalpha() for c in block.text) > 6]
    if stated and len(fold(stated)) > 12:
        named = [block for block in candidates if _names(fold(stated), fold(block.text))]
        if named:
            return named
    titled = [block for block in candidates if len(block.text.split()) >= 4 and not _MASTHEAD.search(block.text)]
    folded = {block: fold(block.text) for block in candidates}
    free = [block for block, text in folded.items() if not (text and any(text in head for head in heads))]
    signed = [block for block in titled if _names_follow(block, blocks)]
    likely = signed or [block for block in titled if block in free] or free
    if not likely:
        return []
    largest = max(block.size for block in likely)
    first = next(block for block in likely if block.size > 0.97 * largest)
    while (at := early.index(first)) and _is_set_like(early[at - 1], first):
        first = early[at - 1]
    found = [first]
    for block in early[early.index(first) + 1 :]:
        if not _is_set_like(block, first):
            break
        found.append(block)
    return _over_subtitle(first, early, titled, free) + found


def _over_subtitle(
    subtitle: LayoutBlock, early: Sequence[LayoutBlock], titled: Sequence[LayoutBlock], free: Sequence[LayoutBlock]
) -> list[LayoutBlock]:
    """The larger title close over what is its subtitle, if one stands there."""
    at = early.index(subtitle)
    above = early[at - 1] if at else None
    if above is None or above not in titled or above not in free or above.page != subtitle.page:
        return []
    white = subtitle.lines[0].top - above.lines[-1].bottom
    return [above] if above.size > _TITLE_OVER * subtitle.size and white < above.size else []


def _is_set_like(block: LayoutBlock, other: LayoutBlock) -> bool:
    return block.page == other.page and abs(block.size - other.size) <= 0.5 and block.bold == other.bold


def _names_follow(block: LayoutBlock, blocks: Sequence[LayoutBlock]) -> bool:
    """Whether the authors' names stand below a block, in smaller type."""
    at = blocks.index(block) + 1
    below = next((b for b in blocks[at:] if b.kind is not BlockKind.MARGIN and not _is_set_like(b, block)), None)
    return below is not None and below.page == block.page and below.size < block.size and _names_only(below)


def _names(stated: str, block: str) -> bool:
    return len(block) > 8 and (block in stated or fuzz.ratio(stated, block) >= 90)


def title_of(blocks: Sequence[LayoutBlock], lexicon: Lexicon) -> str | None:
    """The words of the title, note markers left out; a subtitle in other type follows a colon."""
    text = ""
    for _, alike in groupby(blocks, key=lambda block: round(block.size)):
        words = joined_words([line for block in alike for line in block.lines], lexicon)
        text += f"{'' if text[-1:] in _ENDS_TITLE else ':'} {words}" if text else words
    return _KICKER.sub("", re.sub(r"\s*[*†‡]+$", "", text)).strip() or None


def authors_of(blocks: Sequence[LayoutBlock], title: Sequence[LayoutBlock]) -> tuple[Author, ...]:
    """The names in the first block under the title that reads like a list of names, and in those set like it."""
    front = [block for block in blocks if block.kind is BlockKind.FRONT and block.page <= _FRONT_PAGES]
    if not title:
        return ()
    under = front[front.index(title[-1]) + 1 :]
    first = next((block for block in under[:4] if _names_in(block)), None)
    if first is None:
        return ()
    look = (first.size, first.bold, first.italic)
    near = takewhile(lambda b: b.page == first.page and not _ABOUT.match(b.text), under[under.index(first) :])
    alike = [block for block in near if (block.size, block.bold, block.italic) == look]
    return tuple(dict.fromkeys(name for block in alike for name in _names_in(block)))


def _names_in(block: LayoutBlock) -> list[Author]:
    return names_in(" ".join(word.text for line in block.lines for word in line.words if not word.raised))


def names_in(line: str) -> list[Author]:
    """The persons that a line of authors names; a piece that reads like no name is left out."""
    text = _BY.sub("", line)
    text = re.split(
        r"\b(?:Department|University|Institute|School|Faculty|Email|E-mail)\b|\S+@\S+",
        text,
    )[0]
    found = []
    for piece in _NAMES_APART.split(text):
        name = _DEGREES.sub("", re.sub(r"[*†‡§\d()⁰¹²³⁴-⁹]+", " ", piece)).strip(" .,")
        parts = name.split()
        if not 2 <= len(parts) <= 5 or _NOT_A_NAME.search(name):
            continue
        if all(
            part[0].isupper() or part in {"de", "da", "van", "von", "der", "den", "la", "di", "bin", "al"}
            for part in parts
        ):
            found.append(_author(parts))
    return found


def _author(parts: list[str]) -> Author:
    at = next((i for i, part in enumerate(parts[1:], start=1) if part[0].islower()), len(parts) - 1)
    return Author(family=" ".join(parts[at:]), given=" ".join(parts[:at]))
