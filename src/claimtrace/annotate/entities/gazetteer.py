"""Known names found by spaCy's phrase matcher.

The knowledge base holds some fifteen thousand phrases, a paper a few hundred of them at most: only phrases all of
whose words stand in the paper are given to the matcher, which makes the start cheap however large the base grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimtrace.knowledge.records import Record, records, tokens
from claimtrace.knowledge.tables import remembered, table
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span
from claimtrace.text.fold import straight

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ACRONYM_IN_BRACKETS = re.compile(r"\s*[(\[][A-Z][\w.&-]{1,14}[)\]]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the knowledge base in the text; ``phrase`` is how the base has it."""

    span: Span
    record: Record | None  # none: the phrase only hides a name within it
    phrase: str = ""

    @property
    def is_seat(self) -> bool:
        """Whether it is the seat of a government that stands for its state."""
        return self.record is not None and self.phrase in (*self.record.metonyms, *self.record.capitals)

    @property
    def is_capital(self) -> bool:
        """Whether it is a town that means the government only where it acts."""
        return self.record is not None and self.phrase in self.record.capitals

    @property
    def is_combining(self) -> bool:
        """Whether it means the state only as the first part of a compound: "Sino" in "Sino-Russian"."""
        return self.record is not None and self.phrase in self.record.combining


def known_names(text: str, blocks: Iterable[Span]) -> list[Hit]:
    """The known names in these stretches of a text; of two that overlap the longer one is taken.

    An acronym in brackets within a name is stepped over: "Office of Personnel Management (OPM) data breach".
    """
    pieces = [(span, _words(text, span)) for span in blocks]
    present = {word.casefold() for _, words in pieces for word, _, _ in words}
    firsts = _by_first_word()
    phrases = [
        (phrase, record)
        for word in sorted(present & firsts.keys())
        for phrase, record in firsts[word]
        if present.issuperset(word.casefold() for word in tokens(phrase))
    ]
    if not phrases:
        return []
    vocab = Vocab()
    matcher = PhraseMatcher(vocab)  # on words in small letters: a bare vocabulary has no lower-case forms
    by_key: dict[str, list[tuple[str, Record | None]]] = {}
    for phrase, record in phrases:
        by_key.setdefault(" ".join(tokens(phrase)).casefold(), []).append((phrase, record))
    for key in by_key:
        matcher.add(key, [Doc(vocab, words=key.split(" "))])
    hits: list[Hit] = []
    for _, words in pieces:
        if words:
            hits.extend(
                _hits(words, Doc(vocab, words=[word.casefold() for word, _, _ in words]), matcher, vocab, by_key)
            )
    return _longest(hits)


def _all_phrases() -> Iterator[tuple[str, Record | None]]:
    """Every phrase with its record; phrases that hide a name ("New Mexico") come with none."""
    for record in records():
        for phrase in record.phrases:
            yield phrase, record
    for row in table("masking_phrases"):
        yield row["phrase"], None


@remembered
def _by_first_word() -> dict[str, list[tuple[str, Record | None]]]:
    """The phrases by their first word, in small letters: most are done with after a look at it."""
    found: dict[str, list[tuple[str, Record | None]]] = {}
    for phrase, record in _all_phrases():
        if match := _TOKEN.match(phrase):
            found.setdefault(straight(match.group()).casefold(), []).append((phrase, record))
    return found


def _words(text: str, span: Span) -> list[tuple[str, int, int]]:
    """The words of a stretch with their places; acronyms in brackets come last, each behind a full stop."""
    piece = straight(text[span.start : span.end].replace("\u00ad", "\u2010"))
    aside = [match.span() for match in _ACRONYM_IN_BRACKETS.finditer(piece)]
    words = [
        (match.group(), span.start + match.start(), span.start + match.end())
        for match in _TOKEN.finditer(piece)
        if not any(start <= match.start() < end for start, end in aside)
    ]
    for start, end in aside:
        words.append((".", span.start + start, span.start + start))
        words.extend(
            (match.group(), span.start + start + match.start(), span.start + start + match.end())
            for match in _TOKEN.finditer(piece[start:end])
            if match.group() not in "()[]"
        )
    return words


def _hits(
    words: list[tuple[str, int, int]],
    doc: Doc,
    matcher: PhraseMatcher,
    vocab: Vocab,
    by_key: dict[str, list[tuple[str, Record | None]]],
) -> Iterator[Hit]:
    for key, first, last in matcher(doc):
        if words[last - 1][2] <= words[first][1]:
            continue  # it runs from the text into an acronym that was set aside
        seen = [word for word, _, _ in words[first:last]]
        for phrase, record in by_key[vocab.strings[key]]:
            if _capitals_fit(tokens(phrase), seen):
                yield Hit(Span(words[first][1], words[last - 1][2]), record, phrase)
                break


def _capitals_fit(phrase: list[str], seen: list[str]) -> bool:
    """Whether every capital of the phrase stands in the text; all-capital headings fit by that."""
    return all(
        not wanted.isupper() or have.isupper()
        for a, b in zip(phrase, seen, strict=True)
        for wanted, have in zip(a, b, strict=False)
    )


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits the longest, of equal ones the first; without those that only hide a name.

    The states within a longer name are kept beside it ("cyberattacks on Estonia", "US Treasury"), seats of government
    are not: the Budapest Convention is not of Hungary.
    """
    kept: list[Hit] = []
    within: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (-len(h.span), h.span.start)):
        over = [other for other in (*kept, *within) if hit.span.overlaps(other.span)]
        if not over:
            kept.append(hit)
        elif len(over) == 1 and _may_hold(over[0]) and over[0].span.covers(hit.span) and _is_plain_state(hit):
            within.append(hit)
    return sorted((hit for hit in (*kept, *within) if hit.record is not None), key=lambda hit: hit.span)


def _may_hold(hit: Hit) -> bool:
    """Whether the state within a name is meant, too: within another state's name or a masking phrase it is not."""
    return hit.record is not None and hit.record.type is not EntityType.STATE


def _is_plain_state(hit: Hit) -> bool:
    return hit.record is not None and hit.record.type is EntityType.STATE and not hit.is_seat
