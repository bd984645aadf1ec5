"""Names as citations call authors by, and whether two of them are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from claimtrace.text.fold import fold, fold_name, straight
from claimtrace.text.letters import UPPER

_ET_AL = re.compile(
    r",?\s*(?:\bet\.?\s+al\b\.?|(?<=\s)(?-i:al\.)|\b(?:and|&)\s+(?:others|colleagues|co-?workers)\b|"
    r"\bu\.\s?a\.|\be outros\b|\by otros\b)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(rf"\s*[\[(]\s*([{UPPER}][\w&.-]{{1,14}})\s*[\])]")
_AND = re.compile(
    r"\s*(?:,\s*(?:and|und|y|et|&)\s+|,|;|\s(?:and|und|et(?!\s*al\b)|y|e|och|og|en|&)\s|&|/(?=\s?[^\W\d_]{2}))\s*"
)
_INITIALS = re.compile(rf"^(?:[{UPPER}]\.?-?){{1,3}}\.?$|^[{UPPER}]\.$")
_DOTTED_INITIALS = re.compile(rf"[{UPPER}]\.(?:-?[{UPPER}]\.)?")
_CAPITAL = re.compile(rf"(?:[dl]')?[{UPPER}]")  # "d'Urso"
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"}
)
_ENDING = re.compile(r"(?<=\w{5})(?:e[nrsm]?|s)$")
_POSSESSIVE = re.compile(r"(?<=s)'$|'s$")
PARTICLES = re.compile(
    r"(?:van|von|vom|de[rns]?|des|del|dell[ao]|di|dal?|dalla|do|dos|das|du|l[aeo]|los|ten?|ter|zu[mr]?|af|av|al|el|bin|ibn|ben|"
    r"d'|l'|st\.?|san|santa)",
    re.IGNORECASE,
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one citation: family names or a corporate name, whether "et al." follows, an acronym."""

    families: tuple[str, ...]
    et_al: bool = False
    acronym: str | None = None


def read_names(text: str) -> Names | None:
    """The names that make up a string such as "Singer & Friedman", "Brundage et al.", "United Nations [UN]".

    ``None`` where the string holds anything that is no name.
    """
    plain = _POSSESSIVE.sub("", straight(text).strip(" ,:;"))
    acronym = _ACRONYM.search(plain)
    if acronym:
        plain = plain[: acronym.start()] + plain[acronym.end() :]
    et_al = _ET_AL.search(plain)
    if et_al:
        if plain[et_al.end() :].strip(" ,.'s"):
            return None
        plain = plain[: et_al.start()]
    families = []
    for piece in _AND.split(plain):
        family = _family(piece.strip())
        if family is None:
            return None
        if family:
            families.append(family)
    return Names(tuple(families), bool(et_al), acronym.group(1) if acronym else None) if families else None


def _family(piece: str) -> str | None:
    """A piece without initials and suffixes; ``""`` where nothing else is left, ``None`` where it is no name."""
    words = [_POSSESSIVE.sub("", word) for word in piece.split()]
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and not _DOTTED_INITIALS.fullmatch(words[0]):
        return words[0]  # an acronym, not initials
    words = [word for word in words if not _INITIALS.match(word) and word.rstrip(".").casefold() not in _SUFFIXES]
    if not words:
        return ""
    if len(words) > 9 or any(any(sign in word for sign in '()[]{}=<>%$"/@0123456789') for word in words):
        return None
    if not any(_CAPITAL.match(word) for word in words) or words[-1] in ("al", "al."):
        return None  # what is left of "et al." in a table that was read amiss
    return " ".join(words)


def initial_beside(text: str, family: str) -> str | None:
    """The initial printed beside a name, where authors of one name are told apart.

    >>> initial_beside("(see A. Ray, 2001)", "Ray"), initial_beside("Ray C. et al., 2001", "Ray")
    ('A', 'C')
    """
    behind = rf"(?:,?\s(?P<behind>[{UPPER}])(?:\.|[{UPPER}]?(?=,|\s\W|\set\b|\sand\b)))?"
    found = re.search(
        rf"(?:(?<![\w'’])(?P<before>[{UPPER}])\.\s?(?:[{UPPER}]\.\s?)*)?{re.escape(family)}\b{behind}", text
    )
    return (found["before"] or found["behind"]) if found else None


def agreement(cited: Names, listed: Sequence[str], elided: bool, acronym: str | None) -> float:
    """How well the names of a citation fit the authors of an entry: 0 not at all, 1 wholly.

    Args:
        cited: the citation's names.
        listed: the entry's authors by family or corporate name, in order.
        elided: whether the entry leaves authors out ("... &", "et al.").
        acronym: the entry's acronym, where one is known.
    """
    if not listed:
        return 0.0
    if acronym and len(cited.families) == 1 and fold_name(cited.families[0]) == fold_name(acronym):
        return 1.0
    first = same_name(cited.families[0], listed[0])
    whole = one_body(cited.families, listed[0]) if len(listed) == 1 else 0.0
    if whole > 0.9:
        return whole
    if first < 0.75:
        return 0.0
    if cited.et_al:
        return first * (1.0 if len(listed) > 2 or elided else 0.93 if len(listed) == 2 else 0.85)
    if len(cited.families) == len(listed):
        rest = [same_name(a, b) for a, b in zip(cited.families[1:], listed[1:], strict=True)]
        return (first + sum(rest)) / len(listed) if all(r >= 0.75 for r in rest) else first * 0.5
    if len(cited.families) < len(listed):
        shared = all(same_name(a, b) >= 0.75 for a, b in zip(cited.families, listed, strict=False))
        return first * (0.86 if shared else 0.45)
    return first * (0.8 if elided else 0.55)


def same_name(cited: str, listed: str) -> float:
    """How alike two names are, 0 to 1: case, accents, spaces and a first name before it do not count.

    The same name scores 0.95 or more; letters that differ keep even the longest names below that.
    """
    a, b = fold_name(cited), fold_name(listed)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if _without_particles(cited) == _without_particles(listed) or _american(a) == _american(b):
        return 0.97
    if _written_out(cited) == _written_out(listed):
        return 0.97
    if " " in cited and without_endings(cited) == without_endings(listed):
        return 0.97
    if a.endswith(b) and cited.split()[-1][:1].isupper() and len(b) >= 3:
        words = [fold_name(word) for word in cited.split()]
        if "".join(words[-len(listed.split()) :]) == b:
            return 0.95
    return _alike(a, b)


def one_body(cited: Sequence[str], listed: str) -> float:
    """How alike several names are to that of one body, which may hold an "and": "Trade and Ports Office"."""
    if len(cited) < 2:
        return 0.0
    a, b = fold_name(" ".join(cited)), fold_name(_AND.sub(" ", listed))
    return 1.0 if a == b else _alike(a, b)


def _alike(a: str, b: str) -> float:
    return 0.0 if min(len(a), len(b)) < 4 else min(fuzz.ratio(a, b) / 100.0, 0.94)


@lru_cache(maxsize=20_000)
def _american(name: str) -> str:
    """A folded name in American spelling: a body may be cited in the writer's own."""
    return (
        re.sub(r"is(?=ations?\b|ation|e[ds]?$|ing)", "iz", name)
        .replace("defence", "defense")
        .replace("centre", "center")
    )


@lru_cache(maxsize=20_000)
def _written_out(name: str) -> str:
    """A folded name whose umlauts are written out, as where a keyboard lacks them: "Mueller" for "Müller"."""
    return fold_name(name.translate(_UMLAUTS))


@lru_cache(maxsize=20_000)
def without_endings(name: str) -> str:
    """A folded name of several words without the endings by which German sets it into a sentence.

    >>> without_endings("des Statistischen Bundesamtes") == without_endings("des Statistisches Bundesamt")
    True
    """
    return "".join(_ENDING.sub("", word) for word in fold(name).split())


@lru_cache(maxsize=20_000)
def _without_particles(name: str) -> str:
    words = straight(name).split()
    return "".join(fold_name(word) for word in words if not PARTICLES.fullmatch(word))
