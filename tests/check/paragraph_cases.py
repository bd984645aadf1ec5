"""Cases for a check, each a paragraph of one small paper: what the check finds in each of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimtrace.model.finding import Finding
from claimtrace.pipeline.audit import Audit
from written_papers import audit_of

ENTRIES = """
Adeyemi, D. (2021). Signals after dark. Quay Review, 13(1), 44-61.
Brandt, G., Lund, H., & Osei, F. (2020). Three tides. Annals of Ports, 9(3), 201-219.
Harbour Statistics Office. (2019). Yearbook of moorings. Harbour Statistics Office.
Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.
Núñez, C., & Ferry, K. (2017). Lamps of the outer mole. Quay Review, 9(2), 101-119.
Quill, B. (2012). Tides and tallies. Port Selwyn Press.
van der Meer, E. (2010). Pilots and their pay. Port Selwyn Press.
"""


def paper_text(paragraphs: Mapping[str, str], entries: str = ENTRIES, heading: str = "Introduction") -> str:
    """A paper with these paragraphs and this list, as text."""
    body = "\n\n".join(paragraphs.values())
    return f"= Harbours and Their Books\n\n# {heading}\n\n{body}\n\n# References\n{entries.strip()}"


@cache
def _audit(text: str) -> Audit:
    return audit_of(text)


def found_by_case(
    check: str, cases: Mapping[str, str], entries: str = ENTRIES, heading: str = "Introduction"
) -> dict[str, list[Finding]]:
    """What a check finds in each case, by the case's name; a paper is typeset and audited once."""
    audit = _audit(paper_text(cases, entries, heading))
    text = audit.paper.document.text.string
    starts: dict[str, int] = {}
    at = 0
    for name, words in cases.items():
        at = text.index(" ".join(words.lstrip("> ").split())[:24], at)
        starts[name] = at
        at += 1
    found: dict[str, list[Finding]] = {name: [] for name in cases}
    for finding in audit.findings:
        if finding.check == check and finding.span:
            here = [name for name, start in starts.items() if start <= finding.span.start]
            found[here[-1]].append(finding)
    return found
