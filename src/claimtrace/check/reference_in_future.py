"""An entry of the reference list is dated after the paper.

Finds entries whose year is later than the paper's own: by two years or more, or by one.

Silent when the paper's year could not be read, for entries in press, forthcoming or published ahead of print, when the
year is that of an access or stands in the title, and when the paper itself says that something was seen or retrieved
in that year. It abstains where several entries are that young: then the paper's year was read wrongly. One year more is
given as a possibility only, since a volume may bear the year after that in which its articles went online.

Why: a work that did not exist cannot have been read. Such years are mostly slips of the pen; they also occur in entries
that no person has looked up.
"""

from __future__ import annotations

import re

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding
from claimtrace.knowledge.wordings import undated
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference

_AHEAD = re.compile(undated("to come", "ahead"), re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:accessed|retrieved|visited|viewed|checked|consulted|downloaded|received|accepted|revised|abgerufen)\b"
    r"[^.;]{0,30}?\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_IDENTIFIERS = re.compile(r"\S*(?:://|www\.|\b10\.\d{4,9}/)\S*")


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare the years of the entries with the paper's own."""
    paper = ask.paper
    own = paper.document.year
    if not paper.references:
        return Result(skipped="no reference list was found in the paper")
    if own is None:
        return Result(skipped="the year of the paper could not be read")
    latest = max([own, *_years_seen(paper.document)])
    dated = [reference for reference in paper.references if reference.year is not None]
    young = [reference for reference in dated if (reference.year or 0) > latest and _dated_so(reference)]
    if len(young) > max(bounds["most"], bounds["most_share"] * len(dated)):
        why = f"{len(young)} entries are younger than {latest}, the year read as the paper's own"
        return Result(abstained=len(dated), why=why)
    undated = len(paper.references) - len(dated)
    result = Result([_finding(ask, reference, own) for reference in young], len(dated), undated)
    if undated:
        result.why = f"entries without a year: {undated}"
    return result


def _years_seen(document: Document) -> list[int]:
    """The years in which the paper says that something was looked at, or that it was itself received."""
    kept = [document.text.at(block.span) for block in document.blocks if block.kind is not BlockKind.TABLE]
    return [int(year) for text in kept for year in _SEEN.findall(text)]


def _dated_so(reference: Reference) -> bool:
    """Whether the entry itself bears the year, and as one in which the work is out."""
    raw = _IDENTIFIERS.sub(" ", reference.raw)
    if _AHEAD.search(raw):
        return False
    if reference.title:
        raw = raw.replace(reference.title, " ")
    return bool(re.search(rf"(?<![\d–-]){reference.year}[a-z]?(?:\s?[.,;:)\]]|\s(?:\d|[A-Z][a-z]{{2}}\b)|$)", raw))


def _finding(ask: Questions, reference: Reference, own: int) -> Finding:
    after = (reference.year or 0) - own
    by_one = after == 1
    return finding(
        ask,
        CHECK.name,
        Severity.WARNING if by_one else CHECK.severity,
        Verdict.POSSIBLE if by_one else Verdict.LIKELY,
        f"{reference.short} is dated {'the year' if by_one else f'{after} years'} after the paper, which is of {own}.",
        reference.span,
        quote=reference.raw,
        citations=[citation.id for citation in ask.citations_of(reference.id)],
        references=[reference.id],
    )


CHECK = Check(
    name="reference-in-future",
    needs=(Needs.PAPER,),
    layers=("references", "links"),
    severity=Severity.ERROR,
    finds="an entry is younger than the paper",
    run=run,
    bounds={"most": 3, "most_share": 0.1},
    example=Example(
        bad="= Harbour logs and their keepers\n\nCarla Zander\n\n© 2016 Annals of Ports\n\n# Introduction\n\n"
        "The port kept no log (Holm, 2051), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2051). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="= Harbour logs and their keepers\n\nCarla Zander\n\n© 2016 Annals of Ports\n\n# Introduction\n\n"
        "The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
