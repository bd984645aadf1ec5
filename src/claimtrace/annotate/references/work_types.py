"""The type of a work, told by the words and fields of its entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.annotate.references.descriptions import names_thesis
from claimtrace.annotate.references.imprint import is_institution, is_newspaper, is_proceedings

_LEGAL = re.compile(
    r"\b[AES]/(?:RES/|C\.\d|HRC/|CONF\.?|\d{1,3}/)[\w./-]*\d|\bU\.?N\.?T\.?S\.?\b|\bU\.S\.C\.|\bPub\. ?L\.|"
    r"\bDirective\s\(?(?:EU\)?\s)?\d|\bRegulation\s\((?:EU|EC)\)|\bCase\s[CT]-\d+|\bUN Doc\b|"
    r"\b(?:v|vs)\.\s[A-Z].{3,60}\b(?:U\.S\.|F\.\dd|I\.?C\.?J\.?|ECHR|ECR|EWCA|UKSC|SCC)\b|"
    r"\bTreaty\b.{0,60}\b(?:signed|opened|entered|UNTS|TIAS)\b|\bBundesgesetzblatt\b|\bBGBl\b|\bO\.?J\.?\s?[LC]\s?\d+|"
    r"\bStat\.\s\d+|\bUnited States Code\b|\bAct\s(?:of\s)?(?:19|20)\d\d\b"
)
_REPORT_OF = re.compile(r"\b[Rr]eport of the (?:Secretary|Group|Panel|Committee|Special|Open-ended|Working)")
_REPORT_TITLE = re.compile(r"\b[Rr]eport (?:of|on|by|to)\b")
_REPORT = re.compile(
    r"\b(?:technical report|tech\. rep|report no|rapport|working paper|white paper|policy (?:brief|paper)|"
    r"discussion paper|research report|annual report|fact\s?sheet|tech(?:nical)? note|"
    r"issue brief|briefing|forschungsbericht|informe)\b",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:conference|conf|symposium|symp|workshop|congress|meeting|tagung|kongress)\b", re.IGNORECASE
)
_PREPRINT = re.compile(r"\b(?:arxiv|biorxiv|medrxiv|ssrn|preprint|psyarxiv|socarxiv|chemrxiv|corr)\b", re.IGNORECASE)
_SOFTWARE = re.compile(
    r"\b(?:computer software|software|source code|github|gitlab|r package|python package|python library|"
    r"computer program|mobile app)\b|\bversion\s\d+\.\d|\bv\d+\.\d+\.\d",
    re.IGNORECASE,
)
_DATASET = re.compile(r"\b(?:data\s?sets?|dataverse|pangaea|dryad|figshare|database)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clues:
    """What tells the type of a work."""

    words: str  # the entry without its identifiers
    described: str
    container: str
    publisher: str
    volume: bool
    paged: bool
    placed: bool  # a place or a publisher stands behind the title
    part: bool  # stands in a book or in proceedings
    law: bool
    doi: bool
    arxiv: bool
    url: str
    dated_by_day: bool
    body_wrote: bool


def type_of(clues: Clues) -> str | None:
    """The type of a work, ``None`` where nothing in its entry tells."""
    return _as_called(clues) or _as_part(clues) or _as_words_tell(clues) or _as_held(clues)


def _as_called(clues: Clues) -> str | None:
    """The type that the entry itself names, or that the form of a law gives."""
    if names_thesis(clues.described):
        return "thesis"
    if _DATASET.search(clues.described):
        return "dataset"
    if _SOFTWARE.search(clues.described):
        return "software"
    if clues.law or (not clues.volume and _LEGAL.search(clues.words)):
        return "report" if _REPORT_OF.search(clues.words) else "legal"
    return None


def _as_part(clues: Clues) -> str | None:
    """The type that a container tells."""
    container = clues.container
    if is_newspaper(container) and not (clues.volume or clues.doi):
        return "news"
    if is_proceedings(container) and (clues.part or not clues.volume or _CONFERENCE.search(container)):
        return "paper-conference"
    if clues.part:
        return "webpage" if clues.url and not (clues.doi or clues.paged or clues.publisher) else "chapter"
    if _PREPRINT.search(container) or _PREPRINT.search(clues.publisher):
        return "preprint"
    if clues.arxiv and not (container and clues.volume):
        return "preprint"
    return "article" if container and (clues.volume or clues.paged) else None


def _as_words_tell(clues: Clues) -> str | None:
    if names_thesis(clues.words):
        return "thesis"
    if _SOFTWARE.search(clues.words):
        return "software"
    if _DATASET.search(clues.publisher) or (clues.doi and _DATASET.search(clues.words)):
        return "dataset"
    return "report" if _REPORT.search(clues.words) else None


def _as_held(clues: Clues) -> str | None:
    """The type told by who brought the work out, and by where it lies."""
    if clues.container:
        online = bool(clues.url) and not clues.doi
        return "webpage" if online else "news" if clues.dated_by_day and not clues.doi else "article"
    if clues.publisher or (clues.placed and not clues.url):
        return "report" if clues.body_wrote or is_institution(clues.publisher) else "book"
    if not clues.url:
        return None
    printed = clues.body_wrote and clues.url.casefold().endswith(".pdf")
    return "report" if printed or _REPORT_TITLE.search(clues.words) else "webpage"
