"""Bodies as authors: what they look like, where their name ends, the acronym that is given with it."""

from __future__ import annotations

import re

from claimtrace.annotate.references.name_forms import looks_like_organisation
from claimtrace.annotate.references.sentences import stops
from claimtrace.annotate.references.vocabulary import BODY_STARTS, LITTLE_WORDS, folded
from claimtrace.model.reference import Author
from claimtrace.text.letters import UPPER

_ACRONYM = re.compile(
    rf"\s*(?:\[(?P<square>[{UPPER}][\w&/.-]{{1,14}})\]|\((?P<round>(?:[{UPPER}][\w&/-]{{0,3}}){{2,10}})\))$"
)
_ACRONYM_FIRST = re.compile(
    rf"(?P<short>[{UPPER}][{UPPER}&/.-]{{1,14}})\s[\[(](?P<long>[{UPPER}][^()\[\]]+\s[^()\[\]]+)[\])]$"
)
_ACRONYM_ONLY = re.compile(rf"[{UPPER}][{UPPER}&/-]{{1,9}}")
_INNER_MARK = re.compile(r"[,:;]\s")


def literal(name: str) -> tuple[Author, str | None]:
    """A body as author, and the acronym that is given with it.

    >>> literal("World Harbour Bank [WHB]")
    (Author(family=None, given=None, literal='World Harbour Bank'), 'WHB')
    """
    name = name.strip(" .,;:")
    match = _ACRONYM.search(name)
    if match and match.start() > 0:
        return Author(literal=name[: match.start()].strip()), match["square"] or match["round"]
    if first := _ACRONYM_FIRST.match(name):  # "WHB (World Harbour Bank)"
        return Author(literal=first["long"]), first["short"]
    return Author(literal=name), None


def names_body(who: str, words: int = 12) -> bool:
    """Whether words name a body: an acronym, or a few capitalised words with one that bodies are called by."""
    if _ACRONYM_ONLY.fullmatch(who):
        return True
    if (_ACRONYM.search(who) or folded(who.partition(" ")[0]) in BODY_STARTS) and len(who.split()) <= words:
        return True
    return looks_like_organisation(who) and not title_like(who) and len(who.split()) <= words


def is_one_name(who: str) -> bool:
    """Whether no mark parts the words of a name."""
    return not _INNER_MARK.search(who) and not inner_stop(who)


def title_like(text: str) -> bool:
    """Whether a text has as many small words of weight as titles have and names have not."""
    return sum(word[0].islower() and len(word) > 2 and folded(word) not in LITTLE_WORDS for word in text.split()) >= 2


def inner_stop(text: str) -> bool:
    """Whether a full stop parts the text in two."""
    return any(stop.strong for stop in stops(text))
