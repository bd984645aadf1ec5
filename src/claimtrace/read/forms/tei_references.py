"""The entries of a TEI reference list: printed ones as they stand, those in fields in a usual order."""

from __future__ import annotations

import re

from lxml import etree

from claimtrace.read.forms.fields import EntryFields, Name, printed
from claimtrace.read.forms.tree import children, descendants, first, name_of, plain

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NUMBER = re.compile(r"[\[(]?(\d{1,4})[\]).]*")
_BEFORE_MARK = re.compile(r"\s+(?=[.,;:)](?:\s|$))")


def entry_text(entry: etree._Element) -> str:
    """The words of an entry: as printed where the file has kept that, else its fields in a usual order."""
    raw = next((note for note in descendants(entry, "note") if note.get("type") == "raw_reference"), None)
    if raw is not None:
        text = plain(raw)
    elif name_of(entry) == "biblStruct":
        text = printed(_fields(entry))
    else:
        text = _BEFORE_MARK.sub("", plain(entry))
    label = _NUMBER.fullmatch(entry.get("n") or "")
    return f"{label[1]}. {text}" if label and not text.startswith((f"{label[1]}.", f"[{label[1]}]")) else text


def _fields(entry: etree._Element) -> EntryFields:
    analytic, monograph = first(entry, "analytic"), first(entry, "monogr")
    imprint = first(monograph, "imprint")
    fields = EntryFields()
    for part in (analytic, monograph):
        if part is not None:
            fields.authors.extend(_names(part, "author"))
            fields.editors.extend(_names(part, "editor"))
    fields.title = _title(analytic)
    fields.container = _title(monograph)
    if imprint is not None:
        scopes = {scope.get("unit") or "": scope for scope in children(imprint, "biblScope")}
        fields.volume, fields.issue = plain(scopes.get("volume")), plain(scopes.get("issue"))
        fields.pages = _pages(scopes.get("page"))
        date = first(imprint, "date")
        fields.year = _year(date) if date is not None else ""
        fields.publisher, fields.place = plain(first(imprint, "publisher")), plain(first(imprint, "pubPlace"))
    fields.edition = plain(first(monograph, "edition"))
    for found in descendants(entry, "idno", "ptr", "ref"):
        text = plain(found) or found.get("target") or ""
        doi = _DOI.search(text)
        fields.doi = fields.doi or (doi.group() if doi else "")
        fields.url = fields.url or (text if text.startswith("http") and not doi else "")
    fields.rest = [plain(note) for note in children(entry, "note") if note.get("type") is None]
    return fields


def _title(part: etree._Element | None) -> str:
    titles = list(children(part, "title")) if part is not None else []
    main = next((title for title in titles if title.get("type") in (None, "main")), None)
    return plain(main)


def _names(part: etree._Element, role: str) -> list[Name]:
    found = []
    for person in children(part, role):
        name = first(person, "persName")
        family = " ".join(plain(word) for word in children(name if name is not None else person, "surname"))
        given = " ".join(plain(word) for word in children(name if name is not None else person, "forename"))
        if family:
            found.append(Name(family, given))
        elif plain(person):
            found.append(Name(plain(person)))
    return found


def _pages(scope: etree._Element | None) -> str:
    if scope is None:
        return ""
    start, end = scope.get("from"), scope.get("to")
    return (f"{start}–{end}" if end and end != start else start) if start else plain(scope)


def _year(date: etree._Element) -> str:
    shown = plain(date)
    stated = (date.get("when") or "")[:4]
    return shown if re.fullmatch(r"\d{4}[a-z]?", shown) else stated or shown
