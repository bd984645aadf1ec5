"""Running heads, folios and line numbers: what belongs to the page and not to the paper.

A line at the head or foot of a page is furniture when it comes back on other pages at the same height with
the same words (figures aside), or when it holds the number that rises by one from page to page.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from claimtrace.model.document import Furniture, FurnitureKind
from claimtrace.model.place import Box
from claimtrace.read.lines import Chunk
from claimtrace.read.placing import Turn
from claimtrace.read.tables import names_table
from claimtrace.text.numbers import roman_value

_ROWS = 5  # rows from the page's edge in which furniture is looked for
_EDGE = 0.22  # share of the page's height
_SAME_HEIGHT = 5.0  # points
_WATERMARK = 36.0  # points; a title, which may be as large, does not come back
_FEWEST_CELLS = 3  # in a row of a table; text may stand in two columns
_TAB = 3.0  # sizes of the type between a note's number and its words
_MOST_IN_A_ROW = 4  # a row of more pieces is the head of a table
_NUMBER = re.compile(r"(?<![\w.,-])(\d{1,5}|[ivxlc]{1,8})(?![\w,-]|\.\d)", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"\d{1,3}[.)]")
_BY_PLACE = attrgetter("base", "x0")
_FIGURES = re.compile(r"\d+")
_LONE_NUMBER = re.compile(r"\W*(?:(?:page|p\.)\s*)?(\d{1,5}|[ivxlc]{1,8})(?:\s*(?:of|/)\s*\d+)?\W*", re.IGNORECASE)


@dataclass(slots=True)
class PageChunks:
    """A page while its furniture is being sorted out."""

    number: int
    width: float
    height: float
    chunks: list[Chunk]
    turn: Turn = Turn.UPRIGHT


@dataclass(slots=True)
class _Row:
    page: int
    chunks: list[Chunk]
    top: float
    bottom: float
    head: bool  # at the head of the page, else at its foot
    detached: bool  # parted from the text by more than the usual white
    outermost: bool  # nothing stands between it and the edge
    in_table: bool  # its pieces stand close over, or under, those of the next row
    noted: bool = False  # a line of a footnote, as far as its place tells


_Number = tuple[_Row, Chunk, bool, str, int]  # its place, whether it stands alone, as printed, its value


def strip_furniture(pages: Sequence[PageChunks]) -> tuple[list[Furniture], dict[int, str]]:
    """Take the furniture off the pages (their ``chunks`` are replaced); give it back with the folios.

    Returns the furniture in page order and the folio of each page on which one is printed.
    """
    line_numbers = _line_numbers(pages)
    rows = [row for page in pages for row in _edge_rows(page, line_numbers)]
    taken = _repeated(rows, len(pages))
    folios, folio_chunks = _folios(rows, taken, len(pages))
    taken |= _beside_folios(rows, folio_chunks) | _watermarks(pages)
    taken |= _in_place_of_heads(rows, taken)
    kinds = {
        **dict.fromkeys(line_numbers, FurnitureKind.LINE_NUMBER),
        **dict.fromkeys(taken, FurnitureKind.RUNNING_HEAD),
        **dict.fromkeys(folio_chunks, FurnitureKind.FOLIO),
    }
    furniture: list[Furniture] = []
    for page in pages:
        off = [chunk for chunk in page.chunks if id(chunk) in kinds]
        furniture += [Furniture(kinds[id(chunk)], chunk.text, box_of(page.number, chunk)) for chunk in off]
        if off:
            page.chunks = [chunk for chunk in page.chunks if id(chunk) not in kinds]
    return furniture, folios


def box_of(page: int, chunk: Chunk) -> Box:
    """The place of a chunk, rounded to hundredths of a point."""
    return Box(page, round(chunk.x0, 2), round(chunk.top, 2), round(chunk.x1, 2), round(chunk.bottom, 2))


def _rows(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=_BY_PLACE):
        if rows and chunk.base - rows[-1][0].base < 2.5:
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return rows


def _edge_rows(page: PageChunks, line_numbers: set[int]) -> list[_Row]:
    rows = _rows(chunk for chunk in page.chunks if id(chunk) not in line_numbers)
    tops = [row[0].top if len(row) == 1 else min([chunk.top for chunk in row]) for row in rows]
    bottoms = [row[0].bottom if len(row) == 1 else max([chunk.bottom for chunk in row]) for row in rows]
    white = [max(below - above, 0.0) for below, above in zip(tops[1:], bottoms, strict=False)]
    usual = median(white) if white else 0.0
    found = []
    for at, row in enumerate(rows):
        head = at < _ROWS and bottoms[at] < _EDGE * page.height
        foot = at >= len(rows) - _ROWS and tops[at] > (1 - _EDGE) * page.height
        if head or foot:
            inner = white[at] if head and at < len(white) else white[at - 1] if foot and at else 99.0
            enough = max(0.5 * row[0].size, 1.4 * usual)
            outermost = at == (0 if head else len(rows) - 1)
            beside = rows[at + 1 if head else at - 1] if inner < row[0].size else []
            in_table = _under_each_other(row, beside)
            found.append(_Row(page.number, row, tops[at], bottoms[at], head, inner > enough, outermost, in_table))
    _mark_noted([row for row in found if not row.head])
    return found


def _under_each_other(row: Sequence[Chunk], beside: Sequence[Chunk]) -> bool:
    """Whether every piece of a row has one in the row beside it that begins, ends or is centred where it does."""
    return len(row) >= _FEWEST_CELLS and all(
        any(
            min(abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.x0 + one.x1 - other.x0 - other.x1) / 2) < 1.5
            for other in beside
        )
        for one in row
    )


def _mark_noted(foot: Sequence[_Row]) -> None:
    """Mark the rows at a page's foot from the first that begins a note on, down to wide white."""
    noted = False
    for row in foot:
        begins = _begins_note(row.chunks[0]) or _is_note_beside_its_number(row.chunks)
        noted = begins or (noted and not row.detached)
        row.noted = noted


def _repeated(rows: Sequence[_Row], pages: int) -> set[int]:
    """The chunks that come back on other pages at the same height, by ``id``."""
    places: dict[tuple[bool, str], list[tuple[_Row, Chunk]]] = defaultdict(list)
    for row in rows:
        for chunk in row.chunks:
            if row.in_table or names_table(chunk.text):
                continue  # the head of a table, and "Continued Table 2", come back as long as the table goes on
            for text in _compared(row, chunk):
                places[row.head, text].append((row, chunk))
    stacks: dict[tuple[int, bool], list[_Row]] = defaultdict(list)
    for row in rows:
        stacks[row.page, row.head].append(row)
    taken: set[int] = set()
    on_most_pages: set[int] = set()
    for (head, text), found in places.items():
        if len(found) == 1:  # nearly always
            continue
        wordless = sum(map(str.isalpha, text)) < 4
        found.sort(key=lambda place: place[1].base)
        for (row, chunk), count in zip(found, _pages_at_height(found), strict=True):
            often = count >= max(3, 0.6 * pages)
            if often:
                on_most_pages.add(id(chunk))
            elif row.noted:
                continue  # one note cites what another does: "Ibid."
            detached = len(row.chunks) <= _MOST_IN_A_ROW and _stack_detached(row, stacks[row.page, head])
            if (often and detached) if wordless else (often or (count >= 2 and detached)):
                taken.add(id(chunk))
    for row in rows:  # "(2024)." alone tells nothing, but in the middle of a running foot it is part of that
        if 2 * sum(chunk.characters for chunk in row.chunks if id(chunk) in taken) > _characters(row):
            taken |= on_most_pages.intersection(id(chunk) for chunk in row.chunks)
    return taken


def _compared(row: _Row, chunk: Chunk) -> Iterator[str]:
    """What must be the same on other pages for a chunk to come back there; figures may differ beside words.

    By themselves they come back as they are, or rise with the pages: the years in a table do neither.
    """
    text = chunk.text
    if not row.head and _begins_note(chunk):
        yield text  # "7. Ibid." is no other's "8. Ibid."
        return
    masked = _FIGURES.sub("#", text).casefold()
    if masked == text or any(map(str.isalpha, text)):
        yield masked
    else:
        yield text
        yield f"{masked} {int(_FIGURES.findall(text)[-1]) - row.page}"


def _characters(row: _Row) -> int:
    return sum(chunk.characters for chunk in row.chunks)


def _pages_at_height(found: Sequence[tuple[_Row, Chunk]]) -> Iterator[int]:
    """For each of these chunks, sorted by baseline, on how many pages one of them stands at its height."""
    start = end = 0
    on: Counter[int] = Counter()
    for _, chunk in found:
        while end < len(found) and found[end][1].base < chunk.base + _SAME_HEIGHT:
            on[found[end][0].page] += 1
            end += 1
        while found[start][1].base <= chunk.base - _SAME_HEIGHT:
            on[found[start][0].page] -= 1
            if not on[found[start][0].page]:
                del on[found[start][0].page]
            start += 1
        yield len(on)


def _begins_note(chunk: Chunk) -> bool:
    """Whether a line begins with a note's number, raised or with a mark: "⁷ Ibid., 12." may well come back."""
    marker = chunk.words.texts[0]
    if len(chunk.words) < 2 or not marker[0].isdigit():
        return False
    if _NOTE_NUMBER.fullmatch(marker):
        return True
    first, second = chunk.words[:2]
    return marker.isdigit() and first.base < second.base - 0.1 * second.size


def _is_note_beside_its_number(chunks: Sequence[Chunk]) -> bool:
    """Whether a line is a number and, a little apart, a sentence: "1   See Marsh (2011)."."""
    if len(chunks) != 2 or not chunks[0].text.isdigit():
        return False
    number, note = chunks
    return note.x0 - number.x1 < _TAB * note.size and note.text.endswith(".")


def _stack_detached(row: _Row, stack: Sequence[_Row]) -> bool:
    """Whether this row, or one between it and the text, is parted from the text by white.

    ``stack`` holds the rows at the same end of the page.
    """
    return any(
        other.detached and abs(other.top - row.top) < 40
        for other in stack
        if (other.top >= row.top if row.head else other.top <= row.top)
    )


def _folios(rows: Sequence[_Row], taken: set[int], pages: int) -> tuple[dict[int, str], set[int]]:
    """The number that rises with the pages, by page, and the chunks that hold nothing else, by ``id``."""
    seen: dict[tuple[bool, int], set[int]] = defaultdict(set)
    numbers: list[_Number] = []
    for row in rows:
        if pages == 1 and not (row.outermost and row.detached):
            continue  # no other page tells a folio from a line that happens to be a number
        if not row.head and _is_note_beside_its_number(row.chunks):
            continue
        for chunk in row.chunks:
            lone = _LONE_NUMBER.fullmatch(chunk.text)
            if not lone and id(chunk) not in taken:
                continue
            for text in [lone.group(1)] if lone else _NUMBER.findall(chunk.text):
                roman = not text.isdigit()
                value = roman_value(text) if roman else int(text)
                if value:
                    numbers.append((row, chunk, bool(lone), text, value))
                    seen[roman, value - row.page].add(row.page)
    if not seen:
        return {}, set()
    (roman, offset), on = max(seen.items(), key=lambda item: (len(item[1]), not item[0][0], -abs(item[0][1])))
    if len(on) < 2 and not (pages == 1 and len(on) == 1):
        return {}, set()
    rising = [n for n in numbers if (not n[3].isdigit()) == roman and n[4] - n[0].page == offset]
    if not roman:
        rising += _roman_before(numbers, seen, min(on))
    heights = Counter(round(chunk.base / _SAME_HEIGHT) for _, chunk, *_ in rising)
    usual = heights.most_common(1)[0][0]
    folios: dict[int, str] = {}
    chunks: set[int] = set()
    for row, chunk, is_lone, text, _ in sorted(rising, key=lambda n: abs(n[1].base / _SAME_HEIGHT - usual)):
        if row.page not in folios:
            folios[row.page] = text.lstrip("0") or text
            if is_lone:
                chunks.add(id(chunk))
    return dict(sorted(folios.items())), chunks


def _roman_before(
    numbers: Sequence[_Number], seen: dict[tuple[bool, int], set[int]], text_begins: int
) -> list[_Number]:
    """The roman numbers that rise, by themselves on their line, on pages before the one where arabic ones begin."""
    fronts = {offset: {page for page in on if page < text_begins} for (roman, offset), on in seen.items() if roman}
    offset, on = max(fronts.items(), key=lambda item: (len(item[1]), -abs(item[0])), default=(0, set[int]()))
    if len(on) < 2:
        return []
    return [n for n in numbers if n[2] and not n[3].isdigit() and n[4] - n[0].page == offset and n[0].page in on]


def _beside_folios(rows: Sequence[_Row], folio_chunks: set[int]) -> set[int]:
    """What shares the outermost line of a page with its folio, by ``id``: the running head of a single page."""
    return {
        id(chunk)
        for row in rows
        if row.outermost and row.detached and len(row.chunks) <= _MOST_IN_A_ROW
        if any(id(chunk) in folio_chunks for chunk in row.chunks)
        for chunk in row.chunks
        if id(chunk) not in folio_chunks
    }


def _in_place_of_heads(rows: Sequence[_Row], taken: set[int]) -> set[int]:
    """Heads of a single page, by ``id``: lines over the text at the height and in the type of those of other pages."""
    heads = [row for row in rows if row.head and row.outermost and row.detached and len(row.chunks) <= _MOST_IN_A_ROW]
    known: dict[tuple[int, float, int], set[int]] = defaultdict(set)
    for row in heads:
        if all(id(chunk) in taken for chunk in row.chunks):
            known[_type_of(row)].add(row.page)
    return {id(chunk) for row in heads if len(known.get(_type_of(row), set()) - {row.page}) > 1 for chunk in row.chunks}


def _type_of(row: _Row) -> tuple[int, float, int]:
    face = row.chunks[0].words[0].face
    return round(row.chunks[0].base), face.size, face.font


def _watermarks(pages: Sequence[PageChunks]) -> set[int]:
    """Large words that stand at one place of most pages, by ``id``: "DRAFT" behind the text."""
    places: dict[tuple[str, int, int], list[Chunk]] = defaultdict(list)
    for page in pages:
        for chunk in page.chunks:
            if chunk.size >= _WATERMARK:
                places[chunk.text, round(chunk.x0), round(chunk.base)].append(chunk)
    return {id(chunk) for found in places.values() if len(found) >= max(2, 0.6 * len(pages)) for chunk in found}


def _line_numbers(pages: Sequence[PageChunks]) -> set[int]:
    """Numbers set beside the lines of a manuscript, by ``id`` of their chunk.

    A page with few lines shows its numbers by standing where those of the other pages stand.
    """
    columns = {page.number: _number_columns(page) for page in pages}
    sure = {edge for found in columns.values() for edge, column in found.items() if _counts_lines(column)}
    return {
        id(chunk)
        for found in columns.values()
        for edge, column in found.items()
        if _counts_lines(column) or (_rises(column) and any(abs(edge - other) <= 1 for other in sure))
        for chunk in column
    }


def _number_columns(page: PageChunks) -> dict[int, list[Chunk]]:
    """The columns of lone numbers on either side of the text that most of them share, by the edge next to it."""
    lone = [chunk for chunk in page.chunks if chunk.text.isdigit()]
    others = [chunk for chunk in page.chunks if not chunk.text.isdigit()]
    if not lone:
        return {}
    text_left, text_right = min((c.x0 for c in others), default=0.0), max((c.x1 for c in others), default=page.width)
    left = [(round(chunk.x1 / 4), chunk) for chunk in lone if chunk.x1 <= text_left]
    right = [(round(chunk.x0 / 4), chunk) for chunk in lone if chunk.x0 >= text_right]
    found: dict[int, list[Chunk]] = {}
    for side in (left, right):
        if side:
            edge, _ = Counter(at for at, _ in side).most_common(1)[0]
            found[edge] = sorted((chunk for at, chunk in side if abs(at - edge) <= 1), key=attrgetter("base"))
    return found


def _counts_lines(column: Sequence[Chunk]) -> bool:
    steps = Counter(_steps(column))
    step, often = steps.most_common(1)[0] if steps else (0, 0)
    return len(column) >= 5 and step in (1, 5) and often >= 0.8 * (len(column) - 1)


def _rises(column: Sequence[Chunk]) -> bool:
    return all(step > 0 for step in _steps(column))


def _steps(column: Sequence[Chunk]) -> list[int]:
    values = [int(chunk.text) for chunk in column]
    return [after - before for before, after in itertools.pairwise(values)]
