"""Where in a text the run of numbers stands: "2010;25(3):112-113", "12, no. 3 (2010): 1-20", "vol. 4, pp. 1-9"."""

from __future__ import annotations

import re

from claimtrace.annotate.references.vocabulary import MONTHS
from claimtrace.knowledge.wordings import undated

VOLUME = r"(?:v(?=\.\s?\d)|vol(?:ume[ns]?|s)?|bd|band|jg|jahrgang|tom[eo]?|t|т)\b\.?"
ISSUE = (
    r"(?:n(?=\.\s?\d)|n\.\s?[ºo°ª]|no|nos|nr|num|numero|núm(?:ero)?|number|issue|iss|n[°ºo˚ᵒ]|ausgabe|č|heft|h|fasc|cilt|sayı|vyp)\b\.?|"
    r"n[°º˚]|№"
)
PAGES = (
    r"(?:pp?(?=\d)|(?:pp?|ss?|pgs?|págs?|pags?|pages?|seiten?|str|с|art(?:icle|\.)?\s?(?:id|no|number|n[°º])?|artn|"
    r"paper(?:\sno)?|article)\b\.?\s?:?)"
)
SUPPLEMENT = r"(?:suppl(?:ement)?|special issue|spec(?:ial)?\.? (?:issue|no)|pt|part)\b\.?(?:\s?[\dIVX]{1,4})?"
_NUMBERING_WORD = re.compile(
    rf"(?:{VOLUME}|{ISSUE}|{PAGES}|{SUPPLEMENT}|{MONTHS}|v|n|zv|edn?|edition|aufl(?:age)?|id|spec(?:ial)?|online|"
    r"ahead of print)\.?",
    re.IGNORECASE,
)
_WORDS_WITHIN = re.compile(rf"{MONTHS}|suppl(?:ement)?|article|issue|volume|number|pages", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_NOT_NUMBERING = re.compile(r"[^\W\d_]{5,}|[/@#=%]")
_SLASHED = re.compile(r"\b\d{1,4}/\d{1,3}\b|abs/")
_NAME_WITH_DIGITS = re.compile(
    r"[A-Z]{2,}-\d|[A-Z][a-z]?\d+[A-Z][a-z]?\d|^(?!(?:No|Nr|Vol|Bd|Fasc|Issue|Iss|Art|Heft|Suppl|Núm|Num)\.)[A-Z][a-z]+\.\d|"
    r"^[A-Z][a-z]{2,}\d+,$"  # COVID-19, H2O2, "Biol.12,"
)
_GLUED = re.compile(r"(?<=[a-z]{2})[.,]{0,2}(?P<number>\d{1,4}(?:[,:;(].*)?)$")
ROMAN = r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"  # not "IL", "il"
_ROMAN = re.compile(rf"(?!.$)(?:{ROMAN}|{ROMAN.lower()})")
_MONTH = re.compile(MONTHS, re.IGNORECASE)
_YEAR_AHEAD = re.compile(r"[(\[]?(?:19|20)\d\d")
_NO_DAY = re.compile(r"(?:3[2-9]|[4-9]\d|\d{3,})\b|\d{1,2}\s?[(:]")
_YEAR_OR_DAY_BEFORE = re.compile(r"(?:19|20)\d\d[,;:(]?$|\d{1,2}\.?$")
_MEDICAL_YEAR = re.compile(r"\b(?:19|20)\d\d;")
_FIRST_WORD = re.compile(r"\S+[\s.,]+")
_DIGIT = re.compile(r"\d")
_PLAIN_RUN = re.compile(
    r"\b\d+\s?\(\d[^()]{0,12}\)\s?[:,]\s?\w?\d+|\b\d{1,4}, [A-Za-z]?\d+[–-]\d+|\b(?:19|20)\d\d;\s?\d+|\bvol\.?\s?\d+",
    re.IGNORECASE,
)
_TO_COME = re.compile(rf",?\s(?:{undated('to come', 'ahead')})\.?$", re.IGNORECASE)
_YEARS = re.compile(r"\((?:1[5-9]|20)\d\d[–-](?:1[5-9]|20)?\d\d\)")  # of what the title is about
_EDGES = "()[],;:.&–—-−‐ "
_MOST_PIECES = 40
_LONGEST_PIECE = 40


def run_at_end(text: str) -> tuple[int, int] | None:
    """The run of numbers that a text ends with.

    >>> run_at_end("J Sea Res. 1990;21(4):5-23.")
    (11, 26)
    """
    end = len(_TO_COME.sub("", text).rstrip(" .,;*"))
    start = _run_start(text, end)
    return (start, end) if start < end else None


def plainest_run(text: str) -> tuple[int, int] | None:
    """A run of numbers within a text, told by a form that nothing else has: "21(4):5-23", "1990;21"."""
    found = _PLAIN_RUN.search(text)
    if not found:
        return None
    end = _run_end(text, found.end())
    start = _run_start(text, end)
    return (start, end) if start < end else None


def _run_start(text: str, end: int) -> int:
    """Where the run that ends here begins; ``end`` if there is none."""
    start = pos = end
    for _ in range(_MOST_PIECES):
        while pos > 0 and text[pos - 1] == " ":
            pos -= 1
        gap = text.rfind(" ", 0, pos)
        piece = text[gap + 1 : pos]
        if not piece:
            break
        if not _is_numbering(piece) or _is_lone_month(piece, text[pos + 1 : pos + 8], text[:gap]):
            if start < end and (glued := _GLUED.search(piece)):
                start = gap + 1 + glued.start("number")
            break
        start = pos = gap + 1
    if medical := _MEDICAL_YEAR.search(text, start + 4, end):
        start = medical.start()  # what stands before belongs to the name: "Tides 2000 2013;12"
    if start == 0 and (word := _FIRST_WORD.match(text)):
        start = word.end()  # something must be numbered
    return start if _DIGIT.search(text, start, end) else end


def _run_end(text: str, pos: int) -> int:
    while pos < len(text):
        gap = text.find(" ", pos + 1)
        gap = len(text) if gap < 0 else gap
        if not _is_numbering(text[pos:gap].strip()):
            break
        pos = gap
    return pos


def _is_numbering(piece: str) -> bool:
    """Whether a piece between spaces can be part of a run: "12(3):1–20", "pp.", "(Suppl", "July-Sept;1(3)"."""
    core = piece.strip(_EDGES)
    if not core:
        return True
    if len(core) > _LONGEST_PIECE or _YEARS.search(piece):
        return False
    if not _DIGIT.search(core):
        return bool(_NUMBERING_WORD.fullmatch(core) or _ROMAN.fullmatch(core))
    if _LONG_WORD.search(core) or "uppl" in core:
        core = _WORDS_WITHIN.sub("", core)
    return not _NOT_NUMBERING.search(_SLASHED.sub("1", core)) and not _NAME_WITH_DIGITS.search(piece)


def _is_lone_month(piece: str, after: str, before: str) -> bool:
    """Whether a month's word has no year or day beside it: then it is part of a name ("Revista del Mar, 12")."""
    if not _MONTH.fullmatch(piece.strip(_EDGES)):
        return False
    if piece[-1:].isalpha() and (volume := _NO_DAY.match(after)) and not _YEAR_AHEAD.match(volume.group()):
        return True  # "Estudios del Mar 63 (2007)"
    counted = after[:1].isdigit() or after.startswith(("pp", "p.", "S."))
    if counted and (before[-1:].isdigit() or before[-2:-1].isdigit()):
        return False  # "82, March, pp. 1-9"
    day = after[:1].isdigit() and not after[2:3].isdigit() and not piece.endswith((",", ";"))
    return not (day or _YEAR_AHEAD.match(after) or _YEAR_OR_DAY_BEFORE.search(before[-8:]))
