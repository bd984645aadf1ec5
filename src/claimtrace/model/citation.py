"""A pointer in the text to an entry of the reference list, and the link that was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.place import Span


class CitationForm(StrEnum):
    """How a citation is written."""

    PARENTHETICAL = "parenthetical"
    NARRATIVE = "narrative"
    NUMERIC = "numeric"
    NOTE = "note"
    SOURCE_LINE = "source-line"


@dataclass(frozen=True, slots=True)
class Locator:
    """The place in the cited work: "pp. 45-7" is label "page", first "45", last "47"."""

    label: str
    first: str
    last: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One pointer to one work, as it was read; what it points to is told by its :class:`Link`.

    ``span`` is the whole pointer as printed; ``names``, ``year``, ``suffix`` and ``label`` are what it gives
    to find the entry by. ``anchor`` is the place in the running text for which it speaks: the pointer
    itself, or for a pointer in a note the note's marker.
    """

    id: str
    form: CitationForm
    text: str
    span: Span
    anchor: Span
    names: tuple[str, ...] = ()
    et_al: bool = False
    year: int | None = None
    suffix: str | None = None
    undated: bool = False
    label: str | None = None
    title: str | None = None
    same_as: str | None = None  # the citation that "ibid." or a short note repeats
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a citation may point to; ``score`` runs from 0 to 1."""

    reference: str
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """What a citation points to. ``near`` names what differs where the entry fits but for a detail.

    ``why`` says in plain words why the link is missing or uncertain.
    """

    citation: str
    reference: str | None
    score: float
    candidates: tuple[Candidate, ...] = ()
    near: str | None = None
    why: str | None = None
