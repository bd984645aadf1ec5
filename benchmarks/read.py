"""How fast PDFs are read, beside the engine's own limit and pdfplumber: ``benchmarks/read.py [FOLDER|PAPER.pdf ...]``.

All is measured in one process, in CPU time, paper by paper in turn, the best of some rounds each, so that the ratios
hold on a busy machine too:

- the limit: pdfium loads each page and makes its text page, and nothing is read from it;
- our reading without tables (words, order, structure, notes), and with them on the papers that have some;
- pdfplumber's ``extract_words``, on a few pages of each paper: it is too slow for all of them.

Then the reading process is run as an audit runs it, on the longest paper and on PDFs of up to 2,000 pages that repeat
the pages of our own corpus: CPU time from a cold start, and its memory at the worst moment (Linux only: it is read
from /proc).
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from unittest.mock import patch

import pdfplumber
import pikepdf
import pypdfium2 as pdfium

from claimtrace.model.limits import USUAL
from claimtrace.read.document import read_document

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
ROUNDS = 3
SAMPLED = 2  # pages of each paper that pdfplumber reads
GLANCE = 0.01  # seconds between two looks at the memory
LONG = (500, 1000, 2000)  # pages
OF_LIMIT, OF_LIMIT_WITH_TABLES, TIMES_PDFPLUMBER, MEMORY = 0.35, 0.2, 15, 300  # targets; the last in MiB


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds that some pages took."""

    pages: int
    seconds: float

    @property
    def speed(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds


@dataclass(frozen=True, slots=True)
class Paper:
    """What one paper cost: its pages loaded, read without and with tables, and a few of them read by pdfplumber."""

    path: Path
    limit: Cost
    bare: Cost
    whole: Cost
    plumbed: Cost
    has_tables: bool


def main() -> None:
    """Measure, and print a few lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("papers", nargs="*", type=Path, metavar="FOLDER|PAPER.pdf", default=[CORPUS])
    files = list(pdfs(parser.parse_args().papers))
    if not files:
        sys.exit("no PDF among these; name papers, or folders that hold some")
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    gc.set_threshold(100_000)  # as the reading process sets it
    read_document(files[0])  # what is loaded once is no paper's cost
    papers = [measured(file) for file in files]
    print(f"{len(papers)} papers, CPU time, best of {ROUNDS} rounds")
    show_speed(papers)
    longest = max(papers, key=lambda paper: paper.whole.pages)
    print("\nthe reading process from a cold start")
    show_process(longest.path, longest.whole.pages)
    with tempfile.TemporaryDirectory() as folder:
        for pages in LONG:
            show_process(repeated(pages, Path(folder)), pages)


def pdfs(places: Iterable[Path]) -> Iterable[Path]:
    """The PDFs named, and those in the folders named."""
    for place in places:
        yield from sorted(place.rglob("*.pdf")) if place.is_dir() else [place]


def measured(file: Path) -> Paper:
    """What a paper costs in each way, the ways taken in turn."""
    pages = load(file)
    rounds = [[seconds(way, file) for way in (load, read_without_tables, read_document)] for _ in range(ROUNDS)]
    limit, bare, whole = (Cost(pages, min(times)) for times in zip(*rounds, strict=True))
    sample = range(0, pages, max(pages // SAMPLED, 1))[:SAMPLED]
    plumbed = Cost(len(sample), seconds(lambda path: plumb(path, sample), file))
    return Paper(file, limit, bare, whole, plumbed, bool(read_document(file).tables))


def seconds(way: Callable[[Path], object], file: Path) -> float:
    """The CPU time that one way takes."""
    started = time.process_time()
    way(file)
    return time.process_time() - started


def load(file: Path) -> int:
    """Let pdfium load every page and make its text page; gives back how many there are."""
    pdf = pdfium.PdfDocument(file.read_bytes())
    for index in range(len(pdf)):
        page = pdf[index]
        page.get_textpage().close()
        page.close()
    count = len(pdf)
    pdf.close()
    return count


def read_without_tables(file: Path) -> object:
    """Read a paper, its tables left among the text."""
    with patch("claimtrace.read.document.take_tables", return_value=[]):
        return read_document(file)


def plumb(file: Path, sample: Sequence[int]) -> None:
    """Let pdfplumber find the words of a few pages."""
    with pdfplumber.open(file) as pdf:
        for index in sample:
            pdf.pages[index].extract_words()


def show_speed(papers: Sequence[Paper]) -> None:
    """Pages a second in each way, and how they compare."""
    limit, bare = total(paper.limit for paper in papers), total(paper.bare for paper in papers)
    plumbed = total(paper.plumbed for paper in papers)
    print(f"  pdfium alone, the limit    {limit.speed:7.1f} pages/s of {limit.pages}")
    share, times = bare.speed / limit.speed, bare.speed / plumbed.speed
    print(f"  read without tables        {bare.speed:7.1f} pages/s, {share:.2f} of the limit (target {OF_LIMIT})")
    tabled = [paper for paper in papers if paper.has_tables]
    if tabled:
        whole = total(paper.whole for paper in tabled)
        share = whole.speed / total(paper.limit for paper in tabled).speed
        print(
            f"  read with tables           {whole.speed:7.1f} pages/s, {share:.2f} of the limit "
            f"(target {OF_LIMIT_WITH_TABLES}), the {len(tabled)} papers that have some"
        )
    print(
        f"  pdfplumber, words only     {plumbed.speed:7.1f} pages/s, on a sample of {plumbed.pages} pages; "
        f"we read {times:.1f} times as fast (target {TIMES_PDFPLUMBER})"
    )


def total(costs: Iterable[Cost]) -> Cost:
    """The cost of several papers together."""
    known = list(costs)
    return Cost(sum(cost.pages for cost in known), sum(cost.seconds for cost in known))


def show_process(file: Path, pages: int) -> None:
    """Run the reading process on a file as an audit does: its CPU time, and the most memory that it held."""
    command = [sys.executable, "-m", "claimtrace.read", str(file), json.dumps(asdict(USUAL))]
    before = os.times()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memory = 0.0
    while process.poll() is None:
        memory = max(memory, peak(process.pid))
        time.sleep(GLANCE)
    if process.returncode:
        sys.exit(f"{file}: the reading process ended with status {process.returncode}")
    after = os.times()
    user, system = after.children_user - before.children_user, after.children_system - before.children_system
    cost = Cost(pages, user + system)
    print(
        f"  {pages:5} pages {cost.seconds:6.1f} s, {cost.speed:6.1f} pages/s, {memory:4.0f} MiB"
        + (f" (target {MEMORY})" if pages == LONG[-1] else "")
    )


def peak(pid: int) -> float:
    """The most memory that a process has held, in MiB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def repeated(pages: int, folder: Path) -> Path:
    """A PDF of so many pages: those of our own corpus again and again."""
    sources = [pikepdf.open(file) for file in pdfs([CORPUS])]
    pool = [page for source in sources for page in source.pages]
    with pikepdf.new() as long:
        for number in range(pages):
            long.pages.append(pool[number % len(pool)])
        path = folder / f"{pages}.pdf"
        long.save(path)
    return path


if __name__ == "__main__":
    main()
