"""What the parts of a draft are, where its form does not say: title, front matter, captions, headings, entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from claimtrace.knowledge.headings import clean_heading, heading_role, numbering_depth, run_in_abstract
from claimtrace.model.document import BlockKind
from claimtrace.read.captions import CAPTION
from claimtrace.read.dating import date_among
from claimtrace.read.forms.draft import Draft, Part
from claimtrace.read.front import names_in
from claimtrace.read.kinds import KEYWORDS
from claimtrace.read.own_doi import doi_among
from claimtrace.read.tables import SOURCE_LINE

_LONG_FOR_FRONT = 40  # words
_SENTENCE = 15  # words of a sentence that is too long for an affiliation
_SENTENCE_ENDS = (".", "!", "?", ":")
_LONGEST_TITLE = 30
_LONGEST_HEADING = 14
_LONGEST_CAPTION_LINE = 25
_AUTHOR_LINES = 4  # blocks behind the title in which the authors are looked for
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_MAY_BE_ENTRY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTATION)
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_HAS_LABEL = re.compile(r"\[?\(?\d{1,4}[\]).]")
_LINK_WORDS = re.compile(
    r"\s*\[?\b(?:Google Scholar|Cross\s?Ref|Pub\s?Med|PMC free article|View Article|Web of Science|Scopus|"
    r"Green Version)\b\]?"
)


def settle(draft: Draft) -> None:
    """Give each part of a draft the kind that its words and its place tell."""
    _name_kinds(draft.parts)
    _mark_front(draft)
    _mark_entries(draft.parts)


def is_known_heading(text: str) -> bool:
    """Whether a short line is a heading by its words alone ("References", "2. Methods")."""
    return len(text.split()) <= 6 and heading_role(text) is not None


def may_be_heading(text: str) -> bool:
    """Whether a line that is set apart may be a heading: short, with a capital or number, without an end mark."""
    words = text.split()
    head = text.lstrip("0123456789. ")[:1]
    return 0 < len(words) <= _LONGEST_HEADING and head.isupper() and not text.rstrip().endswith((".", ",", ";", "!"))


def level_of(text: str, otherwise: int) -> int:
    """The level of a heading by its number, else the other one."""
    return numbering_depth(text) or (1 if is_known_heading(text) else otherwise)


def _name_kinds(parts: list[Part]) -> None:
    """Captions, source lines and keywords by the words with which they begin."""
    for at, part in enumerate(parts):
        if part.kind not in _PROSE:
            continue
        text = part.text
        if _is_caption(parts, at):
            part.kind = BlockKind.CAPTION
        elif SOURCE_LINE.match(text) and any(
            p.kind in (BlockKind.TABLE, BlockKind.CAPTION) for p in parts[max(at - 2, 0) : at]
        ):
            part.kind = BlockKind.SOURCE_LINE
        elif KEYWORDS.match(text):
            part.kind = BlockKind.FRONT
    for at in range(len(parts) - 2, 0, -1):
        _join_label_alone(parts, at)


def _is_caption(parts: Sequence[Part], at: int) -> bool:
    """Whether a part begins with a label and a mark behind it, or is a short line with a label beside its table."""
    text = parts[at].text
    match = CAPTION.match(text)
    if not match or not text[:1].isupper():
        return False
    return match["mark"] is not None or (_beside_table(parts, at) and len(text.split()) <= _LONGEST_CAPTION_LINE)


def _beside_table(parts: Sequence[Part], at: int) -> bool:
    return any(part.kind is BlockKind.TABLE for part in (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2]))


def _join_label_alone(parts: list[Part], at: int) -> None:
    """Join to a caption that is a label alone ("Table 1") the line that stands between it and its table."""
    label, title, table = parts[at - 1 : at + 2]
    alone = label.kind is BlockKind.CAPTION and CAPTION.fullmatch(label.text)
    if (
        alone
        and title.kind in _PROSE
        and table.kind is BlockKind.TABLE
        and len(title.text.split()) <= _LONGEST_CAPTION_LINE
    ):
        if not label.text.endswith((".", ":")):
            label.words.add(".")
        label.words.join(title.words)
        del parts[at]


def _mark_front(draft: Draft) -> None:
    """Title, authors and date from what stands before the running text, where the form has not named them."""
    parts = draft.parts
    _take_title(draft)
    end = _front_end(parts) if parts and parts[0].kind is BlockKind.FRONT else 0
    front = [part for part in parts[:end] if part.kind in (*_PROSE, BlockKind.FRONT, BlockKind.BLOCK_QUOTATION)]
    for part in front:
        part.kind = BlockKind.FRONT
    titled = next((at for at, part in enumerate(front) if part.text == draft.title), -1)
    for part in front[titled + 1 : titled + 1 + _AUTHOR_LINES]:
        if not draft.authors:
            draft.authors = tuple(names_in(_SUPERSCRIPT.sub("", part.text)))
    if draft.doi is None:
        draft.doi = doi_among([part.text for part in front])
    if draft.date is None:
        draft.date = date_among([part.text for part in front if part.text != draft.title])


def _take_title(draft: Draft) -> None:
    """The first heading of a draft that names no title, if it is set above all others; else its first short line."""
    parts = draft.parts
    if not parts:
        return
    first = parts[0]
    if first.kind is BlockKind.FRONT:
        return
    if first.kind is BlockKind.HEADING:
        following = next((at for at, part in enumerate(parts[1:]) if part.kind is BlockKind.HEADING), None)
        above = all((p.level or 1) > (first.level or 1) for p in parts[1:] if p.kind is BlockKind.HEADING)
        named = draft.title is not None and first.text == draft.title
        leads = following is not None and (above or _is_byline(parts[1 : following + 1]))
        if named or (draft.title is None and not heading_role(first.text) and leads):
            first.kind, first.level = BlockKind.FRONT, None
            draft.title = draft.title or first.text
    elif draft.title is not None:
        heads = list(takewhile(lambda part: len(part.text.split()) < _LONG_FOR_FRONT, parts[:_AUTHOR_LINES]))
        if titled := next((at for at, part in enumerate(heads, start=1) if part.text == draft.title), None):
            for part in heads[:titled]:  # what stands over it names the journal
                part.kind = BlockKind.FRONT
    elif first.kind is BlockKind.PARAGRAPH and _may_be_title(first.text):
        first.kind = BlockKind.FRONT
        draft.title = first.text


def _is_byline(parts: Sequence[Part]) -> bool:
    """Whether all that stands between two headings may be names, places and dates: short lines, no sentences."""
    short = all(len(part.text.split()) < _LONG_FOR_FRONT for part in parts)
    return short and all(part.kind in _PROSE and not part.text.endswith(_SENTENCE_ENDS) for part in parts)


def _may_be_title(text: str) -> bool:
    return len(text.split()) <= _LONGEST_TITLE and not text.endswith((".", ",", ";", ":")) and not run_in_abstract(text)


def _front_end(parts: Sequence[Part]) -> int:
    """Where the running text begins: with the first heading, the first long paragraph, or the abstract."""
    for at, part in enumerate(parts):
        if part.kind is BlockKind.FRONT:
            continue
        words = len(part.text.split())
        long = words >= _LONG_FOR_FRONT or (words >= _SENTENCE and part.text.endswith(_SENTENCE_ENDS))
        if part.kind not in (*_PROSE, BlockKind.BLOCK_QUOTATION) or long or run_in_abstract(part.text):
            return at
    return 0


def _mark_entries(parts: Sequence[Part]) -> None:
    """What stands under the heading of a reference list; a lesser heading in it only divides it."""
    listed: int | None = None  # the level of the heading of the list that we are in
    for part in parts:
        if part.kind is BlockKind.HEADING:
            role = heading_role(clean_heading(part.text))
            if role == "references":
                listed = part.level or 1
            elif role is not None or (listed is not None and (part.level or 1) <= listed):
                listed = None
        elif listed is not None and part.kind in _MAY_BE_ENTRY:
            part.kind = BlockKind.ENTRY
        if part.kind is BlockKind.ENTRY:
            _label(part)


def _label(part: Part) -> None:
    """Print the number of an entry in a numbered list, as it is shown, unless the author has typed one."""
    if part.number and not _HAS_LABEL.match(part.text):
        part.words.lead_with(f"{part.number} ")


def without_link_words(text: str) -> str:
    """An entry without the names of the indexes that a web page links it to."""
    return _LINK_WORDS.sub("", text)
