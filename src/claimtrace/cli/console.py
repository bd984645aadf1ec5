"""Where the command line prints, and what its exit status tells."""

from __future__ import annotations

from enum import IntEnum

from rich.console import Console

out = Console(highlight=False, markup=False, emoji=False)
err = Console(highlight=False, markup=False, emoji=False, stderr=True, soft_wrap=True)


class Exit(IntEnum):
    """What the exit status tells."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
