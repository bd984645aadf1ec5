"""An entry of the reference list is cited nowhere in the paper.

Finds entries to which no citation points: not in the text, the notes, a table, a caption or a source line.

Silent when the same work is listed twice and one of the two is cited, and when a table names the entry's author: its
citation may stand in a cell that was read amiss. It abstains when fewer than half of the entries
are reached by any citation at all: then it is our reading that fails, not the paper. An entry whose author is at least
named in the text is given as a possibility only.

Why: a list of references, unlike a bibliography, holds only what the text cites (APA Publication Manual, 7th edition,
section 8.4); an entry that nothing cites may be left from an earlier version, or its citation may have been lost.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding
from claimtrace.model.document import BlockKind
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look for entries without an incoming citation."""
    references = ask.paper.references
    if not references:
        return Result(skipped="no reference list was found in the paper")
    cited = {reference.id for reference in references if ask.citations_of(reference.id)}
    if len(cited) < bounds["least_share"] * len(references):
        why = f"only {len(cited)} of {len(references)} entries are reached by a citation that was recognised"
        return Result(abstained=len(references), why=why)
    titles = {_work(r) for r in references if r.id in cited}
    uncited = [r for r in references if r.id not in cited and _work(r) not in titles]
    tables = _words(ask, {BlockKind.TABLE})
    tabled = sum(_names_author(tables, reference) for reference in uncited)
    running = _words(ask, set(BlockKind) - {BlockKind.ENTRY, BlockKind.FRONT})
    findings = [_finding(ask, r, running) for r in uncited if not _names_author(tables, r)]
    reason = "a table names the author of an entry that nothing else cites" if tabled else None
    return Result(findings, checked=len(references) - tabled, abstained=tabled, why=reason)


def _work(reference: Reference) -> tuple[str, int | None]:
    return fold(reference.title or reference.raw), reference.year


class _Words(NamedTuple):
    """Folded words: each once, and all in a row between spaces."""

    each: frozenset[str]
    row: str


def _words(ask: Questions, kinds: Collection[BlockKind]) -> _Words:
    """The words of the blocks of these kinds."""
    document = ask.paper.document
    text = fold(" ".join(document.text.at(block.span) for block in document.blocks if block.kind in kinds))
    return _Words(frozenset(text.split()), f" {text} ")


def _names_author(words: _Words, reference: Reference) -> bool:
    """Whether some words hold the name of the entry's first author."""
    name = fold(next((author.name for author in reference.authors if author.name), ""))
    return bool(name) and words.each.issuperset(name.split()) and f" {name} " in words.row


def _finding(ask: Questions, reference: Reference, running: _Words) -> Finding:
    named = _names_author(running, reference)
    return finding(
        ask,
        CHECK.name,
        Severity.INFO if named else CHECK.severity,
        Verdict.POSSIBLE if named else Verdict.CONFIRMED,
        f"No citation points to the entry {reference.short}"
        + (", though its author is named in the text." if named else "."),
        reference.span,
        quote=reference.raw,
        references=[reference.id],
    )


CHECK = Check(
    name="reference-never-cited",
    needs=(Needs.PAPER,),
    layers=("links",),
    severity=Severity.WARNING,
    finds="an entry is cited nowhere: not in the text, the notes, a table or a caption",
    run=run,
    bounds={"least_share": 0.5},
    example=Example(
        bad="The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.\n"
        "Zander, C. (2009). Lamps of the outer mole. Port Selwyn Press.",
        good="The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
