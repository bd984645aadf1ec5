"""Something that was to be filled in later still stands in the paper.

Finds marks such as "[citation needed]", "(Author, Year)", "[??]", "(TODO: add source)" and "XX per cent", and the
messages that word processors leave where a cross-reference leads nowhere.

Silent where the mark stands between quotation marks anywhere in the paper, which then writes about it; for letters that
abbreviate the words before them ("Research Excellence Framework (REF)") or stand elsewhere as a word; and in code. In
what remains, letters that might mean something else are given as likely.

Why: what was to come there, mostly a source or a figure, is lacking. Nobody can check such a statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, passage_evidence
from claimtrace.knowledge.tables import table
from claimtrace.model.document import BlockKind
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span

_UNREAD = (BlockKind.ENTRY, BlockKind.FRONT, BlockKind.EQUATION, BlockKind.FIGURE)
_QUOTES = ("“", '"', "‘", "'", "«", "„", "`", "”", "’")
_WORDS = {
    "field": "a cross-reference leads nowhere",
    "citation": "a citation is still to be added",
    "note": "a note of the writer was not taken out",
    "figure": "a figure is still to be filled in",
}


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    text: str
    kind: str
    certain: bool


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look for the marks of the table in every block that a reader reads."""
    document = ask.paper.document
    text = document.text.string
    blocks = [block.span for block in document.blocks if block.kind not in _UNREAD]
    places: defaultdict[str, list[_Mark]] = defaultdict(list)
    spoken_of: set[str] = set()
    for mark in _marks(text, blocks):
        key = mark.text.casefold()
        if text[mark.span.start - 1 : mark.span.start] in _QUOTES or text[mark.span.end : mark.span.end + 1] in _QUOTES:
            spoken_of.add(key)
        elif mark.certain or not _abbreviates(text, mark):
            places[key].append(mark)
    result = Result(checked=len(blocks))
    for key, marks in places.items():
        if key in spoken_of:
            continue
        each = len(marks) <= bounds["apart"]
        result.findings.extend(_finding(ask, group) for group in ([[mark] for mark in marks] if each else [marks]))
    return result


def _marks(text: str, blocks: Sequence[Span]) -> Iterator[_Mark]:
    """The marks in text order, each place once."""
    for block in blocks:
        end = block.start
        found = [
            _Mark(Span(*match.span()), match.group(), kind, certain)
            for kind, certain, pattern in _patterns()
            for match in pattern.finditer(text, block.start, block.end)
        ]
        for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)):
            if mark.span.start >= end:
                end = mark.span.end
                yield mark


@cache
def _patterns() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    rows = table("placeholders")
    return tuple((row["kind"], row["certain"] == "yes", re.compile(row["pattern"])) for row in rows)


def _abbreviates(text: str, mark: _Mark) -> bool:
    """Whether the letters of a mark stand for the words before it, or are a word that the paper uses elsewhere."""
    letters = re.sub(r"\W", "", mark.text)
    before = re.findall(r"[^\W\d_]+", text[max(mark.span.start - 160, 0) : mark.span.start])[-len(letters) - 3 :]
    initials = iter("".join(word[0] for word in before).casefold())
    if all(letter in initials for letter in letters.casefold()):  # in this order; little words may stand between
        return True
    return bool(re.search(rf"(?<![\[(\w]){re.escape(letters)}(?![\])\w])", text))


def _finding(ask: Questions, marks: Sequence[_Mark]) -> Finding:
    first = marks[0]
    times = f", in {len(marks)} places" if len(marks) > 1 else ""
    return finding(
        ask,
        CHECK.name,
        CHECK.severity if first.certain else Severity.WARNING,
        Verdict.CONFIRMED if first.certain else Verdict.LIKELY,
        f"“{first.text.strip()}” was left in the text{times}: {_WORDS[first.kind]}.",
        _passage(ask, first.span),
        evidence=[passage_evidence(ask, _passage(ask, mark.span), "also here") for mark in marks[1:]],
    )


def _passage(ask: Questions, span: Span) -> Span:
    """The sentences over which a mark reaches: the message of a word processor may end one of its own."""
    within = [sentence.span for sentence in ask.paper.sentences if sentence.span.overlaps(span)]
    return Span(min([span.start, *(s.start for s in within)]), max([span.end, *(s.end for s in within)]))


CHECK = Check(
    name="placeholder-left",
    needs=(Needs.PAPER,),
    layers=("document", "sentences"),
    severity=Severity.ERROR,
    finds="“[citation needed]”, “(Author, Year)”, “Error! Reference source not found.” and the like",
    run=run,
    bounds={"apart": 5},
    example=Example(
        bad="The port kept no log (Quill, 2012). Its lamps were dim [citation needed].\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The port kept no log (Quill, 2012). The board's Rates and Extra Fees (REF) were high (Quill, 2012).\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
