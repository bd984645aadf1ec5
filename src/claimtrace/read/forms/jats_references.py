"""The entries of a JATS reference list: printed ones as they stand, those in fields in a usual order."""

from __future__ import annotations

import re

from lxml import etree

from claimtrace.read.forms.fields import EntryFields, Name, printed
from claimtrace.read.forms.tree import children, descendants, first, name_of, plain

_PRINTED = ("mixed-citation", "citation", "nlm-citation", "product", "note", "p")
_CITATIONS = (*_PRINTED, "element-citation", "citation-alternatives")
_NAMES = (
    "name",
    "string-name",
    "collab",
    "person-group",
    "etal",
    "anonymous",
    "name-alternatives",
    "collab-alternatives",
)
_TITLES = ("article-title", "chapter-title", "part-title", "data-title")
_INLINE = (
    "italic",
    "bold",
    "sup",
    "sub",
    "sc",
    "underline",
    "monospace",
    "styled-content",
    "named-content",
    "ext-link",
)
_UNPRINTED = frozenset({"pmid", "pmcid", "pii", "manuscript", "medline", "publisher-id", "art-access-id"})
_NUMBER = re.compile(r"[\[(]?(\d{1,4})[\]).:]*")
_KEY = re.compile(r"\[?([A-Z][A-Za-z+]{1,7}\d{2}[a-z]?)\]?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_SAYS_DOI = re.compile(r"(?:doi(?:\.org/|[:.]?)|https?://\S*/)\s*$", re.IGNORECASE)
_LOOSE_PUNCTUATION = re.compile(r"\s+(?=[.,;:)](?:\s|$))")


def entry_text(reference: etree._Element) -> str:
    """The words of a ``ref``, its label aside; several works in one are parted by semicolons."""
    texts = [_citation(child) for child in children(reference, *_CITATIONS)]
    return "; ".join(text for text in texts if text)


def label_text(reference: etree._Element) -> str | None:
    """The label of a ``ref`` as lists print it, ``None`` for one that is no part of the list's print."""
    label = plain(first(reference, "label")) or next(
        (plain(first(child, "label")) for child in children(reference, *_CITATIONS)), ""
    )
    number, key = _NUMBER.fullmatch(label), _KEY.fullmatch(label)
    if number:
        return label if label.startswith(("[", "(")) else f"{number[1]}."
    return f"[{key[1]}]" if key else None


def _citation(citation: etree._Element) -> str:
    if name_of(citation) == "citation-alternatives":
        choices = list(children(citation, *_CITATIONS))
        chosen = next((c for c in choices if name_of(c) == "mixed-citation"), choices[0] if choices else None)
        return _citation(chosen) if chosen is not None else ""
    if name_of(citation) in _PRINTED and _has_own_print(citation):
        return _LOOSE_PUNCTUATION.sub("", " ".join("".join(_print(citation)).split()))
    return printed(_fields(citation))


def _has_own_print(citation: etree._Element) -> bool:
    """Whether words or marks stand between the fields, so that the entry can be read as it is."""
    fields = [child for child in children(citation) if name_of(child) != "label"]
    between = [citation.text or "", *(child.tail or "" for child in fields)]
    marks = sum(bool(text.strip()) for text in between)
    return not fields or marks >= max(1, len(fields) // 3)


def _print(element: etree._Element) -> list[str]:
    """The pieces of a printed citation; names get the spaces and commas that their elements stand for."""
    pieces = [element.text or ""]
    before: etree._Element | None = None
    for child in element:
        name = name_of(child)
        if name in _NAMES and before is not None and name_of(before) in _NAMES and not (before.tail or "").strip():
            pieces.append(", ")
        elif before is not None and name and name not in _INLINE and not before.tail:
            pieces.append(" ")
        if name == "name":
            pieces.append(" ".join(filter(None, (plain(first(child, "surname")), plain(first(child, "given-names"))))))
        elif name == "etal":
            pieces.append(plain(child) or "et al.")
        elif name == "pub-id":
            pieces.append(_identifier(child, "".join(pieces)))
        elif name == "person-group":
            pieces.append("".join(_print(child)).strip())
        elif name and name != "label":
            pieces.extend(_print(child))
        pieces.append(child.tail or "")
        before = child if name else before
    return pieces


def _identifier(element: etree._Element, before: str) -> str:
    kind, value = element.get("pub-id-type", ""), plain(element)
    if kind in _UNPRINTED:
        return ""
    if kind == "doi" and not value.lower().startswith(("doi", "http")) and not _SAYS_DOI.search(before):
        return f" doi:{value}"
    return value


def _fields(citation: etree._Element) -> EntryFields:
    entry = EntryFields(elided=any(True for _ in descendants(citation, "etal")))
    for group in children(citation, "person-group"):
        kind = group.get("person-group-type", "author")
        (entry.editors if kind in ("editor", "compiler") else entry.authors).extend(_names(group))
    entry.authors.extend(_names(citation))
    entry.year = plain(first(citation, "year"))[:5] or plain(first(citation, "date", "year"))
    titles = (plain(first(citation, name)) for name in _TITLES)
    entry.title = next(filter(None, titles), "")
    entry.container = plain(first(citation, "source")) or plain(first(citation, "conf-name"))
    entry.edition = plain(first(citation, "edition"))
    entry.volume, entry.issue = plain(first(citation, "volume")), plain(first(citation, "issue"))
    entry.pages = _pages(citation)
    entry.place, entry.publisher = plain(first(citation, "publisher-loc")), plain(first(citation, "publisher-name"))
    for identifier in children(citation, "pub-id", "ext-link", "uri"):
        doi = _DOI.search(plain(identifier))
        if doi:
            entry.doi = entry.doi or doi.group()
        elif name_of(identifier) != "pub-id":
            entry.url = entry.url or plain(identifier)
    entry.rest = [plain(comment) for comment in children(citation, "comment", "patent", "institution", "gov")]
    return entry


def _names(element: etree._Element) -> list[Name]:
    found = []
    for child in children(element, "name", "string-name", "collab", "name-alternatives", "institution"):
        person = first(child, "name") if name_of(child) == "name-alternatives" else child
        if person is None:
            continue
        family = plain(first(person, "surname"))
        if family:
            found.append(Name(family, plain(first(person, "given-names"))))
        elif plain(person) and name_of(child) != "institution":
            found.append(Name(plain(person)))
    return found


def _pages(citation: etree._Element) -> str:
    start, end = plain(first(citation, "fpage")), plain(first(citation, "lpage"))
    if start:
        return f"{start}–{end}" if end and end != start else start
    return plain(first(citation, "page-range")) or plain(first(citation, "elocation-id"))
