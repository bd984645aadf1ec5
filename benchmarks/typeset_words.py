"""The true words of a paper of the corpus, from its source: Typst prints it as HTML, which loses no words on pages.

Three streams are kept apart, since nobody can say where in the text a note or a table stands: what is read in one
go, the notes, and the tables with their captions and source lines.
"""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import typst

# Typst's HTML leaves out what is only placed on the page; these print it. What is placed at the page's foot is a note.
_PLACED = """\
#let align(..given) = given.pos().last()
#let v(..given) = parbreak()
#let h(..given) = [ ]
#let place(..given) = {
  let body = given.pos().last()
  if body.func() == hide { html.elem("template", body.body) }  // counted, but not printed
  else if given.pos().len() > 1 and given.pos().first().y == bottom { html.elem("aside", body) }
  else { body }
}
#let grid(columns: none, ..cells) = cells.pos().join([ ])
"""
# In the paper itself: what is white on white is in the file, but no reader sees it.
_UNSEEN = """\
#let text(..given) = if given.named().at("fill", default: none) == white {
  html.elem("template", given.pos().last())
} else { std.text(..given) }
"""
_BLOCKS = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "td",
        "th",
        "tr",
        "div",
        "section",
        "figcaption",
        "aside",
        "br",
        "blockquote",
        "ul",
        "ol",
        "table",
    ]
)
_NOTES, _FLOATS, _LEFT_OUT = ("aside", "endnotes"), ("figure",), ("math", "head", "template")
Streams = dict[str, list[str]]


def true_words(source: Path) -> Streams:
    """The words of ``text``, ``notes`` and ``tables`` of a paper, as its Typst source has them."""
    root = source.parents[1]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(root, Path(folder) / "corpus"))
        for file in copy.rglob("*.typ"):
            own = _UNSEEN if file.name == source.name else ""
            file.write_text(_PLACED + own + file.read_text(encoding="utf-8"), encoding="utf-8")
        page, _ = typst.compile_with_warnings(
            copy / source.relative_to(root), root=copy, format="html", ignore_system_fonts=True
        )
    reader = _Reader()
    reader.feed(page.decode())
    return {name: words_in("".join(parts)) for name, parts in reader.streams.items()}


def words_in(text: str) -> list[str]:
    """The words of a text, superior figures and ligatures written out."""
    return unicodedata.normalize("NFKC", text).split()


class _Reader(HTMLParser):
    """Sorts the text of a page into streams by the element in which it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.streams: dict[str, list[str]] = {"text": [], "notes": [], "tables": []}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "br", "img", "hr", "link"):
            self._stream().append(" ")
            return
        role = dict(attrs).get("role") or ""
        self._open.append("endnotes" if role == "doc-endnotes" else tag)
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        self._space(tag)
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(tag in _LEFT_OUT for tag in self._open):
            self._stream().append(data)

    def _space(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._stream().append(" ")

    def _stream(self) -> list[str]:
        return self.streams[next(self._named(), "text")]

    def _named(self) -> Iterator[str]:
        for tag in self._open:
            if tag in _NOTES:
                yield "notes"
            elif tag in _FLOATS:
                yield "tables"
