"""What each block is: heading, paragraph, caption, note, list item, block quotation, words of a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from claimtrace.knowledge.headings import NUMBERING, clean_heading, heading_role, title_cased
from claimtrace.model.document import BlockKind
from claimtrace.read.blocks import BodyType, LayoutBlock, ends_sentence, starts_item
from claimtrace.read.captions import is_caption, mark_boxes, mark_rest_of_captions, mark_table_notes
from claimtrace.read.figures import mark_figure_words
from claimtrace.read.tables import SOURCE_LINE, TableLayout

KEYWORDS = re.compile(
    r"^(?:key\s?words?|index terms|jel (?:codes?|classification)|mots[- ]clés)\b",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])[.),]?")
_NOTE_START = re.compile(r"^(?:\d{1,3}|[*†‡§¶]{1,3})[.)]?(?=\s|[A-Z“\"‘(])")
_IMPRINT = re.compile(
    r"©|\bcopyright\b|creative commons|\bcc[ -]by\b|all rights reserved|open access|\bcorresponding author|"
    r"^(?:manuscript )?(?:received|accepted|submitted|first published|published online)\b",
    re.IGNORECASE,
)
_LONG_FOR_IMPRINT = 50  # words
_DEEPEST_INDENT = 2.5  # of the size of the text
_OVER_NOTES = 0.8  # of their size; white above the first of them
_SMALL = 0.94  # of the body's size; smaller type is that of notes
_EQUATION_SIGN = re.compile("[=¼+−×∑∫√≤≥≈∂∞∈<>]")  # some fonts map "=" to "¼"
_MOST_FORMULA_WORDS = 12
_WORD = re.compile(r"[^\W\d_]{2}")
_NO_HEADING = re.compile(r"[@=¼−×±≤≥]")
_LETTER_OR_TWO = re.compile(r"[^\W\d_]{0,2}")
_ET_AL = re.compile(r"\bet al\.?$")
_END_MARKS = (".", ";", ",", "?", "!", ":")


def mark_kinds(blocks: Sequence[LayoutBlock], body: BodyType, tables: Sequence[TableLayout]) -> None:
    """Set the kind of every block of a document; the first page's front matter is told apart elsewhere."""
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        headed = at > 0 and blocks[at - 1].kind is BlockKind.HEADING
        block.kind = _kind(block, following, body, headed)
    mark_rest_of_captions(blocks)
    mark_boxes(blocks)
    mark_table_notes(blocks, tables, body)
    _mark_notes(blocks, body)
    _mark_called_notes(blocks)
    mark_figure_words(blocks, body)


def _kind(block: LayoutBlock, following: LayoutBlock | None, body: BodyType, headed: bool) -> BlockKind:
    text = block.text
    if is_caption(block, body):
        return BlockKind.CAPTION
    if block.region.margin:
        return BlockKind.HEADING if _heads_from_margin(block, following, body) else BlockKind.MARGIN
    if SOURCE_LINE.match(text) and (block.size < 1.02 * body.size):
        return BlockKind.SOURCE_LINE
    if KEYWORDS.match(text):
        return BlockKind.FRONT
    if is_heading(block, following, body, headed):
        return BlockKind.HEADING
    if starts_item(block.lines[0]):
        return BlockKind.LIST_ITEM
    if _is_equation(text) or _is_formula(block):
        return BlockKind.EQUATION
    if _is_set_off(block, body):
        return BlockKind.BLOCK_QUOTATION
    return BlockKind.PARAGRAPH


def is_heading(block: LayoutBlock, following: LayoutBlock | None, body: BodyType, headed: bool) -> bool:
    """Whether a block is a heading: by what it says, or by how it is set and that it stands alone.

    ``headed`` says that it stands under a heading.
    """
    text = block.text.strip()
    if len(block.lines) > 3 or len(text) > 160 or not any(letter.isalpha() for letter in text):
        return False
    if len(text.split()) > 22 or block.lines[-1].words[-1].broken or _is_none(text):
        return False
    if heading_role(text):
        return True
    if following is not None and _hangs_under(block, following):
        return False
    if block.above < -0.2 * block.size or not _WORD.search(NUMBERING.sub("", text)):
        return False  # part of a fraction, scraps of a figure
    if following is None or following.page > block.page + 1:
        return False
    apart = _stands_apart(block, following, body, headed)
    if block.size < 0.93 * body.size and not apart:
        return False
    if not clean_heading(text)[:1].isupper() and not NUMBERING.match(text):
        return False
    plain_end = not text.endswith(_END_MARKS) or text.endswith(":") or text.endswith("?")
    larger = block.size > 1.07 * body.size
    distinct = block.bold or larger or (apart and not block.italic)
    capitals = text.isupper() and len(text) > 5
    small_capitals = _small_capitals(block)
    numbered = bool(NUMBERING.match(text))
    if distinct or capitals or small_capitals:
        return plain_end or (numbered and len(text) < 80)
    if numbered and plain_end and (block.centred or (title_cased(text) and len(block.lines) == 1)):
        return True
    alone = len(block.lines) == 1 and block.lines[0].x1 < block.right - 1.0 * block.size
    if block.centred and alone and plain_end and title_cased(text) and block.above > 0.3 * block.size:
        return len(text.split()) <= 14
    if block.italic:
        return alone and plain_end and len(text.split()) <= 12
    flush = abs(block.indent) < 2
    words = len(text.split())
    return (
        alone
        and plain_end
        and 2 <= words <= 14
        and title_cased(text)
        and flush
        and body.indented
        and following.kind is not BlockKind.HEADING
        and len(text) > 8
        and not any(letter.isdigit() for letter in text)
        and (block.above > 0.3 * block.size)
    )


def _heads_from_margin(block: LayoutBlock, following: LayoutBlock | None, body: BodyType) -> bool:
    """Whether a block is set out in the margin as the heading of the text that begins at its height."""
    if following is None or following.region.margin or len(block.region.lines) != len(block.lines):
        return False
    level = abs(following.lines[0].base - block.lines[0].base) < 0.5 * body.size
    large = block.bold and block.size >= 0.97 * body.size
    return following.page == block.page and level and large and is_heading(block, following, body, headed=False)


def _is_none(text: str) -> bool:
    """Whether a line cannot be a heading: an address, a formula, a letter, the end of a list of names."""
    scrap = _NO_HEADING.search(text) or _LETTER_OR_TWO.fullmatch(text)
    return bool(scrap or (text.endswith(("et al", "et al.")) and _ET_AL.search(text)))


def _hangs_under(block: LayoutBlock, following: LayoutBlock) -> bool:
    """Whether a block is the first line of a list item, under whose words the rest of the item hangs."""
    line = block.lines[0]
    if not starts_item(line) or following.region is not block.region or len(following.lines) < 2:
        return False
    return line.x0 - block.left > 2 and all(abs(rest.x0 - line.words[1].x0) < 2 for rest in following.lines)


def _stands_apart(block: LayoutBlock, following: LayoutBlock, body: BodyType, headed: bool) -> bool:
    """Whether a line in bold type or in another face than the text's, often a little smaller, stands over text."""
    if block.size < 0.7 * body.size or following.size < 0.93 * body.size or not _is_in_body_face(following, body):
        return False
    short = block.lines[-1].x1 < block.right - block.size
    stands_over = following.region is block.region or (block.last and following.first)
    other_face = all(word.face.font != body.font for line in block.lines for word in line.words)
    parted = headed or block.above > 0.3 * block.size
    return stands_over and (block.bold or (other_face and short and parted))


def _is_in_body_face(block: LayoutBlock, body: BodyType) -> bool:
    return any(word.face.font == body.font for line in block.lines[:2] for word in line.words)


def _small_capitals(block: LayoutBlock) -> bool:
    """Capitals throughout, the words' first letters larger than the rest."""
    letters = [word for line in block.lines for word in line.words if word.text.isalpha()]
    return bool(letters) and all(word.text.isupper() for word in letters) and len(block.text) > 5


def _is_equation(text: str) -> bool:
    if len(text) >= 200 or not _EQUATION_SIGN.search(text):
        return False
    letters = sum(letter.isalpha() for letter in text)
    words = re.findall(r"[A-Za-z]{3,}", text)
    return len(words) <= 3 and letters < 0.6 * len(text.replace(" ", ""))


def _is_formula(block: LayoutBlock) -> bool:
    """Whether a display sets words equal to words: "Density = mass / volume (3)"."""
    if len(block.lines) > 3 or block.finished or not re.search(r"[=¼](?!\w)", block.text):
        return False
    words = re.findall(r"[^\W\d_]{3,}", block.text)
    return len(words) <= _MOST_FORMULA_WORDS and min(line.x0 for line in block.lines) - block.left > 0.5 * block.size


def _is_set_off(block: LayoutBlock, body: BodyType) -> bool:
    """A block quotation stands off the left edge in every line, and mostly off the right one too."""
    if len(block.lines) < 2 or block.centred:
        return False
    inset = min(line.x0 for line in block.lines) - block.left
    if not 0.9 * body.size < inset < 8 * body.size:
        return False
    if inset < _DEEPEST_INDENT * body.size and all(ends_sentence(line.text) for line in block.lines):
        return False  # paragraphs of one line each, indented as all are
    right = max(line.x1 for line in block.lines)
    return right < block.right - 0.5 * body.size or block.size < 0.95 * body.size


def _mark_notes(blocks: Sequence[LayoutBlock], body: BodyType) -> None:
    """Smaller blocks at the foot of a column, from the first that begins with a marker; on page 1 the imprint too."""
    unfinished = False  # the last note of the page before ran on
    pages = {page: list(group) for page, group in groupby(blocks, key=lambda block: block.page)}
    for _, group in groupby(blocks, key=lambda block: id(block.region)):
        column = list(group)
        foot = len(column)
        while foot and _may_be_note(column, foot - 1) and column[foot - 1].size < _SMALL * body.size:
            foot -= 1
        while foot < len(column) and not (
            _starts_note(column[foot]) or _is_imprint_foot(column[foot:]) or (unfinished and foot)
        ):
            foot += 1
        notes = column[foot:]
        if notes and not _at_foot(column, pages[column[0].page], body):
            notes = list(_until_text(notes))
        for block in notes:
            block.kind = BlockKind.NOTE
        if notes:
            unfinished = not notes[-1].finished and not _is_imprint(notes[-1])


def _mark_called_notes(blocks: Sequence[LayoutBlock]) -> None:
    """Notes in the type of the text, at the foot of a column that calls them: so word processors may set them."""
    for _, group in groupby(blocks, key=lambda block: id(block.region)):
        column = list(group)
        foot = len(column)
        while foot > 1 and _may_be_note(column, foot - 1) and _NOTE_START.match(column[foot - 1].text):
            foot -= 1
        notes = column[foot:]
        if not notes or notes[0].above < _OVER_NOTES * notes[0].size:
            continue
        called = {word.text for block in column[:foot] for line in block.lines for word in line.words if word.raised}
        if all(block.lines[0].first.text.rstrip(".)") in called for block in notes):
            for block in notes:
                block.kind = BlockKind.NOTE


_NOTE_LIKE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTATION, BlockKind.EQUATION)


def _may_be_note(column: Sequence[LayoutBlock], at: int) -> bool:
    """Whether a block is no heading, or one by its capitals only, whose number the note below it continues."""
    if column[at].kind in _NOTE_LIKE:
        return True
    number = _number(column[at])
    below = _number(column[at + 1]) if at + 1 < len(column) else None
    return column[at].kind is BlockKind.HEADING and number is not None and below == number + 1


def _number(block: LayoutBlock) -> int | None:
    """The number with which a note begins."""
    marker = block.lines[0].first.text.rstrip(".)")
    return int(marker) if marker.isdecimal() and len(block.text.split()) > 1 else None


def _at_foot(column: Sequence[LayoutBlock], page: Sequence[LayoutBlock], body: BodyType) -> bool:
    """Whether no running text stands below a column on its page, which holds these blocks."""
    last, region = column[-1].lines[-1], column[-1].region
    return not any(
        block.lines[0].top > last.bottom
        and block.region.x0 < region.x1
        and region.x0 < block.region.x1
        and block.size >= _SMALL * body.size
        for block in page
    )


def _until_text(notes: Sequence[LayoutBlock]) -> Sequence[LayoutBlock]:
    """Notes that stand above text, up to the first paragraph that is none: affiliations before an abstract."""
    for at, block in enumerate(notes):
        if len(block.text.split()) >= _LONG_FOR_IMPRINT and not _starts_note(block) and not _is_imprint(block):
            return notes[:at]
    return notes


def _starts_note(block: LayoutBlock) -> bool:
    first = block.lines[0].first
    if first.raised and _MARKER.match(first.text):
        return len(block.lines[0].words) > 1  # "⁷ Id." is as short as a note may be
    return len(block.text) > 6 and bool(_NOTE_START.match(block.text))


def _is_imprint_foot(blocks: Sequence[LayoutBlock]) -> bool:
    """Whether an imprint begins here, and nothing longer, as an abstract in small type, follows it."""
    return _is_imprint(blocks[0]) and all(
        _is_imprint(block) or len(block.text.split()) < _LONG_FOR_IMPRINT for block in blocks
    )


def _is_imprint(block: LayoutBlock) -> bool:
    """Whether a block at the foot of the first page says by whom, when and under what licence it was published."""
    return block.page == 1 and bool(_IMPRINT.search(block.text))
