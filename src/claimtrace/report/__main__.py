"""Draws pages in a process of its own: ``python -m claimtrace.report`` answers a pickled request with pictures."""

from __future__ import annotations

import pickle
import sys

from claimtrace.report.pictures import page_pictures


def main() -> None:
    """Draw the pages that stdin asks for: ``(pdf, pages)``, from the process that started this one."""
    pdf, pages = pickle.load(sys.stdin.buffer)
    pickle.dump(page_pictures(pdf, pages), sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
