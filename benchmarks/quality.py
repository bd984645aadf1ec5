"""How well papers with gold are read and judged: precision, recall and F of each part.

    python benchmarks/quality.py [FOLDER ...] [--misses] [--write FILE.md]

A FOLDER is a corpus (folders with ``paper.pdf`` and ``gold.toml``, as ``corpus/README.md`` describes) or holds gold of
references and citations alone (``NAME.json``, as ``scoring/listed.py`` describes). Without one it is our own corpus.
With ``--misses`` all that is wrong or missed is listed too; with ``--write`` the tables of the folders go into a file.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scoring.listed import listed_papers, listed_scores
from scoring.tally import Tally
from scoring.whole import Scores, score, together

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def main() -> None:
    """Audit each paper of each folder, print one table for each and one for all, and write the latter."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[CORPUS], metavar="FOLDER")
    parser.add_argument("--misses", action="store_true", help="list what is wrong or missed")
    parser.add_argument("--write", type=Path, metavar="FILE.md", help="put the tables of the folders into a file")
    wanted = parser.parse_args()
    written: list[str] = []
    for folder in wanted.folders:
        papers: list[Scores] = []
        for name, scores in scored(folder):
            papers.append(scores)
            print(table(name, scores, wanted.misses), flush=True)
        if not papers:
            sys.exit(f"{folder}: holds neither folders with a gold.toml nor NAME.json with NAME.pdf")
        whole = together(papers)
        print(table(f"all {len(papers)} papers of {folder.name}", whole))
        written.append(markdown(f"{folder.name}, {len(papers)} papers", whole))
    if wanted.write:
        wanted.write.write_text("\n".join(written), encoding="utf-8")


def scored(folder: Path) -> Iterator[tuple[str, Scores]]:
    """The name and the scores of each paper of a folder."""
    for path in sorted(folder.glob("*/gold.toml")):
        yield path.parent.name, score(audited(path.with_name("paper.pdf")), gold_of(path.parent))
    for paper, gold in listed_papers(folder):
        yield paper.stem, listed_scores(audited(paper), gold)


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


def markdown(title: str, scores: Scores) -> str:
    """Scores as a table of Markdown."""
    lines = [f"### {title}", "", "| part | right | wrong | missed | precision | recall | F |", "| --- " * 7 + "|"]
    for name, tally in scores.items():
        part, _, within = name.partition(": ")
        counts = f"{tally.right} | {len(tally.wrong)} | {len(tally.missed)}"
        shares = " | ".join(map(_share, (tally.precision, tally.recall, tally.f)))
        lines.append(f"| {f'· {within}' if within else part} | {counts} | {shares} |")
    return "\n".join(lines) + "\n"


def _misses(name: str, tally: Tally) -> list[str]:
    if name == "findings":  # told check by check
        return []
    return [*(f"    wrong   {text}" for text in tally.wrong), *(f"    missed  {text}" for text in tally.missed)]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
