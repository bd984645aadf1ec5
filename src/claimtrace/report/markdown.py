"""The reviewer's letter as Markdown, for an e-mail or a review form: lines of 78 characters, ready to edit."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from claimtrace.report.letter import Letter, Point
from claimtrace.report.plain import plain

_WIDTH = 78
_ALWAYS = re.compile(r"[\\`*<\[\]|~$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+>=]|\d{1,9}(?=[.)](?:\s|$)))")


def render_markdown(written: Letter) -> str:
    """A letter as Markdown. What a paper says is never read as Markdown or HTML."""
    return "\n\n".join(_blocks(written)) + "\n"


def escaped(text: str) -> str:
    """Words as Markdown that shows them as they are, when they do not begin a line."""
    shown = _ALWAYS.sub(r"\\\g<0>", plain(text))
    return _ENTITY.sub(r"\\&", _UNDERSCORE.sub(r"\\_", shown))


def _lines(text: str, first: str = "", rest: str | None = None) -> str:
    """Escaped words, wrapped, with what begins the first and the other lines; none is taken for a list or heading."""
    other = first if rest is None else rest
    wrapped = textwrap.wrap(text, _WIDTH - len(other), break_long_words=False, break_on_hyphens=False) or [""]
    starts = [first, *(other for _ in wrapped[1:])]
    return "\n".join(f"{start}{_at_start(line)}".rstrip() for start, line in zip(starts, wrapped, strict=True))


def _at_start(line: str) -> str:
    match = _AT_START.match(line)
    if not match:
        return line
    mark = match.group()
    return f"{mark}\\{line[len(mark) :]}" if mark[0].isdigit() else f"\\{line}"


def _item(text: str, indent: str = "") -> str:
    return _lines(text, f"{indent}- ", f"{indent}  ")


def _blocks(written: Letter) -> Iterator[str]:
    yield f"# Notes on {_at_start(escaped(written.title))}"
    yield _lines(escaped(written.about))
    yield from (_lines(escaped(paragraph)) for paragraph in written.opening)
    for heading, points in (("Major points", written.major), ("Minor points", written.minor)):
        if points:
            yield f"## {heading}"
        for point in points:
            yield from _point(point)
    if written.questions:
        yield "## Questions to the author"
        yield _list(f"{question.words} ({question.behind})" for question in written.questions)
    if written.dismissed:
        yield "## Dismissed by a person"
        yield _list(written.dismissed)
    if written.sound:
        yield "## Found in order"
        yield _list(written.sound)
    if written.unchecked:
        yield "## Not checked"
        yield _list(written.unchecked)
    yield "---"
    yield _lines(escaped(written.foot))


def _point(point: Point) -> Iterator[str]:
    """A numbered item; its passages and evidence hang below it."""
    mark = f"{point.number}. "
    indent = " " * len(mark)
    said = " ".join(filter(None, (f"**{escaped(point.where)}.**", escaped(point.message), point.doubt)))
    yield _lines(said, mark, indent)
    for words in point.quotes:
        yield _lines(escaped(words), f"{indent}> ")
    if point.evidence:
        yield "\n".join(_item(escaped(line), indent) for line in point.evidence)


def _list(items: Iterable[str]) -> str:
    return "\n".join(_item(escaped(item)) for item in items)
