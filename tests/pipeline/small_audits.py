"""Audits of small papers in several styles and of one paper of the corpus, each made once."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import claimtrace
from claimtrace.pipeline.audit import Audit
from claimtrace.report.audit_json import dumps
from written_papers import audit_of

CORPUS = Path(__file__).parents[2] / "corpus"

AUTHOR_YEAR = """
= Lanterns on the Strait

# Introduction
As Holm (2015) puts it, “no lamp on this coast is neutral to those who sail by it” (p. 45). In 2017 the NotPetya attack
reached eighteen thousand firms (Quill, 2012). The United Kingdom and Denmark attributed NotPetya to Russia in February
2018. Keepers wrote of “a light that nobody asked for and that everybody steered by” all the same.

Pilots were paid by the tide, and the harbour office kept a list of their names and of every ship that they had brought
in safely (Holm, 2015, pp. 39-41; Adler, 2001). Others disagree (Brandt, 1999).

# Winters
Pilots were paid by the tide, and the harbour office kept a list of their names and of every ship that they had brought
in safely. This led to quarrels, which may explain why ferries ran late (Adlar, 2001, p. 300).

# References
Adler, P. (2001). Timetables of the estuary. Journal of Harbour Studies, 4(2), 101-127.
Holm, S. (2015). Lamps and pilots. Port Selwyn Press.
Quill, B. (2012). Tides and tallies. Port Selwyn Press.
Weir, T. (1987). Ice on the northern basin. Port Selwyn Press.
"""

NUMERIC = """
= Counting Lamps

# Introduction
Lamps have been counted before [1]. Oil was dear in those years [2, p. 14], and the quays were dark [1, 3]. The third
count gave 412 lamps [9].

# References
[1] S. Holm, Lamps and Pilots. Port Selwyn: Selwyn Press, 2015.
[2] P. Adler, “Timetables of the estuary,” J. Harbour Stud., vol. 4, no. 2, pp. 101-127, 2001, doi: 10.5555/jhs.4.2.101.
[3] B. Quill, Tides and Tallies. Port Selwyn: Selwyn Press, 2012.
"""

BARE = """
The keepers of the quay lit their lamps at dusk. Nobody wrote about it then, and nobody has written about it
since. Ferries ran on Sundays only.
"""


@functools.cache
def audit(name: str) -> Audit:
    """An audit by its name; see :data:`NAMES`."""
    match name:
        case "author-year":
            return audit_of(AUTHOR_YEAR)
        case "numeric":
            return audit_of(NUMERIC)
        case "bare":
            return audit_of(BARE)
        case "without checks":
            return audit_of(AUTHOR_YEAR, "graph")
        case _:
            return claimtrace.audit(CORPUS / name / "paper.pdf", "cyber-diplomacy")


NAMES = ("author-year", "numeric", "bare", "without checks", "naming-and-shaming")


@functools.cache
def _written(name: str) -> str:
    return dumps(audit(name).data())


def data(name: str) -> dict[str, Any]:
    """What the ``audit.json`` of an audit holds, as another program reads it."""
    found: dict[str, Any] = json.loads(_written(name))
    return found
