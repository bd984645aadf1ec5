"""Fields of single entries against the works that they were printed from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from scoring.likeness import plain
from scoring.tally import Tally

Work = Mapping[str, Any]
FIELDS = ("first_author", "year", "title", "container", "publisher", "volume", "issue", "first_page", "doi")
_LEAST = {"title": 90, "container": 85, "publisher": 85}  # likeness, of 100


def truth(work: Work) -> dict[str, list[str]]:
    """What an entry of a work (as CSL-JSON) may say, field by field; any of several forms is right."""
    people = work.get("author") or work.get("editor") or [{}]
    container = [work.get("container-title"), work.get("container-title-short")]
    forms = {
        "first_author": [people[0].get("family") or people[0].get("literal")],
        "year": [str(work["issued"]["date-parts"][0][0])],
        "title": [work["title"]],
        "container": container,
        "publisher": [
            work.get("publisher") if work["type"] != "article" else None
        ],  # or container: the store of a preprint
        "volume": [work.get("volume")],
        "issue": [work.get("issue")],
        "first_page": [str(work.get("page") or "").partition("-")[0]],
        "doi": [work.get("DOI")],
    }
    return {name: [form for form in given if form] for name, given in forms.items()}


def entry_scores(raw: str, given: Mapping[str, str | None], work: Work) -> dict[str, Tally]:
    """A tally for each field: only what the entry prints can be missed, what the work has not is wrong to give."""
    tallies: dict[str, Tally] = {}
    for name, forms in truth(work).items():
        printed = [form for form in forms if _printed(name, form, raw)]
        tally, value = Tally(), given.get(name)
        told = f"{value or '–'} | {'/'.join(printed) or '–'} | {raw}"
        if printed:
            if value and any(_alike(name, value, form) for form in printed):
                tally.right = 1
            else:
                tally.missed.append(told)
        if value and not tally.right and not (name in ("container", "publisher") and (forms or _held_loosely(work))):
            tally.wrong.append(told)
        tallies[name] = tally
    return tallies


def _printed(name: str, form: str, raw: str) -> bool:
    if name in ("year", "volume", "issue", "first_page"):
        return bool(re.search(rf"(?<!\d){re.escape(form)}(?!\d)", raw, re.IGNORECASE))
    return plain(form) in plain(raw)


def _alike(name: str, value: str, form: str) -> bool:
    a, b = (re.sub(r"[^\w]+", " ", plain(text)).strip() for text in (value, form))
    return a == b or fuzz.ratio(a, b) >= _LEAST.get(name, 101)


def _held_loosely(work: Work) -> bool:
    return work["type"] in ("article", "webpage", "report", "article-newspaper")
