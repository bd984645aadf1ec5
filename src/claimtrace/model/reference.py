"""An entry of the reference list: as it was seen, and as it was understood."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrace.model.place import Box, Span


@dataclass(frozen=True, slots=True)
class Author:
    """A person with family and given name, or a literal name (an organisation, one name only)."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None

    @property
    def name(self) -> str:
        """The name by which a citation calls this author."""
        return self.family or self.literal or ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry; ``raw`` is what stands in the list, all other fields are our reading of it.

    Types are those of contract and CSL: article, book, chapter, report, thesis, paper-conference, preprint,
    webpage, news, legal, dataset, software; ``None`` where the entry does not tell.
    """

    id: str
    raw: str
    span: Span
    page: int | None
    boxes: tuple[Box, ...]
    label: str | None = None
    type: str | None = None
    authors: tuple[Author, ...] = ()
    authors_elided: bool = False
    year: int | None = None
    suffix: str | None = None
    undated: bool = False
    title: str | None = None
    container: str | None = None
    publisher: str | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    doi: str | None = None
    arxiv: str | None = None
    url: str | None = None
    acronym: str | None = None  # "UN" of "United Nations [UN]", given in the entry or where it is first cited
    agreed: bool = True  # whether the layout and the words of the list agree on where the entry begins and ends

    @property
    def short(self) -> str:
        """A short name for messages: "Nye 2017", "Singer and Friedman 2014", "Brundage et al. 2018"."""
        names = [author.name for author in self.authors if author.name]
        if not names:
            who = (self.title or self.raw)[:40]
        elif len(names) > 2 or self.authors_elided:
            who = f"{names[0]} et al."
        else:
            who = " and ".join(names)
        when = f"{self.year}{self.suffix or ''}" if self.year else "n.d." if self.undated else ""
        return f"{who} {when}".strip()
