"""The paper's own PDF with a mark for each finding, which every viewer shows; nothing that was there is changed."""

from __future__ import annotations

import io
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from claimtrace.model.errors import OutputError
from claimtrace.model.finding import Finding, Severity
from claimtrace.model.paper import Paper
from claimtrace.model.place import Box
from claimtrace.report.annotation_drawing import LEVEL_HEIGHT, Shape, highlight_drawing, note_drawing
from claimtrace.report.page_space import PageSpace, Quad, page_spaces
from claimtrace.report.page_tree import page_objects
from claimtrace.report.plain import begun, plain, shortened

_AUTHOR = "claimtrace"
_PRINT, _KEEP_SIZE, _KEEP_UPRIGHT = 4, 8, 16  # annotation flags
_MOST_LEVELS = 4
_MOST_EVIDENCE = 6
_NOTE = 20.0  # points
_COLORS = {
    Severity.ERROR: (0.80, 0.16, 0.20),
    Severity.WARNING: (0.80, 0.49, 0.0),
    Severity.INFO: (0.27, 0.45, 0.65),
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """One finding on one page; without boxes it becomes a note beside the text."""

    finding: Finding
    page: int
    boxes: tuple[Box, ...]
    first: bool  # the page on which the finding begins


def annotate(pdf: bytes, paper: Paper, findings: Sequence[Finding]) -> bytes:
    """The PDF with one highlight for each finding and page, or a note where a finding has no place in the text.

    Raises:
        OutputError: the bytes cannot be opened as a PDF or not be written again.
    """
    marks: defaultdict[int, list[_Mark]] = defaultdict(list)
    for finding in findings:
        for mark in _marks(paper, finding):
            marks[mark.page].append(mark)
    try:
        spaces = page_spaces(pdf, sorted(marks))
        with pikepdf.open(io.BytesIO(pdf), inherit_page_attributes=False) as document:
            pages = page_objects(document)
            for number, space in spaces.items():
                if page := pages[number - 1]:
                    _add(page, _annotations(document, paper, marks[number], space))
            out = io.BytesIO()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # of forms that were amiss in the paper before
                document.save(out, deterministic_id=True, fix_metadata_version=False)
            return out.getvalue()
    except (pikepdf.PdfError, RuntimeError, IndexError) as error:
        why = plain(str(error).rpartition("): ")[2])  # before it pikepdf names the stream and the object
        raise OutputError(
            f"{paper.document.file}: marks cannot be set into this PDF ({why}); save it anew with another program"
        ) from error


def _marks(paper: Paper, finding: Finding) -> list[_Mark]:
    boxes = finding.boxes(paper.document.text)
    if not boxes:
        return [_Mark(finding, finding.page or 1, (), True)]
    pages = dict.fromkeys(box.page for box in boxes)
    first = boxes[0].page
    return [_Mark(finding, page, tuple(b for b in boxes if b.page == page), page == first) for page in pages]


def _annotations(document: pikepdf.Pdf, paper: Paper, marks: Sequence[_Mark], space: PageSpace) -> list[pikepdf.Object]:
    """The annotations of a page: what is short or grave lies on top of what is long or mild, and can be reached."""
    found = []
    highlights = sorted((mark for mark in marks if mark.boxes), key=lambda mark: (-_area(mark.boxes), -_gravity(mark)))
    levels: dict[int, int] = {}
    for at, mark in enumerate(highlights):
        beside = [
            number for number, other in enumerate(highlights) if number != at and _overlap(mark.boxes, other.boxes)
        ]
        below = [number for number in beside if number < at]
        levels[at] = _free_level([levels[number] for number in below])
        faint = any(_gravity(highlights[number]) <= _gravity(mark) for number in below)
        look = Shape(mark.boxes, space, _COLORS[mark.finding.severity], mark.finding.severity, levels[at], faint)
        found.append(_highlight(document, paper, mark, [highlights[number].finding for number in beside], look))
    notes = [mark for mark in marks if not mark.boxes]
    found.extend(_note(document, paper, mark, space, position) for position, mark in enumerate(notes))
    return found


def _gravity(mark: _Mark) -> int:
    return list(Severity).index(mark.finding.severity)


def _area(boxes: Iterable[Box]) -> float:
    return sum((box.x1 - box.x0) * (box.bottom - box.top) for box in boxes)


def _overlap(first: Iterable[Box], second: Sequence[Box]) -> bool:
    return any(a.x0 < b.x1 and b.x0 < a.x1 and a.top < b.bottom and b.top < a.bottom for a in first for b in second)


def _free_level(taken: Sequence[int]) -> int:
    """Findings at one place are underlined one below the other; beyond a few they share the lowest line."""
    return next((level for level in range(_MOST_LEVELS) if level not in taken), _MOST_LEVELS - 1)


def _highlight(
    document: pikepdf.Pdf, paper: Paper, mark: _Mark, also: Sequence[Finding], look: Shape
) -> pikepdf.Object:
    deeper = (look.level + 1) * LEVEL_HEIGHT
    rect = _around(look.space.quad(replace(box, bottom=box.bottom + deeper)) for box in mark.boxes)
    annotation = _base(paper, mark, also, Name.Highlight, rect)
    quads = [look.space.quad(box) for box in mark.boxes]
    annotation.QuadPoints = _numbers(value for quad in quads for point in quad for value in point)
    annotation.AP = Dictionary(N=highlight_drawing(document, look, rect))
    return document.make_indirect(annotation)


def _around(quads: Iterable[Quad]) -> tuple[float, float, float, float]:
    xs, ys = zip(*(point for quad in quads for point in quad), strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _note(document: pikepdf.Pdf, paper: Paper, mark: _Mark, space: PageSpace, position: int) -> pikepdf.Object:
    """A note in the upper right corner of the page, each below the one before.

    Viewers keep notes upright on a turned page: they turn them round their upper left corner.
    """
    x, y = space.width - _NOTE - 8, min(8 + position * (_NOTE + 4), max(space.height - _NOTE, 0))
    left, top = space.point(x, y)
    annotation = _base(paper, mark, (), Name.Text, (left, top - _NOTE, left + _NOTE, top))
    annotation.F = _PRINT | _KEEP_SIZE | _KEEP_UPRIGHT
    annotation.Name = Name.Note
    annotation.Open = False
    annotation.AP = Dictionary(N=note_drawing(document, _COLORS[mark.finding.severity], _NOTE))
    return document.make_indirect(annotation)


def _base(
    paper: Paper, mark: _Mark, also: Sequence[Finding], kind: pikepdf.Name, rect: tuple[float, ...]
) -> Dictionary:
    finding = mark.finding
    return Dictionary(
        Type=Name.Annot,
        Subtype=kind,
        Rect=_numbers(rect),
        C=_numbers(_COLORS[finding.severity]),
        F=_PRINT,
        NM=String(finding.id),
        T=String(_AUTHOR),
        Subj=String(plain(f"{finding.check} ({finding.severity}, {finding.verdict})")),
        Contents=String(_contents(paper, mark, also)),
    )


def _contents(paper: Paper, mark: _Mark, also: Sequence[Finding]) -> str:
    finding = mark.finding
    lines = [f"{finding.check} ({finding.severity}, {finding.verdict})", finding.message]
    for evidence in finding.evidence[:_MOST_EVIDENCE]:
        where = f", page {evidence.page}" if evidence.page else ""
        lines.append(f"{begun(evidence.kind)}{where}: {shortened(evidence.text, 25, 10)}")
    if not mark.first:
        lines.append(f"The passage begins on page {finding.page}.")
    if also:
        lines.append(f"At the same place: {', '.join(dict.fromkeys(other.check for other in also))}.")
    return "\n".join(plain(line) for line in lines)


def _numbers(values: Iterable[float]) -> Array:
    return Array([round(float(value), 3) for value in values])


def _add(page: pikepdf.Object, annotations: Sequence[pikepdf.Object]) -> None:
    """The new annotations behind those that the page has; a list shared with other pages is not touched."""
    present = page.get("/Annots")
    kept = list(present) if isinstance(present, Array) else []
    page.Annots = Array([*kept, *annotations])
