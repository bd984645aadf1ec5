"""Words that say what a work is, beside its title: "[Data set]", "(Version 2.1)", "PhD thesis"."""

from __future__ import annotations

import re

_SQUARE = re.compile(
    r"\[[^\[\]]*(?:thesis|dissertation|software|data\s?set|preprint|code\b|film|video|podcast|paper|report|presentation|"
    r"poster|review of|blog|tweet|press release|manuscript|arbeit|tesis|thèse|mobile app|www document|online|internet|"
    r"en ligne|en línea|motion picture|interview|lecture|slides|fact sheet|editorial|abstract)[^\[\]]*\]",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\((?:version|release|latest|v\.?\s?\d|(?:working|research|discussion|white|policy|occasional)\s(?:paper|brief)|"
    r"(?:technical |research )?report\b|publication\sno|unpublished|(?:ph\.?d\.?|master.?s|doctoral)\s|"
    r"(?:tesis|thèse|tese|tesi|dissertation|dissertação|diss\.)\b)[^()]*\)",
    re.IGNORECASE,
)
_MARK_OF_KIND = re.compile(r"\s?\[(?:[JMDCRNPSZGA]|(?:J|M|C|N|R|DB|EB|CP)/OL|DB|CP)\](?:(?=\s?[./,])|$)")  # GB/T 7714
_PATENT = re.compile(
    r"(?:(?:\b(?:US|U\.\s?S\.|European|German|French|British|Japanese|Chinese|Korean|Int(?:ernational|\.)?)\s)"
    r"Pat(?:ent|\.)(?:\sAppl(?:ication|\.))?(?:\s(?:No|Nr|Number)\b\.?)?|\bPatent\s(?:No|Nr)\.?)\s?"
    r"(?:[A-Z]{2}\s?)?\d[\d ,/.]*\d(?:\s?[A-Z]\d?\b)?"
)
_SERIES = re.compile(
    r"\s\(=\s[^()]+\)|,?\s(?:coll\.|colección|coleção|collana)\s(?:«[^»]+»|“[^”]+”|\"[^\"]+\")", re.IGNORECASE
)
_CHAPTER = re.compile(r",\s(?:ch|chap)\.\s\d{1,3}(?=[.,]|$)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NUMBERED = re.compile(r"[.,;]\s(?P<kind>(?:technical )?report (?:number|no\.?|nr\.?):?\s?[\w/-]+)\.?$", re.IGNORECASE)
_THESIS = re.compile(
    r"(?<=[.,?!”\"’])\s(?P<thesis>(?:unpublished\s)?"
    r"(?:(?:ph\.?\s?d\.?|m\.?\s?(?:sc|a|phil)\.?|d\.?phil\.?|doctoral|doctor.?s|master.?s?|bachelor.?s?)\s)?"
    r"(?:thesis|dissertation|diss\.|dissertação|tese|tesis(?:\sdoctoral)?|thèse(?:\sde\sdoctorat)?|diplomarbeit|"
    r"masterarbeit|habilitationsschrift))(?=[.,;\s(]|$)[.,]?",
    re.IGNORECASE,
)
_NAMES_THESIS = re.compile(
    r"\b(?:thesis|dissertation|diplomarbeit|masterarbeit|bachelorarbeit|habilitation\w*|thèse|tesis|tese)\b|\bdiss\.",
    re.IGNORECASE,
)
_SPACE_BEFORE_MARK = re.compile(r"\s+(?=[.,;]|$)")


def take_descriptions(text: str) -> tuple[str, str]:
    """A text without words that say what the work is, and these words.

    >>> take_descriptions("Tide tables [Data set]. Sea Archive")
    ('Tide tables. Sea Archive', '[Data set]')
    """
    said: list[str] = []
    text = _CHAPTER.sub("", _SERIES.sub("", _MARK_OF_KIND.sub("", text)))
    if patent := _PATENT.search(text):
        said.append("patent")
        text = text[: patent.start()] + " ".join(_YEAR.findall(text, patent.end()))
    for opener, pattern in (("[", _SQUARE), ("(", _ROUND)):
        if opener in text and (found := pattern.findall(text)):
            said.extend(found)
            text = _SPACE_BEFORE_MARK.sub("", pattern.sub(_left_over, text)).replace("..", ".")
    if thesis := _THESIS.search(text, 3):
        said.append(thesis["thesis"])
        text = f"{text[: thesis.start()]} {text[thesis.end() :].lstrip()}"
    if numbered := _NUMBERED.search(text, 3):
        said.append(numbered["kind"])
        text = text[: numbered.start()]
    return text, " ".join(said)


def _left_over(description: re.Match[str]) -> str:
    """What a bracket holds behind the kind of a thesis: "(PhD thesis, Selwyn University, 2001)"."""
    kind, comma, behind = description.group()[1:-1].partition(", ")
    return f". {behind}" if comma and names_thesis(kind) else ""


def names_thesis(words: str) -> bool:
    """Whether words say that a work is a thesis."""
    return bool(_NAMES_THESIS.search(words))
