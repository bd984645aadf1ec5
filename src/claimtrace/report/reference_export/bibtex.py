"""BibTeX, written by bibtexparser; the entry types are those that every style knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from claimtrace.model.reference import Author, Reference
from claimtrace.report.reference_export.items import Item

_TYPES = {
    "article": "article",
    "news": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
}
_HOLDER = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}  # of the container
_PUBLISHER = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)  # fmt: skip
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG_WORD = 4
_PARTS_A_NAME = re.compile(r",|\sand\s", re.IGNORECASE)


def bibtex(items: Sequence[Item]) -> str:
    """The entries as BibTeX; what is unknown is left out."""
    form = BibtexFormat()  # type: ignore[no-untyped-call]
    form.indent, form.block_separator, form.trailing_comma = "  ", "\n", True
    return write_string(Library([_entry(item) for item in items]), bibtex_format=form)


def _entry(item: Item) -> Entry:
    reference = item.reference
    kind = _kind(item)
    pages = "--".join(filter(None, item.pages))
    fields = {
        "author": " and ".join(_names(reference)),
        "title": _title(reference.title or ""),
        _HOLDER.get(kind, "howpublished"): _text(item.container),
        "series": _text(item.series),
        _PUBLISHER.get(kind, "publisher"): _text(reference.publisher),
        "year": str(reference.year or ""),
        "volume": _text(reference.volume),
        "number": _text(reference.issue),
        "pages": _text(pages),
        "doi": (reference.doi or "").translate(_IN_ADDRESS),
        "url": (reference.url or "").translate(_IN_ADDRESS),
        "eprint": _text(reference.arxiv),
        "archiveprefix": "arXiv" if reference.arxiv else "",
        "note": "" if reference.title else _text(reference.raw),
    }
    return Entry(kind, item.key, [Field(name, value) for name, value in fields.items() if value])


def _kind(item: Item) -> str:
    if item.reference.type == "thesis":
        return "phdthesis" if item.doctoral else "mastersthesis"
    return _TYPES.get(item.reference.type or "", "misc")


def _names(reference: Reference) -> list[str]:
    names = [_name(author) for author in reference.authors if author.name]
    return [*names, "others"] if names and reference.authors_elided else names


def _name(author: Author) -> str:
    """A name as BibTeX takes it apart; braces hold together what is no person's, and what it would part wrongly."""
    if author.family is None or (author.given is None and " " in author.family):
        return f"{{{_text(author.name)}}}"
    parts = [part for part in (author.family, author.given) if part]
    return ", ".join(f"{{{_text(part)}}}" if _PARTS_A_NAME.search(part) else _text(part) for part in parts)


def _text(text: str | None) -> str:
    return (text or "").translate(_ESCAPES)


def _title(title: str) -> str:
    """A title whose capitals styles keep: of names in a title in small letters, within words in one in capitals."""
    words = list(_WORD.finditer(title))
    long = [word.group() for word in words if len(word.group()) >= _LONG_WORD]
    sentence_case = sum(word[0].islower() for word in long) > len(long) / 2
    pieces, end = [], 0
    for word in words:
        opens = not title[: word.start()].strip(" “‘\"'(") or title[: word.start()].rstrip().endswith((":", "?", "."))
        if word.group()[1:].lower() != word.group()[1:] or (sentence_case and not opens and word.group()[0].isupper()):
            pieces += [_text(title[end : word.start()]), "{", _text(word.group()), "}"]
            end = word.end()
    return "".join([*pieces, _text(title[end:])])
