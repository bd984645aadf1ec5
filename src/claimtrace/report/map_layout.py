"""Where everything stands on the map: claims in reading order on the left, references by year on the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimtrace.model.finding import Severity
from claimtrace.model.reference import Reference
from claimtrace.report.plain import plain
from claimtrace.report.summary import counted
from claimtrace.report.view import Index, ReportView

WIDTH = 1000
_BAR_X, _CLAIM_X, _ENTRY_X = 262.0, 276.0, 700.0
_TOP = 34.0
_CITING_STEP, _SILENT_STEP, _SECTION_STEP = 6.0, 2.2, 17.0
_ENTRY_STEP, _YEAR_STEP = 16.0, 7.0
_UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim, or a table or note that cites: a dot where it cites, a tick where it does not."""

    key: str
    y: float
    cites: bool
    severity: Severity | None
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A section with the stretch of claims that stand in it."""

    title: str
    short: str
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference, or the place to which citations without one lead."""

    key: str
    y: float
    radius: float
    count: int
    label: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A citation, from its claim to its reference."""

    tail: str
    head: str
    path: str
    severity: Severity | None
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A stretch of claims that stands again elsewhere in the paper, by the finding that says so."""

    y0: float
    y1: float
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing; everything on it links to what it stands for."""

    width: int
    height: float
    bar_x: float
    claim_x: float
    entry_x: float
    headings: tuple[Heading, ...]
    marks: tuple[Mark, ...]
    entries: tuple[Entry, ...]
    edges: tuple[Edge, ...]
    repeats: tuple[Repeat, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Something on the left, before it has its height."""

    start: int
    key: str
    section: str
    citations: tuple[str, ...]
    href: str
    title: str


def lay_out(view: ReportView, index: Index) -> Map:
    """The map of a paper."""
    headings, marks = _left(view, index, _places(view, index))
    entries = _right(view, index)
    height = max([_TOP, *(heading.y1 for heading in headings), *(entry.y for entry in entries)])
    marks, headings = _stretched_left(marks, headings, height)
    entries = _stretched_right(entries, height)
    edges = tuple(_edges(view, index, marks, entries))
    return Map(
        WIDTH,
        height + 18,
        _BAR_X,
        _CLAIM_X,
        _ENTRY_X,
        tuple(headings),
        tuple(marks),
        tuple(entries),
        edges,
        _repeats(view, marks),
    )


def _places(view: ReportView, index: Index) -> list[_Place]:
    """The claims, and the citations that belong to none: those of tables, and notes whose call was not found."""
    places = []
    for claim in view.paper.claims:
        title = f"{view.place(claim.span.start)}: {plain(claim.text)}"
        places.append(_Place(claim.span.start, claim.id, claim.section or "", claim.citations, f"#{claim.id}", title))
    for citation in view.paper.citations:
        if citation.id not in index.claims_with:
            table = index.table_with.get(citation.id)
            link = index.links.get(citation.id)
            section = view.paper.document.section_at(citation.anchor.start)
            title = f"{view.place(citation.span.start)}: "
            title += f"{(table.label or 'a table') if table else 'a note'} cites {plain(citation.text)}"
            href = f"#{link.reference}" if link and link.reference else "#unlinked"
            key = f"at-{citation.id}"
            places.append(
                _Place(citation.anchor.start, key, section.id if section else "", (citation.id,), href, title)
            )
    return sorted(places, key=lambda place: place.start)


def _left(view: ReportView, index: Index, places: Iterable[_Place]) -> tuple[list[Heading], list[Mark]]:
    titles = {section.id: section.title for section in view.paper.document.sections}
    headings: list[Heading] = []
    marks: list[Mark] = []
    y, section = _TOP, None
    for place in places:
        if place.section != section:
            y += _SECTION_STEP if headings else 0
            section = place.section
            title = titles.get(section, "")
            headings.append(Heading(plain(title), _fitted(title, 33), y, y))
        severity = next((f.severity for f in index.findings_on(place.key) if not f.duplicate), None)
        cites = bool(place.citations)
        y += _CITING_STEP if cites or severity else _SILENT_STEP
        headings[-1] = replace(headings[-1], y1=max(y, headings[-1].y0 + 8))
        marks.append(Mark(place.key, y, cites, severity, place.href, place.title))
    return headings, marks


def _right(view: ReportView, index: Index) -> list[Entry]:
    entries: list[Entry] = []
    y, year = _TOP, None
    for reference in sorted(view.paper.references, key=_by_year):
        if entries:
            y += _ENTRY_STEP + (_YEAR_STEP if reference.year != year else 0)
        count = len(index.citations_of.get(reference.id, ()))
        year = reference.year
        title = f"{plain(reference.short)}: {counted(count, 'citation')}. {plain(reference.raw)}"
        name = _fitted(reference.short, 36)
        radius = round(2.4 + min(count, 36) ** 0.5, 2)
        entries.append(Entry(reference.id, y, radius, count, name, f"#{reference.id}", title))
    without = sum(1 for link in view.paper.links if not link.reference)
    if without:
        y += 2 * _ENTRY_STEP if entries else 0
        title = f"{counted(without, 'citation')} without an entry in the list"
        entries.append(Entry(_UNLINKED, y, 5, without, "no entry in the list", "#unlinked", title))
    return entries


def _by_year(reference: Reference) -> tuple[int, str, str]:
    return (reference.year or 9999, reference.short.casefold(), reference.id)


def _fitted(text: str, length: int) -> str:
    shown = plain(text)
    return shown if len(shown) <= length else f"{shown[: length - 1].rstrip()}…"


def _stretched_left(marks: list[Mark], headings: list[Heading], height: float) -> tuple[list[Mark], list[Heading]]:
    """Both sides are as tall as the taller one."""
    scale = _scale([heading.y1 for heading in headings], height)
    return (
        [replace(mark, y=_moved(mark.y, scale)) for mark in marks],
        [replace(item, y0=_moved(item.y0, scale), y1=_moved(item.y1, scale)) for item in headings],
    )


def _stretched_right(entries: list[Entry], height: float) -> list[Entry]:
    scale = _scale([entry.y for entry in entries], height)
    return [replace(entry, y=_moved(entry.y, scale)) for entry in entries]


def _scale(ys: Sequence[float], height: float) -> float:
    lowest = max(ys, default=_TOP)
    return (height - _TOP) / (lowest - _TOP) if lowest > _TOP else 1.0


def _moved(y: float, scale: float) -> float:
    return round(_TOP + (y - _TOP) * scale, 1)


def _edges(view: ReportView, index: Index, marks: Sequence[Mark], entries: Sequence[Entry]) -> list[Edge]:
    """One edge for each citation and claim, those that findings speak of last, so that they lie on top."""
    at = {mark.key: mark for mark in marks}
    to = {entry.key: entry for entry in entries}
    edges: list[Edge | None] = []
    for claim in view.paper.claims:
        edges.extend(_edge(index, at[claim.id], identity, to) for identity in claim.citations)
    for citation in view.paper.citations:
        if (mark := at.get(f"at-{citation.id}")) is not None:
            edges.append(_edge(index, mark, citation.id, to))
    severities = [None, *reversed(Severity)]
    return sorted((edge for edge in edges if edge), key=lambda edge: severities.index(edge.severity))


def _repeats(view: ReportView, marks: Sequence[Mark]) -> tuple[Repeat, ...]:
    """A bar beside the claims of each finding about a passage that stands twice."""
    at = {mark.key: mark.y for mark in marks}
    found = []
    for finding in view.findings:
        ys = [at[claim] for claim in finding.claims if claim in at]
        if finding.duplicate and ys:
            found.append(
                Repeat(round(min(ys) - 2.5, 1), round(max(ys) + 2.5, 1), f"#{finding.id}", plain(finding.message))
            )
    return tuple(found)


def _edge(index: Index, mark: Mark, citation: str, entries: Mapping[str, Entry]) -> Edge | None:
    link = index.links.get(citation)
    entry = entries.get((link.reference if link else None) or _UNLINKED)
    if entry is None:
        return None
    findings = index.findings_on(citation)
    middle = (_CLAIM_X + _ENTRY_X) / 2
    path = f"M{_CLAIM_X + 4:g} {mark.y:g}C{middle:g} {mark.y:g} {middle:g} {entry.y:g}"
    path += f" {_ENTRY_X - entry.radius:g} {entry.y:g}"
    title = f"{plain(index.citations[citation].text)}, {mark.title}"
    if findings:
        return Edge(
            mark.key,
            entry.key,
            path,
            findings[0].severity,
            f"#{findings[0].id}",
            f"{plain(findings[0].message)} — {title}",
        )
    return Edge(mark.key, entry.key, path, None, mark.href, title)
