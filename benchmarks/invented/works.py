"""Invented works as CSL-JSON, the same for the same seed."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
_NEWEST = 2024
Work = dict[str, Any]


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def works(count: int, language: str, seed: str) -> list[Work]:
    """So many works in a language, articles most often, as in the lists of papers."""
    chance = Random(f"{seed} {language}")
    kinds = ("article", "book", "chapter", "edited", "conference", "report", "thesis", "webpage", "news", "preprint")
    weights = (34, 14, 14, 4, 10, 8, 4, 5, 4, 3)
    return [
        _Maker(chance, language).work(kind, f"w{at}") for at, kind in enumerate(chance.choices(kinds, weights, k=count))
    ]


class _Maker:
    """Draws the parts of one work."""

    def __init__(self, chance: Random, language: str) -> None:
        self.chance = chance
        self.language = language
        # no two numbers of a work are the same, so that a field can be told by its value
        self.numbers = chance.sample(range(2, 90), 3)

    def work(self, kind: str, key: str) -> Work:
        year = self.chance.randint(1962, _NEWEST)
        work: Work = {"id": key, "title": self._title(), "author": self._people(), "issued": {"date-parts": [[year]]}}
        return work | getattr(self, f"_{kind}")(year)

    def _article(self, year: int) -> Work:
        name, short = self._one("journals")
        volume, issue, _ = self.numbers
        work = {
            "type": "article-journal",
            "container-title": name,
            "container-title-short": short,
            "volume": str(volume),
            "page": self._pages(),
        }
        if self.chance.random() < 0.7:
            work["issue"] = str(issue)
        if self.chance.random() < 0.6:
            stem = short.partition(".")[0].lower().replace(" ", "").replace("&", "")[:6]
            work["DOI"] = f"10.{self.chance.randint(1000, 9999)}/{stem}.{year}.{issue:04}"
        return work

    def _book(self, year: int) -> Work:
        publisher, place = self._one("publishers")
        work = {"type": "book", "publisher": publisher, "publisher-place": place}
        if self.chance.random() < 0.2:
            work["edition"] = str(self.chance.randint(2, 5))
        return work

    def _edited(self, year: int) -> Work:
        return self._book(year) | {"editor": self._people(bodies=False), "author": None}

    def _chapter(self, year: int) -> Work:
        book = self._book(year)
        return book | {
            "type": "chapter",
            "container-title": self._title(),
            "editor": self._people(bodies=False),
            "page": self._pages(),
        }

    def _conference(self, year: int) -> Work:
        work = {"type": "paper-conference", "container-title": self._one("conferences"), "page": self._pages()}
        if self.chance.random() < 0.5:
            work["publisher"], work["publisher-place"] = self._one("publishers")
        return work

    def _report(self, year: int) -> Work:
        body = self._one("bodies")
        return {"type": "report", "publisher": body} | (
            {"author": [{"literal": body}]} if self.chance.random() < 0.5 else {"number": str(self.numbers[2])}
        )

    def _thesis(self, year: int) -> Work:
        return {
            "type": "thesis",
            "publisher": self._one("universities"),
            "genre": "PhD thesis",
            "author": self._people(1),
        }

    def _webpage(self, year: int) -> Work:
        return {
            "type": "webpage",
            "author": [{"literal": self._one("bodies")}] if self.chance.random() < 0.6 else self._people(1),
            "URL": f"https://www.selwyn-{self.chance.randint(10, 99)}.example/pages/{self.chance.randint(100, 999)}",
            "accessed": {"date-parts": [[_NEWEST, self.chance.randint(1, 12), self.chance.randint(1, 28)]]},
        }

    def _news(self, year: int) -> Work:
        day = [year, self.chance.randint(1, 12), self.chance.randint(1, 28)]
        return {
            "type": "article-newspaper",
            "container-title": self._one("newspapers"),
            "author": self._people(1),
            "issued": {"date-parts": [day]},
        }

    def _preprint(self, year: int) -> Work:
        number = f"{self.chance.randint(7, 24):02}{self.chance.randint(1, 12):02}.{self.chance.randint(1, 19999):05}"
        return {
            "type": "article",
            "publisher": "arXiv",
            "number": f"arXiv:{number}",
            "URL": f"https://arxiv.org/abs/{number}",
        }

    def _one(self, part: str) -> Any:
        return self.chance.choice(_words()[part][self.language])

    def _title(self) -> str:
        a, b = self.chance.sample(_words()["things"][self.language], 2)
        y = self.chance.randint(1848, 1950)
        title = self._one("titles").format(a=a, b=b, p=self._one("places"), y=y, z=y + self.chance.randint(3, 40))
        return str(title[0].upper() + title[1:])

    def _people(self, count: int | None = None, bodies: bool = True) -> list[dict[str, str]]:
        if bodies and count is None and self.chance.random() < 0.04:
            return [{"literal": self._one("bodies")}]
        count = count or self.chance.choices((1, 2, 3, 4, 7, 12), (30, 30, 18, 12, 8, 2))[0]
        families = self.chance.sample(_words()["families"], count)
        return [self._person(family) for family in families]

    def _person(self, family: str) -> dict[str, str]:
        person = {"family": family, "given": self.chance.choice(_words()["givens"])}
        if self.chance.random() < 0.02:
            person["suffix"] = self.chance.choice(_words()["suffixes"])
        return person

    def _pages(self) -> str:
        draw = self.chance.random()
        if draw < 0.08:
            return f"e{self.chance.randint(1000, 99999)}"
        first = self.chance.randint(91, 400) if draw < 0.7 else self.chance.randint(1001, 9800)
        return f"{first}-{first + self.chance.randint(4, 38)}"
