"""How quickly a report answers: ``benchmarks/report_in_browser.py [FINDINGS]``, with an installed Chromium.

The report on a paper of the corpus gets as many findings as asked for (200), copies of its own. Told are the time from
the click that opens it to the end of loading, and from a choice in the filters to the page laid out anew.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from speed import SAMPLE

import claimtrace

RUNS = 5
OPENING = "performance.getEntriesByType('navigation')[0].loadEventEnd"
CHOOSING = """([id, value]) => {
  const field = document.querySelector(id);
  const before = performance.now();
  if (field.type === 'checkbox') field.checked = !field.checked; else field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - before;
}"""
CHOICES = {
    "words, the first time": ("#filter-words", "adeyemi"),
    "words": ("#filter-words", "page 6"),
    "all words again": ("#filter-words", ""),
    "a severity off": ("input[name=severity]", ""),
    "a severity on": ("input[name=severity]", ""),
    "a check": ("select[name=check]", "page-reused"),
    "all checks again": ("select[name=check]", ""),
}


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    audit = claimtrace.audit(SAMPLE)
    copies = islice(cycle(audit.findings), wanted)
    findings = tuple(replace(finding, id=f"{finding.id}-{number}") for number, finding in enumerate(copies))
    html = replace(audit, findings=findings).files(only=["report.html"])["report.html"]
    browser_file = shutil.which("chromium") or sys.exit("no Chromium is installed (apt-get install chromium)")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "report.html")
        path.write_bytes(html)
        browser = playwright.chromium.launch(executable_path=browser_file, args=["--headless", "--no-sandbox"])
        opened: list[float] = []
        chosen: dict[str, list[float]] = {name: [] for name in CHOICES}
        for _ in range(RUNS):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(path.as_uri())
            opened.append(page.evaluate(OPENING))
            for name, choice in CHOICES.items():
                chosen[name].append(page.evaluate(CHOOSING, list(choice)))
            page.close()
        browser.close()
    print(f"{len(findings)} findings, {len(html) / 2**20:.1f} MiB; median and best of {RUNS}")
    for name, times in {"opening": opened, **chosen}.items():
        print(f"  {name:24}{median(times):7.0f} ms{min(times):7.0f} ms")


if __name__ == "__main__":
    main()
