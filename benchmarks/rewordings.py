"""How well passages that come back in other words are told from those that merely speak of the same subject.

    python benchmarks/rewordings.py [--misses]

The pairs lie in ``gold/``; each is put into a paper of its own, among passages of other pairs. The held half is not
looked at while rules are made, so ``--misses`` lists the open one only.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from scoring.tally import Tally

from claimtrace.check.repeats import repeats
from claimtrace.graph.build import build_graph
from claimtrace.graph.questions import PaperGraph
from claimtrace.model.duplicate import DuplicateKind

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
LEAST_WORDS = 12


class Case(NamedTuple):
    """Two passages, and whether they say the same."""

    name: str
    same: bool
    first: str
    second: str


def main() -> None:
    """Print a line for each half."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list what is wrong or missed in the open half")
    wanted = parser.parse_args()
    print(f"{'rewordings':<12} right wrong missed  precision recall")
    for half in ("open", "held"):
        tally = scored(cases(HERE / "gold" / f"rewordings_{half}.txt"))
        shares = "  ".join("    –" if share is None else f"{share:.3f}" for share in (tally.precision, tally.recall))
        print(f"{half:<12} {tally.right:>5} {len(tally.wrong):>5} {len(tally.missed):>6}      {shares}")
        for line in (*tally.wrong, *tally.missed) if wanted.misses and half == "open" else ():
            print(f"   {line}")


def cases(path: Path) -> list[Case]:
    """The pairs of a file: parted by blank lines, each a line that says what it is, then its two passages."""
    blocks = [block.splitlines() for block in path.read_text(encoding="utf8").strip().split("\n\n")]
    heads = [head.partition("  ") for head, *_ in blocks[1:]]
    return [
        Case(name, kind == "same", first, second)
        for (kind, _, name), (_, first, second) in zip(heads, blocks[1:], strict=True)
    ]


def scored(pairs: list[Case]) -> Tally:
    """How many pairs that say the same are told as such, and what else is."""
    tally = Tally()
    for at, case in enumerate(pairs):
        others = [other.first for other in pairs[:at] + pairs[at + 1 :]]
        third = len(others) // 3
        told = _told([*others[:third], case.first, *others[third : 2 * third], case.second, *others[2 * third :]])
        found = [
            pair for pair in told if case.same and all(a in b or b in a for a, b in zip(pair, case[2:], strict=True))
        ]
        tally.right += bool(found)
        tally.wrong += [f"wrong in “{case.name}”: {pair[0]} / {pair[1]}" for pair in told if pair not in found]
        tally.missed += [f"missed: {case.name}"] if case.same and not found else []
    return tally


def _told(paragraphs: list[str]) -> list[tuple[str, str]]:
    """The rewordings that a check tells in a paper of these paragraphs."""
    from set_documents import paper_of

    paper = paper_of("# Body\n\n" + "\n\n".join(paragraphs))
    pairs = (repeat.pairs[0] for repeat in repeats(PaperGraph(paper, build_graph(paper)), LEAST_WORDS, differing=False))
    text = paper.document.text
    return [(text.at(pair.first), text.at(pair.second)) for pair in pairs if pair.kind is DuplicateKind.REWORDED]


if __name__ == "__main__":
    main()
