"""The reference list as the text may call its entries: by names and year, by label."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold, fold_name, without_article
from claimtrace.text.names import Names, agreement, read_names, without_endings


class ReferenceIndex:
    """Finds the entries that a name may stand for."""

    def __init__(self, references: Iterable[Reference]) -> None:
        """Index the entries by their first author and by their acronyms."""
        self.references = tuple(references)
        self.oldest = min((r.year for r in self.references if r.year), default=0)
        self.lists_pages = any(r.url or r.type in ("webpage", "news") for r in self.references)
        self.labels = {r.label: r for r in self.references if r.label}
        self._by_first: defaultdict[str, list[Reference]] = defaultdict(list)
        self._whole: defaultdict[str, list[Reference]] = defaultdict(list)
        self._acronyms: dict[str, str] = {}
        self._printed: dict[str, str] = {}
        for reference in self.references:
            names = author_names(reference)
            if not names:
                continue
            self._by_first[_last_word(names[0])].append(reference)
            self._whole[fold_name(names[0])].append(reference)
            if " " in names[0]:
                self._whole[without_endings(names[0])].append(reference)
            if reference.acronym:
                self.add_acronym(reference.acronym, names[0])
            elif (initials := _initials(names[0])) and len(initials) > 1:
                self._acronyms.setdefault(initials.casefold(), names[0])

    def add_acronym(self, acronym: str, name: str) -> None:
        """Remember that the text calls a corporate author by an acronym ("United Nations [UN]")."""
        self._acronyms.setdefault(fold_name(acronym), name)
        self._printed.setdefault(acronym, name)

    def learn_acronyms(self, text: str) -> None:
        """Take in the acronyms that the text gives behind a corporate author ("Office of Ports (OoP)")."""
        for reference in self.references:
            name = next((author.literal for author in reference.authors if author.literal), None)
            if name and " " in name:
                match = re.search(rf"{re.escape(name)}\s*[(\[]([A-Z][\w&.-]{{1,12}})[)\]]", text)
                if match:
                    self.add_acronym(match.group(1), name)

    def acronym_of(self, name: str) -> str | None:
        """The full name behind an acronym."""
        return self._acronyms.get(fold_name(name))

    def with_acronyms(self) -> Iterator[Reference]:
        """The entries, each with the acronym that the text or the entry itself gives its author."""
        short = {fold_name(name): acronym for acronym, name in self._printed.items()}
        for reference in self.references:
            names = author_names(reference)
            acronym = short.get(fold_name(names[0])) if names and not reference.acronym else None
            yield replace(reference, acronym=acronym) if acronym else reference

    def names(self, text: str) -> Names | None:
        """The names in a string, if it is names: an entry's own author first, whatever its letters."""
        whole = fold_name(text.strip(" ,:"))
        if whole and whole in self._whole:
            return Names((author_names(self._whole[whole][0])[0],))
        names = read_names(text)
        if names and len(names.families) == 1 and (full := self.acronym_of(names.families[0])):
            return Names((full,), names.et_al, names.families[0])
        return names

    def titled(self, words: str) -> Reference | None:
        """The only entry whose title begins with these words, an article left out; ``None`` where there is no such."""
        begun = without_article(fold(words))
        if len(begun) < 5 or not words[:1].isupper():
            return None
        found = [r for r in self.references if f"{without_article(fold(r.title or ''))} ".startswith(f"{begun} ")]
        return found[0] if len(found) == 1 else None

    def best(self, names: Names) -> float:
        """How well the names agree with the authors of the entry that they fit best, 0 to 1."""
        return max(
            (agreement(names, author_names(r), r.authors_elided, r.acronym) for r in self.fits(names)), default=0.0
        )

    def has(self, names: Names, year: int | None) -> bool:
        """Whether an entry has these authors and this year."""
        return any(reference.year == year for reference in self.fits(names))

    def fits(self, names: Names, least: float = 0.8) -> list[Reference]:
        """The entries whose authors agree with the names."""
        near = self._by_first.get(_last_word(names.families[0]), [])
        whole = " ".join(names.families)
        near = [*near, *self._whole.get(fold_name(whole), []), *self._whole.get(without_endings(whole), [])]
        return [
            r for r in dict.fromkeys(near) if agreement(names, author_names(r), r.authors_elided, r.acronym) >= least
        ]


def author_names(reference: Reference) -> Sequence[str]:
    """The entry's authors by family or corporate name; its title where it has none."""
    names = [author.name for author in reference.authors if author.name]
    return names or ([reference.title] if reference.title else [])


def _initials(name: str) -> str:
    """The capitals with which the words of a corporate name begin: "WHO" for "World Health Organization"."""
    words = name.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _last_word(name: str) -> str:
    words = name.split()
    return fold_name(words[-1]) if words else ""
