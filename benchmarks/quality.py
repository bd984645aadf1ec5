"""How well papers with a gold file are read and judged: precision, recall and F of each part.

    python benchmarks/quality.py [CORPUS_DIR] [--misses]

CORPUS_DIR holds folders with ``paper.pdf`` and ``gold.toml``, as ``corpus/README.md`` describes; with ``--misses`` all
that is wrong or missed is listed too.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import Any

from scoring.tally import Tally
from scoring.whole import Scores, score, together

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def main() -> None:
    """Audit each paper of a corpus and print one table for each and one for all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS, metavar="CORPUS_DIR")
    parser.add_argument("--misses", action="store_true", help="list what is wrong or missed")
    wanted = parser.parse_args()
    folders = sorted(path.parent for path in wanted.corpus.glob("*/gold.toml"))
    if not folders:
        sys.exit(f"{wanted.corpus}: holds no folder with a gold.toml")
    papers: list[Scores] = []
    for folder in folders:
        papers.append(score(audited(folder / "paper.pdf"), gold_of(folder)))
        print(table(folder.name, papers[-1], wanted.misses), flush=True)
    if len(papers) > 1:
        print(table(f"all {len(papers)} papers", together(papers), False))


def audited(path: Path) -> dict[str, Any]:
    """The audit of a paper as ``audit.json`` holds it."""
    import claimtrace

    return claimtrace.audit(path).data()


def gold_of(folder: Path) -> dict[str, Any]:
    """The truth about a paper."""
    return tomllib.loads((folder / "gold.toml").read_text(encoding="utf-8"))


def table(title: str, scores: Scores, with_misses: bool = False) -> str:
    """Scores as a table of text, a line for each part."""
    lines = [f"{title:<30} right wrong missed  precision recall     F"]
    for name, tally in scores.items():
        part, _, within = name.partition(": ")
        lines.append(
            f"{f'  {within}' if within else part:<30} {tally.right:>5} {len(tally.wrong):>5} {len(tally.missed):>6}"
            f"  {_share(tally.precision):>9} {_share(tally.recall):>6} {_share(tally.f):>5}"
        )
        if with_misses:
            lines.extend(_misses(name, tally))
    return "\n".join(lines) + "\n"


def _misses(name: str, tally: Tally) -> list[str]:
    if name == "findings":  # told check by check
        return []
    return [*(f"    wrong   {text}" for text in tally.wrong), *(f"    missed  {text}" for text in tally.missed)]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
