"""XML and HTML as trees, read safely; and the walk that lays a tree down as parts of a paper."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lxml import etree

from claimtrace.model.document import BlockKind
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.read.forms.draft import Draft, Part
from claimtrace.read.forms.words import Words

_NUMBERS = re.compile(r"\d{1,3}(?:\s?[-–,]\s?\d{1,3})*")
_RAISED_HERE = re.compile(r"(?:[^\W\d_]{2}|[⁰¹²³⁴-⁹][,–-]?|[^\W\d_)\]”\"’][.,;:!?”\"’)]+)$")
_DEEPEST = 180  # elements within each other; papers have twenty or so
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def xml_tree(path: Path, data: bytes) -> etree._Element:
    """The root of an XML file; no entity is expanded, nothing is fetched.

    Raises:
        UnreadablePaperError: it is not well formed, or nested too deeply.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        said = " ".join(str(error).split())
        if "depth" in said.lower():
            raise _too_deep(path) from error
        raise UnreadablePaperError(
            f"{path}: is damaged or no well-formed XML ({said}); fetch or export it again"
        ) from error
    return refuse_deep(path, root)


def html_tree(path: Path, text: str) -> etree._Element:
    """The root of an HTML page, however badly it is formed.

    Raises:
        UnreadablePaperError: it holds nothing, or is nested too deeply.
    """
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8", remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise _too_deep(path) from error
        raise UnreadablePaperError(f"{path}: is a damaged web page; save it again") from error
    if root is None:
        raise UnreadablePaperError(f"{path}: is a web page that holds nothing; save it again")
    return refuse_deep(path, root)


def refuse_deep(path: Path, root: etree._Element) -> etree._Element:
    """The root again, if its elements are not nested too deeply to be walked.

    Raises:
        UnreadablePaperError: they are.
    """
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise _too_deep(path)
    return root


def _too_deep(path: Path) -> UnreadablePaperError:
    return UnreadablePaperError(f"{path}: is nested too deeply to be a paper; export it again")


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace; ``""`` for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The child elements, those of these names only if any are given."""
    for child in element:
        name = name_of(child)
        if name and (not names or name in names):
            yield child


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names within one, at any depth, in document order."""
    for found in element.iter():
        if found is not element and name_of(found) in names:
            yield found


def first(element: etree._Element | None, *steps: str) -> etree._Element | None:
    """The first element on a path of names, each a child of the one before; ``None`` where a step is missing."""
    for step in steps:
        element = next(children(element, step), None) if element is not None else None
    return element


def plain(element: etree._Element | None) -> str:
    """All text within an element, on one line; ``""`` without one."""
    if element is None:
        return ""
    return " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element) -> Iterator[str]:
    for found in element.iter():
        if found.tag is etree.Entity:
            yield html.unescape(found.text or "")
        elif isinstance(found.tag, str):
            yield found.text or ""
        if found is not element:
            yield found.tail or ""


def is_number(text: str) -> bool:
    """Whether a pointer is printed as a number or a row of them."""
    return _NUMBERS.fullmatch(text) is not None


def language_code(tag: str | None) -> str | None:
    """The two letters of a language tag ("en-GB"), ``None`` for one without."""
    code = (tag or "").partition("-")[0].casefold()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


Handler = Callable[[etree._Element], None]


class Walk:
    """A walk through a tree: words gather in one paragraph until an element begins another.

    ``handlers`` tell what to do with elements by name; one without a handler is part of the running words. ``kind`` is
    what the paragraph that is being gathered will be.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.handlers: dict[str, Handler] = {}
        self.words = Words()
        self.kind = BlockKind.PARAGRAPH
        self.raised = False
        self.number: str | None = None
        self.capturing = False
        self._floats: list[Part] = []

    def walk(self, element: etree._Element) -> None:
        """The words and elements within an element."""
        self.text(element.text)
        self.walk_all(element)

    def walk_all(self, elements: Iterable[etree._Element]) -> None:
        """Elements one after the other, each with the words behind it."""
        for child in elements:
            if child.tag is etree.Entity:
                self.text(html.unescape(child.text or ""))
            elif (name := name_of(child)) and self.is_shown(child):
                self.handlers.get(name, self.walk)(child)
            self.text(child.tail)

    def is_shown(self, element: etree._Element) -> bool:
        """Whether an element belongs to what a reader sees here."""
        return True

    def text(self, text: str | None) -> None:
        """Words of the running text."""
        if not text:
            return
        if self.raised:
            self.words.add_raised(text)
        else:
            self.words.add(text)

    def raise_words(self, element: etree._Element) -> None:
        """Handler: superscript words."""
        before, self.raised = self.raised, True
        self.walk(element)
        self.raised = before

    def point(self, element: etree._Element) -> None:
        """A pointer to an entry, as it is printed; a bare number that touches the word before it is a superscript."""
        touches = not self.words.ends_with_space and _RAISED_HERE.search(self.words.tail)
        if touches and not self.raised and is_number(plain(element)):
            self.raise_words(element)
        else:
            self.walk(element)

    def skip(self, element: etree._Element) -> None:
        """Handler: nothing of this element belongs to the text."""

    def gap(self, element: etree._Element) -> None:
        """Handler: white space, as a line break."""
        self.words.space()

    def flush(self) -> None:
        """End the paragraph that is being gathered; what floated within it is set behind it."""
        if self.capturing:
            self.words.space()
            return
        if self.words:
            self.draft.parts.append(Part(self.kind, self.words, number=self.number))
            self.number = None
        self.words = Words()
        self.draft.parts.extend(self._floats)
        self._floats.clear()

    def block(self, element: etree._Element) -> None:
        """Handler: a paragraph, or what holds some."""
        self.flush()
        self.walk(element)
        self.flush()

    def block_as(self, kind: BlockKind) -> Handler:
        """A handler: paragraphs of this kind, also those within."""

        def handle(element: etree._Element) -> None:
            self.flush()
            before, self.kind = self.kind, kind
            self.block(element)
            self.kind = before

        return handle

    def captured(self, *elements: etree._Element) -> Words:
        """The words of elements by themselves, whatever blocks stand within them."""
        before = (self.words, self.capturing, self.raised)
        self.words, self.capturing, self.raised = Words(), True, False
        for element in elements:
            self.words.space()
            self.walk(element)
        found = self.words
        self.words, self.capturing, self.raised = before
        return found

    def float(self, *parts: Part) -> None:
        """Set parts behind the paragraph that is being gathered, for they do not belong to its sentence."""
        self._floats.extend(part for part in parts if part.words or part.rows)
        if not self.words and not self.capturing:
            self.flush()

    def head(self, element: etree._Element, level: int, number: str | None = None) -> None:
        """A heading, with the number that stands apart from it."""
        self.flush()
        words = self.captured(element)
        if number and words and not words.string.startswith(number):
            words.lead_with(f"{number} ")
        self.draft.add(BlockKind.HEADING, words, level)
