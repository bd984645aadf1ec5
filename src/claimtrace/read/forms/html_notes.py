"""The notes of a web page: which links call them, which elements hold them, which links lead back."""

from __future__ import annotations

import re

from lxml import etree

from claimtrace.knowledge.headings import clean_heading, heading_role
from claimtrace.read.forms.tree import descendants, name_of, plain

_MARKER = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,5})[\])]?")
_NOTE_SIGN = re.compile(r"(?:foot|end)?-?note|(?<![a-z])ft?n[\W_]?\d", re.IGNORECASE)
_ENTRY_SIGN = re.compile(
    r"\b(?:ref|bib|cit|cr|b)[a-z_-]*[-_.]?\d|bibliograph|reference|citation|csl-entry|biblio", re.IGNORECASE
)
_SAYS_CALL = re.compile(r"noteref|footnote-(?:ref|call)")
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_BACK = re.compile(r"[↩↑^⇑⤴\ufe0e\s]*|back|return", re.IGNORECASE)
_HOLDERS = ("li", "p", "div", "aside", "dd", "section", "td")


class NotesOfPage:
    """Finds the notes of one page.

    ``texts`` holds for each note, by its element's id, its marker and the element; ``elements`` are those elements,
    ``back_links`` the links in them that lead back to the text.
    """

    def __init__(self, root: etree._Element) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self._listed: set[str] = set()  # ids of what stands under the heading of a reference list
        self._index(root)
        self.texts: dict[str, tuple[str, etree._Element]] = {}
        self._calls: dict[etree._Element, str] = {}
        self._callers: set[str] = set()  # ids of the calls, and of what raises them
        for link in descendants(root, "a"):
            self._take(link)
        self.elements = {element for _, element in self.texts.values()}
        self.back_links = set(self._back_links())

    def called_by(self, link: etree._Element) -> str | None:
        """The note that a link calls."""
        return self._calls.get(link)

    def points_to_entry(self, link: etree._Element) -> bool:
        """Whether a link leads to an entry of the reference list."""
        return _target(link) in self._listed and link not in self._calls

    def _index(self, root: etree._Element) -> None:
        role: str | None = None
        for element in root.iter():
            name = name_of(element)
            if len(name) == 2 and name[0] == "h" and name[1].isdigit():
                role = heading_role(clean_heading(plain(element)))
            identity = element.get("id") or (element.get("name") if name == "a" else None)
            if name and identity:
                self._by_id.setdefault(identity, element)
                if role == "references" or _is_listed(element):
                    self._listed.add(identity)

    def _take(self, link: etree._Element) -> None:
        """Remember a link as the call of a note, if it is one."""
        identity = _target(link)
        target, marker = self._by_id.get(identity), _MARKER.fullmatch(plain(link))
        holder = _holder(target) if target is not None else None
        if target is None or holder is None or marker is None or link in holder.iterdescendants():
            return
        if identity in self._callers:
            return  # the marker that is printed again at a note's head leads back
        if self._is_call(link, holder, target):
            self.texts.setdefault(identity, (marker[1], holder))
            self._calls[link] = identity
            names = (link.get("name"), *(element.get("id") for element in _raised_with(link)))
            self._callers.update(name for name in names if name)

    def _is_call(self, link: etree._Element, holder: etree._Element, target: etree._Element) -> bool:
        """A link is a call if it or what it leads to says so, or if it is raised and leads to no list of references."""
        signing = (element.get(name) for element in _raised_with(link) for name in ("role", "class", _EPUB_TYPE))
        said = " ".join(filter(None, signing))
        signs = " ".join(filter(None, (holder.get("id"), holder.get("class"), target.get("id"), target.get("name"))))
        if _SAYS_CALL.search(said) or (_NOTE_SIGN.search(signs) and "cite" not in signs):
            return True
        raised = any(name_of(e) == "sup" for e in (*link.iterancestors(), *link.iterdescendants()))
        return raised and _target(link) not in self._listed and not _ENTRY_SIGN.search(signs)

    def _back_links(self) -> list[etree._Element]:
        """Links in a note that lead back to its call, and the marker that is printed again at its head."""
        return [
            link
            for element in self.elements
            for link in descendants(element, "a")
            if _target(link) in self._callers or _BACK.fullmatch(plain(link)) or "back" in (link.get("role") or "")
        ]


def _raised_with(link: etree._Element) -> tuple[etree._Element, ...]:
    """A link, and the elements around it that only raise it or give it a look."""
    return (link, *link.iterancestors("sup", "span"))


def _target(link: etree._Element) -> str:
    href = link.get("href") or ""
    return href.rpartition("#")[2] if "#" in href else ""


def _is_listed(element: etree._Element) -> bool:
    """Whether an element stands in what calls itself a bibliography."""
    for around in (element, *element.iterancestors()):
        said = f"{around.get('role') or ''} {around.get('class') or ''}"
        if "doc-bibliography" in said or "csl-entry" in said or "doc-biblioentry" in said:
            return True
    return False


def _holder(target: etree._Element) -> etree._Element | None:
    """The block that holds a note: the element that is linked to, or the block around it."""
    for element in (target, *target.iterancestors()):
        if name_of(element) in _HOLDERS:
            return element
        if name_of(element) in ("body", "main", "article", "h1", "h2", "h3"):
            return None
    return None
