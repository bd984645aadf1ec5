"""An entry made ready for export: words that are safe to print, a key, what its type's name leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from claimtrace.model.reference import Author, Reference
from claimtrace.report.plain import plain
from claimtrace.report.reference_export.keys import Keys
from claimtrace.text.letters import UPPER

_CASE = re.compile(rf"\bv(?:s)?\.? (?:the )?[{UPPER}]")
_TREATY = re.compile(r"\b(?:treaty|convention|charter|covenant|protocol|agreement|accord|pact)\b", re.IGNORECASE)
_BELOW_DOCTOR = re.compile(r"\b(?:master|m\.?\s?(?:sc|a|phil)\b|bachelor|b\.?\s?(?:sc|a)\b|diplom)", re.IGNORECASE)
_UNPAGED = ("book", "thesis", "webpage", "software", "dataset")  # a page in such an entry is one that is cited
_IN_SERIES = ("book", "report")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry, the paper whose list it stands in, and the key by which other programs call it."""

    key: str
    paper: str
    reference: Reference

    @property
    def pages(self) -> tuple[str | None, str | None]:
        """The first and the last page of a work that is a part of another."""
        if self.reference.type in _UNPAGED:
            return None, None
        return self.reference.first_page, self.reference.last_page

    @property
    def container(self) -> str | None:
        """What the work stands in, if that is no series."""
        return None if self.reference.type in _IN_SERIES else self.reference.container

    @property
    def series(self) -> str | None:
        """The series of a book or a report."""
        return self.reference.container if self.reference.type in _IN_SERIES else None

    @property
    def law(self) -> str:
        """What a legal text is: a case, a treaty or legislation."""
        title = self.reference.title or ""
        return "case" if _CASE.search(title) else "treaty" if _TREATY.search(title) else "legislation"

    @property
    def doctoral(self) -> bool:
        """Whether a thesis is taken for a doctor's, as most that are cited are."""
        return not _BELOW_DOCTOR.search(self.reference.raw)

    @property
    def note(self) -> str | None:
        """What no field can hold: that authors are left out, and the words of an entry whose title was not found."""
        left_out = "Further authors: et al." if self.reference.authors_elided else None
        untitled = None if self.reference.title else self.reference.raw
        return " ".join(filter(None, (left_out, untitled))) or None


def items(lists: Iterable[tuple[str, Sequence[Reference]]]) -> list[Item]:
    """The entries of papers in their order, each with a key that no other has."""
    keys = Keys()
    return [
        Item(keys.of(reference), plain(paper), reference)
        for paper, references in lists
        for reference in map(_plain, references)
    ]


def _plain(reference: Reference) -> Reference:
    """An entry whose words stand on one line and hold nothing that steers a program."""
    words = {
        field.name: plain(value).strip()
        for field in fields(reference)
        if isinstance(value := getattr(reference, field.name), str)
    }
    return replace(reference, authors=tuple(map(_plain_author, reference.authors)), **words)  # type: ignore[arg-type]


def _plain_author(author: Author) -> Author:
    parts = (author.family, author.given, author.literal)
    return Author(*(plain(part).strip() if part else None for part in parts))
