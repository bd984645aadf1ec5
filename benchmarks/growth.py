"""How the time for repeated passages and for the checks grows with a paper: ``benchmarks/growth.py [PAGES ...]``.

Long papers are made of the author-year papers of the corpus: sentences in a new order; in each further round words
exchanged for others and authors renamed, so that text, citations and entries grow alike and little stands twice. They
are typeset, read and audited as any other; what is told is the CPU time of the stage and of the checks alone.
"""

from __future__ import annotations

import gc
import itertools
import math
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import typst

import claimtrace
from claimtrace.check import CHECKS
from claimtrace.graph.build import build_graph
from claimtrace.graph.questions import PaperGraph
from claimtrace.link.duplicates import find_duplicates  # noqa: F401 - its import is no part of what is measured
from claimtrace.model.paper import CitationStyle, Paper
from claimtrace.pipeline.stages import STAGES
from claimtrace.read.document import read_document

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
PAGES = (25, 50, 100, 200, 400)
PAGE = 450  # words
PARAGRAPH = 6  # sentences
SECTION = 8  # paragraphs
SLOWEST = 4
_CONTENT = re.compile(r"\b[a-z]{4,}\b")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvwz"


def main() -> None:
    pages = [int(given) for given in sys.argv[1:]] or list(PAGES)
    papers = corpus()
    print("  pages   words  repeats duplicates     checks   together  per word and log of words")
    base = None
    for count in pages:
        paper = read(typeset(*long_paper(papers, count * PAGE)))
        words = len(paper.document.text.string.split())
        repeats, laps = measure(paper)
        checks = sum(seconds for name, seconds in laps.items() if name != "duplicates")
        whole = laps["duplicates"] + checks
        share = whole / (words * math.log(words))
        base = base or share
        times = "".join(f"{seconds:9.2f} s" for seconds in (laps["duplicates"], checks, whole))
        print(f"{len(paper.document.pages):7}{words:8}{repeats:9}{times}  x {share / base:.2f}  {slowest(laps)}")


def corpus() -> list[Paper]:
    """The papers of the corpus that cite by author and year."""
    papers = [claimtrace.audit(path, pipeline="graph").paper for path in sorted(CORPUS.glob("*/paper.pdf"))]
    return [paper for paper in papers if paper.citation_style is CitationStyle.AUTHOR_YEAR]


def long_paper(papers: Sequence[Paper], least: int) -> tuple[list[str], list[str]]:
    """Sentences and entries of a paper of at least so many words."""
    source = random.Random(0)
    sentences: list[str] = []
    entries: list[str] = []
    words = rounds = 0
    while words < least:
        for paper in papers:
            rename, exchange = renamed(paper, rounds), exchanged(papers, source if rounds else None)
            told = [exchange(rename(paper.document.text.at(one.span))) for one in paper.sentences]
            source.shuffle(told)
            told = joined_anew(told) if rounds else told
            sentences += told
            entries += [exchange(rename(entry.raw)) for entry in paper.references]
            words += sum(len(one.split()) for one in told)
        rounds += 1
    source.shuffle(sentences)
    kept = max(1, round(len(sentences) * least / words))
    return sentences[:kept], sorted(entries)


def joined_anew(sentences: Sequence[str]) -> list[str]:
    """The first half of each sentence with the second half of the next, so that no two rounds share their frames."""
    halves = [(words[: len(words) // 2], words[len(words) // 2 :]) for words in map(str.split, sentences)]
    return [" ".join(a + b) for (a, _), (_, b) in itertools.pairwise(halves)]


def renamed(paper: Paper, rounds: int) -> Callable[[str], str]:
    """Gives the authors of a paper's list other names in each round, made of other letters."""
    table = str.maketrans(
        {
            letter: letters[(at + rounds) % len(letters)]
            for letters in (_VOWELS, _CONSONANTS)
            for at, letter in enumerate(letters)
        }
    )
    names = sorted({author.family for entry in paper.references for author in entry.authors if author.family})
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return lambda text: pattern.sub(lambda name: name.group().casefold().translate(table).title(), text)


def exchanged(papers: Sequence[Paper], source: random.Random | None) -> Callable[[str], str]:
    """Exchanges each longer word for another one of the same ending, at random but always for the same."""
    if source is None:
        return lambda text: text
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted({word for paper in papers for word in _CONTENT.findall(paper.document.text.string)}):
        kinds[word[-2:]].append(word)
    table: dict[str, str] = {}
    for kind in kinds.values():
        table |= zip(kind, source.sample(kind, len(kind)), strict=True)
    return lambda text: _CONTENT.sub(lambda word: table[word.group()], text)


def typeset(sentences: Sequence[str], entries: Sequence[str]) -> bytes:
    """A paper as a PDF of A4 pages."""
    lines = ['#set page("a4", numbering: "1")', "#set par(justify: true)", '= #"A Long Paper"']
    for at in range(0, len(sentences), PARAGRAPH):
        if at % (PARAGRAPH * SECTION) == 0:
            lines.append(f'== #"{at // (PARAGRAPH * SECTION) + 1}. Ports and powers"')
        lines.append(literal(" ".join(sentences[at : at + PARAGRAPH])))
    lines += ['== #"References"', "#set par(hanging-indent: 1em)", *map(literal, entries)]
    return bytes(typst.compile("\n\n".join(lines).encode()))


def literal(text: str) -> str:
    escaped = re.sub(r"\s+", " ", text).replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


def read(pdf: bytes) -> Paper:
    """The paper with the layers of all stages but the one that is measured."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.pdf")
        path.write_bytes(pdf)
        paper = Paper(read_document(path))
    for stage in STAGES:
        if stage.lay and stage.name != "duplicates":
            paper = replace(paper, **stage.lay(paper))
    return paper


def measure(paper: Paper) -> tuple[int, dict[str, float]]:
    """How many repeats were found, and the seconds of CPU time of the stage and of each check."""
    gc.collect()
    laps: dict[str, float] = {}
    (lay,) = (stage.lay for stage in STAGES if stage.name == "duplicates" and stage.lay)
    at = time.process_time()
    paper = replace(paper, **lay(paper))
    laps["duplicates"] = time.process_time() - at
    ask = PaperGraph(paper, build_graph(paper))
    for check in CHECKS:
        at = time.process_time()
        check.run(ask, check.bounds)
        laps[check.name] = time.process_time() - at
    return len(paper.duplicates), laps


def slowest(laps: dict[str, float]) -> str:
    """The checks that took longest."""
    ranked: Iterator[tuple[str, float]] = iter(sorted(laps.items(), key=lambda lap: -lap[1]))
    return ", ".join(f"{name} {seconds:.2f}" for name, seconds in list(ranked)[:SLOWEST] if name != "duplicates")


if __name__ == "__main__":
    main()
