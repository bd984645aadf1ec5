"""Lines to blocks: where a paragraph, a heading, a list item or a note begins and ends."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from claimtrace.knowledge.headings import heading_role
from claimtrace.model.document import BlockKind
from claimtrace.read.lines import LineOfWords
from claimtrace.read.mend import is_cut_address
from claimtrace.read.order import Region
from claimtrace.read.placing import Turn
from claimtrace.read.right_to_left import leans_left

_BULLET = re.compile(r"[•●▪◦■–—*·‣⁃]$")
_MID_SENTENCE = ",-–—(["
_ENDS_LABEL = frozenset("•●▪◦■–—*·‣⁃).")  # of either
_ENUMERATOR = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)$")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[])(?:pp?|et al|cf|e\.g|i\.e|vs|vols?|nos?|chs?|chap|secs?|paras?|[Ff]igs?|Eqs?|Refs?|eds?|approx)\.$"
)
_LONGEST_NAME = 30  # characters of a heading with a known name
_OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]*$")
_TERMINAL = re.compile(r"[.!?:;][\"”’')\]]*(?:[\d\s,–-]*\d)?$")


@dataclass(slots=True)
class PageLayout:
    """A page as regions in reading order."""

    number: int
    turn: Turn
    regions: list[Region]


@dataclass(slots=True)
class BodyType:
    """How the paper sets its running text: size in points, the font, and whether paragraphs begin with an indent."""

    size: float
    indented: bool
    font: int = 0


@dataclass(slots=True, eq=False)
class LayoutBlock:
    """Lines that belong together, with the column they stand in.

    ``text`` has the lines with spaces between them, for looking at, not for keeping; ``size`` is that of most of its
    characters.
    """

    lines: list[LineOfWords]
    page: int
    region: Region
    left: float  # the column's usual left edge
    right: float
    leading: float
    last: bool  # the last of its region
    first: bool
    above: float  # white above it, in points; infinite at a region's head
    kind: BlockKind = BlockKind.PARAGRAPH
    run_in: bool = False  # a heading that stands in the first line of its paragraph
    text: str = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.text = " ".join([line.text for line in self.lines])
        sizes: dict[float, int] = {}
        for line in self.lines:
            sizes[line.size] = sizes.get(line.size, 0) + len(line.text) - line.text.count(" ")
        self.size = max(sizes, key=sizes.__getitem__)

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether every line is italic."""
        return all(line.italic for line in self.lines)

    @property
    def indent(self) -> float:
        """How far the first line stands from the column's left edge."""
        return self.lines[0].x0 - self.left

    @property
    def centred(self) -> bool:
        """Whether every line stands as far from the left as from the right edge, the last one off both.

        Lines that begin at one edge are set off, not centred.
        """
        if len(self.lines) > 1 and max(x := [line.x0 for line in self.lines]) - min(x) < 2:
            return False
        return self.lines[-1].x0 - self.left > self.lines[-1].size and all(
            abs((line.x0 - self.left) - (self.right - line.x1)) < 1.5 * line.size for line in self.lines
        )

    @property
    def finished(self) -> bool:
        """Whether its last line ends as a sentence does, and not within a bracket."""
        if not ends_sentence(self.lines[-1].text):
            return False
        return not _OPEN_BRACKET.search(" ".join([line.text for line in self.lines[-2:]]))


def ends_sentence(text: str) -> bool:
    """Whether a line ends with the mark of a sentence's end, quotation marks and note markers aside."""
    if text[-1:].isalpha() or text[-1:] in _MID_SENTENCE:  # mostly; to search a line takes longer
        return False
    line = text.rstrip()
    return bool(_TERMINAL.search(line)) and not _ABBREVIATED.search(line)


def body_type(layouts: Sequence[PageLayout]) -> BodyType:
    """The size and font of most characters, and whether lines that begin a paragraph are indented.

    Pages to be read sideways hold tables, and some papers have more references than text; neither counts where there
    is other text.
    """
    pages = [page for page in layouts if page.turn is Turn.UPRIGHT] or layouts
    columns = [region for page in pages for region in page.regions if not region.margin]
    sizes, rounded, fonts = Counter[float](), Counter[float](), Counter[int]()
    for line in list(_before_references(columns)) or [line for region in columns for line in region.lines]:
        characters = len(line.text)
        sizes[line.size] += characters
        fonts[line.first.face.font] += characters
    for size, characters in sizes.items():
        rounded[_to_half(size)] += characters
    usual = rounded.most_common(1)[0][0] if rounded else 10.0
    size = max((size for size in sizes if _to_half(size) == usual), key=sizes.__getitem__, default=usual)
    indents = flush = 0
    for page in pages:
        for region in page.regions:
            left = left_edge(region.lines)
            for before, line in zip(region.lines, region.lines[1:], strict=False):
                if abs(line.size - size) < 0.6 and before.x0 - left < 2 and ends_sentence(before.text):
                    ended = before.x1 + first_word_width(line) < region.x1 - 0.5 * size
                    indents += 0.8 * size < line.x0 - left < 5 * size
                    flush += ended and abs(line.x0 - left) < 2
    return BodyType(size, indents > flush, fonts.most_common(1)[0][0] if fonts else 0)


def _to_half(size: float) -> float:
    return round(size * 2) / 2


def _before_references(columns: Sequence[Region]) -> Iterator[LineOfWords]:
    """The lines that stand in no reference list, as far as known headings tell."""
    listed = False
    for region in columns:
        for line in region.lines:
            role = heading_role(line.text) if len(line.text) < _LONGEST_NAME else None
            if role:
                listed = role == "references"
            if not listed:
                yield line


def left_edge(lines: Sequence[LineOfWords]) -> float:
    """The left edge that most lines share; of two as common, the outer one."""
    edges = Counter(round(line.x0) for line in lines)
    most = max(edges.values())
    return float(min(edge for edge, count in edges.items() if count >= 0.6 * most))


def right_edge(lines: Sequence[LineOfWords]) -> float:
    """The right edge that the longer lines reach, outliers aside."""
    edges = sorted(line.x1 for line in lines)
    return edges[min(int(0.95 * len(edges)), len(edges) - 1)]


def first_word_width(line: LineOfWords) -> float:
    """The room that the line's first word needs, with a space before it."""
    word = line.first
    return word.x1 - word.x0 + 0.25 * line.size


def layout_blocks(page: PageLayout) -> Iterator[LayoutBlock]:
    """The blocks of a page in reading order."""
    for region in page.regions:
        lines = region.lines
        left, right = left_edge(lines), right_edge(lines)
        leadings = _leadings(lines)
        cuts = [0]
        for at in range(1, len(lines)):
            following = lines[at + 1] if at + 1 < len(lines) else None
            leading = leadings[lines[at].size]
            before, line = lines[at - 1], lines[at]
            if leans_left(line.text):
                begins = _begins_at_right(before, line, left, leading)
            else:
                begins = _begins_block(before, line, following, left, right, leading)
            item = lines[cuts[-1]]
            if begins or (
                starts_item(item) and (_leaves_item(lines[cuts[-1] : at], line) or _is_next_item(item, line))
            ):
                cuts.append(at)
        cuts.append(len(lines))
        for start, end in itertools.pairwise(cuts):
            above = lines[start].top - lines[start - 1].bottom if start else float("inf")
            yield LayoutBlock(
                lines[start:end],
                page.number,
                region,
                left,
                right,
                leadings[lines[start].size],
                last=end == len(lines),
                first=start == 0,
                above=above,
            )


def _leadings(lines: Sequence[LineOfWords]) -> dict[float, float]:
    """For each size the usual distance between the baselines of two lines of it."""
    pairs = [(below.base - above.base, above.size, below.size) for above, below in itertools.pairwise(lines)]
    steps = [pair for pair in pairs if pair[0] > 1]
    return {size: _leading(steps, size) for size in {line.size for line in lines}}


def _leading(steps: Sequence[tuple[float, float, float]], size: float) -> float:
    """The usual one of these steps, given with the sizes of their two lines, between lines of this size."""
    alike = [step for step, above, below in steps if abs(above - size) < 0.3 and abs(below - size) < 0.3]
    if not alike:
        return 1.25 * size
    step, count = Counter([round(step * 2) / 2 for step in alike]).most_common(1)[0]
    return step if count > 1 else median(alike)


def _begins_block(
    before: LineOfWords,
    line: LineOfWords,
    following: LineOfWords | None,
    left: float,
    right: float,
    leading: float,
) -> bool:
    size = min(before.size, line.size)
    if abs(line.size - before.size) > 0.12 * max(before.size, line.size):
        return True
    if line.base - before.base > max(1.3 * leading, leading + 2.5):
        return True
    cut = (before.text.endswith("-") and line.text[:1].islower()) or _is_cut_range(before.text, line.text)
    if before.bold != line.bold and not cut and not _is_cut_label(before, line, right):
        return True
    if line.first.raised and line.first.text[:1].isdigit() and not line.first.broken:
        return True  # a note begins; running text does not set a marker at a line's head
    if cut:
        return False
    cut_address = is_cut_address(before.text.rsplit(" ", 1)[-1], line.text.split(" ", 1)[0])
    if cut_address and line.x0 > before.x0 - 0.5 * size:
        return False
    if starts_item(before) and _goes_on_item(before, line, right):
        return False
    if before.x0 - left > 0.9 * size and abs(before.x0 - line.x0) < 2:
        # Both are set off: the room is that of the block quotation, not of the column.
        right = max(other.x1 for other in (before, line, following or line))
    ended = ends_sentence(before.text)
    room_left = before.x1 + first_word_width(line) < right - 0.3 * size
    closes = line.first.text.endswith(")") and _OPEN_BRACKET.search(before.text)  # "(Fig.", "7) shows"
    if starts_item(line) and not closes and (ended or room_left or abs(line.x0 - before.x0) > 2):
        return True
    indented = line.x0 - left > 0.7 * size and line.x0 - before.x0 > 0.5 * size
    goes_back = following is None or following.x0 < line.x0 - 0.5 * size
    if indented and goes_back and (ended or room_left):
        return True
    if room_left and ended:
        return True
    if _is_centred(before, left, right) and line.x0 - left < size:
        return True
    if not room_left:
        return False
    short = before.x1 < left + 0.7 * (right - left)
    standing_alone = line.text[:1].isupper() and (short or _in_other_faces(before, line))
    return standing_alone and not before.text.rstrip().endswith((",", "-", "–", "&"))


def _goes_on_item(item: LineOfWords, line: LineOfWords, right: float) -> bool:
    """Whether a line is the second of a list item, set off from its label, or under the words of a full first line."""
    size = min(item.size, line.size)
    if line.x0 <= item.x0 + 0.5 * size:
        return False
    full = item.x1 + first_word_width(line) >= right - 0.3 * size
    return line.text[:1].islower() or (full and abs(line.x0 - item.words[1].x0) < 2 and not starts_item(line))


def _begins_at_right(before: LineOfWords, line: LineOfWords, left: float, leading: float) -> bool:
    """The same for a line of a script that runs to the left: a line is full that reaches the left edge."""
    size = min(before.size, line.size)
    alike = abs(line.size - before.size) <= 0.12 * size and before.bold == line.bold and leans_left(before.text)
    near = line.base - before.base <= max(1.3 * leading, leading + 2.5)
    ended = ends_sentence(before.text) and before.x0 - left > first_word_width(line) + 0.3 * size
    return not alike or not near or ended


def _is_cut_range(before: str, text: str) -> bool:
    """Whether a line ends within a range of pages or years: "61–", "97. Quay Press", which is no item."""
    return before.endswith(("–", "-")) and before[-2:-1].isdigit() and text[:1].isdigit()


def _is_cut_label(before: LineOfWords, line: LineOfWords, right: float) -> bool:
    """Whether bold words that begin a paragraph fill its first line and go on in the next."""
    full = before.words[-1].broken or before.x1 + first_word_width(line) >= right - 0.3 * before.size
    return before.bold and line.first.face.bold and full


def _in_other_faces(before: LineOfWords, line: LineOfWords) -> bool:
    """Whether two lines have no font in common, as a heading and the text under it."""
    return {word.face.font for word in before.words}.isdisjoint([word.face.font for word in line.words])


def _leaves_item(item: Sequence[LineOfWords], line: LineOfWords) -> bool:
    """Whether a line stands further out than the list item before it allows."""
    first = item[0]
    hanging = len(item) > 1 and item[1].x0 > first.x0 + 0.5 * first.size
    return line.x0 < first.x0 + 1.0 if hanging else line.x0 < first.x0 - 0.5 * first.size


def _is_next_item(item: LineOfWords, line: LineOfWords) -> bool:
    """Whether a line has the same sign as a list item, or the next number, at the same place."""
    sign, own = item.first.text, line.first.text
    if abs(item.x0 - line.x0) > 2 or not starts_item(line):
        return False
    number, next_number = sign.strip("()."), own.strip("().")
    if number.isdecimal() and next_number.isdecimal():
        return int(next_number) == int(number) + 1
    return sign == own


def _is_centred(line: LineOfWords, left: float, right: float) -> bool:
    return line.x0 - left > 1.5 * line.size and abs((line.x0 - left) - (right - line.x1)) < line.size


def starts_item(line: LineOfWords) -> bool:
    """Whether a line begins with a bullet or an enumerator."""
    first = line.first
    if first.text[-1] not in _ENDS_LABEL or len(line.words) < 2:
        return False
    return bool(_BULLET.match(first.text)) or (
        bool(_ENUMERATOR.match(first.text)) and not first.raised and line.words[1].x0 - first.x1 > 0
    )
