"""The paper points to a table, figure, section, appendix or note of its own that it does not hold.

Finds "see Table 4", "Figure 2", "Section 3.1", "Appendix B" and "note 12" where the numbers of that kind that the paper
holds end before.

Silent for parts of other works ("Table 4 of that report", "Smith's Figure 2"), of laws and of supplements, for what
stands in quotations and in citations, and for equations. It abstains where our reading may have missed the target:
where nothing of that kind was found (captions may be pictures), where numbers are missing among those found, and where
the numbers spoken of run on from the last one found.

Why: a reader looks for what is not there. What was to be shown may have been cut, or the number was not brought up to
date.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, passage_evidence, sentence_at
from claimtrace.check.cross_references import Pointer, counted, headings_numbered, numbers_found, pointers
from claimtrace.knowledge.wordings import worded
from claimtrace.model.document import Document, SectionRole
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions

_PLURAL = {"appendix": "appendices"}
_FEWEST = {"section": 2, "note": 3}  # numbers found without which a series is not believed
_FURTHEST = 40  # what lies further behind the last one is a number of something else: a law, a year


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare the numbers that the paper speaks of with those that it holds, series by series."""
    document = ask.paper.document
    held = numbers_found(document)
    headings = headings_numbered(document)
    lacking: defaultdict[tuple[str, str], defaultdict[str, list[Pointer]]] = defaultdict(lambda: defaultdict(list))
    result = Result()
    for pointer in pointers(ask):
        if pointer.number.upper() in held[pointer.kind]:
            result.checked += 1
        else:
            parent = _parent(pointer, headings)
            lacking[pointer.kind, parent][pointer.number.upper()].append(pointer)
    reasons: list[str] = []
    for (kind, parent), numbers in lacking.items():
        own, doubt = _series(kind, parent, headings if kind == "section" else held[kind], document)
        doubt = doubt or _may_be_missed(_by_place(numbers, parent), own)
        count = sum(map(len, numbers.values()))
        if doubt:
            result.abstained += count
            reasons.append(f"{doubt} (mentions: {count})")
        else:
            result.checked += count
            result.findings.extend(_finding(ask, kind, number, places, own) for number, places in numbers.items())
    result.why = "; ".join(reasons) or None
    return result


def _parent(pointer: Pointer, headings: Collection[str]) -> str:
    """The section in which a subsection should stand, "" where it is lacking too and for all other kinds."""
    parent = pointer.number.rpartition(".")[0]
    return parent if pointer.kind == "section" and parent in headings else ""


def _series(kind: str, parent: str, held: Collection[str], document: Document) -> tuple[list[str], str | None]:
    """The numbers found of a kind, or below a section, in their order, and why they may not be all."""
    few = f"no {kind} was found by its {'number' if kind in ('section', 'note') else 'caption'}"
    if any(page.problem for page in document.pages):
        return [], "a page could not be read with certainty"
    if kind == "appendix":
        if worded("supplement", document.text.string):
            return [], "the paper speaks of a supplement, which may hold the appendices"
        if not held:
            lettered = any(section.role is SectionRole.APPENDIX for section in document.sections)
            return [], "an appendix was found, but not its letter" if lettered else None
    own = sorted({n for n in held if n.rpartition(".")[0] == parent}, key=lambda number: _place(number, parent))
    if len(own) < _FEWEST.get(kind, 1):
        return own, few
    if [_place(number, parent) for number in own] != list(range(1, len(own) + 1)):
        return own, f"some {_PLURAL.get(kind, f'{kind}s')} between the first and the last were not found"
    return own, None


def _place(number: str, parent: str) -> int:
    """The place of a number in its series: 2 for "3.2" among the parts of section 3, 3 among the sections."""
    return counted(number.removeprefix(f"{parent}.").partition(".")[0])


def _by_place(numbers: Mapping[str, Sequence[Pointer]], parent: str) -> Counter[int]:
    """How often each place in a series is spoken of."""
    return Counter({_place(number, parent): len(places) for number, places in numbers.items()})


def _may_be_missed(lacking: Counter[int], own: Sequence[str]) -> str | None:
    """Whether the numbers lacking run on from the last one found, as they do where our reading missed some."""
    following = len(own) + 1
    if min(lacking) < following or max(lacking) > following + _FURTHEST:
        return "numbers of another kind are spoken of"
    if own and (lacking[following] > 1 or (lacking[following] and lacking[following + 1])):
        return f"the numbers spoken of run on from {own[-1]}, the last one found"
    return None


def _finding(ask: Questions, kind: str, number: str, places: Sequence[Pointer], own: Sequence[str]) -> Finding:
    first = places[0]
    plural = _PLURAL.get(kind, f"{kind}s")
    if not own:
        there = f"no {kind} was found"
    elif len(own) == 1:
        there = f"the only {kind} found is {own[0]}"
    else:
        there = f"its {plural} run from {own[0]} to {own[-1]}"
    near = not own or counted(number.rpartition(".")[2]) == len(own) + 1
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.POSSIBLE if near else Verdict.LIKELY,
        f"The paper points to {kind} {number}, but {there}.",
        sentence_at(ask, first.span),
        evidence=[passage_evidence(ask, sentence_at(ask, other.span), "also here") for other in places[1:]],
    )


CHECK = Check(
    name="cross-reference-dangling",
    needs=(Needs.PAPER,),
    layers=("document", "sentences", "citations", "quotations"),
    severity=Severity.WARNING,
    finds="“see Table 4” where there is none",
    run=run,
    example=Example(
        bad="Table 1. Lamps of the outer mole, by year.\n\nThe port kept no log (Quill, 2012). Its lamps are listed in "
        "Table 1, and its pilots in Table 4.\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="Table 1. Lamps of the outer mole, by year.\n\nThe port kept no log (Quill, 2012). Its lamps are listed "
        "in Table 1, and its pilots in Table 4 of the harbour report.\n\n"
        "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
