"""A pointer as a finder yields it, before it is bound to its sentence and named."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrace.model.citation import Citation, CitationForm, Locator
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.names import Names


@dataclass(slots=True)
class Pointer:
    """What one pointer to one work says; ``span`` is where it is printed."""

    form: CitationForm
    span: Span
    text: str
    names: Names | None = None
    year: int | None = None
    suffix: str | None = None
    undated: bool = False
    label: str | None = None
    title: str | None = None
    listed: bool = True  # no, where a note gives a title that no entry has
    same_as: int | None = None  # position of the pointer that "ibid." repeats
    locator: Locator | None = None
    anchor: Span | None = None


def citation(pointer: Pointer, ordinal: int, same_as: str | None) -> Citation:
    """The pointer as a citation; ``ordinal`` tells apart the rows of one printed range ("[3-6]")."""
    names = pointer.names
    return Citation(
        id=content_id("citation", pointer.span.start, pointer.span.end, pointer.text, ordinal),
        form=pointer.form,
        text=pointer.text,
        span=pointer.span,
        anchor=pointer.anchor or pointer.span,
        names=names.families if names else (),
        et_al=bool(names and names.et_al),
        year=pointer.year,
        suffix=pointer.suffix,
        undated=pointer.undated,
        label=pointer.label,
        title=pointer.title,
        same_as=same_as,
        locator=pointer.locator,
    )
