"""How long an audit takes and how much memory it needs, from a cold start: ``benchmarks/speed.py [PAPER.pdf ...]``.

Each paper is audited several times, all outputs written, by a new process each time. The figures are the median and
the best wall time, the CPU time of all its processes, their memory together at the worst moment, and each stage's share
of one more run, as a watcher of its progress sees it. Linux only (memory is read from /proc).
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "corpus" / "naming-and-shaming" / "paper.pdf"
RUNS = 5
GLANCE = 0.01  # seconds between two looks at the memory
STAGES = """
import json, sys, time
started = time.perf_counter()
from pathlib import Path
from claimtrace.pipeline.running import run_pipeline
from claimtrace.pipeline.table import find_pipeline

laps = [("start", started)]
watch = lambda stage: laps.append((stage, time.perf_counter()))
audit = run_pipeline(Path(sys.argv[1]), find_pipeline("default"), watch)
audit.write(Path(sys.argv[2]), watch=watch)
laps.append(("end", time.perf_counter()))
json.dump(laps, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One audit from a cold start: seconds of wall and CPU time, the most MiB that its processes held together."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    papers = [Path(name) for name in sys.argv[1:]] or [SAMPLE]
    for paper in papers:
        runs = [cold_run(paper) for _ in range(RUNS)]
        print(f"\n{paper.name} ({RUNS} runs, {os.cpu_count()} cores)")
        print(f"  wall    median {median(r.wall for r in runs):.2f} s, best {min(r.wall for r in runs):.2f} s")
        print(f"  CPU     median {median(r.cpu for r in runs):.2f} s")
        print(f"  memory  most {max(r.memory for r in runs):.0f} MiB, all processes together")
        laps = stage_laps(paper)
        whole = sum(seconds for _, seconds in laps)
        for stage, seconds in laps:
            print(f"  {stage:16}{1000 * seconds:7.0f} ms{100 * seconds / whole:6.1f} %")


def cold_run(paper: Path) -> Run:
    """Audit a paper with the command line in a new process, and watch its memory."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "claimtrace", "audit", str(paper), "-o", folder]
        before = os.times()
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        most = 0
        while process.poll() is None:
            most = max(most, sum(resident(pid) for pid in family(process.pid)))
            time.sleep(GLANCE)
        wall = time.perf_counter() - started
        if process.returncode:
            sys.exit(f"{paper}: the audit ended with status {process.returncode}")
        after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, cpu, most / 1024)


def stage_laps(paper: Path) -> list[tuple[str, float]]:
    """The stages and files of one audit with the seconds that each took, imports included."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", STAGES, str(paper), folder]
        laps = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return [(name, after - at) for (name, at), (_, after) in itertools.pairwise(laps)]


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(member for child in children for member in family(int(child)))]


def resident(pid: int) -> int:
    """The memory that a process holds, in KiB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


if __name__ == "__main__":
    main()
