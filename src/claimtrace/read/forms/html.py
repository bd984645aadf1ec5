"""HTML: the main part of a page, without its menus, scripts and asides."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from claimtrace.model.document import BlockKind
from claimtrace.model.reference import Author
from claimtrace.read.dating import stated_date
from claimtrace.read.forms.draft import Draft, NoteText, Part
from claimtrace.read.forms.encoding import decoded
from claimtrace.read.forms.grid import html_table
from claimtrace.read.forms.html_hidden import HiddenParts
from claimtrace.read.forms.html_notes import NotesOfPage
from claimtrace.read.forms.structure import settle, without_link_words
from claimtrace.read.forms.tree import (
    XML_LANG,
    Walk,
    children,
    descendants,
    first,
    html_tree,
    language_code,
    name_of,
    plain,
)
from claimtrace.read.forms.words import Words, words_of
from claimtrace.read.front import names_in
from claimtrace.read.own_doi import doi_among

_UNREAD = (
    "script", "style", "nav", "aside", "form", "button", "input", "select", "textarea", "noscript", "template", "svg",
    "iframe", "object", "video", "audio", "canvas", "dialog", "menu", "map", "head", "del", "s", "strike", "annotation",
    "annotation-xml", "rp", "rt",
)  # fmt: skip
_BLOCKS = ("p", "div", "section", "article", "main", "ol", "ul", "dl", "details", "summary", "fieldset", "address",
           "center", "body", "hr")  # fmt: skip
_QUOTE_MARKS = ("“", '"', "‘", "'", "«", "„", "‹")
_LIST_CLASS = re.compile(r"(?:^|[\s_-])(?:references|bibliography|csl-bib-body|ref-list|reflist)(?:$|[\s_-])", re.I)
_ENTRY_CLASS = re.compile(r"(?:^|\s)(?:csl-entry|doc-biblioentry)(?:$|\s)")
_NOTES_CLASS = re.compile(r"(?:^|\s)(?:footnotes|endnotes|doc-endnotes|doc-footnote)(?:$|\s)")
_PERMALINK = re.compile(r"(?:^|\s)(?:headerlink|anchor|permalink|anchor-link|header-anchor|heading-link)(?:$|\s)")
_SET_IN = re.compile(r"margin-left\s*:\s*(?P<size>\d*\.?\d+)\s*(?P<unit>in|cm|mm|pt|px|em)\b", re.IGNORECASE)
_HANGS = re.compile(r"text-indent\s*:\s*-", re.IGNORECASE)  # an entry of a list
_POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0, "px": 0.75, "em": 12.0}
_LEAST_SET_IN = 20.0  # points
_LEAST_QUOTED = 6  # words
_DATES = ("citation_publication_date", "citation_date", "prism.publicationdate", "dc.date", "dcterms.issued")
_DOIS = ("citation_doi", "prism.doi", "dc.identifier.doi")


def html_draft(path: Path, data: bytes) -> Draft:
    """The paper on a web page.

    Raises:
        UnreadablePaperError: the page holds nothing, or is nested too deeply.
    """
    return page_draft(html_tree(path, decoded(data) or ""))


def page_draft(root: etree._Element) -> Draft:
    """The paper in the tree of a web page."""
    page = _Page(root)
    draft = page.read()
    settle(draft)
    draft.title = draft.title or page.title_outside()
    for part in draft.parts:
        if part.kind is BlockKind.ENTRY and not part.words.calls:
            part.words = words_of(without_link_words(part.text))
    return draft


class _Page(Walk):
    """One page on its way to be a draft."""

    def __init__(self, root: etree._Element) -> None:
        super().__init__(Draft())
        self._root = root
        self._notes = NotesOfPage(root)
        self._hidden = HiddenParts(root)
        self.handlers |= dict.fromkeys(_UNREAD, self.skip) | dict.fromkeys(_BLOCKS, self._block)
        self.handlers |= {f"h{level}": self._heading for level in range(1, 7)}
        self.handlers |= {
            "header": self._block, "footer": self._footer, "sup": self.raise_words, "br": self.gap, "wbr": self.skip,
            "blockquote": self.block_as(BlockKind.BLOCK_QUOTATION), "q": self._quoted,
            "li": self._item, "dt": self._item, "dd": self._item,
            "figcaption": self.block_as(BlockKind.CAPTION), "figure": self._block, "table": self._table,
            "pre": self._code, "a": self._link, "math": self.walk,
        }  # fmt: skip

    def read(self) -> Draft:
        """The draft."""
        self._collect_notes()
        self._describe()
        main = _main_part(self._root)
        self.block(main)
        self.draft.language = language_code(self._root.get("lang") or self._root.get(XML_LANG))
        return self.draft

    def title_outside(self) -> str | None:
        """The title that stands over the main part of the page, or in its head."""
        inside = set(_main_part(self._root).iter("h1"))
        heads = [plain(head) for head in descendants(self._root, "h1") if head not in inside]
        return next(filter(None, [*heads, plain(first(self._root, "head", "title"))]), None)

    def _title_of_file(self) -> str | None:
        """The title in the page's head, where a line of the page that is no heading prints it too."""
        stated = plain(first(self._root, "head", "title"))
        lines = descendants(_main_part(self._root), "p")
        return stated if stated and any(plain(line) == stated for line in lines) else None

    def _collect_notes(self) -> None:
        for name, (marker, element) in self._notes.texts.items():
            self.draft.notes[name] = NoteText(marker, self.captured(element))

    def _describe(self) -> None:
        """What the page says of the paper in its head."""
        stated: dict[str, list[str]] = {}
        for meta in descendants(self._root, "meta"):
            name = (meta.get("name") or meta.get("property") or "").casefold()
            stated.setdefault(name, []).append(" ".join((meta.get("content") or "").split()))
        self.draft.title = next((t for name in ("citation_title", "dc.title") for t in stated.get(name, ()) if t), None)
        self.draft.title = self.draft.title or self._title_of_file()
        names = stated.get("citation_author") or stated.get("dc.creator") or []
        listed = names_in(", ".join(stated.get("authors", ())))
        self.draft.authors = tuple(_author(name) for name in names if name) or tuple(listed)
        dates = (stated_date(date) for name in _DATES for date in stated.get(name, ()))
        self.draft.date = next(filter(None, dates), None)
        self.draft.doi = doi_among([doi for name in _DOIS for doi in stated.get(name, ())])

    def is_shown(self, element: etree._Element) -> bool:
        """Whether a browser shows an element, and it was not read as a note; words that are hidden are kept aside."""
        if element.get("role") in ("navigation", "search") or element in self._notes.elements:
            return False
        if not self._hidden.hides(element):
            return True
        words = plain(element)
        if self._hidden.keeps_from_reader(element, _UNREAD) and words not in self.draft.hidden:
            self.draft.hidden.append(words)
        return False

    def _block(self, element: etree._Element) -> None:
        said = f"{element.get('class') or ''} {element.get('role') or ''}"
        if _ENTRY_CLASS.search(said):
            self._entry(element)
        elif name_of(element) == "p" and self.kind is BlockKind.PARAGRAPH and _is_set_in(element):
            self.block_as(BlockKind.BLOCK_QUOTATION)(element)
        elif _NOTES_CLASS.search(said):
            self.block_as(BlockKind.NOTE)(element)  # those that nothing calls
        else:
            self.block(element)

    def _entry(self, element: etree._Element) -> None:
        """An entry that says that it is one; its label may be set as a block of its own."""
        self.flush()
        self.draft.add(BlockKind.ENTRY, self.captured(element))

    def _footer(self, footer: etree._Element) -> None:
        """The foot of a page belongs to its site, save where it holds the list of references."""
        if any(_LIST_CLASS.search(found.get("class") or "") for found in footer.iter() if name_of(found)):
            self._block(footer)

    def _heading(self, heading: etree._Element) -> None:
        self.head(heading, int(name_of(heading)[1]))

    def _item(self, item: etree._Element) -> None:
        """An item of a list, with the number that is shown before it."""
        if _ENTRY_CLASS.search(f"{item.get('class') or ''} {item.get('role') or ''}") and not self.capturing:
            self._entry(item)
            return
        self.flush()
        parent = item.getparent()
        if parent is not None and name_of(parent) == "ol" and not self.capturing:
            self.number = f"{_number(parent, item)}."
        self.block_as(BlockKind.LIST_ITEM if self.kind is BlockKind.PARAGRAPH else self.kind)(item)
        self.number = None

    def _quoted(self, quotation: etree._Element) -> None:
        """Words quoted within a sentence: the browser prints the marks."""
        if plain(quotation).startswith(_QUOTE_MARKS):
            self.walk(quotation)
            return
        self.words.add("“")
        self.walk(quotation)
        self.words.close("”")

    def _link(self, link: etree._Element) -> None:
        """The call of a note; other links are words."""
        if link in self._notes.back_links or _PERMALINK.search(link.get("class") or ""):
            return
        name = self._notes.called_by(link)
        if name is not None:
            self.words.call(name, self._notes.texts[name][0])
        elif self._notes.points_to_entry(link):
            self.point(link)
        else:
            self.walk(link)

    def _table(self, table: etree._Element) -> None:
        """A table; one with a single cell in each row only sets its content on the page."""
        rows = list(descendants(table, "tr"))
        if (
            all(len(list(children(row, "td", "th"))) < 2 for row in rows)
            or next(descendants(table, "table"), None) is not None
        ):
            self.block(table)
            return
        caption = first(table, "caption")
        self.float(Part(BlockKind.CAPTION, self.captured(caption) if caption is not None else Words()))
        self.float(html_table(table, self.captured))

    def _code(self, code: etree._Element) -> None:
        self.float(Part(BlockKind.FIGURE, self.captured(code)))


def _is_set_in(paragraph: etree._Element) -> bool:
    """Whether a paragraph of several words is set in from the left, as word processors set quotations."""
    found = _SET_IN.search(paragraph.get("style") or "")
    if not found or _HANGS.search(paragraph.get("style") or ""):
        return False
    points = float(found["size"]) * _POINTS[found["unit"].lower()]
    return points >= _LEAST_SET_IN and len(plain(paragraph).split()) >= _LEAST_QUOTED


def _main_part(root: etree._Element) -> etree._Element:
    """The element that holds the paper: the longest article or main part, else the whole body."""
    body = first(root, "body")
    body = body if body is not None else root
    found = [
        element for element in body.iter() if name_of(element) in ("article", "main") or element.get("role") == "main"
    ]
    whole = len(plain(body))
    longest = max(found, key=lambda element: len(plain(element)), default=body)
    return longest if len(plain(longest)) > 0.5 * whole else body


def _number(listed: etree._Element, item: etree._Element) -> int:
    """The number of an item, as its list counts."""
    number = _whole(listed.get("start"), 1) - 1
    for other in children(listed, "li"):
        number = _whole(other.get("value"), number + 1)
        if other is item:
            break
    return number


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _author(name: str) -> Author:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and given:
        return Author(family=family, given=given)
    given, _, family = name.rpartition(" ")
    return Author(family=family, given=given) if given else Author(literal=name)
