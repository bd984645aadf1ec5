"""TEI, the XML of GROBID and of journals in the humanities."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from claimtrace.knowledge.headings import heading_role, numbering_depth
from claimtrace.model.document import BlockKind, SectionRole
from claimtrace.model.errors import UnreadablePaperError
from claimtrace.read.forms.draft import Draft, NoteText, Part
from claimtrace.read.forms.grid import GridCell, span_of, table_part
from claimtrace.read.forms.tei_header import authors_in, date_of, doi_in
from claimtrace.read.forms.tei_references import entry_text
from claimtrace.read.forms.tree import (
    XML_ID,
    XML_LANG,
    Walk,
    children,
    descendants,
    first,
    language_code,
    name_of,
    plain,
    xml_tree,
)
from claimtrace.read.forms.words import Words, words_of

_UNREAD = ("fw", "del", "graphic", "desc", "index", "corr", "reg", "expan", "teiHeader", "titlePage")
_BLOCKS = ("p", "ab", "list", "head", "lg", "l", "sp", "argument", "epigraph", "opener", "closer", "byline", "front",
           "body", "back")  # fmt: skip
_ROLES = {
    "references": SectionRole.REFERENCES, "bibliography": SectionRole.REFERENCES, "annex": SectionRole.APPENDIX,
    "appendix": SectionRole.APPENDIX, "acknowledgement": SectionRole.BACK, "acknowledgements": SectionRole.BACK,
    "funding": SectionRole.BACK, "availability": SectionRole.BACK,
}  # fmt: skip
_HEADED = {
    "references": "References", "bibliography": "References", "acknowledgement": "Acknowledgements", "annex": "Appendix"
}  # fmt: skip
_QUOTE_MARKS = ("“", "”", '"', "‘", "’", "'", "«", "»", "„", "‹", "›")


def tei_draft(path: Path, data: bytes) -> Draft:
    """The paper in a TEI file; of a corpus the first.

    Raises:
        UnreadablePaperError: it is not well formed, or holds no text.
    """
    root = xml_tree(path, data)
    text = next(descendants(root, "text"), None)
    if text is None:
        raise UnreadablePaperError(f"{path}: is TEI without a text; give the XML of one paper")
    paper = text.getparent()
    return _Paper(paper if paper is not None else root, text).read()


class _Paper(Walk):
    """One paper on its way to be a draft."""

    def __init__(self, paper: etree._Element, text: etree._Element) -> None:
        super().__init__(Draft())
        self._header, self._text = first(paper, "teiHeader"), text
        targets = (found.get("target") or "" for found in descendants(text, "ref", "ptr"))
        self._called = {target[1:] for target in targets if target.startswith("#")}
        self._level = 0
        self._own_calls = 0
        self.handlers |= dict.fromkeys(_UNREAD, self.skip) | dict.fromkeys(_BLOCKS, self.block)
        self.handlers |= dict.fromkeys(("div", "div1", "div2", "div3", "div4"), self._section)
        self.handlers |= dict.fromkeys(("quote", "q"), self._quotation) | dict.fromkeys(("ref", "ptr"), self._pointer)
        self.handlers |= {
            "hi": self._highlighted, "lb": self._line_break, "cit": self._cited, "note": self._note,
            "item": self.block_as(BlockKind.LIST_ITEM), "figure": self._figure, "table": self._table,
            "formula": self._formula, "listBibl": self._list, "biblStruct": self._loose_entry,
        }  # fmt: skip

    def read(self) -> Draft:
        """The draft."""
        self._collect_notes()
        if self._header is not None:
            self._front(self._header)
        self.block(self._text)
        self.draft.language = language_code(self._text.get(XML_LANG))
        return self.draft

    def _collect_notes(self) -> None:
        for note in descendants(self._text, "note"):
            name = note.get(XML_ID)
            if name and name in self._called:
                self.draft.notes[name] = NoteText(note.get("n") or "", self.captured(note))

    def _front(self, header: etree._Element) -> None:
        described = first(header, "fileDesc")
        structured = first(described, "sourceDesc", "biblStruct")
        titles = first(described, "titleStmt")
        title = next(children(titles, "title"), None) if titles is not None else None
        if title is not None:
            words = self.captured(title)
            self.draft.title = words.string or None
            self.draft.add(BlockKind.FRONT, words)
        people = first(structured, "analytic") if structured is not None else None
        self.draft.authors = tuple(authors_in(people)) if people is not None else ()
        if not self.draft.authors and titles is not None:
            self.draft.authors = tuple(authors_in(titles))
        names = ", ".join(" ".join(filter(None, (author.given, author.name))) for author in self.draft.authors)
        self.draft.add(BlockKind.FRONT, words_of(names))
        self.draft.date = date_of(described, structured)
        self.draft.doi = doi_in(described, structured)
        for abstract in descendants(header, "abstract"):
            self._abstract(abstract)

    def _abstract(self, abstract: etree._Element) -> None:
        if not plain(abstract):
            return
        if next(descendants(abstract, "head"), None) is None:
            self.draft.add(BlockKind.HEADING, words_of("Abstract"), 1, SectionRole.ABSTRACT)
        self.block(abstract)

    def _section(self, section: etree._Element) -> None:
        """A division; one without a heading goes on with what stands before it, unless its type names it."""
        kind = (section.get("type") or "").casefold()
        head, role = first(section, "head"), _ROLES.get(kind)
        named = _HEADED.get(kind) if plain(section) and first(section, "div", "head") is None else None
        deeper = head is not None or named is not None
        self._level += deeper
        self.flush()
        if head is not None:
            self._head(head, role)
        elif named is not None:
            self.draft.add(BlockKind.HEADING, words_of(named), self._level, role)
        self.text(section.text)
        self.walk_all(child for child in section if child is not head)
        self.flush()
        self._level -= deeper

    def _head(self, head: etree._Element, role: SectionRole | None) -> None:
        number = (head.get("n") or "").strip()
        self.head(head, self._level, number or None)
        last = self.draft.parts[-1]
        if last.kind is BlockKind.HEADING:
            last.level = numbering_depth(last.text) if number else last.level
            last.level = last.level or self._level
            last.role = role if role and not heading_role(last.text) else None

    def _highlighted(self, element: etree._Element) -> None:
        look = f"{element.get('rend') or ''} {element.get('style') or ''}".casefold()
        if "sup" in look:
            self.raise_words(element)
        else:
            self.walk(element)

    def _line_break(self, element: etree._Element) -> None:
        if element.get("break") != "no":
            self.words.space()

    def _quotation(self, quote: etree._Element) -> None:
        """A quotation set off as a block; one in the running text gets the marks that stand for the element."""
        parent = quote.getparent()
        look = f"{quote.get('rend') or ''} {quote.get('type') or ''}".casefold()
        running = parent is not None and name_of(parent) in ("p", "ab", "note", "item", "cell", "s", "cit", "hi")
        if name_of(quote) == "quote" and ("block" in look or "display" in look or not running):
            self.block_as(BlockKind.BLOCK_QUOTATION)(quote)
            return
        text = plain(quote)
        marked = text.startswith(_QUOTE_MARKS) or (
            not self.words.ends_with_space and self.words.tail.endswith(_QUOTE_MARKS)
        )
        if marked or not text:
            self.walk(quote)
            return
        self.words.add("“")
        self.walk(quote)
        self.words.close("”")

    def _cited(self, cited: etree._Element) -> None:
        """A quotation with its source; of a block quotation the source stands in brackets behind it."""
        before = len(self.draft.parts)
        parent = cited.getparent()
        if parent is not None and name_of(parent) in ("p", "ab", "note", "item", "cell"):
            self.walk(cited)
            return
        quotes = list(children(cited, "quote", "q"))
        for quote in quotes:
            self.block_as(BlockKind.BLOCK_QUOTATION)(quote)
        source = self.captured(*(child for child in children(cited) if child not in quotes))
        if source and len(self.draft.parts) > before:
            shown = source.string
            self.draft.parts[-1].words.add(f" {shown}" if shown.startswith(("(", "[")) else f" ({shown})")

    def _pointer(self, pointer: etree._Element) -> None:
        """A call of a note, or a pointer to an entry, a table, a figure."""
        name = (pointer.get("target") or "").removeprefix("#")
        shown = plain(pointer)
        note = self.draft.notes.get(name)
        if note is not None:
            note.marker = note.marker or shown.strip("[]().") or "*"
            self.words.call(name, shown.strip("[]().") or note.marker)
        elif pointer.get("type") == "bibr":
            self.point(pointer)
        else:
            self.walk(pointer)

    def _note(self, note: etree._Element) -> None:
        """A note is called where it stands, unless something else calls it."""
        if (note.get(XML_ID) or "") in self._called:
            return
        if (note.get("place") or note.get("n") or note.get("type")) is None and not self.words:
            self.block(note)  # a remark between paragraphs
            return
        self._own_calls += 1
        name, marker = f"own call {self._own_calls}", (note.get("n") or str(self._own_calls)).strip("[]().")
        self.draft.notes[name] = NoteText(marker, self.captured(note))
        if self.words or self.capturing:
            self.words.call(name, marker)
        else:  # nothing is known of its place
            self.draft.parts.append(Part(BlockKind.NOTE, self.draft.notes.pop(name).words, number=marker))

    def _figure(self, figure: etree._Element) -> None:
        table = first(figure, "table")
        parts = [Part(BlockKind.CAPTION, self._caption(figure))]
        if table is not None:
            parts.append(self._grid(table))
            parts.append(Part(BlockKind.SOURCE_LINE, self.captured(*children(figure, "note"))))
        self.float(*parts)

    def _caption(self, figure: etree._Element) -> Words:
        words = Words()
        for part in children(figure, "head", "figDesc"):
            more = self.captured(part)
            if more.string.rstrip(" .:") != words.string.rstrip(" .:"):
                words.join(more)
        return words

    def _table(self, table: etree._Element) -> None:
        head = first(table, "head")
        caption = self.captured(head) if head is not None else Words()
        self.float(Part(BlockKind.CAPTION, caption), self._grid(table))

    def _grid(self, table: etree._Element) -> Part:
        rows = list(descendants(table, "row"))
        heads = next((at for at, row in enumerate(rows) if row.get("role") != "label"), len(rows))
        cells = [
            [
                GridCell(self.captured(cell), span_of(cell.get("cols")), span_of(cell.get("rows")))
                for cell in children(row, "cell")
            ]
            for row in rows
        ]
        return table_part(cells, heads)

    def _formula(self, formula: etree._Element) -> None:
        parent = formula.getparent()
        if parent is not None and name_of(parent) not in ("p", "item", "note", "cell") and not self.words:
            self.float(Part(BlockKind.EQUATION, self.captured(formula)))
        else:
            self.walk(formula)

    def _list(self, listed: etree._Element) -> None:
        """A list of entries; without a heading of its own it belongs to that of its division."""
        head = first(listed, "head")
        self.flush()
        if head is not None:
            self._level += 1
            self.head(head, self._level)
            self.draft.parts[-1].role = SectionRole.REFERENCES
            self._level -= 1
        for entry in children(listed, "bibl", "biblStruct", "biblFull", "listBibl"):
            if name_of(entry) == "listBibl":
                self._list(entry)
            else:
                self.draft.add(BlockKind.ENTRY, words_of(entry_text(entry)))

    def _loose_entry(self, entry: etree._Element) -> None:
        """A work that is named in the running text, in a note or under a quotation."""
        self.text(entry_text(entry))
