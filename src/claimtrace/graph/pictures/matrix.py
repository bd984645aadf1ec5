"""The matrix: how often each section cites each reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimtrace.graph.pictures.facts import Facts, counted
from claimtrace.graph.pictures.svg import Canvas, Link, Picture, fitted

_LEFT, _TOP, _FOOT = 262.0, 190.0, 24.0
_ROW, _COLUMN = 18.0, 26.0
_MOST_COLUMNS = 26
_PALEST, _FULLEST = 0.14, 0.5  # opacity of a cell: the number in it stays legible
_HOW = (
    "A row is a reference, a column a section; the number says how often the one is cited in the other. A ring marks a "
    "cell of which a finding speaks."
)
Cells = Mapping[tuple[str, str | None], Sequence[str]]


def draw_matrix(facts: Facts, link: Link) -> Picture:
    """Draw the matrix: references by how often they are cited, sections in the order of the text."""
    cells, columns = _cells(facts)
    rows = sorted(facts.references, key=lambda entry: -sum(len(c) for (e, _), c in cells.items() if e == entry))
    canvas = Canvas(link)
    canvas.text("How often each section cites each reference", "head", x=20, y=16)
    canvas.text("the number is that of citations; a ring marks", "key", x=20, y=38)
    canvas.text("a cell of which a finding speaks", "key", x=20, y=52)
    right = _LEFT + _COLUMN * len(columns)
    for at in range(0, len(rows), 2):
        canvas.shape("rect", "row", x=10, y=_TOP + _ROW * at, width=right + 34, height=_ROW)
    for at, column in enumerate(columns):
        _column(canvas, facts, column, _LEFT + _COLUMN * (at + 0.5), len(rows))
    canvas.text("all", "head", x=right + 22, y=_TOP - 8, text_anchor="middle")
    most = max((len(cited) for cited in cells.values()), default=1)
    for at, entry in enumerate(rows):
        _row(canvas, facts, cells, columns, entry, _TOP + _ROW * at, most)
    text = f"{counted(len(rows), 'reference')} against {counted(len(columns), 'section')} that cite; "
    text += f"{sum(1 for entry in rows if not facts.support.citations(entry))} are cited nowhere."
    width = max(right + 60 + 90, 520)
    height = _TOP + _ROW * len(rows) + _FOOT
    return Picture("matrix", "References by section", _HOW, text, width, height, canvas.finish(), empty=not cells)


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


def _column(canvas: Canvas, facts: Facts, section: str | None, x: float, rows: int) -> None:
    title = facts.label(section) if section else "before the first heading"
    canvas.shape("path", "grid", d=f"M{x + _COLUMN / 2:.1f} {_TOP:g}v{_ROW * rows:.1f}")
    with canvas.linked(None, title):
        canvas.text(fitted(title, 190), "section", transform=f"translate({x + 4:.1f} {_TOP - 8:g}) rotate(-55)")


def _row(
    canvas: Canvas, facts: Facts, cells: Cells, columns: Sequence[str | None], entry: str, y: float, most: int
) -> None:
    right = _LEFT + _COLUMN * len(columns)
    total = len(facts.support.citations(entry))
    with canvas.linked(entry, f"{facts.label(entry)}: {counted(total, 'citation')}. {facts.data(entry)['raw']}"):
        canvas.text(fitted(facts.label(entry), _LEFT - 24), "label", x=_LEFT - 12, y=y + 13, text_anchor="end")
    for at, section in enumerate(columns):
        cited = cells.get((entry, section), ())
        if cited:
            _cell(canvas, facts, section, cited, _LEFT + _COLUMN * at, y, most)
    canvas.text(str(total or "–"), "number", x=right + 22, y=y + 13, text_anchor="middle")


def _cell(
    canvas: Canvas, facts: Facts, section: str | None, cited: Sequence[str], x: float, y: float, most: int
) -> None:
    """A cell, the fuller the darker, with its number."""
    finding = next(iter(facts.findings(cited)), None)
    shade = _PALEST + (_FULLEST - _PALEST) * (len(cited) - 1) / max(most - 1, 1)
    title = f"{facts.label(section) if section else 'before the first heading'}: {counted(len(cited), 'citation')}"
    title = f"{facts.label(finding)} — {title}" if finding else title
    target = finding or next(iter(facts.support.claims(cited[0])), None)
    with canvas.linked(target, title, reached=False):
        kind = "cell flagged" if finding else "cell"
        canvas.shape("rect", kind, x=x + 2, y=y + 2, width=_COLUMN - 4, height=_ROW - 4, fill_opacity=f"{shade:.2f}")
        canvas.text(str(len(cited)), "count", x=x + _COLUMN / 2, y=y + 12.5)
