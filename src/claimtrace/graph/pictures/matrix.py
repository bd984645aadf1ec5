"""The matrix: how often each section cites each reference."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimtrace.graph.pictures.facts import Facts, counted
from claimtrace.graph.pictures.lettering import width
from claimtrace.graph.pictures.svg import Canvas, Link, Picture

_LEFT, _FOOT = 262.0, 24.0
_ROW = 18.0
_MOST_COLUMNS = 26
_NARROWEST, _WIDEST, _SPREAD = 26.0, 44.0, 600.0  # pixels of a column; of all columns, where these are few
_STEEP, _LONGEST_TITLE = 55, 280.0  # degrees at which the titles of sections stand, pixels of the longest
_RISE, _RUN = math.sin(math.radians(_STEEP)), math.cos(math.radians(_STEEP))
_PALEST, _FULLEST = 0.14, 0.5  # opacity of a cell: the number in it stays legible
_HOW = (
    "A row is a reference, a column a section; the number says how often the one is cited in the other. A ring marks a "
    "cell of which a finding speaks."
)
Cells = Mapping[tuple[str, str | None], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells stand: the sections of the columns, their width, the upper edge, and the end of all."""

    columns: Sequence[str | None]
    step: float
    top: float
    width: float

    def x(self, at: float) -> float:
        """The left edge of a column, by its number."""
        return _LEFT + self.step * at

    @property
    def right(self) -> float:
        """The right edge of the last column."""
        return self.x(len(self.columns))


def draw_matrix(facts: Facts, link: Link) -> Picture:
    """Draw the matrix: references by how often they are cited, sections in the order of the text."""
    cells, columns = _cells(facts)
    grid = _grid(facts, columns)
    rows = sorted(facts.references, key=lambda entry: -sum(len(c) for (e, _), c in cells.items() if e == entry))
    canvas = Canvas(link)
    canvas.text("How often each section cites each reference", "head", x=20, y=16)
    canvas.text("the number is that of citations;", "key", x=20, y=38)
    canvas.text("a ring marks a cell of which a finding speaks", "key", x=20, y=52)
    for at in range(0, len(rows), 2):
        canvas.shape("rect", "row", x=10, y=grid.top + _ROW * at, width=grid.right + 34, height=_ROW)
    for at, column in enumerate(columns):
        _column(canvas, facts, column, grid, at, len(rows))
    canvas.text("all", "head", x=grid.right + 22, y=grid.top - 8, text_anchor="middle")
    most = max((len(cited) for cited in cells.values()), default=1)
    for at, entry in enumerate(rows):
        _row(canvas, facts, cells, grid, entry, grid.top + _ROW * at, most)
    text = f"{counted(len(rows), 'reference')} against {counted(len(columns), 'section')} that cite; "
    text += f"{sum(1 for entry in rows if not facts.support.citations(entry)) or 'none'} are cited nowhere."
    height = grid.top + _ROW * len(rows) + _FOOT
    return Picture(
        "matrix", "References by section", _HOW, text, grid.width, height, canvas.finish(), empty=not cells
    )  # fmt: skip


def _grid(facts: Facts, columns: Sequence[str | None]) -> _Grid:
    """Room for the titles above the columns, and wide columns where they are few."""
    step = min(max(_SPREAD / max(len(columns), 1), _NARROWEST), _WIDEST)
    longest = min(max((width(_title(facts, column)) for column in columns), default=0), _LONGEST_TITLE)
    right = _LEFT + step * len(columns)
    return _Grid(columns, step, max(84, 24 + _RISE * longest), max(right + 54, right + _RUN * longest + 10, 520))


def _title(facts: Facts, section: str | None) -> str:
    return facts.label(section) if section else "before the first heading"


def _cells(facts: Facts) -> tuple[Cells, list[str | None]]:
    """The citations of each reference in each section; where sections are many, in those of the highest level."""
    found: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
    for statement in facts.statements:
        for citation in statement.citations:
            if entry := facts.entry(citation):
                found[entry, statement.section].append(citation)
    if len({section for _, section in found}) > _MOST_COLUMNS:
        rolled: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
        for (entry, section), cited in found.items():
            rolled[entry, _outermost(facts, section)].extend(cited)
        found = rolled
    used = {section for _, section in found}
    return found, [section for section in (None, *facts.sections) if section in used]


def _outermost(facts: Facts, section: str | None) -> str | None:
    if section is None:
        return None
    at = facts.start(section)
    holding = [s for s in facts.sections if facts.start(s) <= at < int(facts.data(s)["end"])]
    return min(holding, key=lambda s: (facts.data(s)["level"], facts.start(s)))


def _column(canvas: Canvas, facts: Facts, section: str | None, grid: _Grid, at: int, rows: int) -> None:
    title, x = _title(facts, section), grid.x(at)
    canvas.shape("path", "grid", d=f"M{x + grid.step:.1f} {grid.top:g}v{_ROW * rows:.1f}")
    with canvas.linked(None, title):
        turned = f"translate({x + grid.step / 2 + 4:.1f} {grid.top - 8:.1f}) rotate(-{_STEEP})"
        canvas.label(title, "section", _LONGEST_TITLE, transform=turned)


def _row(canvas: Canvas, facts: Facts, cells: Cells, grid: _Grid, entry: str, y: float, most: int) -> None:
    total = len(facts.support.citations(entry))
    with canvas.linked(entry, f"{facts.label(entry)}: {counted(total, 'citation')}. {facts.data(entry)['raw']}"):
        canvas.label(facts.label(entry), "label", _LEFT - 24, x=_LEFT - 12, y=y + 13, text_anchor="end")
    for at, section in enumerate(grid.columns):
        cited = cells.get((entry, section), ())
        if cited:
            _cell(canvas, facts, section, cited, grid.x(at), y, grid.step, most)
    canvas.text(str(total or "–"), "number", x=grid.right + 22, y=y + 13, text_anchor="middle")


def _cell(
    canvas: Canvas, facts: Facts, section: str | None, cited: Sequence[str], x: float, y: float, step: float, most: int
) -> None:
    """A cell, the fuller the darker, with its number."""
    finding = next(iter(facts.findings(cited)), None)
    shade = _PALEST + (_FULLEST - _PALEST) * (len(cited) - 1) / max(most - 1, 1)
    title = f"{_title(facts, section)}: {counted(len(cited), 'citation')}"
    title = f"{facts.label(finding)} — {title}" if finding else title
    target = finding or next(iter(facts.support.claims(cited[0])), None)
    with canvas.linked(target, title, reached=False):
        kind = "cell flagged" if finding else "cell"
        canvas.shape("rect", kind, x=x + 2, y=y + 2, width=step - 4, height=_ROW - 4, fill_opacity=f"{shade:.2f}")
        canvas.text(str(len(cited)), "count", x=x + step / 2, y=y + 12.5)
