"""Laws, treaties, judgments and documents of the United Nations: a title, then where the text is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrace.annotate.references.pages import Pages, labelled_pages
from claimtrace.text.letters import UPPER

_SYMBOL = (
    r"(?:[AES]|TD|CCPR|CERD|HRC|FCCC|UNEP|DP|CD)/"
    r"(?:RES|C\.\d|HRC|CONF\.?|SR|PV|ES|INF|CN\.\d|\d{1,4})[\w./-]*\d(?:/[\w.]+)?"
)
_REPORTER = (
    r"\d+\s(?:U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?|U\.\s?S\.\s(?=\d|___)|S\.\s?Ct\.|F\.\s?\d?d?\.?(?:\s?Supp\.)?|"
    r"I\.?L\.?M\.?\s|I\.?L\.?R\.?\s|T\.?I\.?A\.?S|Stat\.|U\.\s?S\.\s?C|CETS|ETS\s|E\.?C\.?R\.?\s)"
)
_PRINTED = re.compile(
    rf"\(?(?:U\.?N\.?\sDoc(?:ument)?\.?|Doc(?:ument)?\.?)\s(?=[A-Z]+/)|[(,.;\s]\s?{_SYMBOL}|[,.]\s{_REPORTER}|"
    r"\sEU:[CTF]:(?=\d{4})|,\sCase\sNos?\.\s|"
    r"\[(?:19|20)\d\d\]\s(?:OJ|O\.J\.|\d\s[A-Z]|[A-Z]{2,})|[,.(]\s?(?:OJ|O\.\s?J\.)\s[LC]?\s?\d|\(?BGBl\.|"
    r"\bPub\.\s?L\.|\bETS\sNo|§\s?\d|\bECLI:|"
    r"[,(]\s?(?:opened for signature|adopted|signed|done (?:at|on)|concluded|entered into force)\b|"
    r",\s(?:19|20)\d\d\s(?:E\.?C\.?R|I\.?C\.?J)\.?"
)
_BEGINS = re.compile(
    r"(?:(?:Commission |Council |Joint |Implementing |Delegated |Framework )*(?:Regulation|Directive|Decision)\s"
    r"(?:\((?:EU|EC|EEC|CFSP|JHA|Euratom)[\w, ]*\)|No|\d)|"
    r"Case\s[A-Z0-9]|Resolution\s\d|Public Law\s|Loi n|Ley \d|Gesetz\s|Treaty\s|"
    r"(?:UN\s?)?(?:GA|SC|HRC)\sRes(?:olution)?\b|Convention\s|Protocol\s|"
    r"Charter\s|Vienna Convention|Geneva Convention|Statute of\s|Law No|Act No)"
)
_CASE = re.compile(rf"[{UPPER}][\w.&’'()-]*\sv(?:s)?\.?\s(?:the\s)?[{UPPER}]|^In re\s")
_SYMBOL_ONLY = re.compile(_SYMBOL)
_YEAR = re.compile(r"(?<![\d/])((?:1[6-9]|20)\d\d)(?![\d/])")
_YEAR_OF_LAW = re.compile(r"\b((?:19|20)\d\d)/\d+|\b\d+/((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Law:
    """A legal text: its title, the year that stands first behind it, the pages on which it is printed."""

    title: str
    year: int | None
    pages: Pages | None


def read_law(text: str, *, named: bool) -> Law | None:
    """A legal text, ``None`` where the words are no law's.

    Args:
        text: an entry, or what stands behind the body that made the law.
        named: whether its first words must name a law or a case; else the symbol of a document is enough.

    >>> read_law("Ray v. Port Authority, 410 U.S. 113 (1973).", named=True).title
    'Ray v. Port Authority'
    """
    called = _BEGINS.match(text) or _CASE.search(text, 0, 200)
    printed = _PRINTED.search(text, 8, 600) if called or (not named and "/" in text) else None
    if printed is None:
        return None
    symbol = not named and _SYMBOL_ONLY.search(text, printed.start(), printed.end() + 30)
    if not symbol and not called:
        return None
    title = text[: printed.start()].strip(" ,.;([")
    behind = text[printed.start() :]
    year = _YEAR.search(behind) or _YEAR_OF_LAW.search(title) or _YEAR.search(title)
    when = next((group for group in year.groups() if group), None) if year else None
    return Law(title, int(when) if when else None, labelled_pages(behind))
