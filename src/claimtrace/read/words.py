"""Words as a page draws them, with their places and their look.

A word here is a run of characters that are set side by side in one size on one baseline: a superscript that touches a
word is a word of its own. Everything is measured in points from the page's top left corner, as a reader sees the page
(page rotation applied). Words that run up or down the page are measured as if the page were turned about that corner so
that they run to the right; :attr:`Word.on_page` turns them back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from claimtrace.read.placing import Turn, turned_back

LEGIBLE = 2.0  # points; smaller print is read by machines only
UNMAPPED = "�"  # pdfium's sign for a character whose font does not tell what it shows
SOFT_HYPHEN = "\u00ad"
GLUED, BROKEN, RAISED = MARKS = 1, 2, 4  # what a word may be, as bits of one number


class Look(NamedTuple):
    """Size in tenths of a point, weight and slant: what tells headings, notes and emphasis apart."""

    size: float
    bold: bool
    italic: bool


@dataclass(slots=True, eq=False)
class Face:
    """How text is drawn: size in points, weight, slant, direction, visibility; once made it is not changed.

    ``turn`` is the direction of its lines; ``pale`` is nearly white, which nobody sees on white; ``font`` is the
    address of the font in pdfium. All words of a page that are drawn alike share one face.
    """

    size: float
    bold: bool
    italic: bool
    turn: Turn
    hidden: bool
    pale: bool = False
    font: int = 0
    look: Look = field(init=False)

    def __post_init__(self) -> None:
        self.look = Look(round(self.size, 1), self.bold, self.italic)


@dataclass(slots=True, eq=False)
class Word:
    """A run of characters; ``base`` is its baseline, ``glued`` says that no space parts it from the last."""

    text: str
    x0: float
    x1: float
    base: float
    face: Face
    glued: bool = False
    broken: bool = False  # ends with a hyphen at a line's end
    raised: bool = False

    @property
    def marks(self) -> int:
        """What it is of glued, broken and raised, as bits of one number."""
        return self.glued * GLUED + self.broken * BROKEN + self.raised * RAISED

    @property
    def size(self) -> float:
        """The font size in points."""
        return self.face.size

    @property
    def top(self) -> float:
        """The height of capitals above the baseline."""
        return self.base - 0.75 * self.face.size

    @property
    def bottom(self) -> float:
        """The depth of descenders below the baseline."""
        return self.base + 0.25 * self.face.size

    @property
    def on_page(self) -> tuple[float, float, float, float]:
        """Its left, upper, right and lower edge on the page as it is shown."""
        size = self.face.size
        return turned_back(self.face.turn, self.x0, self.base - 0.75 * size, self.x1, self.base + 0.25 * size)
