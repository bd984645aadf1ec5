"""The timeline: events and agreements against the years of the sources that are cited where the paper names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from claimtrace.graph.pictures.facts import Facts, counted
from claimtrace.graph.pictures.map import flag
from claimtrace.graph.pictures.svg import Canvas, Link, Picture
from claimtrace.model.finding import Severity
from claimtrace.model.graph import EdgeType, NodeType

_WIDTH = 1000
_LEFT, _RIGHT = 320.0, 830.0
_TOP, _STEP, _FOOT = 96.0, 22.0, 30.0
_GAP = 3  # years; a longer stretch without event or source is drawn as long as this
_CLEAR = 32.0  # pixels between two years that are named
_TITLE = "Events and agreements, and the years of the sources cited for them"
_HOW = (
    "Each row is an event, its square at its year. A filled dot is a source of that year or younger, a ring one that "
    "is older. A source cited beside an event may stand for another part of the sentence."
)
_SOURCE_CHECK = "source-predates-event"


@dataclass(frozen=True, slots=True)
class _Row:
    """An event, its year, the entries cited for it, each with its year, and what was found about that."""

    event: str
    year: int
    sources: tuple[tuple[int, str], ...]
    claims: int
    findings: tuple[str, ...]


def draw_timeline(facts: Facts, link: Link) -> Picture:
    """Draw the timeline: a row for each dated event or agreement, the earliest first."""
    rows = _rows(facts)
    canvas = Canvas(link)
    if not rows:
        canvas.text("The paper names no dated event or agreement that is known.", "note", x=20, y=40)
        return Picture("timeline", _TITLE, _HOW, "No dated event is named.", _WIDTH, 60, canvas.finish(), True)
    axis = _Axis(sorted({year for row in rows for year in (row.year, *_years(row))}))
    bottom = _TOP + _STEP * len(rows)
    _legend(canvas)
    _grid(canvas, axis, bottom)
    for at, row in enumerate(rows):
        _draw_row(canvas, facts, axis, row, _TOP + _STEP * (at + 0.5))
    older = sum(bool(row.sources) and max(_years(row)) < row.year for row in rows)
    bare = sum(not row.sources for row in rows)
    what = "dated event or agreement" if len(rows) == 1 else "dated events and agreements"
    text = f"{len(rows)} {what}: {older or 'none'} with none but older sources where named, "
    text += f"{bare or 'none'} with no dated source."
    return Picture("timeline", _TITLE, _HOW, text, _WIDTH, bottom + _FOOT, canvas.finish())


def _rows(facts: Facts) -> list[_Row]:
    found = []
    for event in (*facts.of(NodeType.INCIDENT), *facts.of(NodeType.AGREEMENT)):
        if (year := facts.support.year(event)) is None:
            continue
        entries = facts.support.sources(event)
        dated = sorted((y, entry) for entry in entries if (y := facts.support.year(entry)) is not None)
        found.append(_Row(event, year, tuple(dated), len(facts.support.claims(event)), _findings(facts, event)))
    return sorted(found, key=lambda row: (row.year, facts.label(row.event).casefold(), row.event))


def _findings(facts: Facts, event: str) -> tuple[str, ...]:
    """What was found about the age of an event's sources: where a claim names it, or in a table, by its name."""
    saying = facts.support.tails(event, EdgeType.MENTIONS)
    found = facts.findings(saying)
    for table in (node for node in saying if facts.support.type(node) is NodeType.TABLE):
        about = facts.findings(facts.support.heads(table, EdgeType.CITES))
        found += [f for f in about if facts.label(event).casefold() in facts.label(f).casefold()]
    return tuple(dict.fromkeys(f for f in found if facts.data(f)["check"] == _SOURCE_CHECK))


def _years(row: _Row) -> Sequence[int]:
    return [year for year, _ in row.sources]


class _Axis:
    """Years across the picture: of those that occur each has its place, long stretches between them are shortened."""

    def __init__(self, years: Sequence[int]) -> None:
        self.years = years
        steps = [min(later - year, _GAP) for year, later in pairwise(years)]
        unit = (_RIGHT - _LEFT - 40) / max(sum(steps), 1)
        self._at = dict(zip(years, accumulate(steps, initial=0), strict=True))
        self._unit = min(unit, 90)

    def x(self, year: int) -> float:
        """Where a year stands."""
        return _LEFT + 20 + self._unit * self._at[year]

    def named(self) -> list[int]:
        """The years to name: as many as stand clear of each other."""
        found: list[int] = []
        for year in self.years:
            if not found or self.x(year) - self.x(found[-1]) >= _CLEAR:
                found.append(year)
        return found


def _legend(canvas: Canvas) -> None:
    canvas.text("Event or agreement", "head", x=_LEFT - 12, y=16, text_anchor="end")
    canvas.text("Years of the sources cited where it is named; long gaps are shortened", "head", x=_LEFT + 14, y=16)
    canvas.text("Named in", "head", x=_RIGHT + 16, y=16)
    y = 42.0
    _event(canvas, _LEFT + 20, y)
    canvas.text("the event", "key", x=_LEFT + 32, y=y + 4)
    canvas.shape("circle", "younger", cx=_LEFT + 112, cy=y, r=4)
    canvas.text("a source of its year or younger", "key", x=_LEFT + 124, y=y + 4)
    canvas.shape("path", "reach-back", d=f"M{_LEFT + 304:g} {y:g}h24")
    canvas.shape("circle", "older", cx=_LEFT + 300, cy=y, r=4)
    canvas.text("a source older than the event", "key", x=_LEFT + 336, y=y + 4)
    flag(canvas, Severity.ERROR, _RIGHT + 4, y)
    canvas.text("a finding says so", "key", x=_RIGHT + 16, y=y + 4)


def _grid(canvas: Canvas, axis: _Axis, bottom: float) -> None:
    for year in axis.years:
        canvas.shape("path", "grid", d=f"M{axis.x(year):.1f} {_TOP - 6:g}V{bottom:g}")
    for year in axis.named():
        canvas.text(str(year), "number", x=axis.x(year), y=_TOP - 14, text_anchor="middle")


def _draw_row(canvas: Canvas, facts: Facts, axis: _Axis, row: _Row, y: float) -> None:
    at, years = axis.x(row.year), _years(row)
    canvas.shape("path", "grid", d=f"M{_LEFT:g} {y:.1f}H{_RIGHT:g}")
    if years and min(years) < row.year:
        canvas.shape("path", "reach-back", d=f"M{axis.x(min(years)):.1f} {y:.1f}H{at:.1f}")
    if years and max(years) > row.year:
        canvas.shape("path", "reach-on", d=f"M{at:.1f} {y:.1f}H{axis.x(max(years)):.1f}")
    for year in sorted(set(years)):
        entries = [entry for of, entry in row.sources if of == year]
        gap = f", {counted(row.year - year, 'year')} before" if year < row.year else ""
        beside = 11 if year == row.year else 0  # of the event's mark
        with canvas.linked(entries[0], f"{year}{gap}: {'; '.join(facts.label(entry, 60) for entry in entries)}"):
            radius = 3.4 + min(len(entries) - 1, 4)
            canvas.shape("circle", "older" if gap else "younger", cx=axis.x(year) + beside, cy=y, r=radius)
    sources = counted(len(row.sources), "dated source")
    with canvas.linked(_first_saying(facts, row), f"{facts.label(row.event)}, {row.year}: {_told(row)}; {sources}"):
        _event(canvas, at, y)
        canvas.text(str(row.year), "number", x=_LEFT - 12, y=y + 4, text_anchor="end")
        canvas.label(facts.label(row.event), "label", _LEFT - 56, x=_LEFT - 50, y=y + 4, text_anchor="end")
    canvas.text(_told(row), "note", x=_RIGHT + 16, y=y + 4)
    for finding in row.findings[:1]:
        with canvas.linked(finding, facts.label(finding)):
            flag(canvas, facts.severity(finding), _RIGHT + 4, y)


def _first_saying(facts: Facts, row: _Row) -> str | None:
    return next(iter(sorted(facts.support.claims(row.event), key=facts.start)), None)


def _event(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape("rect", "event", x=x - 4.5, y=y - 4.5, width=9, height=9)


def _told(row: _Row) -> str:
    claims = counted(row.claims, "claim") if row.claims else "a table"
    if not row.sources:
        return f"{claims}, no dated source"
    return f"{claims}, all older" if max(_years(row)) < row.year else claims
