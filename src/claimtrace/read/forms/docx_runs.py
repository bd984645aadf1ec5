"""The words of Word's paragraphs: what a reader sees of their runs, fields, changes and notes."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from claimtrace.read.forms.characters import symbol
from claimtrace.read.forms.docx_styles import Styles, W
from claimtrace.read.forms.draft import NoteText
from claimtrace.read.forms.tree import children, first, name_of
from claimtrace.read.forms.words import Words

_UNSHOWN = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "trPr", "del", "moveFrom", "delText", "instrText", "rt",
     "delInstrText", "footnoteRef", "endnoteRef", "annotationRef", "commentReference", "ctrlPr", "fldData"}
)  # fmt: skip
_GAPS = frozenset({"tab", "ptab", "br", "cr"})
_NOTE_TYPES = (None, "normal")


class Runs:
    """Reads the words of paragraphs in the order of the file; fields may run over several of them.

    ``notes`` fills with the notes that are called, ``hidden`` with what is not shown.
    """

    def __init__(self, styles: Styles, note_parts: Mapping[str, etree._Element]) -> None:
        self.notes: dict[str, NoteText] = {}
        self.hidden: list[str] = []
        self._unseen = Words()
        self._styles = styles
        self._texts = {
            (part, note.get(f"{W}id") or ""): note
            for part, root in note_parts.items()
            for note in children(root, "footnote", "endnote")
            if note.get(f"{W}type") in _NOTE_TYPES
        }
        self._counts: dict[str, int] = {}
        self._fields: list[bool] = []  # for each open field, whether its instructions are being read
        self._boxes: list[etree._Element] = []
        self._marks_itself = False  # the marker of the last call is typed behind it

    def words(self, element: etree._Element) -> Words:
        """The words of a paragraph, or of all paragraphs of a cell or note."""
        words = Words()
        self._gather(element, words)
        self._fields = [False for _ in self._fields]  # a field that was cut short hides no more than a paragraph
        if self._unseen:
            self.hidden.append(self._unseen.string)
            self._unseen = Words()
        return words

    def take_boxes(self) -> list[etree._Element]:
        """The text boxes that hang on what was read since this was asked last."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def _gather(self, element: etree._Element, words: Words) -> None:
        for child in element:
            name = name_of(child)
            if name in _UNSHOWN:
                continue
            if name == "r":
                self._run(child, words)
            elif name == "p":
                words.space()
                self._gather(child, words)
                words.space()
            elif name == "AlternateContent":
                choice = next(children(child, "Choice", "Fallback"), None)
                if choice is not None:
                    self._gather(choice, words)
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name:
                self._piece(name, child, words)

    def _run(self, run: etree._Element, words: Words) -> None:
        if self._styles.is_hidden(run):
            self._unseen.add("".join(text.text or "" for text in children(run, "t")))
            return
        raised = self._styles.is_raised(run)
        for child in run:
            name = name_of(child)
            if name == "t" and raised and not any(self._fields) and not self._marks_itself:
                words.add_raised(child.text or "")
            elif name not in _UNSHOWN:
                self._piece(name, child, words)

    def _piece(self, name: str, element: etree._Element, words: Words) -> None:
        if name == "fldChar":
            self._field(element.get(f"{W}fldCharType") or "")
        elif any(self._fields):
            return
        elif name == "t":
            if self._marks_itself:
                self._marks_itself = False  # the note's own sign stands for it already
            else:
                words.add(element.text or "")
        elif name in _GAPS:
            words.space()
        elif name == "noBreakHyphen":
            words.add("-")
        elif name == "sym":
            words.add(symbol(element.get(f"{W}font") or "", element.get(f"{W}char") or ""))
        elif name in ("footnoteReference", "endnoteReference"):
            self._call(f"{name.removesuffix('Reference')}s", element, words)
        elif len(element):
            self._gather(element, words)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _call(self, part: str, reference: etree._Element, words: Words) -> None:
        """The call of a note, with its number; endnotes get figures too, which never fuse with words."""
        identity = reference.get(f"{W}id") or ""
        note = self._texts.get((part, identity))
        if note is None:
            return
        marker = _own_sign(reference)
        self._marks_itself = marker is not None
        if marker is None:
            self._counts[part] = self._counts.get(part, 0) + 1
            marker = str(self._counts[part])
        name = f"{part} {identity}"
        words.call(name, marker)
        if name not in self.notes:
            self.notes[name] = NoteText(marker, Words())  # known before its own text is read, should that call it
            fields, self._fields = self._fields, []
            marks, self._marks_itself = self._marks_itself, False
            self.notes[name].words = self.words(note)
            self._fields, self._marks_itself = fields, marks


def _own_sign(reference: etree._Element) -> str | None:
    """The sign that the author has typed for a note in place of a number: the text behind the reference."""
    if reference.get(f"{W}customMarkFollows") in (None, "0", "false"):
        return None
    run = reference.getparent()
    text = first(run, "t")
    return text.text if text is not None and text.text else None
