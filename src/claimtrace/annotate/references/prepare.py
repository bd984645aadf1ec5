"""An entry made ready for reading: label, stray accents and what is printed behind it are gone."""

from __future__ import annotations

import re
import unicodedata

from claimtrace.text.accents import compose
from claimtrace.text.letters import LOWER, UPPER

_LIMIT = 3000  # characters: longer entries are two that were not parted, or no entries at all
_INVISIBLE = re.compile("[\x00\u200b-\u200f\u2060\ufeff\u00ad\ue000-\uf8ff]")  # the last are a font's own letters
_LABEL = re.compile(
    rf"\s*(?:\[\d{{1,4}}\]|\(\d{{1,3}}\)|\d{{1,3}}\s?[.)](?!\d)|\[[{UPPER}][\w+]{{1,12}}\d{{2}}[a-z]?\]|"
    rf"\d{{1,3}}(?=\s+(?:[{UPPER}]|van\s|von\s|de\s|der\s|al-|el-|d['’][{UPPER}])))\s*"
)
_BULLET = re.compile(r"[\s•·▪►*†‡]+|[-–]\s+")
_YEAR_OF_ANOTHER = re.compile(r"\((?:19|20)\d\d\)\.?\s+(?=[^()]{10,1500}\((?:19|20)\d\d)")  # its line was cut off
_SHORT_FORM = re.compile(
    rf"[{UPPER}][^:=\d()]{{2,60}}\s(?:19|20)\d\d[a-z]?\s[:=]\s(?=[{UPPER}])"
)  # "Ray 2001 = Ray, A."
_SHORT_NAME = re.compile(  # "RAY et al. 2001: A. Ray, C. Lee, ...", where the name comes again
    rf"(?P<name>[{UPPER}][\w’'-]+)[^:,\d]{{0,60}}\s(?P<year>(?:19|20)\d\d)[a-z]?\s?[:,=]\s(?=[{UPPER}])"
)
_BEFORE_AN_ENTRY = (_LABEL, _YEAR_OF_ANOTHER, _BULLET, _SHORT_FORM)

_FRANKFURT = re.compile(r"\bFrankfurt(?:/|\s?a\.\s?)M\.(?=[:,])")  # its full stop ends nothing
_GLUED_COLON = re.compile(rf"(?<=[{LOWER}]{{2}}):(?=[{UPPER}][{LOWER}])")
_SECOND_MARK = re.compile(
    rf"(?:(?<=[{LOWER}]{{3}}[.?!,])|(?<=[)”»?!]\.))(?:\s?[–—-]|:)\s(?=[{UPPER}«“\"])"
)  # "On tides. – Sea"

_ACCENT = "´`ˆ¨˜¸˚ˇ˘˙"
_COMBINING = "\u0300-\u036f"
_NAME_ACCENT = re.compile(rf"\b([{UPPER}][^\W\d_]*(?:-[{UPPER}][^\W\d_]*)?) ([{_ACCENT}]) (?=[aeiouyı])")  # "Lar ´ ez"
_LOOSE_ACCENT = re.compile(rf"(?<=[\s,]) ?[{_ACCENT}] (?=\S)|(?<=\w) [{_ACCENT}] ?(?=[,.])")
_PARTED_ACCENT = re.compile(rf"(?<=[^\W\d_])([{_ACCENT}]) (?=[a-zı])")
_LAST_ACCENT = re.compile(rf"[{_ACCENT}]\s?(?=[,.;:)])")
_PARTED_COMBINING = re.compile(rf"(?<=[^\W\d_]) [{_COMBINING}] ?(?=ı)")
_LOOSE_COMBINING = re.compile(rf"(?<= )[{_COMBINING}]+ ?")

_NOTICE = re.compile(
    r"\s(?:©\s?(?:The\s|\d{4})|This article is (?:an open|available|published)|Cite this article as|"
    r"Submit your (?:next )?manuscript|"
    r"Publisher.s Note|How to cite this article|Conflicts? of interest).*$",
    re.IGNORECASE,
)
_WHAT_IT_SAYS = re.compile(
    r"(?<=(?:19|20)\d\d\)) \((?:[a-z]+ing|[“\"])[^()]*(?:\([^()]*\)[^()]*)*\)(?=\.?$)"
)  # of a legal note
_LANGUAGE = re.compile(
    r"[,;.]?\s[(\[]?in\s(?:arabic|chinese|croatian|czech|danish|dutch|english|finnish|french|german|greek|hebrew|hungarian|"
    r"italian|japanese|korean|norwegian|persian|polish|portuguese|romanian|russian|serbian|spanish|swedish|turkish|ukrainian)"
    r"(?:\swith\s[^()]{3,40})?[)\]]?\.?(?=\s*(?:$|https?:|doi))",
    re.IGNORECASE,
)


def prepare(raw: str) -> str:
    """The text of an entry without its label, with plain spaces and composed letters.

    >>> prepare("[12]  Ray, A. (2001). On tides.")
    'Ray, A. (2001). On tides.'
    """
    text = " ".join(_INVISIBLE.sub("", raw[: 2 * _LIMIT]).split())[:_LIMIT]
    text = unicodedata.normalize("NFC", text)
    if any(accent in text for accent in _ACCENT):
        text = _NAME_ACCENT.sub(r"\1\2", text)
        text = _LOOSE_ACCENT.sub("", text)
        text = _LAST_ACCENT.sub("", compose(_PARTED_ACCENT.sub(r"\1", text)))
    if _LOOSE_COMBINING.search(text):
        text = _LOOSE_COMBINING.sub("", _PARTED_COMBINING.sub("", text)).replace("ı", "i")
    text = _FRANKFURT.sub("Frankfurt", _without_short_name(text))
    for before in _BEFORE_AN_ENTRY:
        if match := before.match(text):
            text = text[match.end() :]
    text = _GLUED_COLON.sub(": ", text)
    text = _WHAT_IT_SAYS.sub("", _NOTICE.sub("", text))
    return _SECOND_MARK.sub(" ", _LANGUAGE.sub("", text)).strip()


def _without_short_name(text: str) -> str:
    """An entry without the short name before it; the year that only this gives goes to the end."""
    short = _SHORT_NAME.match(text)
    rest = text[short.end() :] if short else ""
    if not short or short["name"].casefold() not in rest[:60].casefold():
        return text
    return rest if short["year"] in rest else f"{rest.rstrip(' .')}, {short['year']}."
