"""Lists of names as reference lists write them: inverted or straight, initials or given names, people or bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimtrace.annotate.references.name_forms import (
    ELLIPSIS,
    ET_AL,
    LIST_ENDS,
    MAY_FOLLOW,
    ODD_NAME,
    READERS,
    SEPARATOR,
    Name,
    full,
    is_body,
    name_at,
    straight,
)
from claimtrace.annotate.references.vocabulary import EDITORS
from claimtrace.model.reference import Author

_SURELY_A_LIST = 4  # names in a row
_AND = re.compile(r"[^\W\d_]|&")
_EDITORS = re.compile(rf"[\s,]*[(\[]?\s*\b{EDITORS}\b\.?[)\]]?(?=[\s.,:;)]|$)", re.IGNORECASE)
_JOURNAL_BEHIND = re.compile(r"\.\s(?P<words>[^\d]{1,40}?)[,.]?\s?\(?\d")
_NUMBERS_BEHIND = re.compile(r"\.,?\s\d{1,4}[,\s(]+\d")
_YEAR_BEHIND = re.compile(r"[.,]?\s\(?(?:19|20)\d\d")
_AFTER_FULL = re.compile(r"\s*(?:[,;.(&]|and\b|et\b|$)")
_AFTER_SLASH = re.compile(r"\s*(?:[,;.:(&/]|$)")


@dataclass(frozen=True, slots=True)
class NameList:
    """A list of names and where it ends; ``fit`` is the share of its characters that read like people's names."""

    authors: tuple[Author, ...]
    end: int
    elided: bool
    form: str
    fit: float = 1.0


def open_list(text: str) -> NameList | None:
    """The people whose names the text begins with; where their list ends is for the names to tell.

    >>> open_list("Ray AB, de Lee C. On tides. J Sea. 2001").end
    17
    """
    people = _People(text)
    people.read()
    names = people.names
    if not names:
        return None
    end = people.end
    listed = people.linked or len(names) >= _SURELY_A_LIST
    if names[0].form == "full" and len(names) > 1 and not listed:
        names, end = names[:1], names[0].end  # "Ann Ray, Cold Tides, ...": the second may be the title
    authors = [name.author for name in names]
    if names[0].form == "medical" and len(authors) > 1 and "." not in (authors[0].given or ""):
        authors[-1] = replace(authors[-1], given=(authors[-1].given or "").rstrip(".") or None)
    return NameList(tuple(authors), end, people.elided, names[0].form)


def closed_list(zone: str) -> NameList:
    """The names of a text that holds nothing but names; what reads like no person's name is kept as a literal.

    >>> [author.name for author in closed_list("Ray, A., the tide group & Lee, C.").authors]
    ['Ray', 'the tide group', 'Lee']
    """
    authors: list[Author] = []
    pos, strange, form, elided = 0, 0, "", False
    while pos < len(zone):
        if more := ELLIPSIS.match(zone, pos) or ET_AL.match(zone, pos):
            elided, pos = True, more.end()
            continue
        name = _name_alone(zone, pos, form, first=not authors)
        if name:
            authors.append(name.author)
            form = form or name.form
            pos = name.end
        else:
            found = (SEPARATOR.search(zone, pos), ET_AL.search(zone, pos))
            end = min((match.start() for match in found if match), default=len(zone))
            literal = zone[pos:end].strip(" .,;")
            if literal:
                authors.append(Author(literal=literal))
                strange += len(literal)
            pos = end
        if separator := SEPARATOR.match(zone, pos):
            pos = separator.end()
        elif not zone[pos:].strip(" ."):
            break
    return NameList(tuple(authors), len(zone), elided, form, 1 - strange / max(1, len(zone)))


def without_editor_mark(zone: str) -> tuple[str, bool]:
    """A list of names without the "(Eds.)" at its end, and whether there was one."""
    for match in _EDITORS.finditer(zone, max(0, len(zone) - 24)):
        if match.end() >= len(zone.rstrip(" .,:")) and match.start() > 0:
            return zone[: match.start()], True
    return zone, False


def editor_mark_at(text: str, pos: int) -> int:
    """Where the mark "(Eds.)", ", editors" at this place ends; the place itself where none stands."""
    match = _EDITORS.match(text, pos)
    return match.end() if match else pos


def _name_alone(zone: str, pos: int, form: str, *, first: bool) -> Name | None:
    """A person's name at this place behind which the zone ends or another name may stand."""
    for read in READERS[form]:
        name = read(zone, pos, first=first)
        if name and not is_body(name):
            end = name.end
            if SEPARATOR.match(zone, end) or ET_AL.match(zone, end) or not zone[end:].strip(" ."):
                return name
    return None


class _People:
    """Reads names from the start of a text on, until something stands there that is none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: list[Name] = []
        self.end = 0  # of the last name, or of the "et al." behind it
        self.elided = False
        self.joined = False  # "and" stands before the last name
        self.linked = False  # "and" or a stroke stands between two names

    def read(self, pos: int = 0) -> None:
        """Reads on from this place."""
        while True:
            if self.names and (ellipsis := ELLIPSIS.match(self.text, pos)):
                self.elided = self.joined = self.linked = True
                pos = ellipsis.end()
            name = self._name(pos)
            following = self._take(name) if name else self._odd_names(pos)
            if following is None:
                return
            pos = following

    def _name(self, pos: int) -> Name | None:
        form = self.names[0].form if self.names else ""
        name = name_at(self.text, pos, form, first=False) if self.names else _first_name(self.text)
        if not name or is_body(name) or (form and name.form not in MAY_FOLLOW[form]):
            return None
        return name

    def _take(self, name: Name) -> int | None:
        """Adds a name; returns where the next may stand, ``None`` where the list has ended."""
        et_al = ET_AL.match(self.text, name.end)
        separator = SEPARATOR.match(self.text, name.end)
        if not et_al and not separator and not _ends(self.text, name):
            return None
        if not separator and self.names and self.names[0].form == "straight" and _begins_journal(self.text, name.end):
            return None
        self.names.append(name)
        self.end = name.end
        if et_al:
            self.end, self.elided, self.linked = et_al.end(), True, True
            return None
        if not separator or editor_mark_at(self.text, self.end) != self.end:
            return None
        joined = bool(_AND.search(separator.group()))
        if self.joined and not joined:
            return None
        self.joined = joined
        self.linked = self.linked or self.joined or "/" in separator.group()
        return separator.end()

    def _odd_names(self, pos: int) -> int | None:
        """Adds up to three pieces that are no names of the list's form, where the list goes on behind them."""
        odd: list[Name] = []
        form = self.names[0].form if self.names else ""
        while form and len(odd) < 3 and (piece := ODD_NAME.match(self.text, pos)):
            odd.append(Name(Author(literal=piece.group().strip()), form, piece.end()))
            separator = SEPARATOR.match(self.text, piece.end())
            if et_al := ET_AL.match(self.text, piece.end()):
                self.names.extend(odd)
                self.end, self.elided, self.linked = et_al.end(), True, True
                return None
            if not separator:
                return None
            pos = separator.end()
            following = name_at(self.text, pos, form, first=False)
            if following and following.form in MAY_FOLLOW[form] and following.form != "full":
                self.names.extend(odd)
                self.end = piece.end()
                return pos
        return None


def _begins_journal(text: str, end: int) -> bool:
    """Whether what reads like a name is a journal's start: "J. Marit. Aff. 12" behind "A. Ray, C. Lee, "."""
    behind = text[end : end + 48]
    if _NUMBERS_BEHIND.match(behind):
        return True
    following = _JOURNAL_BEHIND.match(behind)
    return bool(following and all(word.endswith(".") or len(word) < 2 for word in f"{following['words']}.".split()))


def _first_name(text: str) -> Name | None:
    """The name at the head of a list: of the ways to read it the first behind which a list can go on or end."""
    readings = [name for read in READERS[""] if (name := read(text, 0))]
    for name in readings:
        separator = SEPARATOR.match(text, name.end)
        if ET_AL.match(text, name.end) or (separator and name.form in ("inverted", "medical", "straight")):
            return name
        if separator and ("," in separator.group() or name.form == "full") and _full_name_follows(text, separator):
            given = next((other for other in readings if other.form == "inverted-full"), None)
            dated = given and _YEAR_BEHIND.match(text, given.end)
            return given if given and dated else name  # "Ray Salinas, Ann. 1980" is one
    return next((name for name in readings if _ends(text, name)), readings[0] if readings else None)


def _full_name_follows(text: str, separator: re.Match[str]) -> bool:
    following = full(text, separator.end()) or straight(text, separator.end())
    after = _AFTER_SLASH if "/" in separator.group() else _AFTER_FULL
    if not following or len(following.author.family or "") < 2:
        return False  # the "C." and "G" of "Ray Salinas, C.G. 2012"
    return bool(after.match(text[following.end : following.end + 6]))


def _ends(text: str, name: Name) -> bool:
    """Whether what stands behind a name ends the list."""
    if LIST_ENDS.match(text, name.end) or editor_mark_at(text, name.end) != name.end:
        return True
    return text[name.end - 1] == "." and text[name.end : name.end + 1] == " "
