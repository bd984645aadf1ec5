"""What a part, a page or an article stands in, where no volume tells: proceedings, newspapers, sites, stores."""

from __future__ import annotations

import re

from claimtrace.annotate.references.imprint import (
    edition_at,
    is_capitalised,
    is_city,
    is_country,
    is_imprint,
    is_newspaper,
    is_place_and_publisher,
    is_proceedings,
    is_publisher,
    publisher_of,
)
from claimtrace.annotate.references.sentences import Stop, comma_pieces, journal_likeness, stops
from claimtrace.annotate.references.vocabulary import LITTLE_WORDS, MONTHS, folded
from claimtrace.text.letters import UPPER

_STORE = re.compile(
    r"\brepository\b|\b(?:arxiv|biorxiv|medrxiv|psyarxiv|socarxiv|chemrxiv|ssrn|preprints?)\b", re.IGNORECASE
)
_DAY_LAST = re.compile(
    rf"[,.(]\s?(?:\d{{1,2}}\.?\s(?:de\s)?{MONTHS}|{MONTHS}\.?(?:\s\d{{1,2}})?)(?:,?\s\d{{4}})?\)?$|"
    r"[,(]\s?(?:\d{1,2}[./]\d{1,2}[./])?(?:19|20)\d\d\)?$",
    re.IGNORECASE,
)
_IMPRINT_BRACKET = re.compile(rf"\s\((?=[^()]*(?:(?<![–-])\b(?:1[5-9]|20)\d\d\)|:\s[{UPPER}]))")
_CITY_BRACKET = re.compile(rf"\s\((?P<city>[{UPPER}][^(),]+),\s[{UPPER}][^()]+\)")
_COLON = re.compile(r":\s")
_STATE = re.compile(
    r"[A-Z]{2}|(?:Ala|Ariz|Ark|Calif?|Colo|Conn|Del|Fla|Ga|I[Il]l|Ind|Iowa|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|"
    r"Nev|Ohio|Okla|Ore|Pa|Tenn|Tex|Utah|Va|Vt|Wash|Wis|Wyo)\.?"
)


def is_container(piece: str) -> bool:
    """Whether a piece is the name of something that holds parts rather than a publisher's."""
    if _STORE.search(piece):
        return True
    if ":" in piece or is_country(piece):
        return False
    if is_proceedings(piece) or is_newspaper(piece):
        return True
    return journal_likeness(piece) > 1.8 and not is_publisher(piece)


def could_be_site(piece: str) -> bool:
    """Whether a piece could be a site's or a magazine's name: a few capitalised words, no publisher's, no place's."""
    words = piece.split()
    called = len(words) <= 5 and words[0][:1].isupper() and folded(words[0]) in LITTLE_WORDS  # "Le Phare du soir"
    if len(words) > 6 or "," in piece or not (called or is_capitalised(piece)):
        return False
    return not (is_publisher(piece) or is_place_and_publisher(piece) or is_city(piece))


def site_behind(title: str) -> tuple[int, int] | None:
    """The end of a title and the start of a site's name that a comma parts: "What the storm cost, Ledger Room"."""
    start, end = comma_pieces(title)[-1]
    if not start:
        return None
    small = sum(word[0].islower() and folded(word) not in LITTLE_WORDS for word in title[:start].split())
    if small < 2 or len(title[start:end].split()) > 4 or not is_capitalised(title[start:end]):
        return None
    return title.rfind(",", 0, start), start


def begins_imprint(text: str, stop: Stop, marks: list[Stop]) -> bool:
    """Whether a publisher or a container stands between this full stop and the next."""
    piece = text[stop.right : next((other.left for other in marks if other.left > stop.right), len(text))]
    return is_publisher(piece) or is_place_and_publisher(piece) or is_container(piece)


def imprint_start(text: str, limit: int) -> int:
    """Where place, publisher or date begin behind a container's name, which ends at ``limit`` at the latest."""
    text, open_ended = text[:limit], limit == len(text)
    bracket = _IMPRINT_BRACKET.search(text)
    best = bracket.start() if bracket else len(text)
    if (placed := _CITY_BRACKET.search(text[:best])) and is_city(placed["city"]):
        best = placed.start()
    marks = [stop for stop in stops(text[:best]) if stop.strong and stop.left > 3]
    ends = (stop for stop in marks if (open_ended and stop.mark == ".") or begins_imprint(text, stop, marks))
    best = next((stop.left for stop in ends), best)
    best = min(best, _city_start(text[:best]))
    semicolon = text.find("; ")
    if 3 < semicolon < best:
        best = semicolon
    pieces = comma_pieces(text[:best])
    for at in range(1, len(pieces)):
        start, end = pieces[at]
        before = text[: start - 1].rstrip(" ,")
        if is_city(text[start:end]) and at + 1 < len(pieces):
            return len(before)
        if len(before.split()) < 3 and not is_proceedings(before):
            continue
        following = text[slice(*pieces[at + 1])] if at + 1 < len(pieces) else ""
        piece = text[start:end]
        if is_imprint(piece) or is_country(following) or is_place_and_publisher(piece):
            return len(before)
    return best


def _city_start(text: str) -> int:
    """Where a city begins that a colon follows, though no mark stands before it; the text's end where none does."""
    for colon in _COLON.finditer(text):
        before = text[: colon.start()].rsplit(" ", 3)
        for count in range(1, len(before)):
            if is_city(" ".join(before[-count:])) and " ".join(before[:-count])[-1:].isalpha():
                return len(" ".join(before[:-count]))
    return len(text)


def before_place(text: str) -> tuple[int, int] | None:
    """The end of a title that publisher, city and country follow, parted by commas, and where these begin."""
    pieces = comma_pieces(text.rstrip(" ,."))
    words = [text[start:end] for start, end in pieces]
    while words and edition_at(" " + words[-1], 0) > len(words[-1]):
        words.pop()
    if len(words) < 4 or not is_country(words[-1]):
        return None
    at = len(words) - (3 if _STATE.fullmatch(words[-2]) else 2) - 1
    while at > 1 and is_publisher(words[at - 1]) and words[at - 1][0].isupper():
        at -= 1
    if at < 1:
        return None
    start = pieces[at][0]
    return text.rfind(",", 0, start), start


def without_imprint(text: str) -> tuple[str, str | None]:
    """A container, and the publisher that commas part from it: "Working Paper 3, Sea Bank, Rome, Italy"."""
    placed = before_place(text)
    return (text[: placed[0]], publisher_of(text[placed[1] :])) if placed else (text, None)


def without_day(container: str) -> str:
    """A newspaper's name without the day behind it: "The Selwyn Times, 3 May"."""
    return _DAY_LAST.sub("", container)
