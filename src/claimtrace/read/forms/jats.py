"""JATS, the XML of journals and archives (also NLM, its forerunner)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from claimtrace.knowledge.headings import heading_role
from claimtrace.model.dated import DateEvent, PaperDate
from claimtrace.model.document import BlockKind, SectionRole
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.reference import Author
from claimtrace.read.dating import stated_date
from claimtrace.read.forms.draft import Draft, NoteText, Part
from claimtrace.read.forms.grid import html_table
from claimtrace.read.forms.jats_references import entry_text, label_text
from claimtrace.read.forms.tree import (
    XML_LANG,
    Handler,
    Walk,
    children,
    descendants,
    first,
    is_number,
    language_code,
    name_of,
    plain,
    xml_tree,
)
from claimtrace.read.forms.words import Words, words_of

_UNREAD = (
    "tex-math", "graphic", "inline-graphic", "media", "object-id", "alt-text", "long-desc", "permissions",
    "related-article", "related-object", "index-term", "sec-meta", "label", "processing-meta", "annotation", "bio",
)  # fmt: skip
_BLOCKS = ("p", "list", "def-list", "boxed-text", "statement", "verse-line", "speech", "title", "attrib", "app")
_SECTIONS = ("sec", "ack", "app", "glossary", "notes")
_DATE_ORDER = ("collection", "ppub", "pub", "epub-ppub", "epub", "")
_OTHER_ABSTRACTS = ("graphical", "toc", "teaser", "precis", "web-summary")
_ROLES = (("method", SectionRole.METHOD), ("result", SectionRole.RESULTS), ("conclusion", SectionRole.CONCLUSION))
_NOTE_SIGNS = re.compile(r"\s*[*†‡§¶⁰¹²³⁴-⁹]+$")


def jats_draft(path: Path, data: bytes) -> Draft:
    """The paper in a JATS file; of several articles the first.

    Raises:
        UnreadablePaperError: it is not well formed, or holds no article.
    """
    root = xml_tree(path, data)
    article = root if name_of(root) == "article" else next(descendants(root, "article"), None)
    if article is None:
        raise UnreadablePaperError(f"{path}: is JATS without an article; give the XML of one article")
    return _Article(article).read()


class _Article(Walk):
    """One article on its way to be a draft."""

    def __init__(self, article: etree._Element) -> None:
        super().__init__(Draft())
        self._article = article
        self._called = {name for xref in descendants(article, "xref") for name in (xref.get("rid") or "").split()}
        self._own_calls = 0
        self._numbered = 0
        self._level = 0
        self.handlers |= dict.fromkeys(_UNREAD, self.skip) | dict.fromkeys(_BLOCKS, self.block)
        self.handlers |= dict.fromkeys(_SECTIONS, self._section)
        self.handlers |= dict.fromkeys(("disp-quote", "verse-group"), self.block_as(BlockKind.BLOCK_QUOTATION))
        self.handlers |= dict.fromkeys(("list-item", "def-item"), self.block_as(BlockKind.LIST_ITEM))
        self.handlers |= dict.fromkeys(("fig", "supplementary-material"), self._figure)
        self.handlers |= dict.fromkeys(("preformat", "code"), self._apart(BlockKind.FIGURE))
        self.handlers |= {
            "sup": self.raise_words, "break": self.gap, "fn-group": self._note_group, "fn": self._note,
            "xref": self._pointer, "attrib": self._attribution, "table-wrap": self._table,
            "disp-formula": self._apart(BlockKind.EQUATION), "ref-list": self._references,
        }  # fmt: skip

    def read(self) -> Draft:
        """The draft."""
        meta = first(self._article, "front", "article-meta")
        self._collect_notes()
        if meta is not None:
            self._front(meta)
        for part in ("body", "floats-group", "back"):
            for element in children(self._article, part):
                self.block(element)
        self.draft.language = language_code(self._article.get(XML_LANG))
        return self.draft

    def _collect_notes(self) -> None:
        for note in descendants(self._article, "fn"):
            name = note.get("id") or ""
            if name in self._called:
                label = plain(first(note, "label")).strip("[]().")
                self.draft.notes[name] = NoteText(
                    label, self.captured(*(c for c in children(note) if name_of(c) != "label"))
                )

    def _front(self, meta: etree._Element) -> None:
        titles = first(meta, "title-group")
        if titles is not None:
            found = [first(titles, "article-title"), first(titles, "subtitle")]
            words = Words()
            for title in (title for title in found if title is not None):
                if words and not words.string.endswith((":", "?", ".")):
                    words.add(":")
                words.join(self.captured(title))
            self.draft.title = _NOTE_SIGNS.sub("", words.string) or None
            self.draft.add(BlockKind.FRONT, words)
        self.draft.authors = tuple(_authors(meta))
        names = ", ".join(" ".join(filter(None, (author.given, author.name))) for author in self.draft.authors)
        self.draft.add(BlockKind.FRONT, words_of(names))
        self.draft.date = _date(meta)
        named = (plain(found) for found in children(meta, "article-id") if found.get("pub-id-type") == "doi")
        self.draft.doi = next(filter(None, named), None)
        for abstract in children(meta, "abstract", "trans-abstract"):
            if not (abstract.get("abstract-type") or "").startswith(_OTHER_ABSTRACTS):
                self._abstract(abstract)
        for group in children(meta, "kwd-group"):
            keywords = "; ".join(plain(word) for word in descendants(group, "kwd"))
            if keywords:
                self.draft.add(BlockKind.FRONT, words_of(f"Keywords: {keywords}"))

    def _abstract(self, abstract: etree._Element) -> None:
        title = first(abstract, "title")
        role = SectionRole.ABSTRACT if name_of(abstract) == "abstract" else None
        words = self.captured(title) if title is not None else words_of("Abstract")
        self.draft.add(BlockKind.HEADING, words, 1, role)
        self._level += 1
        self.flush()
        self.walk_all(child for child in abstract if child is not title)
        self.flush()
        self._level -= 1

    def _section(self, section: etree._Element) -> None:
        """A section with its heading; what stands behind the text gets the heading that journals print."""
        title, label = first(section, "title"), plain(first(section, "label"))
        name = name_of(section)
        deeper = title is not None or bool(label) or name == "ack"
        self._level += deeper
        self.flush()
        if title is not None:
            self.head(title, self._level, label)
        elif label or name == "ack":
            self.draft.add(BlockKind.HEADING, words_of(label or "Acknowledgements"), self._level)
        if deeper:
            self._state_role(section)
        self.walk_all(child for child in section if child is not title)
        self.flush()
        self._level -= deeper

    def _state_role(self, section: etree._Element) -> None:
        """What the section's type says, where the words of its heading are not among the known."""
        last = self.draft.parts[-1] if self.draft.parts else None
        if last is None or last.kind is not BlockKind.HEADING or heading_role(last.text):
            return
        if name_of(section) == "app":
            last.role = SectionRole.APPENDIX
        kind = section.get("sec-type") or ""
        last.role = next((role for sign, role in _ROLES if sign in kind), last.role)

    def _pointer(self, xref: etree._Element) -> None:
        """A call of a note, or a pointer to an entry, a table, a figure."""
        names = (xref.get("rid") or "").split()
        note = next((name for name in names if name in self.draft.notes), None)
        shown = plain(xref)
        if note is not None and xref.get("ref-type") != "table-fn":
            self.words.call(note, self._marker(shown, self.draft.notes[note]))
        elif xref.get("ref-type") == "bibr":
            self.point(xref)
        else:
            self.walk(xref)

    def _marker(self, shown: str, note: NoteText) -> str:
        """The marker of a note as its call or the note itself shows it, else its number."""
        marker = shown.strip("[]().") or note.marker
        if not marker:
            self._numbered += 1
            marker = str(self._numbered)
        note.marker = note.marker or marker
        return marker

    def _note(self, note: etree._Element) -> None:
        """A note that nothing calls is called where it stands."""
        if (note.get("id") or "") in self._called:
            return
        self._own_calls += 1
        name = f"own call {self._own_calls}"
        marker = plain(first(note, "label")).strip("[]().") or "*"
        self.draft.notes[name] = NoteText(marker, self.captured(*(c for c in children(note) if name_of(c) != "label")))
        self.words.call(name, marker)

    def _note_group(self, group: etree._Element) -> None:
        """Notes at the end; those that nothing calls (funding, interests) are paragraphs of the paper."""
        title = first(group, "title")
        uncalled = [note for note in children(group, "fn") if (note.get("id") or "") not in self._called]
        if title is not None and uncalled:
            self.head(title, self._level + 1)
        for note in uncalled:
            self.block(note)

    def _attribution(self, attribution: etree._Element) -> None:
        """The source of a block quotation, in brackets behind it."""
        words = self.captured(attribution)
        last = self.draft.parts[-1] if self.draft.parts and not self.words else None
        if last is None or last.kind is not BlockKind.BLOCK_QUOTATION or not words:
            self.block(attribution)
        elif words.string.startswith(("(", "[")):
            last.words.join(words)
        else:
            last.words.add(f" ({words.string.strip('—–- ')})")

    def _apart(self, kind: BlockKind) -> Handler:
        def handle(element: etree._Element) -> None:
            self.float(Part(kind, self.captured(element)))

        return handle

    def _figure(self, figure: etree._Element) -> None:
        self.float(Part(BlockKind.CAPTION, self._caption(figure)))

    def _caption(self, figure: etree._Element) -> Words:
        """The label and caption of a figure or table on one line."""
        words = words_of(plain(first(figure, "label")))
        caption = first(figure, "caption")
        if words and caption is not None and words.string[-1].isalnum():
            words.add(".")
        for part in children(caption) if caption is not None else ():
            words.join(self.captured(part))
        return words

    def _table(self, wrap: etree._Element) -> None:
        parts = [Part(BlockKind.CAPTION, self._caption(wrap))]
        parts.extend(html_table(table, self.captured) for table in descendants(wrap, "table"))
        foot = [part for foot in children(wrap, "table-wrap-foot") for part in children(foot)]
        parts.append(Part(BlockKind.SOURCE_LINE, self.captured(*foot)))
        self.float(*parts)

    def _references(self, listed: etree._Element) -> None:
        title = first(listed, "title")
        self.flush()
        before = self._level
        self._level = max(self._level, 1)
        parent = listed.getparent()
        if title is not None or parent is None or name_of(parent) != "ref-list":
            words = self.captured(title) if title is not None else words_of("References")
            self.draft.add(BlockKind.HEADING, words, self._level, SectionRole.REFERENCES)
        references = list(children(listed, "ref"))
        labels = [label_text(reference) for reference in references]
        if not any(labels) and self._cites_by_number():
            labels = [f"{number}." for number in range(1, len(references) + 1)]
        for reference, label in zip(references, labels, strict=True):
            self.draft.add(BlockKind.ENTRY, words_of(f"{label or ''} {entry_text(reference)}"))
        self._level += 1
        self.walk_all(child for child in children(listed) if child is not title and name_of(child) != "ref")
        self._level = before

    def _cites_by_number(self) -> bool:
        shown = [plain(xref) for xref in descendants(self._article, "xref") if xref.get("ref-type") == "bibr"]
        return sum(is_number(text.strip("[]() ")) for text in shown) > len(shown) / 2


def _authors(meta: etree._Element) -> Iterator[Author]:
    groups = list(children(meta, "contrib-group"))
    for contrib in (contrib for group in groups for contrib in children(group, "contrib")):
        if contrib.get("contrib-type", "author") != "author":
            continue
        name = next(descendants(contrib, "name", "string-name"), None)
        family = plain(first(name, "surname"))
        if family:
            yield Author(family=family, given=plain(first(name, "given-names")) or None)
        elif literal := plain(name) or plain(next(children(contrib, "collab"), None)):
            yield Author(literal=literal)


def _date(meta: etree._Element) -> PaperDate | None:
    """The date of publication in the year of the issue, else of the first publication; else that of acceptance."""
    out: dict[str, PaperDate] = {}
    for element in children(meta, "pub-date"):
        if date := _stated(element, DateEvent.PUBLISHED):
            out.setdefault(element.get("pub-type") or element.get("date-type") or "", date)
    year = next((out[kind].year for kind in _DATE_ORDER if kind in out), None)
    in_year = [date for date in out.values() if date.year == year]
    history = first(meta, "history")
    accepted = (
        _stated(element, DateEvent.ACCEPTED)
        for element in (children(history, "date") if history is not None else ())
        if element.get("date-type") == "accepted"
    )
    return max(in_year, key=lambda date: len(date.iso), default=None) or next(filter(None, accepted), None)


def _stated(element: etree._Element, event: DateEvent) -> PaperDate | None:
    """The date of an element: as a whole, else by its parts, whose month may be a word."""
    whole = element.get("iso-8601-date") or plain(first(element, "string-date"))
    year, month, day = (plain(first(element, part)) for part in ("year", "month", "day"))
    by_parts = "-".join(filter(None, (year, month, day if month else "")))
    return stated_date(whole or (by_parts if month.isdecimal() else f"{day} {month} {year}"), event)
