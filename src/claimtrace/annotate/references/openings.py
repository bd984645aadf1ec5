"""The second witness of where entries begin: what they say.

Labels that count up; else lines that begin as entries do (names, then a year) behind a line that ends as entries do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from claimtrace.annotate.references.heads import read_head
from claimtrace.annotate.references.sentences import place_follows
from claimtrace.knowledge.wordings import undated
from claimtrace.text.letters import UPPER

_ADDRESS_LAST = re.compile(  # the rest of a long address
    r"(?:^|\s)(?=\S*[/.-])(?=\S*\d)[\w./()<>;:#%&=?~-]{5,}$|^[\w./-]+$"
)
_LINES_TO_YEAR = 4
_CLEARLY = 0.1  # by so much an entry
_LABEL = re.compile(
    r"^(?:\[(?P<bracket>\d{1,4})\]|\((?P<round>\d{1,4})\)|(?P<point>\d{1,4})\.(?!\d)|(?P<bare>\d{1,3})(?=\s+[^\W\d_]))\s*"
)
_KEY = re.compile(r"^\[(?P<key>[A-Z][A-Za-z+]{1,7}\d{2}[a-z]?)\]\s*")
YEAR = re.compile(rf"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|{undated('no date', 'to come')}", re.IGNORECASE)
NAME_START = re.compile(
    rf"^(?:[—–_-]{{2,}}|(?:(?:van|von|de|der|den|di|da|del|la|le|el|al|ten|ter|bin|dos|du|st\.?)\s+|[dl]['’])*[{UPPER}][\w'’.-]*"
    rf"(?:[ -][{UPPER}][\w'’.-]*){{0,8}}[,.:;( ])"
)
_ADDRESS = re.compile(r"(?:https?:|www\.|doi:?\s*10\.|10\.\d{4})\S*(?:\s+\S*[/\d]\S*)?", re.IGNORECASE)
_INITIALS = re.compile(rf"^[^.]{{2,60}}?,\s*[{UPPER}]\.|^(?:[{UPPER}]\.[ -]?)+\s*[{UPPER}][\w'’-]+")


def labelled_starts(words: Sequence[str]) -> list[int]:
    """The lines whose labels count up by one, if the list is labelled at all."""
    best: list[int] = []
    for kind in ("bracket", "round", "point", "bare"):
        starts: list[int] = []
        expected: int | None = None
        for at, text in enumerate(words):
            match = _LABEL.match(text)
            if not match or match[kind] is None:
                continue
            number = int(match[kind])
            if (expected is None and number in (1, 2)) or number == expected or _skips(number, expected):
                starts.append(at)
                expected = number + 1
        if len(starts) > len(best):
            best = starts
    keyed = [at for at, text in enumerate(words) if _KEY.match(text)]
    best = max(best, keyed, key=len)
    return best if len(best) >= 2 and best[0] <= 3 else []


def _skips(number: int, expected: int | None) -> bool:
    """A label or two may be lost or printed amiss."""
    return expected is not None and expected < number <= expected + 2


def by_words(words: Sequence[str]) -> list[int]:
    """Lines that begin as entries do, behind a line that ends as entries do."""
    return [at for at in range(len(words)) if at == 0 or (ended(words[at - 1]) and begins_entry(words, at))]


def begins_entry(words: Sequence[str], at: int) -> bool:
    """Whether names begin here, with a year behind them, or a line or two further on."""
    if not NAME_START.match(words[at]) or not YEAR.search(" ".join(words[at : at + _LINES_TO_YEAR])):
        return False
    if place_follows(words[at], 0):
        return False
    if _INITIALS.match(words[at]):
        return True
    head = read_head(" ".join(words[at : at + 2]))
    people = any(author.family for author in head.authors)
    named = any(author.family and author.given for author in head.authors)
    closed = (people and head.closing in ("period", "quote")) or (named and head.closing == "colon")
    return head.same_authors or bool(head.authors and head.date) or closed


def _label_of(text: str) -> tuple[str, int] | None:
    """The label with which an entry begins, and where its words start."""
    if match := _LABEL.match(text):
        return next(group for group in match.groups() if group), match.end()
    if match := _KEY.match(text):
        return match["key"], match.end()
    return None


def without_label(raw: str, labelled: bool) -> tuple[str, str | None]:
    """The words of an entry and its label; without brackets a label is believed only in a list that counts."""
    label = _label_of(raw)
    return (raw[label[1] :], label[0]) if label and (labelled or "[" in raw[:2]) else (raw, None)


def goes_on(text: str) -> bool:
    """Whether a line cannot begin an entry: it starts with a small letter that is no particle's."""
    return text[:1].islower() and not NAME_START.match(text) and not re.match(r"[a-z]+[A-Z]|\w+\.", text)


def ended(line: str) -> bool:
    """Whether a line ends as entries do."""
    return line.endswith((".", ")", "]")) or "http" in line or "doi" in line or bool(_ADDRESS_LAST.search(line))


def clearly_better(starts: Sequence[int], than: Sequence[int], words: Sequence[str]) -> bool:
    """Whether the pieces of one cut read more like one entry each than those of another, by a margin for each piece."""
    return plausible(starts, words) > plausible(than, words) + _CLEARLY * len(starts)


def plausible(starts: Sequence[int], words: Sequence[str]) -> float:
    """How much the pieces read like one entry each: a name at the head, one year or so, a fair length."""
    bounds = [*starts, len(words)]
    score = 0.0
    for first, end in itertools.pairwise(bounds):
        text = " ".join(words[first:end])
        years = len(YEAR.findall(_ADDRESS.sub(" ", text)))
        good = bool(NAME_START.match(text)) and 1 <= years <= 4 and 30 <= len(text) <= 700
        score += 1.0 if good else -1.0
        if _INITIALS.match(text):
            score += 0.25
        score -= 0.4 * max(0, len(re.findall(r"\((?:19|20)\d\d[a-z]?\)\.", text)) - 1)
    return score - (1.0 if starts and starts[0] != 0 else 0.0)
