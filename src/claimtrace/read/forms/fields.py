"""Entries that XML gives field by field, printed as reference lists print them, so that they are read as all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_THREE_OR_MORE = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A person or, with nothing but a family name, an organisation."""

    family: str
    given: str = ""


@dataclass(slots=True)
class EntryFields:
    """What an entry says of a work; what it does not say is ``""``."""

    authors: list[Name] = field(default_factory=list)
    editors: list[Name] = field(default_factory=list)
    elided: bool = False  # the list of authors ends with "et al."
    year: str = ""
    title: str = ""
    container: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    place: str = ""
    publisher: str = ""
    doi: str = ""
    url: str = ""
    rest: list[str] = field(default_factory=list)


def printed(entry: EntryFields) -> str:
    """The entry in the order of the American Psychological Association, the one that most lists come near to."""
    chapter = bool(entry.title and entry.container and (entry.editors or (entry.publisher and not entry.volume)))
    authors = _authors(entry.authors, entry.elided)
    editors = entry.editors
    if not authors and editors and not entry.title:
        authors, editors = f"{_authors(editors, False)} ({_eds(editors)}.)", []
    parts = [authors, f"({entry.year})" if entry.year else ""]
    if chapter:
        parts += [entry.title, _chapter(entry, editors)]
    elif entry.title and entry.container:
        parts += [entry.title, _journal(entry)]
    else:
        parts.append(_book(entry))
    publisher = ": ".join(filter(None, (entry.place, entry.publisher)))
    parts += [publisher, *entry.rest]
    whole = ". ".join(part.rstrip(" .") for part in parts if part.strip(" ."))
    link = f"https://doi.org/{entry.doi}" if entry.doi else entry.url
    return f"{whole}. {link}".strip() if link else f"{whole}."


def _authors(names: Sequence[Name], elided: bool) -> str:
    shown = [f"{name.family}, {_initials(name.given)}" if name.given else name.family for name in names]
    if elided:
        return ", ".join([*shown, "et al."])
    if len(shown) > 1:
        comma = "," if names[-2].given or len(shown) >= _THREE_OR_MORE else ""
        return f"{', '.join(shown[:-1])}{comma} & {shown[-1]}"
    return shown[0] if shown else ""


def _initials(given: str) -> str:
    """Given names as initials: "Signe Marie" and "SM" as "S. M."."""
    words = given.replace(".", " ").split()
    if len(words) == 1 and words[0].isupper() and len(words[0]) <= _THREE_OR_MORE:
        words = list(words[0])
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)


def _eds(editors: Sequence[Name]) -> str:
    return "Eds" if len(editors) > 1 else "Ed"


def _journal(entry: EntryFields) -> str:
    number = f"{entry.volume}({entry.issue})" if entry.volume and entry.issue else entry.volume or entry.issue
    return ", ".join(filter(None, (entry.container, number, entry.pages)))


def _book(entry: EntryFields) -> str:
    about = [entry.edition, f"Vol. {entry.volume}" if entry.volume else "", f"pp. {entry.pages}" if entry.pages else ""]
    inside = ", ".join(filter(None, about))
    return f"{entry.title or entry.container} ({inside})" if inside else entry.title or entry.container


def _chapter(entry: EntryFields, editors: Sequence[Name]) -> str:
    by = f"{_turned(editors)} ({_eds(editors)}.), " if editors else ""
    about = [entry.edition, f"Vol. {entry.volume}" if entry.volume else "", f"pp. {entry.pages}" if entry.pages else ""]
    inside = ", ".join(filter(None, about))
    return f"In {by}{entry.container}" + (f" ({inside})" if inside else "")


def _turned(names: Sequence[Name]) -> str:
    """Names with the initials in front: "S. Holm & B. Quill"."""
    shown = [" ".join(filter(None, (_initials(name.given), name.family))) for name in names]
    return f"{', '.join(shown[:-1])} & {shown[-1]}" if len(shown) > 1 else shown[0]
