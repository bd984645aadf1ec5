"""A table or figure is mentioned nowhere in the text.

Finds captions with a number ("Table 3", "Figure 2") to which nothing in the text, the notes or the other captions
points: neither by its number, nor in a list or range of numbers ("Tables 2-4"), nor as "this table" or "the table
below".

Silent for schemes, boxes and supplements. It abstains where a page could not be read with certainty, and where most of
the captions seem to be mentioned nowhere: then the paper has another way of pointing to them.

Why: a reader does not learn what a table is to show, and a reviewer cannot tell whether the sentence that drew on it
was cut. Style manuals ask that the text mention each table and figure (APA Publication Manual, 7th edition, section
7.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding
from claimtrace.check.cross_references import counted
from claimtrace.model.document import Block, BlockKind, Document
from claimtrace.model.finding import Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.text.letters import UPPER

_WORDS = {"table": r"tables?|tab\.", "figure": r"figures?|figs?\.?"}
_NUMBER = r"(?:\d{1,3}|[IVX]{1,5}\b)"
_PART = rf"{_NUMBER}(?:\s?\(?[a-z]\)?(?:\s?[–-]\s?\(?[a-z]\)?)?(?![a-z]))?"
_BETWEEN = r"\s?(?:,\s?(?:and|or|&)|,|and|or|&|to|through|–|-)\s?"
_LABEL = {kind: re.compile(rf"(?:{words})\s?(?P<number>{_NUMBER})(?!\d)", re.I) for kind, words in _WORDS.items()}
_MENTION = {
    kind: re.compile(rf"\b(?:{words})\s?(?P<numbers>{_PART}(?:{_BETWEEN}{_PART})*)", re.I)
    for kind, words in _WORDS.items()
}
_RANGE = re.compile(rf"(?P<first>{_NUMBER})(?:[a-z])?\s?(?:–|-|to|through)\s?(?P<last>{_NUMBER})", re.I)
_BESIDE = {
    kind: re.compile(
        rf"\b(?:{words})\s(?:below|above|overleaf|opposite)|\b(?:this|following|next|accompanying|below)\s(?:{words})\b",
        re.I,
    )
    for kind, words in _WORDS.items()
}
_CAPTION_MARK = re.compile(rf"\s?[.:|–—]\s*[{UPPER}]")


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare the numbers of the captions with those that the text points to."""
    document = ask.paper.document
    captions = {kind: dict(_captions(document, kind)) for kind in _WORDS}
    count = sum(map(len, captions.values()))
    if not count:
        return Result(skipped="no numbered table or figure was found")
    if any(page.problem for page in document.pages):
        return Result(abstained=count, why="a page could not be read with certainty")
    missing = [
        (kind, number, block)
        for kind, held in captions.items()
        if not _BESIDE[kind].search(document.text.string)
        for number, block in held.items()
        if number not in _mentioned(document, kind)
    ]
    if len(missing) > bounds["most_missing"] * count:
        return Result(abstained=count, why="most tables and figures are mentioned nowhere by their numbers")
    found = [
        finding(
            ask,
            CHECK.name,
            CHECK.severity,
            Verdict.LIKELY,
            f"{kind.capitalize()} {document.text.at(block.span).split()[1].strip('.:|')} is mentioned nowhere.",
            block.span,
        )
        for kind, _, block in missing
    ]
    return Result(found, checked=count)


def _captions(document: Document, kind: str) -> Iterator[tuple[int, Block]]:
    """The captions of a kind by their numbers; of one that goes on overleaf the first."""
    seen = set()
    for block in document.blocks_of(BlockKind.CAPTION):
        match = _LABEL[kind].match(document.text.at(block.span))
        number = counted(match["number"].upper()) if match else 0
        if number and number not in seen:
            seen.add(number)
            yield number, block


def _mentioned(document: Document, kind: str) -> set[int]:
    """The numbers to which the text points, those within a range among them."""
    text = document.text.string
    found: set[int] = set()
    begins = {block.span.start: block for block in document.blocks}
    for match in _MENTION[kind].finditer(text):
        block = begins.get(match.start())
        if block and (block.kind is BlockKind.CAPTION or _CAPTION_MARK.match(text, match.end())):
            continue
        numbers = match["numbers"]
        found.update(counted(number.upper()) for number in re.findall(_NUMBER, numbers, re.I))
        for range_ in _RANGE.finditer(numbers):
            found.update(range(counted(range_["first"].upper()), counted(range_["last"].upper()) + 1))
    return found


CHECK = Check(
    name="caption-never-mentioned",
    needs=(Needs.PAPER,),
    layers=("document",),
    severity=Severity.INFO,
    finds="a table or figure is mentioned nowhere in the text",
    run=run,
    bounds={"most_missing": 0.5},
    example=Example(
        bad="Ferries ran on Sundays, when the quays were empty. Tolls differ from port to port, as Figure 1 shows, and "
        "so do the lamps that burn on the quays from dusk to midnight.\n\nFigure 1. Tolls of three ports.\n\nRopes "
        "were bought in spring, when hemp was cheap, and sold in autumn, when skippers came with open purses."
        "\n\nFigure 2. Lamps of three ports.\n\nSails are mended on deck.",
        good="Ferries ran on Sundays, when the quays were empty. Tolls and lamps differ, as Figures 1 and 2 show, and "
        "so do the ropes that are sold on the quays from dusk to midnight.\n\nFigure 1. Tolls of three ports.\n\nRopes "
        "were bought in spring, when hemp was cheap, and sold in autumn, when skippers came with open purses."
        "\n\nFigure 2. Lamps of three ports.\n\nSails are mended on deck.",
    ),
)
