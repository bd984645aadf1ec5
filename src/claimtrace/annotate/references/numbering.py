"""Volume, issue, pages and year, as the run of numbers behind a journal's name gives them.

The numbers of a run get their roles from labels ("vol. 3"), from brackets and from their order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimtrace.annotate.references.pages import Pages, first_and_last, labelled_pages, labelled_volume
from claimtrace.annotate.references.runs import ISSUE, PAGES, ROMAN, SUPPLEMENT, VOLUME, plainest_run, run_at_end
from claimtrace.annotate.references.vocabulary import MONTHS

_PAGE = r"(?:(?:[A-Za-z]{1,4}[.-]?)?\d+(?:[A-Za-z]{1,4}\d{0,8})?(?:\.\d+)?)"
_DASH = r"\s?[-–—‐‑−]{1,2}\s?"
_TOKEN = re.compile(
    rf"(?P<volume>{VOLUME})(?=\s*[\dIVXLC])|"
    r"(?P<edition>\d+(?:st|nd|rd|th|\.)\s(?:rev\.?\s)?(?:ed(?:n|ition)?|aufl(?:age)?)\b\.?)|"
    r"(?P<extent>\d+\s?pp?\b\.?(?!\s?\d)|\d+\s(?:S\.|pages\b|Seiten\b)(?!\s?\d))|"
    rf"(?P<issue>{ISSUE})(?=\s*[\w(])|(?P<pages>{PAGES})(?=\s*[\w])|(?P<supplement>{SUPPLEMENT})|"
    rf"(?P<month>(?:\d{{1,2}}\.?\s)?{MONTHS}\b\.?(?:\s?[-–/]\s?{MONTHS}\b\.?)?"
    r"(?:\s\d{1,2}(?:[–-]\d{1,2})?(?![\d(:]))?)|"
    rf"(?P<range>\d{{1,2}}\s\d{{3}}{_DASH}\d{{1,2}}\s\d{{3}}|{_PAGE}{_DASH}{_PAGE}|[ivxl]+{_DASH}[ivxl]+)|"
    r"(?P<eprint>abs/\d{4}\.\d{4,5})|(?P<slash>\d{1,4}/\d{1,3}\b)|"
    rf"(?P<number>{_PAGE}|(?<![^\W\d_]){ROMAN}(?![^\W\d_]))|"
    r"(?P<open>[(\[])|(?P<close>[)\]])|(?P<mark>[,;:.])|\s+|(?P<other>.)",
    re.IGNORECASE,
)
_COUNTED = ("number", "range", "eprint", "supplement", "slash")
_YEAR_LIKE = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_PAGE_LIKE = re.compile(r"[A-Za-z]\w+|\d{5,}")
_POINT = re.compile(r"(\d+)\.(\d+)")
_DAY_BEFORE = re.compile(rf"[,.(]\s?(?:\d{{1,2}}\.?\s)?{MONTHS}\b\.?(?:\s\d{{1,2}})?,?\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a run of numbers says, and where in its text it begins."""

    start: int
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    year: int | None = None
    suffix: str | None = None

    @property
    def of_a_journal(self) -> bool:
        """Whether there is more than a year."""
        return self.volume is not None or self.first_page is not None

    def with_pages(self, pages: Pages | None) -> Numbers:
        """These numbers with pages, if they have none."""
        return replace(self, first_page=pages[0], last_page=pages[1]) if pages and not self.first_page else self

    def with_labels(self, text: str) -> Numbers:
        """These numbers with pages and volume that carry their label elsewhere in the text."""
        numbers = self if self.first_page else self.with_pages(labelled_pages(text))
        if numbers.volume and not (numbers.issue or numbers.first_page) and labelled_volume(text):
            numbers = replace(numbers, volume=None)  # a lone number is the page that is cited
        return numbers if numbers.volume else replace(numbers, volume=labelled_volume(text))


NO_NUMBERS = Numbers(0)


@dataclass(slots=True)
class _Item:
    text: str
    kind: str  # number, range, supplement, eprint
    label: str  # volume, issue, pages
    bracketed: bool
    before: str  # the mark in front
    at: int


def numbers_in(text: str, year: int | None) -> Numbers | None:
    """The run of numbers at the end of a text, or the plainest one within it.

    Args:
        text: an entry, or what stands behind its title.
        year: the year where it is known already: then 2015 may be a volume.

    >>> numbers_in("J Sea Res. 1990;21(4):5-23.", None).first_page
    '5'
    """
    run = run_at_end(text)
    numbers = _read(text, run, year) if run else None
    if (numbers is None or (numbers.volume is None and numbers.year is None)) and (run := plainest_run(text)):
        numbers = _read(text, run, year)
    if numbers is None or numbers.of_a_journal:
        return numbers
    return _year_alone(text, numbers) if year is None and numbers.year else None


def _year_alone(text: str, numbers: Numbers) -> Numbers:
    """A run that holds but a year begins at the last mark before it: what stands before belongs to the title."""
    start = text.rfind(str(numbers.year))
    if day := _DAY_BEFORE.search(text, max(0, start - 24), start):
        start = day.start()
    while start > numbers.start and text[start - 1] in " ([,;:.":
        start -= 1
    return replace(numbers, start=start)


def _read(text: str, run: tuple[int, int], known_year: int | None) -> Numbers:
    items = _items(text[run[0] : run[1]])
    year, suffix, items = _take_year(items, known_year)
    volume, issue, pages = (_labelled(items, label) for label in ("volume", "issue", "pages"))
    plain = [item for item in items if not item.label and not item.bracketed and item.kind != "supplement"]
    boxed = next((item for item in items if item.bracketed and not item.label), None)
    extra = next((item for item in items if item.kind == "supplement" and not item.bracketed), None)
    if volume is None and plain and not _only_pages(plain, boxed, issue, pages):
        volume = plain.pop(0)
    issue = issue or boxed
    if issue is None and volume and plain and plain[0].kind == "number" and (pages or len(plain) > 1):
        issue = plain.pop(0)
    issue = issue or (extra if volume else None)
    pages = pages or (plain.pop(0) if plain else None)
    first, last = first_and_last(pages.text) if pages else (None, None)
    volume_text, issue_text = volume.text if volume else None, issue.text if issue else None
    if volume_text and not issue_text and (point := _POINT.fullmatch(volume_text)):
        volume_text, issue_text = point[1], point[2]  # "12.3": the older MLA style
    return Numbers(run[0], volume_text, issue_text, first, last, year, suffix)


def _items(run: str) -> list[_Item]:
    """The numbers of a run with their labels, their brackets and the mark in front of them."""
    items: list[_Item] = []
    label = before = ""
    opened = -1  # where the bracket began that is open
    for token in _TOKEN.finditer(run):
        kind = token.lastgroup or ""
        within = opened >= 0 and bool(items) and items[-1].at >= opened and not items[-1].label
        if kind in ("volume", "issue", "pages"):
            label = kind
        elif kind == "open":
            opened = token.end()
        elif kind == "close":
            if within and not _YEAR_LIKE.fullmatch(items[-1].text):
                items[-1].text = run[opened : token.start()].strip()  # "(13 Spec No)", "(Suppl 4)": all of it
            opened, label = -1, ""
        elif kind == "mark":
            before = token.group()
        elif kind == "slash" and not label and opened < 0:
            volume, _, issue = token.group().partition("/")
            items.append(_Item(volume, "number", "volume", False, before, token.start()))
            items.append(_Item(issue, "number", "issue", False, "", token.start()))
        elif kind == "slash" and _YEAR_LIKE.match(token.group()):  # "(Winter 2016/17)"
            items.append(_Item(token.group()[:4], "number", label, opened >= 0, before, token.start()))
        elif kind in _COUNTED:
            if not within or label:
                items.append(_Item(token.group(), kind, label, opened >= 0, before, token.start()))
            label = before = ""
        elif kind == "other" and opened < 0:
            label = ""
    return items


def _take_year(items: list[_Item], known: int | None) -> tuple[int | None, str | None, list[_Item]]:
    """The year among the items with its letter, and the items without it."""
    years = [
        at
        for at, item in enumerate(items)
        if item.kind == "number" and not item.label and _YEAR_LIKE.fullmatch(item.text)
    ]
    if len(years) == len(items) > 1:
        return int(items[-1].text[:4]), items[-1].text[4:] or None, []  # "... winter 2025. 2026"
    chosen = _choose_year(items, years) if known is None else _find_year(items, years, known)
    if chosen is None:
        return None, None, items
    text = items[chosen].text
    return int(text[:4]), text[4:] or None, [item for at, item in enumerate(items) if at != chosen]


def _choose_year(items: list[_Item], years: list[int]) -> int | None:
    """Which of these items is the year where none is known: one that leads, else one in brackets, else the last."""
    if not years:
        return None
    if years[0] == 0 and not items[0].bracketed:
        return 0
    return next((at for at in reversed(years) if items[at].bracketed), years[-1])


def _find_year(items: list[_Item], years: list[int], known: int) -> int | None:
    """Which of these items says the known year once more; a journal may have such a volume ("2013, 1-9")."""
    same = [at for at in years if int(items[at].text[:4]) == known]
    bracketed = [at for at in same if items[at].bracketed]
    if bracketed:
        return bracketed[-1]
    plain = sum(not item.bracketed and not item.label for item in items)
    if plain == 1 and years and years[0] in same:
        return years[0]
    return same[0] if same and plain > 2 else None


def _labelled(items: list[_Item], label: str) -> _Item | None:
    return next((item for item in items if item.label == label), None)


def _only_pages(plain: list[_Item], boxed: _Item | None, issue: _Item | None, pages: _Item | None) -> bool:
    """Whether the plain numbers are pages without a volume."""
    if len(plain) > 1:
        return False
    if plain[0].before == ":" and not pages:
        return True
    if plain[0].kind == "range" and boxed and (boxed.kind == "supplement" or boxed.at < plain[0].at):
        return True  # "(Suppl 1) 295-300", "(9), 15-36"
    if boxed or issue or pages:
        return False
    return plain[0].kind == "range" or bool(_PAGE_LIKE.fullmatch(plain[0].text))
