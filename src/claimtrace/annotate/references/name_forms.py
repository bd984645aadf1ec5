"""One name in each of the forms that reference lists know, and what may stand between, behind and after names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from claimtrace.annotate.references.vocabulary import (
    NO_PERSONS,
    ORGANISATION_ENDINGS,
    ORGANISATION_WORDS,
    folded,
    folded_words,
)
from claimtrace.model.reference import Author
from claimtrace.text.letters import LOWER, UPPER

_LETTER = r"[^\W\d_]"
PARTICLE = (
    r"(?:[Vv]an|[Vv]on|[Vv]om|[Dd]er|[Dd]en|[Dd]es?|[Dd]el|[Dd]ell[ao]|[Dd]i|[Dd]al?|[Dd]alla|[Dd]os|[Dd]as|[Dd]o|[Dd]u|"
    r"[Ll][aeo]|[Ll]os|[Tt]en|[Tt]er|[Tt]e|[Zz]u[mr]?|[Aa]f|[Aa]v|[Aa]l|[Ee]l|[Bb]in|[Ii]bn|[Bb]en|[Aa]bu|['’]t|op|"
    r"[Ss]t\.?|[Ss]an|[Ss]anta|Ó|Ní|VAN|VON|DER|DEN|DE|DEL|DI|DOS|DA|DU|LA|LE|TEN|TER)"
)
_CAPITALISED = rf"(?:[dDlLOMNT]['’]|al-|el-|ad-|as-|an-)?[{UPPER}]{_LETTER}*(?:['’‐‑–-]\s?{_LETTER}+){{0,4}}"
_FAMILY = rf"(?:{PARTICLE}\s+){{0,3}}{_CAPITALISED}(?:\s+(?:{PARTICLE}\s+){{0,2}}{_CAPITALISED}){{0,3}}"
_INITIAL = rf"(?!(?:Jr|Sr|St|Dr|Ed|No|In)\.)[{UPPER}][{LOWER}]?\."
_DOTTED = (
    rf"{_INITIAL}(?:\s?[-‐–]?\s?{_INITIAL}){{0,6}}"
    rf"(?:\s?[-‐–]?\s?[{UPPER}](?=\s*(?:,|;|&|$)|\s+and\b))?(?:\s(?!u\.\s?a\.)[a-z]\.){{0,2}}"
)
_UNDOTTED = (
    rf"(?:[{UPPER}]-?(?:d[aeo]|[{LOWER}])[{UPPER}](?!{_LETTER})|"
    rf"[{UPPER}]{{1,4}}(?:[-‐–\s][{UPPER}]{{1,2}}(?!{_LETTER})){{0,2}})(?!['’])"
)
_UNDOTTED_ENDS = (
    r"(?=\s*(?:[.,:;(&]|u\.\s?a\.|et\b|and\b|und\b|y\b|e\b|(?:18|19|20)\d\d|eds?\b|éds?\b|editors?\b|in\s|"
    r"Jr|Sr|I{2,3}\b|[23][nr]d|/|[-–]\s|$))"
)
_BEHIND = rf"(?:\s+(?:{PARTICLE}|of)){{0,2}}\.?(?=\s*(?:[,;&(\"“‘«]|$|(?:19|20)\d\d))"  # "Meer, J. van"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\b\.?(?=\s*(?:[,;.:&(]|$|and\b|et\b|(?:19|20)\d\d)))?"
_GIVEN_TOKEN = rf"(?:{_INITIAL}(?:-?{_INITIAL}){{0,3}}|{_CAPITALISED})"

_FAMILY_ONLY = re.compile(_FAMILY)
_INITIALS_ONLY = re.compile(
    rf"(?:{_DOTTED}|{_UNDOTTED}(?=\s{PARTICLE}\b|\sof\b|{_UNDOTTED_ENDS}))(?:{_BEHIND})?{_SUFFIX}"
)
_GIVEN_ONLY = re.compile(
    rf"(?:{_INITIAL}\s)?{_CAPITALISED}(?:\s(?!{_INITIAL}){_CAPITALISED}){{0,2}}(?:\s?{_INITIAL}){{0,3}}"
    rf"(?:{_BEHIND})?{_SUFFIX}"
)
_MEDICAL = re.compile(rf"(?P<family>{_FAMILY})\s(?P<given>{_DOTTED}|{_UNDOTTED}{_UNDOTTED_ENDS}){_SUFFIX}")
_STRAIGHT = re.compile(
    rf"(?P<given>{_DOTTED}(?:\s[{UPPER}](?=\s[{UPPER}][{LOWER}]))?|(?!Ó\s)[{UPPER}]{{1,2}}(?=\s))\s?(?P<family>{_FAMILY}){_SUFFIX}"
)
_FULL = re.compile(
    rf"(?P<given>{_GIVEN_TOKEN}(?:\s{_GIVEN_TOKEN}){{0,3}})\s(?P<family>(?:{PARTICLE}\s){{0,3}}{_CAPITALISED}){_SUFFIX}"
)
_INITIALS_LAST = re.compile(rf"(?:\s[{UPPER}](?:-[{UPPER}])?)+$")
_GIVEN_FOLLOWS = re.compile(rf",\s[{UPPER}][{LOWER}]")
_VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
_WORD_AND_STOP = re.compile(rf"{_LETTER}{{3,}}\.$")
_INITIALS_BEHIND = re.compile(rf"[{LOWER}]\s[{UPPER}]{{1,4}}$")
_SUFFIX_LAST = re.compile(r",?\s(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\b\.?$")

ODD_NAME = re.compile(rf"{_CAPITALISED}(?:\s(?:{PARTICLE}|{_CAPITALISED})){{0,2}}(?=\s*[,;&]|\s+and\b|\s+et\s?al)")
_AND = r"and|und|y|e|et(?!\s?al)|en|og|och|ve|și|и(?!\sдр)"
SEPARATOR = re.compile(
    rf"\s*[,;]\s*(?:(?:(?:{_AND})\s+|&\s*))?|\s+(?:{_AND}|i)\s+|\s*&\s*|"
    rf"\s?/\s?(?=[{UPPER}]|v[ao]n\s|de\s)|\s[-–]\s(?=[{UPPER}]|v[ao]n\s|de\s)"
)
_IMPRINT = re.compile(r"\s*\([^()\d]+:[^()]+\d{4}\)")  # behind a title: "Ann Ray, Orchards (Leeds: Lamp House, 2016)"
_JOINED = re.compile(r"[^\W\d_]|&")
ET_AL = re.compile(
    r"[\s,]*(?:(?:and|&)\s+)?(?:et\s?al(?:ii)?\b\.?|others\b|colleagues\b|u\.\s?a\.|y otros\b|e outros\b|и др\.?)"
)
ELLIPSIS = re.compile(r"(?:…|\.\s?\.\s?\.)[\s,]*(?:&\s*)?")
LIST_ENDS = re.compile(r"\s+in\s|\s*(?:[.:]?\s*[\"“‘«„(\[]|[.:](?:\s|$)|(?:1[5-9]|20)\d\d\b|\.?\s*$)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, the form it is written in, and where it ends in its text."""

    author: Author
    form: str  # inverted, inverted-full, medical, straight, full
    end: int


def looks_like_organisation(name: str) -> bool:
    """Whether a name is a body's rather than a person's, by its words: "World Bank", "Ministry of Justice"."""
    return any(word in ORGANISATION_WORDS or word.endswith(ORGANISATION_ENDINGS) for word in folded_words(name))


def is_body(name: Name) -> bool:
    """Whether what could be a person's name is a body's; who has initials is a person ("van der Bank, M.")."""
    given = name.author.given or ""
    if "." in given or (name.form in ("inverted", "medical") and given.casefold() not in ORGANISATION_WORDS):
        return False
    called = {folded(name.author.family or ""), folded(given)}
    return not called.isdisjoint(NO_PERSONS) or looks_like_organisation(f"{name.author.family} {given}")


def inverted(text: str, pos: int, *, first: bool = True) -> Name | None:
    """ "Ray, A. B." """
    family = _FAMILY_ONLY.match(text, pos)
    if not family or text[family.end() : family.end() + 1] != ",":
        return None
    start = family.end() + 1
    start += text[start : start + 1] == " "
    given = _INITIALS_ONLY.match(text, start)
    if not given or text[given.end() : given.end() + 1].isalpha():
        return None
    if _INITIALS_LAST.search(family.group()) or _INITIALS_BEHIND.search(family.group()):
        return None  # "Ray AB, Lee C"
    return Name(Author(family.group(), _given(given.group())), "inverted", given.end())


def medical(text: str, pos: int, *, first: bool = True) -> Name | None:
    """ "Ray AB", "Ray A.B." """
    match = _MEDICAL.match(text, pos)
    if not match:
        return None
    if len(match["given"]) > 2 and match.group().isupper() and _GIVEN_FOLLOWS.match(text, match.end()):
        return None  # "VAN DER BERG, Ann"
    family, given = match["family"], match["given"]
    if initials := _INITIALS_LAST.search(family):
        family, given = family[: initials.start()], f"{initials.group().strip()} {given}"
    return Name(Author(family, _given(given)), "medical", match.end())


def straight(text: str, pos: int, *, first: bool = True) -> Name | None:
    """ "A. B. Ray", "A Ray" """
    match = _STRAIGHT.match(text, pos)
    if not match or ("." not in match["given"] and match["family"].isupper()):
        return None  # "DE LA CRUZ" is no "D. E. La Cruz"
    return Name(Author(match["family"], _given(match["given"])), "straight", match.end())


def straight_dotted(text: str, pos: int, *, first: bool = True) -> Name | None:
    """ "A. B. Ray", but not "A Ray" """
    name = straight(text, pos)
    return name if name and "." in (name.author.given or "") else None


def full(text: str, pos: int, *, first: bool = True) -> Name | None:
    """ "Ann B. Ray", "RAY Ann" """
    match = _FULL.match(text, pos)
    if not match or (match.group().isupper() and _GIVEN_FOLLOWS.match(text, match.end())):
        return None
    family, given = match["family"], _given(match["given"])
    shouted = len(given) > 2 and given.isupper() and given.isalpha() and _VOWEL.search(given)
    if shouted and not family.isupper():
        family, given = given, family
    return Name(Author(family, given), "full", match.end())


def full_or_inverted(text: str, pos: int, *, first: bool = True) -> Name | None:
    """ "Ray, Ann" at the head of a list; behind it "Ann Ray" before "Ray, Ann" """
    plain = full(text, pos)
    if plain and not first and text[pos - 2 : pos - 1] not in (";", "/"):  # which part inverted names
        return plain
    family = _FAMILY_ONLY.match(text, pos)
    if not family or text[family.end() : family.end() + 2] != ", ":
        return plain
    given = _GIVEN_ONLY.match(text, family.end() + 2)
    if not given or (plain and " " in family.group() and " " in given.group()):
        return plain
    if plain and not _list_goes_on(text, given.end()):
        return plain
    return Name(Author(family.group(), _given(given.group())), "inverted-full", given.end())


def _list_goes_on(text: str, pos: int) -> bool:
    """Whether a list of names ends here, or goes on: behind "and" another name must stand.

    "Ann Ray, Tide and Quay: ..." is a name and a title.
    """
    if _IMPRINT.match(text, pos):
        return False
    if LIST_ENDS.match(text, pos):
        return True
    separator = SEPARATOR.match(text, pos)
    if not separator:
        return False
    behind, joined = separator.end(), _JOINED.search(separator.group())
    readers = (full, straight, medical, inverted, full_or_inverted)
    return not joined or any(read(text, behind) for read in readers)


Reader = Callable[..., Name | None]
READERS: dict[str, tuple[Reader, ...]] = {  # for each form of a list's first name, how its others are read
    "": (inverted, medical, straight, full_or_inverted),
    "inverted": (inverted, straight, full_or_inverted),
    "inverted-full": (inverted, full_or_inverted, straight),
    "medical": (medical, straight_dotted),
    "straight": (straight, full, inverted),
    "full": (straight, full, inverted),
}
MAY_FOLLOW = {
    "inverted": {"inverted", "straight", "inverted-full"},
    "inverted-full": {"full", "straight", "inverted-full", "inverted"},
    "medical": {"medical", "straight"},
    "straight": {"straight"},
    "full": {"full", "straight"},
}


def name_at(text: str, pos: int, form: str, *, first: bool) -> Name | None:
    """The name at this place of a list whose first name has this form."""
    return next((name for read in READERS[form] if (name := read(text, pos, first=first))), None)


def _given(text: str) -> str:
    text = _SUFFIX_LAST.sub("", text).strip(" ,")
    return text[:-1] if _WORD_AND_STOP.search(text) else text
