"""A small writer of SVG: shapes with classes, links and titles, every word of the paper escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from claimtrace.graph.formats.copying import printable
from claimtrace.graph.pictures.lettering import fitted, length_told

Link = Callable[[str], str | None]
Shown = str | float | None

LINE = 13.0  # pixels from a line of words to the next

STYLE = (Path(__file__).parent / "pictures.css").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of a graph: its name, its title, how it is read, what it shows, its size in pixels, its shapes.

    ``empty`` says that the graph has nothing of what it shows.
    """

    name: str
    title: str
    how: str
    shows: str
    width: float
    height: float
    shapes: str
    empty: bool = False

    def svg(self, *, alone: bool = True) -> str:
        """The picture as SVG: alone with its style and its ground, else to be set into a page that has the style."""
        ids = f"picture-{self.name}-title", f"picture-{self.name}-text"
        size = f'viewBox="0 0 {_number(self.width)} {_number(self.height)}"'
        size += f' width="{_number(self.width)}" height="{_number(self.height)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" class="picture {self.name}" {size} role="group"'
        head += f' aria-labelledby="{ids[0]}" aria-describedby="{ids[1]}">\n'
        head += f'<title id="{ids[0]}">{_text(self.title)}</title>\n'
        head += f'<desc id="{ids[1]}">{_text(self.shows)} {_text(self.how)}</desc>\n'
        if alone:
            head = f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<style>\n{STYLE}</style>\n'
            head += '<rect class="ground" width="100%" height="100%"/>\n'
        return f"{head}{self.shapes}</svg>\n"


class Canvas:
    """Takes shapes one by one; what is drawn later lies on top."""

    def __init__(self, link: Link) -> None:
        """Begin; ``link`` gives the address of a node, ``None`` where it has none."""
        self._link = link
        self._parts: list[str] = []

    def shape(self, tag: str, kind: str, title: str = "", **attributes: Shown) -> None:
        """A shape of a class, with the words that show when somebody points at it."""
        inside = f"<title>{_text(title)}</title>" if title else ""
        end = f">{inside}</{tag}>" if inside else "/>"
        self._parts.append(f"<{tag} class={quoteattr(kind)}{_attributes(attributes)}{end}\n")

    def text(self, words: str, kind: str, **attributes: Shown) -> None:
        """Words, set at ``x`` and ``y``."""
        self._parts.append(f"<text class={quoteattr(kind)}{_attributes(attributes)}>{_text(words)}</text>\n")

    def label(self, words: str, kind: str, room: float, *, y: float = 0, lines: int = 1, **attributes: Shown) -> None:
        """Words of the paper, set into a room: broken over so many lines, cut if need be, never wider."""
        for at, line in enumerate(fitted(words, room, lines)):
            told = length_told(line, room)
            adjust = "spacingAndGlyphs" if told else None
            self.text(line, kind, y=y + at * LINE, textLength=told, lengthAdjust=adjust, **attributes)

    @contextmanager
    def linked(
        self, node: str | None, title: str, kind: str = "", *, reached: bool = True, **data: str
    ) -> Iterator[None]:
        """Shapes that stand for a node and lead to it, with the words that show when somebody points at them.

        ``reached`` says whether the keyboard stops at them; ``data`` are their ``data-`` attributes.
        """
        href = self._link(node) if node else None
        tag = "a" if href else "g"
        attributes: dict[str, Shown] = {f"data-{name}": value for name, value in data.items()}
        if href:
            attributes |= {"href": href} | ({} if reached else {"tabindex": "-1"})
        self._parts.append(f"<{tag} class={quoteattr(kind)}{_attributes(attributes)}><title>{_text(title)}</title>\n")
        yield
        self._parts.append(f"</{tag}>\n")

    def finish(self) -> str:
        """All shapes, in the order in which they were drawn."""
        return "".join(self._parts).replace(' class=""', "")


def _attributes(attributes: dict[str, Shown]) -> str:
    shown = ((name.replace("_", "-"), value) for name, value in attributes.items() if value is not None)
    return "".join(f" {name}={quoteattr(_shown(value))}" for name, value in shown)


def _shown(value: Shown) -> str:
    return str(printable(value)) if isinstance(value, str) else _number(value or 0)


def _number(value: float) -> str:
    return f"{round(value, 1):g}"


def _text(words: str) -> str:
    return escape(" ".join(str(printable(words)).split()))
