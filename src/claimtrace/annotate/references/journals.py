"""Title and journal in what stands before a run of numbers; journals of law, whose volume stands before them."""

from __future__ import annotations

import re

from claimtrace.annotate.references.imprint import is_capitalised
from claimtrace.annotate.references.numbering import Numbers
from claimtrace.annotate.references.organisations import title_like
from claimtrace.annotate.references.pages import first_and_last
from claimtrace.annotate.references.sentences import Stop, is_abbreviation, journal_likeness, outside_brackets, stops
from claimtrace.annotate.references.vocabulary import LITTLE_WORDS, MONTHS, folded
from claimtrace.text.letters import UPPER

_COMMA = re.compile(r",\s+(?=\S)")
_JOURNAL_OF_LAWS = re.compile(
    rf"(?:[(\[](?P<year>\d{{4}})[)\]],?\s)?(?P<volume>\d{{1,4}})(?:\((?P<issue>\d+)\)|:(?P<number>\d+))?\s"
    rf"(?P<journal>(?!(?i:{MONTHS})\b)[{UPPER}][^\d(]{{2,80}}?),?\s(?:\((?P<later>\d{{4}})\)\s)?(?P<pages>\w?\d+(?:[–-]\w?\d+)?)"
    r"(?:,\s\d+(?:[–-]\d+)?)?(?:\s\((?P<last>\d{4})\))?[.,]?$"
)
_COLON = re.compile(r":\s+(?=\S)")
_SURE = 2.0  # of a cut, so that no other is looked for
_LIKE_A_JOURNAL = 1.6
_LONGEST_NAME = 250  # of a journal, in characters
_LONE_WORD = re.compile(rf",\s[{UPPER}]\w{{0,7}}$")
_PART_OF_A_NAME = re.compile(r"(?:Series|Ser|Part|Sect(?:ion)?|Suppl)\b")


def title_and_journal(text: str, closing: str) -> tuple[str, str] | None:
    """Where the title ends and the journal begins, the title empty in styles that print none.

    Args:
        text: the entry between its head and its numbers.
        closing: how the head ended: where it ended with a comma, so does the title.

    >>> title_and_journal("On tides. Ebb and flow. J. Sea Res.", "period")
    ('On tides. Ebb and flow', 'J. Sea Res.')
    """
    best, score = _best_cut(text, closing)
    whole = _as_journal_alone(text, closing)
    if whole >= max(score, 0.5) and len(text.split()) <= 8:
        return "", text
    if best is None or score < -0.5:
        return _by_abbreviations(text)
    return text[: best[0]], text[best[1] :]


def journal_of_laws(text: str) -> tuple[str, Numbers] | None:
    """A journal and its numbers in the order that lawyers use.

    >>> journal_of_laws("(2017) 12 Journal of Tides 201-19")[0]
    'Journal of Tides'
    """
    match = _JOURNAL_OF_LAWS.match(text)
    if not match:
        return None
    first, last = first_and_last(match["pages"])
    year = match["year"] or match["later"] or match["last"]
    issue = match["issue"] or match["number"]
    return match["journal"], Numbers(0, match["volume"], issue, first, last, int(year) if year else None)


def title_and_journal_of_laws(text: str) -> tuple[str, str, Numbers] | None:
    """Title, journal and numbers where only commas part them, and the year stands last.

    >>> title_and_journal_of_laws("On tides, 92 Sea L. Rev. 401, 417 (1999).")[:2]
    ('On tides', 'Sea L. Rev.')
    """
    for comma in _COMMA.finditer(text) if text.rstrip(".").endswith(")") else ():
        law = journal_of_laws(text[comma.end() :]) if text[comma.end()].isdigit() else None
        if law and law[1].year:
            return text[: comma.start()], *law
    return None


def _best_cut(text: str, closing: str) -> tuple[tuple[int, int] | None, float]:
    best: tuple[int, int] | None = None
    best_score = -9.0
    near = len(text) - _LONGEST_NAME
    marks = stops(text)
    for at, stop in enumerate(marks):
        if stop.right < near:
            continue
        score = _stop_score(text, stop, marks[at - 1] if at else None)
        if closing == "comma" and _LONE_WORD.search(text, max(0, stop.left - 12), stop.left):
            score -= 3.0  # ", Coast. Eng. Lett."
        if score >= best_score:
            best, best_score = (stop.left, stop.right), score
    for comma in _COMMA.finditer(text, max(0, near)):
        if not outside_brackets(text, comma.start()):
            continue
        score = journal_likeness(text[comma.end() :]) + (2.0 if closing == "comma" else -0.5)
        score -= 3.0 if _PART_OF_A_NAME.match(text, comma.end()) else 0.0
        if score > best_score:
            best, best_score = comma.span(), score
    if best_score < _SURE and (colon := _before_journal(text)):
        return colon.span(), _SURE
    return best, best_score


def _before_journal(text: str) -> re.Match[str] | None:
    """The colon that parts a title from its journal, where no full stop does: "On tides: Journal of the Sea"."""
    last = next(reversed(list(_COLON.finditer(text))), None)
    told = last and journal_likeness(text[last.end() :]) > _LIKE_A_JOURNAL
    return last if last and told and title_like(text[: last.start()]) else None


def _stop_score(text: str, stop: Stop, before: Stop | None) -> float:
    right = text[stop.right :]
    score = journal_likeness(right) + (3.0 if stop.strong else -1.5)
    if _PART_OF_A_NAME.match(right):
        score -= 3
    if stop.left < 6:
        score -= 1.5
    head, comma, tail = right.rpartition(", ")
    if comma and journal_likeness(tail) > 1 and (stop.mark != "." or not is_capitalised(head)):
        score -= 2.5  # the end of a title that only a comma parts from its journal
    segment = text[before.right : stop.left].split() if before and text[before.left - 1] != ")" else []
    if (
        0 < len(segment) <= 3
        and folded(segment[0]) not in LITTLE_WORDS  # an article begins a subtitle
        and all(word[0].isupper() for word in segment)
        and journal_likeness(" ".join(segment)) > 1.2
        and any(word[-1] == "." or is_abbreviation(word) or word.isupper() for word in (*segment, *right.split()))
    ):
        score -= 2.0  # "SEA Complement." before "Coast. Res."
    return score


def _as_journal_alone(text: str, closing: str) -> float:
    """How likely there is no title, and all is the journal's name."""
    words = [word for word in text.replace(",", " ").split() if word[:1].isalpha()]
    if len(words) > 3 and not is_capitalised(" ".join(words)):
        return -9.0
    score = journal_likeness(text) + (1.5 if closing in ("comma", "year") and len(words) <= 6 else -1.0)
    if words and all(is_abbreviation(word) or word.endswith(".") for word in words):
        score += 3
    return score


def _by_abbreviations(text: str) -> tuple[str, str] | None:
    """A journal's cut words at the end of a title whose full stop is missing."""
    words = text.split(" ")
    start = len(words)
    while start > 0 and words[start - 1] and is_abbreviation(words[start - 1]) and words[start - 1][:1].isupper():
        start -= 1
    if len(words) - start < 2 or start == 0:
        return None
    if start > 1 and words[start - 1][:1].isupper() and words[start - 2][:1].islower():
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])
