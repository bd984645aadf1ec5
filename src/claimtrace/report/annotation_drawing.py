"""How annotations look: small drawings of our own, so that they look alike in every viewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from claimtrace.model.finding import Severity
from claimtrace.model.place import Box
from claimtrace.report.page_space import PageSpace, Point

LEVEL_HEIGHT = 1.8  # points from one underline to the next
_THICKNESS = 0.9
_DASHES = {Severity.ERROR: "[] 0 d", Severity.WARNING: "[4 2] 0 d", Severity.INFO: "[1.2 2] 0 d"}
_TINT = 0.22  # how much of the color the highlight itself has; the words below must stay easy to read
_FAINT = 0.05  # the same over a highlight that is there already

Color = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a highlight draws: its boxes, the color and severity, and how far down it is underlined.

    ``faint`` is for what stands upon another highlight as grave, so that many do not darken the words.
    """

    boxes: tuple[Box, ...]
    space: PageSpace
    color: Color
    severity: Severity
    level: int
    faint: bool


def highlight_drawing(document: pikepdf.Pdf, shape: Shape, rect: Sequence[float]) -> pikepdf.Object:
    """A tint over the words that lets them through, and an underline: unbroken, dashed or dotted by severity."""
    share = _FAINT if shape.faint else _TINT
    tint = " ".join(_number(1 - share * (1 - value)) for value in shape.color)
    line = " ".join(_number(value) for value in shape.color)
    parts = ["q /Multiply gs", f"{tint} rg"]
    for box in shape.boxes:
        upper_left, upper_right, lower_left, lower_right = shape.space.quad(box)
        corners = (upper_left, upper_right, lower_right, lower_left)
        parts.append(f"{_point(corners[0])} m " + " ".join(f"{_point(corner)} l" for corner in corners[1:]) + " h f")
    parts.append(f"{line} RG {_number(_THICKNESS)} w {_DASHES[shape.severity]}")
    for box in shape.boxes:
        y = box.bottom + (shape.level + 0.5) * LEVEL_HEIGHT
        parts.append(f"{_point(shape.space.point(box.x0, y))} m {_point(shape.space.point(box.x1, y))} l S")
    parts.append("Q")
    resources = Dictionary(ExtGState=Dictionary(Multiply=Dictionary(Type=Name.ExtGState, BM=Name.Multiply)))
    return _form(document, "\n".join(parts), rect, resources)


def note_drawing(document: pikepdf.Pdf, color: Color, size: float) -> pikepdf.Object:
    """A sheet with three lines of writing."""
    line = " ".join(_number(value) for value in color)
    parts = [f"q 1 1 1 rg {line} RG 1.4 w", f"2 2 {_number(size - 4)} {_number(size - 4)} re B", "1.2 w"]
    for share in (0.32, 0.5, 0.68):
        y = _number(size * share)
        parts.append(f"5 {y} m {_number(size - 5)} {y} l S")
    parts.append("Q")
    return _form(document, "\n".join(parts), (0, 0, size, size), Dictionary())


def _form(document: pikepdf.Pdf, content: str, box: Sequence[float], resources: Dictionary) -> pikepdf.Object:
    form = document.make_stream(content.encode("ascii"))
    form.Type = Name.XObject
    form.Subtype = Name.Form
    form.FormType = 1
    form.BBox = Array([round(float(value), 3) for value in box])
    form.Resources = resources
    form.Group = Dictionary(Type=Name.Group, S=Name.Transparency)
    return form


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{round(value, 3):g}" if abs(value) < 1000 else f"{value:.2f}"
