"""DOI, arXiv number and web address of an entry, mended where a line's end has cut them, and the entry without them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from claimtrace.annotate.references.access import HOLE, without_access

_BROKEN_SCHEME = re.compile(r"\b(https?)\s?:\s?/\s?/\s?(?=\w)")
_BROKEN_HOST = re.compile(r"(?<=doi)\s?\.\s?org\s?/\s?(?=10)", re.IGNORECASE)
_BROKEN_PREFIX = re.compile(r"\b10(?:\.\s|\s\.)(?=\d{4,6}\s?/)")
_BROKEN_SLASH = re.compile(r"(?<=\b10\.\d{4})\s?/\s?(?=\w)|(?<=\b10\.\d{5})\s?/\s?(?=\w)")
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|(?:dx\.)?doi\.org/|doi\s?[:.]?\s?(?:https?://(?:dx\.)?doi\.org/)?|\bdoi\s)?"
    r"(?P<doi>10\.\d{4,9}(?:\.\d+)*/[^\s\"“”]+)",
    re.IGNORECASE,
)
_CALLED_DOI = re.compile(  # what is called a DOI but cannot be one is kept as it stands
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:\s?)(?P<doi>[^\s\"“”]*\d[^\s\"“”]*)", re.IGNORECASE
)
_DOI_GOES_ON = re.compile(
    r"\s(?=[^\s]*\d)(?![(\[]|(?:19|20)\d\d[.,;)\s]*(?:$|[A-Z(]))(?!\d{1,2}\.?(?:\s|$))[\w./()<>;:-]+"
)
_PII_GOES_ON = re.compile(r"\s\d{5}-[\dXx]\b")  # "10.5555/0001-2345(99) 54321-7"
_ARXIV = re.compile(
    r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/(?P<address>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"
    r"(?:v\d+)?(?:\.pdf)?|"
    r"\barxiv(?:\s(?:preprint|e-prints?))?[\s:.,]*(?:arxiv:\s?)?"
    r"(?P<number>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\s?\[[\w.-]+\])?|"
    r"\babs/(?P<abstract>\d{4}\.\d{4,5})",
    re.IGNORECASE,
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(?P<number>\d{4}\.\d{4,5})", re.IGNORECASE)
_PAGE_LABEL_LAST = re.compile(r"[\s,:]*(?:\bpp?\.)?\s*$")
_URL = re.compile(r"<?(?P<url>(?:https?://|ftp://|\bwww\.)[^\s<>\"“”]+)>?", re.IGNORECASE)
_URL_GOES_ON = re.compile(r"\s(?![(\[])(?:[\w%~-]+[/._=?&%#][\w./=?&%#~:-]*|[\w%-]*\d[\w%-]*)")
_UNFINISHED = "/.-_(:=&?%"
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_GLUED_LINK = re.compile(r"\[[A-Za-z ]+\]?$")  # "10.1000/ab[CrossRef]"


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What an entry can be looked up by; ``rest`` is the entry without it and without words of access."""

    doi: str | None
    arxiv: str | None
    url: str | None
    rest: str


def take_identifiers(text: str) -> Identifiers:
    """Reads and cuts out DOI, arXiv number and web address.

    >>> take_identifiers("Ray A. On tides. Sea 4, 1 (2001). https: //doi.org/10. 1000/ab12.").doi
    '10.1000/ab12'
    """
    if "10" in text or "http" in text:
        text = _BROKEN_SCHEME.sub(r"\1://", text)
        text = _BROKEN_HOST.sub(".org/", text)
        text = _BROKEN_PREFIX.sub("10.", text)
        text = _BROKEN_SLASH.sub("/", text)
    lowered = text.casefold()
    doi = arxiv = url = None
    if "10." in text or "doi" in lowered:
        doi, text = _take_doi(text)
    if "arxiv" in lowered or "abs/" in lowered:
        arxiv, url, text = _take_arxiv(text)
    if doi and (match := _ARXIV_DOI.fullmatch(doi)):
        arxiv = arxiv or match["number"]
    if "://" in text or "www." in lowered:
        url, text = _take_url(text, url)
    return Identifiers(doi, arxiv, url, " ".join(without_access(text).split()))


def _take_doi(text: str) -> tuple[str | None, str]:
    doi = None
    while match := _DOI.search(text) or _CALLED_DOI.search(text):
        end = _continued(text, match.end(), _DOI_GOES_ON)
        doi = doi or _trimmed(unquote(text[match.start("doi") : end].replace(" ", "")))
        text = text[: match.start()] + HOLE + text[end:]
    return doi, text


def _take_arxiv(text: str) -> tuple[str | None, str | None, str]:
    """Number and address of an arXiv paper; the number is cut out, the word that names the archive stays."""
    match = _ARXIV.search(text)
    if not match:
        return None, None, text
    if match["address"]:
        return match["address"], match.group(), text
    if match["abstract"]:
        return match["abstract"], None, text  # "CoRR abs/2001.01234": the number stands for the volume
    words = match.group()[: match.start("number") - match.start()].rstrip(" :.,")
    before = text[: match.start()]
    if "arxiv" in before[-30:].casefold():
        before, words = _PAGE_LABEL_LAST.sub("", before), ""
    elif words.casefold().endswith("arxiv") and len(words) > 5:
        words = words[:-5].rstrip(" ,:")  # "arXiv preprint arXiv"
    return match["number"], None, before + words + text[match.end() :]


def _take_url(text: str, url: str | None) -> tuple[str | None, str]:
    while match := _URL.search(text):
        end = _continued(text, match.end(), _URL_GOES_ON)
        url = url or _trimmed(text[match.start("url") : end].replace(" ", "").rstrip(">"))
        text = text[: match.start()] + HOLE + text[end:]
    return url, text


def _continued(text: str, end: int, goes_on: re.Pattern[str]) -> int:
    """The end of an address that a space may have cut: it ends in the middle, and what follows could be its rest."""
    for _ in range(3):
        if pii := _PII_GOES_ON.match(text, end):
            return pii.end()
        if text[end - 1] not in _UNFINISHED or not (match := goes_on.match(text, end)):
            break
        end = match.end()
    return end


def _trimmed(address: str) -> str:
    """An address without the marks of the sentence around it, and without a closing bracket that it did not open."""
    depth = dict.fromkeys(_CLOSERS.values(), 0)
    for at, letter in enumerate(address):
        if letter in depth:
            depth[letter] += 1
        elif opener := _CLOSERS.get(letter):
            if not depth[opener]:
                address = address[:at]
                break
            depth[opener] -= 1
    return _GLUED_LINK.sub("", address).rstrip(".,;:'’\"”<>\u2026")
