"""What the styles and numbered lists of a Word file say of its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from claimtrace.model.document import BlockKind
from claimtrace.read.forms.tree import children, descendants, first, name_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {
    "subtitle": BlockKind.FRONT, "author": BlockKind.FRONT, "authors": BlockKind.FRONT, "date": BlockKind.FRONT,
    "affiliation": BlockKind.FRONT, "keywords": BlockKind.FRONT, "title": BlockKind.FRONT,
    "quote": BlockKind.BLOCK_QUOTATION, "intense quote": BlockKind.BLOCK_QUOTATION,
    "block text": BlockKind.BLOCK_QUOTATION, "block quote": BlockKind.BLOCK_QUOTATION,
    "block quotation": BlockKind.BLOCK_QUOTATION, "blockquote": BlockKind.BLOCK_QUOTATION,
    "quotation": BlockKind.BLOCK_QUOTATION, "quotations": BlockKind.BLOCK_QUOTATION,
    "caption": BlockKind.CAPTION, "table caption": BlockKind.CAPTION, "image caption": BlockKind.CAPTION,
    "bibliography": BlockKind.ENTRY, "endnote bibliography": BlockKind.ENTRY, "references": BlockKind.ENTRY,
    "reference": BlockKind.ENTRY, "source code": BlockKind.FIGURE, "html preformatted": BlockKind.FIGURE,
}  # fmt: skip
_HEADINGS = ("abstract title", "endnote bibliography title", "bibliography heading", "title heading")
_CONTENTS = ("toc ", "toc heading", "table of figures", "contents heading", "index ")
_RAISED = 4  # half points above the line, from which on letters stand as superscripts
_ILLEGIBLE = 4  # half points
_DEEPEST_BASE = 12  # styles on which a style rests
_HEADING_LEVELS = 9
_HEADING = "heading "


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What is known of a paragraph by its own properties and those of its styles.

    ``kind`` is ``None`` where no style names one; ``level`` is that of a heading, ``contents`` says that it belongs to
    a table of contents, ``indent`` is in twips, ``label`` is the printed number of a list's item.
    """

    kind: BlockKind | None
    level: int | None
    contents: bool
    title: bool
    indent: int
    hanging: bool
    listed: bool
    label: str | None


class Styles:
    """The styles and lists of one file."""

    def __init__(self, styles: etree._Element, numbering: etree._Element | None) -> None:
        self._styles = {style.get(f"{W}styleId") or "": style for style in children(styles, "style")}
        default = (s for s in self._styles.values() if s.get(f"{W}default") and s.get(f"{W}type") == "paragraph")
        self._default = next((style.get(f"{W}styleId") or "" for style in default), "")
        self._lists = dict(_levels(numbering)) if numbering is not None else {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def of_paragraph(self, properties: etree._Element | None) -> ParagraphStyle:
        """The style of the next paragraph, by its ``pPr``; items of lists are counted."""
        chain = list(self._chain(_value(properties, "pStyle") or self._default))
        names = [(_value(style, "name") or "").casefold() for style in chain]
        sources = [p for p in (properties, *(first(style, "pPr") for style in chain)) if p is not None]
        number = next((n for source in sources if (n := first(source, "numPr")) is not None), None)
        indent = next((i for source in sources if (i := first(source, "ind")) is not None), None)
        left = indent.get(f"{W}left") or indent.get(f"{W}start") if indent is not None else None
        return ParagraphStyle(
            kind=next((_KINDS[name] for name in names if name in _KINDS), None),
            level=_level(names, sources),
            contents=any(name.startswith(_CONTENTS) for name in names),
            title="title" in names[:1],
            indent=_whole(left),
            hanging=indent is not None and _whole(indent.get(f"{W}hanging")) > 0,
            listed=number is not None or any(name.startswith("list ") for name in names),
            label=self._label(number),
        )

    def is_raised(self, run: etree._Element) -> bool:
        """Whether a run is set as superscript, or raised by hand."""
        if self._run_value(run, "vertAlign") == "superscript":
            return True
        return _whole(self._run_value(run, "position")) >= _RAISED

    def is_hidden(self, run: etree._Element) -> bool:
        """Whether a run is not shown: set as hidden, too small to be read, or white where nothing is shaded."""
        if self._run_value(run, "vanish") not in (None, "0", "false", "off"):
            return True
        size = self._run_value(run, "sz")
        if size is not None and 0 < _whole(size) <= _ILLEGIBLE:
            return True
        white = (self._run_value(run, "color") or "").upper() == "FFFFFF"
        return white and not any(self._run_value(run, name) for name in ("shd", "highlight")) and not _on_shade(run)

    def is_bold(self, run: etree._Element) -> bool:
        """Whether a run is bold by itself or by its own style."""
        return self._run_value(run, "b") not in (None, "0", "false", "off")

    def _run_value(self, run: etree._Element, name: str) -> str | None:
        properties = first(run, "rPr")
        if properties is None:
            return None
        chain = self._chain(_value(properties, "rStyle") or "")
        for source in (properties, *(first(style, "rPr") for style in chain)):
            found = first(source, name)
            if found is not None:
                return found.get(f"{W}val") or "1"
        return None

    def _chain(self, identity: str) -> Iterator[etree._Element]:
        """A style and those on which it rests."""
        for _ in range(_DEEPEST_BASE):
            style = self._styles.get(identity)
            if style is None:
                return
            yield style
            identity = _value(style, "basedOn") or ""

    def _label(self, number: etree._Element | None) -> str | None:
        identity, level = _value(number, "numId"), _value(number, "ilvl") or "0"
        if identity is None or identity == "0":
            return None
        self._counts[identity, level] += 1
        shape = self._lists.get((identity, level))
        if shape is None or level != "0":
            return None
        text, start = shape
        return text.replace("%1", str(start + self._counts[identity, level] - 1))


def _level(names: list[str], sources: list[etree._Element]) -> int | None:
    """The level of a heading: by the name of its style, else by its place in the outline."""
    for name in names:
        digits = name.removeprefix(_HEADING)
        if name.startswith(_HEADING) and digits.isdecimal():
            return int(digits)
        if name in _HEADINGS:
            return 1
    outline = next((value for source in sources if (value := _value(source, "outlineLvl"))), None)
    return _whole(outline) + 1 if outline is not None and _whole(outline) < _HEADING_LEVELS else None


def _levels(numbering: etree._Element) -> Iterator[tuple[tuple[str, str], tuple[str, int]]]:
    """For each list and level with figures: how its numbers are printed, and the first of them."""
    abstract = {found.get(f"{W}abstractNumId"): found for found in descendants(numbering, "abstractNum")}
    for number in descendants(numbering, "num"):
        shape = abstract.get(_value(number, "abstractNumId"))
        for level in children(shape, "lvl") if shape is not None else ():
            if _value(level, "numFmt") == "decimal":
                key = (number.get(f"{W}numId") or "", level.get(f"{W}ilvl") or "0")
                yield key, (_value(level, "lvlText") or "%1.", _whole(_value(level, "start") or "1"))


def _value(element: etree._Element | None, name: str) -> str | None:
    found = first(element, name)
    return found.get(f"{W}val") if found is not None else None


def _whole(text: str | None) -> int:
    try:
        return int(float(text or "0"))
    except (ValueError, OverflowError):
        return 0


def _on_shade(run: etree._Element) -> bool:
    """Whether a run may stand on a coloured ground: that of its paragraph, of a cell, of a text box."""
    for above in run.iterancestors():
        if name_of(above) in ("tc", "txbxContent") or first(above, "pPr", "shd") is not None:
            return True
    return False
