"""Publisher, place, edition, country: what they look like, and how a publisher is taken from among them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from claimtrace.annotate.references.vocabulary import (
    BODY_STARTS,
    CITIES,
    JOURNAL_WORDS,
    LITTLE_WORDS,
    MONTHS,
    NEWSPAPER_ENDINGS,
    NEWSPAPER_WORDS,
    ORGANISATION_WORDS,
    PROCEEDINGS_WORDS,
    PUBLISHER_ENDINGS,
    PUBLISHER_STARTS,
    PUBLISHER_WORDS,
    folded,
    folded_words,
)
from claimtrace.knowledge.tables import several, table
from claimtrace.text.letters import UPPER

_EDITION = re.compile(
    r"[\s,;.]*[(\[]?\b(?:\d+(?:st|nd|rd|th|ⁿᵈ|ˢᵗ|ʳᵈ|ᵗʰ|\.?[ªº°]|\.|ᵉ|e|a\.)?\s"
    r"(?:(?:rev(?:ised)?|enl|int(?:ernational)?|ext)\b\.?\s?,?\s?(?:and\s\w+\s)?)?"
    r"(?:edn?|edition|éd(?:ition)?|ed|aufl(?:age)?|edición|edição|edizione)\b|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|revised|rev\.|international|student)\s"
    r"(?:ed\.|edn?|edition)\b)\.?[)\]]?",
    re.IGNORECASE,
)
_HAS_EDITION = re.compile(r"\b(?:ed|edn|éd|edition|édition|edición|edição|aufl)", re.IGNORECASE)
_ORDINAL = re.compile(r"\s\d+(?:st|nd|rd|th)\s")
_MONTH = re.compile(rf"\b{MONTHS}\b", re.IGNORECASE)
_DATE_PIECE = re.compile(r"(?:1[5-9]|20)\d\d\b|\d{1,2}[\s–-]")
_STATE_LETTERS = re.compile(r"[A-Z]{2}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?")
_PLACE_PUBLISHER = re.compile(rf"(?P<left>[{UPPER}][^:;.]{{1,60}}(?:\.[^:;.]{{1,20}})?)\s?:\s(?P<right>[^:]+)$")
_PLACE_HEAD = re.compile(rf"[{UPPER}][^.:;]{{1,50}}(?:\.[^.:;]{{1,10}})?\s?:\s[{UPPER}]")
_NUMBERS = re.compile(
    r"[(\[]\s*(?:pp?|vol|S)\b[^()\[\]]*[)\]]|"
    r"\b(?:pp?|vol(?:ume)?|S|no)\b\.?\s?[\divxlc]+(?:\s?[-–]\s?[\divxlc]+)?(?:\s?pp?\b\.?)?",
    re.IGNORECASE,
)
_EDITORS = re.compile(
    r"(?:edited by|ed\. by|eds?\.|translated by|trans\.)\s[^,;]+?(?:[,;]\s|(?<=\w\w)\.\s|(?=\s\()|$)", re.IGNORECASE
)
_YEAR_LAST = re.compile(r"[,;.\s(\[]*\b(?:1[4-9]|20)\d\d[a-z]?\b[)\].,;\s]*$")
_NO_NAME = re.compile(r"\d{3}|https?:")
_COMPANY = re.compile(r"(?:Inc|Ltd|LLC|GmbH|Sons)\b")
_PIECES = re.compile(r";\s|\.\s(?=\S{3})")
_MARKS = " .,;:()[]"
_JOURNALS_RATHER = frozenset(
    {"journal", "review", "letters", "proceedings", "transactions", "magazine", "bulletin", "communications", "annals"}
    | {"access", "quarterly", "conference", "symposium"}
)
_FIRST_OF_NAMES = PUBLISHER_STARTS | BODY_STARTS
_BODIES_TOO = {"research", "international", "int", "law", "science", "sciences", "studies", "survey", "forum"}


@cache
def _countries() -> frozenset[str]:
    names = {"usa", "uk", "england", "scotland", "wales", "ussr", "gdr", "frg", "the netherlands", "holland"}
    for row in table("states"):
        names.update(name.casefold() for name in (row["name"], *several(row["aliases"])))
    return frozenset(names)


def is_country(text: str) -> bool:
    """Whether a text is a country's name, or a state's letters as in "Cambridge, MA"."""
    plain = text.strip(" .,;")
    return plain.casefold() in _countries() or bool(_STATE_LETTERS.fullmatch(plain))


def is_city(text: str) -> bool:
    """Whether a text is the name of a city in which books are published: "Oxford", "New York, NY"."""
    return text.strip(" .,;").partition(",")[0].casefold() in CITIES


def is_capitalised(text: str) -> bool:
    """Whether all words but the little ones have a capital, as names have."""
    return all(not word[0].islower() or folded(word) in LITTLE_WORDS for word in text.split())


def is_publisher(text: str) -> bool:
    """Whether a text names a publisher, or a body that publishes: "Sage", "World Bank", "MIT Press"."""
    words = folded_words(text)
    called = (
        text[:1].isupper() and bool(words) and words[0] in _FIRST_OF_NAMES and len(words) <= 6
    )  # "Casa editrice Mare"
    if not words or len(words) > 12 or not (called or is_capitalised(text)):
        return False
    if _publishes(words):
        return _JOURNALS_RATHER.isdisjoint(words)
    if ORGANISATION_WORDS.isdisjoint(words):
        return False
    return not any(word in JOURNAL_WORDS and word not in _BODIES_TOO for word in words)


def is_institution(text: str) -> bool:
    """Whether a text names a body whose publications are reports: "Selwyn Institute", not "Selwyn University Press"."""
    words = folded_words(text)
    return not ORGANISATION_WORDS.isdisjoint(words) and not _publishes(words)


def is_newspaper(text: str) -> bool:
    """Whether a text names a newspaper or a news service: "The Selwyn Times"."""
    words = folded_words(text)
    named = not NEWSPAPER_WORDS.isdisjoint(words) or any(word.endswith(NEWSPAPER_ENDINGS) for word in words)
    return named and len(words) <= 6


def is_proceedings(text: str) -> bool:
    """Whether a text names a conference or its proceedings."""
    return not PROCEEDINGS_WORDS.isdisjoint(folded_words(text))


def is_place_and_publisher(text: str) -> bool:
    """Whether a text begins with a place and a publisher: "London: Sea Press"."""
    if not _PLACE_HEAD.match(text):
        return False
    place, _, publisher = text.partition(":")
    if is_city(place):
        return True
    named = re.split(r"[,;.]", publisher)[0]
    return (
        len(place.split()) <= 8 and len(named.split()) <= 6 and is_capitalised(place.strip()) and is_capitalised(named)
    )


def is_imprint(piece: str) -> bool:
    """Whether a piece between commas is a publisher's name, a country or a date."""
    if is_country(piece) or _DATE_PIECE.match(piece) or (_MONTH.match(piece) and len(piece) < 30):
        return True
    named = _publishes(folded_words(piece))
    words = [word for word in piece.split() if folded(word) not in LITTLE_WORDS]
    return named and len(words) <= 6 and is_capitalised(piece) and not is_proceedings(piece)


def _publishes(words: Sequence[str]) -> bool:
    return not PUBLISHER_WORDS.isdisjoint(words) or any(word.endswith(PUBLISHER_ENDINGS) for word in words)


def without_edition(text: str) -> str:
    """A text without "(2nd ed.)" and the like at its end."""
    if not _HAS_EDITION.search(text):
        return text
    end = len(text.rstrip(" .,;"))
    last = next((match for match in _EDITION.finditer(text, 1) if match.end() >= end), None)
    return text[: last.start()] if last else text


def edition_at(text: str, pos: int) -> int:
    """Where an edition that stands at this place ends; the place itself where none does."""
    match = _EDITION.match(text, pos)
    return match.end() if match else pos


def edition_within(text: str) -> tuple[int, int] | None:
    """Start and end of an edition that a mark or a bracket parts from what stands before it."""
    if not _HAS_EDITION.search(text):
        return None
    for match in _EDITION.finditer(text, 3):
        edition = match.group()
        if edition[0] in ",;." or edition.lstrip()[0] in "([" or _ORDINAL.match(edition):
            return match.span()
    return None


def publisher_of(text: str) -> str | None:
    """The publisher in a text that holds publisher, place, edition and year, in any order.

    >>> publisher_of(". London: Sea Press; 2006. p. 12.")
    'Sea Press'
    """
    if _HAS_EDITION.search(text):
        text = _EDITION.sub(" ", text)
    text = " ".join(_YEAR_LAST.sub(" ", _NUMBERS.sub(" ", text)).split()).strip(_MARKS)
    if editors := _EDITORS.match(text):
        text = text[editors.end() :]
    pieces = [piece for part in _PIECES.split(text) if (piece := part.strip(_MARKS))]
    named = None
    for piece in pieces:
        if colon := _PLACE_PUBLISHER.match(piece):
            left, right = colon["left"].strip(), colon["right"].strip()
            first = (is_publisher(left) and not is_publisher(right)) or (is_city(right) and not is_city(left))
            return _without_places(left if first else right) or None
        if named is None and is_publisher(piece):
            named = piece
    if named is None and pieces and not _NO_NAME.search(pieces[0]) and len(pieces[0].split()) <= 8:
        named = pieces[0] if pieces[0][0].isupper() else None
    publisher = _without_places(named) if named else ""
    return None if is_city(publisher) else publisher or None


def _without_places(text: str) -> str:
    """A publisher without the places beside it: "Sage, Thousand Oaks, CA" is "Sage"."""
    pieces = re.split(r",\s+", text)
    if is_city(pieces[0]):
        behind = list(itertools.dropwhile(lambda piece: is_city(piece) or is_country(piece), pieces))
        pieces = behind if behind and behind[0][:1].isupper() else pieces  # "Chicago, IL, Lamp House"
    kept = [pieces[0]]
    for piece in pieces[1:]:
        if not is_publisher(piece) and not _COMPANY.match(piece):
            break
        kept.append(piece)
    if is_city(pieces[0]) or (len(kept) == 1 and not is_publisher(pieces[0])):
        return next((piece for piece in pieces if is_publisher(piece)), pieces[0])
    return ", ".join(kept)
