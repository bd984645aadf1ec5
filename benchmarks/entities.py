"""How well states, incidents, agreements, their dates and the relations among them are found, on items marked by hand.

    python benchmarks/entities.py [--half open|held] [--misses] [--speed]

The items lie in ``gold/``; the held half is never looked at while rules are made, so ``--misses`` lists the open one
only. ``--speed`` measures the entity and relation stages on the corpus instead: words a second of processor time.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from scoring.marked import PARTS, Item, items, score_item
from scoring.tally import Tally

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))


def main() -> None:
    """Print a table for each half, or the speed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=("open", "held"), help="one half only")
    parser.add_argument("--misses", action="store_true", help="list what is wrong or missed in the open half")
    parser.add_argument("--speed", action="store_true", help="measure speed instead")
    wanted = parser.parse_args()
    if wanted.speed:
        print(speed())
        return
    for half in (wanted.half,) if wanted.half else ("open", "held"):
        for kind in ("entities", "tables"):
            scores = scored(items(HERE / "gold" / f"{kind}_{half}.txt"), kind == "tables")
            print(table(f"{kind}, {half} half", scores, wanted.misses and half == "open"), flush=True)


def scored(gold: Iterator[Item], tables: bool) -> dict[str, Tally]:
    """The tallies of all items, each read as a paper of its own."""
    from set_documents import paper_of

    scores = {part: Tally() for part in PARTS}
    for item in gold:
        text = item.text.replace("\t", " | ")
        paper = paper_of(f"# Body\n\nTable 1. What is told\n\n{text}" if tables else f"# Body\n\n{text}")
        for part, tally in score_item(item, paper).items():
            scores[part].add(tally)
    return scores


def table(title: str, scores: dict[str, Tally], with_misses: bool) -> str:
    """Scores as a table of text, a line for each part."""
    lines = [f"{title:<30} right wrong missed  precision recall     F"]
    for part, tally in scores.items():
        shares = "  ".join(
            "    –" if share is None else f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f)
        )
        lines.append(f"{part:<30} {tally.right:>5} {len(tally.wrong):>5} {len(tally.missed):>6}      {shares}")
        if with_misses:
            lines.extend(f"    wrong   {words}" for words in tally.wrong)
            lines.extend(f"    missed  {words}" for words in tally.missed)
    return "\n".join(lines) + "\n"


def speed() -> str:
    """Words a second that the entity and relation stages get through, whole knowledge loaded, on one core."""
    import claimtrace
    from claimtrace.annotate.entities import find_entities
    from claimtrace.annotate.relations import find_relations

    papers = [claimtrace.audit(path).paper for path in sorted((HERE.parent / "corpus").glob("*/paper.pdf"))]
    words = sum(len(paper.document.text.string.split()) for paper in papers)
    began = time.process_time()
    for paper in papers:
        entities = find_entities(paper.document, paper.citations, paper.sentences)
        find_relations(paper.document, paper.sentences, entities)
    took = time.process_time() - began
    return (
        f"{words} words of {len(papers)} papers in {took:.2f} s of processor time: {words / took / 1000:.0f} k words/s"
    )


if __name__ == "__main__":
    main()
