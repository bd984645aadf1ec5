"""Damaged copies of our own papers, read as an audit reads them: ``benchmarks/fuzz.py [--minutes N] [--seed S]``.

Copy S, S + 1, ... is damaged as ``tests/hostile/damaged_papers.py`` damages a file by this number, and read in a
process of its own, two at a time. A copy may be read, read without some pages that are named, or refused in one line
that says what is wrong and what to do. Anything else has failed: a reader that crashes or comes to no end, another
exception.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import USUAL
from claimtrace.read.isolated import Reading

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME / "tests" / "hostile"))

from damaged_papers import KINDS, damaged, small_paper  # noqa: E402

LIMITS = replace(USUAL, seconds=60)  # an undamaged copy takes less than two
AT_ONCE = 2
SHOWN = 10
CRASHED, ENDLESS = "the reader stopped on it", "took longer to read"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first copy")
    given = parser.parse_args()
    end = time.monotonic() + 60 * given.minutes
    papers = [small_paper(), *(path.read_bytes() for path in sorted((HOME / "corpus").glob("*/paper.pdf")))]
    outcomes: Counter[str] = Counter()
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as readers:
        for numbers in batches(given.seed, end):
            for number, (outcome, said) in zip(
                numbers, readers.map(lambda n: read_damaged(papers, n, Path(folder)), numbers), strict=True
            ):
                outcomes[outcome] += 1
                if outcome == "failed":
                    failures.append(f"copy {number}: {said}")
    print(f"{outcomes.total()} damaged copies of {len(papers)} papers, from number {given.seed} on")
    for outcome in ("read", "read in part", "refused", "failed"):
        print(f"{outcomes[outcome]:7} {outcome}")
    print(*failures[:SHOWN], sep="\n", end="\n" if failures else "")
    sys.exit(bool(failures))


def batches(seed: int, end: float) -> Iterator[Sequence[int]]:
    """The numbers of the copies, a few at a time, until time is up."""
    numbers = itertools.count(seed)
    while time.monotonic() < end:
        yield list(itertools.islice(numbers, 8 * AT_ONCE))


def read_damaged(papers: Sequence[bytes], number: int, folder: Path) -> tuple[str, str]:
    """What became of one copy, and what was said of it."""
    path = folder / f"{number}.pdf"
    path.write_bytes(damaged(papers[number // len(KINDS) % len(papers)], number))  # each paper in all ways
    try:
        document = Reading(path, LIMITS).document()
    except UnreadablePaperError as error:
        said = str(error).removeprefix(f"{path}: ")
        clear = "\n" not in said and ";" in said and CRASHED not in said and ENDLESS not in said
        return ("refused" if clear else "failed"), said
    except Exception as error:  # whatever it is, it is what we are looking for
        return "failed", f"{type(error).__name__}: {error}"
    finally:
        path.unlink()
    return ("read in part" if any(page.problem for page in document.pages) else "read"), ""


if __name__ == "__main__":
    main()
