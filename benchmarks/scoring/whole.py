"""All scores of one paper, and of many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from scoring.faults import finding_scores, trap_scores
from scoring.structure import duplicate_scores, event_scores, section_scores, table_scores
from scoring.tally import Tally
from scoring.works import citation_scores, entries_by_key, quotation_scores, reference_scores

Scores = dict[str, Tally]
"""A tally for each part ("citations") and for what is looked at within it ("citations: locators")."""
PARTS = ("references", "citations", "quotations", "sections", "tables", "duplicates", "events", "findings", "traps")


def score(audit: Mapping[str, Any], gold: Mapping[str, Any]) -> Scores:
    """What an audit (as ``audit.json`` holds it) got right of a paper's gold, part by part."""
    keys = entries_by_key(audit, gold)
    return {
        **reference_scores(audit, gold, keys),
        **citation_scores(audit, gold, keys),
        **quotation_scores(audit, gold, keys),
        **section_scores(audit, gold),
        **table_scores(audit, gold),
        **duplicate_scores(audit, gold),
        **event_scores(audit, gold),
        **finding_scores(audit, gold),
        **trap_scores(audit, gold),
    }


def together(papers: Iterable[Scores]) -> Scores:
    """The scores of several papers as if they were one."""
    found: Scores = {}
    for scores in papers:
        for name, tally in scores.items():
            found.setdefault(name, Tally()).add(tally)
    return dict(sorted(found.items(), key=lambda item: PARTS.index(item[0].partition(":")[0])))
