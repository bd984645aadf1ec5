"""An entry gives a DOI that cannot be one.

Finds DOIs that do not begin with "10." and a registrant's number, lack the slash behind it, or end with it.

Silent for short DOIs ("10/abcd"), for DOIs that a line's end has cut and that can be mended, for capitals or small
letters, and for DOIs that are well-formed but lead nowhere, which only a database can tell.

Why: such a DOI resolves to nothing. Its form is fixed by ISO 26324 and the DOI Handbook, section 2.2: a prefix of "10."
and digits, a slash, and a suffix.
"""

from __future__ import annotations

import re

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding
from claimtrace.model.finding import Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.reference import Reference

_WELL_FORMED = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_SHORT = re.compile(r"(?:10/)?[a-z0-9]{3,10}", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?!https?:|pmid|pmc|accessed|retrieved|available)[a-z0-9(]", re.IGNORECASE)


def run(ask: Questions, bounds: Bounds) -> Result:
    """Look at the DOI of each entry that gives one."""
    references = ask.paper.references
    if not references:
        return Result(skipped="no reference list was found in the paper")
    result = Result()
    for reference in references:
        if reference.doi is None:
            continue
        result.checked += 1
        fault = _fault(reference)
        if fault:
            result.findings.append(_finding(ask, reference, fault))
    return result


def _fault(reference: Reference) -> str | None:
    """What is wrong with the DOI of an entry, in words."""
    doi = reference.doi or ""
    if _WELL_FORMED.fullmatch(doi) or (_SHORT.fullmatch(doi) and not doi.isdigit()):
        return None
    if re.fullmatch(r"10\.\d{4,9}/", doi):
        behind = reference.raw[reference.raw.rfind(doi) + len(doi) :]
        return None if _GOES_ON.match(behind) else "nothing follows its slash"
    if re.match(r"10\.\d{4}", doi):
        return "no slash parts its prefix from what follows"
    return "it does not begin with “10.” and the digits of a registrant"


def _finding(ask: Questions, reference: Reference, fault: str) -> Finding:
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.CONFIRMED,
        f"The entry {reference.short} gives “{reference.doi}”, which cannot be a DOI: {fault}.",
        reference.span,
        quote=reference.raw,
        references=[reference.id],
    )


CHECK = Check(
    name="doi-malformed",
    needs=(Needs.PAPER,),
    layers=("references",),
    severity=Severity.WARNING,
    finds="a DOI that cannot be one",
    run=run,
    example=Example(
        bad="The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40. https://doi.org/10.5555ap.2015.12\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
        "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40. https://doi.org/10.5555/ap.2015.12\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
