"""What each file of an audit costs: ``benchmarks/outputs.py [PAPER.pdf ...]``.

Each paper is audited in a process of its own; then all its files are made, those that are written on demand too, and
the CPU time of each is told, that of the process which draws the pages by itself, and the most memory that all
processes held together. Linux only.
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import time
from pathlib import Path

from speed import GLANCE, SAMPLE, family, resident

MAKING = """
import json, os, sys, time
import claimtrace
from claimtrace.pipeline.outputs import OUTPUTS

audit = claimtrace.audit(sys.argv[1])
before = os.times()
laps = []
names = [output.name for output in OUTPUTS]
files = audit.files(only=names, watch=lambda name: laps.append((name, time.process_time())))
laps.append(("end", time.process_time()))
after = os.times()
drawing = after.children_user + after.children_system - before.children_user - before.children_system
sizes = {name: len(data) for name, data in files.items()}
usual = [output.name for output in OUTPUTS if not output.on_demand]
json.dump({"laps": laps, "drawing": drawing, "sizes": sizes, "usual": usual}, sys.stdout)
"""


def main() -> None:
    for paper in [Path(name) for name in sys.argv[1:]] or [SAMPLE]:
        process = subprocess.Popen([sys.executable, "-c", MAKING, str(paper)], stdout=subprocess.PIPE)
        most = 0
        while process.poll() is None:
            most = max(most, sum(resident(pid) for pid in family(process.pid)))
            time.sleep(GLANCE)
        if process.returncode or not process.stdout:
            sys.exit(f"{paper}: the audit ended with status {process.returncode}")
        told = json.load(process.stdout)
        laps, sizes = told["laps"], told["sizes"]
        print(f"\n{paper.name}")
        whole = usual = told["drawing"]
        for (name, at), (_, end) in itertools.pairwise(laps):
            print(f"  {name:24}{1000 * (end - at):7.0f} ms{sizes[name] / 1024:9.0f} KiB")
            whole += end - at
            usual += end - at if name in told["usual"] else 0
        print(f"  {'drawing of pages':24}{1000 * told['drawing']:7.0f} ms")
        print(f"  {'the usual files':24}{1000 * usual:7.0f} ms")
        print(f"  {'all':24}{1000 * whole:7.0f} ms; {most / 1024:.0f} MiB, the audit itself included")


if __name__ == "__main__":
    main()
