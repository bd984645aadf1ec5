"""Words stand in the paper that a chat program wrote to its user, or marks that it left.

Finds how such programs begin and end an answer ("Certainly! Here is a revised version of the paragraph"), speak of
themselves and of what they cannot know ("As an AI language model, I ...", "As of my last knowledge update"), the label
of a button ("Regenerate response"), their marks for sources (":contentReference[oaicite:3]"), and what they add to the
addresses of pages ("utm_source=chatgpt.com").

Silent for such words in quotation marks, in figures and tables, and in sentences that speak about them. In a paper that
speaks of language models again and again they are given as a possibility only, since they may be shown as an example.

Why: these words were never meant for the paper's readers, so whoever copied them did not read them again; what stands
around them wants a second look (A. Strzelecki, "As of my last knowledge update", Learned Publishing 38, 2025, lists
such passages in journals; COPE asks authors to tell which programs they used). An address with such an addition only
tells who gave it: that the page was read is to be hoped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding
from claimtrace.knowledge.tables import several, table
from claimtrace.model.document import Block, BlockKind
from claimtrace.model.finding import Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span

_SHOWN = (BlockKind.FIGURE, BlockKind.TABLE)  # a chat window may be shown there
_MADE_BY_PROGRAMS = ("mark", "link")  # nobody types these
_OPENING_MARKS = "“‘«„‚\"'`"
_MODELS = re.compile(r"\b(?:chat-?gpt|gpt-?\d|chatbots?|language models?|llms?)\b", re.IGNORECASE)


class _Kind(NamedTuple):
    name: str
    says: str
    pattern: re.Pattern[str]


class _Residue(NamedTuple):
    kind: _Kind
    words: str
    span: Span  # its sentences or its line


def run(ask: Questions, bounds: Bounds) -> Result:
    """Search every block of text: paragraphs, notes, entries, tables."""
    document = ask.paper.document
    result = Result(checked=len(document.blocks))
    found = list(_joined(found for block in document.blocks for found in _in_block(ask, block)))
    held = sum(len(_MODELS.findall(document.text.at(residue.span))) for residue in found)
    on_models = found and len(_MODELS.findall(document.text.string)) - held >= bounds["mentions"]
    for residue in found:
        link = residue.kind.name == "link"
        shown = bool(on_models) and residue.kind.name not in _MADE_BY_PROGRAMS
        message = f"“{residue.words}” is {residue.kind.says}."
        result.findings.append(
            finding(
                ask,
                CHECK.name,
                Severity.INFO if link or shown else CHECK.severity,
                Verdict.POSSIBLE if shown else Verdict.CONFIRMED,
                message + (" The paper speaks of such programs; it may be an example." if shown else ""),
                residue.span,
                claims=[claim.id for claim in ask.paper.claims if residue.span.covers(claim.span)],
            )
        )
    return result


@cache
def _kinds() -> tuple[_Kind, ...]:
    """The rows of the table; the last one tells when a sentence speaks about such words."""
    return tuple(_Kind(row["kind"], row["says"], _compiled(row)) for row in table("machine_residue"))


def _compiled(row: Mapping[str, str]) -> re.Pattern[str]:
    pattern = "|".join(several(row["patterns"])).replace(" ", r"\s+").replace(r"\s+?", r"\s*").replace("'", "['’]")
    return re.compile(pattern, re.MULTILINE | (re.IGNORECASE if row["kind"] != "button" else 0))


def _in_block(ask: Questions, block: Block) -> Iterator[_Residue]:
    """What stands in a block, each with the sentences or the line in which it stands."""
    *kinds, about = _kinds()
    document = ask.paper.document
    text = document.text.at(block.span)
    found = sorted(
        ((match.span(), kind) for kind in kinds for match in kind.pattern.finditer(text)), key=lambda pair: pair[0]
    )
    units = _units(ask, block) if found else []
    for (start, end), kind in found:
        words = Span(block.span.start + start, block.span.start + end)
        at_mark = (
            Span(words.start - 1, words.end) if kind.name == "mark" else words
        )  # a mark stands behind its sentence
        touched = [unit for unit in units if unit.overlaps(at_mark)] or [words]
        place = Span(touched[0].start, touched[-1].end)
        if kind.name not in _MADE_BY_PROGRAMS:
            string = document.text.string
            around = f"{string[place.start : words.start]} {string[words.end : place.end]}"
            if block.kind in _SHOWN or _is_quoted(ask, words) or about.pattern.search(around):
                continue
        yield _Residue(kind, " ".join(document.text.at(words).split()).strip(" .:?!,"), place)


def _units(ask: Questions, block: Block) -> list[Span]:
    """The sentences of a block, or its lines where it is no running text."""
    sentences = [sentence.span for sentence in ask.paper.sentences if block.span.covers(sentence.span)]
    if sentences:
        return sentences
    lines = re.finditer(r"\S[^\n]*", ask.paper.document.text.at(block.span))
    return [Span(block.span.start + line.start(), block.span.start + line.end()) for line in lines]


def _is_quoted(ask: Questions, place: Span) -> bool:
    before = ask.paper.document.text.string[: place.start].rstrip()[-1:]
    return before in _OPENING_MARKS or any(quotation.span.overlaps(place) for quotation in ask.paper.quotations)


def _joined(found: Iterable[_Residue]) -> Iterator[_Residue]:
    """What stands in one sentence or in neighbours made one ("I hope this helps! Let me know if you ...")."""
    held: _Residue | None = None
    for residue in found:
        if held and residue.kind == held.kind and residue.span.start - held.span.end <= 2:
            held = held._replace(span=Span(held.span.start, max(held.span.end, residue.span.end)))
            continue
        if held:
            yield held
        held = residue
    if held:
        yield held


CHECK = Check(
    name="machine-residue",
    needs=(Needs.PAPER,),
    layers=("sentences", "quotations"),
    severity=Severity.ERROR,
    finds="text that a chat program left",
    run=run,
    bounds={"mentions": 5},
    example=Example(
        bad="Ferries ran on Sundays (Quill, 2012). Certainly! Here is a revised version of the paragraph in a plainer "
        "style. The chapel was roofed with slate.\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn "
        "Press.",
        good="Ferries ran on Sundays (Quill, 2012). Every answer began with “Certainly! Here is a revised version of "
        "the paragraph” (Quill, 2012, p. 4).\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
