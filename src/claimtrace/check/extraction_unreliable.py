"""The text of a page cannot be trusted.

Finds pages that are an image without a text layer, pages whose fonts do not tell which letters they show, and pages
that are damaged in the file.

Silent for pages that hold little but a figure, and for papers without pages (a draft, a web page, XML).

Why: nothing on such a page was read, so nothing on it was checked; a report that does not say so promises too much.
"""

from __future__ import annotations

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding
from claimtrace.model.finding import Severity, Verdict
from claimtrace.model.graph import Questions


def run(ask: Questions, bounds: Bounds) -> Result:
    """Report each page on which the reader met a problem."""
    document = ask.paper.document
    if not document.pages:
        return Result(skipped="the paper was given in a form without pages")
    result = Result(checked=len(document.pages))
    with_words = {line.box.page for line in document.lines}
    for page in document.pages:
        if page.problem:
            in_part = page.number in with_words
            how = "read in part" if in_part else "not read"
            left = "What is missing was not" if in_part else "Nothing on it was"
            message = f"Page {page.number} was {how}: {page.problem}. {left} checked."
            result.findings.append(
                finding(ask, CHECK.name, CHECK.severity, Verdict.CONFIRMED, message, None, quote="", page=page.number)
            )
    return result


CHECK = Check(
    name="extraction-unreliable",
    needs=(Needs.PAPER,),
    layers=("document",),
    severity=Severity.WARNING,
    finds="a page whose text cannot be trusted (no text layer, broken encoding, damage)",
    run=run,
    example=Example(
        bad="The harbour office was moved twice before anyone thought of asking the pilots (Quill, 2012).\n\n"
        "<page image>\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.",
        good="The harbour office was moved twice before anyone thought of asking the pilots (Quill, 2012).\n\n# "
        "References\n"
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)
