"""Where the command line prints, and what its exit status tells."""

from __future__ import annotations

import io
import os
import sys
from enum import IntEnum

from rich.console import Console

from claimtrace.report.plain import plain

out = Console(highlight=False, markup=False, emoji=False)
err = Console(highlight=False, markup=False, emoji=False, stderr=True, soft_wrap=True)


class Exit(IntEnum):
    """What the exit status tells."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    STOPPED = 130  # as shells have it for a program that the user interrupts


def complain(problem: object) -> None:
    """Say on stderr, in one line, what is wrong; names of files may hold anything, also line breaks."""
    err.print(f"claimtrace: {plain(str(problem))}")


def use_any_encoding() -> None:
    """Print "?" for what the terminal's encoding lacks, rather than fail on a typographic quotation mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def drop_stdout() -> None:
    """Send what is still unprinted nowhere, where stdout cannot be written; else Python fails on it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
