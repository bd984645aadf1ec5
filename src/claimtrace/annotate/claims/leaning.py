"""Which sentences without a citation lean on that of a neighbour, and why.

Authors cite once for a run of sentences that belong together. A sentence leans back when its wording points at the
one before it ("This agreement ..."), forward when the cited sentence behind it goes on with the same things, and on a
table when it speaks of one. A contrast begins something new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimtrace.knowledge.wordings import worded
from claimtrace.model.claim import Claim, ClaimKind

_LONGEST_CHAIN = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with the block it stands in and the entities that it names."""

    claim: Claim
    block: int


def leaning(placed: Sequence[Placed], table_citations: Sequence[str]) -> list[Claim]:
    """The claims, each without citations of its own bound to what it leans on.

    Args:
        placed: the claims in text order.
        table_citations: the citations of the paper's source lines, on which talk of a table rests.
    """
    backed: list[Claim] = []
    chain = 0
    for at, item in enumerate(placed):
        before = backed[-1] if at and placed[at - 1].block == item.block else None
        claim = _as_own(item.claim, before)
        chain = chain + 1 if before and not claim.citations else 0
        if not claim.citations and before and chain <= _LONGEST_CHAIN:
            reason = _leans_back(claim, before)
            if reason:
                claim = replace(claim, leans_on=before.citations or before.leans_on, lean=reason)
        if not claim.citations and not claim.leans_on and _on_table(claim, before):
            claim = replace(claim, leans_on=tuple(table_citations), lean=_TABLE)
        backed.append(claim)
    return _forward(placed, backed)


def _on_table(claim: Claim, before: Claim | None) -> bool:
    """Whether a claim speaks of a table or figure, or goes on from a sentence that does."""
    if worded("table", claim.text):
        return True
    if before is None or before.lean != _TABLE or worded("a study", claim.text):
        return False
    if worded("back", claim.text) or len(_long_words(claim.text) & _long_words(before.text)) > 1:
        return True
    return not claim.entities and not _YEAR.search(claim.text)


def _as_own(claim: Claim, before: Claim | None) -> Claim:
    """What "it" or "they" does behind a sentence on the paper itself is the paper's own too."""
    own = before is not None and ClaimKind.OWN in before.kinds and not before.citations
    if own and ClaimKind.OWN not in claim.kinds and not claim.citations and worded("pronoun", claim.text):
        return replace(claim, kinds=(ClaimKind.OWN, *claim.kinds))
    return claim


def _leans_back(claim: Claim, before: Claim) -> str | None:
    if not (before.citations or before.leans_on) or worded("contrast", claim.text):
        return None
    if before.citations and worded("table", before.text):
        return "it goes on from a sentence on a table that cites"
    if worded("back", claim.text):
        return "its wording points to the sentence before it"
    if set(claim.entities) and set(claim.entities) <= set(before.entities) and not worded("example", claim.text):
        return "it goes on about what the sentence before it names"
    if _STUDY.match(before.text) and before.citations and _long_words(claim.text) & _long_words(before.text):
        return "it goes on with the study that the sentence before it tells of"
    return None


def _long_words(text: str) -> set[str]:
    return {word.casefold() for word in _LONG_WORD.findall(text)}


def _forward(placed: Sequence[Placed], claims: list[Claim]) -> list[Claim]:
    found = list(claims)
    for at in range(len(found) - 2, -1, -1):
        claim, following = found[at], found[at + 1]
        if claim.citations or claim.leans_on or placed[at].block != placed[at + 1].block:
            continue
        support = following.citations or (following.leans_on if following.lean == _AHEAD else ())
        if not support or worded("contrast", following.text):
            continue
        shared = set(claim.entities) & set(following.entities)
        points = worded("back", following.text) or worded("example", following.text)
        goes_on = _same_days(claim, following) or _same_count(claim, following)
        if shared or (points and not claim.entities) or worded("back", following.text) or goes_on:
            found[at] = replace(claim, leans_on=support, lean=_AHEAD)
    return found


def _same_count(claim: Claim, following: Claim) -> bool:
    """Whether two sentences give figures of one thing: "2.5 billion may catch dengue", "dengue infects 90 million"."""
    both = ClaimKind.NUMBER in claim.kinds and ClaimKind.NUMBER in following.kinds
    return both and bool(_long_words(claim.text) & _long_words(following.text))


def _same_days(claim: Claim, following: Claim) -> bool:
    """Whether two sentences tell of one course of events: the second is dated within a year of the first."""
    if not (ClaimKind.EVENT in claim.kinds and ClaimKind.EVENT in following.kinds):
        return False
    plain = (_BRACKETS.sub("", text) for text in (claim.text, following.text))
    years, later = ([int(year) for year in _YEAR.findall(text)] for text in plain)
    return bool(years and later) and 0 <= min(later) - max(years) <= 1


_STUDY = re.compile(r"[A-Z][^.]{0,40}?(?: et al\b| \[\d| \((?:19|20)\d\d)")  # "Eld et al. [4] compared"
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")  # years in brackets are those of citations
_TABLE = "it speaks of a table or figure of the paper"
_AHEAD = "the sentence behind it goes on with it and cites"
