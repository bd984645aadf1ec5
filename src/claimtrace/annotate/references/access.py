"""Words about how a work is reached: "Available at", "accessed 3 May 2019", "PMID: 123", "[CrossRef]"."""

from __future__ import annotations

import re

from claimtrace.annotate.references.vocabulary import MONTHS

HOLE = "\ue000"  # stands where an address was, till what led to it is gone too

_DAY = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[-./]\d\d?[-./]\d\d?|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s?(?:de\s)?)?{MONTHS}\.?"
    rf"(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?,?\s?(?:de\s)?\d{{4}}|\d{{4}}\s{MONTHS}\.?(?:\s\d{{1,2}})?)"
)
_DATE = rf"(?:{_DAY}|\d{{4}})"
_ACCESSED = (
    r"(?:last\s)?(?:date\s)?(?:accessed|retrieved|visited|viewed|checked|cited|access(?:\sdate)?|consulté|consultado|"
    r"consulta|consultato|acedido(?:\sem)?|aufgerufen|zitiert|recuperado|accedido|abgerufen|zugriff|zuletzt\s\w+|abruf|zugegriffen|citado|geciteerd|accesat|accesso|"
    r"acesso(?:\sem)?|geraadpleegd|stand)"
)
_NOTE_STEMS = (
    "acce", "retriev", "visited", "viewed", "checked", "cite", "cita", "consult", "recuper", "abger", "zug", "zuletzt",
    "abruf", "acess", "geraad", "stand", "acedido", "aufger", "zitiert",
)  # fmt: skip
_IN_BRACKETS = re.compile(rf"[(\[](?:[^()\[\]]{{0,24}}\s)?{_ACCESSED}\b[^()\[\]]{{0,60}}[)\]]", re.IGNORECASE)
_WITH_DATE = re.compile(
    rf"\b{_ACCESSED}:?(?:\s(?:on|at|am|le|el|em|in|il|op))?:?\s{_DATE}(?:,?\s(?:from|de|von))?", re.IGNORECASE
)
_DAY_BEHIND = re.compile(rf"[.,;]?\s[(\[]{_DAY}[)\]]", re.IGNORECASE)
_LEAD = re.compile(
    r"[\s(\[<,;]*(?:from\s(?:the\s)?(?P<site>[^.,;:]{2,40})\swebsite[\s:]*)?(?:\[online\][.,:]?\s?)?"
    r"(?:(?:also\s)?(?:available|disponible|disponível|verfügbar|erhältlich|online|retrieved|accessed|recuperado|at|from|url|"
    r"doi|see|unter|web|preprint|crossref|link)\b[\s:.]*(?:online|from|at|via|en|em|de|unter|under|on|url|in)?[\s:.]*)*"
    r"[\[(<]*$",
    re.IGNORECASE,
)
_LEFTOVER_LIKELY = re.compile(r"PM|ISBN|ISSN|OCLC|Epub|Medline|\[[A-Z]|dvance")
_LEFTOVER = re.compile(
    r"\[?\b(?:PMID|PMCID|PubMed PMID|Medline|ISBN(?:-1[03])?|ISSN|OCLC|PMC)\b:?\s?[\dX–-]*(?:PMC)?[\dX–-]*\]?\.?|"
    r"\[(?:CrossRef|PubMed|PMC free article|Google Scholar|Green Version|Online|Internet|Medline|Web of Science)\]|"
    r"\badvanced? online publication\b\.?|\bEpub(?:\sahead of print)?(?:\s(?:\d{4}[/\s-][\w/-]+|\d\d/\d\d))?\.?",
    re.IGNORECASE,
)
_LOOSE_MARKS = re.compile(r"(?:\s[.,;]+)+\s*$")
_MARKS_BEFORE = re.compile(r"[\s,;]+(?=\x00)")
_LONGEST_LEAD = 90


def without_access(text: str) -> str:
    """A text without words of access; ``HOLE`` marks where an address was cut out.

    >>> without_access("Tides. Sea Press. Available at: \\ue000 (accessed 3 May 2019)").strip()
    'Tides. Sea Press.'
    """
    lowered = text.casefold()
    if any(stem in lowered for stem in _NOTE_STEMS):
        text = _cut(_WITH_DATE, _cut(_IN_BRACKETS, text))
    while (at := text.find(HOLE)) >= 0:
        start = max(0, at - _LONGEST_LEAD)
        lead = _LEAD.search(text, start, at)
        site = f". {lead['site']} " if lead and lead["site"] else " "
        behind = text[at + 1 :].lstrip(">)]")
        if date := _DAY_BEHIND.match(behind):
            behind = behind[date.end() :]
        text = text[: lead.start() if lead else at] + site + behind
    if _LEFTOVER_LIKELY.search(text):
        text = _cut(_LEFTOVER, text)
    return _LOOSE_MARKS.sub("", text)


def _cut(pattern: re.Pattern[str], text: str) -> str:
    """A text without what the pattern finds, nor the comma or semicolon before it."""
    return _MARKS_BEFORE.sub("", pattern.sub("\x00", text)).replace("\x00", "")
