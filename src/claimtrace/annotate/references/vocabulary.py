"""Words by which the parts of an entry are known: organisations, publishers, journals, months, little words.

The words lie in ``reference_words.tsv`` of the knowledge base, folded (small letters, no accents) but for cities; ask
for a word with ``folded``.
"""

from __future__ import annotations

import re
from collections import defaultdict

from claimtrace.knowledge.months import months_of_lists
from claimtrace.knowledge.tables import several, table
from claimtrace.text.fold import without_accents

_WORD = re.compile(r"[^\W_]+")


def folded(word: str) -> str:
    """A word as the sets of this module hold it: "Universität," is "universitat"."""
    found = _WORD.search(word if word.isascii() else without_accents(word))
    return found.group().casefold() if found else ""


def folded_words(text: str) -> list[str]:
    """All words of a text, folded."""
    return _WORD.findall((text if text.isascii() else without_accents(text)).casefold())


def _read() -> dict[str, frozenset[str]]:
    """The words of each kind; a kind may fill several lines."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("reference_words"):
        found[row["kind"]].update(several(row["words"]))
    return {kind: frozenset(words) for kind, words in found.items()}


_SETS = _read()
LITTLE_WORDS = _SETS["little"]
ORGANISATION_WORDS = _SETS["organisation"]
BODY_STARTS = _SETS["body-start"]
ORGANISATION_ENDINGS = tuple(_SETS["organisation-end"])
NO_PERSONS = _SETS["no-person"]
PUBLISHER_WORDS = _SETS["publisher"] | _SETS["publisher-start"]
PUBLISHER_STARTS = _SETS["publisher-start"]
PUBLISHER_ENDINGS = tuple(_SETS["publisher-end"])
NEWSPAPER_ENDINGS = tuple(_SETS["newspaper-end"])
PROCEEDINGS_WORDS = _SETS["proceedings"]
NEWSPAPER_WORDS = _SETS["newspaper"]
JOURNAL_WORDS = _SETS["journal"]
ABBREVIATIONS = _SETS["abbreviation"]
NEVER_ENDS_A_SENTENCE = _SETS["no-end"]
CITIES = _SETS["city"]

EDITORS = (  # what an editor is called behind the name
    r"(?:eds?|éds?|editors?|éditeurs?|editore[sn]?|editori|redacteur(?:en)?|hrsg|hgg?|herausgeber(?:in(?:nen)?)?|curator[ei]|dirs?|coords?|"
    r"comps?|orgs?|red|a\s?c(?:\.|ura)?\s?di)"
)
MONTHS = months_of_lists()
